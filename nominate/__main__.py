"""`python -m nominate`: the same as the command `nominate`."""

from __future__ import annotations

from nominate.cli import main

if __name__ == "__main__":
    main()

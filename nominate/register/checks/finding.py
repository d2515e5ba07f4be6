"""What a check hands back: a fault, and the way through the records to it."""

from __future__ import annotations

import attrs

from nominate.errors import Severity

__all__ = ["Finding", "Path", "told"]

Path = tuple[str | int, ...]
"""The way through the merged records: keys as the file writes them, places in a list counted from 0."""


@attrs.frozen(kw_only=True)
class Finding:
    """One fault in what the records mean, before anybody looks up its file and line.

    `at` may name a key that the file leaves out or writes in a short form: the nearest part of the way that
    the file does have is then the place. `other` is the way to the record that the message names beside it,
    as `told` writes it, so that whoever knows the files can say where that is.

    >>> Finding(code="W502", at=("nominations", 2, "quotes", 0), message="not approved").path
    'nominations[2].quotes[0]'
    """

    code: str
    at: Path
    message: str
    hint: str = ""
    other: Path = ()

    @property
    def severity(self) -> Severity:
        """As the first letter of the code says: E is an error, W a warning."""
        return Severity.ERROR if self.code[0] == "E" else Severity.WARNING

    @property
    def path(self) -> str:
        """The way as one text, in the form of `Problem.path`."""
        return told(self.at)


def told(at: Path) -> str:
    """A way through the records as a message shows it.

    >>> told(("nominations", 2, "decisions", 0, "outcome"))
    'nominations[2].decisions[0].outcome'
    """
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in at)
    return "".join(parts).removeprefix(".")

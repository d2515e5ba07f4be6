"""One job, once, in a process of its own: `python measure.py JOB REGISTER` prints seconds and memory."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from jobs import JOBS

MEBIBYTE = 1024


def main(name: str, register: Path) -> None:
    work = JOBS[name](register)
    before = _peak()
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "peak": _peak(), "added": _peak() - before}))  # noqa: T201 - its answer


def _peak() -> float:
    """The most memory that the process has held, in MiB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

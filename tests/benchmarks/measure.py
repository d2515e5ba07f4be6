"""One job, once, in a process of its own: `python measure.py JOB REGISTER` prints seconds and memory.

`peak` is the most that the process ever held, and `added` what the work held beyond all that was prepared.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import time
from pathlib import Path

import batches  # noqa: F401 - its jobs are kept with the others
from jobs import JOBS

MEBIBYTE = 1024


def main(name: str, register: Path) -> None:
    work = JOBS[name](register)
    gc.collect()
    most = _peak()
    # Linux counts the peak anew from here on, so that what was held while preparing hides nothing.
    Path("/proc/self/clear_refs").write_text("5", "utf-8")
    before = _held("VmRSS")
    begun, start = time.perf_counter(), time.process_time()
    work()
    seconds, passed = time.process_time() - start, time.perf_counter() - begun
    added, peak = _held("VmHWM") - before, max(most, _peak())
    told = {"seconds": seconds, "passed": passed, "peak": peak, "added": added}
    print(json.dumps(told))  # noqa: T201 - its answer


def _peak() -> float:
    """The most memory that the process has held, in MiB (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE


def _held(what: str) -> float:
    """What Linux tells of the process's memory now, in MiB."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) / MEBIBYTE


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

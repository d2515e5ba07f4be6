"""A bar on the terminal for work of many equal parts."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nominate.batch.outcome import BatchFile, FileState
from nominate.cli.talk import is_quiet

__all__ = ["progress_bar"]

# So many seconds old, what is shown is drawn anew.
_OLD = 0.1

Step = Callable[[BatchFile, int], None]


@contextmanager
def progress_bar(before: str, meanwhile: str) -> Iterator[Step | None]:
    """Show how many files are done, of how many, and how many of them failed; call what it gives for each.

    `before` is what is done until the first of them. Nothing is shown, and None given, under `--quiet`, or
    where the standard error stream is no terminal. The bar is gone when the work is done.
    """
    if is_quiet() or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - most commands end before it is needed
    from rich.markup import escape  # noqa: PLC0415 - see above
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - see above

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]}", style="red"),
        console=Console(stderr=True),
        transient=True,
        # A thread that draws it would stand in the way of processes that are born with what this one holds.
        auto_refresh=False,
    )
    failed = 0
    drawn = time.monotonic()

    def step(file: BatchFile, number: int) -> None:
        nonlocal failed, drawn
        failed += file.state is FileState.FAILED
        told = f"{failed:,} failed" if failed else ""
        is_old = time.monotonic() - drawn > _OLD
        drawn = time.monotonic() if is_old else drawn
        bar.update(task, description=escape(meanwhile), total=number, advance=1, failed=told, refresh=is_old)

    with bar:
        task = bar.add_task(escape(before), total=None, failed="")
        bar.refresh()
        yield step

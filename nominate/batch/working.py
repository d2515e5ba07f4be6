"""What is done to some views, in this process or in another: their files' bytes, or why there are none.

Only cleared views are sent to another process, never a register; only records of plain values come back.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import contextmanager

import attrs

from nominate.batch.outcome import FileState
from nominate.errors import NominateError, NothingToExport, OptionError, PluginError, Problem
from nominate.exporting.rendering import Order, fulfilled
from nominate.files.pausing import collector_paused
from nominate.plugging.faults import traceback_of
from nominate.viewing.view import View

__all__ = ["Due", "Made", "Work", "Yield", "begin_worker", "bequeathed", "worked"]


@attrs.frozen(kw_only=True)
class Due:
    """A view of which files are to be made: of each its number in the batch, and that of its order.

    `row` is the number of the view among all of the batch.

    >>> [field.name for field in attrs.fields(Due)]
    ['view', 'files', 'row']
    """

    view: View
    files: tuple[tuple[int, int], ...]
    row: int = 0


@attrs.frozen(kw_only=True)
class Work:
    """Some views that are to be made into files, by these orders.

    What `is_inherited` is done by a process that was born with the views, and so need not be sent them.

    >>> from nominate.exporting.rendering import order
    >>> Work(orders=(order("csv", name="a.csv"),), views=()).views
    ()
    """

    orders: tuple[Order, ...]
    views: tuple[Due, ...]
    is_inherited: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        if self.is_inherited:
            return _inherited, ([(due.row, due.files) for due in self.views],)
        pairs = [(due.view, due.files) for due in self.views]
        return _unpacked, (pickle.dumps((self.orders, pairs), pickle.HIGHEST_PROTOCOL),)


def _unpacked(content: bytes) -> Work:
    # With the collector at work it takes four times as long.
    with collector_paused():
        orders, pairs = pickle.loads(content)  # noqa: S301 - packed by `Work` itself, in our parent
    return Work(orders=orders, views=tuple(Due(view=view, files=files) for view, files in pairs))


_Inheritance = tuple[tuple[Order, ...], tuple[View, ...]]
_inheritance: list[_Inheritance] = []


@contextmanager
def bequeathed(orders: tuple[Order, ...], views: tuple[View, ...]) -> Iterator[None]:
    """While processes are born that shall work at these views, by these orders."""
    _inheritance.append((orders, views))
    try:
        yield
    finally:
        _inheritance.pop()


def _inherited(pairs: list[tuple[int, tuple[tuple[int, int], ...]]]) -> Work:
    orders, views = _inheritance[-1]
    return Work(orders=orders, views=tuple(Due(view=views[row], files=files) for row, files in pairs))


@attrs.frozen(kw_only=True)
class Yield:
    """What came of one view by one order: the bytes, or the reason why there are none.

    `is_option_fault` says that the exporter refused an option, which all views have in common.

    >>> Yield(state=FileState.SKIPPED, reason="nothing to tell").content
    b''
    """

    state: FileState
    content: bytes = b""
    problems: tuple[Problem, ...] = ()
    reason: str = ""
    details: str = ""
    is_option_fault: bool = False


Made = tuple[tuple[int, Yield], ...]
"""What came of some views: of each file its number in the batch, and its bytes."""


def worked(work: Work) -> Made:
    """What comes of each view by each order, one failure standing for itself."""
    with collector_paused():
        return tuple(
            (number, _yielded(work.orders[which], due.view))
            for due in work.views
            for number, which in due.files
        )


def _yielded(order: Order, view: View) -> Yield:
    try:
        rendering = fulfilled(order, view)
    except NothingToExport as error:
        return Yield(state=FileState.SKIPPED, reason=str(error))
    except NominateError as error:
        return Yield(
            state=FileState.FAILED,
            reason=str(error),
            problems=getattr(error, "problems", ()),
            details=(error.details if isinstance(error, PluginError) else "")
            or traceback_of(error.__cause__),
            is_option_fault=isinstance(error, OptionError),
        )
    return Yield(state=FileState.MADE, content=rendering.content, problems=rendering.problems)


def begin_worker() -> None:
    """Leave Ctrl-C to the parent, which lets the work at hand end, and end when the parent has died."""
    import signal  # noqa: PLC0415 - only a worker needs them
    from multiprocessing import parent_process  # noqa: PLC0415 - see above
    from threading import Thread  # noqa: PLC0415 - see above

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=_outlived, args=(parent,), daemon=True).start()


def _outlived(parent: object) -> None:
    import os  # noqa: PLC0415 - see `begin_worker`

    parent.join()  # type: ignore[attr-defined]  # a process, whose class is no public name
    os._exit(1)

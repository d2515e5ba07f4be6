"""Spreading work over this process, over a pool of our own, or over somebody's executor."""

from __future__ import annotations

import pickle
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from itertools import chain, islice

import attrs

from nominate.batch.outcome import FileState
from nominate.batch.working import Due, Work, Yield, begin_worker, worked
from nominate.errors import UsageError
from nominate.exporting.rendering import Order
from nominate.plugging.faults import told, traceback_of

__all__ = ["spread"]

Made = tuple[tuple[int, Yield], ...]
Found = Iterator[tuple[int, Yield]]

# Below that, starting processes takes longer than the work (they take a third of a second).
_SERIAL_SECONDS = 0.3
# Fewer at once would cost more in sending than in working; more would leave a worker idle at the end.
_MOST_AT_ONCE = 25
_PARTS = 32
# So many parts wait at an executor, or for their files to be written: what they hold stays in memory.
_MOST_AHEAD = 256
# And so many at each process of our own: when one dies, all that are there are tried again.
_AHEAD_OF_A_JOB = 3


def spread(
    views: Iterator[Due],
    orders: tuple[Order, ...],
    number: int,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Found:
    """What comes of each view by each order, as they are ready; there are up to `number` views.

    What takes less than a third of a second is done here, whatever `jobs` says; an executor gets everything.

    Raises:
        UsageError: the exporter cannot be sent to another process.
    """
    if executor is not None:
        yield from _by(executor, _parts(views, orders, number), ahead=_MOST_AHEAD, lost=None)
        return
    if jobs > 1:
        _refuse_unsendable(orders)
    start = time.perf_counter()
    for one in views:
        yield from worked(Work(orders=orders, views=(one,)))
        if jobs > 1 and time.perf_counter() - start > _SERIAL_SECONDS:
            break
    # Most often nothing is left, and no process is needed.
    for first in islice(views, 1):
        yield from _by_own_pool(_parts(chain((first,), views), orders, number), jobs)


def _parts(views: Iterator[Due], orders: tuple[Order, ...], number: int) -> Iterator[Work]:
    size = max(1, min(_MOST_AT_ONCE, number // _PARTS))
    while part := tuple(islice(views, size)):
        yield Work(orders=orders, views=part)


def _by_own_pool(parts: Iterator[Work], jobs: int) -> Found:
    """By processes of our own; what a dying process took with it is tried again before the others go on."""
    while True:
        lost: list[Work] = []
        with _pool(jobs) as pool:
            yield from _by(pool, parts, ahead=_AHEAD_OF_A_JOB * jobs, lost=lost)
        if not lost:
            return
        yield from _one_by_one(deque(one for part in lost for one in _single(part)))


def _single(part: Work) -> Iterator[Work]:
    """The same work, for one file after the other."""
    for due in part.views:
        for file in due.files:
            yield attrs.evolve(part, views=(attrs.evolve(due, files=(file,)),))


def _one_by_one(waiting: deque[Work]) -> Found:
    """Each in a process that works at nothing else; who ends it twice has failed, the others go on."""
    ended: Work | None = None
    while waiting:
        with _pool(1) as pool:
            # That no process can begin, as where each would run the whole script again, is no view's fault.
            error = _submitted(pool, attrs.evolve(waiting[0], views=())).exception()
            while error is not None and waiting:
                yield from _failed(waiting.popleft(), error)
            while waiting:
                future = _submitted(pool, waiting[0])
                error = future.exception()
                if isinstance(error, BrokenExecutor) and waiting[0] is not ended:
                    ended = waiting[0]
                    break
                part = waiting.popleft()
                yield from future.result() if error is None else _failed(part, error)
                if isinstance(error, BrokenExecutor):
                    break


def _pool(jobs: int) -> ProcessPoolExecutor:
    from multiprocessing import get_context  # noqa: PLC0415 - most commands end without another process

    # A forked process would hold the register, with all that an audience may not know.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin_worker)


def _refuse_unsendable(orders: tuple[Order, ...]) -> None:
    for order in orders:
        try:
            pickle.dumps(order)
        except (pickle.PicklingError, AttributeError, TypeError) as error:
            raise UsageError(
                f"exporter {order.exporter.name!r} cannot be sent to another process: {told(error)}; "
                "define what it needs at the top of a module, or let one job do"
            ) from None


def _by(executor: Executor, parts: Iterator[Work], *, ahead: int, lost: list[Work] | None) -> Found:
    """What an executor makes of them, of which so many wait for it.

    Once a pool of our own is broken, what it was given goes to `lost`, and the other parts are left.
    """
    running = {_submitted(executor, part): part for part in islice(parts, ahead)}
    try:
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                part = running.pop(future)
                error = CancelledError() if future.cancelled() else future.exception()
                if isinstance(error, BrokenExecutor) and lost is not None:
                    lost.append(part)
                else:
                    yield from future.result() if error is None else _failed(part, error)
                more = 0 if lost else 1
                running |= {_submitted(executor, part): part for part in islice(parts, more)}
    finally:
        # Whoever stops listening, as Ctrl-C does, wants no more of it.
        for future in running:
            future.cancel()


def _submitted(executor: Executor, part: Work) -> Future[Made]:
    try:
        return executor.submit(worked, part)
    except BrokenExecutor as error:
        broken: Future[Made] = Future()
        broken.set_exception(error)
        return broken


def _failed(part: Work, error: BaseException) -> Found:
    ended = "the process that worked at it ended" if isinstance(error, BrokenExecutor) else told(error)
    for number in (number for due in part.views for number, _ in due.files):
        yield number, Yield(state=FileState.FAILED, reason=ended, details=traceback_of(error))

"""Spreading work over this process, over a pool of our own, or over somebody's executor."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterable, Iterator
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
from nominate.batch.working import Work, Yield, begin_worker, worked
from nominate.errors import UsageError
from nominate.exporting.rendering import Order
from nominate.plugging.faults import told, traceback_of
from nominate.viewing.view import View

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


def spread(
    views: Iterator[tuple[int, View]],
    order: Order,
    number: int,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Found:
    """What comes of each view, by its place, in the order in which they are ready; there are up to `number`.

    What takes less than a third of a second is done here, whatever `jobs` says; an executor gets everything.

    Raises:
        UsageError: the exporter cannot be sent to another process.
    """
    if executor is not None:
        yield from _by(executor, _parts(views, order, number), lost=None)
        return
    if jobs > 1:
        _refuse_unsendable(order)
    start = time.perf_counter()
    for one in views:
        yield from worked(Work(order=order, views=(one,)))
        if jobs > 1 and time.perf_counter() - start > _SERIAL_SECONDS:
            break
    # Most often nothing is left, and no process is needed.
    for first in islice(views, 1):
        yield from _by_own_pool(_parts(chain((first,), views), order, number), jobs)


def _parts(views: Iterator[tuple[int, View]], order: Order, number: int) -> Iterator[Work]:
    size = max(1, min(_MOST_AT_ONCE, number // _PARTS))
    while part := tuple(islice(views, size)):
        yield Work(order=order, views=part)


def _by_own_pool(parts: Iterable[Work], jobs: int) -> Found:
    """By processes of our own; what a dying process took with it is tried once more, each view by itself."""
    lost: list[Work] = []
    with _pool(jobs) as pool:
        yield from _by(pool, parts, lost=lost)
    for alone in (attrs.evolve(part, views=(view,)) for part in lost for view in part.views):
        with _pool(1) as pool:
            yield from _by(pool, [alone], lost=None)


def _pool(jobs: int) -> ProcessPoolExecutor:
    from multiprocessing import get_context  # noqa: PLC0415 - most commands end without another process

    # A forked process would hold the register, with all that an audience may not know.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin_worker)


def _refuse_unsendable(order: Order) -> None:
    try:
        pickle.dumps(order)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise UsageError(
            f"exporter {order.exporter.name!r} cannot be sent to another process: {told(error)}; "
            "define what it needs at the top of a module, or let one job do"
        ) from None


def _by(executor: Executor, parts: Iterable[Work], *, lost: list[Work] | None) -> Found:
    """What an executor makes of them; what a broken pool took with it goes to `lost`, or has failed."""
    waiting = iter(parts)
    running = {_submitted(executor, part): part for part in islice(waiting, _MOST_AHEAD)}
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
                running |= {_submitted(executor, part): part for part in islice(waiting, 1)}
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
    for number, _ in part.views:
        yield number, Yield(state=FileState.FAILED, reason=ended, details=traceback_of(error))

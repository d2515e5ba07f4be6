"""Spreading work over this process, over a pool of our own, or over somebody's executor."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    wait,
)
from itertools import chain, islice

import attrs

from nominate.batch.crew import Crew, pool, submitted
from nominate.batch.outcome import FileState
from nominate.batch.working import Due, Work, Yield, worked
from nominate.errors import UsageError
from nominate.exporting.rendering import Order
from nominate.plugging.faults import told, traceback_of

__all__ = ["refuse_unsendable", "spread"]

Found = Iterator[tuple[int, Yield]]

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
    crew: Crew,
    executor: Executor | None = None,
) -> Found:
    """What comes of each view by each order, as they are ready; there are up to `number` views.

    What takes less than a third of a second is done here, whatever the crew; an executor gets everything.
    """
    if executor is not None:
        yield from _by(executor, _parts(views, orders, number), ahead=_MOST_AHEAD, lost=None)
        return
    for one in views:
        # Here also what all of them need is loaded, for processes that are born with it.
        yield from worked(Work(orders=orders, views=(one,)))
        if crew.is_wanted:
            break
    # Most often nothing is left, and no process is needed.
    for first in islice(views, 1):
        yield from _by_crew(_parts(chain((first,), views), orders, number), crew)


def _parts(views: Iterator[Due], orders: tuple[Order, ...], number: int) -> Iterator[Work]:
    size = max(1, min(_MOST_AT_ONCE // len(orders), number // _PARTS))
    while part := tuple(islice(views, size)):
        yield Work(orders=orders, views=part)


def _by_crew(parts: Iterator[Work], crew: Crew) -> Found:
    """By processes of our own; what a dying process took with it is tried again before the others go on."""
    while True:
        lost: list[Work] = []
        taken = crew.take()
        with taken.executor as processes:
            own = (attrs.evolve(part, is_inherited=taken.are_heirs) for part in parts)
            yield from _by(processes, own, ahead=_AHEAD_OF_A_JOB * crew.jobs, lost=lost)
        if not lost:
            return
        yield from _one_by_one(deque(one for part in lost for one in _single(part)))


def _single(part: Work) -> Iterator[Work]:
    """The same work, for one file after the other."""
    for due in part.views:
        for file in due.files:
            yield attrs.evolve(part, views=(attrs.evolve(due, files=(file,)),), is_inherited=False)


def _one_by_one(waiting: deque[Work]) -> Found:
    """Each in a process that works at nothing else; who ends it twice has failed, the others go on."""
    ended: Work | None = None
    while waiting:
        with pool(1) as process:
            # That no process can begin, as where each would run the whole script again, is no view's fault.
            error = submitted(process, attrs.evolve(waiting[0], views=())).exception()
            while error is not None and waiting:
                yield from _failed(waiting.popleft(), error)
            while waiting:
                future = submitted(process, waiting[0])
                error = future.exception()
                if isinstance(error, BrokenExecutor) and waiting[0] is not ended:
                    ended = waiting[0]
                    break
                part = waiting.popleft()
                yield from future.result() if error is None else _failed(part, error)
                if isinstance(error, BrokenExecutor):
                    break


def refuse_unsendable(orders: tuple[Order, ...]) -> None:
    """Refuse what no other process could be sent.

    Raises:
        UsageError: an exporter of a script cannot be found by another process.
    """
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
    running = {submitted(executor, part): part for part in islice(parts, ahead)}
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
                running |= {submitted(executor, part): part for part in islice(parts, more)}
    finally:
        # Whoever stops listening, as Ctrl-C does, wants no more of it.
        for future in running:
            future.cancel()


def _failed(part: Work, error: BaseException) -> Found:
    ended = "the process that worked at it ended" if isinstance(error, BrokenExecutor) else told(error)
    for number in (number for due in part.views for number, _ in due.files):
        yield number, Yield(state=FileState.FAILED, reason=ended, details=traceback_of(error))

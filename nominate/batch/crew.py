"""Processes of our own: begun once a batch has taken longer than that takes, and begun anew when one dies."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager

import attrs

from nominate.batch.working import Made, Work, begin_worker, bequeathed, worked
from nominate.exporting.rendering import Order
from nominate.viewing.view import View

__all__ = ["Crew", "Taken", "crew_of", "pool", "submitted"]

# Below that, starting processes takes longer than the work (they take a third of a second).
_SERIAL_SECONDS = 0.3


class Crew:
    """So many processes that may work at a batch, as soon as that is worth while.

    >>> with crew_of(1, orders=()) as crew:
    ...     crew.is_wanted
    False
    """

    def __init__(self, jobs: int, orders: tuple[Order, ...]) -> None:
        self.jobs = jobs
        self._orders = orders
        self._since = time.perf_counter()
        self._begun: ProcessPoolExecutor | None = None
        self._views: tuple[View, ...] = ()

    @property
    def is_wanted(self) -> bool:
        """Whether the batch has taken longer than it takes to begin processes."""
        return self.jobs > 1 and time.perf_counter() - self._since > _SERIAL_SECONDS

    def begin_where_wanted(self) -> None:
        """Let the processes begin meanwhile, unless they had better be born with the views."""
        if self.is_wanted and self._begun is None and not _may_fork():
            self._begun = pool(self.jobs)
            for _ in range(self.jobs):
                submitted(self._begun, Work(orders=self._orders, views=()))

    def expect(self, views: Iterable[View]) -> None:
        """Keep the views for processes that are born with them."""
        if self.jobs > 1 and self._begun is None:
            self._views = tuple(views)

    def take(self) -> Taken:
        """The processes, which end with the block that they are taken for; taken again, they are others."""
        begun, views = self._begun, self._views
        self._begun, self._views = None, ()
        if begun is None and views and _may_fork():
            return Taken(executor=_born_with(self._orders, views, self.jobs), are_heirs=True)
        return Taken(executor=begun or pool(self.jobs), are_heirs=False)

    def end(self) -> None:
        """Let processes go that nobody has taken."""
        if self._begun is not None:
            self._begun.shutdown(cancel_futures=True)


@attrs.frozen(kw_only=True)
class Taken:
    """Processes that are taken, and whether they were born with the views.

    >>> [field.name for field in attrs.fields(Taken)]
    ['executor', 'are_heirs']
    """

    executor: ProcessPoolExecutor
    are_heirs: bool


@contextmanager
def crew_of(jobs: int, orders: tuple[Order, ...]) -> Iterator[Crew]:
    """A crew for as long as the block runs, for work by these orders."""
    crew = Crew(jobs, orders)
    try:
        yield crew
    finally:
        crew.end()


def pool(jobs: int) -> ProcessPoolExecutor:
    """So many processes that begin with nothing, and end with this one."""
    return _pool(jobs, "spawn")


def _pool(jobs: int, method: str) -> ProcessPoolExecutor:
    from multiprocessing import get_context  # noqa: PLC0415 - most commands end without another process

    return ProcessPoolExecutor(jobs, mp_context=get_context(method), initializer=begin_worker)


def _may_fork() -> bool:
    """Whether processes may be born with all that this one holds.

    Elsewhere than on Linux the system's own libraries do not bear it, and among threads a lock may be held
    by one that the new process does not have.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _born_with(orders: tuple[Order, ...], views: tuple[View, ...], jobs: int) -> ProcessPoolExecutor:
    processes = _pool(jobs, "fork")
    with bequeathed(orders, views):
        # The first that it is given lets all of them begin, before the pool has a thread of its own.
        submitted(processes, Work(orders=(), views=(), is_inherited=True))
    return processes


def submitted(executor: Executor, part: Work) -> Future[Made]:
    """What an executor will make of the work; broken, it fails as it does when it breaks at work."""
    try:
        return executor.submit(worked, part)
    except BrokenExecutor as error:
        broken: Future[Made] = Future()
        broken.set_exception(error)
        return broken

"""Processes of our own: begun once a batch has taken longer than that takes, and begun anew when one dies."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager

from nominate.batch.working import Made, Work, begin_worker, worked
from nominate.exporting.rendering import Order

__all__ = ["Crew", "crew_of", "pool", "submitted"]

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

    @property
    def is_wanted(self) -> bool:
        """Whether the batch has taken longer than it takes to begin processes."""
        return self.jobs > 1 and time.perf_counter() - self._since > _SERIAL_SECONDS

    def begin_where_wanted(self) -> None:
        """Let the processes begin, which this one need not wait for."""
        if self.is_wanted and self._begun is None:
            self._begun = pool(self.jobs)
            for _ in range(self.jobs):
                submitted(self._begun, Work(orders=self._orders, views=()))

    def take(self) -> ProcessPoolExecutor:
        """The processes, which end with the block that they are taken for; taken again, they are others."""
        taken, self._begun = self._begun or pool(self.jobs), None
        return taken

    def end(self) -> None:
        """Let processes go that nobody has taken."""
        if self._begun is not None:
            self._begun.shutdown(cancel_futures=True)


@contextmanager
def crew_of(jobs: int, orders: tuple[Order, ...]) -> Iterator[Crew]:
    """A crew for as long as the block runs, for work by these orders."""
    crew = Crew(jobs, orders)
    try:
        yield crew
    finally:
        crew.end()


def pool(jobs: int) -> ProcessPoolExecutor:
    """So many processes that hold nothing of the register, and end with this one."""
    from multiprocessing import get_context  # noqa: PLC0415 - most commands end without another process

    # A forked process would hold the register, with all that an audience may not know.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=begin_worker)


def submitted(executor: Executor, part: Work) -> Future[Made]:
    """What an executor will make of the work; broken, it fails as it does when it breaks at work."""
    try:
        return executor.submit(worked, part)
    except BrokenExecutor as error:
        broken: Future[Made] = Future()
        broken.set_exception(error)
        return broken

"""One batch at work: what is due is made, noted and written, and what became of each file is told."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from hashlib import sha256
from itertools import count
from pathlib import Path

import attrs

from nominate.batch.crew import Crew
from nominate.batch.ledger import Ledger, Written
from nominate.batch.outcome import BatchFile, FileState
from nominate.batch.planning import Planned
from nominate.batch.spreading import spread
from nominate.batch.working import Due, Yield
from nominate.errors import OptionError, OutputError, Problem
from nominate.exporting.rendering import NOTHING, Order
from nominate.files.reading import name_of, reason_of
from nominate.files.writing import settle, write_whole
from nominate.model.fields import Audience
from nominate.viewing.view import View

__all__ = ["Run"]

# To bring a file to the disc takes longer than to make a short one, and is nothing but waiting.
_WRITERS = 4
_MOST_WRITING = 8
# Files that come as quickly as this, in seconds, are noted and written together, since the ledger's lock
# takes as long as a file; one that took longer is written at once, and not lost by an interruption.
_MOST_TOGETHER = 16
_QUICK = 0.03

Told = tuple[int, BatchFile]
_Ready = tuple[int, Planned, Yield]


@attrs.define(kw_only=True)
class Run:
    """One batch at work: what is made, where that is noted, and who makes it.

    `tidied` are the folders where what a killed process left was looked for: in a folder of many files that
    takes long, so it is done once.
    """

    orders: tuple[Order, ...]
    ledger: Ledger
    readers: Audience
    crew: Crew
    executor: Executor | None
    is_dry: bool
    tidied: set[Path] = attrs.field(factory=set, init=False)

    def settled(self, plans: Iterator[tuple[View, tuple[Planned, ...]]], number: int) -> Iterator[Told]:
        """What becomes of each file, by its place; of `number` views in all none is kept for long.

        Raises:
            OptionError: an option is refused by one order for every view alike.
        """
        told: deque[Told] = deque()
        waiting: dict[int, Planned] = {}
        due = self._due(plans, waiting, told)
        yields = spread(due, self.orders, number, crew=self.crew, executor=self.executor)
        for made in self._made(yields, waiting):
            yield made
            yield from _emptied(told)
        yield from _emptied(told)
        for folder in self.tidied:
            settle(folder)

    def _due(
        self,
        plans: Iterator[tuple[View, tuple[Planned, ...]]],
        waiting: dict[int, Planned],
        told: deque[Told],
    ) -> Iterator[Due]:
        """The views to make files of, whose plans are waiting then; what becomes of the others is told."""
        places = count()
        for row, (view, own) in enumerate(plans):
            files = []
            for place, plan in zip(places, own, strict=False):
                if plan.state is FileState.DUE and self._is_needless(plan, view):
                    told.append((place, self._told(plan, FileState.SKIPPED, reason=NOTHING)))
                elif plan.state is FileState.DUE and not self.is_dry:
                    waiting[place] = plan
                    files.append((place, plan.form))
                else:
                    told.append((place, self._told(plan, plan.state)))
            if files:
                yield Due(view=view, files=tuple(files), row=row)

    def _is_needless(self, plan: Planned, view: View) -> bool:
        return self.orders[plan.form].exporter.needs_entries and not view.entries

    def _made(self, yields: Iterator[tuple[int, Yield]], waiting: dict[int, Planned]) -> Iterator[Told]:
        refused: dict[int, set[str]] = {}
        together: list[_Ready] = []
        writing: deque[Future[list[Told]]] = deque()
        since = time.perf_counter()
        with ThreadPoolExecutor(_WRITERS) as writers:
            for place, one in yields:
                plan = waiting.pop(place)
                refused.setdefault(plan.form, set()).add(one.reason if one.is_option_fault else "")
                together.append((place, plan, one))
                is_slow = time.perf_counter() - since > _QUICK
                # The first in a folder looks for what a killed process left, and must be alone for that; and
                # no process can be born with the views among threads.
                if plan.path.parent not in self.tidied or (is_slow and self.crew.jobs > 1):
                    yield from self._written(together)
                    together = []
                elif is_slow or len(together) == _MOST_TOGETHER:
                    writing.append(writers.submit(self._written, together))
                    together = []
                while writing and (writing[0].done() or len(writing) > _MOST_WRITING):
                    yield from writing.popleft().result()
                since = time.perf_counter()
            writing.append(writers.submit(self._written, together))
            for future in writing:
                yield from future.result()
        _refuse_what_all_refuse(refused)

    def _written(self, ready: list[_Ready]) -> list[Told]:
        """What becomes of those that are ready, after all of them are noted and what was made is written."""
        self.ledger.note(
            {
                plan.path: Written(
                    source=plan.source,
                    content=sha256(one.content).hexdigest(),
                    audience=self.readers.value,
                )
                for _, plan, one in ready
                if one.state is FileState.MADE
            }
        )
        return [(place, self._settled(plan, one)) for place, plan, one in ready]

    def _settled(self, plan: Planned, one: Yield) -> BatchFile:
        if one.state is not FileState.MADE:
            return self._told(plan, one.state, reason=one.reason, details=one.details, problems=one.problems)
        folder = plan.path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(plan.path, one.content, is_one_of_many=folder in self.tidied)
        except OutputError as error:
            return self._told(plan, FileState.FAILED, reason=str(error))
        except OSError as error:
            reason = f"{name_of(folder)}: cannot be made: {reason_of(error)}"
            return self._told(plan, FileState.FAILED, reason=reason)
        self.tidied.add(folder)
        return self._told(plan, FileState.MADE, size=len(one.content), problems=one.problems)

    def _told(
        self,
        plan: Planned,
        state: FileState,
        *,
        size: int = 0,
        reason: str = "",
        details: str = "",
        problems: tuple[Problem, ...] = (),
    ) -> BatchFile:
        order = self.orders[plan.form]
        return BatchFile(
            id=plan.id,
            name=plan.name,
            path=plan.path,
            state=state,
            exporter=order.exporter.name,
            media_type=order.media_type,
            size=size,
            reason=reason,
            details=details,
            problems=(*plan.problems, *problems),
        )


def _refuse_what_all_refuse(refused: dict[int, set[str]]) -> None:
    """An option that every view refuses is a slip of whoever asked, and no failure of the exporter."""
    for reasons in refused.values():
        if len(reasons) == 1 and "" not in reasons:
            raise OptionError(reasons.pop())


def _emptied(told: deque[Told]) -> Iterator[Told]:
    while told:
        yield told.popleft()

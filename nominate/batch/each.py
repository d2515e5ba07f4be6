"""The door to batches: one file for each organisation, award, edition, category or programme."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import attrs

from nominate.batch.ledger import Ledger, ledger_in
from nominate.batch.left_over import left_over
from nominate.batch.naming import pattern
from nominate.batch.outcome import Batch, BatchFile, FileState
from nominate.batch.planning import Planned, fields_of, planned
from nominate.batch.spreading import spread
from nominate.batch.working import Yield
from nominate.errors import NothingToExport, OptionError, OutputError, Problem, UsageError
from nominate.exporting.exporters import Exporters
from nominate.exporting.rendering import NOTHING, AnyExporter, Order, order
from nominate.files.reading import name_of, reason_of
from nominate.files.writing import settle, write_whole
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.register.register import Register
from nominate.storage.finding import own_folder
from nominate.viewing.build import views
from nominate.viewing.view import View

__all__ = ["Progress", "export_each"]

# To bring a file to the disc takes longer than to make a short one, and is nothing but waiting.
_WRITERS = 4
_MOST_WRITING = 32

Progress = Callable[[BatchFile, int], None]
"""What is called for each file as soon as it is settled, with how many there are in all."""


def export_each(  # noqa: PLR0913 - each is a choice of its own, and all but two have a default
    register: Register,
    out: str | os.PathLike[str],
    *,
    each: str = "organisation",
    as_of: When | str,
    audience: Audience | str = Audience.PUBLIC,
    to: AnyExporter | None = None,
    options: object = None,
    exporters: Exporters | None = None,
    beside: str | os.PathLike[str] | None = None,
    jobs: int = 1,
    executor: Executor | None = None,
    is_again: bool = False,
    is_lasting: bool = False,
    is_dry: bool = False,
    progress: Progress | None = None,
    **filters: object,
) -> Batch:
    """Write a file for each organisation, or for each of something else; one that fails stops no other.

    Each is what `export` would write of that view, the same bytes however many work at it, whole or not at
    all. What was made earlier, would say the same and was not changed is not made again. What somebody has
    changed by hand is left, and told.

    Args:
        register: as for `views`, as are `each`, `as_of`, `audience` and `filters`
        out: the files' path, with fields in braces: `briefings/{id}.pdf`. There are `id`, `name`, `audience`
            and `as_of` (a day), and for each edition `award` and `edition`. Folders are made where missing
        to: as for `export`, as are `options` and `exporters`
        beside: the file or folder of the register; what was made is remembered in `.nominate` beside it, and
            without it nothing is. What an exporter of your own makes, which has no version, is always made
        jobs: how many processes of our own work at it; a script that asks for more than one keeps what it
            does under `if __name__ == "__main__":`, since each of them imports it
        executor: works at all of it instead, on a cluster if you like; it is not shut down
        is_again: whether also what is current, or was changed by hand, is made
        is_lasting: whether what was made as of an earlier moment of the same day is current, if it says the
            same; otherwise only what was made as of the same moment
        is_dry: whether nothing is written, and what would be made is told as `due`
        progress: called for each file as soon as it is settled, with how many there are in all

    Raises:
        UsageError: an unknown field or none in `out`, two files of one name, or what `export` and `views`
            refuse.
        OptionError: an option is refused, by every view alike.
        NothingToExport: this audience may know nothing that there could be a file for.
        Also what `export` raises before it writes.

    >>> import tempfile
    >>> import nominate
    >>> register = nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")
    >>> out = Path(tempfile.mkdtemp()) / "{id}.csv"
    >>> batch = export_each(register, out, each="award", as_of="2026-11-01", audience="internal")
    >>> len(batch.made) == len(batch.files), batch.failed
    (True, ())
    """
    if jobs < 1:
        raise UsageError(f"{jobs} jobs cannot work; one is the least")
    names = pattern(os.fspath(out), fields=fields_of(each))
    ordered = _ordered(Path(out), to, options, exporters or Exporters())
    found = _found(register, each, as_of, audience, filters)
    number = len(found)
    readers = Audience(audience)
    folder = own_folder(Path(beside)) if beside is not None else None
    ledger = ledger_in(folder, is_read_only=is_dry)
    earlier = None if is_again else ledger
    plans = planned(found, names, each=each, order=ordered, earlier=earlier, is_lasting=is_lasting)
    run = _Run(order=ordered, ledger=ledger, readers=readers, jobs=jobs, executor=executor, is_dry=is_dry)
    files = _files(run.settled(plans, number), number, progress)
    others = left_over(ledger, files, readers)
    problems = (*(() if ordered.problem is None else (ordered.problem,)), *ledger.problems, *others)
    one = ordered.exporter
    return Batch(exporter=one.name, media_type=ordered.media_type, files=files, problems=problems)


def _found(
    register: Register,
    each: str,
    as_of: When | str,
    audience: Audience | str,
    filters: Mapping[str, object],
) -> list[tuple[str, View]]:
    found = list(views(register, each=each, as_of=as_of, audience=audience, **filters))
    if not found:
        raise NothingToExport(
            f"nothing to export: there is no {each} of which this audience may know anything at this moment; "
            "take a filter away, or ask as of a later moment or for another audience"
        )
    return found


def _ordered(target: Path, to: AnyExporter | None, options: object, at_hand: Exporters) -> Order:
    one = at_hand.for_path(target) if to is None else to
    return order(one, name=target.name, options=options, exporters=at_hand)


def _files(
    settled: Iterator[tuple[int, BatchFile]], number: int, progress: Progress | None
) -> tuple[BatchFile, ...]:
    files: dict[int, BatchFile] = {}
    for place, file in settled:
        files[place] = file
        if progress is not None:
            progress(file, number)
    return tuple(file for _, file in sorted(files.items()))


@attrs.define(kw_only=True)
class _Run:
    """One batch at work: what is made, where that is noted, and who makes it."""

    order: Order
    ledger: Ledger
    readers: Audience
    jobs: int
    executor: Executor | None
    is_dry: bool
    # To look for what a killed process left takes long in a folder of many files, so it is done once in each.
    tidied: set[Path] = attrs.field(factory=set, init=False)

    def settled(self, plans: Iterator[tuple[Planned, View]], number: int) -> Iterator[tuple[int, BatchFile]]:
        """What becomes of each, by its place; of `number` in all no view is kept for long."""
        told: deque[tuple[int, BatchFile]] = deque()
        waiting: dict[int, Planned] = {}
        due = self._due(plans, waiting, told)
        for made in self._made(
            spread(due, self.order, number, jobs=self.jobs, executor=self.executor), waiting
        ):
            yield made
            yield from _emptied(told)
        yield from _emptied(told)
        for folder in self.tidied:
            settle(folder)

    def _due(
        self,
        plans: Iterator[tuple[Planned, View]],
        waiting: dict[int, Planned],
        told: deque[tuple[int, BatchFile]],
    ) -> Iterator[tuple[int, View]]:
        """The views to make files of, whose plans are waiting then; what becomes of the others is told."""
        for place, (plan, view) in enumerate(plans):
            if plan.state is FileState.DUE and self.order.exporter.needs_entries and not view.entries:
                told.append((place, _told(plan, FileState.SKIPPED, reason=NOTHING)))
            elif plan.state is FileState.DUE and not self.is_dry:
                waiting[place] = plan
                yield place, view
            else:
                told.append((place, _told(plan, plan.state)))

    def _made(
        self, yields: Iterator[tuple[int, Yield]], waiting: dict[int, Planned]
    ) -> Iterator[tuple[int, BatchFile]]:
        refused: set[str] = set()
        writing: deque[tuple[int, Future[BatchFile]]] = deque()
        with ThreadPoolExecutor(_WRITERS) as writers:
            for number, one in yields:
                refused.add(one.reason if one.is_option_fault else "")
                plan = waiting.pop(number)
                # The first in a folder looks for what a killed process left, and must be alone for that.
                if plan.path.parent in self.tidied:
                    writing.append((number, writers.submit(self._settled, plan, one)))
                else:
                    yield number, self._settled(plan, one)
                while writing and (writing[0][1].done() or len(writing) > _MOST_WRITING):
                    place, file = writing.popleft()
                    yield place, file.result()
            yield from ((place, file.result()) for place, file in writing)
        # An option that every view refuses is a slip of whoever asked, and no failure of the exporter.
        if len(refused) == 1 and "" not in refused:
            raise OptionError(refused.pop())

    def _settled(self, plan: Planned, one: Yield) -> BatchFile:
        if one.state is not FileState.MADE:
            return _told(plan, one.state, reason=one.reason, details=one.details, problems=one.problems)
        folder = plan.path.parent
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.ledger.note(plan.path, source=plan.source, content=one.content, audience=self.readers.value)
            write_whole(plan.path, one.content, is_one_of_many=folder in self.tidied)
        except OutputError as error:
            return _told(plan, FileState.FAILED, reason=str(error))
        except OSError as error:
            reason = f"{name_of(folder)}: cannot be made: {reason_of(error)}"
            return _told(plan, FileState.FAILED, reason=reason)
        self.tidied.add(folder)
        return _told(plan, FileState.MADE, size=len(one.content), problems=one.problems)


def _emptied(told: deque[tuple[int, BatchFile]]) -> Iterator[tuple[int, BatchFile]]:
    while told:
        yield told.popleft()


def _told(
    plan: Planned,
    state: FileState,
    *,
    size: int = 0,
    reason: str = "",
    details: str = "",
    problems: tuple[Problem, ...] = (),
) -> BatchFile:
    return BatchFile(
        id=plan.id,
        name=plan.name,
        path=plan.path,
        state=state,
        size=size,
        reason=reason,
        details=details,
        problems=(*plan.problems, *problems),
    )

"""One row of a table to what it says: its cells together, and what could not be read kept and told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from nominate.errors import Problem, Severity, shown
from nominate.files.faults import Fault
from nominate.foreign.cells.occasions import Occasion
from nominate.foreign.cells.tidying import cell_text
from nominate.foreign.finding.meanings import DATES, Meaning
from nominate.foreign.finding.tables import Heading
from nominate.foreign.rows.entries import SheetEntry
from nominate.foreign.rows.sayings import DOUBT, KEPT, Saying, Settled, sayings_of
from nominate.model.decision import Outcome
from nominate.model.mapping import FrozenDict
from nominate.register.changes import Origin
from nominate.sheets import Cell, Row

__all__ = ["ReadRow", "read_row"]

_LISTS = frozenset({"nominees", "outcomes", "contributors", "costs", "evidence", "dates", "notes"})
_ORDER = {outcome: place for place, outcome in enumerate(Outcome)}
_TEXT = 20_000


@attrs.frozen(kw_only=True)
class ReadRow:
    """What a row says, and a problem for each cell of it that could not be read."""

    entry: SheetEntry
    problems: tuple[Problem, ...] = ()


def read_row(
    row: Row,
    columns: Iterable[tuple[Heading, Meaning]],
    *,
    around: Occasion,
    origin: Origin,
    settled: Settled,
) -> ReadRow:
    """What a row says; `around` is the award and the edition where it names none, `origin` where it stands.

    >>> columns = [(Heading(title="Trust", place=0), Meaning.ORGANISATION)]
    >>> around = Occasion(award="HSJ Awards", edition="2020")
    >>> row = Row(2, ("Avon Trust",))
    >>> read_row(row, columns, around=around, origin=Origin(), settled=Settled()).entry.nominees[0].name
    'Avon Trust'
    """
    draft = _Draft(row=row, origin=origin)
    for heading, meaning in columns:
        draft.take(heading, row.cells[heading.place], meaning, settled)
    return ReadRow(entry=draft.entry(around), problems=tuple(draft.problems))


class _Draft:
    """An entry while its cells are read, one after the other."""

    def __init__(self, *, row: Row, origin: Origin) -> None:
        self.problems: list[Problem] = []
        self._row, self._origin = row, origin
        self._said: dict[str, Any] = {}
        self._lists: dict[str, list[Any]] = {}
        self._titles: dict[str, str] = {}
        self._extra: dict[str, str] = {}

    def take(self, heading: Heading, cell: Cell, meaning: Meaning, settled: Settled) -> None:
        """Take in what a cell says, or doubt it where it cannot mean that."""
        try:
            for saying in sayings_of(heading, meaning, cell, settled):
                self._take(heading, cell, saying)
        except Fault as fault:
            self._doubt(heading, cell, fault)
            if meaning in DATES:
                self._lists.setdefault("unread_dates", []).append(DATES[meaning])

    def entry(self, around: Occasion) -> SheetEntry:
        """The entry that the cells come to; what they leave open is as it is around them."""
        said, lists = self._said, self._lists
        own_edition, of_award = said.pop("edition", ""), said.pop("edition_of_award", "")
        outcomes = tuple(sorted({*lists.pop("outcomes", ())}, key=_ORDER.__getitem__))
        if not outcomes:
            self._set_aside("decided", "announced", "embargo")
        given: dict[str, Any] = {**said, **{name: tuple(values) for name, values in lists.items()}}
        given |= {
            "award": said.get("award") or around.award,
            "edition": own_edition or of_award or around.edition,
            "notes": _joined(lists.get("notes", [])),
        }
        return SheetEntry(origin=self._at("A"), outcomes=outcomes, extra=FrozenDict(self._extra), **given)

    def _set_aside(self, *names: str) -> None:
        """Keep as extra what is said of an outcome where the row has none."""
        for name in names:
            if name in self._said:
                self._extra.setdefault(self._titles[name], str(self._said.pop(name)))

    def _take(self, heading: Heading, cell: Cell, saying: Saying) -> None:
        name, value = saying
        if name == KEPT:
            self._keep(heading, str(value))
        elif name == DOUBT and isinstance(value, Fault):
            self._doubt(heading, cell, value)
        elif name in _LISTS:
            self._lists.setdefault(name, []).append(value)
        elif self._said.setdefault(name, value) == value:
            self._titles[name] = heading.title
        else:
            first = getattr(self._said[name], "value", self._said[name])
            raise Fault("W740", f"another cell says {shown(str(first))} already")

    def _doubt(self, heading: Heading, cell: Cell, fault: Fault) -> None:
        self._keep(heading, cell_text(cell)[:_TEXT])
        problem = fault.problem
        hint = f"{problem.hint}; kept as extra" if problem.hint else "kept as extra"
        told = attrs.evolve(problem, hint=hint, severity=Severity.WARNING)
        self.problems.append(self._at(heading.letters).problem(told))

    def _keep(self, heading: Heading, text: str) -> None:
        self._extra.setdefault(heading.title, text)

    def _at(self, letters: str) -> Origin:
        if self._origin.sheet:
            return attrs.evolve(self._origin, cell=f"{letters}{self._row.number}")
        return attrs.evolve(self._origin, line=self._row.number)


def _joined(notes: list[tuple[str, str]]) -> str:
    """The notes of all columns; with the title of each where there are several."""
    if len(notes) <= 1:
        return notes[0][1][:_TEXT] if notes else ""
    return "\n\n".join(f"{title}: {text}" for title, text in notes)[:_TEXT]

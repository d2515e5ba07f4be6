"""How rows of the view become cells: links behind their labels, and days that Excel counts beside dates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

import attrs

from nominate import Certainty, Column, ColumnKind, When
from nominate_excel._base.telling import Told
from nominate_excel._cells.remembered import RememberedCells
from nominate_excel._parts import Batch, Cell, Link, Look, SheetColumn, letter
from nominate_excel._sheets.days import Days

__all__ = ["COUNTED", "LABELS", "Laid", "Laying", "Named", "known_laying", "laying_of"]

LABELS = {
    "nominations": {"link": "title", "award_link": "award"},
    "awards": {"url": "name"},
    "organisations": {"url": "name"},
    "dates": {"source": "what"},
}
"""What a link says: the text of another column, never its address."""

COUNTED = {"nominations": ("next_due", "progress"), "dates": ("when", "waiting")}
"""The date that a column of days counts to, and what says that something is still awaited by then."""

# Nobody counts days to a date that was called off.
_OFF = frozenset({Certainty.POSTPONED.value, Certainty.CANCELLED.value})

Named: TypeAlias = Mapping[str, Sequence[Cell]]
"""The view's own cells of some rows, column by column."""

_Make: TypeAlias = Callable[[Named, Sequence[str], Mapping[str, str]], Sequence[Cell]]


@attrs.frozen
class Laid:
    """One column of the sheet, made from the view's cells, the numbers of the rows and the columns' letters.

    It shows `shows`, or is the same for every view: `fixed`.
    """

    name: str
    shows: Column
    make: _Make
    fixed: SheetColumn | None = None


@attrs.frozen(eq=False, kw_only=True)
class Laying:
    """The columns of a sheet; `names` are those of the cells in each row of the view."""

    names: tuple[str, ...]
    columns: tuple[Laid, ...]
    letters: Mapping[str, str]

    def batch(self, cells: Named, numbers: Sequence[str]) -> Batch:
        """The cells of some rows."""
        return [each.make(cells, numbers, self.letters) for each in self.columns]

    def __call__(self, rows: Sequence[Told], numbers: Sequence[str]) -> Batch:
        """The cells of few rows."""
        return self.batch(
            dict(zip(self.names, zip(*(row.cells for row in rows), strict=True), strict=True)), numbers
        )


def laying_of(
    of: str, columns: Sequence[Column], names: tuple[str, ...], worded: Collection[str], days: Days
) -> Laying:
    """How the chosen columns of a table are laid; in those that are `worded` stand dates that are no days."""
    maker = _Maker(of, days)
    laid = tuple(each for column in columns for each in maker.laid(column, is_worded=column.name in worded))
    letters = {each.name: letter(place) for place, each in enumerate(laid, 1)}
    return Laying(names=names, columns=laid, letters=letters)


known_laying = lru_cache(maxsize=64)(laying_of)
"""The same one for equal choices, since its rows are known by it."""


@attrs.frozen
class _Maker:
    of: str
    days: Days

    def laid(self, column: Column, *, is_worded: bool) -> Iterator[Laid]:
        """The column, with the day to sort it by where it holds dates whose day is not known."""
        name = column.name
        if name == "days_left" and self.of == "dates":
            yield Laid("days", column, self._to_go, _DAYS)
        yield Laid(name, column, self._maker(column))
        if column.kind is ColumnKind.DATE and (self.of == "dates" or is_worded):
            yield Laid(f"{name}_sort", column, self._sort_key(column), _sorting(column))

    def _maker(self, column: Column) -> _Make:
        if column.name == "days_left":
            return self._days_left
        if column.kind is ColumnKind.LINK:
            label = LABELS[self.of][column.name]
            return lambda cells, _numbers, _letters: [
                Link(str(address), str(said)) if address else ""
                for address, said in zip(cells[column.name], cells[label], strict=True)
            ]
        return lambda cells, _numbers, _letters: cells[column.name]

    def _days_left(self, cells: Named, numbers: Sequence[str], letters: Mapping[str, str]) -> Sequence[Cell]:
        """Words that Excel keeps up to date, where the sheet shows the date itself."""
        source, awaited = COUNTED[self.of]
        said = list(map(str, cells["days_left"]))
        waits = cells.get(awaited, [""] * len(said))
        place = letters.get(source, "")
        return [
            self._far(when, f"{place}{number}" if place else "", text, wait)
            for number, when, text, wait in zip(numbers, cells[source], said, waits, strict=True)
        ]

    def _far(self, when: Cell, cell: str, words: str, awaited: Cell) -> Cell:
        if not isinstance(when, When) or words in _OFF:
            return words
        if not cell:
            return self.days.said(when, words)
        return self.days.words(when, cell, words, is_awaited=bool(awaited))

    def _to_go(self, cells: Named, numbers: Sequence[str], letters: Mapping[str, str]) -> Sequence[Cell]:
        column = letters["when"]
        return [
            self.days.to(when, f"{column}{number}") if isinstance(when, When) else ""
            for number, when in zip(numbers, cells["when"], strict=True)
        ]

    def _sort_key(self, column: Column) -> _Make:
        """The earliest day of each date; where a person may type another date, Excel works it out."""
        name, days = column.name, self.days
        known: RememberedCells[Cell] = RememberedCells(
            lambda cell: days.day(cell) if isinstance(cell, When) else ""
        )

        def fixed(cells: Named, _numbers: Sequence[str], _letters: Mapping[str, str]) -> Sequence[Cell]:
            return known.of(cells[name])

        def live(cells: Named, numbers: Sequence[str], letters: Mapping[str, str]) -> Sequence[Cell]:
            return [
                days.earliest(when, f"{letters[name]}{number}") if isinstance(when, When) else ""
                for number, when in zip(numbers, cells[name], strict=True)
            ]

        return live if column.editable or self.of == "dates" else fixed


_DAYS = SheetColumn(
    title="Days",
    width=10,
    look=Look.COUNT,
    says="how many days it is until then, counted by Excel; below nought once it is over",
)


def _sorting(column: Column) -> SheetColumn:
    return SheetColumn(
        title=f"{column.title}: earliest day",
        width=14,
        look=Look.DATE,
        says=f"the earliest day that {column.title} may mean, to sort by; not a date that anybody announced",
    )

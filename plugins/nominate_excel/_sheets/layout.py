"""From a table of the view to the columns of a sheet: what each is called, how wide it is, what it shows."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TypeAlias

import attrs

from nominate import Certainty, Column, ColumnKind, View, When, date_words
from nominate_excel._cells.dates import serial
from nominate_excel._cells.heights import is_text
from nominate_excel._parts import Batch, Cell, Flag, Link, Look, SheetColumn, letter
from nominate_excel._sheets.days import Days
from nominate_excel._sheets.offered import offered

__all__ = ["Layout", "layout_of"]

_LOOKS = {
    ColumnKind.DATE: Look.DATE,
    ColumnKind.LINK: Look.LINK,
    ColumnKind.NUMBER: Look.COUNT,
}
_FLAGS = {"days_left": (Flag.OVERDUE, Flag.SOON), "outcome": (Flag.WON,)}
_WIDEST = {ColumnKind.LONG_TEXT: 40, ColumnKind.DATE: 18, ColumnKind.LINK: 22, ColumnKind.CHOICE: 16}
_NARROWEST, _USUAL = 8, 24
_BY_NAME = {"title": 32, "name": 40, "id": 20, "declared": 20, "abbreviation": 14}
# The ids of awards and dates hold those of what they belong to, and would break over three lines.
_IDS = {"awards": 34, "dates": 48}
# Hardly two rows say the same there, so to share their texts would only take time and memory.
_OWN_TEXTS = frozenset({"id", "title"})
_DAYS_LEFT = {"nominations": 19, "dates": 27}
# Room for the button of the filter beside the header's words.
_BUTTON = 4
_ROWS_IN_A_BATCH = 500
# What a link says: the text of another column, never its address.
_LABELS = {
    "nominations": {"link": "title", "award_link": "award"},
    "awards": {"url": "name"},
    "organisations": {"url": "name"},
    "dates": {"source": "what"},
}
# The date that a column of days counts to, and what says that something is still awaited by then.
_COUNTED = {"nominations": ("next_due", "progress"), "dates": ("when", "waiting")}

# Nobody counts days to a date that was called off.
_OFF = frozenset({Certainty.POSTPONED.value, Certainty.CANCELLED.value})

_Named: TypeAlias = Mapping[str, Sequence[Cell]]
_Make: TypeAlias = Callable[[_Named, int, Mapping[str, str]], Sequence[Cell]]


@attrs.frozen
class _Laid:
    """One column of the sheet: what makes its cells from those of the view, the first row and the letters."""

    name: str
    column: SheetColumn
    make: _Make


@attrs.frozen(kw_only=True)
class Layout:
    """The columns of a sheet that shows a table of the view."""

    laid: tuple[_Laid, ...]
    rows: _Rows

    @property
    def columns(self) -> tuple[SheetColumn, ...]:
        """In order."""
        return tuple(each.column for each in self.laid)

    def batches(self, take: Callable[[_Named], None]) -> Iterator[Batch]:
        """The rows, made as they are asked for, and once; `take` sees the view's own cells of each batch."""
        letters = {each.name: letter(place) for place, each in enumerate(self.laid, 1)}
        first = 2
        for cells in self.rows.batches():
            take(cells)
            yield [each.make(cells, first, letters) for each in self.laid]
            first += len(next(iter(cells.values())))


class _Rows:
    """The rows of a table of the view: some, and all of the dates, are looked at before they are shown."""

    def __init__(self, view: View, of: str, names: Sequence[str], dates: Sequence[str]) -> None:
        self.dates: Mapping[str, Sequence[Cell]] = _whole(view, of, dates)
        self._names: tuple[str, ...] = tuple(name for name in names if name not in self.dates)
        self._batches: Iterator[_Named] = self._made(_batches(view, of, self._names))
        self.first: _Named = next(self._batches)

    def _made(self, batches: Iterable[Sequence[Sequence[Cell]]]) -> Iterator[_Named]:
        first = 0
        for columns in batches:
            last = first + len(columns[0])
            kept = {name: cells[first:last] for name, cells in self.dates.items()}
            yield {**dict(zip(self._names, columns, strict=True)), **kept}
            first = last

    def batches(self) -> Iterator[_Named]:
        """All of them, column by column."""
        return chain((self.first,), self._batches)


def _batches(view: View, of: str, names: Sequence[str]) -> Iterator[Sequence[Sequence[Cell]]]:
    table = view.table(names, of=of)
    next(table)
    while rows := tuple(islice(table, _ROWS_IN_A_BATCH)):
        yield tuple(zip(*rows, strict=True))


def _whole(view: View, of: str, names: Sequence[str]) -> Mapping[str, list[Cell]]:
    """Every cell of some columns, which the view holds anyway."""
    whole: dict[str, list[Cell]] = {name: [] for name in names}
    if not names:
        return whole
    for columns in _batches(view, of, names):
        for held, cells in zip(whole.values(), columns, strict=True):
            held.extend(cells)
    return whole


def layout_of(view: View, of: str, columns: Sequence[Column], days: Days) -> Layout:
    """How the chosen columns of a table stand on a sheet, with what Excel works out beside them."""
    labels, counted = _LABELS[of], _COUNTED.get(of, ())
    known = {column.name for column in view.columns_of(of)}
    needed = [column.name for column in columns]
    needed += [labels[name] for name in needed if name in labels]
    needed += [name for name in counted if name in known]
    # A column of dates has another to sort by where some are no days; on the sheet of dates, each has one.
    dates = [column.name for column in columns if column.kind is ColumnKind.DATE and of != "dates"]
    rows = _Rows(view, of, tuple(dict.fromkeys(needed)), dates)
    worded = {name for name, cells in rows.dates.items() if _holds_words(cells, view)}
    lengths = {name: _longest(cells, view) for name, cells in rows.first.items()}
    planner = _Planner(view, of, days, lengths, worded)
    laid = tuple(each for column in columns for each in planner.laid(column))
    return Layout(laid=laid, rows=rows)


@attrs.frozen
class _Planner:
    view: View
    of: str
    days: Days
    lengths: Mapping[str, int]
    worded: Container[str]

    def laid(self, column: Column) -> Iterator[_Laid]:
        """The column, with the day to sort it by where it holds dates whose day is not known."""
        name = column.name
        if name == "days_left" and self.of == "dates":
            yield _Laid("days", _DAYS, self._to_go)
        yield _Laid(name, self._dressed(column), self._maker(column))
        if column.kind is ColumnKind.DATE and (self.of == "dates" or name in self.worded):
            yield _Laid(f"{name}_sort", _sorting(column), self._sort_key(column))

    def _maker(self, column: Column) -> _Make:
        if column.name == "days_left":
            return self._days_left
        if column.kind is ColumnKind.LINK:
            label = _LABELS[self.of][column.name]
            return lambda cells, _first, _letters: [
                Link(str(address), str(said)) if address else ""
                for address, said in zip(cells[column.name], cells[label], strict=True)
            ]
        return lambda cells, _first, _letters: cells[column.name]

    def _days_left(self, cells: _Named, first: int, letters: Mapping[str, str]) -> Sequence[Cell]:
        """Words that Excel keeps up to date, where the sheet shows the date itself."""
        source, awaited = _COUNTED[self.of]
        said = list(map(str, cells["days_left"]))
        waits = cells.get(awaited, [""] * len(said))
        rows = enumerate(zip(cells[source], said, waits, strict=True), first)
        place = letters.get(source, "")
        return [
            self._far(when, f"{place}{row}" if place else "", text, wait) for row, (when, text, wait) in rows
        ]

    def _far(self, when: Cell, cell: str, words: str, awaited: Cell) -> Cell:
        if not isinstance(when, When) or words in _OFF:
            return words
        if not cell:
            return self.days.said(when, words)
        return self.days.words(when, cell, words, is_awaited=bool(awaited))

    def _to_go(self, cells: _Named, first: int, letters: Mapping[str, str]) -> Sequence[Cell]:
        column = letters["when"]
        return [
            self.days.to(when, f"{column}{row}") if isinstance(when, When) else ""
            for row, when in enumerate(cells["when"], first)
        ]

    def _sort_key(self, column: Column) -> _Make:
        """The earliest day of each date; where a person may type another date, Excel works it out."""
        name, days = column.name, self.days
        known: dict[int, Cell] = {id(""): ""}

        def fixed(cells: _Named, _first: int, _letters: Mapping[str, str]) -> Sequence[Cell]:
            # By identity, since a table repeats few dates many times; the view holds them all the while.
            for cell in cells[name]:
                if id(cell) not in known:
                    known[id(cell)] = days.day(cell) if isinstance(cell, When) else ""
            return [known[id(cell)] for cell in cells[name]]

        def live(cells: _Named, first: int, letters: Mapping[str, str]) -> Sequence[Cell]:
            return [
                days.earliest(when, f"{letters[name]}{row}") if isinstance(when, When) else ""
                for row, when in enumerate(cells[name], first)
            ]

        return live if column.editable or self.of == "dates" else fixed

    def _dressed(self, column: Column) -> SheetColumn:
        choices = column.choices or offered(self.view, self.of, column.name)
        return SheetColumn(
            title=column.title,
            width=self._width(column),
            says=column.says,
            look=Look.WORKED_OUT if column.name == "days_left" else _LOOKS.get(column.kind, Look.TEXT),
            choices=choices,
            list_name=f"{self.of}_{column.name}" if choices else "",
            takes_others=not column.choices,
            flags=_FLAGS.get(column.name, ()),
            is_unshared=column.kind is ColumnKind.LONG_TEXT or column.name in _OWN_TEXTS,
        )

    def _width(self, column: Column) -> int:
        if column.name == "days_left":
            # Excel says it anew each day, so what it says today tells nothing of its length.
            return _DAYS_LEFT[self.of]
        own_id = _IDS.get(self.of) if column.name == "id" else None
        widest = own_id or _BY_NAME.get(column.name) or _WIDEST.get(column.kind, _USUAL)
        label = _LABELS[self.of].get(column.name, column.name)
        # A header may break between its words, a value of one word may not.
        header = max(map(len, column.title.split())) + _BUTTON
        return max(_NARROWEST, header, min(self.lengths[label] + 2, widest))


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


def _holds_words(cells: Iterable[Cell], view: View) -> bool:
    # By identity, since a table repeats few dates many times.
    found = {id(cell): cell for cell in cells}
    return any(
        cell != "" and not (isinstance(cell, When) and serial(cell, view.zone) is not None)
        for cell in found.values()
    )


def _longest(cells: Sequence[Cell], view: View) -> int:
    """How long the longest line of the cells is."""
    # By identity, as above.
    texts = (
        cells
        if is_text(cells)
        else [_text(cell, view) for cell in {id(cell): cell for cell in cells}.values()]
    )
    lines = "\n".join(texts).split("\n")
    return max(map(len, lines))


def _text(cell: Cell, view: View) -> str:
    return date_words(cell, zone=view.zone) if isinstance(cell, When) else str(cell)

"""From a table of the view to the columns of a sheet: what each is called, how wide it is, what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

import attrs

from nominate import Column, ColumnKind, View, When, date_words
from nominate_excel._base.kept import Keeper
from nominate_excel._cells.dates import serial
from nominate_excel._cells.heights import is_text
from nominate_excel._parts import MOST_FEW, Batch, Cell, Few, Flag, Look, SheetColumn
from nominate_excel._sheets.days import Days
from nominate_excel._sheets.laying import COUNTED, LABELS, Laid, Laying, Named, known_laying, laying_of
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


@attrs.frozen(kw_only=True)
class Layout:
    """The columns of a sheet that shows a table of the view, and its rows, made as they are asked for."""

    columns: tuple[SheetColumn, ...]
    batches: Iterable[Batch | Few]


def layout_of(
    view: View, of: str, columns: Sequence[Column], days: Days, *, height: int, keeper: Keeper
) -> Layout:
    """How the chosen columns of a table stand on a sheet, with what Excel works out beside them.

    `keeper` sees the view's own cells of the so many rows.
    """
    names = _needed(view, of, columns)
    # A column of dates has another to sort by where some are no days; on the sheet of dates, each has one.
    dates = [column.name for column in columns if column.kind is ColumnKind.DATE and of != "dates"]
    if height <= MOST_FEW:
        rows = tuple(islice(view.table(names, of=of), 1, None))
        first: Named = dict(zip(names, zip(*rows, strict=True), strict=True))
        laying = known_laying(of, tuple(columns), names, _worded(first, dates, view), days)
        batches: Iterable[Batch | Few] = (Few(keeper.take_few(names, rows), laying),)
    else:
        read = _Rows(view, of, names, dates)
        first = read.first
        laying = laying_of(of, columns, names, _worded(read.dates, dates, view), days)
        batches = read.laid(laying, keeper)
    width = _Widths(view, of, first)
    return Layout(columns=tuple(map(width.dressed, laying.columns)), batches=batches)


def _needed(view: View, of: str, columns: Sequence[Column]) -> tuple[str, ...]:
    """The columns of the view's table that are looked at: those chosen, and those that tell of others."""
    labels, known = LABELS[of], {column.name for column in view.columns_of(of)}
    names = [column.name for column in columns]
    labelled = [labels[name] for name in names if name in labels]
    counted = [name for name in COUNTED.get(of, ()) if name in known]
    return tuple(dict.fromkeys((*names, *labelled, *counted)))


def _worded(cells: Named, dates: Iterable[str], view: View) -> frozenset[str]:
    return frozenset(name for name in dates if _holds_words(cells[name], view))


class _Rows:
    """The rows of a table of the view: some, and all of the dates, are looked at before they are shown."""

    def __init__(self, view: View, of: str, names: Sequence[str], dates: Sequence[str]) -> None:
        self.dates: Named = _whole(view, of, dates)
        self._names: tuple[str, ...] = tuple(name for name in names if name not in self.dates)
        self._batches: Iterator[Named] = self._made(_batches(view, of, self._names))
        self.first: Named = next(self._batches)

    def _made(self, batches: Iterable[Sequence[Sequence[Cell]]]) -> Iterator[Named]:
        first = 0
        for columns in batches:
            last = first + len(columns[0])
            kept = {name: cells[first:last] for name, cells in self.dates.items()}
            yield {**dict(zip(self._names, columns, strict=True)), **kept}
            first = last

    def laid(self, laying: Laying, keeper: Keeper) -> Iterator[Batch]:
        """All of them, made as they are asked for, and once."""
        first = 2
        for cells in chain((self.first,), self._batches):
            keeper.take(cells)
            after = first + len(next(iter(cells.values())))
            yield laying.batch(cells, list(map(str, range(first, after))))
            first = after


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


@attrs.frozen
class _Widths:
    view: View
    of: str
    cells: Named

    def dressed(self, laid: Laid) -> SheetColumn:
        """The column of the sheet, as wide as its texts need."""
        if laid.fixed is not None:
            return laid.fixed
        column = laid.shows
        choices = column.choices or offered(self.view, self.of, column.name)
        width, widest = self._width(column)
        return SheetColumn(
            title=column.title,
            width=width,
            widest=widest,
            says=column.says,
            look=Look.WORKED_OUT if column.name == "days_left" else _LOOKS.get(column.kind, Look.TEXT),
            choices=choices,
            list_name=f"{self.of}_{column.name}" if choices else "",
            takes_others=not column.choices,
            flags=_FLAGS.get(column.name, ()),
            is_unshared=column.kind is ColumnKind.LONG_TEXT or column.name in _OWN_TEXTS,
        )

    def _width(self, column: Column) -> tuple[int, int]:
        """How wide the column is, and how wide it may become with other texts."""
        if column.name == "days_left":
            # Excel says it anew each day, so what it says today tells nothing of its length.
            return _DAYS_LEFT[self.of], 0
        own_id = _IDS.get(self.of) if column.name == "id" else None
        widest = own_id or _BY_NAME.get(column.name) or _WIDEST.get(column.kind, _USUAL)
        # A header may break between its words, a value of one word may not.
        header = max(map(len, column.title.split())) + _BUTTON
        longest = _longest(self.cells[LABELS[self.of].get(column.name, column.name)], self.view)
        return max(_NARROWEST, header, min(longest + 2, widest)), max(_NARROWEST, header, widest)


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

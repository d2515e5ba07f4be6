"""From a table of the view to the columns of a sheet: what each is called, how wide it is, what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

import attrs

from nominate import Column, ColumnKind, View, When
from nominate_excel._base.kept import Keeper
from nominate_excel._cells.dates import serial
from nominate_excel._cells.lengths import line_lengths
from nominate_excel._parts import MOST_FEW, Batch, Cell, Few, SheetColumn
from nominate_excel._sheets.days import Days
from nominate_excel._sheets.dressing import dressed
from nominate_excel._sheets.laying import COUNTED, LABELS, Laying, Named, known_laying, laying_of
from nominate_excel._sheets.offered import offered

__all__ = ["Layout", "layout_of"]

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
        told = keeper.take_few(names, rows)
        lengths = dict(zip(names, map(max, zip(*(row.lengths for row in told), strict=True)), strict=True))
        cells = {name: [row[names.index(name)] for row in rows] for name in dates}
        laying = known_laying(of, tuple(columns), names, _worded(cells, view), days)
        batches: Iterable[Batch | Few] = (Few(told, laying),)
    else:
        read = _Rows(view, of, names, dates)
        lengths = {name: max(line_lengths(cells, view.zone)) for name, cells in read.first.items()}
        laying = laying_of(of, columns, names, _worded(read.dates, view), days)
        batches = read.laid(laying, keeper)
    return Layout(columns=tuple(_dressed(laying, view, of, lengths)), batches=batches)


def _dressed(laying: Laying, view: View, of: str, lengths: Mapping[str, int]) -> Iterator[SheetColumn]:
    for laid in laying.columns:
        name = laid.shows.name
        longest = lengths[LABELS[of].get(name, name)]
        yield laid.fixed or dressed(laid.shows, of, longest, offered(view, of, name))


def _needed(view: View, of: str, columns: Sequence[Column]) -> tuple[str, ...]:
    """The columns of the view's table that are looked at: those chosen, and those that tell of others."""
    labels, known = LABELS[of], {column.name for column in view.columns_of(of)}
    names = [column.name for column in columns]
    labelled = [labels[name] for name in names if name in labels]
    counted = [name for name in COUNTED.get(of, ()) if name in known]
    return tuple(dict.fromkeys((*names, *labelled, *counted)))


def _worded(dates: Named, view: View) -> frozenset[str]:
    return frozenset(name for name, cells in dates.items() if _holds_words(cells, view))


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


def _holds_words(cells: Iterable[Cell], view: View) -> bool:
    # By identity, since a table repeats few dates many times.
    found = {id(cell): cell for cell in cells}
    return any(
        cell != "" and not (isinstance(cell, When) and serial(cell, view.zone) is not None)
        for cell in found.values()
    )

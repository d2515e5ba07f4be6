"""The rows of a sheet as XML, with the links and the problems that they give rise to.

Cells are made column by column, many rows at a time, and put together row by row without a step of Python
for each: most columns hold nothing but text that repeats, and then a cell costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from itertools import repeat

from nominate import Problem, Severity
from nominate.errors import shown
from nominate_excel._cells.heights import OPENINGS
from nominate_excel._cells.links import MOST_LINKS, SheetLinks
from nominate_excel._cells.maker import CellMaker, Dress, Slot, Writing
from nominate_excel._cells.strings import SharedStrings, UnwritableText
from nominate_excel._cells.text import LONGEST
from nominate_excel._parts import Batch, Cell, Line, Look, Sheet, SheetColumn, letter, placed, widths

__all__ = ["RowStream"]

_TALL = frozenset({Look.TITLE, Look.HEADING})


class RowStream:
    """Makes the rows of one sheet after another; the strings are those of the whole workbook.

    `links` and `height`, the number of the last row, are of the sheet made last; `problems` of all.
    """

    def __init__(self, dresses: Mapping[Look, Dress], zone: tzinfo) -> None:
        self.strings: SharedStrings = SharedStrings()
        self.problems: list[Problem] = []
        self.links: SheetLinks = SheetLinks()
        self.height: int = 0
        self._writing: Writing = Writing(dresses, zone, self.strings)

    def rows(self, sheet: Sheet) -> Iterator[str]:
        """The `row` elements of a sheet, in pieces."""
        self.links = self._writing.links = SheetLinks()
        for number, makers, batch in _batches(sheet, self._writing):
            self.height = number + len(batch[0]) - 1
            yield self._piece(number, makers, batch, sheet.name)
        if self.links.lost:
            self.problems.append(_too_many_links(sheet.name, self.links.lost))

    def _piece(self, first: int, makers: Sequence[CellMaker], batch: Batch, sheet: str) -> str:
        numbers = list(map(str, range(first, first + len(batch[0]))))
        lines = [makers[0].slot.lines] * len(numbers)
        cells: list[Iterable[str]] = []
        for maker, column in zip(makers, batch, strict=True):
            try:
                cells += maker.pieces(column, numbers)
            except UnwritableText:
                cells.append(list(self._one_by_one(maker, column, numbers, batch[0], sheet)))
            maker.raise_rows(lines, column)
        openings = map(OPENINGS.__getitem__, lines)
        rows = zip(repeat('<row r="'), numbers, openings, *cells, repeat("</row>"), strict=False)
        return "".join(map("".join, rows))

    def _one_by_one(
        self,
        maker: CellMaker,
        cells: Sequence[Cell],
        numbers: Sequence[str],
        names: Sequence[Cell],
        sheet: str,
    ) -> Iterator[str]:
        for cell, number, name in zip(cells, numbers, names, strict=True):
            try:
                yield "".join(map("".join, zip(*maker.pieces((cell,), (number,)), strict=False)))
            except UnwritableText as error:
                place = f"{maker.slot.letters}{number}"
                self.problems.append(_unwritable(place, maker.slot.title, name, error, sheet))
                yield ""


def _batches(sheet: Sheet, writing: Writing) -> Iterator[tuple[int, Sequence[CellMaker], Batch]]:
    """The rows of a sheet in batches, each with the number of its first row and what makes its cells."""
    room = widths(sheet.blocks)
    for first, block in placed(sheet.blocks):
        if isinstance(block, Line):
            slot = Slot("A", block.look, width=LONGEST, lines=2 if block.look in _TALL else 1)
            yield first, [CellMaker(slot, writing)], ((block.text,),)
            continue
        titles = tuple((column.title,) for column in block.columns)
        yield first, [CellMaker(slot, writing) for slot in _slots(block.columns, room, Look.HEADER)], titles
        makers = [CellMaker(slot, writing) for slot in _slots(block.columns, room)]
        number = first + 1
        for batch in block.batches:
            yield number, makers, batch
            number += len(batch[0])


def _slots(columns: Sequence[SheetColumn], room: Sequence[int], look: Look | None = None) -> Iterator[Slot]:
    for place, (column, width) in enumerate(zip(columns, room, strict=False), 1):
        is_unshared = column.is_unshared and look is None
        yield Slot(letter(place), look or column.look, column.title, width, is_unshared=is_unshared)


def _unwritable(cell: str, title: str, name: Cell, error: UnwritableText, sheet: str) -> Problem:
    return Problem(
        code="E610",
        sheet=sheet,
        cell=cell,
        message=f"{title!r} of {shown(name)} {error}",
        hint="mend it in the register, or leave the column out with -O columns=…",
    )


def _too_many_links(sheet: str, lost: int) -> Problem:
    return Problem(
        code="W611",
        severity=Severity.WARNING,
        sheet=sheet,
        message=f"{lost:,} links cannot be clicked, since a sheet of Excel holds at most {MOST_LINKS:,}",
        hint="export one edition or year at a time",
    )

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
from nominate_excel._cells.heights import OPENINGS, Lines
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
        self._titles: CellMaker = CellMaker(Slot("", Look.HEADER), self._writing)

    def rows(self, sheet: Sheet) -> Iterator[str]:
        """The `row` elements of a sheet, in pieces."""
        self.links = self._writing.links = SheetLinks()
        room = widths(sheet.blocks)
        for first, block in placed(sheet.blocks):
            self.height = first
            if isinstance(block, Line):
                slot = Slot("A", block.look, width=LONGEST, lines=2 if block.look in _TALL else 1)
                yield self._piece(first, [CellMaker(slot, self._writing)], ((block.text,),), sheet.name)
                continue
            yield self._header(first, block.columns, room, sheet.name)
            makers = [CellMaker(slot, self._writing) for slot in _slots(block.columns, room)]
            for batch in block.batches:
                yield self._piece(self.height + 1, makers, batch, sheet.name)
                self.height += len(batch[0])
        if self.links.lost:
            self.problems.append(_too_many_links(sheet.name, self.links.lost))

    def _header(self, number: int, columns: Sequence[SheetColumn], room: Sequence[int], sheet: str) -> str:
        """The row with the titles of a table's columns: one cell of each, so without what repeats."""
        cells: list[str] = []
        lines = 1
        for place, (column, width) in enumerate(zip(columns, room, strict=False), 1):
            title, cell = column.title, f"{letter(place)}{number}"
            try:
                ending = self._titles.text(title)
            except UnwritableText as error:
                self.problems.append(_unwritable(cell, title, columns[0].title, error, sheet))
                continue
            cells.append(f'<c r="{cell}{ending}' if ending else "")
            if len(title) > width or "\n" in title:
                lines = max(lines, Lines(width).of(title))
        return f'<row r="{number}{OPENINGS[lines]}{"".join(cells)}</row>'

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


def _slots(columns: Sequence[SheetColumn], room: Sequence[int]) -> Iterator[Slot]:
    for place, (column, width) in enumerate(zip(columns, room, strict=False), 1):
        yield Slot(letter(place), column.look, column.title, width, is_unshared=column.is_unshared)


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

"""The rows of a sheet as XML, with the links and the problems that they give rise to.

Cells are made column by column, many rows at a time, and put together row by row without a step of Python
for each: most columns hold nothing but text that repeats, and then a cell costs one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo

from nominate import Problem, Severity
from nominate.errors import shown
from nominate_excel._cells.heights import OPENINGS, Lines
from nominate_excel._cells.known import KnownRows, known_rows
from nominate_excel._cells.links import MOST_LINKS, SheetLinks
from nominate_excel._cells.maker import CellMaker, Dress, Slot, Writing
from nominate_excel._cells.pieces import row_texts
from nominate_excel._cells.strings import SharedStrings, UnwritableText
from nominate_excel._cells.text import LONGEST
from nominate_excel._parts import (
    NUMBER,
    Batch,
    Cell,
    Few,
    Line,
    Look,
    Sheet,
    SheetColumn,
    Table,
    letter,
)

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
        self._known: KnownRows = known_rows(tuple(dresses.items()), zone)
        self._titles: CellMaker = CellMaker(Slot("", Look.HEADER), self._writing)

    def rows(self, sheet: Sheet) -> Iterator[str]:
        """The `row` elements of a sheet, in pieces."""
        self.links = self._writing.links = SheetLinks()
        room = sheet.widths
        for first, block in sheet.placed:
            self.height = first
            if isinstance(block, Line):
                slot = Slot("A", block.look, width=LONGEST, lines=2 if block.look in _TALL else 1)
                yield self._piece(first, [CellMaker(slot, self._writing)], ((block.text,),), sheet.name)
                continue
            yield self._header(first, block.columns, room, sheet.name)
            yield from self._under_header(block, room, sheet.name)
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

    def _under_header(self, table: Table, room: Sequence[int], sheet: str) -> Iterator[str]:
        makers: list[CellMaker] = []
        for batch in table.batches:
            if isinstance(batch, Few):
                yield self._few(batch, table.columns, room, sheet)
                self.height += len(batch.rows)
                continue
            makers = makers or [CellMaker(slot, self._writing) for slot in _slots(table.columns, room)]
            yield self._piece(self.height + 1, makers, batch, sheet)
            self.height += len(batch[0])

    def _few(self, few: Few, columns: Sequence[SheetColumn], room: Sequence[int], sheet: str) -> str:
        first = self.height + 1
        numbers = list(map(str, range(first, first + len(few.rows))))
        try:
            known = self._known.of(few, columns, room)
        except UnwritableText:
            makers = [CellMaker(slot, self._writing) for slot in _slots(columns, room)]
            return self._piece(first, makers, few.lay(few.rows, numbers), sheet)
        for row, number in zip(known, numbers, strict=True):
            for letters, address in row.links:
                self.links.add(f"{letters}{number}", address)
        return "".join([row.xml.replace(NUMBER, number) for row, number in zip(known, numbers, strict=True)])

    def _piece(self, first: int, makers: Sequence[CellMaker], batch: Batch, sheet: str) -> str:
        def pieces(
            maker: CellMaker, cells: Sequence[Cell], numbers: Sequence[str]
        ) -> Iterable[Iterable[str]]:
            try:
                return maker.pieces(cells, numbers)
            except UnwritableText:
                return (list(self._one_by_one(maker, cells, numbers, batch[0], sheet)),)

        numbers = list(map(str, range(first, first + len(batch[0]))))
        return "".join(row_texts(makers, batch, numbers, pieces))

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

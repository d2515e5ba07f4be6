"""The tables of a sheet as they stand in it: the titles of their columns, their rows, and the lines above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

import attrs

from nominate.foreign.cells.tidying import folded, one_line
from nominate.foreign.finding.header_rows import Header, headers_in
from nominate.foreign.finding.row_kinds import RowKind, row_kind
from nominate.sheets import Cell, Row, Sheet, column_letters

__all__ = ["Banner", "Heading", "Table", "table_under", "tables_in"]

_LONGEST = 200


@attrs.frozen(kw_only=True)
class Heading:
    """The title of a column, different from every other of its table, and what it shares with its neighbours.

    >>> Heading(title="Deadline", group="Dates", place=3).letters
    'D'
    """

    title: str
    group: str = ""
    place: int

    @property
    def letters(self) -> str:
        """The letters of the column."""
        return column_letters(self.place + 1)


@attrs.frozen(kw_only=True)
class Banner:
    """A line above a table, and the cell that it stands in."""

    text: str
    address: str


@attrs.frozen(kw_only=True)
class Table:
    """One table of a sheet: what its columns are called, and the rows below, whatever each of them is.

    `last` is the number of the last row that may belong to it, 0 for the end of the sheet.
    """

    sheet: str
    header: Header
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...] = attrs.field(repr=False)
    above: tuple[Banner, ...] = ()
    last: int = 0

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of its columns, folded."""
        return frozenset(folded(heading.title) for heading in self.headings)

    @cached_property
    def kinds(self) -> tuple[RowKind, ...]:
        """What each of its rows is."""
        return tuple(row_kind(row, self.titles) for row in self.rows)

    @cached_property
    def entries(self) -> tuple[Row, ...]:
        """The rows that hold an entry."""
        return tuple(row for row, kind in zip(self.rows, self.kinds, strict=True) if kind is RowKind.ENTRY)

    def cells(self, heading: Heading) -> Iterator[Cell]:
        """What its entries say in one column, empty cells left out."""
        cells = (row.cells[heading.place] for row in self.entries)
        return (cell for cell in cells if cell is not None)


def tables_in(sheet: Sheet) -> tuple[Table, ...]:
    """Every table of a sheet, from the top; none where no row of titles can be found.

    >>> rows = (Row(1, ("Award", "Status")), Row(2, ("HSJ Awards", "Won")))
    >>> [heading.title for heading in tables_in(Sheet(name="A", rows=rows))[0].headings]
    ['Award', 'Status']
    """
    headers = headers_in(sheet)
    firsts = [_first_line(sheet, header) for header in headers]
    ends = [*(first - 1 for first in firsts[1:]), 0]
    found = (table_under(sheet, header, last=end) for header, end in zip(headers, ends, strict=False))
    return tuple(table for table in found if table.rows or len(headers) == 1)


def table_under(sheet: Sheet, header: Header, *, last: int = 0) -> Table:
    """The table under a header, down to the row with that number, or to the end of the sheet."""
    rows = [row for row in sheet.rows if row.number > header.numbers[-1] and (not last or row.number <= last)]
    filled = tuple(_filled_down(sheet, rows))
    return Table(
        sheet=sheet.name,
        header=header,
        headings=tuple(_headings(sheet, header, filled)),
        rows=filled,
        above=tuple(_banners(sheet, header)),
        last=last,
    )


def _first_line(sheet: Sheet, header: Header) -> int:
    """The number of the first banner that stands right above a header, or of the header itself."""
    first = header.numbers[0]
    for row in reversed([row for row in sheet.rows if row.number < first]):
        if not _is_banner(row):
            break
        first = row.number
    return first


def _is_banner(row: Row) -> bool:
    return sum(cell is not None for cell in row.cells) == 1


def _banners(sheet: Sheet, header: Header) -> Iterator[Banner]:
    first = _first_line(sheet, header)
    for row in sheet.rows:
        # Above the first table, whatever stands there may say what the sheet is about.
        if first <= row.number < header.numbers[0] and _is_banner(row):
            place = next(place for place, cell in enumerate(row.cells) if cell is not None)
            yield Banner(text=one_line(row.cells[place]), address=sheet.address(row, place))


def _filled_down(sheet: Sheet, rows: list[Row]) -> Iterator[Row]:
    """The rows with what a cell that was merged downwards holds in each of them."""
    tall = [area for area in sheet.merged if area.last_row > area.first_row]
    if not tall:
        yield from rows
        return
    by_number = {row.number: row for row in sheet.rows}
    held: dict[tuple[int, int], Cell] = {}
    for area in tall:
        top = by_number.get(area.first_row)
        if top is not None:
            place = area.first_column - 1
            held |= {(number, place): top.cells[place] for number in range(area.first_row, area.last_row + 1)}
    for row in rows:
        cells = [held.get((row.number, place), cell) for place, cell in enumerate(row.cells)]
        yield Row(row.number, tuple(cells))


def _headings(sheet: Sheet, header: Header, rows: tuple[Row, ...]) -> Iterator[Heading]:
    found = [(place, *_titled(sheet, header, place)) for place in range(sheet.width)]
    counts = Counter(folded(title) for _, title, _ in found if title)
    seen: set[str] = set()
    for place, title, group in found:
        if not title and all(row.cells[place] is None for row in rows):
            continue
        shown = f"{group}: {title}" if group and counts[folded(title)] > 1 else title
        shown = shown[:_LONGEST] or f"column {column_letters(place + 1)}"
        if folded(shown) in seen:
            shown = f"{shown} (column {column_letters(place + 1)})"
        seen.add(folded(shown))
        yield Heading(title=shown, group=group, place=place)


def _titled(sheet: Sheet, header: Header, place: int) -> tuple[str, str]:
    """The title of a column, and what the row above says that it shares with others."""
    *upper, lower = header.rows
    own = one_line(lower.cells[place])
    if not upper:
        return own, ""
    group = _group(sheet, upper[0], lower, place)
    return (own, group if own else "") if own else (group, "")


def _group(sheet: Sheet, upper: Row, lower: Row, place: int) -> str:
    text = one_line(upper.cells[place])
    if text:
        return text
    for area in sheet.merged:
        covers = area.first_column <= place + 1 <= area.last_column
        if covers and area.first_row <= upper.number <= area.last_row:
            return one_line(upper.cells[area.first_column - 1])
    if sheet.merged or lower.cells[place] is None:
        return ""
    # A csv file cannot merge: what stands to the left goes on.
    return next((one_line(cell) for cell in reversed(upper.cells[:place]) if cell is not None), "")

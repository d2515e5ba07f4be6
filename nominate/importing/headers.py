"""Which table of ours a sheet shows, and which of its columns is which, told by its header row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

import attrs

from nominate.model.fields import Audience
from nominate.sheets.grid import Cell, Row, Sheet
from nominate.viewing.columns import TABLES, columns_for

__all__ = ["Header", "header_of"]

# A header stands at the top, or under some lines of title.
_LOOKED_AT = 30
_FEWEST = 3


@attrs.frozen(kw_only=True)
class Header:
    """A row that names columns of ours: the table that it is of, and the column's name for each of its cells.

    A name is empty where a cell says nothing, or the title of no column that we know.

    >>> Header(of="nominations", row=Row(1, ("ID", "Budget")), names=("id", "")).known
    1
    """

    of: str
    row: Row
    names: tuple[str, ...]

    @property
    def known(self) -> int:
        """How many cells name a column of ours."""
        return sum(1 for name in self.names if name)


def header_of(sheet: Sheet, *, of: Iterable[str] = tuple(TABLES)) -> Header | None:
    """The row near the top of a sheet that names most columns of one table of ours, None where none does.

    `of` are the tables that it may show. It has to name three columns at least, or the id, and half of what
    it says has to be known.

    >>> rows = (Row(1, ("Our awards", None)), Row(3, ("id", "Organiser’s word")), Row(4, ("ward", None)))
    >>> header_of(Sheet(name="Sheet1", rows=rows)).names
    ('id', 'label')
    """
    found = (
        Header(of=table, row=row, names=_names(row, table))
        for row in islice(sheet.rows, _LOOKED_AT)
        for table in of
    )
    fitting = [header for header in found if _fits(header)]
    return max(fitting, key=lambda header: header.known, default=None)


def _fits(header: Header) -> bool:
    said = sum(1 for cell in header.row.cells if cell is not None)
    return ("id" in header.names or header.known >= _FEWEST) and header.known * 2 >= said


def _names(row: Row, table: str) -> tuple[str, ...]:
    known = _titles(table)
    names: list[str] = []
    for cell in row.cells:
        name = known.get(_folded(cell), "")
        # Of two columns with one title the first is ours; the other is told.
        names.append("" if name in names else name)
    return tuple(names)


@cache
def _titles(table: str) -> Mapping[str, str]:
    """The name of each column by its title, and by its name itself, as people may write them."""
    columns = columns_for(Audience.INTERNAL, table)
    by_name = {_folded(column.name): column.name for column in columns}
    return by_name | {_folded(column.title): column.name for column in columns}


def _folded(cell: Cell) -> str:
    """A title as it is compared: capitals, spacing, underlines, a bent apostrophe or a colon do not count."""
    text = cell if isinstance(cell, str) else ""
    plain = text.replace("_", " ").replace("’", "'").rstrip(" \u00a0:*")
    return " ".join(plain.split()).casefold()

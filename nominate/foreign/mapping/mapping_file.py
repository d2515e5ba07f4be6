"""What a team's sheet becomes, table by table and column by column, as it is edited and remembered."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import attrs

from nominate.foreign.finding.meanings import Meaning
from nominate.model.fields import Line
from nominate.model.mapping import FrozenDict

__all__ = ["MappingFile", "Rows", "TableMapping"]


class Rows(Enum):
    """What the rows of a table are."""

    ENTRIES = "entries"
    AWARDS = "awards"
    LEFT_OUT = "leave out"


@attrs.frozen(kw_only=True)
class TableMapping:
    """What one table becomes.

    Attributes:
        sheet: the sheet's name; left out for a file without sheets
        header: the number of the row with the titles, or both where there are two
        until: the number of the table's last row; left out, the end of the sheet
        rows: what each row is: an entry, an award with its dates, or nothing that is read
        award: the award of every row that names none
        edition: the edition of every row that names none, most often a year
        edition_from: the title of a column of dates whose year is the edition
        category: the category of every row that names none
        sections: yes where a heading between the rows says the award or edition of those below it
        fill_down: the titles of columns whose empty cells mean the same as the one above
        columns: what each column becomes, by its title

    >>> TableMapping(sheet="HSJ 2020", header=(4,), edition="2020").rows
    <Rows.ENTRIES: 'entries'>
    """

    SHORT_FORM: ClassVar[str] = "sheet"

    sheet: Line = ""
    header: tuple[int, ...] = ()
    until: int | None = None
    rows: Rows = Rows.ENTRIES
    award: Line = ""
    edition: Line = ""
    edition_from: Line = ""
    category: Line = ""
    sections: bool = False
    fill_down: tuple[Line, ...] = ()
    columns: FrozenDict[str, Meaning] = FrozenDict()


@attrs.frozen(kw_only=True)
class MappingFile:
    """How a file of a team's own is read: its tables, its words, and which names are one.

    Attributes:
        file: the name of the file that it was made for
        tables: each table of it
        words: what the team's words for how an entry stands mean
        same: another name for an organisation, and the name that it is one with
        people: the nominees that are persons, where a column holds both

    >>> MappingFile(file="awards.xlsx").tables
    ()
    """

    file: Line
    tables: tuple[TableMapping, ...] = ()
    words: FrozenDict[str, Line] = FrozenDict()
    same: FrozenDict[str, Line] = FrozenDict()
    people: tuple[Line, ...] = ()

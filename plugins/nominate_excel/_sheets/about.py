"""The sheet that says what the workbook is, for whom, as of when, and what every sheet and column means."""

from __future__ import annotations

from nominate_excel._parts import Line, Look, Sheet, SheetColumn, small_table
from nominate_excel._sheets.front import Front

__all__ = ["about"]

_FACTS = (
    SheetColumn(title="Fact", width=28, says="what is said of the workbook"),
    SheetColumn(title="Value", width=84, says="what it is"),
)
_SHEETS = (
    SheetColumn(title="Sheet", width=28, says="the name of a sheet"),
    SheetColumn(title="What it holds", width=84, says="what the sheet is for"),
)
_MEANINGS = (
    SheetColumn(title="Column", width=28, says="the header of a column"),
    SheetColumn(title="What the column holds", width=84, says="what stands in it"),
    SheetColumn(title="On sheet", width=24, says="the sheet where it is"),
)


def about(front: Front, sheets: tuple[Sheet, ...]) -> Sheet:
    """The sheet that explains the others."""
    facts = (
        ("Title", front.title),
        ("As of", front.as_of),
        ("Audience", front.audience),
        ("Status", front.status),
        ("Left out", front.left_out),
        ("Holds", front.scope),
        ("Sending it back", front.sending_back),
        ("Printing", _printing(sheets)),
        ("Revision", front.revision),
    )
    meanings = tuple(
        (column.title, column.says, sheet.name)
        for sheet in sheets
        for table in sheet.tables
        for column in table.columns
    )
    blocks = (
        Line(text="About this workbook", look=Look.TITLE),
        small_table("Facts", _FACTS, tuple((name, value) for name, value in facts if value)),
        Line(text="The sheets", look=Look.HEADING),
        small_table("Sheets_explained", _SHEETS, tuple((sheet.name, sheet.says) for sheet in sheets)),
        Line(text="The columns", look=Look.HEADING),
        small_table("Columns_explained", _MEANINGS, meanings),
    )
    return Sheet(name="About", says="what this workbook is", blocks=blocks)


def _printing(sheets: tuple[Sheet, ...]) -> str:
    """Which columns are printed of the sheets that are wider than a page."""
    said = (
        f"of {sheet.name} the columns {table.columns[0].title} to {table.columns[sheet.printed - 1].title}"
        for sheet in sheets
        if sheet.printed
        for table in sheet.tables
    )
    told = "; ".join(said)
    return f"On paper stand {told}. The print area says so, and you can change it." if told else ""

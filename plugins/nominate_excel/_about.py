"""The last sheet: what the workbook is, for whom, as of when, and what every sheet and column means."""

from __future__ import annotations

from nominate_excel._front import Front
from nominate_excel._parts import Line, Look, Sheet, SheetColumn, Table

__all__ = ["about"]

_FACTS = (
    SheetColumn(title="Fact", width=28, says="what is said of the workbook"),
    SheetColumn(title="Value", width=76, says="what it is"),
)
_SHEETS = (
    SheetColumn(title="Sheet", width=28, says="the name of a sheet"),
    SheetColumn(title="What it holds", width=76, says="what the sheet is for"),
)
_MEANINGS = (
    SheetColumn(title="Column", width=28, says="the header of a column"),
    SheetColumn(title="What the column holds", width=76, says="what stands in it"),
    SheetColumn(title="On sheet", width=20, says="the sheet where it is"),
)


def about(front: Front, sheets: tuple[Sheet, ...]) -> Sheet:
    """The sheet that explains the others."""
    facts = [
        ("Title", front.title),
        ("As of", front.as_of),
        ("Audience", front.audience),
        ("Status", front.status),
        ("Left out", front.left_out),
        ("Revision", front.revision),
    ]
    meanings = tuple(
        (column.title, column.says, sheet.name)
        for sheet in sheets
        for block in sheet.blocks
        if isinstance(block, Table)
        for column in block.columns
    )
    blocks = (
        Line(text="About this workbook", look=Look.TITLE),
        _table("Facts", _FACTS, tuple((name, value) for name, value in facts if value)),
        Line(text="The sheets", look=Look.HEADING),
        _table("Sheets_explained", _SHEETS, tuple((sheet.name, sheet.says) for sheet in sheets)),
        Line(text="The columns", look=Look.HEADING),
        _table("Columns_explained", _MEANINGS, meanings),
    )
    return Sheet(name="About", says="what this workbook is", blocks=blocks)


def _table(name: str, columns: tuple[SheetColumn, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    return Table(name=name, columns=columns, rows=rows, height=len(rows), has_filter=False)

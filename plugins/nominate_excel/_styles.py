"""How the workbook looks: its named styles, and the colours of what is overdue, due soon or won."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.dimensions import ColumnDimension

from nominate_excel._parts import Flag, Look
from nominate_excel._rows import Dress

__all__ = ["BAR_COLOUR", "add_styles", "dress_column", "flag_rule"]

# Text on each of these has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3): a test works it out.
BAR_COLOUR = "1F4E79"
_INK, _PAPER, _QUIET, _LINK = "1A1A1A", "FFFFFF", "505A5F", "0B5394"
_RULE = "D0D5DA"
_FLAG_COLOURS = {
    Flag.OVERDUE: ("8A1C12", "FCE4E1"),
    Flag.SOON: ("5C4400", "FFF1C9"),
    Flag.WON: ("0B5A1E", "DFF2E1"),
}
_DAY, _TIME, _TEXT = "d mmm yyyy", "d mmm yyyy hh:mm", "@"
_WRAPPED = {"wrap_text": True, "vertical": "top", "horizontal": "left"}
_NUMBER = {"vertical": "top", "horizontal": "right", "indent": 1}
# Columns whose dates or texts stand one under the other are easier to read down when all begin at the left.
_LOOKS: Mapping[Look, tuple[dict[str, Any], dict[str, Any], str]] = {
    Look.TITLE: ({"sz": 18, "b": True, "color": BAR_COLOUR}, {"vertical": "center"}, _TEXT),
    Look.HEADING: ({"sz": 13, "b": True, "color": BAR_COLOUR}, {"vertical": "center"}, _TEXT),
    Look.NOTE: ({"color": _QUIET}, {"vertical": "top"}, _TEXT),
    Look.HEADER: ({"b": True, "color": _PAPER}, {"wrap_text": True, "vertical": "center"}, _TEXT),
    Look.TEXT: ({}, _WRAPPED, _TEXT),
    Look.DATE: ({}, _WRAPPED, _DAY),
    Look.TIME: ({}, _WRAPPED, _TIME),
    Look.COUNT: ({}, _NUMBER, "#,##0"),
    Look.AMOUNT: ({}, _NUMBER, "#,##0.00"),
    Look.LINK: ({"color": _LINK, "u": "single"}, _WRAPPED, _TEXT),
}


def add_styles(workbook: Workbook) -> Mapping[Look, Dress]:
    """Add the named styles to a workbook with a sheet; gives the numbers that cells refer to them by."""
    dresses = {}
    for look in Look:
        workbook.add_named_style(NamedStyle(name=look.value, **_format(look)))
        dresses[look] = Dress(_number(workbook, look, quoted=False), _number(workbook, look, quoted=True))
    return dresses


def dress_column(column: ColumnDimension, look: Look) -> None:
    """Let what a person types into an empty cell of the column look like its neighbours."""
    for part, value in _format(look).items():
        setattr(column, part, value)


def _format(look: Look) -> dict[str, Any]:
    font, alignment, number_format = _LOOKS[look]
    parts = {
        "font": Font(**{"name": "Calibri", "family": 2, "scheme": "minor", "sz": 11, "color": _INK, **font}),
        "alignment": Alignment(**alignment),
        "number_format": number_format,
    }
    if look is Look.HEADER:
        return {**parts, "fill": PatternFill("solid", fgColor=BAR_COLOUR)}
    if look in {Look.TITLE, Look.HEADING, Look.NOTE}:
        return parts
    return {**parts, "border": Border(bottom=Side(style="thin", color=_RULE))}


def _number(workbook: Workbook, look: Look, *, quoted: bool) -> int:
    # A cell of no sheet: a style gets its number when a cell asks for it.
    cell = Cell(workbook.worksheets[0], row=1, column=1)
    cell.style = look.value
    # The mark that Excel itself sets when somebody types an apostrophe before the text.
    cell.quotePrefix = quoted
    return int(cell.style_id)


def flag_rule(flag: Flag, first_cell: str) -> Rule:
    """The conditional format that colours a cell by the word that it begins with."""
    ink, fill = _FLAG_COLOURS[flag]
    word = flag.value
    return Rule(
        type="beginsWith",
        operator="beginsWith",
        text=word,
        formula=[f'LEFT({first_cell},{len(word)})="{word}"'],
        dxf=DifferentialStyle(font=Font(b=True, color=ink), fill=PatternFill("solid", bgColor=fill)),
    )

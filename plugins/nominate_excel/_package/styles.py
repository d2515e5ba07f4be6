"""How the workbook looks: its named styles, and the colours of what is overdue, due soon or won.

openpyxl makes the two parts that say so, which depend on nothing but the brand.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from nominate import Brand
from nominate_excel._cells.maker import Dress
from nominate_excel._package.zipped import Part, deflated
from nominate_excel._parts import Flag, Look

__all__ = ["STYLES", "THEME", "Styles", "styles_of"]

STYLES, THEME = "xl/styles.xml", "xl/theme/theme1.xml"
_FONT = re.compile(r"<font>(.*?)</font>")
_FONT_PART = re.compile(r"<(\w+)[^<>]*/>")
# The order of CT_Font (ECMA-376, part 1, 18.8.22), which openpyxl 3.1 does not keep.
_FONT_ORDER = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]

# Text on each of these has a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3): a test works it out. They are
# the same in every brand, since they mean something.
_FLAG_COLOURS = {
    Flag.OVERDUE: ("8A1C12", "FCE4E1"),
    Flag.SOON: ("5C4400", "FFF1C9"),
    Flag.WON: ("0B5A1E", "DFF2E1"),
}
_DAY, _TIME, _TEXT, _ANY = "d mmm yyyy", "d mmm yyyy hh:mm", "@", "General"
_WRAPPED = {"wrap_text": True, "vertical": "top", "horizontal": "left"}
_NUMBER = {"vertical": "top", "horizontal": "right", "indent": 1}
_HEADLINES = frozenset({Look.TITLE, Look.HEADING, Look.NOTE})
# Columns whose dates or texts stand one under the other are easier to read down when all begin at the left.
_LOOKS: Mapping[Look, tuple[dict[str, Any], str, dict[str, Any], str]] = {
    Look.TITLE: ({"sz": 18, "b": True}, "main", {"vertical": "center"}, _TEXT),
    Look.HEADING: ({"sz": 13, "b": True}, "main", {"vertical": "center"}, _TEXT),
    Look.NOTE: ({}, "quiet", {"vertical": "top"}, _TEXT),
    Look.HEADER: ({"b": True}, "on_main", {"wrap_text": True, "vertical": "center"}, _TEXT),
    Look.TEXT: ({}, "ink", _WRAPPED, _TEXT),
    # In a cell of the format "text" Excel shows a formula instead of working it out.
    Look.WORKED_OUT: ({}, "ink", _WRAPPED, _ANY),
    Look.DATE: ({}, "ink", _WRAPPED, _DAY),
    Look.TIME: ({}, "ink", _WRAPPED, _TIME),
    Look.COUNT: ({}, "ink", _NUMBER, "#,##0"),
    Look.AMOUNT: ({}, "ink", _NUMBER, "#,##0.00"),
    Look.LINK: ({"u": "single"}, "link", _WRAPPED, _TEXT),
}


@attrs.frozen
class Styles:
    """The numbers of the styles that cells refer to, and the parts that say what each of them is."""

    dresses: Mapping[Look, Dress]
    styles: Part
    theme: Part


@attrs.frozen
class _Palette:
    """The looks of one workbook in the colours and the font of its brand."""

    brand: Brand

    def format(self, look: Look) -> dict[str, Any]:
        """The parts of the look's style, by their names in openpyxl."""
        font, colour, alignment, number_format = _LOOKS[look]
        parts = {
            "font": Font(**self._font(), **{"sz": 11, **font}, color=getattr(self.brand, colour)),
            "alignment": Alignment(**alignment),
            "number_format": number_format,
        }
        if look is Look.HEADER:
            return {**parts, "fill": PatternFill("solid", fgColor=self.brand.main)}
        if look in _HEADLINES:
            return parts
        return {**parts, "border": Border(bottom=Side(style="thin", color=self.brand.line))}

    def _font(self) -> dict[str, Any]:
        # Without a brand's own, the font is that of the theme, which a reader's program may replace.
        return (
            {"name": self.brand.font}
            if self.brand.font
            else {"name": "Calibri", "family": 2, "scheme": "minor"}
        )


@lru_cache(maxsize=8)
def styles_of(brand: Brand) -> Styles:
    """The styles of a brand; kept, since they take openpyxl longer than a whole small tracker takes us."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    palette = _Palette(brand)
    dresses = {}
    for look in Look:
        workbook.add_named_style(NamedStyle(name=look.value, **palette.format(look)))
        dresses[look] = Dress(_number(sheet, look, quoted=False), _number(sheet, look, quoted=True))
    for flag in Flag:
        sheet.conditional_formatting.add("A1", Rule(type="beginsWith", dxf=_flagged(flag)))
    saved = io.BytesIO()
    workbook.save(saved)
    with zipfile.ZipFile(saved) as parts:
        styles = _FONT.sub(_ordered, parts.read(STYLES).decode())
        return Styles(dresses, deflated(styles.encode()), deflated(parts.read(THEME)))


def _number(sheet: Worksheet, look: Look, *, quoted: bool) -> int:
    # A cell of no sheet: a style gets its number when a cell asks for it.
    cell = Cell(sheet, row=1, column=1)
    cell.style = look.value
    # The mark that Excel itself sets when somebody types an apostrophe before the text.
    cell.quotePrefix = quoted
    return int(cell.style_id)


def _flagged(flag: Flag) -> DifferentialStyle:
    ink, fill = _FLAG_COLOURS[flag]
    return DifferentialStyle(font=Font(b=True, color=ink), fill=PatternFill("solid", bgColor=fill))


def _ordered(font: re.Match[str]) -> str:
    parts = sorted(_FONT_PART.finditer(font[1]), key=lambda part: _FONT_ORDER.index(part[1]))
    return f"<font>{''.join(part[0] for part in parts)}</font>"

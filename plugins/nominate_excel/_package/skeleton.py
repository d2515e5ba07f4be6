"""Everything of the workbook but its rows, made by openpyxl: sheets, tables, lists, formats, print set-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as TableObject
from openpyxl.worksheet.table import TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from nominate_excel._cells.maker import Dress
from nominate_excel._cells.text import without_controls
from nominate_excel._package.chart import bar_chart
from nominate_excel._package.styles import Palette, add_styles, flag_rule
from nominate_excel._parts import Look, Picture, Sheet, SheetColumn, Table, height, letter, placed, widths
from nominate_excel._sheets.front import Front

__all__ = ["skeleton"]

# A header or footer takes 255 characters with its codes (Excel specifications and limits,
# support.microsoft.com, read 2026-11); two of these stay below that even if every one must be doubled.
_LONGEST_IN_HEADER = 60
_A4 = 9
# Rows that may come in under a table, and that its drop-downs reach; and the last row of a sheet.
_SPARE, _MOST_ROWS = 200, 1_048_576
# The most that the logo may be, in pixels of a ninety-sixth of an inch: beside the title and its notes.
_LOGO_HEIGHT, _LOGO_WIDTH = 76, 240


def skeleton(
    sheets: Iterable[Sheet], front: Front, lists: Mapping[str, str], palette: Palette
) -> tuple[Workbook, Mapping[Look, Dress]]:
    """A workbook whose sheets have everything but rows, and the styles that the rows refer to.

    `lists` says where the words of each drop-down stand.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties = _properties(front)
    made = [(workbook.create_sheet(sheet.name), sheet) for sheet in sheets]
    dresses = add_styles(workbook, palette)
    for name, place in lists.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=place)
    for worksheet, sheet in made:
        _fill(worksheet, sheet, front, palette)
    return workbook, dresses


def _properties(front: Front) -> DocumentProperties:
    return DocumentProperties(
        title=without_controls(front.title),
        subject=f"Nominations as of {front.as_of}",
        description=without_controls(" ".join(front.notes)),
        creator=without_controls(front.creator),
        language=front.language,
    )


def _fill(made: Worksheet, sheet: Sheet, front: Front, palette: Palette) -> None:
    _set_columns(made, sheet, palette)
    _set_print(made, front, is_one_page=bool(sheet.charts))
    if sheet.frozen:
        made.freeze_panes = sheet.frozen
        made.print_title_rows = "1:1"
    if sheet.printed:
        made.print_area = f"A1:{letter(sheet.printed)}{height(sheet.blocks)}"
    for first, block in placed(sheet.blocks):
        if isinstance(block, Table):
            _add_table(made, block, first)
    for chart in sheet.charts:
        made.add_chart(bar_chart(chart, sheet, palette.brand.main), chart.anchor)
    if sheet.picture is not None:
        made.add_image(_image(sheet.picture), sheet.picture.anchor)


def _image(picture: Picture) -> Image:
    image = Image(BytesIO(picture.content))
    scale = min(_LOGO_HEIGHT / image.height, _LOGO_WIDTH / image.width)
    image.width, image.height = round(image.width * scale), round(image.height * scale)
    return image


def _set_columns(made: Worksheet, sheet: Sheet, palette: Palette) -> None:
    for place, width in enumerate(widths(sheet.blocks), 1):
        made.column_dimensions[letter(place)].width = width
    if len(sheet.tables) == 1:
        for place, column in enumerate(sheet.tables[0].columns, 1):
            palette.dress_column(made.column_dimensions[letter(place)], column.look)


def _set_print(made: Worksheet, front: Front, *, is_one_page: bool) -> None:
    made.page_setup.paperSize = _A4
    made.page_setup.orientation = "landscape"
    made.page_setup.fitToWidth = 1
    # A chart is not torn apart; a table goes on over as many pages as it takes.
    made.page_setup.fitToHeight = 1 if is_one_page else 0
    made.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    made.page_margins = PageMargins(left=0.4, right=0.4, top=0.75, bottom=0.75, header=0.3, footer=0.3)
    header, footer = made.oddHeader, made.oddFooter
    for item, left, right in (
        (header, _in_header(front.title), _in_header(front.status)),
        (footer, f"&A, as of {_in_header(front.as_of)}", "Page &P of &N"),
    ):
        item.left.text, item.right.text = left, right  # type: ignore[union-attr]  # openpyxl always has both


def _in_header(text: str) -> str:
    plain = without_controls(text)
    short = plain if len(plain) <= _LONGEST_IN_HEADER else f"{plain[: _LONGEST_IN_HEADER - 1]}…"
    return short.replace("&", "&&")


def _add_table(made: Worksheet, table: Table, first: int) -> None:
    last = first + table.height
    reference = f"A{first}:{letter(len(table.columns))}{last}"
    made.add_table(
        TableObject(
            displayName=table.name,
            name=table.name,
            ref=reference,
            autoFilter=AutoFilter(ref=reference) if table.has_filter else None,
            tableColumns=[
                TableColumn(id=place, name=column.title) for place, column in enumerate(table.columns, 1)
            ],
            tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=True),
        )
    )
    for place, column in enumerate(table.columns, 1):
        cells = f"{letter(place)}{first + 1}:{letter(place)}{last}"
        for flag in column.flags:
            made.conditional_formatting.add(cells, flag_rule(flag, f"{letter(place)}{first + 1}"))
        if column.choices:
            # Also where rows come in under the table: not every program goes on with the list there.
            spare = min(last + _SPARE, _MOST_ROWS)
            offered = f"{letter(place)}{first + 1}:{letter(place)}{spare}"
            made.add_data_validation(_drop_down(column, offered))


def _drop_down(column: SheetColumn, cells: str) -> DataValidation:
    title = column.title
    others = (
        "This is not on the list. Take it all the same if it is new: a new edition or category needs a row "
        "of its own on the sheet Awards and categories."
        if column.takes_others
        else "This word is not on the list. Choose one that is, or leave the cell empty."
    )
    return DataValidation(
        type="list",
        formula1=column.list_name,
        errorStyle="warning" if column.takes_others else "stop",
        allow_blank=True,
        sqref=cells,
        showInputMessage=True,
        showErrorMessage=True,
        promptTitle=title,
        prompt="Choose from the list; the words stand on the sheet Lists.",
        errorTitle=title,
        error=others,
    )

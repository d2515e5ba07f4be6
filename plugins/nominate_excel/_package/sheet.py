"""A sheet around its rows: its columns, its print set-up, drop-downs, colours that follow words, its tables.

The order of the elements is that of CT_Worksheet (ECMA-376, part 1, 18.3.1.99).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from nominate_excel._cells.links import SheetLinks
from nominate_excel._cells.maker import Dress
from nominate_excel._cells.text import text_xml, without_controls
from nominate_excel._package.relations import DECLARATION, MAIN, OFFICE, Relation
from nominate_excel._parts import Flag, Look, Sheet, SheetColumn, Table, letter
from nominate_excel._sheets.front import Front

__all__ = ["sheet_head", "sheet_tail", "table_xml"]

# A header or footer takes 255 characters with its codes (Excel specifications and limits,
# support.microsoft.com, read 2026-11); two of these stay below that even if every one must be doubled.
_LONGEST_IN_HEADER = 60
# Rows that may come in under a table, and that its drop-downs reach; and the last row of a sheet.
_SPARE, _MOST_ROWS = 200, 1_048_576
_FLAG_NUMBERS: Mapping[Flag, int] = {flag: number for number, flag in enumerate(Flag)}
_A4 = (
    '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup orientation="landscape" paperSize="9" fitToHeight="{pages}" fitToWidth="1"/>'
)
_OTHERS_TAKEN = (
    "This is not on the list. Take it all the same if it is new: a new edition or category needs a row "
    "of its own on the sheet Awards and categories."
)
_OTHERS_REFUSED = "This word is not on the list. Choose one that is, or leave the cell empty."


_Placed: TypeAlias = tuple[str, int, int, SheetColumn]
"""A column of a table with its letters and the numbers of its first and last row."""


def sheet_head(sheet: Sheet, dresses: Mapping[Look, Dress]) -> str:
    """The XML before the rows."""
    widest = max(len(block.columns) if isinstance(block, Table) else 1 for block in sheet.blocks)
    return (
        f'{DECLARATION}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{letter(widest)}{sheet.height}"/>'
        f'<sheetViews><sheetView workbookViewId="0">{_panes(sheet.frozen)}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/>{_columns(sheet, dresses)}<sheetData>'
    )


def sheet_tail(sheet: Sheet, front: Front, links: SheetLinks, related: Sequence[Relation]) -> Iterator[str]:
    """The XML after the rows, in pieces; `related` are its drawing, if it has one, and its tables."""
    columns = [each for each in _placed_columns(sheet) if each[-1].flags or each[-1].choices]
    yield f"</sheetData>{''.join(_flags(columns))}{_drop_downs(columns)}"
    if links:
        yield "<hyperlinks>"
        yield from links.xml()
        yield "</hyperlinks>"
    # A chart is not torn apart; a table goes on over as many pages as it takes.
    yield f"{_A4.format(pages=1 if sheet.charts else 0)}{_header(front.title, front.status, front.as_of)}"
    tables = [f'<tablePart r:id="{other.key}"/>' for other in related if other.kind == "table"]
    yield from (f'<drawing r:id="{other.key}"/>' for other in related if other.kind == "drawing")
    if tables:
        yield f'<tableParts count="{len(tables)}">{"".join(tables)}</tableParts>'
    yield "</worksheet>"


def table_xml(table: Table, first: int, number: int) -> str:
    """The part of one table, whose header stands in the row `first`; `number` is its own in the workbook."""
    reference = f"A{first}:{letter(len(table.columns))}{first + table.height}"
    columns = _titled(tuple([column.title for column in table.columns]))
    buttons = f'<autoFilter ref="{reference}"/>' if table.has_filter else ""
    return (
        f'{DECLARATION}<table xmlns="{MAIN}" id="{number}" name="{table.name}" displayName="{table.name}" '
        f'ref="{reference}" headerRowCount="1">{buttons}'
        f'<tableColumns count="{len(table.columns)}">{columns}</tableColumns>'
        '<tableStyleInfo name="TableStyleLight1" showRowStripes="1"/></table>'
    )


@lru_cache(maxsize=64)
def _titled(titles: tuple[str, ...]) -> str:
    # The tables of a batch of trackers have the same columns.
    told = (f'<tableColumn id="{place}" name="{text_xml(title)}"/>' for place, title in enumerate(titles, 1))
    return "".join(told)


def _panes(frozen: int | None) -> str:
    """The view of a sheet: its first cell is chosen, and what is frozen stays in sight."""
    if frozen is None:
        return '<selection activeCell="A1" sqref="A1"/>'
    across = f'xSplit="{frozen}" ' if frozen else ""
    active = "bottomRight" if frozen else "bottomLeft"
    others = '<selection pane="topRight"/><selection pane="bottomLeft"/>' if frozen else ""
    return (
        f'<pane {across}ySplit="1" topLeftCell="{letter(frozen + 1)}2" activePane="{active}" state="frozen"/>'
        f'{others}<selection pane="{active}" activeCell="A1" sqref="A1"/>'
    )


def _columns(sheet: Sheet, dresses: Mapping[Look, Dress]) -> str:
    styles = [""] * len(sheet.widths)
    if len(sheet.tables) == 1:
        # What a person types into an empty cell of the column looks like its neighbours.
        styles = [f' style="{dresses[column.look].plain}"' for column in sheet.tables[0].columns]
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"{style}/>'
        for place, (width, style) in enumerate(zip(sheet.widths, styles, strict=True), 1)
    )
    return f"<cols>{columns}</cols>" if columns else ""


def _flags(columns: Iterable[_Placed]) -> Iterator[str]:
    """The colours of cells that begin with certain words."""
    priority = 0
    for letters, first, last, column in columns:
        rules = []
        for flag in column.flags:
            priority += 1
            word = flag.value
            rules.append(
                f'<cfRule type="beginsWith" dxfId="{_FLAG_NUMBERS[flag]}" priority="{priority}" '
                f'operator="beginsWith" text="{word}">'
                f'<formula>LEFT({letters}{first},{len(word)})="{word}"</formula></cfRule>'
            )
        if rules:
            cells = f"{letters}{first}:{letters}{last}"
            yield f'<conditionalFormatting sqref="{cells}">{"".join(rules)}</conditionalFormatting>'


def _drop_downs(columns: Iterable[_Placed]) -> str:
    # Also where rows come in under the table: not every program goes on with the list there.
    made = [
        _drop_down(column, f"{letters}{first}:{letters}{min(last + _SPARE, _MOST_ROWS)}")
        for letters, first, last, column in columns
        if column.choices
    ]
    return f'<dataValidations count="{len(made)}">{"".join(made)}</dataValidations>' if made else ""


def _drop_down(column: SheetColumn, cells: str) -> str:
    title = text_xml(column.title)
    style, error = ("warning", _OTHERS_TAKEN) if column.takes_others else ("stop", _OTHERS_REFUSED)
    return (
        f'<dataValidation type="list" errorStyle="{style}" allowBlank="1" showInputMessage="1" '
        f'showErrorMessage="1" errorTitle="{title}" error="{error}" promptTitle="{title}" '
        f'prompt="Choose from the list; the words stand on the sheet Lists." sqref="{cells}">'
        f"<formula1>{text_xml(column.list_name)}</formula1></dataValidation>"
    )


def _placed_columns(sheet: Sheet) -> Iterator[_Placed]:
    for first, block in sheet.placed:
        if isinstance(block, Table):
            for place, column in enumerate(block.columns, 1):
                yield letter(place), first + 1, first + block.height, column


@lru_cache(maxsize=8)
def _header(title: str, status: str, as_of: str) -> str:
    """The header and the footer of printed pages, the same on every sheet."""
    head = f"&L{_in_header(title)}&R{_in_header(status)}"
    foot = f"&L&A, as of {_in_header(as_of)}&RPage &P of &N"
    return (
        f"<headerFooter><oddHeader>{text_xml(head)}</oddHeader>"
        f"<oddFooter>{text_xml(foot)}</oddFooter></headerFooter>"
    )


def _in_header(text: str) -> str:
    plain = without_controls(text)
    short = plain if len(plain) <= _LONGEST_IN_HEADER else f"{plain[: _LONGEST_IN_HEADER - 1]}…"
    return short.replace("&", "&&")

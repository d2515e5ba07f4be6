from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.table import Table

from nominate.sheets import Area, Row, Sheet, Workbook, column_letters, column_number
from nominate.sheets.survey import parsed, surveyed

Opened = Callable[..., Workbook]
Read = Callable[..., Sheet]


@pytest.fixture
def book() -> Any:
    return openpyxl.Workbook()


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@given(st.integers(min_value=1, max_value=16_384))
def test_the_letters_of_a_column_are_its_number(number: int) -> None:
    assert column_number(column_letters(number)) == number


@pytest.mark.parametrize("reference", ["", "A", "7", "A1:", "Sheet1!A1"])
def test_what_is_no_range_of_cells_is_refused(reference: str) -> None:
    with pytest.raises(ValueError, match="is not a range of cells"):
        Area.parse(reference)


@pytest.mark.parametrize("reference", ["B2", "A1:D9"])
def test_a_range_is_written_as_it_is_read(reference: str) -> None:
    assert str(Area.parse(reference)) == reference


def test_rows_have_their_numbers_and_start_at_column_a(book: Any, opened: Opened) -> None:
    book.active["C4"], book.active["D7"] = "x", 0
    assert opened(_saved(book)).sheets[0].rows == (
        Row(4, (None, None, "x", None)),
        Row(7, (None,) * 3 + (0,)),
    )


def test_merged_cells_have_their_value_at_the_top_left(book: Any, opened: Opened) -> None:
    book.active["A1"] = "Our awards"
    book.active.merge_cells("A1:C1")
    book.active["A2"], book.active["C2"] = "ID", "Title"
    sheet = opened(_saved(book)).sheets[0]
    assert sheet.merged == (Area(1, 1, 1, 3),)
    assert sheet.rows[0].cells == ("Our awards", None, None)


def test_table_objects_are_told_by_name_and_place(book: Any, opened: Opened) -> None:
    for row in (["ID", "Title"], ["a", "A"]):
        book.active.append(row)
    book.active.add_table(Table(displayName="Nominations", ref="A1:B2"))
    (table,) = opened(_saved(book)).sheets[0].tables
    assert (table.name, str(table.area)) == ("Nominations", "A1:B2")


def test_hidden_rows_are_read_and_said(book: Any, opened: Opened) -> None:
    for number in range(1, 5):
        book.active.append([number])
    book.active.row_dimensions[2].hidden = book.active.row_dimensions[3].hidden = True
    sheet = opened(_saved(book)).sheets[0]
    assert [row.cells for row in sheet.rows] == [(1,), (2,), (3,), (4,)]
    assert [str(each) for each in sheet.problems] == [
        "awards.xlsx:Sheet!: warning: 2 rows are hidden or filtered away, and read all the same"
    ]


def test_one_hidden_row_is_said_as_one(read: Read) -> None:
    sheet = read('<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>')
    assert sheet.problems[0].message.startswith("1 row is hidden")


def test_hidden_sheets_and_columns_are_read(book: Any, opened: Opened) -> None:
    book.active.append([1, 2])
    book.active.column_dimensions["B"].hidden = True
    other = book.create_sheet("Kept")
    other["A1"], other.sheet_state = "x", "veryHidden"
    first, second = opened(_saved(book)).sheets
    assert first.rows[0].cells == (1, 2)
    assert (first.is_hidden, second.is_hidden, second.rows[0].cells) == (False, True, ("x",))


def test_links_lead_to_their_addresses(book: Any, opened: Opened) -> None:
    book.active["A1"], book.active["B1"] = "the award", "in this book"
    book.active["A1"].hyperlink = "https://awards.example.org/2020?a=1&b=2"
    book.active["B1"].hyperlink = "#Sheet!A9"
    book.active["A2"].hyperlink = "https://awards.example.org/page#part"
    assert opened(_saved(book)).sheets[0].links == {
        "A1": "https://awards.example.org/2020?a=1&b=2",
        "A2": "https://awards.example.org/page#part",
    }


def test_blank_columns_at_the_end_are_cut(read: Read) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="D1" t="inlineStr"><is><t></t></is></c></row>'
    assert read(rows).rows == (Row(1, (1,)),)


def test_a_sheet_without_a_value_has_no_rows(read: Read) -> None:
    sheet = read('<row r="3"><c r="C3" s="1"/></row>')
    assert (sheet.rows, sheet.width) == ((), 0)


def test_a_million_empty_formatted_rows_take_little_time(
    packed: Callable[..., bytes], opened: Opened
) -> None:
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(2, 1_000_001))
    content = packed(f'<row r="1"><c r="A1"><v>1</v></c></row>{blank}')
    started = time.process_time()
    assert opened(content).sheets[0].rows == (Row(1, (1,)),)
    assert time.process_time() - started < 20


def test_sheets_are_found_by_name_whatever_their_capitals(book: Any, opened: Opened) -> None:
    book.active.title = "Nominations"
    read = opened(_saved(book))
    assert read.sheet("NOMINATIONS") is read.sheets[0]
    assert read.sheet("Base") is None


def test_chart_sheets_are_left_out(book: Any, opened: Opened) -> None:
    book.active["A1"] = 1
    book.create_chartsheet("Chart")
    assert [sheet.name for sheet in opened(_saved(book)).sheets] == ["Sheet"]


def test_the_problems_of_a_workbook_are_those_of_its_sheets(read: Read) -> None:
    sheet = read('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')
    assert Workbook(name="a", sheets=(sheet, sheet)).problems == sheet.problems * 2


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>',
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
        '<row r="1"><c s=">" r="D7"><v>1</v></c></row>',
        "<row r='1'><c r='b1'><v>1</v></c></row>",
        '<row r="1"><c\n r="A1"><v>1</v></c></row>',
    ],
    ids=["out of order", "without references", "a bracket in an attribute", "other quotes", "a line break"],
)
def test_cells_that_are_written_in_an_unusual_way_are_read(read: Read, rows: str) -> None:
    assert [cell for row in read(rows).rows for cell in row.cells if cell is not None]


def test_a_sheet_whose_elements_have_a_prefix_is_read(packed: Callable[..., bytes], opened: Opened) -> None:
    name = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = (
        f'<x:worksheet xmlns:x="{name}"><x:sheetData><x:row r="1" hidden="1"><x:c r="A1"><x:v>1</x:v></x:c>'
        '<x:c r="B1" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    sheet = opened(packed(xl__worksheets__sheet1_xml="", **{"xl/worksheets/sheet1.xml": part})).sheets[0]
    assert sheet.rows[0].cells == (1, "#N/A")
    assert [problem.code for problem in sheet.problems] == ["E123", "W125"]


_CELLS = st.lists(
    st.tuples(
        st.integers(1, 300_000), st.integers(1, 200), st.sampled_from(["value", "empty", "error", "formula"])
    ),
    max_size=12,
    unique_by=lambda cell: cell[:2],
)


@given(_CELLS)
def test_patterns_and_parsing_survey_a_sheet_alike(cells: list[tuple[int, int, str]]) -> None:
    inner = {
        "value": "><v>1</v></c>",
        "empty": ' s="1"/>',
        "error": ' t="e"><v>#N/A</v></c>',
        "formula": "><f>A1</f></c>",
    }
    told = "".join(
        f'<row r="{row}"><c r="{column_letters(column)}{row}"{inner[kind]}</row>'
        for row, column, kind in sorted(cells)
    )
    after = '<hyperlink ref="A1" r:id="x" location="there"/>'
    content = f'<w xmlns:r="r"><sheetData>{told}</sheetData>{after}</w>'.encode()
    exact = parsed(content)
    measured = surveyed([content], is_near=False)
    near = surveyed([content], is_near=True)
    assert measured is not None
    assert (measured.unread, measured.links) == (exact.unread, exact.links)
    assert measured.rows >= exact.rows
    assert measured.columns >= exact.columns
    is_far = any(row > 199_999 or column > 130 for row, column, _ in cells)
    assert (near is None) == is_far
    assert near is None or (near.unread, near.links) == (exact.unread, exact.links)

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from nominate import When
from nominate.sheets import Sheet, Workbook

Opened = Callable[..., Workbook]
Read = Callable[..., Sheet]


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _one(opened: Opened, value: object, *, look: str = "") -> object:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = value
    if look:
        sheet["A1"].number_format = look
    return opened(_saved(book)).sheets[0].rows[0].cells[0]


@pytest.mark.parametrize(
    ("written", "cell"),
    [
        ("Tŷ Gŵyr", "Tŷ Gŵyr"),
        (" two  spaces ", " two  spaces "),
        ("a\r\nb\rc", "a\nb\nc"),
        (4, 4),
        (4.0, 4),
        (0.1 + 0.2, Decimal("0.3")),
        (1234567890.5, Decimal("1234567890.5")),
        (10**17, 10**17),
        (True, True),
        (False, False),
        (date(2020, 11, 12), When(2020, 11, 12)),
        (datetime(2020, 11, 12, 18, 30), When(2020, 11, 12, 18, 30)),  # noqa: DTZ001 - Excel knows no zones
        (datetime(2020, 11, 12, 18, 29, 59, 999_900), When(2020, 11, 12, 18, 30)),  # noqa: DTZ001 - as above
        (time(9, 5), "09:05"),
        (time(9, 5, 30), "09:05:30"),
        (timedelta(hours=36), "36:00"),
        (date(9999, 12, 31), "9999-12-31"),
        (datetime(9999, 12, 31, 23, 59), "9999-12-31 23:59"),  # noqa: DTZ001 - as above
    ],
    ids=str,
)
def test_a_cell_comes_with_the_type_that_the_workbook_gives_it(
    opened: Opened, written: object, cell: object
) -> None:
    found = _one(opened, written)
    assert found == cell
    assert type(found) is type(cell)


def test_a_day_is_the_same_in_a_workbook_that_counts_from_1904(opened: Opened) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet: Any = book.active
    sheet["A1"] = date(2020, 11, 12)
    assert opened(_saved(book)).sheets[0].rows[0].cells == (When(2020, 11, 12),)


def test_yes_and_no_of_libreoffice_are_read_by_value(read: Read) -> None:
    rows = '<row r="1"><c r="A1" t="b"><f aca="false">TRUE()</f><v>1</v></c></row>'
    assert read(rows).rows[0].cells == (True,)


def test_one_and_nought_are_told_from_yes_and_no(read: Read) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="str"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="b"><v>0</v></c><c r="B2"><v>0</v></c></row>'
        '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3"><v>1</v></c></row>'
    )
    found = [row.cells for row in read(rows).rows]
    assert [[repr(cell) for cell in cells] for cells in found] == [
        ["1", "True", "'1'"],
        ["False", "0", "None"],
        ["True", "1", "None"],
    ]


def test_a_row_of_noughts_is_not_blank(read: Read) -> None:
    rows = '<row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2"><v>0</v></c></row><row r="4"/>'
    assert [(row.number, row.cells) for row in read(rows).rows] == [(1, (7,)), (2, (0,))]


def test_a_formula_stands_by_its_value(read: Read) -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>""</f><v></v></c></row>'
    sheet = read(rows)
    assert sheet.rows[0].cells == (2,)
    assert sheet.problems == ()


@pytest.mark.parametrize("value", ["<v></v>", "<v/>", "<v />", ""])
def test_a_formula_that_was_never_calculated_is_told_with_its_cell(read: Read, value: str) -> None:
    sheet = read(f'<row r="7"><c r="C7" s="0"><f>A1&amp;"x"</f>{value}</c></row>')
    (problem,) = sheet.problems
    assert (problem.code, problem.sheet, problem.cell) == ("E123", "Awards", "C7")
    assert "never calculated" in problem.message
    assert sheet.rows[0].cells[2] == '=A1&"x"'


def test_a_shared_formula_without_a_value_is_told_too(read: Read) -> None:
    sheet = read('<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>')
    assert [problem.cell for problem in sheet.problems] == ["A2"]


def test_a_cell_that_shows_an_error_keeps_it_and_is_told(read: Read) -> None:
    rows = (
        '<row r="2"><c r="A2"><v>1</v></c></row>'
        '<row r="3"><c r="B3" t="e"><f>NA()</f><v>#N/A</v></c><c r="C3" s="1" t="e"><v>#DIV/0!</v></c></row>'
    )
    sheet = read(rows)
    assert [row.cells for row in sheet.rows] == [(1, None, None), (None, "#N/A", "#DIV/0!")]
    assert [str(problem) for problem in sheet.problems] == [
        "awards.xlsx:Awards!B3: the cell shows '#N/A'; mend the cell, or empty it",
        "awards.xlsx:Awards!C3: the cell shows '#DIV/0!'; mend the cell, or empty it",
    ]


def test_every_error_of_very_many_is_told_with_its_cell(read: Read) -> None:
    sheet = read("".join(f'<row r="{n}"><c r="A{n}" t="e"><v>#REF!</v></c></row>' for n in range(1, 2001)))
    assert [problem.cell for problem in sheet.problems] == [f"A{number}" for number in range(1, 2001)]


@pytest.mark.parametrize("number", ["inf", "NaN", "1e400"])
def test_what_is_no_number_is_text(read: Read, number: str) -> None:
    (cell,) = read(f'<row r="1"><c r="A1"><v>{number}</v></c></row>').rows[0].cells
    assert isinstance(cell, str)


def test_characters_that_xml_cannot_say_are_read(read: Read) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0001_b _x005F_x0041_</t></is></c></row>'
    assert read(rows).rows[0].cells == ("a\x01b _x0041_",)


def test_rich_text_is_its_letters(read: Read) -> None:
    first = '<t xml:space="preserve">SKIP </t>'
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><r>{first}</r><r><t>team</t></r></is></c></row>'
    assert read(rows).rows[0].cells == ("SKIP team",)


def test_an_open_document_sheet_has_the_same_values(tmp_path: Path, judge: Any, opened: Opened) -> None:
    import subprocess  # noqa: PLC0415 - this test alone

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(["Ward", 4, Decimal("2.5"), date(2020, 11, 12), datetime(2020, 11, 12, 18, 30), True])  # noqa: DTZ001 - Excel knows no zones
    sheet["A9"] = "=NA()"
    sheet["B9"].hyperlink = "https://awards.example.org/entry"
    sheet["B9"] = "the entry"
    sheet.row_dimensions[9].hidden = True
    book.save(tmp_path / "a.xlsx")
    command = [judge("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "ods", "--outdir", str(tmp_path), str(tmp_path / "a.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = opened((tmp_path / "a.ods").read_bytes(), name="a.ods").sheets[0]
    when = (When(2020, 11, 12), When(2020, 11, 12, 18, 30))
    assert found.rows[0].cells == ("Ward", 4, Decimal("2.5"), *when, True)
    assert (found.rows[1].number, found.rows[1].cells[:2]) == (9, ("#N/A", "the entry"))
    assert found.links == {"B9": "https://awards.example.org/entry"}
    assert [problem.code for problem in found.problems] == ["E123", "W125"]

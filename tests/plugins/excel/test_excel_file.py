"""The file as a whole: valid, the same each time, set up for print, and open to people who cannot see it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from openpyxl import load_workbook

import nominate
from nominate import ExporterFailed, NothingToExport, Register, View
from nominate.branding.contrast import contrast
from nominate.testing import EXAMPLES, example
from nominate_excel import TrackerOptions, _parts, _tracker, write

Book = Callable[..., Any]  # the stubs take every part of a sheet to be absent
Judge = Callable[[str], str]

VIEWS = ("internal", "public", "press")


@pytest.fixture(scope="module", params=VIEWS)
def content(request: pytest.FixtureRequest, aberdwr: Register) -> bytes:
    """The tracker of the made-up network for each audience."""
    as_of = "2027-03-12" if request.param == "press" else "2026-11-22"
    return nominate.render(nominate.view(aberdwr, as_of=as_of, audience=request.param), "excel")


@pytest.fixture(scope="module")
def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def faults(judge: Judge, content: bytes, folder: Path) -> list[str]:
    file = folder / "tracker.xlsx"
    file.write_bytes(content)
    told = subprocess.run(
        [judge("ooxml-validator"), str(file)], capture_output=True, check=False, timeout=120
    )
    return [str(error) for error in json.loads(told.stdout)["errors"]]


def test_the_open_xml_sdk_finds_no_fault(content: bytes, judge: Judge, tmp_path: Path) -> None:
    assert faults(judge, content, tmp_path) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_open_xml_sdk_finds_no_fault_in_difficult_registers(
    name: str, judge: Judge, tmp_path: Path
) -> None:
    assert faults(judge, nominate.render(example(name), "excel"), tmp_path) == []


def test_libreoffice_opens_it_and_works_out_the_same(aberdwr: Register, judge: Judge, tmp_path: Path) -> None:
    # As of today, since that is the day from which LibreOffice counts.
    today = datetime.now(UTC).date().isoformat()
    view = nominate.view(aberdwr, as_of=today, audience="internal")
    file = tmp_path / "tracker.xlsx"
    nominate.export(view, file)
    subprocess.run(
        [
            judge("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "back"), str(file),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    ours, theirs = (
        load_workbook(path, data_only=True) for path in (file, tmp_path / "back" / "tracker.xlsx")
    )
    for sheet in ours.worksheets:
        held = [[cell.value for cell in row] for row in sheet]
        assert [[cell.value for cell in row][: len(held[0])] for row in theirs[sheet.title]][
            : len(held)
        ] == held


def test_another_process_writes_the_same_bytes(aberdwr: Register, tmp_path: Path) -> None:
    code = (
        "import sys, nominate; from pathlib import Path; "
        "register = nominate.load(Path(nominate.__file__).parent / 'demo' / 'aberdwr'); "
        "nominate.export(nominate.view(register, as_of='2026-11-22'), sys.argv[1])"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "there.xlsx")], check=True, timeout=120)
    nominate.export(nominate.view(aberdwr, as_of="2026-11-22"), tmp_path / "here.xlsx")
    assert (tmp_path / "there.xlsx").read_bytes() == (tmp_path / "here.xlsx").read_bytes()


def test_a_win_under_embargo_changes_no_byte_for_the_public(aberdwr: Register) -> None:
    records = aberdwr.records
    without = tuple(
        attrs.evolve(each, decisions=tuple(one for one in each.decisions if one.embargo is None))
        for each in records.nominations
    )
    fewer = Register(records=attrs.evolve(records, nominations=without))
    kept, gone = (
        nominate.render(nominate.view(register, as_of="2026-11-22", edition="clear-voice/2027"), "excel")
        for register in (aberdwr, fewer)
    )
    assert kept == gone


def test_no_part_of_the_file_says_when_it_was_written(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in package.read("docProps/core.xml").partition(b">")[2]


def test_the_properties_say_what_it_is(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22")
    properties = book(view).properties
    assert properties.title == "Aberdŵr Health Network: awards and nominations"
    assert properties.subject == "Nominations as of 22 November 2026"
    assert properties.creator == "Aberdŵr Health Network"
    assert properties.language == "en-GB"
    assert "Anything not yet public is left out." in properties.description


def test_a_title_with_control_characters_stays_out_of_the_properties(small_view: View, book: Book) -> None:
    made = book(small_view, title="A\x01 & B")
    assert made.properties.title == "A\ufffd & B"
    assert made["Summary"].oddHeader.left.text == "A\ufffd && B"


def test_a_long_title_is_cut_only_in_the_page_header(small_view: View, book: Book) -> None:
    made = book(small_view, title="x" * 200)
    assert made["Summary"].oddHeader.left.text == f"{'x' * 59}…"
    assert made["Summary"]["A1"].value == "x" * 200


def test_it_opens_on_the_first_sheet_at_its_first_cell(opened: Any) -> None:
    assert opened.active.title == "Summary"
    for sheet in opened.worksheets:
        assert sheet.sheet_view.selection[-1].activeCell == "A1"


def test_every_sheet_prints_on_a4_one_page_wide_with_its_header_and_page_numbers(opened: Any) -> None:
    for sheet in opened.worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.oddFooter.right.text == "Page &P of &N"
    repeated = {sheet.title: sheet.print_title_rows for sheet in opened.worksheets}
    assert repeated["Nominations"] == repeated["Deadlines"] == repeated["Organisations"] == "$1:$1"


def test_an_embargo_stands_on_every_printed_page(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2027-03-12", audience="press", edition="clear-voice/2027")
    said = {sheet.oddHeader.right.text for sheet in book(view).worksheets}
    assert said == {"Embargoed until 11 March 2027, 21:30"}


def test_nothing_is_hidden_merged_or_empty(opened: Any) -> None:
    for sheet in opened.worksheets:
        assert sheet.sheet_state == "visible"
        assert not sheet.merged_cells.ranges
        assert not [
            row for row in sheet.iter_rows(values_only=True) if not any(value is not None for value in row)
        ]
        hidden = [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()]
        assert not any(each.hidden for each in hidden)


def test_every_table_has_a_header_of_texts_and_a_name_of_its_own(opened: Any) -> None:
    names = [table.displayName for sheet in opened.worksheets for table in sheet.tables.values()]
    assert len(names) == len({name.casefold() for name in names})
    for sheet in opened.worksheets:
        for table in sheet.tables.values():
            header = [cell.value for cell in sheet[table.ref][0]]
            assert header == [column.name for column in table.tableColumns]
            assert table.headerRowCount == 1


def test_no_link_shows_its_address(opened: Any) -> None:
    cells = [cell for sheet in opened.worksheets for row in sheet for cell in row if cell.hyperlink]
    assert cells
    assert not [cell.coordinate for cell in cells if "://" in str(cell.value)]


def test_every_text_can_be_told_from_its_ground(opened: Any) -> None:
    pairs = set()
    for sheet in opened.worksheets:
        for cell in (cell for row in sheet for cell in row if cell.value is not None):
            paper = cell.fill.fgColor.rgb if cell.fill.fill_type else "FFFFFFFF"
            pairs.add((cell.font.color.rgb, paper))
        for ranges in sheet.conditional_formatting:
            pairs |= {(rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb) for rule in ranges.rules}
    assert len(pairs) >= 4
    assert min(contrast(ink[-6:], paper[-6:]) for ink, paper in pairs) >= 4.5


def test_cells_wear_named_styles(opened: Any) -> None:
    worn = {
        cell.style for sheet in opened.worksheets for row in sheet for cell in row if cell.value is not None
    }
    assert {name for name in worn if not name.startswith("Nominate ")} == set()


def test_fonts_are_written_in_the_order_of_the_schema(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        styles = package.read("xl/styles.xml").decode()
    for font in re.findall(r"<font>(.*?)</font>", styles):
        parts = [name for name in re.findall(r"<(\w+)", font) if name in {"b", "u", "sz", "color", "name"}]
        assert parts == sorted(parts, key=["b", "u", "sz", "color", "name"].index)


def test_an_empty_view_is_nothing_to_export(small_view: View) -> None:
    with pytest.raises(NothingToExport):
        write(attrs.evolve(small_view, entries=()), TrackerOptions(), io.BytesIO())


def test_it_is_written_where_the_file_stands(small_view: View) -> None:
    out = io.BytesIO(b"before")
    out.seek(0, io.SEEK_END)
    write(small_view, TrackerOptions(), out)
    assert out.getvalue() == b"before" + nominate.render(small_view, "excel")


def test_a_file_that_lost_rows_is_refused(small_view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parts.Sheet, "height", property(lambda sheet: _parts.height(sheet.blocks) + 1))
    with pytest.raises(ExporterFailed, match="sheet 'Summary' holds 21 rows where 22 were meant"):
        nominate.render(small_view, "excel")


def test_more_entries_than_a_sheet_holds_are_refused(
    small_view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_tracker, "_MOST_ROWS", 2)
    with pytest.raises(ExporterFailed, match="2 rows do not fit") as failure:
        nominate.render(small_view, "excel")
    assert {(problem.code, problem.sheet) for problem in failure.value.problems} >= {("E612", "Nominations")}


def test_importing_the_plugin_imports_no_openpyxl() -> None:
    code = "import sys, nominate_excel; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0

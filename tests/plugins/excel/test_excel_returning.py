"""The tracker that comes back: edited by a library that is not ours, and by LibreOffice."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import nominate
from nominate import Intake, IntakeSheet, Merge, Register, View, When
from nominate.viewing.columns import TABLES

NOW = When(2026, 11, 23, 12, 0)
ID = "falls-leaflet-2025"

Edit = Callable[[Any], None]
Back = Callable[..., Intake]


@pytest.fixture(scope="module")
def shown(aberdwr: Register) -> View:
    return nominate.view(aberdwr, as_of="2026-11-23", audience="internal")


@pytest.fixture(scope="module")
def tracker(shown: View) -> bytes:
    return nominate.render(shown, "excel")


@pytest.fixture
def back(tmp_path: Path, tracker: bytes) -> Back:
    """What is read of the tracker after openpyxl has opened, edited and saved it."""

    def made(*edits: Edit, name: str = "tracker.xlsx") -> Intake:
        book = openpyxl.load_workbook(io.BytesIO(tracker))
        for edit in edits:
            edit(book)
        book.save(tmp_path / name)
        return nominate.take_in(tmp_path / name)

    return made


def _sheet(taken: Intake, of: str = "nominations") -> IntakeSheet:
    return next(sheet for sheet in taken.sheets if sheet.of == of)


def _merged(taken: Intake, register: Register) -> Merge:
    return nominate.merge(taken, register, known=NOW)


def _row(sheet: Any, record: str = ID) -> int:
    return next(int(row[0].row) for row in sheet.iter_rows() if row[0].value == record)


def _column(sheet: Any, title: str) -> int:
    return next(int(cell.column) for cell in sheet[1] if cell.value == title)


def _set(title: str, value: object, *, sheet: str = "Nominations") -> Edit:
    def edit(book: Any) -> None:
        own = book[sheet]
        own.cell(_row(own), _column(own, title)).value = value

    return edit


def _without_links(sheet: Any) -> None:
    """As pasting values does: the words of the links stay, the addresses do not."""
    for row in sheet.iter_rows():
        for cell in row:
            cell._hyperlink = None  # noqa: SLF001 - the public property would empty the cell as well
    sheet._hyperlinks = []  # noqa: SLF001 - as above


def _is_untouched(taken: Intake, register: Register) -> bool:
    found = _merged(taken, register)
    return found.is_empty and not [each for each in found.problems if each.severity.value == "error"]


def test_an_untouched_tracker_says_what_it_was_made_from(tmp_path: Path, shown: View, tracker: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(tracker)
    taken = nominate.take_in(tmp_path / "a.xlsx")
    assert (taken.revision, taken.audience, taken.as_of) == (shown.revision, "internal", shown.as_of)
    assert [sheet.of for sheet in taken.sheets] == ["nominations", "dates", "awards", "organisations"]
    assert taken.problems == ()


@pytest.mark.parametrize("of", TABLES)
def test_every_column_of_an_untouched_tracker_is_known(back: Back, of: str) -> None:
    sheet = _sheet(back(), of)
    assert sheet.base is not None
    names = {column.name or f"extra.{column.title}" for column in sheet.columns}
    assert {name for name in names if name.startswith("extra.")} <= set(sheet.base.columns) <= names
    assert all(len(digests) == len(sheet.base.columns) for digests in sheet.base.rows.values())
    assert len(sheet.rows) == len(sheet.base.rows)


@pytest.mark.parametrize("audience", ["public", "press", "internal"])
def test_a_tracker_that_nobody_touched_changes_nothing(
    tmp_path: Path, aberdwr: Register, west_of_england: Register, audience: str
) -> None:
    for register in (aberdwr, west_of_england):
        shown = nominate.view(register, as_of="2020-12-01", audience=audience)
        if not shown.entries:
            continue
        nominate.export(shown, tmp_path / "a.xlsx")
        assert _is_untouched(nominate.take_in(tmp_path / "a.xlsx"), register)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("name", ["aberdwr", "west_of_england"])
def test_a_tracker_that_went_through_libreoffice_changes_nothing(
    tmp_path: Path, request: pytest.FixtureRequest, judge: Any, name: str, form: str
) -> None:
    register: Register = request.getfixturevalue(name)
    nominate.export(
        nominate.view(register, as_of="2026-11-23", audience="internal"), tmp_path / "tracker.xlsx"
    )
    command = [judge("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(tmp_path / "back"), str(tmp_path / "tracker.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert _is_untouched(nominate.take_in(tmp_path / "back" / f"tracker.{form}"), register)


def test_a_tracker_that_openpyxl_saved_changes_nothing(back: Back, aberdwr: Register) -> None:
    assert _is_untouched(back(), aberdwr)


def test_an_edited_cell_is_a_change_with_its_sheet_and_cell(back: Back, aberdwr: Register) -> None:
    (change,) = _merged(back(_set("Owner", "Someone Else")), aberdwr).changes
    assert (change.record, change.column, change.theirs) == (ID, "Owner", "Someone Else")
    assert change.origin.sheet == "Nominations"
    assert change.origin.cell.isalnum()


@pytest.mark.parametrize(
    "value", ["llyr-penri ", "\u00a0llyr-penri", "  llyr-penri\n"], ids=["space", "hard space", "line"]
)
def test_white_space_around_a_value_is_no_edit(back: Back, aberdwr: Register, value: str) -> None:
    assert _is_untouched(back(_set("Owner", value)), aberdwr)


@pytest.mark.parametrize("value", ["9 October 2025", "09/10/2025", "2025-10-09", datetime(2025, 10, 9)])  # noqa: DTZ001 - Excel knows no zones
def test_a_date_that_was_typed_anew_is_no_edit(back: Back, aberdwr: Register, value: object) -> None:
    assert _is_untouched(back(_set("Announced", value)), aberdwr)


def test_sheets_may_be_renamed_and_moved(back: Back, aberdwr: Register) -> None:
    def edit(book: Any) -> None:
        book["Nominations"].title = "Our entries"
        book["Base"].title = "Do not touch"
        book.move_sheet("Organisations", -4)

    taken = back(edit)
    assert _sheet(taken).name == "Our entries"
    assert _is_untouched(taken, aberdwr)


def test_a_sheet_without_its_table_object_and_name_is_known_by_its_headers(
    back: Back, aberdwr: Register
) -> None:
    def edit(book: Any) -> None:
        own = book["Nominations"]
        own.title = "Sheet9"
        for table in list(own.tables):
            del own.tables[table]
        _without_links(own)
        own.insert_rows(1, 3)
        own["A1"] = "Entries of the network"

    taken = back(edit)
    assert (_sheet(taken).name, _sheet(taken).rows[0].number) == ("Sheet9", 5)
    assert {problem.code for problem in taken.problems} == {"W737"}
    assert _is_untouched(taken, aberdwr)


def test_columns_may_be_reordered_and_taken_out(back: Back, aberdwr: Register) -> None:
    def edit(book: Any) -> None:
        own = book["Nominations"]
        rows = [[cell.value for cell in row] for row in own.iter_rows()]
        own.delete_rows(1, own.max_row)
        for table in list(own.tables):
            del own.tables[table]
        own._hyperlinks = []  # noqa: SLF001 - pasting values leaves the links behind
        owner = rows[0].index("Owner")
        for row in rows:
            own.append([value for place, value in reversed(list(enumerate(row))) if place != owner])

    taken = back(edit)
    assert "Owner" not in [column.title for column in _sheet(taken).columns]
    assert _is_untouched(taken, aberdwr)


def test_rows_may_be_sorted_filtered_and_set_apart(back: Back, aberdwr: Register) -> None:
    def edit(book: Any) -> None:
        own = book["Awards and categories"]
        rows = sorted(([cell.value for cell in row] for row in own.iter_rows(min_row=2)), key=str)
        links = {
            own.cell(n, 1).value: own.cell(n, _column(own, "Link")).hyperlink for n in range(2, len(rows) + 2)
        }
        own.delete_rows(2, len(rows))
        own._hyperlinks = []  # noqa: SLF001 - sorting moves each link with its cell
        for number, row in enumerate(rows, 3):
            for place, value in enumerate(row, 1):
                own.cell(number, place).value = value
            if links[row[0]] is not None:
                own.cell(number, _column(own, "Link")).hyperlink = links[row[0]].target
                own.cell(number, _column(own, "Link")).value = row[_column(own, "Link") - 1]
        own.row_dimensions[5].hidden = True

    taken = back(edit)
    assert _is_untouched(taken, aberdwr)
    assert [problem.code for problem in taken.problems] == ["W125"]


def test_a_column_that_somebody_added_is_kept(back: Back, aberdwr: Register) -> None:
    def edit(book: Any) -> None:
        own = book["Nominations"]
        place = own.max_column + 1
        own.cell(1, place).value = "Budget  code"
        own.cell(_row(own), place).value = 4711

    # The two that the register has are there anyway.
    taken = back(edit)
    assert [each.title for each in _sheet(taken).columns if not each.name] == [
        "board paper",
        "photo folder",
        "Budget code",
    ]
    (change,) = _merged(taken, aberdwr).changes
    assert [each.field for each in change.changes] == ["extra.Budget code"]


def test_a_link_is_read_as_its_address(back: Back) -> None:
    sheet = _sheet(back(), "awards")
    place = [column.name for column in sheet.columns].index("url")
    found = {row.values[place] for row in sheet.rows if row.values[place]}
    assert found
    assert all(str(address).startswith("https://") for address in found)


@pytest.mark.parametrize("is_link", [True, False], ids=["with a link", "as text alone"])
def test_an_address_typed_over_a_link_is_an_edit(back: Back, aberdwr: Register, is_link: bool) -> None:
    address = "https://clear-voice.example.org/new"

    def edit(book: Any) -> None:
        own = book["Awards and categories"]
        cell = own.cell(2, _column(own, "Link"))
        cell.value = address
        cell.hyperlink = address if is_link else cell.hyperlink

    (change,) = _merged(back(edit), aberdwr).changes
    assert (change.column, change.theirs) == ("Link", address)


def test_a_link_that_leads_elsewhere_is_an_edit(back: Back, aberdwr: Register) -> None:
    def edit(book: Any) -> None:
        own = book["Awards and categories"]
        cell = own.cell(2, _column(own, "Link"))
        said = cell.value
        cell.hyperlink = "https://clear-voice.example.org/elsewhere"
        cell.value = said

    (change,) = _merged(back(edit), aberdwr).changes
    assert change.theirs == "https://clear-voice.example.org/elsewhere"


def test_an_address_that_was_emptied_is_empty(back: Back) -> None:
    def edit(book: Any) -> None:
        own = book["Awards and categories"]
        own.cell(2, _column(own, "Link")).value = None

    sheet = _sheet(back(edit), "awards")
    place = [column.name for column in sheet.columns].index("url")
    assert sheet.rows[0].values[place] is None


def test_rows_that_were_inserted_and_deleted_are_told_apart(back: Back) -> None:
    def edit(book: Any) -> None:
        own = book["Nominations"]
        own.delete_rows(_row(own))
        own.insert_rows(5)
        own.cell(5, _column(own, "Title")).value = "A new entry"

    sheet = _sheet(back(edit))
    names = [row.values[0] for row in sheet.rows]
    assert names.count(None) == 1
    assert ID not in names


def test_a_cell_that_shows_an_error_is_told_and_is_no_edit(back: Back, aberdwr: Register) -> None:
    taken = back(_set("Owner", "=NA()"))
    (problem,) = taken.problems
    assert (problem.code, problem.sheet) == ("E123", "Nominations")
    found = _merged(taken, aberdwr)
    assert found.is_empty
    assert problem in found.problems


def test_without_its_base_every_difference_is_to_be_decided(back: Back, aberdwr: Register) -> None:
    taken = back(lambda book: book.remove(book["Base"]), _set("Owner", "Someone Else"))
    assert [problem.code for problem in taken.problems] == ["W735"]
    assert taken.sheets[0].base is None
    found = _merged(taken, aberdwr)
    assert found.changes == ()
    assert "Owner" in {conflict.column for conflict in found.conflicts}


def _base_cell(where: tuple[str, str], value: str) -> Edit:
    def edit(book: Any) -> None:
        for row in book["Base"].iter_rows(min_row=2):
            if (row[0].value, row[1].value) == where:
                row[2].value = value

    return edit


@pytest.mark.parametrize(
    ("where", "value", "says"),
    [
        (("Workbook", "format"), "9", "the sheet Base is of format '9', and 1 is read"),
        (("Workbook", "as of"), "soon", "it no longer tells the view that the tracker was made from"),
        (("Workbook", "scope"), "none", "it no longer tells the view that the tracker was made from"),
        (
            ("Nominations", ID),
            "aaaa bbbb",
            f"what it tells of '{ID}' does not fit the columns of Nominations",
        ),
    ],
)
def test_a_base_that_was_changed_is_told(back: Back, where: tuple[str, str], value: str, says: str) -> None:
    (problem,) = back(_base_cell(where, value)).problems
    assert (problem.code, problem.sheet, problem.message) == ("W735", "Base", says)


def test_a_row_whose_base_was_changed_is_compared_with_the_register(back: Back, aberdwr: Register) -> None:
    taken = back(_base_cell(("Nominations", ID), "aaaa"), _set("Owner", "Someone Else"))
    found = _merged(taken, aberdwr)
    assert {each.column for each in (*found.changes, *found.conflicts)} == {"Owner"}


def test_a_sheet_that_is_gone_is_an_error(back: Back) -> None:
    (problem,) = back(lambda book: book.remove(book["Nominations"])).problems
    assert (problem.code, problem.message) == ("E734", "the sheet 'Nominations' is gone, or its header is")


def test_a_sheet_that_somebody_added_is_said_not_to_be_read(back: Back) -> None:
    def edit(book: Any) -> None:
        book.create_sheet("Ideas").append(["Think", "Write"])
        book.create_sheet("Blank")

    (problem,) = back(edit).problems
    assert (problem.code, problem.sheet) == ("W736", "Ideas")


def test_a_sheet_that_only_says_that_it_has_no_row_is_nobody_elses(tmp_path: Path) -> None:
    text = (
        b"organisations: [{id: own, name: Own}]\n"
        b"awards: [{id: a, name: Awards, editions: [{id: 2020, categories: [{id: c, name: Cat}]}]}]\n"
        b"nominations: [{id: n, edition: a/2020, category: c, title: A title, nominees: [own]}]\n"
    )
    register = nominate.load(io.BytesIO(text))
    file = tmp_path / "tracker.xlsx"
    nominate.export(nominate.view(register, as_of=NOW, audience="internal"), file)
    assert openpyxl.load_workbook(file)["Deadlines"]["A1"].value == "No date of these editions is known."
    assert nominate.take_in(file).problems == ()


def test_a_copy_of_a_sheet_is_not_taken_for_it(back: Back) -> None:
    def edit(book: Any) -> None:
        copy = book.create_sheet("Nominations (2)", 1)
        for row in book["Nominations"].iter_rows(values_only=True):
            copy.append(row)

    taken = back(edit)
    assert _sheet(taken).name == "Nominations"
    assert [problem.sheet for problem in taken.problems] == ["Nominations (2)"]


def test_a_workbook_that_is_no_tracker_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    own: Any = book.active
    own.append(["Cats", "Dogs"])
    book.save(tmp_path / "a.xlsx")
    (problem,) = nominate.take_in(tmp_path / "a.xlsx").problems
    assert (problem.code, problem.file) == ("E734", "a.xlsx")


def test_a_damaged_workbook_says_so_and_nothing_else(tmp_path: Path, tracker: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(tracker[: len(tracker) // 2])
    taken = nominate.take_in(tmp_path / "a.xlsx")
    assert taken.sheets == ()
    assert [problem.code for problem in taken.problems] == ["E120"]

"""Trackers that a person edited come home: in LibreOffice by its own commands, and by a library not ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import nominate
from nominate import Change, Merge, Outcome, RecordKind, Register, Severity, When

NOW = When(2026, 11, 23, 12, 0)
MACRO = Path(__file__).with_name("as_a_person.bas")
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
{}
</script:module>
"""

Edited = Callable[[str], Path]
Merged = Callable[..., Merge]


@pytest.fixture(scope="module")
def tracker(aberdwr: Register) -> bytes:
    return nominate.render(nominate.view(aberdwr, as_of=NOW, audience="internal"), "excel")


@pytest.fixture(scope="module")
def by_libreoffice(
    tmp_path_factory: pytest.TempPathFactory, office: Callable[..., Path], tracker: bytes
) -> Edited:
    """The workbook after one deed of the macro, which LibreOffice runs once for all of them."""
    folder = tmp_path_factory.mktemp("edited")
    (folder / "tracker.xlsx").write_bytes(tracker)
    # A profile gets its modules when it is first used.
    module = office("--terminate_after_init") / "user" / "basic" / "Standard" / "Module1.xba"
    code = MACRO.read_text("utf-8").replace("START", (folder / "tracker.xlsx").as_uri())
    module.write_text(MODULE.format(escape(code.replace("BACK", folder.as_uri()), quote=False)), "utf-8")
    office("macro:///Standard.Module1.Main")
    return lambda deed: folder / f"{deed}.xlsx"


@pytest.fixture(scope="module")
def by_openpyxl(tmp_path_factory: pytest.TempPathFactory, tracker: bytes) -> Edited:
    """The workbook after the same deed by openpyxl."""
    folder = tmp_path_factory.mktemp("edited")

    def edited(deed: str) -> Path:
        book = openpyxl.load_workbook(io.BytesIO(tracker))
        DEEDS[deed](book["Nominations"])
        book.save(folder / f"{deed}.xlsx")
        return folder / f"{deed}.xlsx"

    return edited


@pytest.fixture(params=["libreoffice", "openpyxl"])
def edited(request: pytest.FixtureRequest) -> Edited:
    """The workbook after one deed, by each of the two."""
    done: Edited = request.getfixturevalue(f"by_{request.param}")
    return done


@pytest.fixture
def merged(edited: Edited, aberdwr: Register) -> Merged:
    """The merge of the workbook after one deed with the register, or with one that was edited since."""

    def merge(deed: str, register: Register = aberdwr) -> Merge:
        return nominate.merge(nominate.take_in(edited(deed)), register, known=NOW)

    return merge


def _row(sheet: Any, record: str) -> int:
    return next(int(row[0].row) for row in sheet.iter_rows() if row[0].value == record)


def _column(sheet: Any, title: str) -> int:
    return next(int(cell.column) for cell in sheet[1] if cell.value == title)


def _at(sheet: Any, record: str, title: str) -> Any:
    return sheet.cell(_row(sheet, record), _column(sheet, title))


def _sort(sheet: Any) -> None:
    """By title, the last first; a link goes with its cell."""
    place = _column(sheet, "Title") - 1
    rows = [
        [(cell.value, cell.hyperlink.target if cell.hyperlink else None) for cell in row]
        for row in sheet.iter_rows(min_row=2)
    ]
    sheet._hyperlinks = []  # noqa: SLF001 - openpyxl has no other way to take all links out
    for number, row in enumerate(sorted(rows, key=lambda row: str(row[place][0]), reverse=True), 2):
        for column, (value, target) in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell._hyperlink = None  # noqa: SLF001
            cell.value = value
            if target:
                cell.hyperlink = target
                cell.value = value


def _filter(sheet: Any) -> None:
    place = _column(sheet, "Outcome")
    sheet.tables["Nominations"].autoFilter.add_filter_column(place - 1, ["won"])
    for row in range(2, sheet.max_row + 1):
        sheet.row_dimensions[row].hidden = sheet.cell(row, place).value != "won"


def _paste_values(sheet: Any) -> None:
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.hyperlink = None
            cell.value = cell.value


def _add_column(sheet: Any) -> None:
    place = sheet.max_column + 1
    sheet.cell(1, place).value = "Budget code"
    sheet.cell(_row(sheet, "choir-film-2026"), place).value = "X 42"


def _insert_row(sheet: Any) -> None:
    place = _row(sheet, "clir-leaflet-2026")
    sheet.insert_rows(place)
    for title in ("Organisations", "Edition", "Category"):
        column = _column(sheet, title)
        sheet.cell(place, column).value = sheet.cell(place + 1, column).value
    sheet.cell(place, _column(sheet, "Title")).value = "A leaflet that sings"


def _write(record: str, title: str, value: str) -> Callable[[Any], None]:
    def write(sheet: Any) -> None:
        _at(sheet, record, title).value = value

    return write


DEEDS: dict[str, Callable[[Any], None]] = {
    "Sorted": _sort,
    "Filtered": _filter,
    "DateTyped": _write("choir-film-2026", "Submitted", "12 November 2025"),
    "Pasted": _paste_values,
    "OwnerCopied": _write("choir-film-2026", "Owner", "llyr-penri"),
    "ColumnAdded": _add_column,
    "RowInserted": _insert_row,
    "RowDeleted": lambda sheet: sheet.delete_rows(_row(sheet, "tide-words-2026")),
    "StatusChanged": _write("choir-film-2026", "Outcome", "won"),
    "TitleMended": _write("falls-leaflet-2025", "Title", "Nine things"),
}


def _only_change(found: Merge) -> tuple[str, str, object]:
    """The record, the field and the new value of the one thing that was found."""
    assert not found.conflicts
    assert not found.questions
    (proposal,) = found.changes
    (change,) = proposal.changes
    return change.record, change.field, change.after


def _errors(found: Merge) -> list[str]:
    return [str(problem) for problem in found.problems if problem.severity is Severity.ERROR]


def _ids(tracker: Path) -> list[object]:
    nominations, *_ = nominate.take_in(tracker).sheets
    return [row.values[0] for row in nominations.rows]


def test_a_sorted_sheet_changes_nothing(edited: Edited, merged: Merged, aberdwr: Register) -> None:
    found = merged("Sorted")
    order = _ids(edited("Sorted"))
    assert (order[0], order[-1]) == ("clir-leaflet-2026", "gull-counter-2025")
    assert set(order) == {each.id for each in aberdwr.nominations}
    assert (found.is_empty, _errors(found)) == (True, [])


def test_a_filtered_sheet_loses_no_row_and_says_that_some_are_hidden(merged: Merged) -> None:
    found = merged("Filtered")
    assert found.is_empty
    assert "W125" in {problem.code for problem in found.problems}


def test_a_date_that_was_typed_as_text_is_a_date(merged: Merged) -> None:
    assert _only_change(merged("DateTyped")) == ("choir-film-2026", "submitted", When(2025, 11, 12))


def test_values_that_were_pasted_over_themselves_change_nothing(merged: Merged) -> None:
    found = merged("Pasted")
    assert (found.is_empty, _errors(found)) == (True, [])


def test_a_value_that_was_pasted_elsewhere_is_a_change(merged: Merged) -> None:
    assert _only_change(merged("OwnerCopied")) == ("choir-film-2026", "owner", "llyr-penri")


def test_an_added_column_is_kept_as_extra(merged: Merged) -> None:
    assert _only_change(merged("ColumnAdded")) == ("choir-film-2026", "extra.Budget code", "X 42")


def test_a_row_inserted_in_the_middle_is_a_new_nomination(merged: Merged, aberdwr: Register) -> None:
    found = merged("RowInserted")
    assert not found.questions
    after = aberdwr.apply(found.accepted("safe"))
    (made,) = [each for each in after.nominations if each not in aberdwr.nominations]
    model = aberdwr.nomination("clir-leaflet-2026")
    assert made.title == "A leaflet that sings"
    assert (made.edition, made.category) == (model.edition, model.category)


def test_a_deleted_row_is_asked_about(merged: Merged) -> None:
    found = merged("RowDeleted")
    assert not found.changes
    assert [one.record for each in found.questions for one in each.proposals] == ["tide-words-2026"]


def test_a_changed_status_is_one_more_decision_with_the_workbook_as_its_source(
    merged: Merged, aberdwr: Register
) -> None:
    found = merged("StatusChanged")
    after = aberdwr.apply(found.accepted("safe")).nomination("choir-film-2026")
    before = aberdwr.nomination("choir-film-2026")
    assert after.decisions[: len(before.decisions)] == before.decisions
    (added,) = after.decisions[len(before.decisions) :]
    assert added.outcome is Outcome.WON
    assert added.source is not None
    assert added.source.file == "StatusChanged.xlsx"


def test_a_title_that_both_sides_mended_is_a_conflict(merged: Merged, aberdwr: Register) -> None:
    title = Change(
        kind=RecordKind.NOMINATION,
        record="falls-leaflet-2025",
        field="title",
        before=aberdwr.nomination("falls-leaflet-2025").title,
        after="Eleven things",
    )
    found = merged("TitleMended", aberdwr.apply([title]))
    assert not found.changes
    (conflict,) = found.conflicts
    assert (conflict.record, conflict.mine, conflict.theirs) == (
        "falls-leaflet-2025",
        "Eleven things",
        "Nine things",
    )

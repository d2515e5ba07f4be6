"""Tables that come back as csv and JSON, edited by a person or a program."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import nominate
from nominate import Intake, Merge, OptionError, Register, View, When

NOW = When(2026, 11, 23, 12, 0)
DEMO = Path(nominate.__file__).parent / "demo" / "aberdwr"
TABLES = ("nominations", "dates", "awards", "organisations")

Edited = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def register() -> Register:
    return nominate.load(DEMO)


@pytest.fixture(scope="module")
def shown(register: Register) -> View:
    return nominate.view(register, as_of="2026-11-23", audience="internal")


def _merged(path: Path, register: Register) -> Merge:
    return nominate.merge(nominate.take_in(path), register, known=NOW)


def _taken(tmp_path: Path, name: str, content: str | bytes, **options: str) -> Intake:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return nominate.take_in(file, options=options)


@pytest.fixture
def edited_csv(tmp_path: Path, shown: View) -> Callable[[Edited], Path]:
    """The csv of all nominations, which tells nothing else, changed and written by Python's own writer."""

    def made(edit: Edited) -> Path:
        file = tmp_path / "tracker.csv"
        nominate.export(shown, file, options={"made_from": False})
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for row in rows:
            edit(row)
        out = io.StringIO(newline="")
        writer = csv.DictWriter(out, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
        file.write_text(out.getvalue(), "utf-8")
        return file

    return made


@pytest.fixture
def edited_json(tmp_path: Path, shown: View) -> Callable[[Edited], Path]:
    """The JSON of all nominations with its rows changed."""

    def made(edit: Edited) -> Path:
        file = tmp_path / "tracker.json"
        nominate.export(shown, file)
        whole = json.loads(file.read_text("utf-8"))
        for row in whole["rows"]:
            edit(row)
        file.write_text(json.dumps(whole), "utf-8")
        return file

    return made


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_table_that_nobody_touched_changes_nothing(
    tmp_path: Path, register: Register, shown: View, form: str, table: str
) -> None:
    file = tmp_path / f"table.{form}"
    nominate.export(shown, file, options={"table": table})
    taken = nominate.take_in(file)
    (sheet,) = taken.sheets
    assert (sheet.of, taken.problems) == (table, ())
    found = nominate.merge(taken, register, known=NOW)
    assert found.is_empty
    assert found.problems == ()


def test_an_edit_in_a_csv_that_tells_not_what_it_was_made_from_is_for_somebody_to_decide(
    edited_csv: Callable[[Edited], Path], register: Register
) -> None:
    def edit(row: dict[str, Any]) -> None:
        if row["ID"] == "falls-leaflet-2025":
            row["Owner"] = "Someone Else"

    found = _merged(edited_csv(edit), register)
    assert found.changes == ()
    (conflict,) = found.conflicts
    assert (conflict.record, conflict.column, conflict.theirs) == (
        "falls-leaflet-2025",
        "Owner",
        "Someone Else",
    )
    assert conflict.origin.line > 1


def test_an_edit_in_json_is_a_change(edited_json: Callable[[Edited], Path], register: Register) -> None:
    def edit(row: dict[str, Any]) -> None:
        if row["id"] == "falls-leaflet-2025":
            row["owner"] = "Someone Else"

    (change,) = _merged(edited_json(edit), register).changes
    assert (change.record, change.column, change.mine) == ("falls-leaflet-2025", "Owner", "llyr-penri")


def test_a_key_that_a_program_added_is_kept_under_its_own_name(
    edited_json: Callable[[Edited], Path],
) -> None:
    taken = nominate.take_in(edited_json(lambda row: row.update({"Budget code": 7})))
    (sheet,) = taken.sheets
    assert (sheet.columns[-1].title, sheet.columns[-1].name) == ("Budget code", "")
    assert sheet.rows[0].values[-1] == 7


def test_the_view_that_a_json_file_was_made_from_is_told(tmp_path: Path, register: Register) -> None:
    shown = nominate.view(register, as_of="2026-11-23", year=2025, outcome="won")
    nominate.export(shown, tmp_path / "a.json")
    taken = nominate.take_in(tmp_path / "a.json")
    assert (taken.audience, taken.as_of, taken.revision) == ("public", shown.as_of, shown.revision)
    assert dict(taken.scope) == {"outcome": ("won",), "year": ("2025",)}


def test_the_rows_of_a_json_file_have_their_lines(tmp_path: Path, shown: View) -> None:
    file = tmp_path / "a.json"
    nominate.export(shown, file)
    (sheet,) = nominate.take_in(file).sheets
    lines = file.read_text("utf-8").splitlines()
    place = [column.name for column in sheet.columns].index("id")
    assert all(str(row.values[place]) in lines[row.number - 1] for row in sheet.rows)


@pytest.mark.parametrize(
    "text",
    [
        '[\n{"id": "a", "title": "A"},\n{"id": "b", "title": "B"}]',
        '{"rows": [\n{"id": "a", "title": "A"},\n{"id": "b", "title": "B"}]}',
        '{"table": "nominations", "rows" :\t[\n{"id": "a", "title": "A"},\n\t{"id": "b", "title": 2.50}]}',
    ],
)
def test_json_of_a_program_needs_no_more_than_its_rows(tmp_path: Path, text: str) -> None:
    (sheet,) = _taken(tmp_path, "a.json", text).sheets
    assert [row.number for row in sheet.rows] == [2, 3]


def test_rows_that_are_not_found_as_written_are_counted(tmp_path: Path) -> None:
    (sheet,) = _taken(
        tmp_path, "a.json", '{"r\\u006fws": [{"id": "a"}], "rows": [{"id": 1}, {"id": 2}]}'
    ).sheets
    assert [row.number for row in sheet.rows] == [1, 1]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('{"rows": [', "E106 a.json:1:11: not JSON: Expecting value"),
        ('{"rows": [{"id": NaN}]}', "E106 a.json: not JSON as it is read: NaN is no number of JSON"),
        ("[" * 100_000, "E106 a.json: not JSON as it is read"),
        (b"\xff\xff", "E103 a.json: the file is not UTF-8 text"),
        ("7", "E203 a.json: the file holds no list of rows"),
        ('{"rows": [7]}', "E203 a.json: the file holds no list of rows"),
        ('{"as_of": "soon", "rows": []}', "E727 a.json: the file no longer tells the view"),
        ('{"scope": [1], "rows": []}', "E727 a.json: the file no longer tells the view"),
        ('{"rows": [{"cats": 1}]}', "E734 a.json: no row near the top has the headers of a table"),
        (
            '{"table": "dates", "rows": [{"title": 1}]}',
            "E734 a.json: no row near the top has the headers of the table 'dates'",
        ),
    ],
)
def test_json_that_is_no_table_is_refused(tmp_path: Path, text: str | bytes, refusal: str) -> None:
    taken = _taken(tmp_path, "a.json", text)
    assert taken.sheets == ()
    (problem,) = taken.problems
    assert f"{problem.code} {problem}".startswith(refusal)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ('{"id": "b"}', "the row has no 'title', which others have"),
        ('{"id": "b", "title": ["x"]}', "'title' of the row holds ['x']"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_with_its_line_and_left_out(
    tmp_path: Path, row: str, fault: str
) -> None:
    taken = _taken(tmp_path, "a.json", f'{{"rows": [\n{{"id": "a", "title": "A"}},\n{row}]}}')
    (problem,) = taken.problems
    assert (problem.code, problem.line, problem.message) == ("E203", 3, fault)
    assert len(taken.sheets[0].rows) == 1


def test_a_csv_tells_its_table_by_its_headers_or_is_told(tmp_path: Path) -> None:
    text = "Our organisations\n\nid;name;place\nharbour;Harbour Trust;Aberdwr\n"
    (sheet,) = _taken(tmp_path, "a.csv", text).sheets
    assert (sheet.of, sheet.rows[0].number, sheet.rows[0].values) == (
        "organisations",
        4,
        ("harbour", "Harbour Trust", "Aberdwr"),
    )
    (other,) = _taken(tmp_path, "a.csv", "id\nharbour\n", table="awards").sheets
    assert other.of == "awards"


def test_a_csv_without_a_header_of_ours_is_refused(tmp_path: Path) -> None:
    taken = _taken(tmp_path, "a.csv", "cats,dogs\n1,2\n")
    assert [problem.code for problem in taken.problems] == ["E734"]


def test_a_csv_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    taken = _taken(tmp_path, "a.csv", 'ID,Title\n1,"open\n')
    (problem,) = taken.problems
    assert str(problem).startswith("a.csv:2: a quotation mark is never closed; ")


@pytest.mark.parametrize("delimiter", [";;", '"', "\n"])
def test_a_delimiter_is_one_character(tmp_path: Path, delimiter: str) -> None:
    with pytest.raises(OptionError, match="a delimiter is one character"):
        _taken(tmp_path, "a.csv", "ID\n", delimiter=delimiter)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ID,Title,title\na,A,B\n", ("E732", 1, "a second column is called 'title'")),
        ("ID,Title,\na,A,\nb,B,note\n", ("W733", 3, "column C has no header, so it is not read")),
    ],
)
def test_a_column_that_cannot_be_told_is_told(tmp_path: Path, text: str, told: tuple[str, int, str]) -> None:
    taken = _taken(tmp_path, "a.csv", text)
    (problem,) = taken.problems
    assert (problem.code, problem.line, problem.message) == told
    assert [column.title for column in taken.sheets[0].columns] == ["ID", "Title"]


def test_a_header_that_stands_twice_is_no_row(tmp_path: Path) -> None:
    (sheet,) = _taken(tmp_path, "a.csv", "ID,Title\na,A\nID,Title\nb,B\n").sheets
    assert [row.values for row in sheet.rows] == [("a", "A"), ("b", "B")]

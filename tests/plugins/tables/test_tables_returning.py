"""The promises of a table that comes back: what nobody touched changes nothing, whoever it was made for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import nominate
from nominate import Change, Merge, RecordKind, Register, When

NOW = When(2026, 11, 23)
Rewritten = Callable[[list[list[str]]], list[list[str]]]


@pytest.fixture(scope="module")
def aberdwr() -> Register:
    return nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")


@pytest.fixture(scope="module")
def renamed(aberdwr: Register) -> Register:
    """The register after somebody changed a title."""
    title = aberdwr.nomination("falls-leaflet-2025").title
    change = Change(
        kind=RecordKind.NOMINATION,
        record="falls-leaflet-2025",
        field="title",
        before=title,
        after="Do not fall",
    )
    return aberdwr.apply([change])


@pytest.mark.parametrize("suffix", ["csv", "json"])
@pytest.mark.parametrize("table", ["nominations", "dates", "awards", "organisations"])
@pytest.mark.parametrize(
    "made_for",
    [("public", NOW), ("press", When(2027, 11)), ("internal", NOW)],
    ids=["public", "press", "team"],
)
def test_an_untouched_table_changes_nothing_though_the_register_went_on(
    aberdwr: Register, renamed: Register, tmp_path: Path, suffix: str, table: str, made_for: tuple[str, When]
) -> None:
    file = tmp_path / f"table.{suffix}"
    audience, as_of = made_for
    view = nominate.view(aberdwr, as_of=as_of, audience=audience)
    nominate.export(view, file, options={"table": table})
    for register in (aberdwr, renamed):
        merge = merged(file, register)
        assert merge.is_empty
        assert not merge.problems


def test_an_edit_of_a_public_table_is_a_change_and_hidden_results_beside_it_are_none(
    aberdwr: Register, tmp_path: Path
) -> None:
    file = written(aberdwr, tmp_path, with_title("A leaflet on falls"), audience="public")
    (change,) = merged(file, aberdwr).changes
    assert (change.record, change.theirs) == ("falls-leaflet-2025", "A leaflet on falls")


def test_an_edit_of_what_the_register_changed_too_is_a_conflict(
    aberdwr: Register, renamed: Register, tmp_path: Path
) -> None:
    file = written(aberdwr, tmp_path, with_title("A leaflet on falls"))
    (conflict,) = merged(file, renamed).conflicts
    assert (conflict.mine, conflict.theirs) == ("Do not fall", "A leaflet on falls")


def test_a_table_that_excel_saved_with_its_own_dates_and_semicolons_changes_nothing(
    aberdwr: Register, renamed: Register, tmp_path: Path
) -> None:
    def excel(rows: list[list[str]]) -> list[list[str]]:
        place = rows[0].index("Submitted")
        for row in rows[1:]:
            parts = row[place].split("-")
            row[place] = "/".join(reversed(parts)) if len(parts) == 3 else row[place]
        return rows

    file = written(aberdwr, tmp_path, excel, delimiter=";")
    merge = merged(file, renamed)
    assert merge.is_empty
    assert not merge.problems


def test_rows_that_are_gone_from_a_table_are_not_taken_for_deleted(aberdwr: Register, tmp_path: Path) -> None:
    assert merged(written(aberdwr, tmp_path, lambda rows: rows[:3]), aberdwr).is_empty


def test_sorted_rows_and_columns_keep_what_they_were_made_from(aberdwr: Register, tmp_path: Path) -> None:
    def turned(rows: list[list[str]]) -> list[list[str]]:
        return [row[::-1] for row in (rows[0], *reversed(rows[1:]))]

    assert merged(written(aberdwr, tmp_path, turned), aberdwr).is_empty


def test_a_row_that_no_longer_tells_what_it_was_made_from_is_told(
    aberdwr: Register, renamed: Register, tmp_path: Path
) -> None:
    def cut(rows: list[list[str]]) -> list[list[str]]:
        return [rows[0], *([*row[:-1], "cut"] for row in rows[1:])]

    file = written(aberdwr, tmp_path, cut)
    merge = merged(file, renamed)
    assert [conflict.record for conflict in merge.conflicts] == ["falls-leaflet-2025"]
    (problem,) = merge.problems
    assert (problem.code, problem.line) == ("W735", 2)
    assert "nor do 43 more rows" in problem.message


def test_json_that_no_longer_tells_the_columns_of_its_digests_is_compared_with_the_same_view(
    aberdwr: Register, tmp_path: Path
) -> None:
    file = tmp_path / "table.json"
    nominate.export(nominate.view(aberdwr, as_of=NOW, audience="internal"), file)
    told: dict[str, Any] = json.loads(file.read_text("utf-8"))
    del told["made_from"]
    file.write_text(json.dumps(told), "utf-8")
    merge = merged(file, aberdwr)
    assert merge.is_empty
    assert [problem.code for problem in merge.problems] == ["W735"]


def test_a_new_row_of_json_needs_no_digests(aberdwr: Register, tmp_path: Path) -> None:
    file = tmp_path / "table.json"
    view = nominate.view(aberdwr, as_of=NOW, audience="internal")
    nominate.export(view, file, options={"columns": ["title", "edition", "category"]})
    told: dict[str, Any] = json.loads(file.read_text("utf-8"))
    row = {**told["rows"][0], "id": "", "title": "A second leaflet"}
    del row["made_from"]
    file.write_text(json.dumps({**told, "rows": [*told["rows"], row]}), "utf-8")
    (change,) = merged(file, aberdwr).changes
    assert change.theirs == "A second leaflet"


def merged(file: Path, register: Register) -> Merge:
    return nominate.merge(nominate.take_in(file), register, known=NOW)


def written(
    register: Register, folder: Path, change: Rewritten, *, audience: str = "internal", delimiter: str = ","
) -> Path:
    """A csv table of the nominations after somebody rewrote its rows."""
    text = nominate.render(nominate.view(register, as_of=NOW, audience=audience), "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    file = folder / "table.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out, delimiter=delimiter).writerows(change(rows))
    return file


def with_title(title: str) -> Rewritten:
    def changed(rows: list[list[str]]) -> list[list[str]]:
        place = rows[0].index("Title")
        for row in rows:
            row[place] = title if row[0] == "falls-leaflet-2025" else row[place]
        return rows

    return changed

"""The promises of a team's own columns: kept beside the entries, shown to the team, and to nobody else."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

import nominate
from nominate import Audience, Register, View, When

NOW = When(2026, 11, 23)
REGISTER = """
organisations: [{id: own, name: Own}]
awards: [{id: a, name: Awards, editions: [{id: 2020, categories: [{id: c, name: Cat}]}]}]
nominations:
- id: lamp
  edition: a/2020
  category: c
  title: A lamp
  extra: {Budget code: B-12, Ceremony: not sure, "100 % of it": "yes", "two  blanks": x}
  decisions: [{outcome: won, announced: 2020-11-12}]
- {id: bell, edition: a/2020, category: c, title: A bell, extra: {Shelf: "4", budget code: other}}
"""


@pytest.fixture(scope="module")
def register() -> Register:
    return nominate.load(io.BytesIO(REGISTER.encode()))


def seen(register: Register, audience: str = "internal") -> View:
    return nominate.view(register, as_of=NOW, audience=audience)


def own(view: View) -> list[str]:
    return [column.title for column in view.columns if column.name.startswith("extra.")]


def test_each_key_of_extra_is_a_column_for_the_team(register: Register) -> None:
    view = seen(register)
    assert own(view) == ["Budget code", "100 % of it", "Shelf"]
    assert list(view.table(["id", "extra.Budget code", "extra.Shelf"])) == [
        ("ID", "Budget code", "Shelf"),
        ("lamp", "B-12", ""),
        ("bell", "", "4"),
    ]
    assert all(column.audience is Audience.INTERNAL and column.editable for column in view.columns[-3:])


@pytest.mark.parametrize("audience", ["public", "press"])
def test_nobody_else_learns_that_there_are_such_columns(register: Register, audience: str) -> None:
    assert own(seen(register, audience)) == []
    with pytest.raises(nominate.UsageError, match=r"no column 'extra\.Shelf' for"):
        next(seen(register, audience).table(["extra.Shelf"]))


def test_a_key_that_is_the_title_of_another_column_has_none(register: Register) -> None:
    titles = [column.title.casefold() for column in seen(register).columns]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "json"])
def test_an_untouched_file_with_such_columns_changes_nothing(
    register: Register, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"tracker.{suffix}"
    nominate.export(seen(register), file)
    merge = nominate.merge(nominate.take_in(file), register, known=NOW)
    assert merge.is_empty
    assert not merge.problems


def test_an_edit_there_comes_home_and_knows_a_conflict(register: Register, tmp_path: Path) -> None:
    file = tmp_path / "tracker.xlsx"
    nominate.export(seen(register), file)
    book = openpyxl.load_workbook(file)
    sheet = book["Nominations"]
    place = next(cell.column for cell in sheet[1] if cell.value == "100 % of it")
    sheet.cell(2, place).value = "no"
    book.save(file)
    merge = nominate.merge(nominate.take_in(file), register, known=NOW)
    (change,) = merge.changes
    assert (change.column, change.mine, change.theirs) == ("100 % of it", "yes", "no")
    after = register.apply(merge.accepted("safe"))
    assert after.nomination("lamp").extra["100 % of it"] == "no"
    third = nominate.Change(
        kind=nominate.RecordKind.NOMINATION,
        record="lamp",
        field="extra.100 % of it",
        before="yes",
        after="half",
    )
    (conflict,) = nominate.merge(
        nominate.take_in(file), register.apply([third]), known=NOW, journal=[third]
    ).conflicts
    assert (conflict.mine, conflict.theirs, conflict.base) == ("half", "no", "yes")


def test_an_edit_in_json_comes_home_under_its_own_name(register: Register, tmp_path: Path) -> None:
    file = tmp_path / "table.json"
    nominate.export(seen(register), file)
    told = json.loads(file.read_text("utf-8"))
    told["rows"][1]["extra.Shelf"] = "5"
    file.write_text(json.dumps(told), "utf-8")
    (change,) = nominate.merge(nominate.take_in(file), register, known=NOW).changes
    assert [each.field for each in change.changes] == ["extra.Shelf"]

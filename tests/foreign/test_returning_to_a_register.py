from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from made_up.messy_sheets import MESSY, messy_sheet

from nominate.foreign.mapping.proposing import proposed
from nominate.foreign.records.building import built
from nominate.foreign.records.returning import returned
from nominate.foreign.rows.opening import opened_sheets
from nominate.foreign.rows.reading import Read, read_by
from nominate.importing.merging.merge import Merge
from nominate.importing.merging.merging import merge
from nominate.model.settings import Records
from nominate.model.when import When
from nominate.register.register import Register

EMPTY = Register(records=Records())


def read(name: str, folder: Path) -> Read:
    workbook = opened_sheets(messy_sheet(name, folder))
    return read_by(proposed(workbook).mapping, workbook)


def merged(found: Read, register: Register) -> tuple[Register, Merge]:
    own = returned(found, register)
    ready = register.apply(own.additions)
    result = merge(own.intake, ready, known=When(2026, 11, 23, 10, 0))
    return ready.apply(result.accepted("safe")), result


@pytest.mark.parametrize("name", MESSY)
def test_a_sheet_comes_into_an_empty_register_as_the_same_entries(name: str, tmp_path: Path) -> None:
    found = read(name, tmp_path)
    register, result = merged(found, EMPTY)
    made = built(found).records
    assert not result.conflicts
    assert [each.title for each in register.nominations] == [each.title for each in made.nominations]
    assert {each.name for each in register.organisations} == {each.name for each in made.organisations}
    assert {each.name for each in register.people} == {each.name for each in made.people}


@pytest.mark.parametrize("name", MESSY)
def test_the_sheet_that_a_register_was_made_from_changes_nothing(name: str, tmp_path: Path) -> None:
    found = read(name, tmp_path)
    register = Register(records=built(found).records)
    after, result = merged(found, register)
    assert (result.changes, result.conflicts, result.questions) == ((), (), ())
    assert after == register


def test_a_new_result_of_a_known_entry_is_a_difference_to_decide_with_its_cell(tmp_path: Path) -> None:
    found = read("titled", tmp_path)
    register = Register(records=built(found).records)
    nominations = tuple(attrs.evolve(each, decisions=()) for each in register.nominations)
    before = Register(records=attrs.evolve(register.records, nominations=nominations))
    _, result = merged(found, before)
    asked = [*result.changes, *result.conflicts]
    assert [(each.record, each.theirs, str(each.origin)) for each in asked] == [
        ("aht-calmer-wards-2020", "shortlisted", "titled.xlsx:Entries!E5"),
        ("aht-sleep-well-2020", "won", "titled.xlsx:Entries!E6"),
    ]


def test_what_no_table_takes_in_is_told(tmp_path: Path) -> None:
    codes = [problem.code for problem in returned(read("worded", tmp_path), EMPTY).intake.problems]
    assert codes.count("W746") == 3


def test_persons_and_programmes_that_are_new_come_before_the_merge(tmp_path: Path) -> None:
    found = read("one_sheet_a_year", tmp_path)
    additions = returned(found, EMPTY).additions
    assert [(change.record, change.is_addition) for change in additions] == [("ann-example", True)]
    assert returned(found, EMPTY.apply(additions)).additions == ()


def test_a_row_of_a_csv_file_is_told_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "Lantern Awards 2020.csv"
    path.write_text(
        "Category;Trust;Title;Project;Status\nKindness;Aberdwr Trust;One;Calmer Wards;Won\n", "utf-8"
    )
    workbook = opened_sheets(path)
    found = read_by(proposed(workbook).mapping, workbook)
    register, result = merged(found, EMPTY)
    assert {str(each.origin) for each in result.changes} == {"Lantern Awards 2020.csv:2"}
    assert register.nominations[0].programme == "calmer-wards"


def test_of_two_entries_with_one_title_the_category_tells_which_one_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "Lantern Awards 2020.csv"
    path.write_text(
        "Category,Trust,Title\nA,Aberdwr Trust,One\nB,Aberdwr Trust,One\nC,Aberdwr Trust,One\n", "utf-8"
    )
    workbook = opened_sheets(path)
    found = read_by(proposed(workbook).mapping, workbook)
    register = Register(records=built(found).records)
    fewer = attrs.evolve(register.records, nominations=register.nominations[:2])
    sheets = returned(found, Register(records=fewer)).intake.sheets
    assert [row.values[0] for row in sheets[-1].rows] == [
        "aberdwr-trust-one-2020",
        "aberdwr-trust-one-2020-2",
        "",
    ]

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from made_up.messy_sheets import messy_sheet

Run = Callable[..., Result]

ROWS = """Award,Category,Nominee,Trust,Title,Status
Lantern Awards 2020,Kindness,Ann Example,Aberdwr Trust,A kind word,Submitted
"""


@pytest.fixture
def sheet(run: Run, folder: Path) -> Path:
    """A sheet from which a register was made, in `mine`."""
    path = folder / "ours.csv"
    path.write_text(ROWS, "utf-8")
    assert run("init", "mine", "--from", "ours.csv", "--yes").exit_code == 0
    return path


def test_the_sheet_that_a_register_was_made_from_brings_no_changes(run: Run, sheet: Path) -> None:
    result = run("import", sheet.name, "mine")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "read by mine/ours.mapping.txt" in result.stderr
    assert "no changes" in result.stderr


def test_a_new_result_and_a_new_row_come_home_by_the_mapping_that_was_remembered(
    run: Run, sheet: Path, folder: Path
) -> None:
    added = "Lantern Awards 2020,Courage,Bob Sample,Aberdwr Trust,Standing up,Finalist\n"
    sheet.rename(folder / "next.csv").write_text(ROWS.replace("Submitted", "Submitted; won") + added, "utf-8")
    result = run("import", "next.csv", "mine", "--accept", "safe")
    assert result.exit_code == 0
    register = (folder / "mine" / "nominations.yaml").read_text("utf-8")
    assert "outcome: won, source: {file: next.csv}" in register
    assert "title: Standing up" in register
    assert "name: Bob Sample" in (folder / "mine" / "people.yaml").read_text("utf-8")
    assert run("check", "mine").exit_code == 0


def test_a_new_person_is_shown_among_the_changes(run: Run, sheet: Path) -> None:
    sheet.write_text(ROWS.replace("Ann Example", "Bob Sample"), "utf-8")
    told = json.loads(run("import", sheet.name, "mine", "--dry-run", "--json").stdout)
    assert (told["changes"][0]["kind"], told["changes"][0]["theirs"]) == ("person", "Bob Sample")


def test_a_sheet_with_other_titles_is_not_read_by_the_mapping(run: Run, sheet: Path) -> None:
    sheet.write_text("Colour,Shape\nred,round\n", "utf-8")
    assert "read by" not in run("import", sheet.name, "mine", "--dry-run").stderr


def test_a_tracker_of_ours_is_not_taken_for_a_sheet_of_the_teams_own(run: Run, folder: Path) -> None:
    messy_sheet("titled", folder)
    run("init", "mine", "--from", "titled.xlsx", "--yes")
    assert run("export", "mine", "-o", "titled.xlsx", "--audience", "internal").exit_code == 0
    result = run("import", "titled.xlsx", "mine")
    assert (result.exit_code, "read by" in result.stderr) == (0, False)


def test_a_mapping_may_be_named(run: Run, sheet: Path, folder: Path) -> None:
    (folder / "mine" / "ours.mapping.txt").rename(folder / "ours.txt")
    result = run("import", sheet.name, "mine", "--mapping", "ours.txt")
    assert "read by ours.txt" in result.stderr


def test_a_mistake_in_the_mapping_is_told(run: Run, sheet: Path, folder: Path) -> None:
    (folder / "mine" / "ours.mapping.txt").write_text("file: a.csv\ntabels: []\n", "utf-8")
    result = run("import", sheet.name, "mine")
    assert result.exit_code == 1
    assert "did you mean 'tables'?" in result.stderr

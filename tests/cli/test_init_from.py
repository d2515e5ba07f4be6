from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from made_up.messy_sheets import messy_sheet

Run = Callable[..., Result]
Terminal = Callable[..., str]


@pytest.fixture
def sheet(folder: Path) -> Path:
    """A workbook of a team, in the current folder."""
    return messy_sheet("titled", folder).relative_to(folder)


def test_yes_makes_a_register_that_passes_the_check(run: Run, sheet: Path, folder: Path) -> None:
    assert run("init", "mine", "--from", sheet, "--yes").exit_code == 0
    assert sorted(path.name for path in (folder / "mine").iterdir()) == [
        ".nominate",
        "awards.yaml",
        "nominations.yaml",
        "organisations.yaml",
        "register.yaml",
        "titled.mapping.txt",
        "titled.report.txt",
    ]
    checked = run("check", "mine")
    assert checked.exit_code == 0
    assert "fine: 3 nominations, 2 organisations, 1 award in 4 files" in checked.stdout


def test_what_the_sheet_becomes_is_shown_with_the_reasons(run: Run, sheet: Path) -> None:
    shown = run("init", "mine", "--from", sheet, "--dry-run").stdout
    assert "  B  Trust          organisation    its title" in shown
    assert "It makes: 3 nominations, 2 organisations, 1 award in 1 edition" in shown
    assert "titled.xlsx:Entries!A8: a total: Total | 550" in shown
    assert "No outcome is public: none says when it was announced." in shown


def test_a_dry_run_writes_nothing(run: Run, sheet: Path, folder: Path) -> None:
    result = run("init", "mine", "--from", sheet, "--dry-run")
    assert (result.exit_code, (folder / "mine").exists()) == (0, False)
    assert "nothing was written" in result.stderr


def test_where_nobody_can_be_asked_the_proposal_is_left_to_look_at(
    run: Run, sheet: Path, folder: Path
) -> None:
    result = run("init", "mine", "--from", sheet)
    assert result.exit_code == 1
    assert [path.name for path in (folder / "mine").iterdir()] == ["titled.mapping.txt"]
    assert "nominate init mine --from titled.xlsx --yes" in result.stderr


def test_the_proposal_as_somebody_edited_it_is_what_the_register_is_made_by(
    run: Run, sheet: Path, folder: Path
) -> None:
    run("init", "mine", "--from", sheet)
    mapping = folder / "mine" / "titled.mapping.txt"
    edited = mapping.read_text("utf-8").replace("Budget code: keep ", "Budget code: notes")
    mapping.write_text(edited, "utf-8")
    result = run("init", "mine", "--from", sheet, "--yes")
    assert "read by mine/titled.mapping.txt" in result.stderr
    assert "notes: C1" in (folder / "mine" / "nominations.yaml").read_text("utf-8")
    assert mapping.read_text("utf-8") == edited


def test_a_mapping_may_stand_anywhere_and_is_remembered(run: Run, sheet: Path, folder: Path) -> None:
    run("init", "first", "--from", sheet)
    (folder / "first" / "titled.mapping.txt").rename(folder / "ours.txt")
    assert run("init", "mine", "--from", sheet, "--mapping", "ours.txt").exit_code == 1
    result = run("init", "mine", "--from", sheet, "--mapping", "ours.txt", "--yes")
    assert result.exit_code == 0
    assert (folder / "mine" / "titled.mapping.txt").read_bytes() == (folder / "ours.txt").read_bytes()


def test_a_sheet_with_the_same_titles_is_read_by_the_mapping_of_another(
    run: Run, sheet: Path, folder: Path
) -> None:
    run("init", "mine", "--from", sheet)
    (folder / sheet).rename(folder / "next.xlsx")
    result = run("init", "mine", "--from", "next.xlsx", "--dry-run")
    assert "read by mine/titled.mapping.txt" in result.stderr


def test_the_mapping_of_a_sheet_with_other_titles_is_not_taken(run: Run, sheet: Path, folder: Path) -> None:
    run("init", "mine", "--from", sheet)
    messy_sheet("grouped", folder)
    assert "read by" not in run("init", "mine", "--from", "grouped.xlsx", "--dry-run").stderr


def test_a_mistake_in_the_mapping_file_is_told_with_its_line(run: Run, sheet: Path, folder: Path) -> None:
    (folder / "ours.txt").write_text("file: a.xlsx\ntables: [{columns: {Trust: organization}}]\n", "utf-8")
    result = run("init", "mine", "--from", sheet, "--mapping", "ours.txt")
    assert result.exit_code == 1
    assert "ours.txt:2:" in result.stderr
    assert "1 problem in the mapping file; mend it first" in result.stderr


def test_a_sheet_without_titles_says_how_to_name_them(run: Run, folder: Path) -> None:
    (folder / "list.csv").write_text("a\nb\nc\n", "utf-8")
    result = run("init", "mine", "--from", "list.csv")
    assert result.exit_code == 3
    assert "no row of titles found" in result.stderr
    assert "mine/list.mapping.txt: write there which row has the titles (header:)" in result.stderr
    assert "header: and its number" in (folder / "mine" / "list.mapping.txt").read_text("utf-8")


def test_a_row_that_somebody_names_as_the_titles_is_taken(run: Run, folder: Path) -> None:
    (folder / "list.csv").write_text("Our entries\nTitle\nCalmer wards\nOpen doors\n", "utf-8")
    run("init", "mine", "--from", "list.csv")
    mapping = folder / "mine" / "list.mapping.txt"
    text = mapping.read_text("utf-8").replace("rows: leave out", "header: 2\n    rows: entries")
    mapping.write_text(text, "utf-8")
    assert run("init", "mine", "--from", "list.csv", "--yes").exit_code == 0
    assert "fine: 2 nominations, 1 award" in run("check", "mine").stdout


def test_a_mapping_for_a_sheet_that_is_not_there_makes_nothing(run: Run, sheet: Path, folder: Path) -> None:
    (folder / "ours.txt").write_text("file: a.xlsx\ntables: [Entreis]\n", "utf-8")
    result = run("init", "mine", "--from", sheet, "--mapping", "ours.txt", "--yes")
    assert (result.exit_code, (folder / "mine").exists()) == (3, False)
    assert "did you mean 'Entries'?" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("missing.xlsx", None, 3, "no such file"),
        ("notes.pdf", b"%PDF", 2, "not a spreadsheet; give an .xlsx, .ods or .csv file"),
        ("broken.xlsx", b"PK\x03\x04 and no more", 3, "broken.xlsx"),
        ("empty.csv", b"", 3, "no row of titles found"),
    ],
)
def test_what_is_no_usable_sheet_is_refused_and_nothing_is_made(
    run: Run, folder: Path, name: str, content: bytes | None, code: int, said: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    result = run("init", "mine", "--from", name, "--dry-run")
    assert (result.exit_code, (folder / "mine").exists()) == (code, False)
    assert said in result.stderr


def test_of_a_tracker_that_nominate_made_the_nominations_are_read(run: Run) -> None:
    run("export", "aberdwr", "-o", "tracker.xlsx", "--audience", "internal")
    shown = run("init", "mine", "--from", "tracker.xlsx", "--dry-run").stdout
    assert "Summary: not read; a sheet that nominate made" in shown
    assert "Nominations: titles in row 1" in shown


def test_a_folder_is_no_sheet(run: Run) -> None:
    assert "is a folder, not a spreadsheet" in run("init", "mine", "--from", "awards").stderr


def test_a_folder_that_holds_a_register_is_left_alone(run: Run, sheet: Path) -> None:
    assert run("init", "awards", "--from", sheet, "--yes").exit_code == 2


@pytest.mark.parametrize("option", ["--yes", "--dry-run", "--mapping=ours.txt"])
def test_options_of_a_sheet_need_one(run: Run, option: str) -> None:
    result = run("init", "mine", option)
    assert (result.exit_code, "go with --from SHEET" in result.stderr) == (2, True)


def test_json_tells_columns_records_and_problems(run: Run, folder: Path) -> None:
    sheet = messy_sheet("worded", folder).relative_to(folder)
    result = run("init", "mine", "--from", sheet, "--yes", "--json")
    told = json.loads(result.stdout)
    assert told["records"] == {
        "nominations": 3,
        "organisations": 3,
        "people": 0,
        "programmes": 0,
        "awards": 1,
    }
    assert {"sheet": "Tracker", "title": "Stage", "becomes": "status"} in told["columns"]
    assert len(told["problems"]) == 5
    assert told["alike"][0]["name"] == "Aberdwr Hospital Trust"
    assert "mine/nominations.yaml" in told["files"]


def test_json_asks_nobody_and_leaves_the_proposal(run: Run, sheet: Path) -> None:
    result = run("init", "mine", "--from", sheet, "--json")
    assert (result.exit_code, json.loads(result.stdout)["files"]) == (1, ["mine/titled.mapping.txt"])


def test_the_report_beside_the_register_lists_everything(run: Run, folder: Path) -> None:
    sheet = messy_sheet("worded", folder).relative_to(folder)
    run("init", "mine", "--from", sheet, "--yes")
    report = (folder / "mine" / "worded.report.txt").read_text("utf-8")
    assert "worded.xlsx:Tracker!I3: 'Autumn 2020' names no month" in report
    assert "Aberdwr Hospital Trust / Aberdwr Hospitals Trust (98 % alike)" in report


def test_a_long_list_is_cut_in_the_terminal_and_whole_in_the_report(run: Run, folder: Path) -> None:
    rows = "\n".join(f"Kindness,Ward {number},word {number}" for number in range(30))
    titled = "\n".join(f"Kindness,Open doors {number},Won" for number in range(60))
    (folder / "Lantern Awards 2020.csv").write_text(f"Category,Title,Status\n{rows}\n{titled}\n", "utf-8")
    shown = run("init", "mine", "--from", "Lantern Awards 2020.csv", "--yes").stdout
    assert "… and 10 more" in shown
    assert "'word 29'" in (folder / "mine" / "lantern-awards-2020.report.txt").read_text("utf-8")


@pytest.mark.parametrize(("answer", "made"), [(b"y\n", True), (b"n\n", False)])
def test_in_a_terminal_somebody_is_asked(
    in_terminal: Terminal, sheet: Path, folder: Path, answer: bytes, *, made: bool
) -> None:
    shown = in_terminal("init", "mine", "--from", str(sheet), keyboard=answer)
    assert "Make the register in mine?" in shown
    assert (folder / "mine" / "nominations.yaml").exists() is made
    assert (folder / "mine" / "titled.mapping.txt").exists()

"""A tracker goes out, is edited as a person edits it, and comes back."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from openpyxl.worksheet.worksheet import Worksheet

import nominate

Run = Callable[..., Result]
Edit = Callable[[Worksheet, dict[str, int]], None]
Sent = Callable[..., Path]

FIRST, SECOND = "falls-leaflet-2025", "clir-leaflet-2026"


@pytest.fixture
def sent(run: Run, folder: Path) -> Sent:
    """Make a tracker of the made-up register, and let somebody edit its sheet of nominations."""

    def send(edit: Edit | None = None, *, audience: str = "internal") -> Path:
        path = folder / "tracker.xlsx"
        assert run("export", "aberdwr", "-o", path, "--audience", audience).exit_code == 0
        if edit is not None:
            book = openpyxl.load_workbook(path)
            sheet = book["Nominations"]
            edit(sheet, {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)})
            book.save(path)
        return path

    return send


def row_of(sheet: Worksheet, name: str) -> int:
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


def rows_of(sheet: Worksheet) -> list[list[tuple[Any, str | None]]]:
    """Every cell with where it links to: openpyxl leaves links behind where rows move, as Excel does not."""
    return [
        [(cell.value, cell.hyperlink.target if cell.hyperlink else None) for cell in row]
        for row in sheet.iter_rows()
    ]


def write_rows(sheet: Worksheet, rows: list[list[tuple[Any, str | None]]]) -> None:
    for at, row in enumerate(rows, start=1):
        for column, (value, target) in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            cell.hyperlink = target
            cell.value = value


def typed(name: str, column: str, value: object) -> Edit:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(row_of(sheet, name), columns[column]).value = value  # type: ignore[assignment]  # any of Excel's

    return edit


def both(*edits: Edit) -> Edit:
    def edit(sheet: Worksheet, columns: dict[str, int]) -> None:
        for each in edits:
            each(sheet, columns)

    return edit


def changed_lines(folder: Path) -> list[str]:
    """The lines that the register's files no longer have, or have anew."""
    found: list[str] = []
    demo = Path(nominate.__file__).parent / "demo" / "aberdwr"
    for own in sorted((folder / "aberdwr").glob("*.yaml")):
        before, after = (demo / own.name).read_text("utf-8"), own.read_text("utf-8")
        lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
        found += [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    return found


def test_an_untouched_tracker_changes_nothing(run: Run, sent: Sent, folder: Path) -> None:
    result = run("import", sent(), "aberdwr", "--accept", "all")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no changes\n")
    assert changed_lines(folder) == []


@pytest.mark.parametrize("audience", ["public", "press", "internal"])
def test_a_tracker_for_anybody_comes_back_without_a_change(run: Run, sent: Sent, audience: str) -> None:
    result = run("import", sent(audience=audience), "aberdwr")
    assert (result.exit_code, result.stderr) == (0, "no changes\n")


def test_an_edit_becomes_one_changed_line(run: Run, sent: Sent, folder: Path) -> None:
    result = run("import", sent(typed(FIRST, "Title", "Nine things")), "aberdwr", "--accept", "safe")
    assert result.exit_code == 0
    assert "    Title: 'Ten things to do before you fall' becomes 'Nine things'" in result.stdout
    assert "made 1 change in " in result.stderr
    assert changed_lines(folder) == [
        "-    title: Ten things to do before you fall",
        "+    title: Nine things",
    ]


def test_a_date_typed_as_text_comes_home_as_a_date(run: Run, sent: Sent, folder: Path) -> None:
    run("import", sent(typed("choir-film-2026", "Submitted", "12 November 2025")), "aberdwr", "--yes")
    assert changed_lines(folder) == ["+    submitted: 2025-11-12"]


def test_a_dry_run_shows_all_and_writes_nothing(run: Run, sent: Sent, folder: Path) -> None:
    path = sent(typed(FIRST, "Title", "Nine things"))
    result = run("import", path, "aberdwr", "--dry-run", "--accept", "all")
    assert (result.exit_code, "becomes 'Nine things'" in result.stdout) == (1, True)
    assert result.stderr == "nothing was written: this was a dry run\n"
    assert changed_lines(folder) == []


def test_without_a_terminal_nothing_is_taken_that_was_not_accepted(
    run: Run, sent: Sent, folder: Path
) -> None:
    result = run("import", sent(typed(FIRST, "Title", "Nine things")), "aberdwr")
    assert result.exit_code == 1
    assert "nothing was written; 1 decision left to you" in result.stderr
    assert changed_lines(folder) == []


def test_one_of_several_changes_can_be_taken_by_its_id(run: Run, sent: Sent, folder: Path) -> None:
    path = sent(both(typed(FIRST, "Title", "Nine things"), typed(SECOND, "Owner", "Ann")))
    told = json.loads(run("import", path, "aberdwr", "--dry-run", "--json").stdout)
    chosen = next(each["id"] for each in told["changes"] if each["column"] == "Owner")
    result = run("import", path, "aberdwr", "--accept", chosen)
    assert (result.exit_code, "1 decision left to you" in result.stderr) == (1, True)
    assert changed_lines(folder) == ["-    owner: llyr-penri", "+    owner: Ann"]


def test_an_id_that_is_not_there_is_refused(run: Run, sent: Sent) -> None:
    result = run("import", sent(typed(FIRST, "Title", "Nine things")), "aberdwr", "--accept", "zzzzzz")
    assert result.exit_code == 2
    assert "nothing to accept is called 'zzzzzz'" in result.stderr


def test_what_both_sides_changed_is_shown_and_waits_for_a_decision(
    run: Run, sent: Sent, folder: Path
) -> None:
    path = sent(typed(FIRST, "Title", "Nine things"))
    own = folder / "aberdwr" / "clear-voice.yaml"
    own.write_text(own.read_text("utf-8").replace("Ten things to do", "Eleven things to do"), "utf-8")
    result = run("import", path, "aberdwr", "--accept", "safe")
    assert result.exit_code == 1
    assert "the register says 'Eleven things to do before you fall', the file 'Nine things'" in result.stdout
    assert "    title: Eleven things to do before you fall\n" in own.read_text("utf-8")
    assert run("import", path, "aberdwr", "--accept", FIRST).exit_code == 0
    assert "    title: Nine things\n" in own.read_text("utf-8")


@pytest.mark.parametrize(
    ("column", "typed_in", "base"),
    [
        ("Title", ("Eleven things", "Nine things"), "Ten things to do before you fall"),
        ("Organisations", ("dyffryn-twr", "bran-digital"), "Môr a Mynydd Falls Response Team"),
        ("Announced", ("10 October 2025", "11 October 2025"), "9 October 2025"),
    ],
    ids=["a field", "gathered from several records", "a decision"],
)
def test_the_journal_tells_what_both_sides_began_with(
    run: Run, sent: Sent, folder: Path, *, column: str, typed_in: tuple[str, str], base: str
) -> None:
    path = sent()
    ours = folder / "ours.xlsx"
    ours.write_bytes(path.read_bytes())
    for copy, said in zip((ours, path), typed_in, strict=True):
        book = openpyxl.load_workbook(copy)
        sheet = book["Nominations"]
        typed(FIRST, column, said)(sheet, {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)})
        book.save(copy)
    assert run("import", ours, "aberdwr", "--accept", "all").exit_code == 0
    shown = run("import", path, "aberdwr", "--dry-run").stdout
    assert f"it was {base!r}" in shown, shown


@pytest.fixture
def git(folder: Path) -> Callable[..., None]:
    """Ask git for something in the folder of the made-up register, which has no settings of a person."""
    command = shutil.which("git")
    if command is None:
        pytest.skip("git is not installed here, and import does without")
    named = ("-c", "user.name=Ann Example", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false")

    def ask(*words: str) -> None:
        subprocess.run([command, *named, *words], cwd=folder / "aberdwr", check=True, capture_output=True)

    ask("init", "--quiet")
    return ask


def test_git_tells_what_both_sides_began_with(
    run: Run, sent: Sent, folder: Path, git: Callable[..., None]
) -> None:
    git("add", ".")
    git("commit", "--message", "As it was")
    path = sent(typed(FIRST, "Title", "Nine things"))
    own = folder / "aberdwr" / "clear-voice.yaml"
    own.write_text(own.read_text("utf-8").replace("Ten things to do", "Eleven things to do"), "utf-8")
    for _ in ("changed", "committed"):
        shown = run("import", path, "aberdwr", "--dry-run").stdout
        assert "it was 'Ten things to do before you fall'" in shown
        git("commit", "--all", "--allow-empty", "--message", "One more thing")


def test_nothing_that_a_repository_names_is_run(
    run: Run, sent: Sent, folder: Path, git: Callable[..., None]
) -> None:
    own = folder / "aberdwr" / "clear-voice.yaml"
    git("add", ".")
    git("commit", "--message", "As it was")
    path = sent(typed(FIRST, "Title", "Nine things"))
    own.write_text(own.read_text("utf-8").replace("Ten things to do", "Eleven things to do"), "utf-8")
    # From here on git itself would be caught, so nothing but the import asks it.
    program = folder / "caught.sh"
    program.write_text(f"#!/bin/sh\ntouch {shlex.quote(str(folder / 'was-run'))}\ncat\n", "utf-8")
    program.chmod(0o755)
    with (folder / "aberdwr" / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f'[filter "caught"]\n smudge = {program}\n[core]\n fsmonitor = {program}\n')
    (folder / "aberdwr" / ".git" / "info").mkdir(exist_ok=True)
    (folder / "aberdwr" / ".git" / "info" / "attributes").write_text("*.yaml filter=caught\n", "utf-8")
    shown = run("import", path, "aberdwr", "--dry-run").stdout
    assert "it was 'Ten things to do before you fall'" in shown
    assert not (folder / "was-run").exists()


def test_without_anything_of_git_import_says_what_it_knows(
    run: Run, sent: Sent, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sent(typed(FIRST, "Title", "Nine things"))
    own = folder / "aberdwr" / "clear-voice.yaml"
    own.write_text(own.read_text("utf-8").replace("Ten things to do", "Eleven things to do"), "utf-8")
    for found in (str(folder), "/nowhere"):
        monkeypatch.setenv("PATH", found)
        shown = run("import", path, "aberdwr", "--dry-run")
        assert "the file 'Nine things'" in shown.stdout
        assert "; it was" not in shown.stdout


def test_a_new_status_is_a_new_decision_and_the_old_one_stays(run: Run, sent: Sent, folder: Path) -> None:
    shortlisted = next(
        each.id
        for each in nominate.load(folder / "aberdwr").nominations
        if [one.outcome.value for one in each.decisions] == ["shortlisted"]
    )
    assert run("import", sent(typed(shortlisted, "Outcome", "won")), "aberdwr", "--yes").exit_code == 0
    after = nominate.load(folder / "aberdwr").nomination(shortlisted)
    assert [each.outcome.value for each in after.decisions] == ["shortlisted", "won"]
    assert after.decisions[1].announced is None
    assert after.decisions[1].source is not None
    assert "tracker.xlsx" in str(after.decisions[1].source)
    assert all(line.startswith("+") for line in changed_lines(folder))


def test_a_row_that_is_gone_is_asked_about_and_not_deleted(run: Run, sent: Sent, folder: Path) -> None:
    path = sent(lambda sheet, _columns: sheet.delete_rows(row_of(sheet, FIRST)))
    result = run("import", path, "aberdwr", "--accept", "safe")
    assert (result.exit_code, FIRST in result.stdout) == (1, True)
    assert changed_lines(folder) == []


def test_a_row_put_into_the_middle_becomes_a_nomination_with_an_id(
    run: Run, sent: Sent, folder: Path
) -> None:
    def insert(sheet: Worksheet, columns: dict[str, int]) -> None:
        rows = rows_of(sheet)
        at = row_of(sheet, SECOND) - 1
        kept = {columns[name] - 1 for name in ("Organisations", "Edition", "Category")}
        new = [cell if column in kept else (None, None) for column, cell in enumerate(rows[at])]
        new[columns["Title"] - 1] = ("A leaflet that sings", None)
        write_rows(sheet, [*rows[:at], new, *rows[at:]])

    before = {each.id for each in nominate.load(folder / "aberdwr").nominations}
    assert run("import", sent(insert), "aberdwr", "--yes").exit_code == 0
    made = [each for each in nominate.load(folder / "aberdwr").nominations if each.id not in before]
    assert [each.title for each in made] == ["A leaflet that sings"]


def test_a_sorted_and_reordered_tracker_is_the_same_tracker(run: Run, sent: Sent) -> None:
    def shuffle(sheet: Worksheet, _columns: dict[str, int]) -> None:
        head, *rows = rows_of(sheet)
        rows.sort(key=lambda row: str(row[1]))
        write_rows(sheet, [[row[0], *reversed(row[1:])] for row in (head, *rows)])

    result = run("import", sent(shuffle), "aberdwr")
    assert (result.exit_code, "no changes" in result.stderr) == (0, True), result.stdout


def test_a_column_of_ones_own_is_kept(run: Run, sent: Sent, folder: Path) -> None:
    def add(sheet: Worksheet, columns: dict[str, int]) -> None:
        last = max(columns.values()) + 1
        sheet.cell(1, last).value = "Budget code"
        sheet.cell(row_of(sheet, FIRST), last).value = "X 42"

    assert run("import", sent(add), "aberdwr", "--yes").exit_code == 0
    assert nominate.load(folder / "aberdwr").nomination(FIRST).extra == {"Budget code": "X 42"}


def test_a_public_tracker_takes_nothing_away_that_it_never_held(run: Run, sent: Sent, folder: Path) -> None:
    def keep_one(sheet: Worksheet, _columns: dict[str, int]) -> None:
        sheet.delete_rows(3, sheet.max_row)

    held = nominate.load(folder / "aberdwr").nominations
    shown = {
        entry.id for entry in nominate.view(nominate.load(folder / "aberdwr"), as_of="2026-11-23").entries
    }
    run("import", sent(keep_one, audience="public"), "aberdwr", "--accept", "all")
    left = {each.id for each in nominate.load(folder / "aberdwr").nominations}
    assert {each.id for each in held} - shown <= left


def test_json_tells_what_was_taken_and_what_is_left(run: Run, sent: Sent) -> None:
    path = sent(typed(FIRST, "Title", "Nine things"))
    told: dict[str, Any] = json.loads(run("import", path, "aberdwr", "--accept", "safe", "--json").stdout)
    assert (told["taken"], told["left"], len(told["written"])) == (1, 0, 1)
    assert told["changes"][0]["origin"]["cell"] == "B2"


def test_what_came_home_and_goes_out_again_comes_home_unchanged(run: Run, sent: Sent) -> None:
    run("import", sent(typed(FIRST, "Title", "Nine things")), "aberdwr", "--yes")
    assert run("import", sent(), "aberdwr").stderr == "no changes\n"


def test_the_person_is_asked_at_a_terminal(in_terminal: Callable[..., str], sent: Sent, folder: Path) -> None:
    path = sent(typed(FIRST, "Title", "Nine things"))
    shown = in_terminal("import", str(path), "aberdwr", keyboard=b"y\n")
    assert "Make the 1 change that nothing speaks against? [Y/n]" in shown
    assert "+    title: Nine things" in changed_lines(folder)


def test_changes_that_cannot_be_made_together_are_told_with_the_reason(run: Run, sent: Sent) -> None:
    path = sent()
    book = openpyxl.load_workbook(path)
    sheet = book["Deadlines"]
    row = next(row for row in sheet.iter_rows() if row[-1].value == "clear-voice/2027#entry-deadline")
    row[2].value = "6 November 2026"
    book.save(path)
    result = run("import", path, "aberdwr", "--accept", "safe")
    assert result.exit_code == 1
    assert f"tracker.xlsx:Deadlines!{row[2].coordinate}" in result.stderr
    assert "is after the shortlist announced on 2026-11-05" in result.stderr
    assert "nothing was written: these changes cannot be made together, for 1 reason above" in result.stderr


def test_a_register_from_the_standard_input_is_refused(run: Run, sent: Sent) -> None:
    result = run("import", sent(), "-")
    assert (result.exit_code, "cannot be edited" in result.stderr) == (2, True)


def test_a_file_that_is_no_workbook_is_told_in_a_sentence(run: Run, folder: Path) -> None:
    (folder / "tracker.xlsx").write_bytes(b"not a workbook")
    result = run("import", "tracker.xlsx", "aberdwr")
    assert (result.exit_code, "Traceback" in result.stderr) == (3, False)


def test_a_sheet_of_somebody_else_points_to_init(run: Run, folder: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Entries")
    sheet.append(["Trust", "Award", "Result"])
    sheet.append(["Example Trust", "Example Awards 2020", "won"])
    book.save(folder / "theirs.xlsx")
    result = run("import", "theirs.xlsx", "aberdwr")
    assert result.exit_code != 0
    assert "nominate init" in result.stderr

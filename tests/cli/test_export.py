from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from python_calamine import CalamineWorkbook

Run = Callable[..., Result]
Start = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., str]
Lines = tuple[str, str]

LINES = """
from nominate import Exporter, hookimpl
from nominate.errors import Problem, Severity

def write(view, options, out):
    for row in view.table(["id", "outcome"]):
        out.write(("\\t".join(map(str, row)) + "\\n").encode())
    return [Problem(code="W601", message="no ink for some letters", severity=Severity.WARNING)]

@hookimpl
def nominate_exporters():
    return [Exporter(name="lines", summary="Lines", suffix=".lines", media_type="text/plain", write=write)]
"""


@pytest.fixture
def lines(folder: Path) -> Lines:
    """What adds an exporter of one file to the command line."""
    (folder / "lines.py").write_text(LINES)
    return ("--plugin", "lines.py")


def test_it_says_what_was_written_and_for_whom(run: Run, folder: Path) -> None:
    result = run("export", "awards", "-o", "tracker.xlsx", "--as-of", "2020-10-01")
    assert (result.exit_code, result.stdout) == (0, "")
    wrote, reader = result.stderr.splitlines()
    assert wrote.startswith("wrote tracker.xlsx (excel, ")
    assert wrote.endswith("KB): 6 nominations, 3 organisations, 2 editions")
    assert reader == "for the public, as of 2020-10-01. Anything not yet public is left out."
    assert CalamineWorkbook.from_path(str(folder / "tracker.xlsx")).sheet_names


def test_a_file_for_the_team_says_so(run: Run) -> None:
    told = run("export", "awards", "-o", "a.xlsx", "--audience", "internal", "--as-of", "2020-10-01").stderr
    assert "for the team itself: do not pass it on, as of 2020-10-01" in told


def test_a_file_for_the_press_says_until_when_it_is_embargoed(run: Run) -> None:
    told = run("export", "aberdwr", "-o", "a.xlsx", "--audience", "press", "--as-of", "2027-03-12").stderr
    assert "for the press, embargoed until 2027-03-11T21:30, as of 2027-03-12." in told


def test_a_file_for_the_press_may_hold_nothing_that_is_embargoed(run: Run) -> None:
    told = run("export", "awards", "-o", "a.xlsx", "--audience", "press", "--as-of", "2020-10-01").stderr
    assert "as of 2020-10-01" in told


def test_a_file_for_the_press_whose_embargo_is_over_says_how_to_ask_for_another(run: Run) -> None:
    told = run("export", "awards", "-o", "a.xlsx", "--audience", "press").stderr
    assert "that embargo is over; for a result under embargo, ask --as-of the moment" in told


def test_a_file_for_the_team_says_nothing_of_embargoes_that_are_over(run: Run) -> None:
    told = run("export", "aberdwr", "-o", "a.xlsx", "--audience", "internal", "--as-of", "2026-11-01").stderr
    assert "embargo" not in told


def test_nothing_is_said_under_quiet(run: Run) -> None:
    assert run("export", "awards", "-o", "a.xlsx", "-q").output == ""


def test_the_warnings_of_the_register_are_not_told(run: Run) -> None:
    assert "warning" not in run("export", "aberdwr", "-o", "a.xlsx", "--as-of", "2026-11-22").output


def test_the_warnings_of_the_exporter_are_told_even_under_quiet(run: Run, lines: Lines) -> None:
    assert "no ink for some letters" in run("export", "awards", "-o", "a.lines", *lines, "-q").stderr


def test_the_suffix_chooses_the_exporter(run: Run, folder: Path, lines: Lines) -> None:
    assert run("export", "awards", "-o", "a.lines", *lines).exit_code == 0
    assert (folder / "a.lines").read_text().startswith("ID\tOutcome\n")


def test_a_name_that_programs_would_not_know_is_pointed_out(run: Run, folder: Path) -> None:
    told = run("export", "awards", "-o", "tracker", "--to", "excel").stderr
    assert "such files usually end in .xlsx" in told
    assert (folder / "tracker").is_file()


def test_filters_narrow_the_file(run: Run, folder: Path, lines: Lines) -> None:
    run("export", "awards", "-o", "a.lines", "--organisation", "ruh", *lines)
    assert (folder / "a.lines").read_text().splitlines()[1:] == [
        "ruh-sepsis-2020\tshortlisted",
        "ruh-skip-2020\tshortlisted",
    ]


def test_options_reach_the_exporter(run: Run, folder: Path) -> None:
    run("export", "awards", "-o", "a.xlsx", "-O", "title=Our own title")
    about = CalamineWorkbook.from_path(str(folder / "a.xlsx"))
    cells = [
        cell
        for name in about.sheet_names
        for row in about.get_sheet_by_name(name).to_python()
        for cell in row
    ]
    assert any("Our own title" in str(cell) for cell in cells)


def test_standard_output_gets_the_bytes_and_nothing_else(start: Start, folder: Path, lines: Lines) -> None:
    result = start("export", "awards", "-o", "-", "--to", "lines", *lines)
    run_again = start("export", "awards", "-o", "a.lines", *lines)
    assert run_again.returncode == 0
    assert result.stdout == (folder / "a.lines").read_text()


def test_bytes_are_not_poured_into_a_terminal(in_terminal: Terminal) -> None:
    told = in_terminal("export", "awards", "-o", "-", "--to", "excel")
    assert "'excel' makes bytes that a terminal cannot show; write to a file with -o FILE" in told
    assert "PK" not in told


def test_text_may_be_read_in_a_terminal(in_terminal: Terminal, lines: Lines) -> None:
    assert "ruh-skip-2020\tshortlisted" in in_terminal(
        "export", "awards", "-o", "-", "--to", "lines", *lines
    ).replace("   ", "\t")


def test_the_register_may_come_from_the_standard_input(folder: Path, lines: Lines) -> None:
    register = b"\n".join(path.read_bytes() for path in sorted((folder / "awards").glob("r*.yaml")))
    more = (folder / "awards" / "hsj-patient-safety.yaml").read_bytes()
    result = subprocess.run(
        [sys.executable, "-m", "nominate", "export", "-", "-o", "-", "--to", "lines", *lines],
        input=register + b"\n" + more,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stdout.count(b"\n")) == (0, 6)


def test_json_tells_what_was_written(run: Run) -> None:
    told = json.loads(run("export", "awards", "-o", "a.xlsx", "--as-of", "2020-10-01", "--json").stdout)
    assert (told["path"], told["exporter"], told["audience"], told["as_of"]) == (
        "a.xlsx",
        "excel",
        "public",
        "2020-10-01",
    )
    assert told["totals"]["nominations"] == 6
    assert told["problems"] == []


def test_json_tells_the_warnings_of_the_exporter(run: Run, lines: Lines) -> None:
    told = json.loads(run("export", "awards", "-o", "a.lines", *lines, "--json").stdout)
    assert [problem["code"] for problem in told["problems"]] == ["W601"]


def test_an_old_file_stays_when_the_exporter_fails(run: Run, folder: Path) -> None:
    (folder / "torn.py").write_text(LINES.replace("return [Problem", "raise ValueError; [Problem"))
    (folder / "a.lines").write_text("old")
    assert run("export", "awards", "-o", "a.lines", "--plugin", "torn.py").exit_code == 4
    assert (folder / "a.lines").read_text() == "old"


def test_the_public_gets_no_decision_under_embargo(run: Run, folder: Path, lines: Lines) -> None:
    arguments = ("--edition", "clear-voice/2027", "--as-of", "2026-11-22", *lines)
    run("export", "aberdwr", "-o", "public.lines", *arguments)
    run("export", "aberdwr", "-o", "team.lines", "--audience", "internal", *arguments)
    assert "won" not in (folder / "public.lines").read_text()
    assert "won" in (folder / "team.lines").read_text()


def test_a_moment_still_to_come_is_for_the_press(run: Run) -> None:
    assert run("export", "awards", "-o", "a.xlsx", "--as-of", "2999").exit_code == 2
    assert run("export", "awards", "-o", "a.xlsx", "--as-of", "2999", "--audience", "press").exit_code == 0

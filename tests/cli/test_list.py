from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Terminal = Callable[..., str]


def ids(result: Result) -> list[str]:
    return [line.split()[0] for line in result.stdout.splitlines()[1:]]


def test_a_pipe_gets_whole_rows_under_aligned_headers(run: Run) -> None:
    header, first, *_ = run("list", "awards").stdout.splitlines()
    assert re.split("  +", header) == [
        "ID",
        "TITLE",
        "NOMINEES",
        "EDITION",
        "CATEGORY",
        "STANDS",
        "NEXT DATE",
    ]
    assert re.split("  +", first) == [
        "dwac-2017",
        "Don’t Wait to Anticoagulate",
        "West of England AHSN",
        "anticoagulation-achievement/2017",
        "The centre best able to demonstrate adherence to NICE quality standards for atrial fibrillation",
        "won",
    ]
    assert header.index("STANDS") == first.index("won")


def test_that_it_is_the_whole_register_is_said_beside_the_data(run: Run) -> None:
    result = run("list", "awards", "--as-of", "2020-10-01")
    assert "whole register" not in result.stdout
    assert result.stderr == (
        "the whole register, for the team: what is not public yet is in it, as of 2020-10-01\n6 nominations\n"
    )


def test_nothing_is_said_under_quiet(run: Run) -> None:
    assert run("list", "awards", "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--award", "anticoagulation-achievement"], ["dwac-2017"]),
        (["--edition", "anticoagulation-achievement/2017"], ["dwac-2017"]),
        (["--category", "mental-health"], ["awp-restrictive-practice-2020"]),
        (["--organisation", "ruh"], ["ruh-sepsis-2020", "ruh-skip-2020"]),
        (["--organisation", "RUH", "--category", "patient-safety-team"], ["ruh-skip-2020"]),
        (["--programme", "dwac"], ["dwac-2017"]),
        (["--outcome", "won"], ["dwac-2017"]),
        (["--year", "2017"], ["dwac-2017"]),
        (["--announced", "2017-10/2017-12"], ["dwac-2017"]),
        (["--announced", "2017-10-11", "--announced", "2017-11"], ["dwac-2017"]),
        (
            ["--category", "mental-health", "--category", "patient-safety-team"],
            ["awp-restrictive-practice-2020", "ruh-skip-2020"],
        ),
    ],
)
def test_a_filter_keeps_what_matches(run: Run, filters: list[str], found: list[str]) -> None:
    assert ids(run("list", "awards", *filters)) == found


def test_members_of_a_network_are_found(run: Run) -> None:
    assert len(ids(run("list", "awards", "--member-of", "weahsn"))) == 5


def test_a_quarter_is_written_as_its_months(run: Run) -> None:
    result = run("list", "awards", "--announced", "2017-Q4")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'2017-Q4' is not a period; write a day, a month or a year" in result.stderr
    assert "2026-10/2026-12 for a quarter" in result.stderr


def test_an_outcome_may_be_written_with_a_hyphen(run: Run) -> None:
    told = run("list", "aberdwr", "--outcome", "highly-commended", "--as-of", "2026-11-22")
    assert "clir-2026" in ids(told)


def test_no_match_is_said_and_fine(run: Run) -> None:
    result = run("list", "awards", "--outcome", "revoked")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no nominations; take a filter away to see more" in result.stderr


def test_json_has_every_column_of_the_team_s_view(run: Run) -> None:
    rows = json.loads(run("list", "awards", "--json", "--as-of", "2020-10-01").stdout)
    assert len(rows) == 6
    skip = next(row for row in rows if row["id"] == "ruh-skip-2020")
    assert (skip["outcome"], skip["label"], skip["ceremony"], skip["progress"]) == (
        "shortlisted",
        "nominated",
        "2020-11",
        "submitted",
    )
    assert {"owner", "fee", "embargo", "notes"} <= skip.keys()


def test_json_of_no_match_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("list", "awards", "--outcome", "revoked", "--json").stdout) == []


def test_what_the_team_did_not_know_by_then_is_not_listed(run: Run) -> None:
    before = run("list", "aberdwr", "--as-of", "2026-06-10", "--edition", "coastal-care/2026").stdout
    after = run("list", "aberdwr", "--as-of", "2026-06-12", "--edition", "coastal-care/2026").stdout
    row = re.compile("^camau-diogel-2026 .*$", re.MULTILINE)
    assert ("shortlisted" in row.findall(before)[0], " won " in row.findall(after)[0]) == (True, True)


def stands(run: Run, name: str, as_of: str) -> str:
    """How an entry stands and what comes next for it."""
    told = run("list", "aberdwr", "--as-of", as_of).stdout.splitlines()
    start = told[0].index("STANDS")
    return " ".join(next(line for line in told if line.startswith(f"{name} "))[start:].split())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("winter-wards-2027", "drafting 2026-12-04 early bird"),
        ("camau-diogel-2027", "submitted 2027-04 shortlist announced"),
        ("clir-app-2027", "considering 2027-04 entry deadline (estimated)"),
        ("beach-huts-2027", "not pursued"),
        ("canu-iach-2026", "ineligible"),
        ("nia-carrow-2025", "withdrawn"),
        ("camau-diogel-2026", "won 2027-06-30 emblem expires"),
        ("village-halls-2025", "won (declined)"),
    ],
)
def test_the_next_date_is_one_that_still_matters(run: Run, name: str, told: str) -> None:
    assert stands(run, name, "2026-11-22") == told


def test_an_entry_without_a_word_about_it_says_so(run: Run, folder: Path) -> None:
    (folder / "awards" / "new.yaml").write_text(
        "nominations: [{id: new, edition: hsj-patient-safety/2020, category: mental-health, title: New}]"
    )
    row = next(line for line in run("list", "awards").stdout.splitlines() if line.startswith("new "))
    assert row.endswith("nothing recorded")


def test_an_id_stays_whole_in_a_narrow_terminal(in_terminal: Terminal) -> None:
    told = in_terminal("list", "awards", "--as-of", "2020-10-01", columns=80)
    assert "awp-restrictive-practice-2020 " in told
    assert "a wider terminal shows also: nominees, edition, category" in told
    table = re.sub(r"\x1b\[[0-9;]*m", "", told).split("\n", 2)[2]
    assert max(map(len, table.splitlines())) <= 80


def test_a_wide_terminal_shows_every_column(in_terminal: Terminal) -> None:
    told = in_terminal("list", "awards", columns=200)
    assert "hsj-patient-safety/2020" in told
    assert "a wider terminal" not in told


def test_a_title_is_never_taken_for_markup(in_terminal: Terminal, folder: Path) -> None:
    (folder / "awards" / "new.yaml").write_text(
        "nominations:\n"
        '  - {id: new, edition: hsj-patient-safety/2020, category: mental-health, title: "[red]Calm[/red]"}'
    )
    assert "[red]Calm[/red]" in in_terminal("list", "awards", columns=200)


def test_a_terminal_that_is_far_too_narrow_still_shows_what_matters(in_terminal: Terminal) -> None:
    told = in_terminal("list", "awards", "--award", "anticoagulation-achievement", columns=30)
    assert "dwac-2017" in told
    assert "a wider terminal shows also: nominees, edition, category, next date" in told


def test_somebody_who_has_to_type_the_register_is_told_so(in_terminal: Terminal) -> None:
    told = in_terminal("list", "-", keyboard=b"people: [{id: lead, name: Dr Ann Example}]\n\x04")
    assert "reading the register from the keyboard; Ctrl-D ends it" in told
    assert "no nominations" in told

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

SLIP = "nominations: [{id: a}]\n"


@pytest.fixture
def slip(folder: Path) -> None:
    """A file in `awards` with three faults."""
    (folder / "awards" / "slip.yaml").write_text(SLIP)


def test_a_good_register_prints_one_line(run: Run) -> None:
    result = run("check", "awards")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "fine: 6 nominations, 12 organisations, 1 programme, 2 awards in 3 files\n"


def test_the_current_folder_is_checked_where_no_path_is_given(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "awards")
    assert run("check").stdout.startswith("fine: 6 nominations")


def test_warnings_are_told_and_do_not_change_the_code(run: Run) -> None:
    result = run("check", "aberdwr", "--as-of", "2026-11-22")
    assert result.exit_code == 0
    assert result.stdout.count(": warning: ") == 3
    assert result.stdout.splitlines()[-1].endswith("in 6 files; 3 warnings")


def test_warnings_count_under_strict(run: Run) -> None:
    assert run("check", "aberdwr", "--as-of", "2026-11-22", "--strict").exit_code == 1


def test_a_register_without_warnings_is_fine_under_strict(run: Run) -> None:
    assert run("check", "awards", "--strict").exit_code == 0


@pytest.mark.usefixtures("slip")
def test_every_fault_is_told_with_its_place_and_counted(run: Run) -> None:
    result = run("check", "awards")
    assert result.exit_code == 1
    *faults, summary = result.stdout.splitlines()
    assert [fault.split(": ")[:2] for fault in faults] == [
        ["awards/slip.yaml:1:15", "nominations[0].edition"],
        ["awards/slip.yaml:1:15", "nominations[0].category"],
        ["awards/slip.yaml:1:15", "nominations[0].title"],
    ]
    assert summary == "3 errors in 4 files"


def test_nothing_but_faults_is_told_under_quiet(run: Run) -> None:
    assert run("check", "awards", "--quiet").output == ""


@pytest.mark.usefixtures("slip")
def test_faults_are_told_under_quiet(run: Run) -> None:
    assert "3 errors" in run("check", "awards", "-q").stdout


def test_a_day_makes_what_is_still_to_come_a_warning(run: Run) -> None:
    assert "warning" not in run("check", "awards", "--as-of", "2021").stdout
    assert "warning" in run("check", "awards", "--as-of", "2019").stdout


def test_the_standard_input_is_read_for_a_dash(run: Run, folder: Path) -> None:
    register = (folder / "awards" / "register.yaml").read_bytes()
    assert run("check", "-", data=register).stdout.startswith("fine: 12 organisations, 1 programme in 1 file")


@pytest.mark.usefixtures("slip")
def test_json_holds_every_problem_with_its_parts(run: Run) -> None:
    result = run("check", "awards", "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["is_fine"], told["errors"], told["warnings"], told["records"]) == (False, 3, 0, {})
    assert told["problems"][0] | {"message": "", "hint": ""} == {
        "code": "E202",
        "severity": "error",
        "file": "awards/slip.yaml",
        "line": 1,
        "column": 15,
        "path": "nominations[0].edition",
        "message": "",
        "hint": "",
        "sheet": "",
        "cell": "",
    }


def test_json_counts_the_records_of_a_good_register(run: Run) -> None:
    told = json.loads(run("check", "awards", "--format", "json").stdout)
    assert told["is_fine"]
    assert told["files"] == [
        f"awards/{name}.yaml" for name in ("anticoagulation-achievement", "hsj-patient-safety", "register")
    ]
    assert told["records"] == {
        "nominations": 6,
        "organisations": 12,
        "people": 0,
        "programmes": 1,
        "awards": 2,
    }


def test_json_of_unreadable_input_ends_with_3(run: Run) -> None:
    result = run("check", "nowhere", "--json")
    assert (result.exit_code, json.loads(result.stdout)["problems"][0]["code"]) == (3, "E101")


@pytest.mark.usefixtures("slip")
def test_github_shows_each_problem_at_its_line(run: Run) -> None:
    first = run("check", "awards", "--format", "github").stdout.splitlines()[0]
    assert first == (
        "::error file=awards/slip.yaml,line=1,col=15,title=E202::"
        "nominations[0].edition: 'edition' is missing; a nomination must have it"
    )


def test_github_shows_warnings_as_warnings(run: Run) -> None:
    told = run("check", "aberdwr", "--as-of", "2026-11-22", "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in told] == ["::warning"] * 3


def test_github_reads_no_command_out_of_a_value(run: Run, folder: Path) -> None:
    odd = folder / "a,b:c%.yaml"
    odd.write_text('publisher: x\nregister: {style: "100%"}\nawards: [{id: "100%"}]\n')
    line = run("check", str(odd.name), "--format", "github").stdout
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=1,")
    assert "'100%25'" in line
    assert "%\n" not in line


def test_what_an_edit_left_is_told_and_an_import_finishes_it(run: Run, folder: Path) -> None:
    own = folder / "aberdwr"
    sheet = folder / "tracker.xlsx"
    assert run("export", "aberdwr", "-o", sheet, "--audience", "internal").exit_code == 0
    names = ("clear-voice.yaml", "long-table.yaml")
    before = {name: (own / name).read_bytes() for name in names}
    steps = [
        {
            "file": name,
            "before": sha256(content).hexdigest(),
            "content": base64.b64encode(b"# Looked through.\n" + content).decode(),
        }
        for name, content in before.items()
    ]
    (own / ".nominate").mkdir()
    (own / ".nominate" / "unfinished.json").write_text(json.dumps(steps), "utf-8")
    (own / names[0]).write_bytes(b"# Looked through.\n" + before[names[0]])
    told = run("check", "aberdwr")
    assert told.exit_code == 0
    assert "a change to several files was cut off in the middle" in told.stdout
    assert (own / names[1]).read_bytes() == before[names[1]]
    done = run("import", sheet, "aberdwr")
    assert "was cut off in the middle, and has been finished" in done.stderr
    assert (own / names[1]).read_bytes() == b"# Looked through.\n" + before[names[1]]
    assert "cut off" not in run("check", "aberdwr").stdout

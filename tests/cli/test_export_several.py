from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

SEVERAL = ("export", "aberdwr", "--as-of", "2026-11-01", "-o", "a.csv", "-o", "a.json")
EACH = ("export", "aberdwr", "--as-of", "2026-11-01", "--each", "award", "-o", "{id}.csv", "-o", "{id}.json")


def test_several_files_are_what_each_is_alone(run: Run, folder: Path) -> None:
    result = run(*SEVERAL)
    assert result.exit_code == 0
    assert [line.partition(" (")[0] for line in result.stderr.splitlines()[:2]] == [
        "wrote a.csv",
        "wrote a.json",
    ]
    for name in ("a.csv", "a.json"):
        run("export", "aberdwr", "--as-of", "2026-11-01", "-o", f"alone-{name}")
        assert (folder / name).read_bytes() == (folder / f"alone-{name}").read_bytes()


def test_json_tells_of_each_of_several_files(run: Run) -> None:
    told = json.loads(run(*SEVERAL, "--json").stdout)
    assert [(one["path"], one["exporter"]) for one in told] == [("a.csv", "csv"), ("a.json", "json")]
    assert told[0]["revision"] == told[1]["revision"]


def test_where_one_cannot_be_written_none_is(run: Run, folder: Path) -> None:
    (folder / "kept.csv").write_text("old", "utf-8")
    result = run("export", "aberdwr", "-o", "kept.csv", "-o", "nowhere/a.json")
    assert result.exit_code == 4
    assert "there is no folder 'nowhere'" in result.stderr
    assert (folder / "kept.csv").read_text("utf-8") == "old"


def test_each_gets_every_form(run: Run, folder: Path) -> None:
    result = run(*EACH)
    assert result.exit_code == 0
    assert result.stderr.startswith("made 8 files (csv and json, ")
    assert {path.stem for path in folder.glob("*.csv")} == {path.stem for path in folder.glob("*.json")}


def test_json_tells_of_each_file_by_whom_it_was_made(run: Run) -> None:
    told = json.loads(run(*EACH, "--json").stdout)
    assert [file["exporter"] for file in told["files"]] == ["csv", "json"] * 4


def test_an_option_goes_to_each_exporter_that_has_it(run: Run, folder: Path) -> None:
    one = ("export", "aberdwr", "--as-of", "2026-11-01", "--award", "coastal-care", "-O", "style=press")
    assert run(*one, "-o", "a.md", "-o", "a.csv").exit_code == 0
    assert run(*one, "-o", "alone.md").exit_code == 0
    assert (folder / "a.md").read_bytes() == (folder / "alone.md").read_bytes()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("-O", "stile=x"), "no option 'stile' of 'csv' or 'json'; "),
        (("--to", "csv"), "--to names 1 exporter for 2 files; name one for each"),
        (("-o", "-"), "-o - goes alone; write the other files by a command of their own"),
        (("-o", "a.csv"), "'a.csv' is asked for twice; give each file a name of its own"),
        (("-o", "{id}.csv"), "{id} in a name goes with --each"),
        (("-o", "aberdwr/a.json"), "'aberdwr/a.json' would become part of the register itself"),
    ],
)
def test_a_slip_in_one_of_several_is_told_and_nothing_is_written(
    run: Run, folder: Path, given: tuple[str, ...], said: str
) -> None:
    result = run(*SEVERAL, *given)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(folder.glob("*.csv")) == []


def test_an_exporter_is_named_for_each_file_in_their_order(run: Run, folder: Path) -> None:
    result = run(*SEVERAL[:4], "-o", "a.one", "-o", "b.two", "--to", "csv", "--to", "json")
    assert result.exit_code == 0
    assert json.loads((folder / "b.two").read_text("utf-8"))
    assert (folder / "a.one").read_bytes().startswith(b"\xef\xbb\xbf")

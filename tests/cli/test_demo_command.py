from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

from nominate.cli.samples import SAMPLES

Run = Callable[..., Result]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def demo(run: Run, folder: Path) -> Path:
    """The folder that `nominate demo` wrote."""
    assert run("demo").exit_code == 0
    return folder / "nominate-demo"


def test_it_writes_every_sample(demo: Path) -> None:
    assert {sample.file for sample in SAMPLES} <= files(demo).keys()
    assert all(files(demo).values())


def test_it_makes_the_same_bytes_every_time(demo: Path, start: Callable[..., object], folder: Path) -> None:
    start("demo", "again")
    assert files(demo) == files(folder / "again")


@pytest.mark.parametrize("register", ["west-of-england", "aberdwr"])
def test_its_registers_pass_the_check(demo: Path, run: Run, register: str) -> None:
    assert run("check", demo / register).stdout.startswith(("fine: ", str(demo)))
    assert run("check", demo / register).exit_code == 0


def test_its_schema_lies_where_its_registers_say(demo: Path) -> None:
    for register in demo.glob("*/register.yaml"):
        first = register.read_text("utf-8").splitlines()[0]
        schema = register.parent / first.partition("$schema=")[2]
        Draft202012Validator.check_schema(json.loads(schema.read_text("utf-8")))


@pytest.mark.usefixtures("demo")
def test_a_folder_in_use_is_left_alone(run: Run, folder: Path) -> None:
    before = files(folder)
    assert run("demo").exit_code == 2
    assert files(folder) == before


def test_force_writes_its_own_files_again_and_touches_no_other(demo: Path, run: Run) -> None:
    register = demo / "west-of-england" / "register.yaml"
    before = register.read_bytes()
    register.write_text("broken")
    (demo / "notes.txt").write_text("mine")
    assert run("demo", "--force").exit_code == 0
    assert (register.read_bytes(), (demo / "notes.txt").read_text()) == (before, "mine")


def test_an_empty_folder_is_used(run: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    assert run("demo", "empty").exit_code == 0


def test_it_says_what_each_file_is(run: Run, folder: Path) -> None:
    root, *told = run("demo").stdout.splitlines()
    assert root == "nominate-demo/"
    assert len(told) == len(list((folder / "nominate-demo").rglob("*")))
    bare = [line.split("── ")[1] for line in told if "  " not in line.split("── ")[1]]
    assert bare == ["pictures/", "west-of-england/", "aberdwr/"]


def test_what_it_says_fits_a_terminal_of_eighty_columns(run: Run) -> None:
    assert max(map(len, run("demo").stdout.splitlines())) <= 80


def test_the_commands_that_it_gives_to_try_work(run: Run) -> None:
    tried = [line.split()[1:] for line in run("demo").stderr.splitlines() if line.startswith("  nominate ")]
    assert len(tried) == 3
    assert [run(*arguments).exit_code for arguments in tried] == [0, 0, 0]


def test_a_folder_with_spaces_is_quoted_in_them(run: Run) -> None:
    assert 'nominate check "look at this/aberdwr"' in run("demo", "look at this").stderr


def test_json_lists_the_files(run: Run, folder: Path) -> None:
    told = json.loads(run("demo", "--json").stdout)
    assert {each["file"] for each in told["files"]} == {
        f"nominate-demo/{name}" for name in files(folder / "nominate-demo")
    }


def test_the_public_files_hold_nothing_that_waits_for_its_embargo(demo: Path) -> None:
    made = files(demo / "made" / "aberdwr")
    told = {name: content for name, content in made.items() if name.endswith((".md", ".html", ".txt"))}
    summary = told.pop("summary.html").lower()
    assert all(
        b"CLIR in two languages" not in content or b"won" not in content
        for name, content in told.items()
        if "embargoed" not in name
    )
    rows = [line for line in summary.splitlines() if b"clir in two languages" in line]
    assert rows
    assert all(b"shortlisted" in row and b"won" not in row for row in rows)


def test_a_warning_about_a_piece_is_told_once_for_all_its_forms(run: Run) -> None:
    warnings = [line for line in run("demo").stderr.splitlines() if ": warning: " in line]
    assert all(line.startswith("nominate-demo/made/") for line in warnings)
    assert len({line.partition(": warning: ")[2] for line in warnings}) == len(warnings)


def test_what_to_try_next_can_be_typed_where_the_command_was_called_by_its_path(folder: Path) -> None:
    command = Path(sys.executable).with_name("nominate")
    done = subprocess.run(
        [command, "demo"], env={"PATH": str(folder)}, capture_output=True, encoding="utf-8", check=True
    )
    assert f"  {command} check nominate-demo/aberdwr\n" in done.stderr

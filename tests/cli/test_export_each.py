from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Terminal = Callable[..., str]

CRAYON = """
import sys, time
from nominate import Exporter, NothingToExport, hookimpl

def write(view, options, out):
    if "llanydd" in view.scope.organisation:
        raise LookupError("no crayon left")
    if "cor-calon" in view.scope.organisation:
        raise NothingToExport("nothing to draw")
    out.write(b"drawn")

@hookimpl
def nominate_exporters():
    return [Exporter(name="crayon", summary="Drawn", suffix=".crayon", media_type="text/plain", write=write)]
"""
# Slow enough that processes of its own are worth while; it notes who began the one that it runs in.
SLOW = """
import os, pathlib, time
import nominate
from nominate import Exporter, hookimpl

def write(view, _options, out):
    time.sleep(0.05)
    with pathlib.Path(NOTED).open("a") as processes:
        processes.write(f"{os.getppid()}\\n")
    out.write(nominate.render(view, "csv"))

@hookimpl
def nominate_exporters():
    return [Exporter(name="slow", summary="Slow", suffix=".slow", media_type="text/plain", write=write)]
"""
EACH = ("export", "aberdwr", "--each", "organisation", "--as-of", "2026-11-01")


@pytest.fixture
def crayons(folder: Path) -> Path:
    plugin = folder / "crayons.py"
    plugin.write_text(CRAYON, "utf-8")
    return plugin


def test_a_file_is_made_for_each(run: Run, folder: Path) -> None:
    result = run(*EACH, "-o", "briefings/{id}.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    number = len(list((folder / "briefings").iterdir()))
    assert result.stderr.startswith(f"made {number} files (csv, ")
    told = "as of 2026-11-01, for the public. Anything not yet public is left out.\n"
    assert result.stderr.endswith(told)


def test_a_second_run_makes_nothing_and_is_fine(run: Run, folder: Path) -> None:
    run(*EACH, "-o", "{id}.csv")
    result = run(*EACH, "-o", "{id}.csv")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"made 0 files; {len(list(folder.glob('*.csv')))} current\n")


def test_the_present_makes_again_only_what_the_day_changes(run: Run) -> None:
    present = ("export", "aberdwr", "--each", "award", "-o", "{id}.csv")
    assert "made 4 files" in run(*present).stderr
    assert "made 0 files; 4 current" in run(*present).stderr


def test_a_failure_is_told_and_ends_in_four(run: Run, crayons: Path, folder: Path) -> None:
    result = run(*EACH, "-o", "{id}.crayon", "--plugin", crayons)
    assert result.exit_code == 4
    assert "llanydd: exporter 'crayon' of plugin 'crayons'" in result.stderr
    assert "failed: LookupError: no crayon left" in result.stderr
    assert "nothing to say of cor-calon\n" in result.stderr
    made = len(list(folder.glob("*.crayon")))
    assert f"made {made} files (crayon, {5 * made} bytes); 1 skipped; 1 failed\n" in result.stderr
    assert "Traceback" not in result.stderr


def test_why_no_summary_of_a_kind_can_be_made_is_told_once(run: Run) -> None:
    result = run(*EACH[:3], "award", *EACH[4:], "-o", "{id}.pdf", "-O", "kind=edition")
    assert result.exit_code == 5
    assert result.stderr.startswith(
        "skipped clear-voice, coastal-care, digital-dawn, long-table: "
        "cannot make a summary of the kind 'edition'"
    )
    assert result.stderr.count("cannot make") == 1


def test_a_failure_shows_where_it_happened_to_who_mends_it(
    run: Run, crayons: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOMINATE_DEBUG", "1")
    told = run(*EACH, "-o", "{id}.crayon", "--plugin", crayons, "--organisation", "llanydd").stderr
    assert "Traceback" in told


def test_a_failure_is_told_even_under_quiet_and_nothing_else(run: Run, crayons: Path) -> None:
    result = run(*EACH, "-o", "{id}.crayon", "--plugin", crayons, "--quiet")
    assert result.stderr.startswith("llanydd: exporter 'crayon'")
    assert result.stderr.count("\n") == 1


def test_what_stands_in_the_way_of_several_files_is_told_once(run: Run, folder: Path) -> None:
    (folder / "taken").write_text("a file, no folder")
    result = run(*EACH, "-o", "taken/{id}.csv")
    assert result.exit_code == 4
    files = json.loads(run(*EACH, "-o", "taken/{id}.csv", "--json").stdout)["files"]
    assert {file["state"] for file in files} == {"failed"}
    told = result.stderr.splitlines()[0]
    assert told.startswith(f"{len(files)} files: taken: cannot be made: ")
    assert f"; for {files[0]['id']}, {files[1]['id']}, " in told
    assert result.stderr.count("cannot be made") == 1


def test_files_that_nobody_may_write_over_are_told_together(run: Run, folder: Path) -> None:
    for own in ("llanydd", "porth-arian"):
        (folder / f"{own}.csv").mkdir()
    result = run(*EACH, "-o", "{id}.csv")
    assert "2 files: this is a folder; name a file in it; for llanydd, porth-arian\n" in result.stderr


def test_nothing_to_say_of_any_ends_in_five(run: Run, crayons: Path) -> None:
    result = run(*EACH, "-o", "{id}.crayon", "--plugin", crayons, "--organisation", "cor-calon")
    assert result.exit_code == 5
    assert run(*EACH, "-o", "{id}.csv", "--year", "1999").exit_code == 5


def test_what_was_changed_by_hand_is_told_and_left_to_somebody(run: Run, folder: Path) -> None:
    run(*EACH, "-o", "{id}.csv")
    (folder / "llanydd.csv").write_text("by hand")
    result = run(*EACH, "-o", "{id}.csv", "-O", "columns=id")
    assert result.exit_code == 1
    assert "llanydd.csv: warning: changed by hand since it was made, though it no longer" in result.stderr
    assert "; 1 left, as changed by hand\n" in result.stderr
    assert (folder / "llanydd.csv").read_text() == "by hand"
    assert run(*EACH, "-o", "{id}.csv", "-O", "columns=id", "--again").exit_code == 0
    assert (folder / "llanydd.csv").read_text() != "by hand"


def test_a_dry_run_lists_what_would_be_made(run: Run, folder: Path) -> None:
    result = run(*EACH, "-o", "out/{id}.csv", "--dry-run")
    assert result.exit_code == 0
    assert f"due     {Path('out') / 'llanydd.csv'}\n" in result.stdout
    assert result.stderr.startswith("nothing was written: this was a dry run\n")
    assert not (folder / "out").exists()


def test_json_tells_of_every_file(run: Run, crayons: Path) -> None:
    result = run(*EACH, "-o", "{id}.crayon", "--plugin", crayons, "--json")
    told = json.loads(result.stdout)
    states = {file["id"]: file["state"] for file in told["files"]}
    assert (states["llanydd"], states["cor-calon"]) == ("failed", "skipped")
    assert told["counts"]["made"] == list(states.values()).count("made")
    assert (told["each"], told["as_of"]) == ("organisation", "2026-11-01")
    assert {file["exporter"] for file in told["files"]} == {"crayon"}
    assert result.stderr == ""
    assert result.exit_code == 4


def test_many_that_are_skipped_are_counted(run: Run, folder: Path) -> None:
    plugin = folder / "none.py"
    plugin.write_text(
        CRAYON.replace('"llanydd" in view.scope.organisation', "False").replace(
            'if "cor-calon" in view.scope.organisation', "if True"
        ),
        "utf-8",
    )
    told = run("export", "aberdwr", "--each", "edition", "-o", "{id}.crayon", "--plugin", plugin).stderr
    assert "and 1 other (--json lists all)" in told


def test_a_register_from_the_standard_input_is_not_remembered(run: Run) -> None:
    data = b"""
organisations: [{id: ruh, name: Royal United}]
awards: [{id: hsj, name: HSJ Awards, editions: [{id: 2020, categories: [{id: team, name: Team}]}]}]
nominations:
- {id: wards, title: Wards, edition: hsj/2020, category: team, nominees: ruh,
   decisions: [{outcome: won, announced: 2020-11-12}]}
"""
    result = run("export", "-", "--each", "award", "-o", "{id}.csv", data=data)
    assert result.exit_code == 0, result.stderr
    assert "nothing remembers that for a register from the standard input" in result.stderr


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("-o", "a.csv", "--jobs", "2"), "--jobs, --again and --dry-run go with --each"),
        (("-o", "a.csv", "--again"), "go with --each"),
        (("-o", "a.csv", "--dry-run"), "go with --each"),
        (("-o", "briefings/{id}.csv"), "{id} in a name goes with --each; say of what, as in --each organi"),
        (("-o", "-", "--each", "award", "--to", "csv"), '--each makes several files; name them, as in -o "'),
        (("-o", "all.csv", "--each", "award"), "would be the name of every file"),
        (
            ("-o", "{what}.csv", "--each", "award"),
            "no field {what} for the name of a file; choose from {id},",
        ),
        (("-o", "{id}.csv", "--each", "person"), "'person' is not one of"),
        (("-o", "{id}.csv", "--each", "award", "--jobs", "0"), "0 is not in the range x>=1"),
        (("-o", "aberdwr/{id}.json", "--each", "award"), "would become part of the register itself"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, asked: tuple[str, ...], says: str) -> None:
    result = run("export", "aberdwr", *asked)
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_bar_is_shown_in_a_terminal_alone(in_terminal: Terminal, run: Run, crayons: Path) -> None:
    told = in_terminal(*EACH, "-o", "{id}.crayon", "--plugin", str(crayons))
    assert "looking at what there is" in told
    assert "making {id}.crayon" in told
    assert "1 failed" in told
    assert "making" not in run(*EACH, "-o", "{id}.csv").stderr


def test_two_jobs_make_the_files_of_one(run: Run, folder: Path) -> None:
    noted = folder / "processes.txt"
    (folder / "slow.py").write_text(SLOW.replace("NOTED", repr(str(noted))), "utf-8")
    assert run(*EACH, "-o", "one/{id}.slow", "--plugin", "slow.py").exit_code == 0
    assert set(noted.read_text("utf-8").split()) == {str(os.getpid())}
    assert run(*EACH, "-o", "two/{id}.slow", "--plugin", "slow.py", "--jobs", "2").exit_code == 0
    assert len(set(noted.read_text("utf-8").split())) > 1
    one, two = (
        {path.name: path.read_bytes() for path in (folder / name).iterdir()} for name in ("one", "two")
    )
    assert len(one) > 8
    assert one == two


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl-C to a whole console")
def test_what_is_interrupted_leaves_whole_files_and_goes_on(folder: Path, crayons: Path) -> None:
    crayons.write_text(CRAYON.replace('out.write(b"drawn")', 'time.sleep(0.2); out.write(b"drawn")'), "utf-8")
    command = [sys.executable, "-m", "nominate", *EACH, "-o", "out/{id}.crayon", "--plugin", str(crayons)]
    child = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, env={**os.environ})
    end = time.monotonic() + 60
    while len(list((folder / "out").glob("*.crayon"))) < 2 and time.monotonic() < end:
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "every file that was made is whole; give the same command again to go on\n" in told
    assert told.endswith("nominate: interrupted\n")
    made = sorted((folder / "out").iterdir())
    assert {path.read_bytes() for path in made} == {b"drawn"}
    again = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert f"; {len(made)} current; 1 skipped; 1 failed" in again.stderr

"""Every exit code, and that nobody sees a traceback who has not asked for one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from nominate.cli.endings import Ending, ended
from nominate.errors import NominateError

Start = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., str]

COMMAND = [sys.executable, "-m", "nominate"]
BROKEN_PLUGIN = "import nothing_of_that_name\n"
FAILING_PLUGIN = """
from nominate import Exporter, hookimpl

def write(view, options, out):
    raise ValueError("no ink")

@hookimpl
def nominate_exporters():
    return [Exporter(name="ink", summary="Ink", suffix=".ink", media_type="text/plain", write=write)]
"""


def test_0_is_fine(start: Start) -> None:
    result = start("check", "awards")
    assert (result.returncode, result.stderr) == (0, "")


def test_1_is_a_problem_in_the_data(start: Start, folder: Path) -> None:
    (folder / "awards" / "slip.yaml").write_text("nominations: [{id: a}]")
    result = start("list", "awards")
    assert (result.returncode, result.stdout) == (1, "")
    assert "awards/slip.yaml:1:15: nominations[0].edition: " in result.stderr
    assert "3 problems in the register; mend it first" in result.stderr


def test_2_is_usage(start: Start) -> None:
    assert start("list", "awards", "--year", "last").returncode == 2


def test_3_is_unreadable_input(start: Start) -> None:
    assert start("list", "nowhere").returncode == 3


def test_4_is_an_exporter_that_failed(start: Start, folder: Path) -> None:
    (folder / "ink.py").write_text(FAILING_PLUGIN)
    result = start("export", "awards", "-o", "a.ink", "--plugin", "ink.py")
    assert result.returncode == 4
    assert "exporter 'ink' of plugin 'ink'" in result.stderr
    assert "failed: ValueError: no ink" in result.stderr
    assert not (folder / "a.ink").exists()


def test_5_is_nothing_to_export(start: Start, folder: Path) -> None:
    result = start("export", "awards", "-o", "a.xlsx", "--as-of", "2001")
    assert result.returncode == 5
    assert not (folder / "a.xlsx").exists()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc to see that it waits")
def test_130_is_interrupted(folder: Path) -> None:
    read_end, write_end = os.pipe()
    # A shell lets what it starts in the background ignore Ctrl-C, and a child would inherit that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(
        [*COMMAND, "check", "-"], cwd=folder, stdin=read_end, stderr=subprocess.PIPE, text=True
    )
    signal.signal(signal.SIGINT, before)
    _until_it_reads(child.pid)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=30)
    os.close(read_end)
    os.close(write_end)
    assert (child.returncode, said.strip()) == (130, "nominate: interrupted")


def _until_it_reads(process: int) -> None:
    """Wait until the process has nothing to do but wait: until it is asleep in the same place twice."""
    seen = ""
    for _ in range(200):
        time.sleep(0.05)
        now = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2]
        state, times = now.split()[0], now.split()[11:13]
        if state == "S" and seen == str(times):
            return
        seen = str(times)


def test_70_is_a_fault_of_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(ZeroDivisionError("division by zero")) == 70
    said = capsys.readouterr().err
    assert "a fault of nominate itself, not of yours: ZeroDivisionError: division by zero" in said
    assert "report it" in said
    assert "Traceback" not in said


def test_a_fault_of_our_own_shows_its_traceback_where_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOMINATE_DEBUG", "1")
    ended(ZeroDivisionError("division by zero"))
    assert "ZeroDivisionError: division by zero\n" in capsys.readouterr().err


def test_an_error_of_a_plugin_shows_its_traceback_where_that_is_asked_for(start: Start, folder: Path) -> None:
    (folder / "ink.py").write_text(FAILING_PLUGIN)
    arguments = ("export", "awards", "-o", "a.ink", "--plugin", "ink.py")
    assert "Traceback" not in start(*arguments).stderr
    assert 'raise ValueError("no ink")' in start(*arguments, NOMINATE_DEBUG="1").stderr


def test_a_broken_plugin_stops_nothing_that_does_not_need_it(start: Start, folder: Path) -> None:
    (folder / "broken.py").write_text(BROKEN_PLUGIN)
    assert start("export", "awards", "-o", "a.xlsx", "--plugin", "broken.py").returncode == 0


def test_a_broken_plugin_ends_the_command_where_strictness_is_asked_for(start: Start, folder: Path) -> None:
    (folder / "broken.py").write_text(BROKEN_PLUGIN)
    result = start("export", "awards", "-o", "a.xlsx", "--plugin", "broken.py", NOMINATE_STRICT="1")
    assert result.returncode == 4
    assert "No module named 'nothing_of_that_name'" in result.stderr


def test_every_kind_of_our_errors_has_a_code() -> None:
    kinds: list[type[NominateError]] = [NominateError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    ours = [kind for kind in kinds if kind is not NominateError and kind.__module__ == "nominate.errors"]
    made = [kind([]) if "Data" in str(kind.mro()) else kind("no") for kind in ours]
    assert Ending.FAULT not in [ended(error) for error in made]


def test_an_abort_of_click_counts_as_interrupted(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(click.Abort()) == 130
    assert capsys.readouterr().err == "nominate: interrupted\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_that_has_enough_ends_the_command_in_silence(folder: Path) -> None:
    script = f"set -o pipefail; {sys.executable} -m nominate schema | head -1"
    result = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=folder)
    assert (result.returncode, result.stdout, result.stderr) == (0, "{\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.usefixtures("folder")
def test_an_output_that_is_full_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*COMMAND, "list", "awards", "--json"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 4
    assert "nominate: the output cannot be written: no space left on device" in result.stderr


def test_welsh_letters_reach_a_pipe_whatever_the_locale(start: Start) -> None:
    told = start("list", "aberdwr", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
    assert "Dyffryn Tŵr" in told


def test_colour_is_left_out_where_nobody_wants_it(
    in_terminal: Terminal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "awards" / "slip.yaml").write_text("nominations: [{id: a}]")
    assert "\x1b[31m" in in_terminal("check", "awards")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in in_terminal("check", "awards")


def test_a_broken_pipe_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert (ended(BrokenPipeError()), capsys.readouterr().err) == (0, "")


def test_a_full_disc_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(OSError(28, "No space left on device")) == 4
    assert "no space left on device" in capsys.readouterr().err


def test_a_fault_is_reported_where_the_distribution_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    about = tmp_path / "nominate_awards-9.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: nominate-awards\nVersion: 9\n"
        "Project-URL: Changelog, https://example.org/changes\nProject-URL: Issues, https://example.org/issues\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    ended(ZeroDivisionError())
    assert "please report it at https://example.org/issues, with the command" in capsys.readouterr().err

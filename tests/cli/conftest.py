"""The command line as people run it: in this process by click's runner, as a process, or in a terminal."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import nominate
from nominate.cli.application import application

DEMO = Path(nominate.__file__).parent / "demo"
COMMAND = [sys.executable, "-m", "nominate"]

Run = Callable[..., Result]
Start = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: the west of England's register in `awards`, the made-up one in `aberdwr`."""
    shutil.copytree(DEMO / "west-of-england", tmp_path / "awards")
    shutil.copytree(DEMO / "aberdwr", tmp_path / "aberdwr")
    for name in ("NOMINATE_DEBUG", "NOMINATE_STRICT", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Run a command line in this process, from that folder."""
    del folder

    def running(*args: object, data: str | bytes | None = None) -> Result:
        return CliRunner().invoke(application, [str(arg) for arg in args], input=data)

    return running


@pytest.fixture
def start(folder: Path) -> Start:
    """Run a command line as a process of its own, from that folder."""
    del folder

    def starting(*args: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *args],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return starting


@pytest.fixture
def in_terminal(folder: Path) -> Terminal:
    """Run a command line in a terminal, and give all that it showed.

    `columns` is its width; `typed` are texts for the standard input, each with the seconds to wait before it;
    `keyboard` makes the terminal itself the standard input, and is what somebody types there.
    """
    del folder

    def showing(
        *args: str, columns: int = 100, typed: Sequence[tuple[float, bytes]] = (), keyboard: bytes = b""
    ) -> str:
        ours, theirs = pty.openpty()
        read_end, write_end = os.pipe()
        child = subprocess.Popen(
            [*COMMAND, *args],
            env={**os.environ, "COLUMNS": str(columns), "LINES": "50", "TERM": "xterm"},
            stdin=theirs if keyboard else read_end,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        os.close(read_end)
        os.write(ours, keyboard)
        for seconds, text in typed:
            time.sleep(seconds)
            os.write(write_end, text)
        os.close(write_end)
        shown = _shown(ours)
        child.wait(60)
        return shown

    return showing


def _shown(descriptor: int) -> str:
    shown = b""
    # Linux tells the end of a terminal by an error.
    with suppress(OSError):
        while part := os.read(descriptor, 65_536):
            shown += part
    os.close(descriptor)
    return shown.decode().replace("\r\n", "\n")

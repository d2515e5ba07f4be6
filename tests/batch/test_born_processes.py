"""What a process of our own holds when it begins: tried in a program of its own, which has one thread."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere each process begins with nothing")

SCRIPT = """
import multiprocessing, pathlib, sys, threading, time
import nominate
from nominate import Exporter

VICTIM = sys.argv[2]
HERE = pathlib.Path.cwd()

def write(view, _options, out):
    time.sleep(0.1)
    own = multiprocessing.current_process().name
    with (HERE / "processes.txt").open("a") as processes:
        processes.write(f"{own} {threading.active_count()}\\n")
    if VICTIM in view.scope.organisation and own != "MainProcess":
        __import__("os")._exit(3)
    out.write(f"{view.scope} {view.revision}".encode())

slow = Exporter(name="slow", summary="Slow", suffix=".slow", media_type="text/plain", write=write)
if __name__ == "__main__":
    register = nominate.load(sys.argv[1])
    for jobs in (1, 2):
        batch = nominate.export_each(register, f"{jobs}/{{id}}.slow", to=slow, as_of="2026-11-01", jobs=jobs)
    print([file.id for file in batch.failed])
"""


def run(folder: Path, register: Path, victim: str) -> subprocess.CompletedProcess[str]:
    script = folder / "script.py"
    script.write_text(SCRIPT, "utf-8")
    return subprocess.run(
        [sys.executable, "-W", "error", str(script), str(register), victim],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_processes_are_born_with_the_views_and_make_the_same_bytes(tmp_path: Path, aberdwr: Path) -> None:
    ran = run(tmp_path, aberdwr, "nobody")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "[]\n", "")
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    names = {line.split()[0] for line in (tmp_path / "processes.txt").read_text("utf-8").splitlines()}
    assert {name.partition("-")[0] for name in names} == {"MainProcess", "ForkProcess"}


def test_a_born_process_that_dies_leaves_the_others_their_files(tmp_path: Path, aberdwr: Path) -> None:
    ran = run(tmp_path, aberdwr, "cor-calon")
    assert (ran.returncode, ran.stdout) == (0, "['cor-calon']\n")
    alone, others = contents(tmp_path / "1"), contents(tmp_path / "2")
    assert others == {name: content for name, content in alone.items() if name != "cor-calon.slow"}

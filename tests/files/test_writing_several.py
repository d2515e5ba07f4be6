"""Several files are written all or none."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from nominate.errors import OutputError
from nominate.files.writing import write_all

CONTENTS = {"a": b"new a", "b": b"new b", "c": b"new c"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old " + name.encode())
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


OLD = {"a": b"old a", "b": b"old b"}


def put(folder: Path) -> None:
    write_all({folder / name: content for name, content in CONTENTS.items()})


def failing(monkeypatch: pytest.MonkeyPatch, *wrong: int) -> None:
    """Let those replacements fail, counted from 1, as they do on Windows while a file is open elsewhere."""
    replace = Path.replace
    count = 0

    def fail(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count in wrong:
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)


def test_all_are_written(folder: Path) -> None:
    put(folder)
    assert held(folder) == CONTENTS


@pytest.mark.parametrize("wrong", [1, 2, 3])
def test_where_one_cannot_take_its_place_all_are_put_back(
    folder: Path, wrong: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, wrong)
    with pytest.raises(OutputError) as caught:
        put(folder)
    name = "abc"[wrong - 1]
    says = "the file is open in another program; close it there, or write to another name"
    assert str(caught.value) == f"{folder / name}: {says}"
    assert held(folder) == OLD


def test_a_new_file_is_taken_away_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, 2)
    with pytest.raises(OutputError):
        write_all({folder / "c": b"new c", folder / "a": b"new a"})
    assert held(folder) == OLD


def test_what_cannot_be_put_back_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, 2, 3)
    with pytest.raises(OutputError) as caught:
        put(folder)
    assert str(caught.value).endswith(f"; the new text could not be taken out again of {folder / 'a'}")
    assert held(folder) == {"a": b"new a", "b": b"old b"}


def test_one_that_cannot_be_made_leaves_the_others(folder: Path) -> None:
    with pytest.raises(OutputError, match="there is no folder"):
        write_all({folder / "a": b"new a", folder / "away" / "b": b"new b"})
    assert held(folder) == OLD


FULL = """
import resource, signal, sys
from pathlib import Path
from nominate.errors import OutputError
from nominate.files.writing import write_all
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
folder = Path(sys.argv[1])
try:
    write_all({folder / "a": b"new a", folder / "b": b"x" * 100_001})
except OutputError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="other systems have other limits")
def test_a_full_disc_leaves_them_all(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{folder / 'b'}: the disc is full; nothing was changed\n"
    assert held(folder) == OLD

"""A file is written whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nominate.errors import OutputError
from nominate.files.writing import settle, whole_file, write_whole

NOBODY = 65534
posix = pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions and signals")


@pytest.fixture
def nobodys() -> Generator[Path]:
    """A folder of somebody who is not root, whoever runs the tests."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(b"old")
    return path


def strays(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.suffix == ".part"]


def refused(path: Path) -> str:
    with pytest.raises(OutputError) as caught:
        write_whole(path, b"new")
    return str(caught.value).replace(f"{path}", "PATH").replace(f"{path.parent}", "FOLDER")


def test_a_new_file_takes_the_place_of_the_old_one(old: Path) -> None:
    with whole_file(old) as out:
        out.write(b"nes")
        out.seek(2)
        out.write(b"w")
        out.seek(0)
        assert out.read() == b"new"
        assert old.read_bytes() == b"old"
    assert (old.read_bytes(), strays(old.parent)) == (b"new", [])


def fail(path: Path, error: BaseException) -> None:
    with whole_file(path) as out:
        out.write(b"half")
        raise error


def close(path: Path) -> None:
    with whole_file(path) as out:
        out.write(b"half")
        out.close()


@pytest.mark.parametrize("error", [ZeroDivisionError(), KeyboardInterrupt(), SystemExit()])
def test_a_producer_that_fails_leaves_the_old_file(old: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        fail(old, error)
    assert (old.read_bytes(), strays(old.parent)) == (b"old", [])


def test_a_producer_s_own_error_stays_its_own(old: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no logo"):
        fail(old, FileNotFoundError(errno.ENOENT, "no logo"))
    assert old.read_bytes() == b"old"


def test_a_file_that_its_producer_closed_is_not_published(old: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: its writer closed it before it was whole"):
        close(old)
    assert old.read_bytes() == b"old"


FULL = """
import resource, signal, sys
from pathlib import Path
from nominate.errors import OutputError
from nominate.files.writing import whole_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    with whole_file(Path(sys.argv[1])) as out:
        out.write(b"x" * {size})
except OutputError as error:
    print(error)
"""


@posix
@pytest.mark.parametrize("size", [100_001, 10_000_000], ids=["at the last flush", "while writing"])
def test_a_full_disc_leaves_the_old_file(old: Path, size: int) -> None:
    code = FULL.replace("{size}", str(size))
    done = subprocess.run([sys.executable, "-c", code, str(old)], capture_output=True, text=True, check=True)
    assert done.stdout == f"{old}: the disc is full; nothing was changed\n"
    assert (old.read_bytes(), strays(old.parent)) == (b"old", [])


KILLED = """
import sys, time
from pathlib import Path
from nominate.files.writing import whole_file
with whole_file(Path(sys.argv[1])) as out:
    out.write(b"half")
    out.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


@posix
def test_a_kill_leaves_the_old_file_and_the_next_write_takes_away_what_it_left(old: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED, str(old)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert len(strays(old.parent)) == 1
        write_whole(old.parent / "other.txt", b"while somebody else is writing")
        assert len(strays(old.parent)) == 1
        process.send_signal(signal.SIGKILL)
    assert old.read_bytes() == b"old"
    assert len(strays(old.parent)) == 1
    write_whole(old, b"new")
    assert (old.read_bytes(), strays(old.parent)) == (b"new", [])


@posix
def test_what_is_left_between_two_writes_is_taken_away_in_each_of_many_folders(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(100)]
    for folder in folders:
        folder.mkdir()
        write_whole(folder / "a", b"first")
        write_whole(folder / "a", b"second")
    for folder in folders:
        (folder / ".nominate-1-2.part").touch()
        write_whole(folder / "a", b"third")
        write_whole(folder / "a", b"fourth")
    assert {tuple(path.name for path in folder.iterdir()) for folder in folders} == {("a",)}


@posix
def test_what_is_left_while_we_write_is_taken_away_by_the_next_write(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"first")
    with whole_file(tmp_path / "a") as out:
        out.write(b"second")
        (tmp_path / ".nominate-1-2.part").touch()
    write_whole(tmp_path / "a", b"third")
    assert strays(tmp_path) == []


def test_other_files_of_the_folder_are_left_alone(old: Path) -> None:
    others = [
        old.parent / name for name in (".nominate-1.part", "nominate-1-2.part", ".nominate-1-2.part.txt")
    ]
    for other in others:
        other.touch()
    write_whole(old, b"new")
    assert all(other.exists() for other in others)


@posix
def test_the_mode_is_that_of_the_old_file_or_what_the_umask_says(old: Path) -> None:
    old.chmod(0o640)
    write_whole(old, b"new")
    before = os.umask(0o027)
    try:
        write_whole(old.parent / "fresh", b"new")
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((old.parent / name).stat().st_mode) for name in (old.name, "fresh")]
    assert modes == [0o640, 0o640]


@posix
def test_a_symbolic_link_is_followed_and_stays_a_link(old: Path) -> None:
    (old.parent / "elsewhere").mkdir()
    link = old.parent / "elsewhere" / "link"
    link.symlink_to(old)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    assert refused(tmp_path) == "PATH: this is a folder; name a file in it"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "away" / "a.txt") == "PATH: there is no folder 'FOLDER'; make it first"


def test_a_file_in_the_place_of_a_folder_is_told(old: Path) -> None:
    assert refused(old / "a.txt") == "PATH: there is no folder 'FOLDER'; make it first"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there are no device files here")
def test_a_device_is_never_replaced() -> None:
    assert "this is not a regular file; write to standard output with -" in refused(Path("/dev/null"))
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_name_that_the_system_refuses_is_told(tmp_path: Path) -> None:
    assert "embedded null" in refused(tmp_path / "a\0b")
    assert "cannot be written: file name too long" in refused(tmp_path / ("a" * 300))
    assert strays(tmp_path) == []


@posix
def test_a_read_only_file_is_not_replaced(nobodys: Path) -> None:
    (nobodys / "a").touch(mode=0o444)
    assert (
        refused(nobodys / "a") == "PATH: this file is read-only; write to another name, or make it writable"
    )


@posix
def test_a_folder_without_permission_is_told(nobodys: Path) -> None:
    nobodys.chmod(0o500)
    assert refused(nobodys / "a") == "PATH: no permission to write in the folder 'FOLDER'"


@posix
def test_a_folder_that_nobody_may_look_into_can_be_written_to(nobodys: Path) -> None:
    nobodys.chmod(0o333)
    write_whole(nobodys / "a.txt", b"new")
    nobodys.chmod(0o700)
    assert [path.name for path in nobodys.iterdir()] == ["a.txt"]


def test_a_file_that_is_open_elsewhere_gets_one_clear_sentence(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As Windows answers while Excel has the workbook open.
    def locked(*_paths: object) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", locked)
    told = "PATH: the file is open in another program; close it there, or write to another name"
    assert refused(old) == told
    assert (old.read_bytes(), strays(old.parent)) == (b"old", [])


@posix
def test_two_writers_at_once_leave_one_whole_file(old: Path) -> None:
    code = textwrap.dedent("""
        import sys
        from pathlib import Path
        from nominate.files.writing import write_whole
        for number in range(40):
            write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 50_000)
    """)
    writers = [subprocess.Popen([sys.executable, "-c", code, str(old), letter]) for letter in "ab"]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        seen.add(old.read_bytes()[:3] + str(len(set(old.read_bytes()))).encode())
        time.sleep(0.001)
    assert [writer.wait() for writer in writers] == [0, 0]
    assert re.fullmatch(b"a{50000}|b{50000}", old.read_bytes())
    assert strays(old.parent) == []
    assert seen <= {b"old3", b"aaa1", b"bbb1"}


def test_threads_that_write_into_one_folder_take_no_file_from_each_other(tmp_path: Path) -> None:
    write_whole(tmp_path / "0", b"0")
    paths = [tmp_path / str(number) for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        for _ in threads.map(lambda path: write_whole(path, path.name.encode(), is_one_of_many=True), paths):
            pass
    settle(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        path.name: path.name.encode() for path in paths
    }

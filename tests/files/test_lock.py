"""One writer at a time, and whoever waits is told for whom."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nominate.errors import OutputError
from nominate.files.lock import Holder, locked

ANN = Holder(by="ann@laptop", since="2026-11-22T09:30:00+00:00")
BEN = Holder(by="ben@desk")
HOLDING = """
import sys, time
from pathlib import Path
from nominate.files.lock import Holder, locked
with locked(Path(sys.argv[1]), Holder(by=sys.argv[2], since="2026-11-22"), patience=1):
    print("holding", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    (tmp_path / "awards").mkdir()
    return tmp_path / "awards" / ".nominate" / "lock"


@contextmanager
def holding(lock: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(lock), "ann@laptop"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "holding\n"
        yield process
        process.kill()


def refused(lock: Path, patience: float = 0.1) -> str:
    with pytest.raises(OutputError) as caught, locked(lock, BEN, patience=patience):
        pytest.fail("two hold it")
    return str(caught.value)


def test_who_holds_it_is_named_to_whoever_waits_in_vain(lock: Path) -> None:
    with holding(lock) as process:
        started = time.monotonic()
        told = refused(lock, patience=0.3)
        assert time.monotonic() - started >= 0.3
        assert told == (
            f"{lock.parent.parent}: ann@laptop (process {process.pid} on {Holder().host}, since 2026-11-22) "
            "is changing this register; try again when that is done, or end that program (waited 0.3 seconds)"
        )


def test_the_lock_of_a_process_that_was_killed_is_nobody_s(lock: Path) -> None:
    with holding(lock) as process:
        process.kill()
        process.wait()
        assert lock.exists()
        with locked(lock, BEN, patience=0):
            assert "ben@desk" in lock.read_text("utf-8")
    assert not lock.exists()


def test_it_is_had_as_soon_as_it_is_given_back(lock: Path) -> None:
    code = HOLDING.replace("time.sleep(60)", "time.sleep(0.5)")
    with subprocess.Popen(
        [sys.executable, "-c", code, str(lock), "ann"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with locked(lock, BEN, patience=30):
            assert process.wait() == 0


def test_it_is_given_back_when_the_block_fails(lock: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(lock, ANN, patience=0):
        raise ZeroDivisionError
    with locked(lock, BEN, patience=0):
        assert lock.exists()


def test_one_process_does_not_hold_it_twice(lock: Path) -> None:
    with locked(lock, ANN, patience=0):
        assert re.search(rf"ann@laptop \(process {os.getpid()} on .*, since 2026-11-22T09:30", refused(lock))


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff", b'{"by": "ann"'])
def test_a_holder_that_cannot_be_read_is_another_program(lock: Path, content: bytes) -> None:
    with locked(lock, ANN, patience=0):
        lock.write_bytes(content)
        assert ": another program is changing this register; " in refused(lock)


def test_a_holder_without_a_name_is_another_program() -> None:
    assert str(Holder(process=7, host="desk")) == "another program (process 7 on desk)"


COUNTING = """
import sys
from pathlib import Path
from nominate.files.lock import Holder, locked
path = Path(sys.argv[1])
for _ in range(100):
    with locked(path.parent / ".nominate" / "lock", Holder(), patience=60):
        path.write_text(str(int(path.read_text()) + 1))
"""


def test_what_many_processes_add_one_by_one_is_all_there(tmp_path: Path) -> None:
    path = tmp_path / "count"
    path.write_text("0", "utf-8")
    counting = [subprocess.Popen([sys.executable, "-c", COUNTING, str(path)]) for _ in range(3)]
    assert [each.wait() for each in counting] == [0, 0, 0]
    assert path.read_text("utf-8") == "300"
    assert list((tmp_path / ".nominate").iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has its own locks")
def test_on_a_disc_without_locks_nobody_waits(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl  # noqa: PLC0415 - it is there on POSIX alone

    def unknown(*_arguments: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", unknown)
    with locked(lock, ANN, patience=0), locked(lock, BEN, patience=0):
        assert "ben@desk" in lock.read_text("utf-8")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(OutputError, match="cannot be made: "),
        locked(tmp_path / "file" / "lock", ANN, patience=0),
    ):
        pytest.fail("locked in a file")


def test_an_interruption_while_it_is_taken_leaves_nothing_locked(
    lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_paths: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os.path, "samestat", interrupted)
        with pytest.raises(KeyboardInterrupt), locked(lock, ANN, patience=0):
            pytest.fail("interrupted")
    with locked(lock, BEN, patience=0):
        assert lock.exists()

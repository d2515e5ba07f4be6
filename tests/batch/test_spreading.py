from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread, Timer
from typing import Any

import pytest

import nominate
from nominate import Batch, Exporter, UsageError, View

Make = Callable[..., Batch]

# A script's own exporter, slow enough that processes are worth while; it ends the one that works at a victim.
SLOW = """
import multiprocessing, os, pathlib, time
from nominate import Exporter

VICTIM = {victim!r}

def write(view, _options, out):
    time.sleep(0.12)
    with (pathlib.Path(__file__).parent / "processes.txt").open("a") as processes:
        processes.write(f"{{os.getpid()}} {{view.scope.organisation}}\\n")
    if VICTIM in view.scope.organisation and multiprocessing.parent_process() is not None:
        os._exit(3)
    out.write(f"{{view.scope}} {{view.revision}}".encode())

SLOW = Exporter(name="slow", summary="Slow", suffix=".slow", media_type="text/plain", write=write)
"""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Exporter[Any]]:
    def importing(victim: str) -> Exporter[Any]:
        name = f"slow_{hashlib.sha256(bytes(tmp_path)).hexdigest()[:8]}"
        (tmp_path / f"{name}.py").write_text(SLOW.format(victim=victim), "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        exporter: Exporter[Any] = __import__(name).SLOW
        return exporter

    return importing


def contents(batch: Batch) -> dict[str, bytes]:
    return {file.id: file.path.read_bytes() for file in batch.made}


@pytest.fixture
def another_thread() -> Iterator[None]:
    """While another thread runs, no process is born with what this one holds: each begins with nothing."""
    is_over = Event()
    thread = Thread(target=is_over.wait)
    thread.start()
    yield
    is_over.set()
    thread.join()


class LateExecutor(Executor):
    """Runs what it was given the last first, and only after a while."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[..., Any], tuple[Any, ...]]] = []
        self.ran = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_kwargs: Any) -> Future[Any]:
        if not self.waiting:
            Timer(0.2, self._run).start()
        future: Future[Any] = Future()
        self.waiting.append((future, fn, args))
        return future

    def _run(self) -> None:
        while self.waiting:
            future, function, args = self.waiting.pop()
            self.ran += 1
            future.set_result(function(*args))


class LosingExecutor(LateExecutor):
    """Cancels the first that it was given, and loses the second."""

    def _run(self) -> None:
        cancelled, _, _ = self.waiting.pop(0)
        cancelled.cancel()
        cancelled.set_running_or_notify_cancel()
        self.waiting.pop(0)[0].set_exception(ConnectionError("the cluster is gone"))
        super()._run()


# A PDF shares the parts of its fonts, and what it measured, with others of its process.
@pytest.mark.parametrize("suffix", [".csv", ".pdf", ".xlsx"])
def test_the_bytes_are_the_same_whoever_works_at_them(make: Make, suffix: str) -> None:
    alone = contents(make(f"alone/{{id}}{suffix}"))
    late = LateExecutor()
    assert contents(make(f"late/{{id}}{suffix}", executor=late)) == alone
    assert late.ran == len(alone)
    with ThreadPoolExecutor(3) as threads:
        assert contents(make(f"threads/{{id}}{suffix}", executor=threads)) == alone
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert contents(make(f"processes/{{id}}{suffix}", executor=processes)) == alone


def test_what_comes_late_and_out_of_order_is_told_in_order(make: Make) -> None:
    batch = make(executor=LateExecutor())
    assert [file.id for file in batch.files] == [file.id for file in make("again/{id}.csv").files]


def test_somebodys_executor_is_not_shut_down(make: Make) -> None:
    with ThreadPoolExecutor(1) as threads:
        make(executor=threads)
        assert threads.submit(int, "3").result() == 3


def test_what_an_executor_loses_has_failed_alone(make: Make) -> None:
    batch = make(executor=LosingExecutor())
    assert [file.reason for file in batch.failed] == [
        "CancelledError",
        "ConnectionError: the cluster is gone",
    ]
    assert len(batch.made) == len(batch.files) - 2
    again = make(executor=LateExecutor())
    assert [file.id for file in again.made] == [file.id for file in batch.failed]


def test_two_jobs_make_the_bytes_of_one(make: Make, slow: Callable[[str], Exporter[Any]]) -> None:
    own = slow("nobody")
    one = make("one/{id}.slow", to=own)
    two = make("two/{id}.slow", to=own, jobs=2)
    assert contents(one) == contents(two)
    assert [file.id for file in one.made] == [file.id for file in two.made]


def test_a_process_that_dies_takes_only_its_own_file_with_it(
    make: Make, slow: Callable[[str], Exporter[Any]], tmp_path: Path
) -> None:
    batch = make("{id}.slow", to=slow("cor-calon"), jobs=2)
    assert {file.id: file.reason for file in batch.failed} == {
        "cor-calon": "the process that worked at it ended"
    }
    assert len(batch.made) == len(batch.files) - 1
    lines = (tmp_path / "processes.txt").read_text("utf-8").splitlines()
    processes = {line.split()[0] for line in lines}
    # Our own, two that one broke, one in which it broke alone, one in which it did again, and three to go on.
    assert len(processes) <= 1 + 2 + 1 + 1 + 3
    assert sum("cor-calon" in line for line in lines) == 3


@pytest.mark.usefixtures("another_thread")
def test_where_no_process_can_begin_the_rest_fails_at_once(
    make: Make, slow: Callable[[str], Exporter[Any]], tmp_path: Path
) -> None:
    own = slow("nobody")
    (module,) = tmp_path.glob("slow_*.py")
    module.write_text(
        f"import os\nprint('begun', file=open({str(tmp_path / 'begun.txt')!r}, 'a'))\nos._exit(3)\n", "utf-8"
    )
    batch = make("{id}.slow", to=own, jobs=2)
    assert {file.reason for file in batch.failed} == {"the process that worked at it ended"}
    assert len(batch.made) + len(batch.failed) == len(batch.files)
    begun = (tmp_path / "begun.txt").read_text("utf-8").splitlines()
    assert len(begun) < len(batch.failed)


def test_what_cannot_be_sent_to_another_process_is_refused(make: Make, tmp_path: Path) -> None:
    def write(_view: View, _options: object, out: Any) -> None:
        out.write(b"a")

    own = Exporter(name="own", summary="Own", suffix=".own", media_type="text/plain", write=write)
    with pytest.raises(UsageError, match="exporter 'own' cannot be sent to another process: "):
        make("{id}.own", to=own, jobs=2)
    assert not (tmp_path / "out").exists()


def test_no_register_goes_to_another_process(make: Make) -> None:
    sent: list[bytes] = []

    class Listening(LateExecutor):
        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
            sent.append(pickle.dumps(args))
            return super().submit(fn, *args, **kwargs)

    batch = make(executor=Listening(), as_of="2024-06-01")
    register = nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")
    known = {entry.id for _, view in nominate.views(register, as_of="2024-06-01") for entry in view.entries}
    hidden = {nomination.id for nomination in register.nominations} - known
    assert hidden
    assert batch.made
    assert not [name for name in hidden if any(name.encode() in content for content in sent)]

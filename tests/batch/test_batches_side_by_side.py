"""Several batches of one register at the same time: each remembers what it made, and believes the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nominate import Batch
from nominate.batch import ledger
from nominate.files.lock import Holder, locked

Make = Callable[..., Batch]


class Meanwhile:
    """Runs another batch once, as soon as the first file of one is settled."""

    def __init__(self, other: Callable[[], Batch]) -> None:
        self.other = other
        self.batches: list[Batch] = []

    def __call__(self, *_told: object) -> None:
        if not self.batches:
            self.batches.append(self.other())


def test_what_a_batch_made_is_remembered_though_another_tidied_meanwhile(make: Make, aberdwr: Path) -> None:
    for day in range(1, 5):
        make(as_of=f"2026-11-0{day}")
    memory = aberdwr / ".nominate" / "exports.jsonl"
    sizes: list[int] = []

    def other() -> Batch:
        sizes.append(memory.stat().st_size)
        batch = make("other/{id}.csv")
        sizes.append(memory.stat().st_size)
        return batch

    batch = make(as_of="2026-11-05", progress=Meanwhile(other))
    assert batch.made == batch.files
    before, tidied = sizes
    assert tidied < before
    assert not make(as_of="2026-11-05").made
    assert not make("other/{id}.csv").made


def test_what_another_batch_made_meanwhile_was_not_changed_by_hand(make: Make) -> None:
    make("{id}.json")
    meanwhile = Meanwhile(lambda: make("{id}.json", as_of="2026-11-03"))
    batch = make("{id}.json", as_of="2026-11-02", progress=meanwhile)
    assert meanwhile.batches[0].made == meanwhile.batches[0].files
    assert batch.made == batch.files
    assert not [problem for file in batch.files for problem in file.problems]


def test_who_holds_the_memory_for_long_is_told_and_stops_nothing(
    make: Make, aberdwr: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "_PATIENCE", 0.2)
    make()
    with locked(aberdwr / ".nominate" / "exports.lock", Holder(by="ann@laptop"), patience=1):
        batch = make(as_of="2026-11-02")
    assert batch.made == batch.files
    (problem,) = batch.problems
    assert problem.code == "W650"
    assert "what was made may not be remembered: " in problem.message
    assert "is noting what it made of this register" in problem.message
    assert make(as_of="2026-11-02").problems == ()


def test_a_lock_that_a_dead_process_left_keeps_nobody_waiting(make: Make, aberdwr: Path) -> None:
    make()
    (aberdwr / ".nominate" / "exports.lock").write_text("{}")
    assert make(as_of="2026-11-02").problems == ()
    assert not make(as_of="2026-11-02").made
    assert not (aberdwr / ".nominate" / "exports.lock").exists()


def test_a_memory_that_cannot_be_tidied_is_used_as_it_is(make: Make, aberdwr: Path) -> None:
    make()
    memory = aberdwr / ".nominate" / "exports.jsonl"
    memory.write_bytes(memory.read_bytes() * 6)
    (aberdwr / ".nominate" / "exports.lock").mkdir()
    assert not make().made
    batch = make(as_of="2026-11-02")
    assert batch.made == batch.files
    assert [problem.code for problem in batch.problems] == ["W650"]
    assert not make(as_of="2026-11-02").made

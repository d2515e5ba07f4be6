"""The promises of what an edit leaves when it is cut off: it is told, with what would do, and is no fault."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from nominate.errors import Severity
from nominate.files.lock import Holder, locked
from nominate.storage.editing import finish
from nominate.storage.left_over import left_over

posix = pytest.mark.skipif(os.name != "posix", reason="other systems cannot tell whose temporary file it is")
ANN, BEN = b"people:\n- {id: ann, name: Ann}\n", b"programmes:\n- {id: calm, name: Calm}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register of two files, beside which we keep nothing yet."""
    (tmp_path / "people.yaml").write_bytes(ANN)
    (tmp_path / "work.yaml").write_bytes(BEN)
    return tmp_path


def told(folder: Path) -> list[str]:
    problems = left_over(folder)
    assert all((each.code, each.severity) == ("W714", Severity.WARNING) for each in problems)
    return [each.message for each in problems]


def cut_off(folder: Path) -> None:
    """A change to both files of which one has it, and one has not."""
    (folder / ".nominate").mkdir()
    steps = [
        {
            "file": name,
            "before": sha256(content).hexdigest(),
            "content": base64.b64encode(content.replace(b"name: ", b"name: New ")).decode(),
        }
        for name, content in (("people.yaml", ANN), ("work.yaml", BEN))
    ]
    (folder / ".nominate" / "unfinished.json").write_text(json.dumps(steps), "utf-8")
    (folder / "people.yaml").write_bytes(ANN.replace(b"name: ", b"name: New "))


def test_a_register_that_nobody_left_anything_beside_is_not_spoken_of(folder: Path) -> None:
    assert told(folder) == []
    assert told(folder / "people.yaml") == []
    (folder / ".nominate").mkdir()
    assert told(folder) == []


def test_a_change_of_which_some_files_have_nothing_is_told(folder: Path) -> None:
    cut_off(folder)
    assert told(folder) == [
        "a change to several files was cut off in the middle, so some of them have it and some not"
    ]
    assert left_over(folder)[0].hint == "any nominate import that is no dry run finishes it"


def test_what_was_cut_off_can_be_finished_alone(folder: Path) -> None:
    cut_off(folder)
    assert [problem.code for problem in finish(folder)] == ["W711"]
    assert (folder / "work.yaml").read_bytes() == BEN.replace(b"name: ", b"name: New ")
    assert told(folder) == []
    assert finish(folder) == ()


def test_whoever_is_changing_the_register_is_named(folder: Path) -> None:
    with locked(folder / ".nominate" / "lock", holder("ben@laptop"), patience=0):
        (message,) = told(folder)
    assert message == "ben@laptop (process 4711 on laptop, since 2026-11-22T09:30) is changing this register"
    assert told(folder) == []


def test_a_lock_of_somebody_who_was_cut_off_is_told(folder: Path) -> None:
    (folder / ".nominate").mkdir()
    lock = {"by": "ben@laptop", "process": 4711, "host": "laptop", "since": ""}
    (folder / ".nominate" / "lock").write_text(json.dumps(lock), "utf-8")
    (message,) = told(folder)
    assert message == "ben@laptop (process 4711 on laptop) was cut off while it was changing this register"


@posix
@pytest.mark.parametrize("beside", ["", ".nominate"], ids=["the files", "our own"])
def test_a_new_version_that_was_never_finished_is_told(folder: Path, beside: str) -> None:
    (folder / beside).mkdir(exist_ok=True)
    (folder / beside / ".nominate-4711-0.part").write_bytes(b"people:\n- {id")
    assert told(folder) == ["a new version of a file that was never finished, since its program was ended"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda journal: journal.write_text('{"when": "2026'), "W712"),
        (lambda journal: journal.mkdir(), "W714"),
    ],
    ids=["a line that was cut off", "no file"],
)
def test_a_journal_that_cannot_be_read_is_told(
    folder: Path, spoil: Callable[[Path], object], code: str
) -> None:
    (folder / ".nominate").mkdir()
    spoil(folder / ".nominate" / "journal.jsonl")
    assert [problem.code for problem in left_over(folder)] == [code]


def test_a_folder_without_a_register_has_nothing_left_over(tmp_path: Path) -> None:
    assert left_over(tmp_path) == ()


def holder(by: str) -> Holder:
    return Holder(by=by, process=4711, host="laptop", since="2026-11-22T09:30")

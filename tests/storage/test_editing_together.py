"""Several who edit at once, and an edit that is cut off in the middle."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nominate import Change, DataError, OutputError, RecordKind, edit, load
from nominate.files.lock import Holder, locked
from nominate.storage.drafting import draft
from nominate.storage.editing import write_draft
from nominate.storage.finding import own_folder
from nominate.storage.journal import journal_of

posix = pytest.mark.skipif(os.name != "posix", reason="other systems have other signals and links")
PEOPLE = "people:\n- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n"
BOTH = (
    Change(kind=RecordKind.PERSON, record="ann", field="name", before="Ann", after="Anna"),
    Change(kind=RecordKind.PROGRAMME, record="calm", field="name", before="Calm", after="Calmer"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register of two files, both of which one edit changes."""
    (tmp_path / "people.yaml").write_text(PEOPLE, "utf-8")
    (tmp_path / "work.yaml").write_text("programmes:\n- {id: calm, name: Calm}\n", "utf-8")
    return tmp_path


def names(folder: Path) -> tuple[str, str]:
    register = load(folder)
    return register.person("ann").name, register.programme("calm").name


ADDING = """
import sys
from pathlib import Path
from nominate import Change, Person, RecordKind, edit
for number in range(10):
    name = f"{sys.argv[2]}-{number}"
    edit(sys.argv[1], [Change(kind=RecordKind.PERSON, record=name, after=Person(id=name, name=name))],
         by=sys.argv[2], patience=60)
"""


def test_of_two_who_edit_at_once_neither_loses_a_change(folder: Path) -> None:
    editing = [subprocess.Popen([sys.executable, "-c", ADDING, str(folder), name]) for name in ("x", "y")]
    assert [each.wait() for each in editing] == [0, 0]
    added = {f"{name}-{number}" for name in "xy" for number in range(10)}
    assert {person.id for person in load(folder).people} == {"ann", "ben", *added}
    noted = journal_of(folder).entries
    assert {entry.change.record for entry in noted} == added
    assert {entry.by for entry in noted} == {"x", "y"}


def test_who_is_editing_is_named_to_whoever_waits_in_vain(folder: Path) -> None:
    lock = own_folder(folder) / "lock"
    with (
        locked(lock, Holder(by="ben@desk", since="2026-11-22T09:30:00+00:00"), patience=0),
        pytest.raises(OutputError, match=r"ben@desk \(process .*since 2026-11-22T09:30:00"),
    ):
        edit(folder, BOTH, patience=0)
    assert names(folder) == ("Ann", "Calm")


@posix
def test_whoever_comes_by_a_link_meets_the_same_lock(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "register"
    link.symlink_to(folder)
    with locked(own_folder(folder) / "lock", Holder(), patience=0), pytest.raises(OutputError):
        edit(link, BOTH, patience=0)
    edit(link, BOTH)
    assert names(folder) == ("Anna", "Calmer")


def test_what_we_keep_beside_a_register_is_no_part_of_it(folder: Path) -> None:
    edit(folder, BOTH)
    (folder / ".nominate" / "strange.yaml").write_text("people: no", "utf-8")
    assert names(folder) == ("Anna", "Calmer")
    assert [path.name for path in (folder / ".nominate").iterdir() if path.suffix != ".yaml"] == [
        "journal.jsonl"
    ]


CUT_OFF = """
import os, sys
from pathlib import Path
from nominate import Change, RecordKind, edit
replace, after = Path.replace, int(sys.argv[2])
done = 0
def cut_off(self, target):
    global done
    if Path(target).suffix == ".yaml":
        if done == after:
            os.kill(os.getpid(), 9)
        done += 1
    return replace(self, target)
Path.replace = cut_off
edit(sys.argv[1], [
    Change(kind=RecordKind.PERSON, record="ann", field="name", before="Ann", after="Anna"),
    Change(kind=RecordKind.PROGRAMME, record="calm", field="name", before="Calm", after="Calmer"),
])
"""


def cut_off(folder: Path, after: int) -> None:
    """Let a process that changes both files be killed when so many of them have taken their place."""
    done = subprocess.run([sys.executable, "-c", CUT_OFF, str(folder), str(after)], check=False)
    assert done.returncode == -signal.SIGKILL


NOTHING: tuple[Change, ...] = ()


@posix
def test_what_was_cut_off_in_the_middle_is_finished_by_the_next_edit(folder: Path) -> None:
    cut_off(folder, 1)
    assert names(folder) == ("Anna", "Calm")
    edited = edit(folder, NOTHING)
    assert names(folder) == ("Anna", "Calmer")
    assert edited.register.programme("calm").name == "Calmer"
    assert [f"{problem.code} {problem}" for problem in edited.problems] == [
        (
            f"W711 {folder}: warning: a change to {folder / 'people.yaml'}, {folder / 'work.yaml'} was "
            "cut off in the middle, and has been finished; look whether it is as it should be"
        )
    ]
    assert edit(folder, NOTHING).problems == ()


@posix
def test_what_was_cut_off_before_it_began_never_was(folder: Path) -> None:
    cut_off(folder, 0)
    assert edit(folder, NOTHING).problems == ()
    assert names(folder) == ("Ann", "Calm")
    assert not (folder / ".nominate" / "unfinished.json").exists()


@posix
def test_a_draft_of_what_was_cut_off_is_not_written(folder: Path) -> None:
    cut_off(folder, 1)
    made = draft(
        folder, [Change(kind=RecordKind.PERSON, record="ben", field="name", before="Ben", after="Bea")]
    )
    with pytest.raises(DataError, match="changed by somebody else meanwhile"):
        write_draft(made)
    assert names(folder) == ("Anna", "Calmer")


@posix
def test_what_was_cut_off_and_changed_since_is_left_to_people(folder: Path) -> None:
    cut_off(folder, 1)
    (folder / "work.yaml").write_text("programmes:\n- {id: calm, name: Quiet}\n", "utf-8")
    with pytest.raises(DataError) as caught:
        edit(folder, NOTHING)
    assert [f"{problem.code} {problem}" for problem in caught.value.problems] == [
        (
            f"E711 {folder / '.nominate' / 'unfinished.json'}: a change to several files was cut off in "
            f"the middle, and cannot be finished: {folder / 'work.yaml'} changed since; put the files right "
            "by hand, then remove this one"
        )
    ]
    assert names(folder) == ("Anna", "Quiet")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        "[{}]",
        "[1]",
        json.dumps([{"file": "../elsewhere.yaml", "before": "", "content": ""}]),
        json.dumps([{"file": "people.yaml", "before": "", "content": "no base64"}]),
    ],
)
def test_what_cannot_be_read_of_it_is_never_written(folder: Path, content: str) -> None:
    (folder / ".nominate").mkdir()
    (folder / ".nominate" / "unfinished.json").write_text(content, "utf-8")
    (folder.parent / "elsewhere.yaml").write_text("people: []", "utf-8")
    with pytest.raises(DataError, match="cannot be finished: it cannot be read"):
        edit(folder, BOTH)
    assert names(folder) == ("Ann", "Calm")
    assert (folder.parent / "elsewhere.yaml").read_text("utf-8") == "people: []"


def test_where_one_file_cannot_be_written_the_other_is_put_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if Path(target).name == "work.yaml":
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(OutputError, match=r"work\.yaml: the file is open in another program"):
            edit(folder, BOTH)
    assert names(folder) == ("Ann", "Calm")
    assert list((folder / ".nominate").iterdir()) == []


def test_where_it_cannot_be_put_back_the_next_edit_finishes_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    done = []

    def fail(self: Path, target: Path) -> Path:
        if Path(target).suffix == ".yaml":
            done.append(target)
            if len(done) > 1:
                raise PermissionError(errno.EACCES, "The process cannot access the file")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fail)
        with pytest.raises(OutputError, match=r"the new text could not be taken out again of .*people\.yaml"):
            edit(folder, BOTH)
    assert names(folder) == ("Anna", "Calm")
    assert [problem.code for problem in edit(folder, NOTHING).problems] == ["W711"]
    assert names(folder) == ("Anna", "Calmer")

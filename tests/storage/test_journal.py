"""The journal says who changed what and when, as the register had it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.edits import changes_for
from made_up.strategies import registers

from nominate import (
    Change,
    Decision,
    FrozenDict,
    Money,
    Nomination,
    Origin,
    Outcome,
    Person,
    RecordKind,
    Register,
    When,
    edit,
    save,
)
from nominate.storage.journal import Noted, journal_of, noted

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CELL = Origin(file="tracker.xlsx", sheet="Nominations", cell="E7")
WON = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
ANN = Person(id="ann", name="Ann")


def person(before: str, after: str) -> Change:
    return Change(kind=RecordKind.PERSON, record="ann", field="name", before=before, after=after, origin=CELL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "people.yaml"
    place.write_text("people:\n- {id: ann, name: Ann}\n", "utf-8")
    return place


def journal(path: Path) -> Path:
    return path.parent / ".nominate" / "journal.jsonl"


def test_each_change_is_one_line(path: Path) -> None:
    edit(path, [person("Ann", "Ŵ")], by="ben@desk", now=NOW)
    assert json.loads(journal(path).read_text("utf-8")) == {
        "when": "2026-11-22T09:30:00+00:00",
        "by": "ben@desk",
        "origin": {"file": "tracker.xlsx", "sheet": "Nominations", "cell": "E7"},
        "kind": "person",
        "record": "ann",
        "field": "name",
        "before": "Ann",
        "after": "Ŵ",
    }
    edit(path, [person("Ŵ", "Ann"), person("Ann", "Anna")])
    assert len(journal(path).read_text("utf-8").splitlines()) == 3


def test_what_it_holds_comes_back_the_oldest_first(path: Path) -> None:
    edit(path, [person("Ann", "Anna")], by="ben@desk", now=NOW)
    edit(path, [person("Anna", "Ann")])
    assert journal_of(path).entries == (
        Noted(when="2026-11-22T09:30:00+00:00", by="ben@desk", change=person("Ann", "Anna")),
        Noted(when="", by="", change=person("Anna", "Ann")),
    )


@pytest.mark.parametrize(
    "change",
    [
        Change(kind=RecordKind.PERSON, record="ann", after=ANN),
        Change(kind=RecordKind.PERSON, record="ann", before=ANN),
        Change(kind=RecordKind.NOMINATION, record="a", field="decisions", before=(), after=(WON,)),
        Change(kind=RecordKind.NOMINATION, record="a", field="fee", after=Money(amount=Decimal("1.10"))),
        Change(kind=RecordKind.NOMINATION, record="a", field="submitted", before=When(2020), after=None),
        Change(kind=RecordKind.NOMINATION, record="a", field="extra.a.b", before="x", after="y"),
        Change(kind=RecordKind.EDITION, record="a/1", field="declared.entries", before=40, after=41),
        Change(kind=RecordKind.EDITION, record="a/1", field="links", after=FrozenDict(a="https://b.uk/")),
        Change(
            kind=RecordKind.NOMINATION,
            record="a",
            after=Nomination(id="a", edition="h/1", category="c", title="T", decisions=(WON,)),
            origin=Origin(file="a.csv", line=3),
        ),
    ],
    ids=str,
)
def test_a_value_of_every_kind_comes_back_as_it_was(tmp_path: Path, change: Change) -> None:
    (tmp_path / ".nominate").mkdir()
    entry = Noted(when="", by="", change=change)
    noted(tmp_path / ".nominate", [entry])
    assert journal_of(tmp_path).entries == (entry,)
    assert journal_of(tmp_path).problems == ()


@settings(max_examples=25)
@given(registers().flatmap(lambda each: st.tuples(st.just(each), changes_for(each))))
def test_what_was_edited_is_what_was_noted(case: tuple[Register, tuple[Change, ...]]) -> None:
    register, changes = case
    with TemporaryDirectory() as folder:
        save(register, Path(folder, "a.yaml"))
        edited = edit(folder, changes)
        told = journal_of(folder)
        assert told.problems == ()
        if edited.files:
            assert [entry.change.after or None for entry in told.entries] == [
                each.after or None for each in changes
            ]


def test_a_line_that_was_cut_off_is_told_and_spoils_no_other(path: Path) -> None:
    edit(path, [person("Ann", "Anna")])
    with journal(path).open("ab") as file:
        file.write(b'{"when": "", "by": "ben", "kin')
    edit(path, [person("Anna", "Ann")])
    told = journal_of(path)
    assert [entry.change.after for entry in told.entries] == ["Anna", "Ann"]
    assert [f"{problem.code} {problem}" for problem in told.problems] == [
        (
            f"W712 {journal(path)}:2: warning: this line of the journal cannot be read; the register itself "
            "is not touched by that"
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        b"\xff",
        b"[]",
        b'{"kind": "person"}',
        b'{"when":"","by":"","origin":{},"kind":"dog","record":"a","field":"","before":null,"after":null}',
        b'{"when":"","by":"","origin":{},"kind":"person","record":"a","field":"nam","before":null,"after":"b"}',
    ],
)
def test_a_line_of_another_sort_is_told(path: Path, line: bytes) -> None:
    journal(path).parent.mkdir()
    journal(path).write_bytes(line + b"\n\n")
    assert [problem.line for problem in journal_of(path).problems] == [1]


def test_a_journal_that_cannot_be_written_is_told_beside_what_was_done(path: Path) -> None:
    journal(path).mkdir(parents=True)
    edited = edit(path, [person("Ann", "Anna")])
    assert [problem.code for problem in edited.problems] == ["W713"]
    assert "journal.jsonl: cannot be written: is a directory" in str(edited.problems[0])
    assert edited.files == (str(path),)
    assert "Anna" in path.read_text("utf-8")

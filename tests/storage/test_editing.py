"""An edit is proved, written whole or not at all, alone, and noted."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest

from nominate import (
    Award,
    AwardCategory,
    Change,
    DataError,
    Edition,
    Nomination,
    Origin,
    OutputError,
    Person,
    RecordKind,
    Role,
    UnreadableInput,
    edit,
    load,
)
from nominate.storage.drafting import draft
from nominate.storage.editing import write_draft
from nominate.storage.journal import journal_of
from nominate.storage.splicing.splices import CannotSplice, Splice, spliced

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
CELL = Origin(file="tracker.xlsx", sheet="People", cell="B2")
PEOPLE = "people:\n- {id: ann, name: Ann}\n- {id: ben, name: Ben}\n"
posix = pytest.mark.skipif(os.name != "posix", reason="other systems have other signals")


def given(kind: str, record: str, field: str = "", after: Any = None, *, before: Any = None) -> Change:
    return Change(kind=RecordKind(kind), record=record, field=field, before=before, after=after, origin=CELL)


def person(after: str, before: str = "Ann", record: str = "ann") -> Change:
    return given("person", record, "name", after, before=before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "awards" / "people.yaml"
    place.parent.mkdir()
    place.write_text(PEOPLE, "utf-8")
    return place


@pytest.fixture
def folder(path: Path) -> Path:
    """A register of two files, which one change may concern both."""
    (path.parent / "work.yaml").write_text("programmes:\n- {id: calm, name: Calm}\n", "utf-8")
    return path.parent


BOTH = (person("Anna"), given("programme", "calm", "name", "Calmer", before="Calm"))


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir()) if path.is_file()}


def problems(path: Path, *changes: Change) -> list[str]:
    with pytest.raises(DataError) as caught:
        edit(path, changes)
    return [f"{problem.code} {problem}" for problem in caught.value.problems]


def test_an_edit_tells_what_it_did(path: Path) -> None:
    edited = edit(path, [person("Anna")])
    assert (edited.files, edited.problems) == ((str(path),), ())
    assert edited.register == load(path)
    assert edited.register.person("ann").name == "Anna"


def test_changes_that_come_to_nothing_write_nothing(path: Path) -> None:
    before = path.stat().st_mtime_ns
    edited = edit(path, [person("Anna"), person("Ann", before="Anna")])
    assert (edited.files, path.stat().st_mtime_ns) == ((), before)
    assert journal_of(path).entries == ()
    assert edit(path, []).register == load(path)


def test_a_change_that_cannot_be_made_writes_nothing(path: Path) -> None:
    told = problems(path, person("Anna"), person("Bea", before="Bob", record="ben"))
    assert [each[:4] for each in told] == ["E703"]
    assert path.read_text("utf-8") == PEOPLE


def test_a_register_with_faults_is_not_edited(path: Path) -> None:
    path.write_text(f"{PEOPLE}- {{id: ann, name: Ann}}\n", "utf-8")
    assert problems(path, person("Anna"))[0].startswith("E301")


def test_a_file_that_is_not_there_is_told_and_nothing_is_put_beside_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        edit(tmp_path / "awards.yaml", [person("Anna")])
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        edit(tmp_path / "away" / "awards.yaml", [person("Anna")])
    assert list(tmp_path.iterdir()) == []


def test_a_new_nomination_goes_beside_the_others_of_its_edition(tmp_path: Path) -> None:
    for name, edition in [("a", "2019"), ("b", "2020")]:
        award = f"{{id: {name}, name: A, editions: [{{id: {edition}, categories: [{{id: team, name: T}}]}}]}}"
        nomination = f"{{id: {name}-1, edition: {name}/{edition}, category: team, title: T}}"
        (tmp_path / f"{name}.yaml").write_text(f"awards: [{award}]\nnominations:\n- {nomination}\n", "utf-8")
    award = "{id: c, name: C, editions: [{id: 2020, categories: [{id: team, name: T}]}, {id: 2021}]}"
    (tmp_path / "c.yaml").write_text(f"awards: [{award}]\n", "utf-8")
    (tmp_path / "settings.yaml").write_text("register: {format: 1}\n", "utf-8")

    def new(name: str, edition: str) -> Change:
        made = Nomination(id=name, edition=edition, category="team", title="New")
        return given("nomination", name, after=made)

    edit(
        tmp_path,
        [
            given("edition", "b/2021", after=Edition(id="2021")),
            given("category", "b/2021/team", after=AwardCategory(id="team", name="T")),
            new("b-2", "b/2020"),
            new("b-3", "b/2021"),
            new("c-1", "c/2020"),
            given("person", "ann", after=Person(id="ann", name="Ann")),
            given("award", "d", after=Award(id="d", name="D")),
        ],
    )
    homes = {
        name: [word for word in ("b-2", "b-3", "b/2021", "c-1", "ann", "id: d,") if f"{word}" in text]
        for name, text in texts(tmp_path).items()
    }
    assert homes == {
        "a.yaml": ["id: d,"],
        "b.yaml": ["b-2", "b-3", "b/2021"],
        "c.yaml": ["c-1"],
        "settings.yaml": ["ann"],
    }


def test_a_record_that_cannot_be_changed_in_its_place_is_written_anew_and_told(path: Path) -> None:
    path.write_text(
        "people:\n- ? id\n  : ann  # she\n  ? name\n  : Ann\n- {id: ben, name: Ben} # he\n", "utf-8"
    )
    edited = edit(path, [person("Anna"), person("Bea", before="Ben", record="ben")])
    assert path.read_text("utf-8") == "people:\n- id: ann\n  name: Anna\n- {id: ben, name: Bea} # he\n"
    told = [f"{problem.code} {problem}" for problem in edited.problems]
    assert told == [
        (
            f"W710 {path}:2:3: people[0]: warning: written anew, since it stood in a way that could not be "
            "changed in its place; look at it, and put back the comments that it had"
        )
    ]


@pytest.mark.parametrize(
    ("written", "change"),
    [
        pytest.param(
            "roles: [title: Lead]",
            given(
                "person",
                "ann",
                "roles",
                (Role(title="Chair", organisation="ruh"),),
                before=(Role(title="Lead"),),
            ),
            id="a map without its own brackets",
        ),
        pytest.param("contact", given("person", "ann", "contact", "press"), id="a key without its colon"),
    ],
)
def test_an_odd_record_is_written_anew(path: Path, written: str, change: Change) -> None:
    text = PEOPLE.replace("name: Ann", f"name: Ann, {written}")
    path.write_text(f"organisations: [{{id: ruh, name: RUH}}]\n{text}", "utf-8")
    edited = edit(path, [change])
    assert [problem.code for problem in edited.problems] == ["W710"]
    assert getattr(load(path).person("ann"), change.field) == change.after


def test_a_text_in_which_nothing_can_be_changed_is_refused_and_stays(path: Path) -> None:
    odd = "? people\n: {id: ann, name: Ann}\n"
    path.write_text(odd, "utf-8")
    with pytest.raises(OutputError) as caught:
        edit(path, [given("person", "ben", after=Person(id="ben", name="Ben"))])
    assert str(caught.value) == (
        f"{path}: nothing was written, since the new text would not say what was asked for; this is a fault "
        "of nominate: change 'ben' by hand, and report it"
    )
    assert path.read_text("utf-8") == odd


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(
            person("Ann\0"),
            "E205 tracker.xlsx:People!B2: person 'ann': name: 'Ann\\x00' holds the hidden character "
            "U+0000; take it out",
            id="a hidden character",
        ),
        pytest.param(
            person(" Ann  "),
            "E708 tracker.xlsx:People!B2: person 'ann': name: ' Ann  ' would be read as 'Ann'; give what a "
            "file can say",
            id="space around it",
        ),
        pytest.param(
            given("person", "ann", "roles", (Role(title="Lead"), Role(title=" Chair"))),
            "E708 tracker.xlsx:People!B2: person 'ann': roles: ' Chair' would be read as 'Chair'; give what "
            "a file can say",
            id="space in an item",
        ),
        pytest.param(
            given("person", "ann", "extra. Room", "5"),
            "E708 tracker.xlsx:People!B2: person 'ann': extra. Room: {' Room': '5'} would be read as "
            "{'Room': '5'}; give what a file can say",
            id="space in a key",
        ),
        pytest.param(
            given("person", "cas", after=Person(id="Cas", name="Cas")),
            "E705 tracker.xlsx:People!B2: person 'cas': ",
            id="another id",
        ),
        pytest.param(
            given("person", "Cas B", after=Person(id="Cas B", name="Cas")),
            "E207 tracker.xlsx:People!B2: person 'Cas B': 'Cas B' is not an id",
            id="no id",
        ),
    ],
)
def test_what_no_file_can_hold_is_told_where_it_came_from(path: Path, change: Change, told: str) -> None:
    (found,) = problems(path, change)
    assert found.startswith(told)
    assert path.read_text("utf-8") == PEOPLE


def test_what_no_file_can_hold_in_a_category_is_told_at_that_category(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("awards: [{id: hsj, name: HSJ, editions: [{id: 2020}]}]\n", "utf-8")
    team = AwardCategory(id="team", name="Team ")
    told = problems(
        path,
        given("category", "hsj/2020/team", after=team),
        given("category", "hsj/2020/idea", after=attrs.evolve(team, id="idea", name="Idea")),
    )
    assert told == [
        (
            "E708 tracker.xlsx:People!B2: category 'hsj/2020/team': 'Team ' would be read as 'Team'; give "
            "what a file can say"
        )
    ]


def test_a_draft_shows_what_it_would_change_and_writes_it_when_told(folder: Path) -> None:
    made = draft(folder, BOTH)
    assert made.diff() == textwrap.dedent(f"""\
        --- {folder}/people.yaml
        +++ {folder}/people.yaml
        @@ -1,3 +1,3 @@
         people:
        -- {{id: ann, name: Ann}}
        +- {{id: ann, name: Anna}}
         - {{id: ben, name: Ben}}
        --- {folder}/work.yaml
        +++ {folder}/work.yaml
        @@ -1,2 +1,2 @@
         programmes:
        -- {{id: calm, name: Calm}}
        +- {{id: calm, name: Calmer}}
        """)
    assert texts(folder)["people.yaml"] == PEOPLE
    write_draft(made)
    assert load(folder) == made.register


def test_the_diff_of_a_last_line_without_its_end_stays_readable(path: Path) -> None:
    path.write_text("people:\n- {id: ann, name: Ann}", "utf-8")
    assert (
        draft(path, [person("Anna")]).diff().endswith("-- {id: ann, name: Ann}\n+- {id: ann, name: Anna}\n")
    )


def changed(folder: Path) -> None:
    (folder / "work.yaml").write_text("programmes: []\n", "utf-8")


def added(folder: Path) -> None:
    (folder / "new.yaml").write_text("programmes: []\n", "utf-8")


def removed(folder: Path) -> None:
    (folder / "work.yaml").unlink()


@pytest.mark.parametrize(
    ("meanwhile", "name"), [(changed, "work.yaml"), (added, "new.yaml"), (removed, "work.yaml")]
)
def test_a_draft_of_files_that_changed_meanwhile_is_not_written(
    folder: Path, meanwhile: Callable[[Path], None], name: str
) -> None:
    made = draft(folder, [person("Anna")])
    meanwhile(folder)
    with pytest.raises(DataError) as caught:
        write_draft(made)
    assert [f"{each.code} {each}" for each in caught.value.problems] == [
        (
            f"E709 {folder / name}: changed by somebody else meanwhile; nothing was written; do it again, "
            "with the files as they are now"
        )
    ]
    assert texts(folder)["people.yaml"] == PEOPLE


def test_two_splices_of_one_stretch_are_refused() -> None:
    with pytest.raises(CannotSplice):
        spliced("abcd", [Splice(1, 3), Splice(2, 4)])

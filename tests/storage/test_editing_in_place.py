"""How each way of writing is kept: the text before, the change, and the text after, to be read by eye."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from nominate import (
    AwardCategory,
    Change,
    Cost,
    Decision,
    Edition,
    Money,
    Nominee,
    Outcome,
    Person,
    Programme,
    RecordKind,
    Role,
    Source,
    When,
    edit,
)

WON = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))
BESIDE = Path(__file__).parent / "in_place"


def given(kind: str, record: str, field: str = "", after: Any = None, *, before: Any = None) -> Change:
    return Change(kind=RecordKind(kind), record=record, field=field, before=before, after=after)


def person(field: str, after: Any, before: Any = None) -> Change:
    return given("person", "ann", field, after, before=before)


def entry(field: str, after: Any, before: Any = None) -> Change:
    return given("nomination", "skip", field, after, before=before)


def edited(folder: Path, text: str, *changes: Change, name: str = "a.yaml") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    assert edit(path, changes).problems == ()
    return path.read_text("utf-8")


CHANGES: dict[str, list[Change]] = {
    "a plain text stays plain, with the comment behind it": [person("name", "Dr Ann", "Ann")],
    "a plain text is quoted only where it must be": [person("name", "Ann: lead", "Ann")],
    "single quotation marks stay": [person("name", "Ann O'Hara", "Ann")],
    "double quotation marks stay": [person("name", 'Ann "Annie" O', "Ann")],
    "single quotation marks give way where a line feed stands": [person("notes", "One\nTwo", "x")],
    "a literal block keeps its indentation and its comment": [person("notes", "Three\n\nFour", "One\n\nTwo")],
    "a literal block stays one for a single line": [person("notes", "Three", "One\nTwo")],
    "a folded block stays folded": [
        person(
            "notes",
            "Another text that is longer than one such line\nand more",
            "One text on as many lines as it needs to be read",
        )
    ],
    "what cannot be folded becomes literal": [person("notes", "One\n  two", "One text")],
    "an empty block is filled": [person("notes", "One")],
    "a text on the line below its key stays there": [person("name", "Ben", "Ann")],
    "a key that was left empty is filled": [person("notes", "Done")],
    "a key that was left empty is filled with a list": [
        person("roles", (Role(title="Lead"), Role(title="Chair", organisation="ruh")))
    ],
    "a new key stands behind its neighbour": [
        person("url", "https://example.org/"),
        person("contact", "press"),
    ],
    "a new key stands behind the comments of its neighbour": [person("url", "https://example.org/")],
    "a key goes with the comment on its line and no other": [person("contact", None, "x")],
    "a block goes with all its lines": [person("roles", None, (Role(title="Lead"), Role(title="Chair")))],
    "the first key of an item goes, and the next comes up to the dash": [
        entry("nominees", (Nominee(person="ann", role="lead"),), (Nominee(organisation="ruh", role="lead"),))
    ],
    "a comment below the first key stays when the key goes": [
        entry("nominees", (Nominee(role="lead", person="ann"),), (Nominee(organisation="ruh", role="lead"),))
    ],
    "a new key stands before the first where it must": [
        entry(
            "evidence",
            (Source(title="A", publisher="BMJ", seen=When(2021)),),
            (Source(publisher="BMJ", seen=When(2021)),),
        )
    ],
    "a block list grows by a line": [
        person("roles", (Role(title="Lead"), Role(title="Chair")), (Role(title="Lead"),))
    ],
    "a block list of blocks grows by a block": [
        person(
            "roles",
            (Role(title="Lead", organisation="ruh"), Role(title="Chair", organisation="avon")),
            (Role(title="Lead", organisation="ruh"),),
        )
    ],
    "a list within brackets grows within them": [
        person(
            "roles",
            (Role(title="Lead"), Role(title="Deputy"), Role(title="A, b")),
            (Role(title="Lead"), Role(title="Deputy")),
        )
    ],
    "a list within brackets on several lines grows by a line": [
        person("roles", (Role(title="Lead"), Role(title="Chair")), (Role(title="Lead"),))
    ],
    "a list within brackets loses what goes with its comma": [
        person(
            "roles",
            (Role(title="Deputy"),),
            (Role(title="Lead"), Role(title="Deputy"), Role(title="Chair")),
        )
    ],
    "one text that stands for a list of one stays so": [
        person("roles", (Role(title="Chair"),), (Role(title="Lead"),))
    ],
    "one text that stands for a list becomes a list when it grows": [
        person("roles", (Role(title="Lead"), Role(title="Chair")), (Role(title="Lead"),))
    ],
    "a short form that is not enough becomes a map": [
        entry(
            "nominees",
            (Nominee(organisation="ruh", role="lead"), Nominee(organisation="avon")),
            (Nominee(organisation="ruh"), Nominee(organisation="avon")),
        )
    ],
    "a map on one line becomes lines of its own when it grows too long": [
        given("organisation", "ruh", "place", "Bath"),
        entry(
            "decisions",
            (WON, Decision(outcome=Outcome.ACCEPTED, of="won", reason="A reason " * 12 + "x")),
            (WON,),
        ),
    ],
    "an entry of your own comes into a map that is not there": [person("extra.Room 5", "yes")],
    "an entry of your own comes behind the others": [
        person("extra.Room", "5"),
        person("extra.Desk", "6", "4"),
    ],
    "the last entry goes with its map": [person("extra.Desk", None, "4")],
    "a number stays as it is written, and another is written plain": [
        entry(
            "fee",
            Money(amount=Decimal("120.50"), currency="EUR"),
            Money(amount=Decimal(100), currency="EUR"),
        ),
        entry(
            "costs",
            (Cost(what="b", money=Money(amount=Decimal("1.10"))),),
            (Cost(what="a", money=Money(amount=Decimal("1.10"))),),
        ),
    ],
    "a record comes in behind the last one, as far from it as the others are": [
        given("person", "cas", after=Person(id="cas", name="C", roles=(Role(title="Lead"),)))
    ],
    "a record goes with one of the empty lines around it": [
        given("person", "ben", before=Person(id="ben", name="B"))
    ],
    "the last record goes and its section stays": [given("person", "ann", before=Person(id="ann", name="A"))],
    "a section that was left empty is filled": [given("person", "ann", after=Person(id="ann", name="A"))],
    "a section of empty brackets is filled": [given("person", "ann", after=Person(id="ann", name="A"))],
    "a new section stands where sections stand": [
        given("person", "ann", after=Person(id="ann", name="A")),
        given("programme", "calm", after=Programme(id="calm", name="Calm")),
    ],
    "a new section stands before the first where it must": [
        given("person", "ann", after=Person(id="ann", name="A"))
    ],
    "an empty file gets its first section": [given("person", "ann", after=Person(id="ann", name="A"))],
    "an empty file without a line end gets one": [given("person", "ann", after=Person(id="ann", name="A"))],
    "empty brackets give way to the first section": [
        given("person", "ann", after=Person(id="ann", name="A"))
    ],
    "one record without its list is changed where it stands": [person("name", "Ann", "A")],
    "one record without its list gets one beside another": [
        person("name", "Ann", "A"),
        given("person", "ben", after=Person(id="ben", name="B")),
    ],
    "one record without its list goes and leaves an empty one": [
        given("person", "ann", before=Person(id="ann", name="A"))
    ],
    "records within brackets come and go within them": [
        given("person", "ann", before=Person(id="ann", name="A")),
        given("person", "cas", after=Person(id="cas", name="C")),
        given("programme", "calm", before=Programme(id="calm", name="Calm")),
    ],
    "a file within brackets gets its new section within them": [
        given("programme", "calm", after=Programme(id="calm", name="Calm"))
    ],
    "an edition and its categories come into an award": [
        given("edition", "hsj/2021", after=Edition(id="2021")),
        given("category", "hsj/2021/team", after=AwardCategory(id="team", name="Team")),
        given("category", "hsj/2019/idea", after=AwardCategory(id="idea", name="Idea")),
        given("category", "hsj/2019/team", before=AwardCategory(id="team", name="Team")),
    ],
    "an item comes in before the others within brackets": [
        person(
            "roles",
            (Role(title="Chair"), Role(title="Lead"), Role(title="Deputy")),
            (Role(title="Lead"), Role(title="Deputy")),
        )
    ],
    "an item comes in where another goes within brackets": [
        person(
            "roles",
            (Role(title="Lead"), Role(title="Chair"), Role(title="B"), Role(title="D")),
            (Role(title="A"), Role(title="Lead"), Role(title="B"), Role(title="C")),
        )
    ],
    "a category comes in before the others within brackets": [
        given("edition", "hsj/2020", "name", "New"),
        given("category", "hsj/2020/idea", before=AwardCategory(id="idea", name="I")),
        given("category", "hsj/2020/new", after=AwardCategory(id="new", name="New")),
        given("category", "hsj/2020/team", before=AwardCategory(id="team", name="T")),
        given("category", "hsj/2020/team", after=AwardCategory(id="team", name="T")),
    ],
    "what is written out though it means nothing is let alone": [
        person("url", "https://example.org/"),
        person("contact", "press"),
    ],
    "an empty value within brackets is filled": [person("contact", "press"), person("notes", "x")],
    "an empty document is filled behind its marks": [
        given("person", "ann", after=Person(id="ann", name="A"))
    ],
    "a document of nothing is filled": [given("person", "ann", after=Person(id="ann", name="A"))],
    "a map of which nothing stays is written anew": [
        entry("nominees", (Nominee(person="ann"),), (Nominee(organisation="ruh"),))
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_way_of_writing_stays(name: str, tmp_path: Path) -> None:
    told = (BESIDE / f"{name.replace(' ', '-').replace(',', '')}.txt").read_text("utf-8")
    before, after = told.replace("<no line end>\n", "").split("=====\n")
    assert edited(tmp_path, before, *CHANGES[name]) == after


@pytest.mark.parametrize("name", CHANGES)
def test_it_stays_where_the_parser_is_written_in_python(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    test_the_way_of_writing_stays(name, tmp_path)

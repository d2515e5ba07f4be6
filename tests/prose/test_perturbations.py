"""Remove, add or rename one record: exactly the words that depend on it change, in each house style.

What changes stands in `perturbed/`, to read in a diff: a line for each run of words that became another.
After a change that you mean, `python tests/prose/test_perturbations.py` writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import attrs
import pytest

import nominate
from nominate import (
    Award,
    Decision,
    KeyDate,
    Nomination,
    Nominee,
    Outcome,
    Records,
    Register,
    When,
    view,
)
from nominate.documents import Bullets, Document, Figure, Heading, NumberedList, Paragraph, Quotation, plain
from nominate.prose import Style, story

PERTURBED = Path(__file__).with_name("perturbed")
STYLES = ("health", "govuk", "press")

Change = Callable[[Records], Records]


def without(*names: str) -> Change:
    return lambda records: attrs.evolve(
        records, nominations=tuple(each for each in records.nominations if each.id not in names)
    )


def changed(room: str, name: str, **fields: Any) -> Change:
    """One record of a room with other values."""

    def change(records: Records) -> Records:
        held: tuple[Any, ...] = getattr(records, room)
        assert any(each.id == name for each in held)
        other: Any = {room: tuple(attrs.evolve(each, **fields) if each.id == name else each for each in held)}
        return attrs.evolve(records, **other)

    return change


def with_nomination(**fields: Any) -> Change:
    return lambda records: attrs.evolve(
        records, nominations=(*records.nominations, Nomination(progress=None, **fields))
    )


def edition(name: str, **fields: Any) -> Change:
    """One edition, written `award/edition`, with other values."""

    def of(award: Award) -> Award:
        return attrs.evolve(
            award,
            editions=tuple(
                attrs.evolve(each, **fields) if f"{award.id}/{each.id}" == name else each
                for each in award.editions
            ),
        )

    return lambda records: attrs.evolve(records, awards=tuple(map(of, records.awards)))


def dates_of(source: str, name: str) -> tuple[KeyDate, ...]:
    return register(source).edition(name).dates


@cache
def register(source: str) -> Register:
    with as_file(files("nominate") / "demo" / source) as folder:
        return nominate.load(folder)


SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, label="nominated", announced=When(2020, 8))
HSJ = ("west-of-england", "2020-10-01", "hsj-patient-safety/2020")
DWAC = ("west-of-england", "2017-10-12", "anticoagulation-achievement/2017")
NIGHT = ("aberdwr", "2026-06-19", "coastal-care/2026")
TABLE = ("aberdwr", "2026-05-08", "long-table/2026")


def _other_impact(records: Records) -> Records:
    (dwac,) = records.programmes
    impacts = tuple(
        attrs.evolve(each, value=Decimal(31)) if each.unit == "strokes" or each.value == Decimal(27) else each
        for each in dwac.impacts
    )
    assert impacts != dwac.impacts
    return attrs.evolve(records, programmes=(attrs.evolve(dwac, impacts=impacts),))


def _one_host_less(records: Records) -> Records:
    (award,) = (each for each in records.awards if each.id == "anticoagulation-achievement")
    fewer = tuple(each for each in award.hosts if each.organisation != "arrhythmia-alliance")
    return changed("awards", award.id, hosts=fewer)(records)


def _ceremony_on_a_day(records: Records) -> Records:
    dates = tuple(
        attrs.evolve(each, when=When(2020, 11, 19)) if each.when == When(2020, 11) else each
        for each in dates_of("west-of-england", "hsj-patient-safety/2020")
    )
    return edition("hsj-patient-safety/2020", dates=dates)(records)


# name: register, moment, edition, what is changed
PERTURBATIONS: dict[str, tuple[tuple[str, str, str], Change]] = {
    "an entry less, and its category with it": (HSJ, without("awp-daisy-unit-quality-2020")),
    "an entry less, so that one is left of two": (HSJ, without("ruh-skip-2020")),
    "an organisation less, so that one is left of two": (HSJ, without("ruh-skip-2020", "ruh-sepsis-2020")),
    "all entries less but one": (
        HSJ,
        without(
            "ruh-skip-2020",
            "ruh-sepsis-2020",
            "awp-daisy-unit-quality-2020",
            "awp-restrictive-practice-2020",
        ),
    ),
    "an organisation with one entry more": (
        HSJ,
        with_nomination(
            id="bath-2020",
            edition="hsj-patient-safety/2020",
            category="patient-safety-team",
            title="Calm on the Ward",
            nominees=(Nominee(organisation="gloucestershire-ccg"),),
            decisions=(SHORTLISTED,),
        ),
    ),
    "another abbreviation": (HSJ, changed("organisations", "awp", abbreviation="AWMHP")),
    "a member no longer": (HSJ, changed("organisations", "ruh", member_of=())),
    "another title": (HSJ, changed("nominations", "ruh-sepsis-2020", title="Sepsis Seen Sooner")),
    "a ceremony known to the day": (HSJ, _ceremony_on_a_day),
    "another figure of an impact": (DWAC, _other_impact),
    "a host less": (DWAC, _one_host_less),
    "another declared total": (
        DWAC,
        edition("anticoagulation-achievement/2017", declared={"categories": 1}),
    ),
    "another ordinal": (DWAC, edition("anticoagulation-achievement/2017", ordinal=2)),
    "a partner less": (
        NIGHT,
        changed(
            "nominations",
            "camau-diogel-2026",
            nominees=tuple(
                each
                for each in register("aberdwr").nomination("camau-diogel-2026").nominees
                if each.organisation != "aberdwr-university"
            ),
        ),
    ),
    "an honour less": (NIGHT, without("clir-2026")),
    "a winner less of three": (
        TABLE,
        changed(
            "nominations",
            "supper-2026",
            nominees=tuple(
                attrs.evolve(each, share=None)
                for each in register("aberdwr").nomination("supper-2026").nominees[:2]
            ),
        ),
    ),
}


def told(place: tuple[str, str, str], style: str, change: Change | None = None) -> list[str]:
    """The words of a piece, with the marks that stand at them."""
    source, as_of, name = place
    records = register(source).records
    held = Register(records=change(records) if change is not None else records)
    document = story(view(held, as_of=as_of, edition=name), style=Style.load(style))
    return [word for part in parts(document) for word in part.split()]


def parts(document: Document) -> Iterator[str]:
    """All that a document tells, in reading order; its shorter titles are told nowhere."""
    yield from (document.title, plain(document.standfirst))
    for block in document.blocks:
        match block:
            case Paragraph() | Heading():
                yield plain(block.content)
            case Bullets() | NumberedList():
                yield from (plain(item.content) for item in block.items)
            case Quotation():
                yield from (*map(plain, block.paragraphs), plain(block.attribution))
            case Figure():
                yield f"{block.alt} {plain(block.caption)} {block.credit}"


def differences(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    """Each run of words that became another, in reading order."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        (" ".join(before[first:last]), " ".join(after[start:end]))
        for kind, first, last, start, end in matcher.get_opcodes()
        if kind != "equal"
    ]


def diff_of(name: str) -> str:
    place, change = PERTURBATIONS[name]
    lines = [f"{name} ({place[2]}, told on {place[1]})", ""]
    for style in STYLES:
        lines.append(f"{style}:")
        lines += [
            f"  {old or '(nothing)'} → {new or '(nothing)'}"
            for old, new in differences(told(place, style), told(place, style, change))
        ]
    return "\n".join(lines) + "\n"


def path(name: str) -> Path:
    return PERTURBED / f"{name.replace(', ', '-').replace(' ', '-')}.txt"


@pytest.mark.parametrize("name", PERTURBATIONS)
def test_exactly_the_words_that_depend_on_a_record_change(name: str) -> None:
    assert diff_of(name) == path(name).read_text("utf-8")


def test_nothing_changes_where_no_record_does() -> None:
    assert differences(told(HSJ, "health"), told(HSJ, "health", lambda records: records)) == []


def test_a_word_that_goes_comes_or_changes_is_told() -> None:
    before, after = (
        ["the", "two", "entries", "both", "won", "a", "prize"],
        ["two", "entries", "won", "a", "second", "prize"],
    )
    assert differences(before, after) == [("the", ""), ("both", ""), ("", "second")]


def test_every_file_is_that_of_a_perturbation() -> None:
    assert {each.name for each in PERTURBED.iterdir()} == {path(name).name for name in PERTURBATIONS}


if __name__ == "__main__":
    PERTURBED.mkdir(exist_ok=True)
    for each in PERTURBATIONS:
        path(each).write_text(diff_of(each), "utf-8")

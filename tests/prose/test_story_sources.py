"""Each sentence names the records that it rests on: exactly those whose change would change its words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import attrs
import pytest

import nominate
from nominate import Organisation, Programme, Register, View, view
from nominate.documents import Bullets, Document, Figure, NumberedList, Paragraph, Quotation, Sentence, plain
from nominate.prose import Style, story

PIECES = {
    "win": ("west-of-england", "2017-10-12", "anticoagulation-achievement/2017"),
    "shortlist": ("west-of-england", "2020-10-01", "hsj-patient-safety/2020"),
    "results night": ("aberdwr", "2026-06-19", "coastal-care/2026"),
    "tie": ("aberdwr", "2025-06-20", "coastal-care/2025"),
    "person": ("aberdwr", "2026-05-08", "long-table/2026"),
}


@cache
def register(name: str) -> Register:
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def shown(piece: str, changed: Register | None = None) -> View:
    source, as_of, edition = PIECES[piece]
    return view(changed or register(source), as_of=as_of, edition=edition)


@cache
def told(piece: str) -> Document:
    return story(shown(piece), style=Style.load("health"))


def sentences(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        match block:
            case Paragraph():
                yield from block.sentences
            case Bullets() | NumberedList():
                for item in block.items:
                    yield from item.sentences


def the(piece: str, words: str) -> Sentence:
    """The one sentence of a piece that holds these words."""
    (found,) = (each for each in sentences(told(piece)) if words in plain(each.content))
    return found


@pytest.mark.parametrize(
    ("piece", "words", "sources"),
    [
        pytest.param(
            "win",
            "were hosted by",
            (
                "anticoagulation-achievement/2017",
                "anticoagulation-achievement",
                "anticoagulation-uk",
                "af-association",
                "thrombosis-uk",
                "arrhythmia-alliance",
                "anticoagulation-in-practice",
                "thrombus",
            ),
            id="who runs the awards",
        ),
        pytest.param("win", "They recognise", ("anticoagulation-achievement",), id="what they are for"),
        pytest.param("win", "Entry was open", ("anticoagulation-achievement",), id="who could enter"),
        pytest.param(
            "results night",
            "received 188 entries",
            ("coastal-care/2026", "coastal-care-foundation"),
            id="the organiser's totals",
        ),
        pytest.param("win", "The ceremony took place", ("anticoagulation-achievement/2017",), id="ceremony"),
        pytest.param(
            "win", "a bursary of £1,000", ("anticoagulation-achievement/2017", "dwac-2017"), id="prize"
        ),
        pytest.param(
            "person",
            "The prize was shared",
            ("supper-2026", "sian-prydderch", "gwen-ashdown", "aberdwr-university"),
            id="shares of a prize",
        ),
        pytest.param("results night", "The judges said", ("camau-diogel-2026",), id="judges"),
        pytest.param("win", "potentially prevented 27 strokes", ("dwac",), id="impact"),
        pytest.param("win", "had spread to 85 GP practices", ("dwac",), id="adoption"),
        pytest.param(
            "win", "leads the project", ("dwac", "weahsn", "gloucestershire-ccg", "bayer"), id="partners"
        ),
        pytest.param("win", "is an abnormal heart rhythm", ("dwac",), id="definition"),
        pytest.param("win", "Find out more", ("dwac",), id="link to the work"),
        pytest.param("shortlist", "Judging will", ("hsj-patient-safety/2020",), id="a step ahead"),
        pytest.param("shortlist", "announced at a virtual", ("hsj-patient-safety/2020",), id="announcement"),
        pytest.param("win", "Source of the figures", ("dwac",), id="source of figures"),
        pytest.param("win", "Source of the results", ("dwac-2017",), id="source of results"),
        pytest.param("win", "Visit the website", ("weahsn",), id="publisher"),
    ],
)
def test_a_sentence_rests_on(piece: str, words: str, sources: tuple[str, ...]) -> None:
    assert the(piece, words).sources == sources


def test_good_wishes_rest_on_who_wishes_and_who_is_wished() -> None:
    wishes = the("shortlist", "the best of luck").sources
    assert wishes[0] == "weahsn"
    assert {"awp", "ruh"} <= set(wishes)


def test_a_quote_rests_on_its_entry_its_speaker_and_their_organisation() -> None:
    blocks = told("results night").blocks
    place, quote = next((n, block) for n, block in enumerate(blocks) if isinstance(block, Quotation))
    introduction = blocks[place - 1]
    assert quote.sources == ("camau-diogel-2026", "gwen-ashdown", "falls-team")
    assert isinstance(introduction, Paragraph)
    assert introduction.sources == quote.sources


def test_a_picture_rests_on_its_entry_and_on_who_is_in_it() -> None:
    figure = next(block for block in told("results night").blocks if isinstance(block, Figure))
    assert figure.sources[0] == "camau-diogel-2026"
    assert {"gwen-ashdown", "priya-lindqvist", "falls-team", "aberdwr-university"} <= set(figure.sources)


@pytest.mark.parametrize("piece", PIECES)
def test_every_sentence_rests_on_records_of_the_view(piece: str) -> None:
    found = shown(piece)
    held = {*found.editions, *(entry.id for entry in found.entries), *(each.id for each in found.awards)}
    held |= {each.id for each in found.organisations} | {each.id for each in found.people}
    held |= {each.id for each in found.programmes}
    for each in sentences(told(piece)):
        assert each.sources, plain(each.content)
        assert set(each.sources) <= held


def renamed(piece: str, name: str) -> Register:
    """The register of a piece with another name for one organisation, of whatever length or day."""
    records = register(PIECES[piece][0]).records
    return Register(
        records=attrs.evolve(
            records,
            organisations=tuple(
                attrs.evolve(each, **_other_names(each)) if each.id == name else each
                for each in records.organisations
            ),
        )
    )


def _other_names(organisation: Organisation) -> dict[str, Any]:
    names = ("name", "short_name", "abbreviation", "introduce_as")
    return {each: f"Q{getattr(organisation, each)}" for each in names if getattr(organisation, each)}


@pytest.mark.parametrize(
    ("piece", "name"),
    [(piece, each.id) for piece in PIECES for each in shown(piece).organisations],
)
def test_another_name_changes_only_sentences_that_rest_on_it(piece: str, name: str) -> None:
    before = [*sentences(told(piece))]
    after = [*sentences(story(shown(piece, renamed(piece, name)), style=Style.load("health")))]
    changed = [old for old, new in zip(before, after, strict=True) if old.content != new.content]
    assert [plain(each.content) for each in changed if name not in each.sources] == []


def test_another_figure_changes_only_sentences_that_rest_on_the_programme() -> None:
    records = register("west-of-england").records
    (dwac,) = records.programmes
    assert isinstance(dwac, Programme)
    impacts = tuple(attrs.evolve(each, value=Decimal(31)) for each in dwac.impacts)
    changed = Register(records=attrs.evolve(records, programmes=(attrs.evolve(dwac, impacts=impacts),)))
    before = [*sentences(told("win"))]
    after = [*sentences(story(shown("win", changed), style=Style.load("health")))]
    told_anew = [new for old, new in zip(before, after, strict=True) if old != new]
    assert [each.sources for each in told_anew] == [("dwac",)]
    assert "31 strokes" in plain(told_anew[0].content)

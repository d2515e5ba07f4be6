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
from nominate import Programme, Register, View, view
from nominate.documents import Bullets, Document, Figure, NumberedList, Paragraph, Quotation, Sentence, plain
from nominate.prose import Style, posts, story

PIECES = {
    "win": ("west-of-england", "2017-10-12", "anticoagulation-achievement/2017"),
    "shortlist": ("west-of-england", "2020-10-01", "hsj-patient-safety/2020"),
    "results night": ("aberdwr", "2026-06-19", "coastal-care/2026"),
    "tie": ("aberdwr", "2025-06-20", "coastal-care/2025"),
    "person": ("aberdwr", "2026-05-08", "long-table/2026"),
    "unsuccessful entry": ("aberdwr", "2026-11-01", "clear-voice/2026"),
    "revoked win": ("aberdwr", "2026-11-22", "digital-dawn/2026"),
    "call to enter": ("aberdwr", "2026-11-22", "coastal-care/2027"),
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
    return told_of(shown(piece))


def told_of(of: View) -> Document:
    return story(of, style=Style.load("health"), names_unsuccessful=True)


def sentences(document: Document) -> Iterator[Sentence]:
    """All of a piece: its headlines, its standfirst and its body."""
    for title in (document.title, *document.short_titles):
        yield Sentence(content=title, sources=document.title_sources)
    yield from document.sentences
    yield from body(document)


def everything_said(piece: str, changed: Register | None = None) -> list[Sentence]:
    """Each sentence of a piece, and of the longest post on the same."""
    of = shown(piece, changed)
    (post,) = posts(of, style=Style.load("health"), platforms=["linkedin"])
    assert not post.left_out
    return [*sentences(told_of(of)), *post.sentences]


def body(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        match block:
            case Paragraph():
                yield from block.sentences
            case Bullets() | NumberedList():
                for item in block.items:
                    yield from item.sentences


def the(piece: str, words: str) -> Sentence:
    """The one sentence below the standfirst of a piece that holds these words."""
    (found,) = (each for each in body(told(piece)) if words in plain(each.content))
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
        pytest.param(
            "win",
            "Source of the results",
            ("dwac-2017", "anticoagulation-achievement/2017"),
            id="source of results",
        ),
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
    for each in everything_said(piece):
        assert each.sources, plain(each.content)
        assert set(each.sources) <= held
        assert len(set(each.sources)) == len(each.sources), plain(each.content)


ROOMS = ("organisations", "people", "programmes", "awards", "nominations")


def with_records(piece: str, room: str, *changed: Any) -> Register:
    """The register of a piece with other records of a room in the place of those of the same ids."""
    records, others = register(PIECES[piece][0]).records, {each.id: each for each in changed}
    fields: Any = {room: tuple(others.get(each.id, each) for each in getattr(records, room))}
    return Register(records=attrs.evolve(records, **fields))


def renamed(record: Any) -> Any:
    """A record under another name, of whatever length or day."""
    names = ("name", "short_name", "abbreviation", "introduce_as", "singular", "title")
    return attrs.evolve(
        record, **{each: f"Great {getattr(record, each)}" for each in names if getattr(record, each, "")}
    )


def not_resting_on(name: str, piece: str, changed: Register) -> list[str]:
    """What a piece no longer says after a change of that record, and did not say that it rests on it."""
    after = {each.content for each in everything_said(piece, changed)}
    gone = [each for each in everything_said(piece) if each.content not in after]
    # An edition names its award.
    ids = [{*each.sources, *(source.partition("/")[0] for source in each.sources)} for each in gone]
    return [plain(each.content) for each, own in zip(gone, ids, strict=True) if name not in own]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("piece", PIECES)
def test_another_name_changes_only_sentences_that_rest_on_it(piece: str, room: str) -> None:
    named = {each.id for each in getattr(shown(piece), room, ())} | {each.id for each in shown(piece).entries}
    for record in getattr(register(PIECES[piece][0]).records, room):
        if record.id in named:
            assert not_resting_on(record.id, piece, with_records(piece, room, renamed(record))) == []


@pytest.mark.parametrize("piece", PIECES)
def test_another_category_name_changes_only_sentences_that_rest_on_the_edition(piece: str) -> None:
    name = PIECES[piece][2]
    award, edition = shown(piece).editions[name]
    (award,) = (each for each in register(PIECES[piece][0]).records.awards if each.id == award.id)
    editions = [
        attrs.evolve(each, categories=tuple(map(renamed, each.categories))) if each.id == edition.id else each
        for each in award.editions
    ]
    changed = with_records(piece, "awards", attrs.evolve(award, editions=tuple(editions)))
    assert everything_said(piece, changed) != everything_said(piece)
    assert not_resting_on(name, piece, changed) == []


def test_another_figure_changes_only_sentences_that_rest_on_the_programme() -> None:
    records = register("west-of-england").records
    (dwac,) = records.programmes
    assert isinstance(dwac, Programme)
    impacts = tuple(attrs.evolve(each, value=Decimal(31)) for each in dwac.impacts)
    changed = with_records("win", "programmes", attrs.evolve(dwac, impacts=impacts))
    after = [plain(each.content) for each in everything_said("win", changed)]
    assert [each for each in after if "27" in each] == []
    assert [each for each in after if "31 strokes" in each] != []
    assert not_resting_on("dwac", "win", changed) == []

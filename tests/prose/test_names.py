"""Names: in full once, short ever after."""

from __future__ import annotations

import attrs
import pytest

from nominate.model.award import Award
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.prose import Style, words
from nominate.prose.words import Mentions, Name, introduced, shortened

HOUSE = Style.load("health")
RUH = Organisation(
    id="ruh",
    name="Royal United Hospitals Bath NHS Foundation Trust",
    introduce_as="Royal United Hospitals (RUH) Bath",
    short_name="Royal United Hospitals Bath",
    abbreviation="RUH",
    abbreviation_article="the",
)
AHSN = Organisation(
    id="weahsn",
    name="West of England Academic Health Science Network",
    short_name="West of England AHSN",
    article="the",
)


@pytest.mark.parametrize(
    ("record", "first", "later"),
    [
        pytest.param(RUH, "Royal United Hospitals (RUH) Bath", "the RUH", id="its own introduction"),
        pytest.param(
            AHSN,
            "the West of England Academic Health Science Network",
            "the West of England AHSN",
            id="a short name",
        ),
        pytest.param(
            Organisation(
                id="nhs", name="National Health Service", abbreviation="NHS", abbreviation_article="the"
            ),
            "National Health Service",
            "the NHS",
            id="known to everybody by the style",
        ),
        pytest.param(
            Organisation(
                id="hsj", name="Health Service Journal", abbreviation="HSJ", well_known_abbreviation=True
            ),
            "Health Service Journal",
            "HSJ",
            id="known to everybody by its record",
        ),
        pytest.param(
            Programme(id="dwac", name="Don’t Wait to Anticoagulate", abbreviation="DWAC"),
            "Don’t Wait to Anticoagulate (DWAC)",
            "DWAC",
            id="a programme",
        ),
        pytest.param(
            Person(id="lead", name="Dr Ann Example", short_name="Dr Example"),
            "Dr Ann Example",
            "Dr Example",
            id="a person",
        ),
        pytest.param(
            Award(id="aaa", name="Anticoagulation Achievement Awards"),
            "the Anticoagulation Achievement Awards",
            "the Anticoagulation Achievement Awards",
            id="an award",
        ),
    ],
)
def test_a_name_is_introduced_in_full_and_then_short(
    record: Organisation | Programme | Award | Person, first: str, later: str
) -> None:
    name = Name.of(record)
    assert (introduced(name, HOUSE), shortened(name, HOUSE)) == (first, later)


def test_an_article_can_be_left_out() -> None:
    name = Name.of(AHSN)
    assert introduced(name, HOUSE, article=False) == "West of England Academic Health Science Network"
    assert shortened(name, HOUSE, article=False) == "West of England AHSN"
    assert shortened(Name.of(RUH), HOUSE, article=False) == "RUH"


def test_the_awards_take_a_plural_verb_and_a_trust_does_not() -> None:
    assert Name.of(Award(id="aaa", name="Anticoagulation Achievement Awards")).is_plural
    assert not Name.of(Award(id="best", name="The Best Award")).is_plural
    assert not Name.of(RUH).is_plural


def test_a_text_introduces_each_name_once() -> None:
    mentions = Mentions(HOUSE)
    ruh, ahsn = Name.of(RUH), Name.of(AHSN)
    assert [mentions.of(name) for name in (ruh, ahsn, ruh, ahsn)] == [
        "Royal United Hospitals (RUH) Bath",
        "the West of England Academic Health Science Network",
        "the RUH",
        "the West of England AHSN",
    ]


def test_an_abbreviation_that_is_never_used_is_not_introduced() -> None:
    dwac = Name(full="Don’t Wait to Anticoagulate", abbreviation="DWAC")
    first = Mentions(HOUSE)
    first.of(dwac)
    assert Mentions(HOUSE, once=first.once).of(dwac) == "Don’t Wait to Anticoagulate"
    first.of(dwac)
    assert first.once == frozenset()


def test_an_ampersand_in_a_name_is_kept_unless_the_style_says_otherwise() -> None:
    name = Name(full="Research & Development", short="R & D team")
    assert introduced(name, HOUSE) == "Research & Development"
    strict = attrs.evolve(HOUSE, keeps_ampersands=False)
    assert (introduced(name, strict), shortened(name, strict)) == ("Research and Development", "R and D team")


def test_words_offers_what_names_need() -> None:
    assert words.possessive(shortened(Name.of(AHSN), HOUSE)) == "the West of England AHSN’s"

"""What stands above the body: headlines that fit, standfirsts that add something, and what both rest on."""

from __future__ import annotations

import re
from datetime import UTC
from importlib.resources import as_file, files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nominate
from nominate import (
    Award,
    AwardCategory,
    Decision,
    Edition,
    Membership,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Records,
    Register,
    Settings,
    View,
    When,
    view,
)
from nominate.documents import Document, Paragraph, plain
from nominate.prose import Style, story
from nominate.prose.facts.round_ups import period_of
from nominate.prose.stories.tops.headlines import LIMIT, fitting
from nominate.prose.words import spelled

OUTCOMES = (Outcome.WON, Outcome.HIGHLY_COMMENDED, Outcome.PLACED, Outcome.SHORTLISTED, Outcome.LONGLISTED)
# Every word that a headline may hold beside names and numbers.
VOCABULARY = frozenset(
    re.findall(
        r"\S+",
        """a about and are at award awards commended entries entry for from highly honour honours in joint
        longlisted member members named news of organisation organisations other others our placed recognised
        shortlisted the to win winners wins""",
    )
)
WORDS = ["Avon", "Brecknock", "Cwmdare", "Dunstable", "Exmoor"]
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)


def organisation(number: int, words: list[str], short: bool) -> Organisation:
    return Organisation(
        id=f"o-{number}",
        name=" ".join([*words, f"Q{number}"]),
        short_name=f"Shorter Q{number}" if short else "",
        abbreviation=f"QQ{number}" if short else "",
        member_of=(Membership(organisation="o-0"),) if number == 1 else (),
    )


@st.composite
def views(draw: st.DrawFn) -> View:
    """A few entries of a few organisations, whose names and award may be far too long for a headline."""
    organisations = tuple(
        organisation(number, draw(names), draw(st.booleans())) for number in range(draw(st.integers(2, 4)))
    )
    told = draw(
        st.lists(
            st.tuples(st.integers(0, len(organisations) - 1), st.sampled_from(OUTCOMES)),
            min_size=1,
            max_size=5,
        )
    )
    edition = Edition(id="2020", categories=(AwardCategory(id="c", name="Care Award of Kindness"),))
    award = Award(id="z", name=f"{' '.join(draw(names))} Zed Awards", abbreviation="ZZA", editions=(edition,))
    nominations = tuple(
        Nomination(
            id=f"n-{place}",
            edition="z/2020",
            category="c",
            title=f"Project {spelled(place)}",
            nominees=(Nominee(organisation=f"o-{holder}"),),
            decisions=(Decision(outcome=outcome, announced=When(2020, 9, 1)),),
        )
        for place, (holder, outcome) in enumerate(told)
    )
    records = Records(
        register=Settings(publisher="o-0"),
        organisations=organisations,
        awards=(award,),
        nominations=nominations,
    )
    return view(Register(records=records), as_of="2020-10-01")


def whole_words(title: str, shown: View) -> list[str]:
    """The words of a title that are neither a whole name of the view nor a number."""
    known = [text for own in shown.organisations for text in (own.name, own.short_name, own.abbreviation)]
    known += [shown.awards[0].name, "ZZA", "Care Award of Kindness"]
    for name in sorted(filter(None, known), key=len, reverse=True):
        title = title.replace(name, "")
    numbers = {spelled(number) for number in range(20)}
    words = re.findall(r"[^\s,;:]+", title.lower())
    return [word for word in words if word not in numbers and not word.isdigit()]


@settings(max_examples=150, deadline=None)
@given(shown=views(), style=st.sampled_from(["health", "govuk", "press"]))
def test_a_headline_fits_and_no_word_or_name_in_it_is_cut(shown: View, style: str) -> None:
    document = story(shown, style=Style.load(style))
    for title in (document.title, *document.short_titles):
        assert 0 < len(title) <= LIMIT
        assert set(whole_words(title, shown)) <= VOCABULARY


@settings(max_examples=60, deadline=None)
@given(shown=views())
def test_shorter_headlines_are_shorter_and_all_different(shown: View) -> None:
    document = story(shown)
    lengths = [len(title) for title in document.short_titles]
    assert lengths == sorted(lengths, reverse=True)
    assert all(length < len(document.title) for length in lengths)
    assert len(set(document.short_titles)) == len(lengths)


@settings(max_examples=60, deadline=None)
@given(shown=views())
def test_the_standfirst_repeats_neither_headline_nor_lead(shown: View) -> None:
    document = story(shown)
    lead = next(block for block in document.blocks if isinstance(block, Paragraph))
    said = {plain(each.content) for each in document.sentences}
    assert not said & {f"{document.title}.", *(plain(each.content) for each in lead.sentences)}


@settings(max_examples=60, deadline=None)
@given(shown=views())
def test_headline_and_standfirst_rest_on_records_of_the_view(shown: View) -> None:
    document = story(shown)
    known = {"z/2020", *(entry.id for entry in shown.entries), *(own.id for own in shown.organisations)}
    assert set(document.title_sources) <= known
    assert "z/2020" in document.title_sources
    assert all(set(each.sources) <= known and each.sources for each in document.sentences)
    assert " ".join(plain(each.content) for each in document.sentences) == plain(document.standfirst)


def test_without_any_that_fits_a_headline_is_general() -> None:
    assert fitting(["x" * 71]) == ("News of our awards",)


def test_the_first_that_fits_is_the_headline_and_longer_ones_are_left_out() -> None:
    assert fitting(["y" * 80, "two won", "both of them won", "a win", "two won"]) == ("Two won", "A win")


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("nominate") / "demo" / "aberdwr") as folder:
        return nominate.load(folder)


def made(*announced: When, as_of: str = "2020-12-01") -> Document:
    """A round-up of one win in an edition for each day."""
    organisation = Organisation(id="trust", name="Avon Trust")
    awards = tuple(
        Award(
            id=f"a-{number}",
            name=f"{word} Awards",
            editions=(Edition(id="2020", categories=(AwardCategory(id="c", name="Care"),)),),
        )
        for number, word in zip(
            range(len(announced)), ("Ash", "Birch", "Cedar", "Damson", "Elder"), strict=False
        )
    )
    nominations = tuple(
        Nomination(
            id=f"n-{number}",
            edition=f"a-{number}/2020",
            category="c",
            title=f"Project {spelled(number)}",
            nominees=(Nominee(organisation="trust"),),
            decisions=(Decision(outcome=Outcome.WON, announced=day),),
        )
        for number, day in enumerate(announced)
    )
    records = Records(organisations=(organisation,), awards=awards, nominations=nominations)
    return story(view(Register(records=records), as_of=as_of), style=Style.load("health"))


@pytest.mark.parametrize(
    ("days", "as_of", "title", "lead"),
    [
        pytest.param(
            (When(2020, 11, 3), When(2020, 11, 20)),
            "2020-12-01",
            "Avon Trust in November: two wins",
            "In November, Avon Trust was recognised with two wins.",
            id="month",
        ),
        pytest.param(
            (When(2020, 7, 3), When(2020, 9)),
            "2020-12-01",
            "Avon Trust from July to September: two wins",
            "From July to September, Avon Trust was recognised with two wins.",
            id="quarter",
        ),
        pytest.param(
            (When(2020, 7, 3), When(2020, 10, 1)),
            "2021-02-01",
            "Avon Trust in 2020: two wins",
            "In 2020, Avon Trust was recognised with two wins.",
            id="year",
        ),
        pytest.param(
            (When(2019, 7, 3), When(2020, 10, 1)),
            "2020-12-01",
            "Avon Trust: two wins",
            "Avon Trust has been recognised with two wins.",
            id="no one period",
        ),
    ],
)
def test_a_round_up_says_its_period(days: tuple[When, ...], as_of: str, title: str, lead: str) -> None:
    document = made(*days, as_of=as_of)
    assert document.title == title
    (said,) = (block for block in document.blocks[:1] if isinstance(block, Paragraph))
    assert plain(said.content) == lead
    assert said.sources == ("n-0", "n-1", "trust")


def test_a_round_up_names_a_few_awards_and_else_the_first_and_the_last() -> None:
    few, many = made(*[When(2020, 11, 3)] * 3), made(*[When(2020, 11, 3)] * 4)
    assert plain(few.standfirst) == (
        "News of the 2020 Ash Awards, the 2020 Birch Awards and the 2020 Cedar Awards."
    )
    assert plain(many.standfirst) == (
        "News of four rounds of awards, among them the 2020 Ash Awards and the 2020 Damson Awards."
    )


def test_the_publisher_and_its_members_are_told_together() -> None:
    with as_file(files("nominate") / "demo" / "west-of-england") as folder:
        found = view(nominate.load(folder), as_of="2020-10-01")
    lead = next(block for block in story(found).blocks if isinstance(block, Paragraph))
    assert plain(lead.content) == (
        "The West of England Academic Health Science Network (AHSN) and two of its member organisations have "
        "been recognised with one win and five nominations."
    )


def test_awaited_and_decided_editions_are_counted_apart(register: Register) -> None:
    document = story(view(register, as_of="2026-06-20", year=2026), style=Style.load("health"))
    said = plain(next(block for block in document.blocks if isinstance(block, Paragraph)).content)
    assert re.search(
        r"^From April to June, there were \w+ wins, \w+ honours and one shortlisted entry\.$", said
    )


@pytest.mark.parametrize(
    ("days", "period"),
    [
        ((When(2020, 11, 3), When(2020, 11)), When(2020, 11)),
        ((When(2020, 1), When(2020, 3, 31)), When(2020, 1, end=When(2020, 3))),
        ((When(2020, 3), When(2020, 4)), When(2020)),
        ((When(2020),), When(2020)),
        ((When(2020), When(2020, 4)), When(2020)),
        ((When.parse("2020-11~"), When(2020, 12)), When(2020, 10, end=When(2020, 12))),
        ((When.parse("2020-11-03/2020-11-05"),), When(2020, 11)),
        # Half past midnight in Britain's summer is still the day before in UTC.
        ((When.parse("2020-07-01T00:30+01:00"),), When(2020, 6)),
        ((When(2019, 12, 31), When(2020, 1, 1)), None),
        ((None, When(2020, 1, 1)), None),
        ((), None),
    ],
    ids=str,
)
def test_a_period_surely_holds_all_days(days: tuple[When | None, ...], period: When | None) -> None:

    assert period_of(days, UTC) == period

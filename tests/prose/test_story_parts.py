"""The parts around the news: who runs the awards, what they count, prizes, quotes, pictures, sources."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

from nominate import (
    Adoption,
    Approval,
    Award,
    AwardCategory,
    Certainty,
    DateKind,
    Decision,
    Edition,
    FrozenDict,
    GlossaryTerm,
    Image,
    Impact,
    KeyDate,
    Mode,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Partner,
    Person,
    Pictured,
    Prize,
    Programme,
    Quote,
    Records,
    Register,
    Role,
    Settings,
    Source,
    Speaker,
    When,
    view,
)
from nominate.documents import to_markdown
from nominate.prose import Style, story

AWARD = Award(id="care", name="Care Awards", singular="Care Award")
NETWORK = Organisation(id="network", name="Western Network", article="the")
TRUST = Organisation(id="trust", name="Avon Trust")
OTHERS = tuple(Organisation(id=name.lower(), name=f"{name} Trust") for name in ("Bath", "Frome", "Wells"))
CATEGORIES = tuple(AwardCategory(id=name.lower(), name=name) for name in ("Kindness", "Safety"))
APPROVED = Approval(by="Ann Lee")


def entry(name: str = "one", outcome: Outcome = Outcome.WON, **fields: Any) -> Nomination:
    given: dict[str, Any] = {
        "title": f"Project {name}",
        "category": "kindness",
        "nominees": (Nominee(organisation="trust"),),
        "decisions": (Decision(outcome=outcome, announced=When(2020, 9, 1)),),
    }
    return Nomination(id=name, edition="care/2020", **(given | fields))


def piece(*entries: Nomination, as_of: str = "2020-10-01", **fields: Any) -> str:
    """The story of these entries; the fields change its award, edition or records."""
    edition = Edition(**({"id": "2020", "categories": CATEGORIES} | fields.pop("edition", {})))
    award = attrs.evolve(AWARD, editions=(edition,), **fields.pop("award", {}))
    given: dict[str, Any] = {
        "register": Settings(publisher="network"),
        "organisations": (NETWORK, TRUST, *OTHERS),
        "awards": (award,),
        "nominations": entries or (entry(),),
    } | fields
    shown = view(Register(records=Records(**given)), as_of=as_of)
    return to_markdown(story(shown, style=Style.load("health")))


def hosts(**roles: str) -> tuple[Partner, ...]:
    return tuple(Partner(organisation=name, role=role.replace("_", " ")) for name, role in roles.items())


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({"entries": 163, "categories": 9}, "The organiser received 163 entries in nine categories."),
        ({"entries": 1}, "The organiser received one entry."),
        (
            {"entries": 1200, "shortlisted": 40, "finalists": 3},
            "The organiser received 1,200 entries, shortlisted 40 of them and named three finalists.",
        ),
        ({"shortlisted": 20, "categories": 4}, "The organiser shortlisted 20 entries in four categories."),
        (
            {"categories": 6, "tables": 12},
            "According to the organiser, there were six categories and 12 tables.",
        ),
        (
            {"entries": 5, "tables": 2},
            "The organiser received five entries. According to the organiser, there were two tables.",
        ),
    ],
)
def test_totals_are_the_organisers(declared: dict[str, int], said: str) -> None:
    edition = {"hosts": hosts(bath="organiser", frome="host"), "declared": FrozenDict(declared)}
    assert said in piece(edition=edition)


def test_totals_are_the_hosts_where_nobody_else_organises() -> None:
    edition = {"hosts": hosts(bath="host", frome="host"), "declared": FrozenDict({"entries": 5})}
    assert "The hosts received five entries." in piece(edition=edition)


def test_the_totals_of_a_category_are_told_where_all_the_news_is_in_it() -> None:
    categories = (
        attrs.evolve(CATEGORIES[0], declared=FrozenDict({"entries": 40, "tables": 2})),
        CATEGORIES[1],
    )
    said = piece(edition={"categories": categories})
    assert "At the 2020 Care Awards, in the Kindness category, the organisers received 40 entries." in said
    assert "According to the organisers, there were two tables in the Kindness category." in said
    both = piece(entry(), entry("two", category="safety"), edition={"categories": categories})
    assert "40 entries" not in both


@pytest.mark.parametrize(
    ("eligibility", "said"),
    [
        (
            "Teams and people who can show their work",
            "Entry to the 2020 Care Awards was open to teams and people who can show their work.",
        ),
        ("Welsh hospices", "Who could enter the 2020 Care Awards: Welsh hospices."),
        ("Any trust may enter", "Who could enter the 2020 Care Awards: Any trust may enter."),
        ("Trusts. One entry for each", "Who could enter the 2020 Care Awards: Trusts. One entry for each."),
    ],
)
def test_who_could_enter_is_told_in_the_organisers_words(eligibility: str, said: str) -> None:
    assert said in piece(award={"eligibility": eligibility})


@pytest.mark.parametrize(
    ("edition", "award", "said"),
    [
        (
            {"ordinal": 2, "hosts": hosts(bath="organiser")},
            {},
            "The 2020 Care Awards, the second to be held, were organised by Bath Trust.",
        ),
        ({"ordinal": 11}, {}, "The 2020 Care Awards were the 11th to be held."),
        (
            {"ordinal": 2, "hosts": hosts(bath="partner", frome="partner")},
            {},
            "Bath Trust and Frome Trust were partners of the 2020 Care Awards, the second to be held.",
        ),
        ({}, {"about": "They honour kindness."}, "The 2020 Care Awards honour kindness."),
        ({}, {"about": "Kindness is honoured here."}, "1. Kindness is honoured here."),
        (
            {"hosts": hosts(bath="organiser"), "about": "This time they were held outdoors."},
            {"about": "They honour kindness."},
            "were organised by Bath Trust. They honour kindness. This time they were held outdoors.",
        ),
    ],
)
def test_the_note_on_the_awards_says_whose_and_which(
    edition: dict[str, Any], award: dict[str, Any], said: str
) -> None:
    assert said in piece(edition=edition, award=award)


@pytest.mark.parametrize(
    ("sponsor", "is_said"), [(("frome",), True), (("bath",), False)], ids=["of it alone", "of everything"]
)
def test_who_sponsors_a_category_is_told_unless_they_sponsor_it_all(
    sponsor: tuple[str, ...], is_said: bool
) -> None:
    edition = {
        "hosts": hosts(bath="sponsor"),
        "categories": (attrs.evolve(CATEGORIES[0], sponsor=sponsor),),
    }
    assert ("The Kindness category was sponsored by Frome Trust." in piece(edition=edition)) is is_said
    assert piece(edition=edition).count("Bath Trust") == 1


@pytest.mark.parametrize(
    ("date", "said"),
    [
        (
            KeyDate(what=DateKind.CEREMONY, when=When(2020, 9, 3), mode=Mode.VIRTUAL),
            "took place virtually on Thursday 3 September. The winning entry received a trophy.",
        ),
        (
            KeyDate(what=DateKind.CEREMONY, when=When(2020, 11), certainty=Certainty.PROVISIONAL),
            "The awards are expected to be presented at a ceremony in November. The winning entry receives",
        ),
        (
            KeyDate(what=DateKind.CEREMONY, when=When(2020, 9, 3), certainty=Certainty.ESTIMATED),
            "\n\nThe winning entry receives a trophy.",
        ),
        (
            KeyDate(what=DateKind.CEREMONY, when=When(2020, 9, 3), certainty=Certainty.CANCELLED),
            "\n\nThe winning entry receives a trophy.",
        ),
    ],
    ids=["past", "expected", "past, never confirmed", "cancelled"],
)
def test_a_ceremony_and_its_prize_are_told_in_their_time(date: KeyDate, said: str) -> None:
    categories = (attrs.evolve(CATEGORIES[0], prize=Prize(kind="trophy")),)
    assert said in piece(edition={"dates": (date,), "categories": categories})


def test_the_awards_are_not_over_before_their_ceremony_whatever_is_known() -> None:
    dates = (KeyDate(what=DateKind.CEREMONY, when=When(2020, 11)),)
    edition = {"hosts": hosts(bath="organiser"), "dates": dates}
    assert "The 2020 Care Awards are organised by Bath Trust." in piece(edition=edition)


def test_good_wishes_to_many_name_nobody() -> None:
    many = tuple(
        entry(name, Outcome.SHORTLISTED, nominees=(Nominee(organisation=name),))
        for name in ("trust", "bath", "frome", "wells")
    )
    assert "The Western Network wishes all the nominees the best of luck." in piece(*many)


def programme(**fields: Any) -> Programme:
    return Programme(**({"id": "work", "name": "Warm Hands", "noun": "project"} | fields))


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("36 weeks", "In 36 weeks, Warm Hands reached 40 people."),
        ("2017 to 2019", "From 2017 to 2019, Warm Hands reached 40 people."),
        ("during the first phase", "During the first phase, Warm Hands reached 40 people."),
        ("", "\n\nWarm Hands reached 40 people."),
    ],
)
def test_a_period_stands_in_the_sources_words(period: str, said: str) -> None:
    impact = Impact(
        verb="reached", value=Decimal(40), unit="people", period=period, source=Source(title="Review")
    )
    work = programme(impacts=(impact,))
    assert said in piece(entry(programme="work"), programmes=(work,))


def test_what_describes_itself_by_name_is_not_named_twice() -> None:
    work = programme(abbreviation="WH", about="Warm Hands brings gloves to wards.", noun="project")
    ours = entry(programme="work", title="Warm Hands at night")
    said = piece(ours, programmes=(work,))
    assert "Warm Hands brings gloves to wards." in said
    assert "Warm Hands is a project" not in said
    other = piece(entry(programme="work"), programmes=(work,))
    assert "‘Project one’ is part of Warm Hands (WH), a project. WH brings gloves to wards." in other


SEPSIS = GlossaryTerm(term="sepsis", meaning="a reaction to an infection")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        pytest.param(
            {"title": "Sepsis first"},
            "‘Sepsis first’.\n\nSepsis is a reaction to an infection.\n\n",
            id="before the work, where a title has it",
        ),
        pytest.param(
            {},
            "Warm Hands finds sepsis. Sepsis is a reaction to an infection.\n\n",
            id="behind the sentence that has it",
        ),
    ],
)
def test_a_word_is_explained_once_where_it_is_first_used(fields: dict[str, Any], said: str) -> None:
    work = programme(about="Warm Hands finds sepsis.", glossary=(SEPSIS,))
    quote = Quote(speaker=Speaker(name="Ann Lee"), text="Sepsis is fast.", approved=APPROVED)
    told = piece(entry(programme="work", quotes=(quote,), **fields), programmes=(work,))
    assert said in told
    assert told.count("Sepsis is a reaction") == 1


def test_a_word_that_only_a_quote_uses_is_explained_behind_it() -> None:
    quote = Quote(speaker=Speaker(name="Ann Lee"), text="Sepsis is fast.", approved=APPROVED)
    told = piece(entry(programme="work", quotes=(quote,)), programmes=(programme(glossary=(SEPSIS,)),))
    assert "> “Sepsis is fast.”\n\nSepsis is a reaction to an infection.\n" in told


ANN = Person(
    id="ann",
    name="Dr Ann Lee",
    short_name="Dr Lee",
    roles=(
        Role(title="Nurse", organisation="trust", until=When(2020, 1)),
        Role(title="Head Nurse", organisation="trust", since=When(2020, 2), until=When(2020, 9, 20)),
        Role(title="Director", organisation="bath", since=When(2020, 9, 21)),
        Role(title="Trustee", organisation="frome", since=When(2020, 2)),
    ),
)


@pytest.mark.parametrize(
    ("quote", "introduction"),
    [
        (
            Quote(speaker=Speaker(person="ann"), said=When(2020, 9, 2), text="We won."),
            "Dr Ann Lee, Head Nurse at Avon Trust, said:",
        ),
        (
            Quote(speaker=Speaker(person="ann"), text="We won."),
            "Dr Ann Lee, Head Nurse at Avon Trust, said:",
        ),
        (
            Quote(speaker=Speaker(person="ann"), said=When(2020, 9, 25), text="We won."),
            "Dr Ann Lee, Director at Bath Trust, said:",
        ),
        (
            Quote(
                speaker=Speaker(person="ann", organisation="frome"), said=When(2020, 9, 25), text="We won."
            ),
            "Dr Ann Lee, Trustee at Frome Trust, said:",
        ),
        (
            Quote(
                speaker=Speaker(person="ann", organisation="wells"), said=When(2020, 9, 25), text="We won."
            ),
            "Dr Ann Lee, of Wells Trust, said:",
        ),
        (
            Quote(speaker=Speaker(person="ann", name="Sister Ann"), said=When(2020, 9, 2), text="We won."),
            "Sister Ann, Head Nurse at Avon Trust, said:",
        ),
    ],
    ids=[
        "on the day",
        "without a day, that of the news",
        "later",
        "for one place",
        "without a role",
        "as named",
    ],
)
def test_somebody_speaks_in_the_role_of_the_day(quote: Quote, introduction: str) -> None:
    approved = attrs.evolve(quote, approved=APPROVED)
    assert f"\n{introduction}\n" in piece(entry(quotes=(approved,)), people=(ANN,))


def test_who_speaks_again_needs_neither_full_name_nor_role() -> None:
    quotes = tuple(
        Quote(speaker=Speaker(person="ann"), said=When(2020, 9, 2), via=via, text=text, approved=APPROVED)
        for via, text in (("", "We won."), ("a news release", "We are glad."))
    )
    said = piece(entry(quotes=quotes), people=(ANN,))
    assert "\nDr Ann Lee, Head Nurse at Avon Trust, said:\n" in said
    assert "\nIn a news release, Dr Lee said:\n" in said


def test_a_quote_that_nobody_has_approved_is_never_public() -> None:
    quote = Quote(speaker=Speaker(person="ann"), text="We won.")
    assert "We won." not in piece(entry(quotes=(quote,)), people=(ANN,))


@pytest.mark.parametrize(
    ("image", "caption"),
    [
        (
            {"caption": "The team", "people": (Pictured(person="ann"), Pictured(name="Bo Hay", role="Chef"))},
            "The team. From left: Dr Ann Lee, Head Nurse at Avon Trust; and Bo Hay, Chef.",
        ),
        ({"people": (Pictured(name="Bo Hay"), Pictured(name="Al Kay"))}, "From left: Bo Hay and Al Kay."),
        ({"caption": "The chef", "people": (Pictured(name="Bo Hay"),)}, "The chef: Bo Hay"),
        (
            {
                "caption": "Bo Hay (left) and Al Kay",
                "people": (Pictured(name="Bo Hay"), Pictured(name="Al Kay")),
            },
            "Bo Hay (left) and Al Kay",
        ),
        (
            {"people": (Pictured(person="ann", role="Winner"),)},
            "Dr Ann Lee, Winner",
        ),
    ],
    ids=["in order", "without a caption", "one", "named by the caption", "a role of its own"],
)
def test_a_caption_names_everybody_from_the_left(image: dict[str, Any], caption: str) -> None:
    shown = Image(file="a.png", alt="People", consent=APPROVED, **image)
    said = piece(entry(images=(shown,)), people=(ANN,)).replace("\\", "")
    assert f"\n\n{caption}\n" in said


REVIEW = Source(title="Review", publisher="Avon Trust", on=When(2020, 3))


def work(name: str, source: Source, **fields: Any) -> Programme:
    impact = Impact(verb="reached", value=Decimal(40), unit=f"{name}s", source=source, **fields)
    return programme(id=name, name=name.title(), impacts=(impact,))


@pytest.mark.parametrize(
    ("programmes", "note"),
    [
        pytest.param(
            (work("ward", REVIEW), work("team", REVIEW)),
            "Source of the figures on Ward and Team: Review, Avon Trust, March 2020.",
            id="one source of two works",
        ),
        pytest.param(
            (work("ward", REVIEW, method="Counted by hand"), work("team", Source(title="Diary"))),
            "Source of the figures on Ward: Review, Avon Trust, March 2020. Counted by hand.\n",
            id="two sources of two works",
        ),
        pytest.param(
            (
                attrs.evolve(
                    work("ward", REVIEW),
                    adoption=Adoption(value=Decimal(3), unit="beds", source=Source(title="Diary")),
                ),
            ),
            "Sources of the figures on Ward: Review, Avon Trust, March 2020 (on wards); Diary (on beds).",
            id="two sources of one work",
        ),
        pytest.param(
            (
                attrs.evolve(
                    work("ward", Source(url="https://ward.example.org/a")), url="https://ward.example.org"
                ),
            ),
            "Source of the figures on Ward: [Ward website](https://ward.example.org/a).",
            id="a page of the work's own site",
        ),
        pytest.param(
            (work("ward", Source(url="https://review.example.org/a")),),
            "Source of the figures on Ward: [review.example.org/a](https://review.example.org/a).",
            id="an address alone",
        ),
    ],
)
def test_a_note_names_each_source_once(programmes: tuple[Programme, ...], note: str) -> None:
    entries = tuple(entry(each.id, programme=each.id) for each in programmes)
    said = piece(*entries, programmes=programmes).replace("\\", "")
    assert note in said
    assert said.count("Review, Avon Trust") <= 1


@pytest.mark.parametrize(
    ("decision", "note"),
    [
        (
            Decision(outcome=Outcome.WON, announced=When(2020, 9, 1), source=REVIEW),
            "Source of the results and the figures on Ward: Review",
        ),
        (
            Decision(outcome=Outcome.LONGLISTED, announced=When(2020, 9, 1), source=Source(title="List")),
            "Source of the longlist: List.",
        ),
        (
            Decision(
                outcome=Outcome.SHORTLISTED,
                label="nominated",
                announced=When(2020, 9, 1),
                source=Source(url="https://care.example.org/list"),
            ),
            "Source of the nominations: [Care Awards website](https://care.example.org/list).",
        ),
    ],
    ids=["with figures", "a list", "a page of the awards"],
)
def test_a_note_says_what_was_read_there(decision: Decision, note: str) -> None:
    ours = entry("ward", programme="ward", decisions=(decision,))
    said = piece(ours, programmes=(work("ward", REVIEW),), award={"url": "https://care.example.org/"})
    assert note in said.replace("\\", "")


def test_the_editions_own_source_lends_its_title_to_the_same_page() -> None:
    page = "https://news.example.org/list"
    decision = Decision(outcome=Outcome.WON, announced=When(2020, 9, 1), source=Source(url=page))
    edition = {"source": Source(url=page, publisher="The Post")}
    assert f"Source of the results: [The Post]({page})." in piece(
        entry(decisions=(decision,)), edition=edition
    )

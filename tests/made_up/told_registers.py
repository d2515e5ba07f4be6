"""Registers with much to tell, in invented names without a number in them, so that each number is a fact's.

Beside what is public at `NOW` stand facts that come later, under embargo or for the team alone: whatever is
`hidden` has a name that begins with "Zz", and may be in no piece.
"""

from __future__ import annotations

import operator
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from nominate import (
    Approval,
    Award,
    AwardCategory,
    CategoryResult,
    CategoryResultKind,
    DateKind,
    Decision,
    Edition,
    Embargo,
    FrozenDict,
    Impact,
    KeyDate,
    Membership,
    Mode,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Partner,
    Person,
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
)

NOW = "2020-10-01"
PUBLIC_DAYS = st.sampled_from([When(2020, 3, 14), When(2020, 9), When(2020, 9, 1), When(2020, 9, 30)])
LATER = When(2020, 11, 12)

TRUSTS = ("Aldermoor Trust", "Brackwater Hospitals", "Corrindale Care", "Dunmarsh Partnership", "Elvermere")
TITLES = (
    "Amber Lanterns",
    "Birch and Bramble",
    "Calm Corridors",
    "Damson Doorways",
    "Evening Rounds",
    "Fern House",
    "Gentle Discharge",
    "Harbour Lights",
    "Ivy at the Window",
    "Juniper Ward",
)
CATEGORIES = ("Kindness", "Research", "Prevention & Care", "Learning from Harm")
NOUNS = ("falls", "strokes", "journeys")

OUTCOMES = (
    Outcome.WON,
    Outcome.HIGHLY_COMMENDED,
    Outcome.COMMENDED,
    Outcome.SHORTLISTED,
    Outcome.LONGLISTED,
    Outcome.UNSUCCESSFUL,
)


def told_registers() -> st.SearchStrategy[Register]:
    """One edition, or two awards with two or three; up to eight public entries, and what is still hidden."""
    return st.builds(_register, _organisations(), _programmes(), _awards(), _entries(), _hidden_entries())


def _register(
    organisations: tuple[Organisation, ...],
    programmes: tuple[Programme, ...],
    awards: tuple[Award, ...],
    entries: list[dict[str, Any]],
    hidden: list[dict[str, Any]],
) -> Register:
    editions = [f"{award.id}/{edition.id}" for award in awards for edition in award.editions]

    def entry(name: str, title: str, each: dict[str, Any]) -> Nomination:
        edition = editions[each["place"] % len(editions)]
        return Nomination(id=name, title=title, edition=edition, **each["fields"])

    nominations = (
        *(entry(f"entry-{place}", TITLES[place], each) for place, each in enumerate(entries)),
        *(entry(f"zz-{place}", "Zztitle", each) for place, each in enumerate(hidden)),
    )
    people = (
        Person(id="ann", name="Dr Annis Quell", roles=(Role(title="Ward Lead", organisation="trust-a"),)),
        Person(id="zz", name="Zzperson Hidden"),
    )
    return Register(
        records=Records(
            register=Settings(publisher="network"),
            organisations=(*organisations, Organisation(id="zz", name="Zztrust Hidden")),
            people=people,
            programmes=(*programmes, Programme(id="zz", name="Zzprogramme", lead="zz")),
            awards=awards,
            nominations=nominations,
        )
    )


@st.composite
def _organisations(draw: st.DrawFn) -> tuple[Organisation, ...]:
    members = draw(st.sets(st.sampled_from("abcde")))
    has_short_forms = draw(st.booleans())
    network = Organisation(
        id="network",
        name="Northvale Care Network",
        article="the",
        abbreviation="NCN" if has_short_forms else "",
        kind="network",
        url="https://northvale.example.org/",
    )
    trusts = [
        Organisation(
            id=f"trust-{letter}",
            name=name,
            short_name=name.partition(" ")[0] if has_short_forms else "",
            abbreviation=f"{name[0]}TX" if has_short_forms else "",
            member_of=(Membership(organisation="network"),) if letter in members else (),
        )
        for letter, name in zip("abcde", TRUSTS, strict=True)
    ]
    team = Organisation(id="team", name="Fenwick Night Team", kind="team", part_of="trust-a")
    return (network, *trusts, team)


def _programmes() -> st.SearchStrategy[tuple[Programme, ...]]:
    impacts = st.builds(
        Impact,
        verb=st.just("prevented"),
        value=st.integers(2, 4_000).map(Decimal),
        unit=st.sampled_from(NOUNS),
        hedges=st.sampled_from([(), ("potentially",), ("over",)]),
        source=st.just(Source(title="Annual review")),
    )
    return st.builds(
        Programme,
        id=st.just("glow"),
        name=st.just("Glow Together"),
        noun=st.sampled_from(["programme", "project"]),
        lead=st.sampled_from(["network", "trust-b"]),
        purpose=st.sampled_from(["", "falls prevention"]),
        partners=st.sampled_from([(), (Partner(organisation="trust-c", role="partner"),)]),
        impacts=st.lists(impacts, max_size=2).map(tuple),
    ).map(lambda made: (made,))


@st.composite
def _awards(draw: st.DrawFn) -> tuple[Award, ...]:
    return tuple(
        Award(
            id=name,
            name=f"{name.title()} Awards",
            singular=f"{name.title()} Award",
            editions=tuple(draw(_edition(year)) for year in draw(years)),
        )
        for name, years in (
            ("marigold", st.just((2020,))),
            ("saffron", st.sampled_from([(), (2020,), (2019, 2020)])),
        )
    )


@st.composite
def _edition(draw: st.DrawFn, year: int) -> Edition:
    ceremony = draw(st.sampled_from([When(year, 9, 24), When(year, 11), When(year, 11, 12), None]))
    mode = draw(st.sampled_from([None, Mode.VIRTUAL]))
    totals = st.fixed_dictionaries(
        {}, optional={"entries": st.integers(30, 900), "categories": st.integers(5, 40)}
    )
    result = CategoryResult(
        is_=CategoryResultKind.NO_AWARD,
        announced=LATER,
    )
    return Edition(
        id=str(year),
        ordinal=draw(st.none() | st.integers(1, 40)),
        dates=(KeyDate(what=DateKind.CEREMONY, when=ceremony, mode=mode),) if ceremony is not None else (),
        declared=FrozenDict(draw(totals)),
        categories=tuple(
            AwardCategory(
                id=f"category-{place}",
                name=name,
                prize=draw(st.none() | st.builds(_prize, st.integers(2, 90))),
                result=draw(st.sampled_from([None, None, None, result])),
            )
            for place, name in enumerate(CATEGORIES)
        ),
    )


def _prize(hundreds: int) -> Prize:
    return Prize(kind="grant", amount=Decimal(hundreds * 100), currency="GBP", per="winning entry")


def _nominees() -> st.SearchStrategy[tuple[Nominee, ...]]:
    leads = st.sampled_from(
        [
            *(Nominee(organisation=f"trust-{letter}") for letter in "abcde"),
            Nominee(organisation="team"),
            Nominee(organisation="network"),
            Nominee(person="ann"),
        ]
    )
    partners = st.lists(
        st.sampled_from([Nominee(organisation=f"trust-{letter}", role="partner") for letter in "de"]),
        max_size=2,
        unique=True,
    )
    return st.builds(
        lambda lead, others: (lead, *(each for each in others if each.organisation != lead.organisation)),
        leads,
        partners,
    )


def _decisions(outcome: Outcome, announced: When, is_led_up_to: bool) -> tuple[Decision, ...]:
    first = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 2))
    last = Decision(
        outcome=outcome, announced=announced, source=Source(url="https://results.example.org/all")
    )
    return (first, last) if is_led_up_to and outcome is not Outcome.LONGLISTED else (last,)


def _entries() -> st.SearchStrategy[list[dict[str, Any]]]:
    won_later = Decision(outcome=Outcome.WON, announced=LATER, embargo=Embargo(until="cleared"))
    quotes = Quote(
        speaker=Speaker(person="ann"), text="We are proud of this.", approved=Approval(by="press desk")
    )
    unapproved = Quote(speaker=Speaker(name="Zzspeaker"), text="Zzquote we won.")
    told = st.builds(_decisions, st.sampled_from(OUTCOMES), PUBLIC_DAYS, st.booleans())
    fields = st.fixed_dictionaries(
        {
            "category": st.sampled_from([f"category-{place}" for place in range(len(CATEGORIES))]),
            "nominees": _nominees(),
            "programme": st.sampled_from([None, None, "glow"]),
            "decisions": st.builds(operator.add, told, st.sampled_from([(), (won_later,)])),
            "quotes": st.sampled_from([(), (), (quotes,), (unapproved,)]),
            "notes": st.just("Zznotes among us"),
            "owner": st.just("Zzowner"),
        }
    )
    entry = st.fixed_dictionaries({"place": st.integers(0, 3), "fields": fields})
    return st.lists(entry, min_size=1, max_size=8)


def _hidden_entries() -> st.SearchStrategy[list[dict[str, Any]]]:
    at_once, cleared = When(2020, 9, 1), Embargo(until="cleared")
    secret = st.sampled_from(
        [
            (),
            (Decision(outcome=Outcome.WON),),
            (Decision(outcome=Outcome.WON, announced=LATER),),
            (Decision(outcome=Outcome.WON, announced=at_once, embargo=Embargo(until=LATER)),),
            (Decision(outcome=Outcome.SHORTLISTED, announced=at_once, embargo=cleared),),
        ]
    )
    nominees = [Nominee(organisation="zz"), Nominee(person="zz"), Nominee(organisation="trust-a")]
    fields = st.fixed_dictionaries(
        {
            "category": st.just("category-0"),
            "nominees": st.sampled_from(nominees).map(lambda nominee: (nominee,)),
            "programme": st.sampled_from([None, "zz"]),
            "decisions": secret,
        }
    )
    return st.lists(st.fixed_dictionaries({"place": st.integers(0, 3), "fields": fields}), max_size=3)

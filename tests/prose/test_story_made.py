"""Situations made for the purpose, each from as few facts as it needs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from nominate import (
    Adoption,
    Approval,
    Award,
    AwardCategory,
    CategoryResult,
    CategoryResultKind,
    Certainty,
    DateKind,
    Decision,
    Edition,
    FrozenDict,
    Image,
    Impact,
    KeyDate,
    Membership,
    Mode,
    Money,
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
    Settings,
    Source,
    Speaker,
    Target,
    When,
    view,
)
from nominate.documents import Document, to_markdown
from nominate.prose import Situation, Style, story

AWARD = Award(id="care", name="Care Awards", singular="Care Award")
NETWORK = Organisation(id="network", name="Western Network", article="the")
TRUST = Organisation(id="trust", name="Avon Trust", member_of=(Membership(organisation="network"),))
OTHER = Organisation(id="other", name="Bath Trust", member_of=(Membership(organisation="network"),))
CATEGORIES = tuple(AwardCategory(id=name.lower(), name=name) for name in ("Kindness", "Safety", "Research"))
EDITION = Edition(id="2020", categories=CATEGORIES)
SOURCE = Source(title="Evaluation")


def entry(
    name: str = "one",
    outcome: Outcome | None = Outcome.SHORTLISTED,
    *further: Decision,
    category: str = "kindness",
    **fields: Any,
) -> Nomination:
    """A nomination of the trust with one decision, unless the fields say otherwise."""
    decisions = () if outcome is None else (Decision(outcome=outcome, announced=When(2020, 9, 1)),)
    given: dict[str, Any] = {
        "nominees": (Nominee(organisation="trust"),),
        "decisions": (*decisions, *further),
    }
    return Nomination(
        id=name, edition="care/2020", category=category, title=f"Project {name}", **(given | fields)
    )


def told(*entries: Nomination, as_of: str = "2020-10-01", **fields: Any) -> Document:
    """The story of a register that holds these entries; the fields change its award, edition or records."""
    edition = attrs.evolve(EDITION, **fields.pop("edition", {}))
    award = attrs.evolve(AWARD, editions=(edition,), **fields.pop("award", {}))
    audience, situation = fields.pop("audience", "public"), fields.pop("situation", None)
    given: dict[str, Any] = {
        "register": Settings(publisher="network"),
        "organisations": (NETWORK, TRUST, OTHER),
        "awards": (award,),
        "nominations": entries,
    } | fields
    shown = view(Register(records=Records(**given)), as_of=as_of, audience=audience)
    return story(shown, style=Style.load("health"), situation=situation)


def piece(*entries: Nomination, **fields: Any) -> str:
    return to_markdown(told(*entries, **fields))


def date(what: DateKind, when: When | None = None, **fields: Any) -> dict[str, tuple[KeyDate, ...]]:
    return {"dates": (KeyDate(what=what, when=when, **fields),)}


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        pytest.param(
            date(DateKind.CEREMONY, When(2020, 11, 12), certainty=Certainty.PROVISIONAL),
            "The winners are expected to be announced at a ceremony on Thursday 12 November.",
            id="provisional",
        ),
        pytest.param(
            date(DateKind.CEREMONY, When(2020, 11, 12), certainty=Certainty.POSTPONED),
            "The ceremony has been postponed.",
            id="postponed",
        ),
        pytest.param(
            date(DateKind.RESULTS_PUBLISHED, When(2020, 11), certainty=Certainty.CANCELLED),
            "The announcement of the results has been cancelled.",
            id="cancelled",
        ),
        pytest.param(
            date(DateKind.RESULTS_PUBLISHED, When(2020, 11)),
            "The results will be published in November.",
            id="results",
        ),
        pytest.param(
            date(DateKind.CEREMONY, None, mode=Mode.HYBRID),
            "The winners will be announced at a hybrid ceremony.",
            id="a day that nobody knows",
        ),
        pytest.param(
            date(DateKind.INTERVIEW, When(2020, 10, 20), certainty=Certainty.POSTPONED),
            "Interviews have been postponed.",
            id="a step postponed",
        ),
        pytest.param(
            date(DateKind.SITE_VISIT, When(2020, 10), venue="The Old Mill, Bath"),
            "Site visits are due to take place at the Old Mill, Bath, in October.",
            id="a step now, at a place",
        ),
        pytest.param(
            date(DateKind.PUBLIC_VOTE_CLOSES, When(2020, 10, 9)),
            "The public vote closes on Friday 9 October.",
            id="vote",
        ),
    ],
)
def test_what_happens_next_is_as_sure_as_its_date(dates: dict[str, Any], said: str) -> None:
    assert said in piece(entry(), edition=dates)


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param(
            date(DateKind.INTERVIEW, When(2020, 10, 20), for_=Target(category="safety")),
            id="another category",
        ),
        pytest.param(date(DateKind.JUDGING), id="nothing known but that it comes"),
        pytest.param(date(DateKind.TABLE_DEADLINE, When(2020, 10, 20)), id="nobody else's business"),
        pytest.param(date(DateKind.PUBLIC_VOTE_OPENS), id="a vote without a day"),
    ],
)
def test_a_date_that_tells_the_reader_nothing_is_left_out(dates: dict[str, Any]) -> None:
    assert piece(entry(), edition=dates) == piece(entry())


@pytest.mark.parametrize(
    ("fields", "entries", "title"),
    [
        ({}, (entry(),), "Avon Trust shortlisted for Care Awards"),
        ({}, (entry("one", Outcome.WON),), "Avon Trust wins Care Award"),
        (
            {"award": {"singular": ""}},
            (entry("one", Outcome.WON),),
            "Avon Trust wins at Care Awards",
        ),
        (
            {},
            (entry("one", Outcome.WON), entry("two", Outcome.WON, category="safety")),
            "Avon Trust wins two Care Awards",
        ),
        (
            {},
            (entry("one", Outcome.WON), entry("two", Outcome.WON, nominees=(Nominee(organisation="other"),))),
            "Two Western Network members named joint winners at Care Awards",
        ),
        (
            {
                "award": {
                    "name": "National Awards for Extraordinary Kindness in Care at Home",
                    "short_name": "Kindness",
                }
            },
            (entry("one", Outcome.HIGHLY_COMMENDED),),
            "Avon Trust highly commended at Kindness",
        ),
        (
            {"award": {"name": "National Awards for Extraordinary Kindness in Care at Home and Elsewhere"}},
            (entry(),),
            "Avon Trust shortlisted for award",
        ),
        (
            {},
            (entry("one", Outcome.WON, Decision(outcome=Outcome.REVOKED, announced=When(2020, 9, 2))),),
            "Correction: Avon Trust no longer winner at Care Awards",
        ),
        (
            {},
            (entry("one", Outcome.WON, Decision(outcome=Outcome.DECLINED, announced=When(2020, 9, 2))),),
            "Update: Avon Trust declines award at Care Awards",
        ),
        ({}, (entry("one", Outcome.WON, nominees=()),), "Project one wins Care Award"),
        (
            {},
            (entry("one", nominees=()), entry("two", nominees=())),
            "Two entries shortlisted for Care Awards",
        ),
        ({}, (entry("one", Outcome.SPECIAL_MENTION),), "Avon Trust recognised at Care Awards"),
    ],
)
def test_the_headline_says_who_and_what(
    fields: dict[str, Any], entries: tuple[Nomination, ...], title: str
) -> None:
    assert told(*entries, **fields).title == title


def test_a_category_without_an_award_is_news_even_alone() -> None:
    result = CategoryResult(is_=CategoryResultKind.NO_AWARD, announced=When(2020, 9, 1))
    categories = (attrs.evolve(CATEGORIES[0], result=result),)
    document = told(entry("one", Outcome.UNSUCCESSFUL), edition={"categories": categories})
    said = to_markdown(document)
    assert document.title == "No award made in ‘Kindness’ at Care Awards"
    assert "No award was made in the Kindness category at the 2020 Care Awards." in said
    assert "Project one" not in said


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        pytest.param(
            (entry("one", Outcome.WON, nominees=()),), "An entry has won the Kindness category", id="nobody"
        ),
        pytest.param(
            (entry("one", Outcome.PLACED),),
            "has come among the places in the Kindness category",
            id="a place that nobody noted",
        ),
        pytest.param(
            (
                entry(
                    "one",
                    None,
                    Decision(outcome=Outcome.PLACED, place=2, label="silver", announced=When(2020, 9, 1)),
                ),
            ),
            "has come second (silver) in the Kindness category",
            id="a place with the organiser's word",
        ),
        pytest.param(
            (
                entry(
                    "one",
                    None,
                    Decision(outcome=Outcome.SHORTLISTED, label="finalist", announced=When(2020, 9, 1)),
                ),
            ),
            "has been shortlisted in the Kindness category",
            id="a label that is no verb",
        ),
        pytest.param(
            (entry("one", Outcome.WON, Decision(outcome=Outcome.DISQUALIFIED, announced=When(2020, 9, 2))),),
            "The entry was disqualified on Wednesday 2 September.",
            id="a winner disqualified",
        ),
        pytest.param(
            (entry("one", Outcome.WON), entry("two", Outcome.WON)),
            "‘Project one’ and ‘Project two’ are joint winners in the Kindness category.",
            id="two entries of one holder tie",
        ),
        pytest.param(
            (entry("one"), entry("two", nominees=()), entry("three", nominees=(), category="safety")),
            "Further shortlisted entries:",
            id="entries that nobody holds",
        ),
        pytest.param(
            (
                entry("one", Outcome.WON),
                *(entry(name, category="safety") for name in ("two", "three", "four")),
            ),
            "Also shortlisted:",
            id="many beside a win",
        ),
        pytest.param(
            (entry("one", Outcome.WON), entry("two", nominees=(), category="safety")),
            "‘Project two’ was also shortlisted.",
            id="one that nobody holds beside a win",
        ),
        pytest.param(
            (
                entry("one", Outcome.HIGHLY_COMMENDED),
                entry("two", Outcome.COMMENDED, category="safety"),
                entry("three", Outcome.RUNNER_UP, category="research"),
            ),
            "- highly commended in the Kindness category, for ‘Project one’,",
            id="different honours of one holder",
        ),
    ],
)
def test_an_entry_is_told_plainly(entries: tuple[Nomination, ...], said: str) -> None:
    assert said in piece(*entries)


def test_a_share_that_is_no_round_percentage_stays_a_fraction() -> None:
    nominees = (
        Nominee(organisation="trust", share=Fraction(1, 3)),
        Nominee(organisation="other", share=Fraction(2, 3)),
    )
    assert "The prize is shared: 1/3 to Avon Trust and 2/3 to Bath Trust." in piece(
        entry("one", Outcome.WON, nominees=nominees)
    )


def programme(**fields: Any) -> Programme:
    return Programme(**({"id": "work", "name": "Warm Hands", "noun": "project"} | fields))


@pytest.mark.parametrize(
    ("impact", "said"),
    [
        (
            Impact(
                verb="prevented", value=Decimal(27), unit="falls", hedges=("estimated", "over"), source=SOURCE
            ),
            "Warm Hands prevented an estimated total of over 27 falls.",
        ),
        (
            Impact(verb="prevented", value=Decimal(27), unit="falls", hedges=("estimated",), source=SOURCE),
            "Warm Hands prevented an estimated 27 falls.",
        ),
        (
            Impact(
                verb="saved",
                money=Money(amount=Decimal(5000), hedges=("around",)),
                hedges=("potentially",),
                source=SOURCE,
            ),
            "Warm Hands potentially saved around £5,000.",
        ),
        (
            Impact(
                verb="avoided",
                value=Decimal(1),
                unit="stays",
                unit_one="stay",
                money=Money(amount=Decimal(900)),
                source=SOURCE,
            ),
            "Warm Hands avoided one stay, worth £900.",
        ),
        (Impact(verb="doubled to", value=Decimal("2.5"), source=SOURCE), "Warm Hands doubled to 2.5."),
    ],
)
def test_an_impact_keeps_every_hedge_at_its_word(impact: Impact, said: str) -> None:
    work = programme(impacts=(impact,))
    assert said in piece(entry("one", Outcome.WON, programme="work"), programmes=(work,))


@pytest.mark.parametrize(
    ("adoption", "said"),
    [
        (Adoption(places=("Bath", "Frome")), "Warm Hands has spread to Bath and Frome."),
        (Adoption(value=Decimal(3), unit="wards"), "Warm Hands has spread to three wards."),
    ],
)
def test_how_far_it_has_spread_is_told_as_far_as_it_is_known(adoption: Adoption, said: str) -> None:
    work = programme(adoption=adoption)
    assert said in piece(entry("one", Outcome.WON, programme="work"), programmes=(work,))


@pytest.mark.parametrize(
    ("outcome", "further", "said"),
    [
        (
            Outcome.SHORTLISTED,
            (),
            "Our Warm Hands project has been shortlisted in the Kindness category at the 2020 Care Awards",
        ),
        (Outcome.WON, (), "Our Warm Hands project has won a Care Award."),
        (
            Outcome.WON,
            (Decision(outcome=Outcome.DECLINED, announced=When(2020, 9, 2)),),
            "Our Warm Hands project has won a Care Award and has declined it.",
        ),
    ],
)
def test_our_own_work_is_told_as_ours(outcome: Outcome, further: tuple[Decision, ...], said: str) -> None:
    work = programme(lead="network", partners=(Partner(organisation="other"), Partner(organisation="trust")))
    ours = entry("one", outcome, *further, programme="work", nominees=(Nominee(organisation="network"),))
    document = piece(ours, programmes=(work,), situation=Situation.WIN if further else None)
    assert said in document
    assert "The Western Network leads the project, with Bath Trust and Avon Trust as partners." in document
    assert "best of luck" not in document


def test_a_prize_without_a_sum_is_told_by_its_kind() -> None:
    categories = (attrs.evolve(CATEGORIES[0], prize=Prize(kind="trophy")),)
    assert "The winning entry receives a trophy." in piece(
        entry("one", Outcome.WON), edition={"categories": categories}
    )


@pytest.mark.parametrize(
    ("hosts", "declared", "said"),
    [
        (("sponsor",), {"finalists": 40, "tables": 12}, "sponsored by Bath Trust."),
        (("media partner",), {}, "Bath Trust is media partner of the 2020 Care Awards."),
        (
            (),
            {"finalists": 40, "tables": 12},
            (
                "At the 2020 Care Awards, the organisers named 40 finalists. "
                "According to the organisers, there are 12 tables."
            ),
        ),
    ],
)
def test_who_runs_the_awards_and_what_they_say_of_them(
    hosts: tuple[str, ...], declared: dict[str, int], said: str
) -> None:
    edition = {
        "hosts": tuple(Partner(organisation="other", role=role) for role in hosts),
        "declared": FrozenDict(declared),
    }
    assert said in piece(entry(), edition=edition)


@pytest.mark.parametrize(
    ("speaker", "introduction"),
    [
        (Speaker(name="Ann Lee", role="Nurse"), "Ann Lee, Nurse, said:"),
        (Speaker(name="Ann Lee", organisation="trust"), "Ann Lee, of Avon Trust, said:"),
        (Speaker(name="Ann Lee"), "Ann Lee said:"),
        (Speaker(person="ann"), "Ann Lee said:"),
    ],
)
def test_who_speaks_is_told_as_far_as_it_is_known(speaker: Speaker, introduction: str) -> None:
    quote = Quote(speaker=speaker, text="It works.", approved=Approval(by="Ann Lee"))
    said = piece(entry(quotes=(quote,)), people=(Person(id="ann", name="Ann Lee"),))
    assert f"\n{introduction}\n\n> “It works.”\n" in said


@pytest.mark.parametrize(("consent", "is_shown"), [(Approval(by="Ann Lee"), True), (None, False)])
def test_a_picture_needs_consent_even_within_the_team(consent: Approval | None, is_shown: bool) -> None:
    image = Image(file="a.png", alt="Ann Lee smiles", people=(Pictured(person="ann"),), consent=consent)
    said = piece(entry(images=(image,)), people=(Person(id="ann", name="Ann Lee"),), audience="internal")
    assert ("Picture (a.png): Ann Lee smiles\n\nAnn Lee\n" in said) is is_shown


def test_a_name_as_published_is_kept_where_all_entries_carry_it() -> None:
    nominees = (Nominee(organisation="trust", credited_as="Avon Trust Hospitals"),)
    assert "Avon Trust Hospitals, a member of" in piece(entry(nominees=nominees))
    assert "Avon Trust, a member of" in piece(
        entry("one", nominees=nominees), entry("two", category="safety")
    )


def test_a_team_and_its_organisation_are_told_together() -> None:
    team = Organisation(id="team", name="Night Team", article="the", part_of="trust")
    entries = (entry("one"), entry("two", category="safety", nominees=(Nominee(organisation="team"),)))
    said = piece(*entries, organisations=(NETWORK, TRUST, OTHER, team))
    assert "Avon Trust, a member of the Western Network, has been shortlisted in two categories" in said
    assert "Safety, for ‘Project two’, by the Night Team" in said
    again = piece(*reversed(entries), organisations=(NETWORK, TRUST, OTHER, team))
    assert "Safety, for ‘Project two’, by the Night Team" in again


def test_without_a_publisher_nobody_is_ours_and_nobody_wishes() -> None:
    said = piece(entry(), register=Settings())
    assert "Avon Trust has been shortlisted in the Kindness category at the 2020 Care Awards" in said
    assert "best of luck" not in said


def test_a_round_up_about_one_organisation_bears_its_name() -> None:
    second = attrs.evolve(EDITION, id="2019", name="2019 Care Awards")
    won = attrs.evolve(entry("two", Outcome.WON), edition="care/2019")
    awards = (attrs.evolve(AWARD, editions=(second, EDITION)),)
    document = told(entry(), won, awards=awards)
    assert document.title == "Avon Trust in September: one win and one shortlisted entry"
    assert document.standfirst == ("News of the 2019 Care Awards and the 2020 Care Awards.",)

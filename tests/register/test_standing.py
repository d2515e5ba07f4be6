from __future__ import annotations

from typing import Any

import attrs
import pytest

from nominate import (
    Approval,
    Audience,
    Award,
    AwardCategory,
    CategoryResult,
    CategoryResultKind,
    Certainty,
    DateKind,
    Decision,
    EarlierDate,
    Edition,
    Embargo,
    Image,
    KeyDate,
    Nomination,
    Outcome,
    Quote,
    Records,
    Register,
    Speaker,
    Target,
    View,
    When,
    view,
)

CEREMONY = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, 12, 19, 30))


def register(*decisions: Decision, dates: tuple[KeyDate, ...] = (), **more: Any) -> Register:
    category = AwardCategory(id="team", name="Team of the Year")
    other = AwardCategory(id="ward", name="Ward of the Year")
    edition = Edition(id="2020", dates=dates, categories=(category, other))
    entry = Nomination(id="a", edition="hsj/2020", category="team", title="A", decisions=decisions)
    award = Award(id="hsj", name="HSJ Awards", editions=(edition,))
    return Register(records=Records(awards=(award,), nominations=(attrs.evolve(entry, **more),)))


def outcomes(given: Register, as_of: str, audience: str = "public") -> list[str]:
    shown = view(given, as_of=as_of, audience=audience)
    return [each.outcome.value for entry in shown.entries for each in entry.history.decisions]


def won(announced: str | None, until: str | DateKind | When | None = None, **more: Any) -> Decision:
    told = When.parse(announced) if announced else None
    embargo = None if until is None else Embargo(until=until)
    return attrs.evolve(Decision(outcome=Outcome.WON, announced=told, embargo=embargo), **more)


@pytest.mark.parametrize(
    ("announced", "until", "shut", "opens"),
    [
        pytest.param("2020-08-17", None, "2020-08-16T23:59", "2020-08-17", id="a day counts from its start"),
        pytest.param("2020-08", None, "2020-08-31T23:59", "2020-09-01", id="a month from its end"),
        pytest.param("2020", None, "2020-12-31T23:59", "2021", id="a year from its end"),
        pytest.param(
            "2020-08~", None, "2020-09-30T23:59", "2020-10-01", id="about a month from the next's end"
        ),
        pytest.param(
            "2020-08-17/2020-08-19", None, "2020-08-19T23:59", "2020-08-20", id="an interval from its end"
        ),
        pytest.param(
            "2020-08-17T20:00", None, "2020-08-17T19:59", "2020-08-17T20:00", id="a time to the minute"
        ),
        pytest.param(
            "2020-11-12",
            When(2020, 11, 12, 20, 0),
            "2020-11-12T19:59",
            "2020-11-12T20:00",
            id="an embargo ends to the minute",
        ),
        pytest.param(
            "2020-11-12",
            When(2020, 11, 12),
            "2020-11-12T23:59",
            "2020-11-13",
            id="an embargo ends with its day",
        ),
        pytest.param(
            "2020-11-20",
            When(2020, 11, 12, 20, 0),
            "2020-11-19T23:59",
            "2020-11-20",
            id="an announcement after the embargo's end decides",
        ),
        pytest.param(
            "2020-11",
            When(2020, 10, 31),
            "2020-11-30T23:59",
            "2020-12-01",
            id="an embargo that ends as the month of the announcement begins opens nothing",
        ),
        pytest.param(
            "2020-11-12",
            DateKind.CEREMONY,
            "2020-11-12T19:29",
            "2020-11-12T19:30",
            id="a ceremony's time ends it",
        ),
        pytest.param(
            "2020-11-12",
            When.parse("2020-11-12T20:00+01:00"),
            "2020-11-12T18:59",
            "2020-11-12T19:00",
            id="a time in another zone",
        ),
    ],
)
def test_a_decision_is_public_from_its_moment_and_not_before(
    announced: str, until: When | DateKind | None, shut: str, opens: str
) -> None:
    given = register(won(announced, until), dates=(CEREMONY,))
    assert outcomes(given, shut) == []
    assert outcomes(given, opens) == ["won"]
    assert outcomes(given, shut, "press") == []
    assert outcomes(given, opens, "press") == ["won"]


@pytest.mark.parametrize(
    ("decision", "dates"),
    [
        pytest.param(won(None), (), id="no announcement"),
        pytest.param(won(None, When(2020, 1, 1)), (), id="an embargo without an announcement"),
        pytest.param(won("2020-11-12", "cleared"), (), id="until cleared"),
        pytest.param(won("2020-11-12", DateKind.CEREMONY), (), id="a date that is missing"),
        *(
            pytest.param(
                won("2020-11-12", DateKind.CEREMONY),
                (attrs.evolve(CEREMONY, certainty=certainty),),
                id=certainty.value,
            )
            for certainty in Certainty
            if certainty is not Certainty.CONFIRMED
        ),
        pytest.param(won("2020-11-12", DateKind.CEREMONY), (CEREMONY, CEREMONY), id="two dates of the kind"),
        pytest.param(
            won("2020-11-12", DateKind.CEREMONY),
            (attrs.evolve(CEREMONY, when=When(2020, 11)),),
            id="only a month",
        ),
        pytest.param(
            won("2020-11-12", DateKind.CEREMONY), (attrs.evolve(CEREMONY, when=None),), id="no day yet"
        ),
        pytest.param(
            won("2020-11-12", DateKind.CEREMONY),
            (attrs.evolve(CEREMONY, for_=Target(category="ward")),),
            id="another category's date",
        ),
    ],
)
def test_what_nothing_surely_opens_stays_shut_for_ever(
    decision: Decision, dates: tuple[KeyDate, ...]
) -> None:
    given = register(decision, dates=dates)
    assert outcomes(given, "2999-01-01") == []
    assert outcomes(given, "2999-01-01", "press") == []
    assert outcomes(given, "2020-01-01", "internal") == ["won"]


def test_a_date_of_the_entrys_own_category_ends_its_embargo_before_one_for_all() -> None:
    own = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, 20), for_=Target(category="team"))
    given = register(won("2020-11-12", DateKind.CEREMONY), dates=(CEREMONY, own))
    assert outcomes(given, "2020-11-13") == []
    assert outcomes(given, "2020-11-21") == ["won"]


def test_the_team_itself_knows_what_is_recorded_from_when_it_was_known() -> None:
    given = register(won("2020-11-12", "cleared", known=When(2020, 11, 1)))
    assert outcomes(given, "2020-10-31", "internal") == []
    assert outcomes(given, "2020-11-01", "internal") == ["won"]


def test_a_nomination_without_a_decision_is_for_the_team_alone() -> None:
    given = register()
    assert view(given, as_of="2020-01-01").entries == ()
    assert len(view(given, as_of="2020-01-01", audience="internal").entries) == 1


def test_the_summer_time_of_the_registers_zone_counts() -> None:
    given = register(won("2020-07-01T20:00"))
    assert outcomes(given, "2020-07-01T18:59Z") == []
    assert outcomes(given, "2020-07-01T19:00Z") == ["won"]


def test_an_announcement_in_the_hour_that_is_repeated_counts_from_the_later() -> None:
    given = register(won("2020-10-25T01:30"))
    assert outcomes(given, "2020-10-25T01:29Z") == []
    assert outcomes(given, "2020-10-25T01:30Z") == ["won"]


def quoting(**more: Any) -> Quote:
    usual = Quote(speaker=Speaker(name="Dr A"), text="We won.", approved=Approval(by="B"))
    return attrs.evolve(usual, **more)


SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))


@pytest.mark.parametrize(
    ("quote", "is_shown"),
    [
        pytest.param(quoting(), True, id="approved"),
        pytest.param(quoting(approved=None), False, id="not approved"),
        pytest.param(quoting(approved=Approval(by="B", on=When(2020, 12))), False, id="approved later"),
        pytest.param(quoting(said=When(2020, 10, 2)), False, id="said later"),
        pytest.param(quoting(of="shortlisted"), True, id="about an open decision"),
        pytest.param(quoting(of="won"), False, id="about a decision still shut"),
    ],
)
def test_a_quote_is_public_only_when_agreed_and_about_nothing_shut(quote: Quote, is_shown: bool) -> None:
    given = register(SHORTLISTED, won("2020-11-12"), quotes=(quote,))
    entry = view(given, as_of="2020-10-01").entries[0]
    assert bool(entry.statements) is bool(entry.nomination.quotes) is is_shown
    assert all(each.approved is None and each.of is None for each in entry.nomination.quotes)
    assert len(view(given, as_of="2020-10-01", audience="internal").entries[0].statements) == 1


@pytest.mark.parametrize(("consent", "is_shown"), [(None, False), (Approval(by="all"), True)])
def test_an_image_is_public_only_with_consent(consent: Approval | None, is_shown: bool) -> None:
    given = register(SHORTLISTED, images=(Image(file="team.png", alt="A team", consent=consent),))
    assert bool(view(given, as_of="2020-10-01").entries[0].images) is is_shown


def dates_of(shown: View) -> list[str]:
    return [str(event.date.when) for event in shown.events]


def test_a_date_that_was_moved_is_told_as_it_was_known_then() -> None:
    moved = KeyDate(
        what=DateKind.ENTRY_DEADLINE,
        when=When(2020, 2, 28),
        announced=When(2020, 2, 10),
        was=(EarlierDate(when=When(2020, 2, 14), announced=When(2019, 12, 1)),),
    )
    given = register(SHORTLISTED, dates=(moved,))
    assert dates_of(view(given, as_of="2019-11-01")) == []
    assert dates_of(view(given, as_of="2020-01-01")) == ["2020-02-14"]
    assert dates_of(view(given, as_of="2020-02-10")) == ["2020-02-28"]


def test_a_date_without_an_announcement_is_public() -> None:
    assert dates_of(view(register(dates=(CEREMONY,)), as_of="2019-01-01")) == ["2020-11-12T19:30"]


def test_a_date_for_one_nomination_is_public_only_with_it() -> None:
    own = KeyDate(what=DateKind.PRESENTATION, when=When(2020, 10, 14), for_=Target(nomination="a"))
    given = register(won("2020-11-12"), dates=(own,))
    assert dates_of(view(given, as_of="2020-11-11")) == []
    assert dates_of(view(given, as_of="2020-11-12")) == ["2020-10-14"]


def test_a_categorys_result_waits_for_its_announcement() -> None:
    given = register(SHORTLISTED)
    award = given.awards[0]
    result = CategoryResult(is_=CategoryResultKind.NO_AWARD, announced=When(2020, 11, 12), reason="too few")
    category = attrs.evolve(award.editions[0].categories[1], result=result)
    edition = attrs.evolve(award.editions[0], categories=(award.editions[0].categories[0], category))
    changed = Register(
        records=attrs.evolve(given.records, awards=(attrs.evolve(award, editions=(edition,)),))
    )
    before, after = view(changed, as_of="2020-11-11"), view(changed, as_of="2020-11-12")
    assert before.awards[0].editions[0].categories[1].result is None
    told = after.awards[0].editions[0].categories[1].result
    assert told is not None
    assert told.is_ is CategoryResultKind.NO_AWARD
    assert told.reason == ""


def test_only_the_press_is_told_until_when_it_must_wait() -> None:
    given = register(SHORTLISTED, won("2020-11-12", When(2020, 11, 12, 20, 0)))
    press = view(given, as_of="2020-12-01", audience=Audience.PRESS)
    assert press.embargoed_until is not None
    assert press.embargoed_until.isoformat() == "2020-11-12T20:00:00+00:00"
    assert view(given, as_of="2020-12-01").embargoed_until is None

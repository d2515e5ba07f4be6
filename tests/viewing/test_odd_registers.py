"""Registers that a script made and nobody checked, and the corners of those that are right."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from nominate import (
    Approval,
    Award,
    AwardCategory,
    DateKind,
    Decision,
    Edition,
    Embargo,
    KeyDate,
    Kind,
    Membership,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Person,
    Quote,
    RecordNotFound,
    Records,
    Register,
    Role,
    Settings,
    Speaker,
    Succession,
    UsageError,
    View,
    When,
    view,
)

WON = Decision(outcome=Outcome.WON, announced=When(2020, 9, 1))
NOW = "2020-10-01"
CATEGORIES = (AwardCategory(id="team", name="Team"),)


def entry(name: str = "a", **more: Any) -> Nomination:
    usual = Nomination(id=name, edition="hsj/2020", category="team", title="A", decisions=(WON,))
    return attrs.evolve(usual, **more)


def register(
    *entries: Nomination, editions: tuple[str, ...] = ("2020",), dates: tuple[KeyDate, ...] = (), **more: Any
) -> Register:
    told = tuple(Edition(id=name, categories=CATEGORIES, dates=dates) for name in editions)
    award = Award(id="hsj", name="HSJ Awards", editions=told)
    return Register(records=Records(awards=(award,), nominations=entries, **more))


def names(shown: View) -> list[str]:
    return [each.id for each in shown.entries]


@pytest.mark.parametrize("audience", ["public", "press", "internal"])
def test_an_empty_register_makes_an_empty_view(audience: str) -> None:
    shown = view(Register(records=Records()), as_of=NOW, audience=audience)
    assert (shown.entries, shown.awards, shown.organisations, shown.events) == ((), (), (), ())
    assert set(shown.totals.values()) == {0}
    assert len(list(shown.table())) == 1


def test_organisations_in_a_circle_come_to_an_end() -> None:
    circle = (
        Organisation(id="one", name="One", part_of="two", succeeded_by=(Succession(organisation="two"),)),
        Organisation(id="two", name="Two", part_of="one", member_of=(Membership(organisation="one"),)),
    )
    given = register(entry(nominees=(Nominee(organisation="one"),)), organisations=circle)
    assert names(view(given, as_of=NOW, organisation="two")) == ["a"]
    assert names(view(given, as_of=NOW, member_of="one")) == ["a"]
    assert len(view(given, as_of=NOW).organisations) == 2


NESTED = (
    Organisation(id="group", name="Group"),
    Organisation(id="trust", name="Trust", part_of="group", member_of=(Membership(organisation="net"),)),
    Organisation(id="ward", name="Ward", part_of="trust"),
    Organisation(id="net", name="Net"),
)


def test_a_team_of_a_team_counts_as_the_topmost_and_is_found_by_each() -> None:
    given = register(entry(nominees=(Nominee(organisation="ward"),)), organisations=NESTED)
    assert view(given, as_of=NOW).entries[0].leads == ("group",)
    for name in ("group", "trust", "ward"):
        assert names(view(given, as_of=NOW, organisation=name)) == ["a"]


def test_a_team_is_in_the_networks_of_all_that_it_is_part_of() -> None:
    given = register(entry(nominees=(Nominee(organisation="ward"),)), organisations=NESTED)
    assert names(view(given, as_of=NOW, member_of="net")) == ["a"]


@pytest.mark.parametrize(
    ("since", "found"), [(When(2020), ["a"]), (When(2020, 9, 2), []), (When(2020, 8), ["a"])]
)
def test_a_membership_of_which_nobody_knows_whether_it_had_begun_counts(
    since: When, found: list[str]
) -> None:
    joined = Organisation(id="ruh", name="RUH", member_of=(Membership(organisation="net", since=since),))
    given = register(entry(nominees=(Nominee(organisation="ruh"),)), organisations=(joined, NESTED[3]))
    assert names(view(given, as_of=NOW, member_of="net")) == found


def test_an_organisation_that_is_part_of_one_that_is_not_there_stands_for_itself() -> None:
    lost = Organisation(id="ward", name="Ward", part_of="gone")
    given = register(entry(nominees=(Nominee(organisation="ward"),)), organisations=(lost,))
    assert view(given, as_of=NOW).entries[0].leads == ("ward",)


def test_people_alone_and_partners_alone_are_counted_as_what_they_are() -> None:
    given = register(
        entry("by-person", nominees=(Nominee(person="ann"),)),
        entry("by-partners", nominees=(Nominee(organisation="ward", role="funder"),)),
        people=(Person(id="ann", name="Ann"),),
        organisations=NESTED,
    )
    totals = view(given, as_of=NOW).totals
    assert [totals[name] for name in ("nominations", "wins", "organisations", "lead organisations")] == [
        2,
        2,
        1,
        0,
    ]
    assert totals["partner organisations"] == 1


def test_a_tie_of_three_is_three_wins_in_one_category() -> None:
    totals = view(register(*map(entry, "abc")), as_of=NOW).totals
    assert (totals["wins"], totals["categories"]) == (3, 1)


def test_a_category_that_is_not_there_is_named() -> None:
    moved = Decision(outcome=Outcome.RECATEGORISED, to="gone", announced=When(2020, 9, 1))
    with pytest.raises(RecordNotFound, match="no category of hsj/2020 'gone'"):
        view(register(entry(decisions=(moved,))), as_of=NOW)


def test_a_nominee_quote_or_programme_that_is_not_there_is_left_out() -> None:
    quote = Quote(speaker=Speaker(person="gone"), text="A.", approved=Approval(by="B"))
    lost = entry(
        nominees=(Nominee(person="gone"), Nominee(organisation="gone")), programme="gone", quotes=(quote,)
    )
    shown = view(register(lost), as_of=NOW)
    assert (shown.people, shown.organisations, shown.programmes) == ((), (), ())
    assert names(view(register(lost), as_of=NOW, award="hsj")) == ["a"]


def test_two_nominations_of_one_id_are_both_kept() -> None:
    given = register(entry(), entry(edition="hsj/2021"), editions=("2020", "2021"))
    assert [each.edition_id for each in view(given, as_of=NOW, outcome="won").entries] == [
        "hsj/2020",
        "hsj/2021",
    ]


@pytest.mark.parametrize(
    ("edition", "dates", "year"),
    [
        pytest.param("2020", (), 2020, id="a year"),
        pytest.param("2020-21", (), 2020, id="two years"),
        pytest.param("2020-spring", (), 2020, id="a part of a year"),
        pytest.param(
            "xi", (KeyDate(what=DateKind.CEREMONY, when=When(2020, 11)),), 2020, id="its first date"
        ),
        pytest.param("xi", (), None, id="no date"),
        pytest.param("0000", (), None, id="four digits that are no year"),
        pytest.param("20201", (), None, id="five digits"),
    ],
)
def test_the_year_of_an_edition(edition: str, dates: tuple[KeyDate, ...], year: int | None) -> None:
    given = register(entry(edition=f"hsj/{edition}"), editions=(edition,), dates=dates)
    assert names(view(given, as_of=NOW, year=2020)) == (["a"] if year else [])


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland", "Asia/Kathmandu", "UTC"])
def test_an_embargo_and_dates_nobody_knows_hold_in_every_zone(zone: str) -> None:
    win = attrs.evolve(WON, embargo=Embargo(until=When(2020, 9, 10, 20, 0)))
    unknown = KeyDate(what=DateKind.JUDGING)
    first = KeyDate(what=DateKind.CEREMONY, when=When(2020, 9, 10))
    given = register(
        entry(decisions=(win,)), dates=(unknown, first, unknown), register=Settings(timezone=zone)
    )
    assert names(view(given, as_of="2020-09-10T19:59")) == []
    shown = view(given, as_of="2020-09-10T20:00")
    assert names(shown) == ["a"]
    assert [event.date for event in shown.events] == [first, unknown, unknown]


def test_a_moment_with_an_offset_of_a_day_is_refused() -> None:
    with pytest.raises(UsageError, match="is not a day or time"):
        view(register(), as_of="2020-10-01T12:00+24:00")


def test_kinds_of_organisations_that_the_view_does_not_name_are_not_in_it() -> None:
    secret = Kind(id="secret", one="secret", many="secrets")
    given = register(kinds=(secret,), organisations=(Organisation(id="s", name="S", kind="secret"),))
    assert view(given, as_of=NOW).kinds == ()
    assert view(given, as_of=NOW, audience="internal").kinds == (secret,)


def test_whoever_speaks_in_a_view_is_one_of_its_people() -> None:
    quote = Quote(speaker=Speaker(person="ann"), text="A.", approved=Approval(by="B"))
    given = register(entry(quotes=(quote,)), people=(Person(id="ann", name="Ann"),))
    assert [each.id for each in view(given, as_of=NOW).people] == ["ann"]


@pytest.mark.parametrize(("since", "found"), [(When(2019), ["a"]), (When(2020), ["a"]), (When(2020, 12), [])])
def test_a_nominated_person_stands_for_an_organisation_only_from_their_role_on(
    since: When, found: list[str]
) -> None:
    person = Person(id="ann", name="Ann", roles=(Role(title="Lead", organisation="net", since=since),))
    given = register(entry(nominees=(Nominee(person="ann"),)), people=(person,), organisations=NESTED)
    assert names(view(given, as_of=NOW, organisation="net")) == found

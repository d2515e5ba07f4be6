from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import attrs
import pytest

import nominate
from nominate import (
    Award,
    AwardCategory,
    Decision,
    Edition,
    Embargo,
    FormerName,
    Impact,
    Membership,
    Money,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Partner,
    Person,
    Programme,
    Quote,
    RecordNotFound,
    Records,
    Register,
    Role,
    Settings,
    Source,
    Speaker,
    UsageError,
    View,
    When,
    view,
)
from nominate.model.source import Approval

RUH = Organisation(
    id="ruh",
    name="Royal United Hospitals Bath NHS Foundation Trust",
    kind="nhs trust",
    aliases=("RUH Bath",),
    member_of=(Membership(organisation="net", until=When(2023, 5)),),
    former_names=(
        FormerName(until=When(2014, 11), name="Royal United Hospital Bath NHS Trust", abbreviation="RUH"),
    ),
    contact="press@ruh.example",
)
TEAM = Organisation(id="team", name="Sepsis Team", kind="team", part_of="ruh")
NET = Organisation(id="net", name="The Network", kind="network")
SECRET = Organisation(id="secret", name="Secret Trust")
PROJECT = Programme(
    id="skip",
    name="SKIP",
    lead="ruh",
    partners=(Partner(organisation="net", role="funder"),),
    impacts=(Impact(verb="told"), Impact(verb="shown", source=Source(title="A report"))),
)
LEAD = Person(
    id="lead",
    name="Dr Ann Example",
    roles=(
        Role(title="Ward Manager", until=When(2019)),
        Role(title="Patient Safety Lead", organisation="ruh", since=When(2020)),
    ),
)
SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))
WON = Decision(outcome=Outcome.WON, announced=When(2020, 11, 12))


def edition(name: str) -> Edition:
    categories = (AwardCategory(id="safety", name=f"Safety {name}"), AwardCategory(id="team", name="Team"))
    return Edition(id=name, categories=categories)


def nomination(name: str, year: str = "2020", **more: Any) -> Nomination:
    usual = Nomination(id=name, edition=f"hsj/{year}", category="safety", title=name.title())
    return attrs.evolve(
        usual, **{"decisions": (SHORTLISTED,), "nominees": (Nominee(organisation="ruh"),), **more}
    )


def register(*nominations: Nomination) -> Register:
    hsj = Award(id="hsj", name="HSJ Awards", editions=tuple(map(edition, ("2013", "2020", "2024"))))
    other = Award(id="other", name="Other Awards", editions=(edition("2020"),))
    return Register(
        records=Records(
            register=Settings(publisher="net"),
            organisations=(RUH, TEAM, NET, SECRET),
            people=(LEAD,),
            programmes=(PROJECT,),
            awards=(hsj, other),
            nominations=nominations,
        )
    )


ENTRIES = register(
    nomination("alone"),
    nomination("by-team", nominees=(Nominee(organisation="team"),), decisions=(SHORTLISTED, WON)),
    nomination("by-person", nominees=(Nominee(person="lead"),), category="team"),
    nomination("late", year="2024", decisions=(attrs.evolve(SHORTLISTED, announced=When(2024, 8)),)),
    nomination("elsewhere", edition="other/2020", programme="skip"),
    nomination("drafted", decisions=(), nominees=(Nominee(organisation="secret"),)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "alone by-team by-person late elsewhere"),
        ({"award": "other"}, "elsewhere"),
        ({"edition": ["hsj/2024", "other/2020"]}, "late elsewhere"),
        ({"year": 2020}, "alone by-team by-person elsewhere"),
        ({"year": "2024"}, "late"),
        ({"category": "team"}, "by-person"),
        ({"organisation": "team"}, "by-team"),
        ({"organisation": "ruh"}, "alone by-team by-person late elsewhere"),
        ({"organisation": "Royal United Hospital Bath NHS Trust"}, "alone by-team by-person late elsewhere"),
        ({"organisation": "ruh bath"}, "alone by-team by-person late elsewhere"),
        ({"programme": "skip"}, "elsewhere"),
        ({"outcome": "won"}, "by-team"),
        ({"outcome": "shortlisted"}, "alone by-person late elsewhere"),
        ({"member_of": "net"}, "alone by-team by-person elsewhere"),
        ({"year": 2020, "outcome": ("won", "shortlisted"), "award": "hsj"}, "alone by-team by-person"),
        ({"announced": "2020-11"}, "by-team"),
        ({"announced": When(2020, 8, 17)}, "alone by-team by-person elsewhere"),
        ({"announced": 2024}, "late"),
        ({"announced": "2024-08-01/2024-08-30"}, ""),
        ({"announced": "2024-07/2024-09"}, "late"),
        ({"announced": ["2020-11", "2024-08"]}, "by-team late"),
        ({"announced": "2020-07"}, ""),
    ],
)
def test_a_filter_selects_what_it_says(filters: dict[str, Any], found: str) -> None:
    shown = view(ENTRIES, as_of="2025-01-01", **filters)
    assert [entry.id for entry in shown.entries] == found.split()


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"award": "hjs"}, "no award 'hjs'; did you mean 'hsj'?"),
        ({"edition": "hjs/2013"}, "no edition 'hjs/2013'; did you mean 'hsj/2013'?"),
        ({"organisation": "rhu"}, "no organisation 'rhu'; did you mean 'ruh'?"),
        ({"category": "saftey"}, "no category 'saftey'; did you mean 'safety'?"),
        ({"programme": "dwac"}, "no programme 'dwac'; choose from skip"),
        ({"member_of": "nett"}, "no organisation 'nett'; did you mean 'net'?"),
    ],
)
def test_a_filter_that_names_nothing_is_refused(filters: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordNotFound) as raised:
        view(ENTRIES, as_of="2025-01-01", **filters)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"organization": "ruh"}, "no filter 'organization'; did you mean 'organisation'?"),
        ({"outcome": "finalist"}, "'finalist' is not an outcome"),
        ({"year": "20"}, "'20' is not a year; write it in four digits, as in 2020"),
        ({"announced": "2020-Q4"}, "'2020-Q4' is not a period; write a day, a month or a year"),
        ({"announced": "2020-12/2020-10"}, "from the earlier to the later, as in 2026-10"),
        ({"announced": "2020-11~"}, "'2020-11~' is not a period"),
        ({"announced": "2020-11-03/2020-11-04T20:00"}, "is not a period"),
        ({"audience": "staff"}, "'staff' is not an audience; choose from public, press, internal"),
        ({"as_of": "soon"}, "'soon' is not a date"),
        ({"as_of": date(2020, 10, 1)}, "give a When, or text such as '2020-10-01'"),
    ],
)
def test_what_makes_no_sense_is_refused(filters: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as raised:
        view(ENTRIES, **{"as_of": "2025-01-01", **filters})
    assert message in str(raised.value)


def test_a_name_that_several_share_is_refused() -> None:
    twin = attrs.evolve(SECRET, id="twin", name="Sepsis Team")
    records = attrs.evolve(ENTRIES.records, organisations=(*ENTRIES.organisations, twin))
    with pytest.raises(RecordNotFound, match="several organisations; choose from 'team', 'twin'"):
        Register(records=records).organisation("sepsis team")


def test_an_organisation_has_the_name_of_the_day() -> None:
    told = attrs.evolve(SHORTLISTED, announced=When(2013, 8, 1))
    entry = view(register(nomination("old", year="2013", decisions=(told,))), as_of="2025-01-01").entries[0]
    assert entry.nominees[0].name == "Royal United Hospital Bath NHS Trust"
    assert entry.nominees[0].organisation is not None
    assert entry.nominees[0].organisation.short_name == ""


def test_a_name_as_published_goes_before_the_name_of_the_day() -> None:
    credited = (Nominee(organisation="ruh", credited_as="The RUH"),)
    entry = view(register(nomination("a", nominees=credited)), as_of="2025-01-01").entries[0]
    assert entry.nominees[0].name == "The RUH"


def test_a_team_counts_as_its_organisation() -> None:
    shown = view(ENTRIES, as_of="2025-01-01", edition="hsj/2020")
    assert shown.entries[1].leads == ("ruh",)
    assert shown.totals["organisations"] == 1


def test_a_speaker_has_the_role_of_the_day() -> None:
    quotes = (
        Quote(speaker=Speaker(person="lead"), text="One.", said=When(2020, 8, 1), approved=Approval(by="x")),
        Quote(speaker=Speaker(person="lead"), text="Two.", said=When(2018, 8, 1), approved=Approval(by="x")),
        Quote(
            speaker=Speaker(name="C", role="Chair", organisation="net"),
            text="A.\n\nB.",
            approved=Approval(by="x"),
        ),
    )
    told = view(register(nomination("a", quotes=quotes)), as_of="2025-01-01").entries[0].statements
    assert [(each.name, each.role) for each in told] == [
        ("Dr Ann Example", "Patient Safety Lead"),
        ("Dr Ann Example", "Ward Manager"),
        ("C", "Chair"),
    ]
    assert told[0].organisation is not None
    assert told[0].organisation.id == "ruh"
    assert told[2].paragraphs == ("A.", "B.")


def test_an_impact_without_a_source_is_for_the_team_alone() -> None:
    public = view(ENTRIES, as_of="2025-01-01").programmes[0]
    internal = view(ENTRIES, as_of="2025-01-01", audience="internal").programmes[0]
    assert [each.verb for each in public.impacts] == ["shown"]
    assert [each.verb for each in internal.impacts] == ["told", "shown"]


def test_only_what_a_public_entry_names_is_in_a_public_view() -> None:
    public = view(ENTRIES, as_of="2025-01-01")
    assert [each.id for each in public.organisations] == ["ruh", "team", "net"]
    assert [each.id for each in public.people] == ["lead"]
    assert all(not each.contact for each in public.organisations)
    assert [each.id for each in public.kinds] == ["network", "nhs trust", "team"]
    internal = view(ENTRIES, as_of="2025-01-01", audience="internal")
    assert [each.id for each in internal.organisations] == ["ruh", "team", "net", "secret"]


def test_an_edition_has_a_name_even_where_none_is_given() -> None:
    assert view(ENTRIES, as_of="2025-01-01").entries[0].edition.name == "2020 HSJ Awards"


def test_a_filter_on_entries_leaves_out_editions_without_one() -> None:
    assert list(view(ENTRIES, as_of="2025-01-01", programme="skip").editions) == ["other/2020"]
    assert list(view(ENTRIES, as_of="2025-01-01", announced="2024").editions) == ["hsj/2024"]
    assert len(view(ENTRIES, as_of="2025-01-01").editions) == 4


KEPT = attrs.evolve(WON, embargo=Embargo(until=When(2021, 2, 1, 9, 0)))
NOTED = Decision(outcome=Outcome.WON, on=When(2020, 11, 10))
MISTAKEN = Decision(id="slip", outcome=Outcome.WON, announced=When(2020, 11, 12))
PUT_RIGHT = Decision(outcome=Outcome.HIGHLY_COMMENDED, corrects="slip", announced=When(2020, 12, 1))


@pytest.mark.parametrize(
    ("decisions", "audience", "months"),
    [
        ((SHORTLISTED, KEPT), "public", "2020-08"),
        ((SHORTLISTED, KEPT), "internal", "2020-08 2020-11"),
        ((SHORTLISTED, NOTED), "public", "2020-08"),
        ((SHORTLISTED, NOTED), "internal", "2020-08 2020-11"),
        ((SHORTLISTED, attrs.evolve(NOTED, announced=When(2020, 12, 1))), "internal", "2020-08 2020-12"),
        ((SHORTLISTED, MISTAKEN, PUT_RIGHT), "public", "2020-08 2020-12"),
        ((), "internal", ""),
    ],
    ids=[
        "what is under embargo is in no month of the public",
        "the team knows of what is under embargo",
        "what nobody announced is in no month of the public",
        "the team knows the day of what nobody announced",
        "the announcement counts before the day",
        "what was put right was never so",
        "before a decision there is no month",
    ],
)
def test_an_entry_is_of_the_months_in_which_its_audience_was_told_of_it(
    decisions: tuple[Decision, ...], audience: str, months: str
) -> None:
    known = register(nomination("one", decisions=decisions))
    of = [
        month
        for month in (f"2020-{number:02}" for number in range(1, 13))
        if view(known, as_of="2021-01-15", audience=audience, announced=month).entries
    ]
    assert of == months.split()


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/London", "2020-07-01"), ("UTC", "2020-06-30")], ids=["london", "utc"]
)
def test_a_day_is_that_of_the_register_s_own_time_zone(zone: str, day: str) -> None:
    told = attrs.evolve(SHORTLISTED, announced=When.parse("2020-06-30T23:30Z"))
    known = register(nomination("one", decisions=(told,)))
    there = Register(records=attrs.evolve(known.records, register=Settings(timezone=zone)))
    assert [entry.id for entry in view(there, as_of="2021", announced=day).entries] == ["one"]


def test_the_table_has_a_header_and_a_row_for_each_entry() -> None:
    shown = view(ENTRIES, as_of="2025-01-01")
    rows = list(shown.table())
    assert len(rows) == 1 + len(shown.entries)
    assert rows[0] == tuple(column.title for column in shown.columns)
    assert list(shown.table(["title", "outcome"]))[2] == ("By-Team", "won")


def test_the_table_parts_leads_partners_and_people() -> None:
    nominees = (
        Nominee(organisation="ruh"),
        Nominee(organisation="net", role="funder"),
        Nominee(person="lead"),
    )
    shown = view(register(nomination("a", nominees=nominees)), as_of="2025-01-01")
    assert list(shown.table(["organisations", "partners", "people"]))[1] == (
        "Royal United Hospitals Bath NHS Foundation Trust",
        "The Network",
        "Dr Ann Example",
    )


def test_dates_of_a_public_view_keep_their_day() -> None:
    told = view(ENTRIES, as_of="2025-01-01").entries[0].history.decisions[0]
    assert told.announced == When(2020, 8, 17)


def test_a_public_table_has_no_internal_column_at_all() -> None:
    public = {column.name for column in view(ENTRIES, as_of="2025-01-01").columns}
    internal = {column.name for column in view(ENTRIES, as_of="2025-01-01", audience="internal").columns}
    assert internal - public == {
        "progress", "next_step", "next_due", "days_left", "owner", "tasks", "notes", "embargo",
        "submitted", "contributors", "fee", "costs", "evidence",
    }  # fmt: skip
    assert public < internal


def test_an_unknown_column_is_refused_with_the_near_one() -> None:
    with pytest.raises(UsageError, match="did you mean 'outcome'"):
        list(view(ENTRIES, as_of="2025-01-01").table(["outcom"]))


def test_a_cell_keeps_a_month_a_month() -> None:
    row = list(view(ENTRIES, as_of="2025-01-01", year=2024).table(["announced"]))[1]
    assert row == (When(2024, 8),)


def test_a_register_and_a_view_are_shown_in_one_line_that_tells_no_record() -> None:
    assert repr(ENTRIES) == "<Register of 6 nominations and 4 organisations>"
    assert (
        repr(view(ENTRIES, as_of="2025-01-01"))
        == "<View public as of 2025-01-01: 5 nominations in 4 editions>"
    )


def test_a_view_survives_pickling() -> None:
    shown = view(ENTRIES, as_of="2025-01-01", audience="internal")
    copy: View = pickle.loads(pickle.dumps(shown))  # noqa: S301 - our own bytes
    assert copy == shown
    assert copy.revision == shown.revision


def test_the_revision_is_the_digest_of_what_the_view_holds() -> None:
    shown = view(ENTRIES, as_of="2025-01-01")
    assert view(ENTRIES, as_of="2025-06-01").revision == shown.revision
    assert view(ENTRIES, as_of="2025-01-01", award="hsj").revision != shown.revision
    assert view(ENTRIES, as_of="2025-01-01", audience="press").revision != shown.revision


@pytest.mark.parametrize(
    ("change", "is_seen_by_public"),
    [
        ({"title": "Another"}, True),
        ({"notes": "A note"}, False),
        ({"fee": Money(amount=Decimal(1))}, False),
    ],
)
def test_a_change_moves_the_revision_of_those_who_may_see_it(
    change: dict[str, Any], is_seen_by_public: bool
) -> None:
    before, after = register(nomination("a")), register(nomination("a", **change))
    for audience, is_seen in (("public", is_seen_by_public), ("internal", True)):
        one = view(before, as_of="2025-01-01", audience=audience).revision
        other = view(after, as_of="2025-01-01", audience=audience).revision
        assert (one != other) is is_seen


def test_totals_follow_the_named_rules() -> None:
    shared = (Nominee(organisation="ruh", role="lead"), Nominee(organisation="net", role="partner"))
    totals = view(
        register(
            nomination("a", nominees=shared, decisions=(SHORTLISTED, WON)),
            nomination("b", nominees=shared, decisions=(SHORTLISTED, WON), programme="skip"),
            nomination("c", category="team"),
        ),
        as_of="2025-01-01",
    ).totals
    assert totals == {
        "nominations": 3,
        "organisations": 2,
        "lead organisations": 1,
        "partner organisations": 1,
        "categories": 2,
        "editions": 1,
        "programmes": 1,
        "shortlisted": 3,
        "wins": 2,
        "winning organisations": 2,
    }
    assert list(totals) == [rule.name for rule in nominate.RULES]

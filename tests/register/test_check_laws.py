from __future__ import annotations

import graphlib
import itertools
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.errors import Severity
from nominate.model.award import Award, AwardCategory, Certainty, Edition, KeyDate, Target
from nominate.model.decision import Decision, Outcome
from nominate.model.embargo import CLEARED, DateKind, Embargo
from nominate.model.money import Money
from nominate.model.nomination import Nomination, Nominee
from nominate.model.organisation import Membership, Organisation
from nominate.model.programme import Impact, Programme
from nominate.model.settings import Records, Settings
from nominate.model.source import Approval, Source
from nominate.model.when import When
from nominate.register.checks import Finding, KnownIds, check
from nominate.register.checks.cycles import cycles
from nominate.register.checks.held import held
from nominate.register.checks.moments import Moments
from nominate.register.standing import Place, embargo_end, opening

LONDON = ZoneInfo("Europe/London")
RUH = Organisation(id="ruh", name="RUH")
TEXTS = [
    "2020",
    "2020-11",
    "2020-11~",
    "2020-11-12",
    "2020-11-12~",
    "2020-11-12T20:00",
    "2020-11-12/2020-11-14",
]
TEXTS += ["2020-11-11", "2020-11-13T09:30", "2021", "2020-03-29T01:30", "2020-11-12T20:00+05:00", "2019/2021"]
MOMENTS = st.sampled_from([When.parse(text) for text in TEXTS])
NAMES = st.sampled_from("abcdef")


def register(*nominations: Nomination, dates: tuple[KeyDate, ...] = ()) -> Records:
    edition = Edition(
        id="2020",
        dates=dates,
        categories=(AwardCategory(id="team", name="Team"), AwardCategory(id="quality", name="Quality")),
    )
    return Records(
        register=Settings(publisher="ruh"),
        organisations=(RUH,),
        awards=(Award(id="safety", name="Safety Awards", editions=(edition,)),),
        nominations=nominations,
    )


def entry(*decisions: Decision, **changes: Any) -> Nomination:
    plain = Nomination(
        id="skip",
        edition="safety/2020",
        category="team",
        title="The SKIP team",
        nominees=(Nominee(organisation="ruh"),),
        decisions=decisions,
    )
    return attrs.evolve(plain, **changes)


def codes(records: Records, **said: Any) -> list[str]:
    return [finding.code for finding in check(records, **said)]


@given(MOMENTS, MOMENTS)
def test_surely_before_is_what_the_dates_themselves_say(one: When, other: When) -> None:
    assert Moments(LONDON).is_surely_before(one, other) is (one.is_before(other, LONDON) is True)


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=3)))
def test_circles_are_found_exactly_where_there_are_some(pointers: dict[str, list[str]]) -> None:
    found = list(cycles(pointers))
    for circle in found:
        assert circle[0] == circle[-1]
        assert all(after in pointers[before] for before, after in itertools.pairwise(circle))
    try:
        graphlib.TopologicalSorter(pointers).prepare()
        is_round = False
    except graphlib.CycleError:
        is_round = True
    assert bool(found) is is_round


def test_a_chain_of_100000_organisations_is_followed_to_its_end() -> None:
    chain = {str(number): [str(number + 1)] for number in range(100_000)}
    assert list(cycles(chain)) == []


DATES = st.lists(
    st.builds(
        KeyDate,
        what=st.sampled_from([DateKind.CEREMONY, DateKind.JUDGING]),
        when=st.none() | MOMENTS,
        certainty=st.sampled_from(Certainty),
        for_=st.none()
        | st.builds(Target, category=st.sampled_from(["team", "quality"]))
        | st.builds(Target, nomination=st.sampled_from(["skip", "other"])),
    ),
    max_size=4,
).map(tuple)


@given(DATES)
def test_an_embargo_is_told_of_exactly_when_no_date_ends_it(dates: tuple[KeyDate, ...]) -> None:
    embargo = Embargo(until=DateKind.CEREMONY)
    records = register(
        entry(Decision(outcome=Outcome.WON, announced=When(2022), embargo=embargo)), dates=dates
    )
    place = Place(edition=records.awards[0].editions[0], category="team", nomination="skip")
    is_closed = embargo_end(embargo, place, LONDON) is None
    assert ("W423" in codes(records)) is is_closed


@given(MOMENTS, MOMENTS)
def test_what_would_slip_out_is_told_of_exactly_when_it_is_not_public_yet(
    announced: When, as_of: When
) -> None:
    decision = Decision(outcome=Outcome.WON, announced=announced)
    records = register(entry(decision))
    opens = opening(decision, Place(edition=records.awards[0].editions[0]), LONDON)
    assert opens is not None
    is_ahead = opens > as_of.first_moment(LONDON) and announced.precision != "minute"
    assert ("W426" in codes(records, as_of=as_of)) is is_ahead


@given(MOMENTS, st.sampled_from([When(2020), When(2020, 11, 12, 20, 0), DateKind.CEREMONY, CLEARED]))
def test_without_a_moment_nothing_is_told_of_what_lies_ahead(
    announced: When, until: When | DateKind | str
) -> None:
    decision = Decision(
        outcome=Outcome.WON, announced=announced, embargo=Embargo(until=until), known=announced
    )
    assert not {"W425", "W426", "W430"} & set(codes(register(entry(decision))))


OUTCOMES = st.builds(
    Decision,
    outcome=st.sampled_from(Outcome),
    of=st.none() | st.sampled_from(["won", "shortlisted", "revoked"]),
    corrects=st.none() | st.sampled_from(["won", "shortlisted"]),
    announced=st.none() | MOMENTS,
)


@given(st.lists(OUTCOMES, max_size=6).map(tuple))
def test_any_history_is_told_without_an_exception_and_in_the_order_of_the_places(
    decisions: tuple[Decision, ...],
) -> None:
    findings = list(check(register(entry(*decisions)), as_of=When(2020, 6)))
    assert all(isinstance(finding, Finding) for finding in findings)
    assert {finding.at[:2] for finding in findings} <= {("nominations", 0)}
    held_places = [place for place, _ in held(entry(*decisions))]
    assert held_places == sorted(held_places)


def test_a_reference_to_a_broken_record_is_no_second_fault() -> None:
    nomination = entry(
        edition="broken/2020",
        programme="broken",
        nominees=(Nominee(organisation="broken"), Nominee(person="broken-person")),
    )
    broken_kind = attrs.evolve(RUH, kind="broken kind")
    target = KeyDate(what=DateKind.INTERVIEW, for_=Target(nomination="broken"))
    records = attrs.evolve(register(nomination, dates=(target,)), organisations=(broken_kind,))
    known = KnownIds(
        kinds=frozenset({"broken kind"}),
        organisations=frozenset({"broken"}),
        people=frozenset({"broken-person"}),
        programmes=frozenset({"broken"}),
        awards=frozenset({"broken"}),
        nominations=frozenset({"broken"}),
    )
    assert codes(records, known=known) == []
    assert codes(records) == ["E318", "E316", "E313", "E312", "E310", "E311"]


def test_a_category_of_a_broken_edition_is_no_second_fault() -> None:
    nomination = entry(
        Decision(outcome=Outcome.RECATEGORISED, to="wards"), edition="safety/2021", category="x"
    )
    assert codes(register(nomination), known=KnownIds(editions=frozenset({"safety/2021"}))) == []


def test_findings_come_record_by_record_in_the_order_of_the_file() -> None:
    lost = Membership(organisation="nowhere")
    records = attrs.evolve(
        register(entry(id="one", programme="x"), entry(id="one", title="Two", nominees=())),
        organisations=(RUH, Organisation(id="ruh", name="Twin", member_of=(lost,))),
    )
    assert [finding.at[:2] for finding in check(records)] == [
        ("organisations", 1),
        ("organisations", 1),
        ("nominations", 0),
        ("nominations", 1),
        ("nominations", 1),
    ]


def test_the_first_of_two_records_with_one_id_is_the_one_that_counts() -> None:
    first = AwardCategory(id="team", name="Team")
    editions = (Edition(id="2020", categories=(first,)), Edition(id="2020"))
    award = Award(id="safety", name="Safety Awards", editions=editions)
    assert codes(attrs.evolve(register(entry()), awards=(award,))) == ["E301"]


def test_a_hedge_without_a_word_is_found() -> None:
    impact = Impact(
        money=Money(amount=Decimal(1), hedges=("over",)),
        hedges=("potentially", " "),
        source=Source(title="a report"),
        approved=Approval(by="lead"),
    )
    programme = Programme(id="dwac", name="DWAC", impacts=(impact,))
    (finding,) = check(attrs.evolve(register(), programmes=(programme,)))
    assert (finding.code, finding.path) == ("E524", "programmes[0].impacts[0].hedges[1]")


def test_a_thoroughly_broken_register_is_told_in_bounded_work() -> None:
    organisations = tuple(Organisation(id=f"trust-{number}", name=f"Trust {number}") for number in range(500))
    strangers = tuple(Nominee(organisation=f"trsut-{number}") for number in range(250))
    alike = Nominee(organisation="trust_7")
    again = Nominee(organisation="trsut-0", role="partner")
    records = attrs.evolve(
        register(entry(nominees=(*strangers, again, alike))), organisations=(RUH, *organisations)
    )
    hints = [finding.hint for finding in check(records) if finding.code == "E310"]
    assert hints[0] == "did you mean 'trust-0'?"
    assert hints[-3] == "mend the id, or add it under organisations"
    assert hints[-2] == hints[0]
    assert hints[-1] == "did you mean 'trust-7'?"


@pytest.mark.parametrize(("code", "severity"), [("E301", Severity.ERROR), ("W302", Severity.WARNING)])
def test_the_letter_of_a_code_says_how_bad_it_is(code: str, severity: Severity) -> None:
    assert Finding(code=code, at=(), message="").severity is severity

"""A view for each of many is the view of each: equal content, equal revision, in linear time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.strategies import registers
from made_up.two_registers import NOW, editions, editions_of, nominations, secret_records

from nominate import (
    Audience,
    Award,
    AwardCategory,
    DateKind,
    Decision,
    Edition,
    KeyDate,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    RecordNotFound,
    Records,
    Register,
    Target,
    UsageError,
    View,
    When,
    view,
    views,
)

EACH = ("organisation", "award", "edition", "category", "programme")
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"year": 2020},
    {"award": "hsj"},
    {"edition": ["hsj/xi", "hsj/2020"]},
    {"category": "ward"},
    {"programme": "skip", "outcome": "shortlisted"},
    {"organisation": ["awp", "RUH", "ruh"]},
    {"outcome": ["won", "shortlisted"], "category": "team"},
    {"member_of": "uwe"},
    {"announced": "2020-08/2020-10"},
)
audiences = st.sampled_from(Audience)
everything = st.sampled_from(EACH)


def ids_of(register: Register, each: str) -> Iterable[str]:
    if each == "edition":
        return [f"{award.id}/{own.id}" for award in register.awards for own in award.editions]
    if each == "category":
        lines = [own.id for award in register.awards for one in award.editions for own in one.categories]
        return dict.fromkeys(lines)
    records: tuple[Any, ...] = getattr(register, f"{each}s")
    return [own.id for own in records]


def one_by_one(register: Register, each: str, **asked: Any) -> dict[str, View]:
    """What `views` must give, by a register that has kept nothing from the view before."""
    wanted = asked.pop(each, None)
    names = [wanted] if isinstance(wanted, str) else wanted
    if names is not None and each == "organisation":
        names = dict.fromkeys(register.organisation(name).id for name in names)
    made = {
        name: view(Register(records=register.records), **{**asked, each: name})
        for name in (ids_of(register, each) if names is None else names)
    }
    return {name: shown for name, shown in made.items() if shown.awards}


def assert_the_same(register: Register, each: str, **asked: Any) -> None:
    expected = one_by_one(register, each, **asked)
    made = dict(views(register, each=each, **asked))
    assert list(made) == list(expected)
    assert made == expected
    for name, shown in made.items():
        other = expected[name]
        assert shown.revision == other.revision
        assert list(shown.table()) == list(other.table())
        assert (shown.totals, shown.editions) == (other.totals, other.editions)
        assert [own.decision for own in shown.entries] == [own.decision for own in other.entries]


@settings(max_examples=150)
@given(editions, nominations, everything, audiences, st.sampled_from(FILTERS))
def test_each_view_is_the_one_that_its_id_alone_would_make(
    parts: list[Any], entries: list[Nomination], each: str, audience: Audience, chosen: dict[str, Any]
) -> None:
    register = Register(records=secret_records(editions_of(parts), tuple(entries)))
    assert_the_same(register, each, as_of=NOW, audience=audience, **chosen)


@settings(max_examples=75)
@given(registers(), everything, audiences, st.sampled_from(["2020-09-01", "2020-11-12T19:00", "2021"]))
def test_each_view_of_a_register_without_faults_is_the_one_that_its_id_alone_would_make(
    register: Register, each: str, audience: Audience, as_of: str
) -> None:
    assert_the_same(register, each, as_of=as_of, audience=audience)


SHORTLISTED = Decision(outcome=Outcome.SHORTLISTED, announced=When(2020, 8, 17))


def slot(number: int) -> KeyDate:
    return KeyDate(
        what=DateKind.PRESENTATION,
        when=When(2020, 10, 1 + number % 28),
        for_=Target(nomination=f"entry-{number}"),
    )


def crowd(size: int) -> Register:
    """As many organisations as entries of one edition, each with a day of its own to present."""
    ceremony = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11, 12))
    edition = Edition(
        id="2020",
        dates=(*map(slot, range(size)), ceremony),
        categories=(AwardCategory(id="team", name="Team of the Year"),),
    )
    return Register(
        records=Records(
            organisations=tuple(
                Organisation(id=f"trust-{number}", name=f"Trust {number}") for number in range(size)
            ),
            awards=(Award(id="hsj", name="HSJ Awards", editions=(edition,)),),
            nominations=tuple(
                Nomination(
                    id=f"entry-{number}",
                    edition="hsj/2020",
                    category="team",
                    title=f"Entry {number}",
                    nominees=(
                        Nominee(organisation=f"trust-{number}"),
                        Nominee(organisation=f"trust-{(number + 1) % size}", role="partner"),
                    ),
                    decisions=(SHORTLISTED,),
                )
                for number in range(size)
            ),
        )
    )


def test_each_view_has_the_dates_of_its_own_entries_alone() -> None:
    register = crowd(5)
    assert_the_same(register, "organisation", as_of=NOW)
    for name, shown in views(register, as_of=NOW):
        own = {entry.id for entry in shown.entries}
        assert {event.entry_id for event in shown.events} == {*own, ""}
        assert {name} <= {credit.counts_as for entry in shown.entries for credit in entry.nominees}


def test_a_nomination_of_two_organisations_is_in_the_views_of_both() -> None:
    held = {name: {entry.id for entry in shown.entries} for name, shown in views(crowd(3), as_of=NOW)}
    assert held == {
        "trust-0": {"entry-0", "entry-2"},
        "trust-1": {"entry-1", "entry-0"},
        "trust-2": {"entry-2", "entry-1"},
    }


def test_a_team_has_a_view_and_so_has_all_that_it_is_part_of() -> None:
    register = crowd(1)
    ward = attrs.evolve(register.organisations[0], part_of="site")
    above = (Organisation(id="site", name="Site", part_of="group"), Organisation(id="group", name="Group"))
    nested = attrs.evolve(
        register, records=attrs.evolve(register.records, organisations=(*above, ward, NOBODY))
    )
    made = dict(views(nested, as_of=NOW))
    assert list(made) == ["site", "group", "trust-0"]
    assert {len(shown.entries) for shown in made.values()} == {1}


NOBODY = Organisation(id="nobody", name="Nobody")


def test_what_has_nothing_that_may_be_known_is_passed_over() -> None:
    register = crowd(2)
    secret = attrs.evolve(register.nominations[0], decisions=())
    hidden = attrs.evolve(
        register, records=attrs.evolve(register.records, nominations=(secret,), organisations=(NOBODY,))
    )
    assert list(views(hidden, as_of=NOW)) == []
    assert [name for name, _ in views(hidden, as_of=NOW, organisation="nobody")] == []


def test_an_edition_without_entries_still_has_its_dates_to_tell() -> None:
    empty = attrs.evolve(crowd(1), records=attrs.evolve(crowd(1).records, nominations=()))
    ((name, shown),) = views(empty, each="edition", as_of=NOW)
    assert (name, len(shown.entries), len(shown.events)) == ("hsj/2020", 0, 1)
    assert list(views(empty, each="edition", as_of=NOW, outcome="won")) == []


@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        ({"each": "outcome"}, UsageError, "no views for each 'outcome'; choose from organisation, award"),
        ({"each": "organization"}, UsageError, "did you mean 'organisation'"),
        ({"audience": "pubic"}, UsageError, "did you mean 'public'"),
        ({"as_of": "soon"}, UsageError, "as of"),
        ({"colour": "red"}, UsageError, "no filter 'colour'"),
        ({"organisation": "trust-99"}, RecordNotFound, "no organisation 'trust-99'"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_told_before_the_first_view_is_asked_for(
    asked: dict[str, Any], error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        views(crowd(2), **{"as_of": NOW, **asked})


def test_views_share_what_they_tell_of_an_edition_and_of_an_organisation() -> None:
    register = crowd(4)
    plain = attrs.evolve(
        register,
        records=attrs.evolve(
            register.records,
            awards=tuple(
                attrs.evolve(award, editions=tuple(attrs.evolve(own, dates=()) for own in award.editions))
                for award in register.awards
            ),
        ),
    )
    made = [shown for _, shown in views(plain, as_of=NOW)]
    assert len({id(shown.awards[0].editions[0]) for shown in made}) == 1
    assert len({id(entry) for shown in made for entry in shown.entries}) == 4


def test_the_work_for_each_view_does_not_grow_with_the_register() -> None:
    """Counted in calls, not in seconds: ten times the views cost ten times the calls, not a hundred."""
    small, large = (calls_of(crowd(size)) for size in (20, 200))
    assert large < 11 * small


def calls_of(register: Register) -> int:
    import sys  # noqa: PLC0415 - only the profile of this process is counted

    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        assert sum(1 for _ in views(register, as_of=NOW)) == len(register.organisations)
    finally:
        sys.setprofile(before)
    return count

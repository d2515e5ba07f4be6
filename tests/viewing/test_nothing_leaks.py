from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

import attrs
from hypothesis import given
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
    KeyDate,
    Money,
    Nomination,
    Nominee,
    Organisation,
    Outcome,
    Quote,
    Records,
    Register,
    Settings,
    Source,
    Speaker,
    Target,
    Task,
    When,
    view,
)

NOW = When(2020, 10, 1, 12, 0)
MOMENT = datetime(2020, 10, 1, 12)  # noqa: DTZ001 - the register below is in UTC, and so is this oracle
ORGANISATIONS = tuple(Organisation(id=name, name=name.upper()) for name in ("ruh", "awp", "hidden"))


@st.composite
def days(draw: st.DrawFn) -> When:
    day = MOMENT + timedelta(days=draw(st.integers(-60, 60)))
    return When(day.year, day.month, day.day)


def has_come(decision: Decision | CategoryResult) -> bool:
    """An oracle of its own: days only, so a calendar comparison says it all."""
    if decision.announced is None or decision.announced.date is None:
        return False
    if decision.announced.date > MOMENT.date():
        return False
    if decision.embargo is None:
        return True
    until = decision.embargo.until
    return isinstance(until, When) and until.date is not None and until.date < MOMENT.date()


embargoes = st.none() | st.builds(Embargo, until=days() | st.just("cleared") | st.just(DateKind.CEREMONY))
outcomes = st.sampled_from([Outcome.LONGLISTED, Outcome.SHORTLISTED, Outcome.WON, Outcome.UNSUCCESSFUL])
decisions = st.builds(
    Decision,
    outcome=outcomes,
    announced=st.none() | days(),
    embargo=embargoes,
    reason=st.sampled_from(["", "secret"]),
)
results = st.none() | st.builds(
    CategoryResult,
    is_=st.sampled_from([CategoryResultKind.NO_AWARD]),
    announced=st.none() | days(),
    embargo=embargoes,
)
quotes = st.builds(
    Quote,
    speaker=st.just(Speaker(name="Dr A", organisation="hidden")),
    text=st.sampled_from(["We are proud.", "We won."]),
    approved=st.none() | st.builds(Approval, by=st.just("B")),
    of=st.sampled_from([None, "won"]),
)
nominations = st.lists(
    st.builds(
        Nomination,
        id=st.uuids().map(str),
        edition=st.just("hsj/2020"),
        category=st.sampled_from(["team", "ward"]),
        title=st.sampled_from(["One", "Two"]),
        nominees=st.lists(
            st.builds(Nominee, organisation=st.sampled_from(["ruh", "awp", "hidden"])), max_size=2
        ).map(tuple),
        decisions=st.lists(decisions, max_size=3).map(tuple),
        quotes=st.lists(quotes, max_size=1).map(tuple),
    ),
    max_size=4,
    unique_by=lambda each: each.id,
)


def register(entries: list[Nomination], result: CategoryResult | None) -> Register:
    # The ceremony is only provisional, so an embargo that waits for it never ends.
    presentations = tuple(
        KeyDate(what=DateKind.PRESENTATION, when=When(2020, 10), for_=Target(nomination=each.id))
        for each in entries
    )
    categories = (AwardCategory(id="team", name="Team", result=result), AwardCategory(id="ward", name="Ward"))
    edition = Edition(id="2020", categories=categories, dates=presentations)
    return Register(
        records=Records(
            register=Settings(timezone="UTC"),
            organisations=ORGANISATIONS,
            awards=(Award(id="hsj", name="HSJ Awards", editions=(edition,)),),
            nominations=tuple(entries),
        )
    )


def without_secrets(entry: Nomination) -> Nomination | None:
    """The same entry as somebody would have recorded it who knew only what is public."""
    ids = [name for name, each in zip(entry.decision_ids, entry.decisions, strict=True) if has_come(each)]
    known = tuple(attrs.evolve(each, embargo=None, reason="") for each in entry.decisions if has_come(each))
    shown = tuple(
        attrs.evolve(each, of=None)
        for each in entry.quotes
        if each.approved is not None and (each.of is None or each.of in ids)
    )
    return attrs.evolve(entry, decisions=known, quotes=shown) if known else None


def with_secrets(entry: Nomination) -> Nomination:
    return attrs.evolve(
        entry,
        notes="secret",
        owner="secret",
        fee=Money(amount=Decimal(9)),
        tasks=(Task(what="secret"),),
        evidence=(Source(title="secret"),),
        extra=FrozenDict({"own": "secret"}),
    )


@given(nominations, results)
def test_what_the_public_may_not_know_changes_nothing_of_its_view(
    entries: list[Nomination], result: CategoryResult | None
) -> None:
    full = register([with_secrets(each) for each in entries], result)
    kept = [each for each in map(without_secrets, entries) if each is not None]
    is_told = result is not None and has_come(result)
    bare = register(kept, attrs.evolve(result, embargo=None) if is_told and result is not None else None)
    shown, expected = view(full, as_of=NOW), view(bare, as_of=NOW)
    assert shown == expected
    assert shown.revision == expected.revision
    assert list(shown.table()) == list(expected.table())
    assert shown.totals == expected.totals
    assert "secret" not in repr(shown)

"""What of a register is public, worked out a second time: in days only, and without the package's own rules.

Registers that Hypothesis makes up, whole, and again as somebody would have kept them who knew only that.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from nominate import (
    Approval,
    Award,
    AwardCategory,
    CategoryResult,
    CategoryResultKind,
    DateKind,
    Decision,
    EarlierDate,
    Edition,
    Embargo,
    FormerName,
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
    Person,
    Programme,
    Quote,
    Records,
    Role,
    Settings,
    Source,
    Speaker,
    Succession,
    Target,
    Task,
    When,
)
from nominate.model.nomination import decision_ids

NOW = When(2020, 10, 1, 12, 0)
MOMENT = datetime(2020, 10, 1, 12)  # noqa: DTZ001 - the registers below are in UTC, and so is this oracle
LATER = When(2021, 3)
AGREED = Approval(by="B")
SECRETS = FrozenDict({"own": "secret"})
QUALIFYING = {Outcome.DECLINED, Outcome.ACCEPTED, Outcome.REVOKED, Outcome.REINSTATED}
REACHED = {Outcome.LONGLISTED, Outcome.SHORTLISTED, Outcome.WON}
PROGRAMME = Programme(
    id="skip", name="SKIP", lead="awp", impacts=(Impact(verb="cut", source=Source(title="A report")),)
)
PERSON = Person(id="ann", name="Ann", roles=(Role(title="Lead", organisation="uwe", since=When(2018)),))
ORGANISATIONS = (
    Organisation(id="ruh", name="RUH"),
    Organisation(id="awp", name="AWP", member_of=(Membership(organisation="uwe", since=When(2013)),)),
    Organisation(id="uwe", name="UWE"),
    Organisation(id="bnssg", name="BNSSG"),
)


@st.composite
def days(draw: st.DrawFn) -> When:
    day = MOMENT + timedelta(days=draw(st.integers(-60, 60)))
    return When(day.year, day.month, day.day)


maybe_days = st.none() | days()
embargoes = st.none() | st.builds(Embargo, until=days() | st.just("cleared") | st.just(DateKind.CEREMONY))
pointers = st.sampled_from([None, None, "won", "shortlisted", "won-2"])
decisions = st.builds(
    Decision,
    outcome=st.sampled_from(
        [*REACHED, *QUALIFYING, Outcome.UNSUCCESSFUL, Outcome.RECATEGORISED, Outcome.DISQUALIFIED]
    ),
    announced=maybe_days,
    embargo=embargoes,
    of=pointers,
    corrects=pointers,
    to=st.sampled_from([None, "team", "ward"]),
    known=maybe_days,
    reason=st.sampled_from(["", "secret"]),
)
results = st.none() | st.builds(
    CategoryResult,
    is_=st.sampled_from(CategoryResultKind),
    announced=maybe_days,
    embargo=embargoes,
    known=maybe_days,
)
quotes = st.builds(
    Quote,
    speaker=st.sampled_from([Speaker(name="Dr A", organisation="bnssg"), Speaker(person="ann")]),
    text=st.sampled_from(["We are proud.", "We won."]),
    said=maybe_days,
    approved=st.none() | st.builds(Approval, by=st.just("B"), on=maybe_days),
    of=pointers,
)
images = st.builds(
    Image,
    file=st.just("a.png"),
    consent=st.none() | st.builds(Approval, by=st.just("B"), on=maybe_days),
    of=pointers,
)
entries = st.builds(
    Nomination,
    id=st.sampled_from("abcd"),
    edition=st.sampled_from(["hsj/2020", "hsj/xi"]),
    category=st.sampled_from(["team", "ward"]),
    title=st.sampled_from(["One", "Two"]),
    nominees=st.lists(
        st.sampled_from([Nominee(organisation="ruh"), Nominee(organisation="awp"), Nominee(person="ann")]),
        max_size=2,
        unique=True,
    ).map(tuple),
    programme=st.sampled_from([None, "skip"]),
    decisions=st.lists(decisions, max_size=4).map(tuple),
    quotes=st.lists(quotes, max_size=1).map(tuple),
    images=st.lists(images, max_size=1).map(tuple),
)
nominations = st.lists(entries, max_size=3, unique_by=lambda each: each.id)
key_dates = st.builds(
    KeyDate,
    what=st.sampled_from([DateKind.PRESENTATION, DateKind.ENTRY_DEADLINE]),
    when=maybe_days,
    mode=st.sampled_from([None, Mode.VIRTUAL]),
    venue=st.sampled_from(["", "The hall"]),
    announced=maybe_days,
    embargo=embargoes,
    known=maybe_days,
    for_=st.none() | st.builds(Target, category=st.just("team")) | st.builds(Target, nomination=st.just("a")),
    was=st.lists(st.builds(EarlierDate, when=days(), announced=maybe_days), max_size=2).map(tuple),
)
ceremonies = st.builds(
    KeyDate,
    what=st.just(DateKind.CEREMONY),
    when=days(),
    for_=st.none() | st.builds(Target, category=st.sampled_from(["team", "ward"])),
)
editions = st.lists(
    st.tuples(
        results,
        st.lists(key_dates, max_size=2).map(tuple),
        st.lists(ceremonies, max_size=2, unique_by=lambda each: each.for_).map(tuple),
    ),
    min_size=2,
    max_size=2,
)


def is_past(when: When | None, *, at_its_end: bool = False) -> bool:
    """Days only, so a calendar comparison says it all; a day that is not given says nothing against it."""
    if when is None or when.date is None:
        return True
    return when.date < MOMENT.date() if at_its_end else when.date <= MOMENT.date()


def has_come(told: Decision | CategoryResult | KeyDate, edition: Edition, category: str | None) -> bool:
    if told.announced is None or not is_past(told.announced):
        return False
    until = told.embargo.until if told.embargo is not None else None
    if until is DateKind.CEREMONY:
        ceremonies = [each for each in edition.dates if each.what is until]
        own = [each for each in ceremonies if each.for_ is not None and each.for_.category == category]
        chosen = own or [each for each in ceremonies if each.for_ is None]
        return bool(chosen) and is_past(chosen[0].when, at_its_end=True)
    return until is None or (isinstance(until, When) and is_past(until, at_its_end=True))


def opened(entry: Nomination, edition: Edition) -> dict[str, bool]:
    """Whether each decision is public, by its id."""
    wrong = {each.corrects for each in entry.decisions}
    category, reached = entry.category, None
    own: dict[str, bool] = {}
    waits: dict[str, str | None] = {}
    for name, each in zip(entry.decision_ids, entry.decisions, strict=True):
        own[name] = has_come(each, edition, category)
        waits[name] = each.of or (reached if each.outcome in QUALIFYING else None)
        reached = name if each.outcome in REACHED else reached
        moves = each.outcome is Outcome.RECATEGORISED and each.to is not None and name not in wrong
        category = (each.to or category) if moves else category
    return {name: all(own.get(each, False) for each in chain(name, waits)) for name in own}


def chain(name: str | None, waits: dict[str, str | None]) -> Iterator[str]:
    seen: set[str] = set()
    while name is not None and name not in seen:
        yield name
        seen.add(name)
        name = waits.get(name)


def as_public(entry: Nomination, edition: Edition) -> Nomination | None:
    """The same entry as somebody would have recorded it who knew only what is public."""
    is_open = opened(entry, edition)
    known = [pair for pair in zip(is_open, entry.decisions, strict=True) if is_open[pair[0]]]
    names = dict(zip([name for name, _ in known], decision_ids(each for _, each in known), strict=True))
    wrong = {each.corrects for _, each in known}
    told = tuple(
        attrs.evolve(
            each,
            embargo=None,
            known=None,
            reason="",
            of=names.get(each.of or ""),
            corrects=names.get(each.corrects or ""),
        )
        for _, each in known
    )

    def shown(each: Quote | Image, agreed: Approval | None) -> bool:
        is_of_open = each.of is None or (each.of in names and each.of not in wrong)
        said = each.said if isinstance(each, Quote) else None
        return agreed is not None and is_past(agreed.on) and is_past(said) and is_of_open

    return attrs.evolve(
        entry,
        decisions=told,
        quotes=tuple(attrs.evolve(each, of=None) for each in entry.quotes if shown(each, each.approved)),
        images=tuple(attrs.evolve(each, of=None) for each in entry.images if shown(each, each.consent)),
    ) if told else None  # fmt: skip


def date_as_public(date: KeyDate, edition: Edition, entries: set[str]) -> KeyDate | None:
    target = date.for_ or Target()
    if target.nomination is not None and target.nomination not in entries:
        return None
    is_plain = date.announced is None and date.embargo is None
    is_known = is_plain or has_come(date, edition, target.category)
    is_open = is_known or date.embargo is None
    was = tuple(each for each in date.was if is_past(each.announced) and (is_open or each.announced))
    if is_known:
        return attrs.evolve(date, embargo=None, known=None, was=was)
    if not was:
        return None
    return KeyDate(
        what=date.what, when=was[-1].when, announced=was[-1].announced, was=was[:-1], for_=date.for_
    )


def edition_as_public(edition: Edition, entries: set[str]) -> Edition:
    dates = (date_as_public(each, edition, entries) for each in edition.dates)
    told = tuple(attrs.evolve(each, result=result_as_public(each, edition)) for each in edition.categories)
    return attrs.evolve(edition, dates=tuple(each for each in dates if each is not None), categories=told)


def result_as_public(category: AwardCategory, edition: Edition) -> CategoryResult | None:
    result = category.result
    if result is None or not has_come(result, edition, category.id):
        return None
    return attrs.evolve(result, embargo=None, known=None)


def with_secrets(entry: Nomination) -> Nomination:
    return attrs.evolve(
        entry,
        notes="secret",
        owner="secret",
        fee=Money(amount=Decimal(9)),
        tasks=(Task(what="secret"),),
        evidence=(Source(title="secret"),),
        extra=SECRETS,
    )


def organisation_with_secrets(organisation: Organisation) -> Organisation:
    return attrs.evolve(
        organisation,
        name=f"secret {organisation.name}",
        former_names=(FormerName(until=LATER, name=organisation.name),),
        member_of=(
            *(attrs.evolve(each, until=LATER) for each in organisation.member_of),
            Membership(organisation="secret", since=LATER),
        ),
        succeeded_by=(Succession(organisation="secret", on=LATER),),
        logo=Image(file="secret.png"),
        aliases=("secret",),
        contact="secret",
        notes="secret",
        extra=SECRETS,
    )


def public_records(editions: tuple[Edition, ...], entries: tuple[Nomination, ...]) -> Records:
    """A register that holds nobody whom nothing public names, but for those whom a filter names."""
    who: list[Nominee | Speaker] = [each for entry in entries for each in entry.nominees]
    who += [quote.speaker for entry in entries for quote in entry.quotes if quote.speaker is not None]
    people = {each.person for each in who} - {None}
    programmes = {entry.programme for entry in entries} - {None}
    leads = {"awp"} if programmes else set()
    named = {"uwe", "ruh", *leads, *(each.organisation for each in who)}
    return Records(
        register=Settings(timezone="UTC", publisher="uwe"),
        organisations=tuple(each for each in ORGANISATIONS if each.id in named),
        people=(PERSON,) if people else (),
        programmes=(PROGRAMME,) if programmes else (),
        awards=(Award(id="hsj", name="HSJ Awards", editions=editions),),
        nominations=entries,
    )


def secret_records(editions: tuple[Edition, ...], entries: tuple[Nomination, ...]) -> Records:
    """The whole register of the team, with what is to come."""
    role = Role(title="secret", organisation="secret", since=LATER)
    was = FormerName(until=LATER, name="HSJ Awards")
    return Records(
        register=Settings(timezone="UTC", publisher="uwe", complete_since=FrozenDict({"secret": 2010})),
        organisations=(
            Organisation(id="secret", name="secret"),
            *map(organisation_with_secrets, ORGANISATIONS),
        ),
        people=(
            Person(id="s", name="secret"),
            attrs.evolve(PERSON, contact="secret", roles=(*PERSON.roles, role)),
        ),
        programmes=(
            Programme(id="s", name="secret", lead="secret"),
            attrs.evolve(PROGRAMME, notes="secret", impacts=(Impact(verb="secret"), *PROGRAMME.impacts)),
        ),
        awards=(Award(id="hsj", name="secret", former_names=(was,), notes="secret", editions=editions),),
        nominations=tuple(map(with_secrets, entries)),
    )


def editions_of(parts: list[Any]) -> tuple[Edition, ...]:
    return tuple(
        Edition(
            id=name,
            name=name,
            dates=(*dates, *ceremonies_),
            categories=(
                AwardCategory(id="team", name="Team", result=result),
                AwardCategory(id="ward", name="Ward"),
            ),
        )
        for name, (result, dates, ceremonies_) in zip(("2020", "xi"), parts, strict=True)
    )

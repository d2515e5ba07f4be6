"""Changes that somebody may want in a register, made up by Hypothesis; each leaves it without a fault."""

from __future__ import annotations

from typing import Any, get_type_hints

import attrs
from hypothesis import strategies as st
from made_up.strategies import records_of, values_of

from nominate import (
    AwardCategory,
    Change,
    DataError,
    Decision,
    Edition,
    FrozenDict,
    Nomination,
    Organisation,
    Outcome,
    Person,
    Programme,
    RecordKind,
    Register,
    When,
)
from nominate.model.fields import key_of
from nominate.register.apart import taken_apart

__all__ = ["changes_for", "size"]

# What is named elsewhere, or names what is elsewhere, is not changed at random.
_FIELDS = {
    RecordKind.NOMINATION: (
        "title summary url progress owner contributors submitted fee costs tasks evidence notes nominees"
    ),
    RecordKind.ORGANISATION: "name short_name abbreviation aliases url notes former_names",
    RecordKind.PERSON: "name short_name contact url notes",
    RecordKind.PROGRAMME: "name short_name aliases about url notes glossary",
    RecordKind.AWARD: "name singular about article former_names url notes",
    RecordKind.EDITION: "name ordinal about dates links source notes",
    RecordKind.CATEGORY: "name about prize url notes result",
}


@st.composite
def changes_for(draw: st.DrawFn, register: Register, most: int = 4) -> tuple[Change, ...]:
    """Some changes that can be made one after the other; none where all that were tried would be faults."""
    changes: list[Change] = []
    for _ in range(draw(st.integers(1, most))):
        change = draw(_one(register))
        try:
            register = register.apply([change])
        except DataError:
            continue
        changes.append(change)
    return tuple(changes)


def size(value: Any) -> int:
    """How many parts a value has, counting each line of a text: as many lines may it take by hand."""
    if attrs.has(type(value)) and not isinstance(value, When):
        fields = [getattr(value, each.name) for each in attrs.fields(type(value))]
        return 1 + sum(size(each) for each in fields)
    if isinstance(value, tuple):
        return 1 + sum(map(size, value))
    if isinstance(value, dict):
        return 1 + sum(map(size, value.values()))
    return 0 if value is None or value == "" else 1 + 2 * str(value).count("\n")


def _one(register: Register) -> st.SearchStrategy[Change]:
    return st.one_of(
        _field(register),
        _field(register),
        _entry(register),
        _decided(register),
        _new(),
        _gone(register),
    )


@st.composite
def _field(draw: st.DrawFn, register: Register) -> Change:
    kind = draw(st.sampled_from(RecordKind))
    held = taken_apart(register.records)[kind]
    if not held:
        return draw(_new())
    name = draw(st.sampled_from(sorted(held)))
    record = held[name]
    known = {key_of(each.name): each for each in attrs.fields(type(record))}
    field = known[draw(st.sampled_from([key for key in _FIELDS[kind].split() if key in known]))]
    before = getattr(record, field.name)
    after: Any = draw(values_of(get_type_hints(type(record), include_extras=True)[field.name]))
    if field.name == "nominees":
        after = draw(st.permutations(before)) + [
            attrs.evolve(each, role="partner", credited_as="No") for each in before[: draw(st.integers(0, 1))]
        ]
        after = tuple(after)
    elif isinstance(before, tuple):
        # As people do: some stay, some go, some come.
        after = (*(each for each in before if draw(st.booleans())), *after)
    is_taken = field.default is not attrs.NOTHING and draw(st.integers(0, 4)) == 0
    return Change(
        kind=kind, record=name, field=key_of(field.name), before=before, after=None if is_taken else after
    )


@st.composite
def _entry(draw: st.DrawFn, register: Register) -> Change:
    kind = draw(st.sampled_from([RecordKind.ORGANISATION, RecordKind.NOMINATION, RecordKind.EDITION]))
    held = taken_apart(register.records)[kind]
    if not held:
        return draw(_new())
    name = draw(st.sampled_from(sorted(held)))
    extra = held[name].extra
    entry = draw(st.sampled_from([*extra, "Budget code", "no", "a: b"]))
    after = draw(st.none() | values_of(str))
    return Change(kind=kind, record=name, field=f"extra.{entry}", before=extra.get(entry), after=after)


@st.composite
def _decided(draw: st.DrawFn, register: Register) -> Change:
    if not register.nominations:
        return draw(_new())
    nomination = draw(st.sampled_from(register.nominations))
    decision = draw(
        records_of(
            Decision,
            id=st.none(),
            outcome=st.sampled_from([Outcome.LONGLISTED, Outcome.SHORTLISTED, Outcome.COMMENDED]),
            of=st.none(),
            corrects=st.none(),
            to=st.none(),
            place=st.none(),
        )
    )
    held = nomination.decisions
    return Change(
        kind=RecordKind.NOMINATION,
        record=nomination.id,
        field="decisions",
        before=held,
        after=(*held, decision),
    )


@st.composite
def _new(draw: st.DrawFn) -> Change:
    name = draw(st.sampled_from(["new-1", "new-2", "2020"]))
    line = draw(values_of(str))
    edition, category = draw(st.sampled_from([("award/2020", "team"), ("award/2021", "new-1")]))
    made: tuple[RecordKind, Any] = draw(
        st.sampled_from(
            [
                (RecordKind.PERSON, Person(id=name, name=line, notes=line)),
                (RecordKind.ORGANISATION, Organisation(id=name, name=line)),
                (RecordKind.PROGRAMME, Programme(id=name, name=line)),
                (RecordKind.NOMINATION, Nomination(id=name, edition=edition, category=category, title=line)),
                (RecordKind.EDITION, Edition(id="2021", extra=FrozenDict({"a": line}))),
                (RecordKind.CATEGORY, AwardCategory(id=name, name=line)),
            ]
        )
    )
    kind, record = made
    above = {RecordKind.EDITION: "award/", RecordKind.CATEGORY: f"{edition}/"}
    return Change(kind=kind, record=f"{above.get(kind, '')}{record.id}", after=record)


@st.composite
def _gone(draw: st.DrawFn, register: Register) -> Change:
    kind = draw(
        st.sampled_from([RecordKind.PERSON, RecordKind.NOMINATION, RecordKind.PROGRAMME, RecordKind.CATEGORY])
    )
    held = taken_apart(register.records)[kind]
    if not held:
        return draw(_new())
    name = draw(st.sampled_from(sorted(held)))
    return Change(kind=kind, record=name, before=held[name])

"""One field of one record changed, or the reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from nominate.errors import Problem, nearest, shown
from nominate.model.award import KeyDate
from nominate.model.fields import key_of
from nominate.model.fitting import fits
from nominate.model.mapping import FrozenDict
from nominate.register.apart import WITHIN
from nominate.register.changes import Change, Record
from nominate.register.date_names import called, date_called, with_date

__all__ = ["KEEP_BOTH", "changed", "given", "loses_a_decision"]

KEEP_BOTH = "add a decision that corrects the other, and keep both"
"""What to do instead of taking a decision away."""


def changed(record: Record, change: Change) -> Record | Problem:
    """The record with that field changed.

    >>> from nominate.model.person import Person
    >>> from nominate.register.changes import RecordKind
    >>> change = Change(kind=RecordKind.PERSON, record="ann", field="name", before="Ann", after="Dr Ann")
    >>> changed(Person(id="ann", name="Ann"), change).name
    'Dr Ann'
    """
    key, _, entry = change.field.partition(".")
    fields = {key_of(each.name): each for each in attrs.fields(type(record))}
    own = WITHIN.get(change.kind, "")
    is_entry = key != change.field
    if key not in fields or key in {"id", own}:
        return change.refusal("E704", *_why_not(key, fields, own))
    field = fields[key]
    held = getattr(record, field.name)
    if is_entry and not (entry and (isinstance(held, FrozenDict) or key == "dates")):
        return change.refusal("E704", f"no field {shown(change.field)}", f"change {key} as a whole")
    present, usual = (_entry(held, entry), None) if is_entry else (held, field.default)
    now = given(present, usual)
    if now != given(change.before, usual):
        message = f"it is {_told(now)} now, and was {_told(change.before)} before this change"
        return change.refusal("E703", message, "choose which of the two is right")
    if isinstance(change.after, KeyDate) and date_called(with_date(held, entry, change.after), entry) is None:
        return change.refusal(
            "E705", f"it would not be called {entry!r}", f"name it {called(change.after)!r}"
        )
    after = _with_entry(held, entry, change.after) if is_entry else given(change.after, usual)
    if after is None:
        if usual is attrs.NOTHING:
            return change.refusal("E705", f"a {change.kind.value} must have one", "give a value")
        after = usual
    return _evolved(record, field, after, change)


def given(value: object, usual: object) -> object:
    """The value, or None where it is what a record has of which nothing is said.

    >>> given("the", "the") is None, given("a", "the")
    (True, 'a')
    """
    return None if value == usual else value


def loses_a_decision(before: object, after: object) -> bool:
    """Whether the history of a nomination would no longer begin with what it was.

    >>> loses_a_decision(("shortlisted",), ("shortlisted", "won"))
    False
    """
    return isinstance(before, tuple) and isinstance(after, tuple) and after[: len(before)] != before


def _entry(held: Any, entry: str) -> object:  # noqa: ANN401 - a map, or the dates of an edition
    return held.get(entry) if isinstance(held, FrozenDict) else date_called(held, entry)


def _with_entry(held: Any, entry: str, value: Any) -> object:  # noqa: ANN401 - a map, or the dates of an edition
    """The map, or the dates, with one entry changed in its place, added as the last, or taken out."""
    if not isinstance(held, FrozenDict):
        return with_date(held, entry, value)
    if value is None:
        return FrozenDict({name: each for name, each in held.items() if name != entry})
    return FrozenDict({**held, entry: value})


def _evolved(record: Record, field: attrs.Attribute[Any], after: object, change: Change) -> Record | Problem:
    if not fits(type(record), field.name, after):
        return change.refusal(
            "E705", f"{shown(change.after)} does not fit", "give a value of the field's kind"
        )
    if field.name == "decisions" and loses_a_decision(getattr(record, field.name), after):
        return change.refusal("E706", "a decision would be lost", KEEP_BOTH)
    named: dict[str, Any] = {field.alias or field.name: after}
    return attrs.evolve(record, **named)


def _told(value: object) -> str:
    return "not given" if value is None else shown(value)


def _why_not(key: str, fields: Mapping[str, object], own: str) -> tuple[str, str]:
    if key == "id":
        return "an id stays as it is", "add a record with the new id, and take the old one away"
    if key and key == own:
        return f"the {own} are records of their own", f"change each of the {own} by its own name"
    near = nearest(key, fields)
    return f"no field {shown(key)}", f"did you mean {near!r}?" if near else f"choose from {', '.join(fields)}"

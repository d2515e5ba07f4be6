"""What would have to change for one register to become another."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.model.fields import key_of
from nominate.model.mapping import FrozenDict
from nominate.model.settings import Records
from nominate.register.apart import WITHIN, taken_apart
from nominate.register.changes import Change, Record, RecordKind
from nominate.register.field_changes import given

__all__ = ["between"]


def between(before: Records, after: Records) -> tuple[Change, ...]:
    """The changes that make the second of the first: kind by kind, what is new or changed before what goes.

    The settings, the kinds of organisation and the order of the records are not looked at.

    >>> from nominate.model.person import Person
    >>> was = Records(people=(Person(id="lead", name="Dr A. Example"),))
    >>> now = Records(people=(Person(id="lead", name="Dr Ann Example"),))
    >>> for change in between(was, now):
    ...     print(change, "is now", change.after)
    person 'lead': name is now Dr Ann Example
    """
    old, new = taken_apart(before), taken_apart(after)
    made = [
        change
        for kind in RecordKind
        for name, record in new[kind].items()
        for change in _changes(kind, name, old[kind].get(name), record)
    ]
    gone = [
        Change(kind=kind, record=name, before=record)
        for kind in RecordKind
        for name, record in old[kind].items()
        if name not in new[kind]
    ]
    return (*made, *gone)


def _changes(kind: RecordKind, name: str, before: Record | None, after: Record) -> Iterator[Change]:
    if before is None:
        yield Change(kind=kind, record=name, after=after)
    elif before != after:
        for field in attrs.fields(type(after)):
            key = key_of(field.name)
            was, now = getattr(before, field.name), getattr(after, field.name)
            if was == now or key == WITHIN.get(kind):
                continue
            if isinstance(now, FrozenDict):
                yield from _entries(kind, name, key, was, now)
            else:
                yield Change(
                    kind=kind,
                    record=name,
                    field=key,
                    before=given(was, field.default),
                    after=given(now, field.default),
                )


def _entries(
    kind: RecordKind, name: str, key: str, was: FrozenDict[str, object], now: FrozenDict[str, object]
) -> Iterator[Change]:
    for entry in {**was, **now}:
        if was.get(entry) != now.get(entry):
            yield Change(
                kind=kind, record=name, field=f"{key}.{entry}", before=was.get(entry), after=now.get(entry)
            )

"""Taking out of a record what its audience may not see, by the audience that each field declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_type_hints

import attrs

from nominate.model.fields import Audience, audience_of
from nominate.model.source import Source
from nominate.model.when import When

__all__ = ["cleared"]

Record = TypeVar("Record")
_NO_SOURCE = Source()


# Any: an attrs class's own values, whatever their types.
def cleared(record: Record, audience: Audience, **changes: Any) -> Record:  # noqa: ANN401 - see above
    """The record with every field that the audience may not see back at its default, at any depth.

    `changes` are fields that get another value first. A record with nothing to change is given back as it is.

    >>> from nominate.model.nomination import Nomination
    >>> entry = Nomination(id="a", edition="h/1", category="c", title="t", notes="keep this among us")
    >>> cleared(entry, Audience.PUBLIC).notes
    ''
    """
    if audience is not Audience.INTERNAL:
        return _public(record, changes)
    return attrs.evolve(record, **changes) if changes else record  # type: ignore[misc]  # only attrs records come here


def _public(record: Record, given: Mapping[str, Any] = MappingProxyType({})) -> Record:
    kind: type = type(record)
    hidden, defaults, shut, nested = _plan(kind)
    changes = {**given, **shut} if hidden(record) != defaults or _are_hidden(given, shut) else {**given}
    for name in nested:
        value = given[name] if name in given else getattr(record, name)
        if not value:
            continue
        shown = tuple([_public(each) for each in value]) if type(value) is tuple else _public(value)
        # A source of which readers may be told nothing is none.
        if type(shown) is Source and shown == _NO_SOURCE:
            changes[name] = None
        elif shown is not value and shown != value:
            changes[name] = shown
    return attrs.evolve(record, **changes) if changes else record  # type: ignore[misc]  # only attrs records come here


def _are_hidden(given: Mapping[str, Any], shut: Mapping[str, object]) -> bool:
    return bool(given) and not shut.keys().isdisjoint(given)


Plan = tuple[Callable[[object], object], object, Mapping[str, object], tuple[str, ...]]


@cache
def _plan(kind: type) -> Plan:
    """How to clear the records of a class.

    What gets the values of the internal fields, all at once; what it gets where they are at their defaults;
    the defaults by name; and the names of the public fields that hold records.
    """
    hidden, nested = _fields_to_clear(kind)
    shut = dict(hidden)
    if not shut:
        return lambda _: None, None, shut, nested
    defaults = tuple(shut.values())
    return attrgetter(*shut), defaults if len(shut) > 1 else defaults[0], shut, nested


def _fields_to_clear(record: type) -> tuple[tuple[tuple[str, object], ...], tuple[str, ...]]:
    """The internal fields with their defaults, and the public ones that hold records."""
    # A moment is one value: it is told as it is, or the field that holds it is not told at all.
    if not attrs.has(record) or record is When:
        return (), ()
    hints = get_type_hints(record)
    fields = attrs.fields(record)
    hidden = [each for each in fields if audience_of(record, each.name) is not Audience.PUBLIC]
    shown = [each.name for each in fields if each not in hidden]
    return (
        tuple((each.name, each.default) for each in hidden if each.default is not attrs.NOTHING),
        tuple(name for name in shown if _holds_records(hints[name])),
    )


def _holds_records(annotation: object) -> bool:
    if isinstance(annotation, type) and attrs.has(annotation):
        return bool(any(_fields_to_clear(annotation)))
    return any(_holds_records(part) for part in get_args(annotation))

"""The digest of what a view holds: the same for the same content, on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from itertools import compress, islice
from operator import attrgetter, is_not
from typing import Any

import attrs

from nominate.model.when import When

__all__ = ["digest"]

# To begin takes the encoder as long as a record does; the text of so many is a few megabytes at most.
_AT_ONCE = 1_000


def digest(values: Iterable[object]) -> str:
    """The SHA-256 of values of any depth, as 64 hexadecimal digits; attributes at their default add nothing.

    >>> digest(["a"]) == digest(["a"]), digest(["a"]) == digest([("a",)])
    (True, False)
    """
    hashed = hashlib.sha256()
    # The standard encoder goes through text and tuples in C, and asks only for what it does not know.
    encode = json.JSONEncoder(check_circular=False, default=_Teller().told).encode
    several = iter(values)
    while some := tuple(islice(several, _AT_ONCE)):
        hashed.update(encode(some).encode())
        hashed.update(b"\n")
    return hashed.hexdigest()


class _Teller:
    """Tells what is neither text, number nor tuple: a function for each type, found when it is first met."""

    def __init__(self) -> None:
        self._tellers: dict[type, Callable[[Any], object]] = {When: _once(str)}

    def told(self, value: Any) -> object:  # noqa: ANN401 - whatever a record may hold
        kind = type(value)
        teller = self._tellers.get(kind)
        if teller is None:
            teller = self._tellers[kind] = _teller(kind)
        return teller(value)


def _teller(kind: type) -> Callable[[Any], object]:
    if attrs.has(kind):
        return _record(kind)
    if issubclass(kind, Enum):
        return _once(lambda member: member.value)
    return _mapping if issubclass(kind, Mapping) else str


def _once(tell: Callable[[Any], object]) -> Callable[[Any], object]:
    # By identity, since a view repeats few dates and words many times and holds them all the while.
    known: dict[int, object] = {}

    def told(value: Any) -> object:  # noqa: ANN401 - of the kind that `tell` takes
        found = known.get(id(value))
        if found is None:
            found = known[id(value)] = tell(value)
        return found

    return told


def _mapping(values: Mapping[Any, object]) -> object:
    return {str(key): own for key, own in sorted(values.items())}


def _record(kind: type) -> Callable[[Any], object]:
    names, defaults, get = _fields(kind)

    def told(value: Any) -> object:  # noqa: ANN401 - a record of that kind
        held = get(value)
        # Most fields are at their default, which is the very same object.
        given = compress(zip(names, held, defaults, strict=True), map(is_not, held, defaults))
        # Values of two types are not equal here, and to compare records takes long.
        return {name: own for name, own, usual in given if type(own) is not type(usual) or own != usual}

    return told


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], tuple[object, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names and the defaults of a class's fields, and what gets their values from a record."""
    fields = attrs.fields(kind)
    names = tuple(each.name for each in fields)
    get = attrgetter(*names)
    defaults = tuple(each.default for each in fields)
    return names, defaults, get if len(names) > 1 else lambda value: (get(value),)

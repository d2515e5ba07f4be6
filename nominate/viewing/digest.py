"""The digest of what a view holds: the same for the same content, on every machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache, lru_cache
from itertools import compress, groupby, islice
from operator import attrgetter, is_not
from typing import Any
from weakref import ref

import attrs

from nominate.model.award import Award, Edition
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.model.when import When

__all__ = ["digest"]

# To begin takes the encoder as long as a record does; the text of so many fits into a processor's own memory.
_AT_ONCE = 100
_IN_A_LINE = 1_000
# A view of more is one of few, and its records are written faster at once.
_MOST_APART = 100
_OF_AWARD = tuple(each.name for each in attrs.fields(Award))
_BEHIND_EDITIONS = _OF_AWARD[_OF_AWARD.index("editions") + 1 :]


def digest(values: Iterable[object]) -> str:
    """The SHA-256 of values of any depth, as 64 hexadecimal digits; attributes at their default add nothing.

    >>> digest(["a"]) == digest(["a"]), digest(["a"]) == digest([("a",)])
    (True, False)
    """
    hashed = hashlib.sha256()
    several = iter(values)
    while line := tuple(islice(several, _IN_A_LINE)):
        hashed.update(b"[")
        for start in range(0, len(line), _AT_ONCE):
            hashed.update(f"{', ' if start else ''}{_listed(line[start : start + _AT_ONCE])}".encode())
        hashed.update(b"]\n")
    return hashed.hexdigest()


class _Texts:
    """The texts of records that many views hold, each kept no longer than the record itself.

    The views of one run hold the very same editions and organisations, so each is found by its identity: it
    cannot change, and its place in memory belongs to no other record while it lives.
    """

    def __init__(self) -> None:
        self._held: dict[int, tuple[str, ref[Any]]] = {}

    def of(self, record: object) -> str:
        """The text of a record, made once as long as it lives."""
        place = id(record)
        found = self._held.get(place)
        if found is None:
            gone = ref(record, lambda _: self._held.pop(place, None))
            found = self._held[place] = (_encoded(record), gone)
        return found[0]


def _told(value: Any) -> Any:  # noqa: ANN401 - whatever a record may hold
    """What is neither text, number nor tuple, as the encoder takes it."""
    kind: type = type(value)
    return _teller(kind)(value)


@cache
def _teller(kind: type) -> Callable[[Any], object]:
    if kind is When:
        # A register has few dates, and many records of each.
        return lru_cache(maxsize=65_536)(str)
    if attrs.has(kind):
        return _record(kind)
    if issubclass(kind, Enum):
        # The same as `value`, which asks Python code.
        return attrgetter("_value_")
    return _mapping if issubclass(kind, Mapping) else str


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


def _fields(kind: type) -> tuple[tuple[str, ...], tuple[object, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names and the defaults of a class's fields, and what gets their values from a record."""
    fields = attrs.fields(kind)
    names = tuple(each.name for each in fields)
    get = attrgetter(*names)
    defaults = tuple(each.default for each in fields)
    return names, defaults, get if len(names) > 1 else lambda value: (get(value),)


# The standard encoder goes through text and tuples in C, and asks only for what it does not know.
_encoded = json.JSONEncoder(check_circular=False, default=_told).encode


def _list(values: Iterable[object]) -> str:
    """As the encoder sets it."""
    return f"[{_listed(values)}]"


def _listed(values: Iterable[object]) -> str:
    """What the encoder sets between brackets: what stands alone by its own writer, all between at once."""
    texts: list[str] = []
    for write, some in groupby(values, _writer):
        held = tuple(some)
        texts += map(write, held) if write is not None else (_encoded(held)[1:-1],)
    return ", ".join(texts)


def _writer(value: object) -> Callable[[Any], str] | None:
    """What writes a record that views share, or several of them; None for all else."""
    if type(value) is tuple and 0 < len(value) <= _MOST_APART and type(value[0]) in _WRITERS:
        return _list
    return _WRITERS.get(type(value))


def _award(award: Award) -> str:
    """With the texts of its editions in their place among its fields."""
    before = _told(award)
    editions = before.pop("editions", ())
    behind = {name: before.pop(name) for name in _BEHIND_EDITIONS if name in before}
    parts = (_encoded(before)[1:-1], f'"editions": {_list(editions)}' if editions else "")
    return f"{{{', '.join(filter(None, (*parts, _encoded(behind)[1:-1])))}}}"


_texts = _Texts()
# An award in a view has the editions of that view alone, so it is made anew for each.
_WRITERS: Mapping[type, Callable[[Any], str]] = {
    Award: _award,
    **dict.fromkeys((Edition, Organisation, Person, Programme), _texts.of),
}

"""What somebody most likely meant by an id that does not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet

from nominate.errors import nearest
from nominate.model.settings import Records

__all__ = ["Suggestions", "folded"]

_SEPARATORS = re.compile(r"[-_. ]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[-_. ]+(?=\d)")
# One comparison takes up to 25 µs. A register whose every reference is broken must still be told in
# seconds, so after this many only the quick ways are tried.
_COMPARISONS = 100_000
_CALLED = {
    "kind": ("kinds", ("one", "many")),
    "organisation": ("organisations", ("name", "short_name", "abbreviation")),
    "person": ("people", ("name", "short_name")),
    "programme": ("programmes", ("name", "short_name", "abbreviation")),
    "award": ("awards", ("name", "short_name", "abbreviation")),
}


def folded(name: str) -> str:
    """A name without capitals and without what parts its words; two numbers stay two.

    >>> folded("Patient-Safety"), folded("ruh-2020-1")
    ('patientsafety', 'ruh2020~1')
    """
    return _SEPARATORS.sub("", _BETWEEN_DIGITS.sub("~", name.casefold()))


class Suggestions:
    """The nearest ids, found only when a fault asks for one, with a limit on the work for all of them.

    >>> Suggestions(Records(), {"organisation": frozenset({"ruh", "awp"})}).nearest("organisation", "rhu")
    'ruh'
    """

    __slots__ = ("_folded", "_found", "_ids", "_left", "_records")

    def __init__(self, records: Records, ids: Mapping[str, AbstractSet[str]]) -> None:
        self._records = records
        self._ids = ids
        self._folded: dict[str, Mapping[str, str]] = {}
        self._found: dict[tuple[str, str], str] = {}
        self._left = _COMPARISONS

    def nearest(self, noun: str, name: str) -> str:
        """The id of that sort that was most likely meant, or an empty text.

        An id that differs only by hyphens comes first, then the record that is called so, then the nearest.
        """
        key = (noun, name)
        if key not in self._found:
            near = self._words(noun).get(folded(name))
            self._found[key] = near or self._compared(name, self._ids[noun])
        return self._found[key]

    def among(self, whose: str, name: str, choices: Collection[str]) -> str:
        """The nearest of some choices, or an empty text; `whose` choices they are tells them from others."""
        key = (f"/{whose}", name)
        if key not in self._found:
            self._found[key] = self._compared(name, choices)
        return self._found[key]

    def _words(self, noun: str) -> Mapping[str, str]:
        if noun not in self._folded:
            ids = {folded(name): name for name in sorted(self._ids[noun], reverse=True)}
            names = {folded(word): name for word, name in _called(self._records, noun)}
            self._folded[noun] = {**names, **ids}
        return self._folded[noun]

    def _compared(self, name: str, choices: Collection[str]) -> str:
        if len(choices) > self._left:
            return ""
        self._left -= len(choices)
        return nearest(name, sorted(choices))


def _called(records: Records, noun: str) -> Iterator[tuple[str, str]]:
    collection, attributes = _CALLED.get(noun, ("", ()))
    for record in getattr(records, collection, ()):
        words = [getattr(record, attribute) for attribute in attributes]
        for word in (*words, *getattr(record, "aliases", ())):
            if word:
                yield word, record.id

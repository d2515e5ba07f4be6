"""The names of a sheet as organisations, persons and programmes: one record for every name that is one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from nominate.foreign.cells.naming import abbreviated
from nominate.foreign.cells.tidying import folded
from nominate.foreign.records.ids import Ids
from nominate.foreign.rows.entries import SheetEntry
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme

__all__ = ["Names", "bodies_of"]


class Names:
    """Names by whose they are: spellings of one name fall together, and so do names that are `same`.

    >>> names = Names({"RUH": "Royal United Hospitals"})
    >>> names.key("RUH") == names.key("The Royal United Hospitals (RUH)")
    True
    """

    def __init__(self, same: Mapping[str, str]) -> None:
        self._same = {folded(name): other for name, other in same.items()}
        self._keys: dict[str, str] = {}

    def key(self, name: str) -> str:
        """The same text for every spelling of one name."""
        if name not in self._keys:
            self._keys[name] = folded(abbreviated(self.kept(name))[0]) or name
        return self._keys[name]

    def kept(self, name: str) -> str:
        """The name that it is one with; the name itself where it is one with no other."""
        seen: dict[str, str] = {}
        while True:
            keys = (folded(name), folded(abbreviated(name)[0]))
            key = next((key for key in keys if key in self._same), None)
            if key is None:
                return name
            if key in seen:
                # Names that go round in a circle are all one: any of them will do, if it is always the same.
                return min(seen.values())
            seen[key] = name
            name = self._same[key]


def bodies_of(
    entries: Iterable[SheetEntry], names: Names
) -> tuple[dict[str, Organisation], dict[str, Person], dict[str, Programme]]:
    """The organisations, persons and programmes that entries name, by the key of each name.

    >>> from nominate.foreign.rows.entries import SheetNominee
    >>> from nominate.register.changes import Origin
    >>> entry = SheetEntry(origin=Origin(), nominees=(SheetNominee(name="Royal United Hospitals (RUH)"),))
    >>> bodies_of([entry], Names({}))[0]["royal united hospitals"].id
    'ruh'
    """
    organisations: dict[str, Counter[str]] = defaultdict(Counter)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    programmes: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for nominee in entry.nominees:
            (people if nominee.is_person else organisations)[names.key(nominee.name)][nominee.name] += 1
        if entry.programme:
            programmes[names.key(entry.programme)][entry.programme] += 1
    ids, own = Ids(), Ids()
    return (
        {key: _organisation(spellings, names, ids) for key, spellings in organisations.items()},
        {key: _person(spellings, ids) for key, spellings in people.items()},
        {key: _programme(spellings, own) for key, spellings in programmes.items()},
    )


def _organisation(spellings: Counter[str], names: Names, ids: Ids) -> Organisation:
    parted = {spelling: abbreviated(names.kept(spelling)) for spelling in spellings}
    name = _usual(Counter({parted[each][0]: count for each, count in spellings.items()}))
    own = [abbreviated(spelling) for spelling in spellings]
    shorts = [short for _, short in (*parted.values(), *own) if short]
    shorts += [each for each in spellings if each.isupper() and " " not in each and each != name]
    abbreviation = shorts[0] if shorts else ""
    others = {full for full, _ in own if full not in {name, abbreviation}}
    return Organisation(
        id=ids.take(abbreviation or name, otherwise="organisation"),
        name=name,
        abbreviation=abbreviation,
        aliases=tuple(sorted(others)),
    )


def _person(spellings: Counter[str], ids: Ids) -> Person:
    name = _usual(spellings)
    return Person(id=ids.take(name, otherwise="person"), name=name)


def _programme(spellings: Counter[str], ids: Ids) -> Programme:
    name, short = abbreviated(_usual(spellings))
    return Programme(id=ids.take(name, otherwise="programme"), name=name, abbreviation=short)


def _usual(spellings: Counter[str]) -> str:
    """The spelling that stands most often, and of those the first; rather not one in capitals alone."""
    return max(spellings, key=lambda each: (not each.isupper(), spellings[each]))

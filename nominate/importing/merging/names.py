"""From a name that somebody typed to the id of the record that is called so."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from nominate.errors import shown
from nominate.files.faults import Fault
from nominate.model.award import Award, AwardCategory, Edition
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.register.kinds import STOCK_KINDS
from nominate.register.register import Register

__all__ = ["Names"]

_MOST_NEAR = 3
_CUTOFF = 0.6
_NAME_FIELDS = ("id", "name", "introduce_as", "short_name", "abbreviation")

_Ids = Mapping[str, tuple[str, ...]]


class Names:
    """Finds records by id or by any name that they have or had; new ones of the same file are found, too.

    >>> from nominate.model.settings import Records
    >>> trust = Organisation(id="ruh", name="Royal United Hospitals", abbreviation="RUH")
    >>> names = Names(Register(records=Records(organisations=(trust,))))
    >>> names.organisation("royal united  hospitals"), names.organisation("RUH")
    ('ruh', 'ruh')
    >>> names.organisation("Royal Untied Hospital")
    Traceback (most recent call last):
    nominate.files.faults.Fault: no organisation 'Royal Untied Hospital'; did you mean ruh?
    """

    def __init__(
        self,
        register: Register,
        *,
        organisations: Iterable[Organisation] = (),
        awards: Iterable[Award] = (),
        editions: Iterable[tuple[str, Award, Edition]] = (),
        categories: Iterable[tuple[str, AwardCategory]] = (),
    ) -> None:
        self._register = register
        self._added = tuple(organisations)
        self._added_awards = tuple(awards)
        self._added_editions = tuple(editions)
        self._added_categories = tuple(categories)

    def organisation(self, name: str) -> str:
        """The id of an organisation: by id, name, short name, abbreviation, alias or former name."""
        return _one("organisation", name, self._organisations)

    def person(self, name: str) -> str:
        """The id of a person."""
        return _one("person", name, self._people)

    def programme(self, name: str) -> str:
        """The id of a programme."""
        return _one("programme", name, self._programmes)

    def award(self, name: str) -> str:
        """The id of an award, by any name that it has or had."""
        return _one("award", name, self._awards)

    def edition(self, name: str) -> str:
        """The edition, written `award/edition`: so, by its name, or by any name of its award and its id."""
        return _one("edition", name, self._editions)

    def category(self, edition: str, name: str) -> str:
        """The id of a category of that edition, by id or name."""
        held = self._register.editions.get(edition)
        categories = [*held[1].categories] if held is not None else []
        categories += [each for name, each in self._added_categories if name == edition]
        called = _called((each.id, (each.id, each.name)) for each in categories)
        return _one(f"category of {edition}", name, called)

    def kind(self, name: str) -> str:
        """The id of a kind of organisation, by id or by how one of it is said."""
        return _one("kind of organisation", name, self._kinds)

    @cached_property
    def _organisations(self) -> _Ids:
        return _called((each.id, _names(each)) for each in (*self._register.organisations, *self._added))

    @cached_property
    def _people(self) -> _Ids:
        return _called((each.id, _names(each)) for each in self._register.people)

    @cached_property
    def _programmes(self) -> _Ids:
        return _called((each.id, _names(each)) for each in self._register.programmes)

    @cached_property
    def _awards(self) -> _Ids:
        return _called((each.id, _names(each)) for each in (*self._register.awards, *self._added_awards))

    @cached_property
    def _editions(self) -> _Ids:
        held = dict(self._register.editions)
        held |= {name: (award, edition) for name, award, edition in self._added_editions}
        return _called((name, _edition_names(name, *pair)) for name, pair in held.items())

    @cached_property
    def _kinds(self) -> _Ids:
        return _called(
            (each.id, (each.id, each.one)) for each in (*STOCK_KINDS, *self._register.records.kinds)
        )


def _names(record: Organisation | Person | Programme | Award) -> Iterator[str]:
    yield from (getattr(record, field, "") for field in _NAME_FIELDS)
    yield from getattr(record, "aliases", ())
    for former in getattr(record, "former_names", ()):
        yield from (getattr(former, field, "") for field in _NAME_FIELDS)


def _edition_names(name: str, award: Award, edition: Edition) -> Iterator[str]:
    yield from (name, edition.name)
    for called in dict.fromkeys(_names(award)):
        if called:
            yield from (f"{edition.id} {called}", f"{called} {edition.id}")


def _called(records: Iterable[tuple[str, Iterable[str]]]) -> _Ids:
    found: dict[str, dict[str, None]] = {}
    for record, names in records:
        for name in names:
            if name:
                found.setdefault(_folded(name), {})[record] = None
    return {name: tuple(ids) for name, ids in found.items()}


def _folded(name: str) -> str:
    return re.sub(r"[\s\u2019']+", " ", name.casefold().replace("&", " and ")).strip()


def _one(noun: str, name: str, known: _Ids) -> str:
    ids = known.get(_folded(name), ())
    # An id is exact: of two records, one called as the other's id, the id is meant.
    exact = [each for each in ids if each == name.strip()]
    if len(ids) == 1 or exact:
        return exact[0] if exact else ids[0]
    if ids:
        raise Fault("E723", f"{shown(name)} is the name of several", f"write the id: {' or '.join(ids)}")
    raise Fault("E722", f"no {noun} {shown(name)}", _cure(name, known))


def _cure(name: str, known: _Ids) -> str:
    folded = _folded(name)
    near = difflib.get_close_matches(folded, known, n=_MOST_NEAR, cutoff=_CUTOFF)
    if len(folded) > 3:
        near += [other for other in known if len(other) > 3 and (other in folded or folded in other)]
    ids = [*dict.fromkeys(record for other in near for record in known[other])][:_MOST_NEAR]
    return (
        f"did you mean {' or '.join(ids)}?" if ids else "add it first, or write the id of one that there is"
    )

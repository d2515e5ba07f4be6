"""`Register`: every record of a team's awards, immutable, found by id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar
from zoneinfo import ZoneInfo

import attrs

from nominate.errors import RecordNotFound, nearest
from nominate.model.award import Award, AwardCategory, Edition
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination
from nominate.model.organisation import Kind, Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.model.settings import Records, Settings
from nominate.register.applying import applied
from nominate.register.changes import Change
from nominate.register.groups import linked, parts, roots
from nominate.register.kinds import STOCK_KINDS
from nominate.register.places import Places

__all__ = ["Register"]

T = TypeVar("T")
_MOST_CHOICES = 20


@attrs.frozen(kw_only=True)
class Register:
    """All records of one team, each found by its id; two registers are equal when their records are.

    `files` are those beside it that its records name, by the name that they give: pictures, a house style.

    >>> register = Register(records=Records(people=(Person(id="lead", name="Dr Ann Example"),)))
    >>> register.person("lead").name
    'Dr Ann Example'
    """

    records: Records
    files: Mapping[str, bytes] = attrs.field(default=FrozenDict(), eq=False, repr=False)

    def __repr__(self) -> str:
        return (
            f"<Register of {len(self.nominations)} nominations and {len(self.organisations)} organisations>"
        )

    @property
    def settings(self) -> Settings:
        """Whose register it is and how it speaks."""
        return self.records.register

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """In file order."""
        return self.records.organisations

    @property
    def people(self) -> tuple[Person, ...]:
        """In file order."""
        return self.records.people

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """In file order."""
        return self.records.programmes

    @property
    def awards(self) -> tuple[Award, ...]:
        """In file order, each with its editions."""
        return self.records.awards

    @property
    def nominations(self) -> tuple[Nomination, ...]:
        """In file order, whatever became of them."""
        return self.records.nominations

    @cached_property
    def zone(self) -> tzinfo:
        """The time zone of every time that names none."""
        return ZoneInfo(self.settings.timezone)

    def organisation(self, name: str) -> Organisation:
        """The organisation with that id, or that was ever called so (name, short name, abbreviation, alias).

        Raises:
            RecordNotFound: there is none, or a name that several share.
        """
        found = self._organisations.get(name) or self._named_organisation(name)
        return found if found is not None else _missing("organisation", name, self._organisations)

    def person(self, name: str) -> Person:
        """The person with that id.

        Raises:
            RecordNotFound: there is none.
        """
        return _found("person", name, self._people)

    def programme(self, name: str) -> Programme:
        """The programme with that id.

        Raises:
            RecordNotFound: there is none.
        """
        return _found("programme", name, self._programmes)

    def award(self, name: str) -> Award:
        """The award with that id.

        Raises:
            RecordNotFound: there is none.
        """
        return _found("award", name, self._awards)

    def edition(self, name: str) -> Edition:
        """The edition written `award/edition`.

        Raises:
            RecordNotFound: there is none.
        """
        return _found("edition", name, self.editions)[1]

    def category(self, edition: str, name: str) -> AwardCategory:
        """The category with that id as run in the edition written `award/edition`.

        Raises:
            RecordNotFound: there is none.
        """
        return _found(f"category of {edition}", name, self._categories.get(edition, {}))

    def nomination(self, name: str) -> Nomination:
        """The nomination with that id.

        Raises:
            RecordNotFound: there is none.
        """
        return _found("nomination", name, self._nominations)

    def apply(self, changes: Iterable[Change]) -> Register:
        """A new register in which the changes are made, one after the other, or all the reasons why not.

        Raises:
            DataError: a change does not fit; `problems` holds every reason, each where the change came from.

        >>> from nominate.register.changes import RecordKind
        >>> register = Register(records=Records(people=(Person(id="lead", name="Dr A. Example"),)))
        >>> better = Change(
        ...     kind=RecordKind.PERSON,
        ...     record="lead",
        ...     field="name",
        ...     before="Dr A. Example",
        ...     after="Dr Ann Example",
        ... )
        >>> register.apply([better]).person("lead").name
        'Dr Ann Example'
        """
        return attrs.evolve(self, records=applied(self.records, changes))

    @cached_property
    def counts_as(self) -> Mapping[str, str]:
        """For each organisation's id, the id of the one that it counts as: the topmost that it is part of."""
        return MappingProxyType(dict(roots(self.organisations)))

    def within(self, organisation: str) -> frozenset[str]:
        """The ids of an organisation and of all that is part of it, however deep."""
        return linked(organisation, self._parts)

    def above(self, organisation: str) -> tuple[str, ...]:
        """The id of an organisation, and of each that it is part of, the topmost last.

        Raises:
            RecordNotFound: there is none, or one is part of an organisation that is not there.
        """
        last = self.organisation(organisation)
        found = {last.id: None}
        while last.part_of is not None and last.part_of not in found:
            last = self.organisation(last.part_of)
            found[last.id] = None
        return tuple(found)

    @cached_property
    def places(self) -> Places:
        """Where in the file the nominations of an organisation, an edition, a programme stand."""
        return Places(nominations=self.nominations, people=self._people)

    @cached_property
    def entered(self) -> frozenset[str]:
        """The ids of the organisations that a nomination may belong to, itself or by a part of it."""
        found: set[str] = set()
        for own in self.places.by_organisation:
            name: str | None = own
            while name is not None and name in self._organisations and name not in found:
                found.add(name)
                name = self._organisations[name].part_of
        return frozenset(found)

    def kind(self, name: str) -> Kind | None:
        """How that kind of organisation is said: the register's own word, else the stock one, else None."""
        return self._kinds.get(name)

    def kinds_of(self, names: Iterable[str]) -> tuple[Kind, ...]:
        """How those kinds are said, each once, in the order of the stock kinds and then of the file."""
        order = self._order_of_kinds
        return tuple(
            self._kinds[name] for name in sorted(set(names).intersection(order), key=order.__getitem__)
        )

    def line_of_categories(self, name: str) -> tuple[AwardCategory, ...]:
        """The category with that id in every edition that ran it, in file order.

        Raises:
            RecordNotFound: no edition did.
        """
        return tuple(_found("category", name, self.lines_of_categories))

    @cached_property
    def editions(self) -> Mapping[str, tuple[Award, Edition]]:
        """Each edition, written `award/edition`, with its award, in file order."""
        return MappingProxyType(
            {
                f"{award.id}/{edition.id}": (award, edition)
                for award in self.awards
                for edition in award.editions
            }
        )

    @cached_property
    def lines_of_categories(self) -> Mapping[str, Sequence[AwardCategory]]:
        """For each id of a category, that category in every edition that ran it, in file order."""
        lines: dict[str, list[AwardCategory]] = {}
        for categories in self._categories.values():
            for each in categories.values():
                lines.setdefault(each.id, []).append(each)
        return MappingProxyType(lines)

    @cached_property
    def _organisations(self) -> Mapping[str, Organisation]:
        return _by_id(self.organisations)

    @cached_property
    def _people(self) -> Mapping[str, Person]:
        return _by_id(self.people)

    @cached_property
    def _programmes(self) -> Mapping[str, Programme]:
        return _by_id(self.programmes)

    @cached_property
    def _awards(self) -> Mapping[str, Award]:
        return _by_id(self.awards)

    @cached_property
    def _categories(self) -> Mapping[str, Mapping[str, AwardCategory]]:
        return MappingProxyType(
            {name: _by_id(edition.categories) for name, (_, edition) in self.editions.items()}
        )

    @cached_property
    def _nominations(self) -> Mapping[str, Nomination]:
        return _by_id(self.nominations)

    @cached_property
    def _kinds(self) -> Mapping[str, Kind]:
        return MappingProxyType({kind.id: kind for kind in (*STOCK_KINDS, *self.records.kinds)})

    @cached_property
    def _order_of_kinds(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self._kinds)}

    @cached_property
    def _parts(self) -> Mapping[str, Sequence[str]]:
        return parts(self.organisations)

    def _named_organisation(self, name: str) -> Organisation | None:
        folded = name.casefold()
        named = [each for each in self.organisations if folded in _names_of(each)]
        if len(named) > 1:
            ids = ", ".join(repr(each.id) for each in named)
            raise RecordNotFound(f"{name!r} is the name of several organisations; choose from {ids}")
        return named[0] if named else None


def _by_id(records: Iterable[T]) -> Mapping[str, T]:
    return MappingProxyType({record.id: record for record in records})  # type: ignore[attr-defined]  # all have one


def _found(what: str, name: str, known: Mapping[str, T]) -> T:
    return known[name] if name in known else _missing(what, name, known)


def _missing(what: str, name: str, known: Mapping[str, T]) -> T:
    near = nearest(name, known)
    choices = f"; choose from {', '.join(known)}" if 0 < len(known) <= _MOST_CHOICES else ""
    raise RecordNotFound(f"no {what} {name!r}{f'; did you mean {near!r}?' if near else choices}")


def _names_of(organisation: Organisation) -> frozenset[str]:
    names = [organisation.name, organisation.short_name, organisation.abbreviation, *organisation.aliases]
    for former in organisation.former_names:
        names += [former.name, former.short_name, former.abbreviation]
    return frozenset(name.casefold() for name in names if name)

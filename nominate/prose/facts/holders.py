"""Who an entry is credited to, under the names of the day on which that was told."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

import attrs

from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.when import When
from nominate.prose.words import Name
from nominate.register.groups import day_of, has_role, is_member, named_on
from nominate.viewing.entry import Credit, Entry
from nominate.viewing.view import View

__all__ = ["Group", "Holder", "Holders", "Relation", "key_of", "lead_of", "told_on"]


class Relation(Enum):
    """What a nominee is to the publisher: itself, a member of it when the fact was told, or neither."""

    OWN = "own"
    MEMBER = "member"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class Holder:
    """A nominee as a sentence names it.

    `of` is what a team is part of; `role` and `at` are those of a person on the day; `beside` is the id of
    the organisation that either of them names.

    >>> Holder(id="ruh", name=Name(full="Royal United Hospitals Bath")).relation
    <Relation.OTHER: 'other'>
    """

    id: str
    name: Name
    relation: Relation = Relation.OTHER
    of: Name | None = None
    is_person: bool = False
    role: str = ""
    at: Name | None = None
    beside: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Its own id, and that of the organisation it is told to belong to."""
        return (self.id, *self.beside)


@attrs.frozen(kw_only=True)
class Group:
    """The entries of one holder, in file order; no holder where nobody is credited.

    `ids` are the records that it rests on.
    """

    holder: Holder | None
    entries: tuple[Entry, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the entries, then of the holder, where there is one."""
        own = self.holder.ids if self.holder is not None else ()
        return (*(entry.id for entry in self.entries), *own)


def told_on(entry: Entry) -> When | None:
    """The day that the names and memberships of an entry are those of: that of its last announcement.

    Where nothing was announced, as far as the edition says.
    """
    for decision in reversed(entry.history.decisions):
        day = decision.announced or decision.on
        if day is not None:
            return day
    return day_of(entry.edition)


class Holders:
    """Finds the holders of a view's entries."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._publisher = view.settings.publisher
        # One organisation has many entries, and rarely more than one name or standing.
        self._names: dict[int, tuple[Organisation | Person, Name]] = {}
        self._groups: dict[tuple[int, ...], tuple[tuple[Entry, ...], tuple[Group, ...]]] = {}
        self._lasting: dict[str, Relation] = {}
        self._holders: dict[tuple[int, int], tuple[Entry, Credit, Holder]] = {}

    def grouped(self, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
        """The entries by who leads them, in the order of the first entry of each.

        A team's entry is one of the organisation that it counts as. A name as published is used where all
        entries of a holder carry it.
        """
        if len(entries) == 1:
            return (Group(holder=self._holder([(entries[0], lead_of(entries[0]))]), entries=entries),)
        # The same few entries come in many tuples.
        asked = tuple(map(id, entries))
        held = self._groups.get(asked)
        if held is None:
            # What was asked for is kept beside the answer, so that its identity is not given to another.
            held = self._groups[asked] = (entries, self._grouped(entries))
        return held[1]

    def _grouped(self, entries: tuple[Entry, ...]) -> tuple[Group, ...]:
        groups: dict[str, list[tuple[Entry, Credit | None]]] = {}
        for entry in entries:
            lead = lead_of(entry)
            groups.setdefault(_key(lead), []).append((entry, lead))
        return tuple(
            Group(holder=self._holder(pairs), entries=tuple([entry for entry, _ in pairs]))
            for pairs in groups.values()
        )

    def of(self, entry: Entry, credit: Credit) -> Holder:
        """One who is credited with an entry, as a sentence names it."""
        # A piece names it in its lead, its totals and its lists.
        held = self._holders.get((id(entry), id(credit)))
        if held is None:
            held = self._holders[id(entry), id(credit)] = (entry, credit, self._of(entry, credit))
        return held[2]

    def _of(self, entry: Entry, credit: Credit) -> Holder:
        if credit.person is not None:
            return self._person(credit, credit.person, entry)
        name, whole = _id_of(credit), credit.counts_as
        is_part = bool(whole) and whole != name
        return Holder(
            id=name,
            name=self.name_of(credit),
            relation=self.relation(entry, whole),
            of=self._parent(credit, entry) if is_part else None,
            beside=(whole,) if is_part else (),
        )

    def name_of(self, credit: Credit) -> Name:
        """A nominee's name, as published where that is recorded."""
        record = credit.organisation or credit.person
        if record is None:
            return Name(full=credit.credited_as)
        name = self._name(record)
        if not credit.credited_as:
            return name
        return attrs.evolve(name, full=credit.credited_as, short="", introduce_as="")

    def relation(self, entry: Entry, organisation_id: str) -> Relation:
        """What an organisation was to the publisher when the entry's last decision was told."""
        held = self._lasting.get(organisation_id)
        return held if held is not None else self._relation(entry, organisation_id)

    def _relation(self, entry: Entry, organisation_id: str) -> Relation:
        network = self._publisher
        if network is None:
            return Relation.OTHER
        if organisation_id == network:
            return Relation.OWN
        organisation = self._view.organisation(organisation_id)
        if organisation is None or not organisation.member_of:
            return Relation.OTHER
        spans = [each for each in organisation.member_of if each.organisation == network]
        if not any(each.since or each.until for each in spans):
            # Few memberships have dates: what holds on every day is worked out once.
            return self._lasting.setdefault(organisation_id, Relation.MEMBER if spans else Relation.OTHER)
        # Where the dates do not say whether it was a member, it counts as one.
        is_one = is_member(organisation, network, self._day(entry), self._view.zone)
        return Relation.OTHER if is_one is False else Relation.MEMBER

    def _day(self, entry: Entry) -> tuple[datetime, datetime]:
        day = told_on(entry)
        zone = self._view.zone
        now = self._view.moment
        return (now, now) if day is None else (day.first_moment(zone), day.end_moment(zone))

    def _holder(self, pairs: list[tuple[Entry, Credit | None]]) -> Holder | None:
        entry, credit = pairs[0]
        if credit is None:
            return None
        if len(pairs) == 1 or credit.person is not None:
            return self.of(entry, credit)
        others = [each for _, each in pairs[1:] if each is not None]
        if any(_id_of(each) != _id_of(credit) for each in others):
            # Several teams, or a team and its organisation: told together as the organisation.
            whole = self._parent(credit, entry) or self.name_of(attrs.evolve(credit, credited_as=""))
            return Holder(id=credit.counts_as, name=whole, relation=self.relation(entry, credit.counts_as))
        if any(each.credited_as != credit.credited_as for each in others):
            credit = attrs.evolve(credit, credited_as="")
        return self.of(entry, credit)

    def _name(self, record: Organisation | Person) -> Name:
        held = self._names.get(id(record))
        if held is None:
            # The record is kept beside its name, so that its identity is not given to another.
            held = self._names[id(record)] = (record, Name.of(record))
        return held[1]

    def _parent(self, credit: Credit, entry: Entry) -> Name | None:
        """What a team is part of, under the name of the day; None where it stands for itself."""
        if credit.organisation is None or credit.organisation.id == credit.counts_as:
            return None
        parent = self._view.organisation(credit.counts_as)
        return None if parent is None else self._name(named_on(parent, told_on(entry), self._view.zone))

    def _person(self, credit: Credit, person: Person, entry: Entry) -> Holder:
        day, zone = told_on(entry), self._view.zone
        role = next((each for each in person.roles if has_role(each, day, zone)), None)
        place = self._view.organisation(role.organisation) if role and role.organisation else None
        return Holder(
            id=person.id,
            name=self.name_of(credit),
            is_person=True,
            role=role.title if role is not None else "",
            at=self._name(named_on(place, day, zone)) if place is not None else None,
            beside=(place.id,) if place is not None else (),
        )


def lead_of(entry: Entry) -> Credit | None:
    """The credit that an entry goes by: its first lead, else its first nominee, or None without any."""
    nominees = entry.nominees
    for each in nominees:
        if each.is_lead:
            return each
    return nominees[0] if nominees else None


def _id_of(credit: Credit) -> str:
    return credit.organisation.id if credit.organisation is not None else credit.name


def key_of(entry: Entry) -> str:
    """The id of whoever an entry is one of, a team as its organisation; empty where nobody is credited."""
    return _key(lead_of(entry))


def _key(credit: Credit | None) -> str:
    if credit is None:
        return ""
    return credit.counts_as or (credit.person.id if credit.person is not None else credit.name)

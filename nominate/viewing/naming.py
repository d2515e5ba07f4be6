"""Which organisations, people and programmes a view names: only those may be in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.viewing.editions import ToldEdition
from nominate.viewing.entry import Entry
from nominate.viewing.lookup import Lookup

__all__ = ["Named", "everything", "named_in"]


@attrs.frozen(kw_only=True)
class Named:
    """Organisations, people and programmes, each in file order."""

    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    programmes: tuple[Programme, ...]


def everything(lookup: Lookup) -> Named:
    """All that the register holds, for the team itself."""
    return Named(
        organisations=lookup.organisations.everything,
        people=lookup.people.everything,
        programmes=lookup.programmes.everything,
    )


def named_in(
    entries: Iterable[Entry], editions: Iterable[ToldEdition], lookup: Lookup, publisher: str | None
) -> Named:
    """What the entries and editions of a view name, and what those name in turn."""
    held = tuple(entries)
    programmes = lookup.programmes.among({entry.programme_id or "" for entry in held})
    people = lookup.people.among(frozenset(_people_of(held)))
    ids = {publisher, *_organisations_of_entries(held)}.union(*(each.organisations for each in editions))
    for programme in programmes:
        ids.update((programme.lead, *(each.organisation for each in programme.partners)))
    for person in people:
        ids.update(role.organisation for role in person.roles)
    return Named(
        organisations=lookup.organisations.among(_closed(ids, lookup)), people=people, programmes=programmes
    )


def _people_of(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        for credit in entry.nominees:
            if credit.person is not None:
                yield credit.person.id
        for quote in entry.nomination.quotes:
            if quote.speaker is not None and quote.speaker.person is not None:
                yield quote.speaker.person
        for image in entry.images:
            yield from (each.person for each in image.people if each.person is not None)


def _organisations_of_entries(entries: Iterable[Entry]) -> Iterator[str | None]:
    for entry in entries:
        for credit in entry.nominees:
            if credit.organisation is not None:
                yield credit.organisation.id
                yield credit.counts_as
        for statement in entry.statements:
            yield statement.organisation.id if statement.organisation is not None else None
        for image in entry.images:
            yield from (each.organisation for each in image.people)


def _closed(ids: Iterable[str | None], lookup: Lookup) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name for name in ids if name]
    while waiting:
        name = waiting.pop()
        each = lookup.organisations.get(name) if name not in found else None
        if each is None:
            continue
        found.add(name)
        waiting += [member.organisation for member in each.member_of]
        waiting += [heir.organisation for heir in each.succeeded_by]
        waiting += [each.part_of] if each.part_of is not None else []
    return frozenset(found)

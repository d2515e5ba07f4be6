"""What people's roles point at, and whether their dates can be."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.register.checks.finding import Finding
from nominate.register.checks.index import Index
from nominate.register.checks.periods import period
from nominate.register.checks.references import references

__all__ = ["in_people"]


def in_people(index: Index) -> Iterator[Finding]:
    """Faults in the roles of people."""
    for place, person in enumerate(index.records.people):
        for number, role in enumerate(person.roles):
            at = ("people", place, "roles", number)
            yield from references(index, "organisation", [((*at, "organisation"), role.organisation)])
            yield from period(index, at, since=role.since, until=role.until)

"""Organisations, people and awards as outsiders could know them at a moment, without what is still to come.

A new name, a merger, an appointment or a change of membership that the register already holds is told to the
team alone until its day.
"""

from __future__ import annotations

from typing import TypeVar

import attrs

from nominate.model.award import Award
from nominate.model.organisation import Membership, Organisation
from nominate.model.person import Person, Role
from nominate.register.groups import named_on
from nominate.register.standing import Clearance, showing

__all__ = ["award_then", "organisation_then", "person_then"]

Named = TypeVar("Named", Organisation, Award)
Span = TypeVar("Span", Membership, Role)


def organisation_then(organisation: Organisation, clearance: Clearance) -> Organisation:
    """The organisation under the name of the moment; its logo only where somebody had consented to that."""
    if clearance.is_internal:
        return organisation
    named = _named_then(organisation, clearance)
    logo = named.logo
    opens = showing(logo, {}, clearance.zone) if logo is not None else None
    return attrs.evolve(
        named,
        member_of=_begun(named.member_of, clearance),
        succeeded_by=tuple(each for each in named.succeeded_by if clearance.has_come(each.on)),
        logo=logo if opens is not None and opens <= clearance.moment else None,
    )


def person_then(person: Person, clearance: Clearance) -> Person:
    """The person with the roles that they had or have at the moment."""
    if clearance.is_internal:
        return person
    return attrs.evolve(person, roles=_begun(person.roles, clearance))


def award_then(award: Award, clearance: Clearance) -> Award:
    """The award under the name of the moment."""
    return award if clearance.is_internal else _named_then(award, clearance)


def _named_then(record: Named, clearance: Clearance) -> Named:
    if not record.former_names:
        return record
    named = named_on(record, clearance.as_of, clearance.zone)
    past = tuple(
        each for each in record.former_names if each.until.end_moment(clearance.zone) <= clearance.moment
    )
    return attrs.evolve(named, former_names=past)


def _begun(spans: tuple[Span, ...], clearance: Clearance) -> tuple[Span, ...]:
    zone, moment = clearance.zone, clearance.moment
    # One that may have begun counts: most roles are known to the year alone.
    return tuple(
        each
        if each.until is None or each.until.end_moment(zone) <= moment
        else attrs.evolve(each, until=None)
        for each in spans
        if each.since is None or each.since.first_moment(zone) <= moment
    )

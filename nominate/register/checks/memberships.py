"""Nominees of which the dates do not say whether they belonged to a network when their entry was told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.model.nomination import Nomination
from nominate.model.organisation import Membership, Organisation
from nominate.model.when import When
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.held import held
from nominate.register.checks.index import Index
from nominate.register.groups import is_member

__all__ = ["in_memberships"]


def in_memberships(index: Index) -> Iterator[Finding]:
    """Entries that count as a member's only because nothing says that they do not."""
    dated = _dated(index)
    if not dated:
        return
    for place, nomination in enumerate(index.records.nominations):
        for number, nominee in enumerate(nomination.nominees):
            networks = dated.get(nominee.organisation)
            told = _told(nomination) if networks is not None else None
            if networks is not None and told is not None:
                organisation = index.organisations[nominee.organisation or ""]
                at = ("nominations", place, "nominees", number, "organisation")
                yield from _unknown(index, at, organisation, networks, told)


def _unknown(
    index: Index, at: Path, organisation: Organisation, networks: tuple[str, ...], told: When
) -> Iterator[Finding]:
    during, zone = index.moments.bounds(told), index.moments.zone
    for network in networks:
        if is_member(organisation, network, during, zone) is None:
            yield Finding(
                code="W343",
                at=at,
                message=f"nobody knows whether {organisation.id!r} was in {network!r} on {told}; it counts",
                hint=f"say to the day since or until when it is a member of {network!r}",
            )


def _dated(index: Index) -> Mapping[str | None, tuple[str, ...]]:
    """The networks, once each, of the organisations that joined or left one on a date."""
    found = {
        name: tuple(dict.fromkeys(each.organisation for each in organisation.member_of if _is_dated(each)))
        for name, organisation in index.organisations.items()
        if organisation.member_of
    }
    return {name: networks for name, networks in found.items() if networks}


def _is_dated(membership: Membership) -> bool:
    return membership.since is not None or membership.until is not None


def _told(nomination: Nomination) -> When | None:
    announced = [each.announced for _, each in held(nomination) if each.announced is not None]
    return announced[-1] if announced else None

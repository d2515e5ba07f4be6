"""What organisations point at: their kinds, networks, wholes and successors."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.errors import shown
from nominate.model.organisation import FormerName, Organisation
from nominate.model.when import When
from nominate.register.checks.cycles import cycles
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.images import image_findings
from nominate.register.checks.index import Index
from nominate.register.checks.periods import period
from nominate.register.checks.references import references

__all__ = ["in_organisations"]


def in_organisations(index: Index) -> Iterator[Finding]:
    """Faults in the organisations, one by one and then in the circles that they may form."""
    for place, organisation in enumerate(index.records.organisations):
        at = ("organisations", place)
        yield from _references(index, at, organisation)
        yield from _memberships(index, at, organisation)
        yield from _former_names(at, organisation.former_names)
        if organisation.logo is not None:
            yield from image_findings(index, (*at, "logo"), organisation.logo)
    yield from _circles(index)


def _references(index: Index, at: Path, organisation: Organisation) -> Iterator[Finding]:
    yield from references(index, "kind", [((*at, "kind"), organisation.kind or None)])
    yield from references(
        index,
        "organisation",
        [
            *(
                ((*at, "member_of", place, "organisation"), each.organisation)
                for place, each in enumerate(organisation.member_of)
            ),
            ((*at, "part_of"), organisation.part_of),
            *(
                ((*at, "succeeded_by", place, "organisation"), each.organisation)
                for place, each in enumerate(organisation.succeeded_by)
            ),
        ],
    )


def _memberships(index: Index, at: Path, organisation: Organisation) -> Iterator[Finding]:
    for place, membership in enumerate(organisation.member_of):
        own = (*at, "member_of", place)
        yield from period(index, own, since=membership.since, until=membership.until)
        if membership.organisation == organisation.id:
            yield Finding(
                code="E332",
                at=(*own, "organisation"),
                message=f"{organisation.id!r} is a member of itself",
                hint="name the network that it belongs to, or take the line away",
            )


def _former_names(at: Path, names: tuple[FormerName, ...]) -> Iterator[Finding]:
    seen: dict[When, FormerName] = {}
    for place, former in enumerate(names):
        other = seen.setdefault(former.until, former)
        if other is not former:
            yield Finding(
                code="W344",
                at=(*at, "former_names", place, "until"),
                message=f"{shown(former.name)} and {shown(other.name)} were both right until {former.until}",
                hint="give each former name its own last day",
            )


def _circles(index: Index) -> Iterator[Finding]:
    places = {each.id: place for place, each in reversed(list(enumerate(index.records.organisations)))}
    wholes = {name: [each.part_of] for name, each in index.organisations.items() if each.part_of is not None}
    successors = {
        name: [one.organisation for one in each.succeeded_by]
        for name, each in index.organisations.items()
        if each.succeeded_by
    }
    for code, key, words, pointers in (
        ("E330", "part_of", "part of", wholes),
        ("E331", "succeeded_by", "succeeded by", successors),
    ):
        for circle in cycles(pointers):
            chain = ", ".join(f"{words} {name!r}" for name in circle[1:])
            yield Finding(
                code=code,
                at=("organisations", places[circle[0]], key),
                message=f"{circle[0]!r} comes back to itself: {chain}",
                hint=f"take away the {key} that is wrong",
            )

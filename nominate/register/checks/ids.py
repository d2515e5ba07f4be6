"""Ids that stand twice, and records that are most likely one record twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nominate.errors import shown
from nominate.model.award import Award, AwardCategory
from nominate.register.checks.finding import Finding, Path, told
from nominate.register.checks.index import Index
from nominate.register.checks.suggestions import folded
from nominate.register.kinds import STOCK_KINDS

__all__ = ["in_ids"]

Named = Sequence[tuple[Path, str]]
"""The place of each record and its id or name, in file order."""


def in_ids(index: Index) -> Iterator[Finding]:
    """Ids that two records share, and ids and names that are all but the same."""
    records = index.records
    bodies = _placed("organisations", [each.id for each in records.organisations])
    people = _placed("people", [each.id for each in records.people])
    kinds = _placed("kinds", [each.id for each in records.kinds])
    programmes = _placed("programmes", [each.id for each in records.programmes])
    awards = _placed("awards", [each.id for each in records.awards])
    # Nominations are many and get their ids from the importer: looking alike means nothing there.
    if len(index.nominations) < len(records.nominations):
        yield from _twice("nomination", _placed("nominations", [each.id for each in records.nominations]))
    for noun, named in (("kind", kinds), ("programme", programmes), ("award", awards)):
        yield from _twice(noun, named)
    yield from _twice("organisation or person", (*bodies, *people))
    stock: Named = [((), kind.id) for kind in STOCK_KINDS]
    for noun, named in (
        ("kind", (*stock, *kinds)),
        ("organisation or person", (*bodies, *people)),
        ("programme", programmes),
        ("award", awards),
    ):
        yield from _alike(noun, named)
    yield from _same_names(index)
    for place, award in enumerate(records.awards):
        yield from _in_award(("awards", place), award)


def _placed(collection: str, names: Iterable[str]) -> Named:
    return [((collection, place), name) for place, name in enumerate(names)]


def _twice(noun: str, named: Named) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for at, name in named:
        if name in first:
            yield Finding(
                code="E301",
                at=(*at, "id"),
                message=f"the id {shown(name)} is taken already, by {told(first[name])}",
                hint=f"give each {noun} an id of its own, or make one record of the two",
                other=first[name],
            )
        first.setdefault(name, at)


def _alike(noun: str, named: Named) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for at, name in named:
        other = first.setdefault(folded(name), name)
        if other != name:
            yield Finding(
                code="W302",
                at=(*at, "id"),
                message=f"the id {shown(name)} is all but the same as {shown(other)}",
                hint=f"use one id if they are one {noun}, or let more than hyphens and capitals differ",
            )


def _in_award(at: Path, award: Award) -> Iterator[Finding]:
    editions = [((*at, "editions", place), edition.id) for place, edition in enumerate(award.editions)]
    yield from _twice("edition of an award", editions)
    yield from _alike("edition", editions)
    every: list[tuple[Path, str]] = []
    for edition_at, edition in zip((at for at, _ in editions), award.editions, strict=True):
        categories = [
            ((*edition_at, "categories", place), each.id) for place, each in enumerate(edition.categories)
        ]
        yield from _twice("category of an edition", categories)
        yield from _same_name("category", _category_names(edition_at, edition.categories))
        every += categories
    yield from _alike("line of categories", every)


def _category_names(at: Path, categories: Iterable[AwardCategory]) -> Named:
    return [((*at, "categories", place), each.name) for place, each in enumerate(categories)]


def _same_names(index: Index) -> Iterator[Finding]:
    records = index.records
    # Three hospitals are called Queen Elizabeth: the place tells them apart.
    bodies = [f"{each.name}\n{each.place}" for each in records.organisations]
    yield from _same_name("organisation", _placed("organisations", bodies))
    yield from _same_name("programme", _placed("programmes", [each.name for each in records.programmes]))
    yield from _same_name("award", _placed("awards", [each.name for each in records.awards]))


def _same_name(noun: str, named: Named) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for at, name in named:
        other = first.setdefault(name.casefold(), at)
        if other is not at:
            yield Finding(
                code="W303",
                at=(*at, "name"),
                message=f"{told(other)} has the name {shown(name.partition(chr(10))[0])} too",
                hint=f"if they are one {noun}, make one record of the two"
                + ("; if not, give each its place" if noun == "organisation" else ""),
                other=other,
            )

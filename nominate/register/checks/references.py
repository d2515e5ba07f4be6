"""Pointing at a record that is not there: one wording for every kind of reference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from nominate.errors import shown
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import EditionIndex, Index

__all__ = ["category_fault", "edition_fault", "references", "unknown"]

_CODES = {
    "organisation": "E310",
    "person": "E311",
    "programme": "E312",
    "award": "E313",
    "nomination": "E316",
    "kind": "E318",
}
_LISTS = {"person": "people"}
_MOST_CHOICES = 8


def references(index: Index, noun: str, pointed: Iterable[tuple[Path, str | None]]) -> Iterator[Finding]:
    """A finding for each id that no record of that sort has; None points at nothing."""
    ids = index.ids[noun]
    for at, name in pointed:
        if name is not None and name not in ids:
            yield unknown(index, noun, name, at)


def unknown(index: Index, noun: str, name: str, at: Path) -> Finding:
    """The finding for an id that does not exist, with the one that was most likely meant."""
    return Finding(
        code=_CODES[noun], at=at, message=f"no {noun} {shown(name)}", hint=_cure(index, noun, name)
    )


def _cure(index: Index, noun: str, name: str) -> str:
    other = {"organisation": "person", "person": "organisation"}.get(noun)
    if other is not None and name in index.ids[other]:
        return f"{shown(name)} is {'a person' if other == 'person' else 'an organisation'}"
    near = index.suggestions.nearest(noun, name)
    if near:
        return f"did you mean {near!r}?"
    return f"mend the id, or add it under {_LISTS.get(noun, f'{noun}s')}"


def edition_fault(index: Index, name: str, at: Path) -> Finding:
    """The finding for an edition that is not `award/edition`, or not there."""
    award_id, slash, edition_id = name.partition("/")
    if not slash or not award_id or not edition_id or "/" in edition_id:
        return Finding(
            code="E319",
            at=at,
            message=f"{shown(name)} is not an edition",
            hint=f"write the award, a slash and the edition, as in {_example(index, award_id)}",
        )
    award = index.awards.get(award_id)
    if award is None:
        return unknown(index, "award", award_id, at)
    choices = [edition.id for edition in award.editions]
    return Finding(
        code="E314",
        at=at,
        message=f"the award {award_id!r} has no edition {shown(edition_id)}",
        hint=_choice(index, award_id, edition_id, choices, f"add it under the editions of {award_id}"),
    )


def _example(index: Index, name: str) -> str:
    award = index.awards.get(name) or index.awards.get(index.suggestions.nearest("award", name))
    return f"{award.id}/{award.editions[-1].id}" if award and award.editions else "an-award/2020"


def category_fault(index: Index, edition: EditionIndex, name: str, at: Path) -> Finding:
    """The finding for a category that an edition does not have, or that only another edition has."""
    cure = f"add it under the categories of {edition.name}"
    editions = edition.award.editions
    others = [other.id for other in editions if any(each.id == name for each in other.categories)]
    if others:
        named = ", ".join(f"{edition.award.id}/{other}" for other in others)
        return Finding(
            code="E320",
            at=at,
            message=f"the category {shown(name)} is one of {named}, not of {edition.name}",
            hint=f"{cure}, or name one that it has",
        )
    return Finding(
        code="E315",
        at=at,
        message=f"{edition.name} has no category {shown(name)}",
        hint=_choice(index, edition.name, name, edition.categories, cure),
    )


def _choice(index: Index, whose: str, name: str, choices: Collection[str], cure: str) -> str:
    near = index.suggestions.among(whose, name, choices)
    if near:
        return f"did you mean {near!r}?"
    if not choices or len(choices) > _MOST_CHOICES:
        return cure
    return f"{cure}, or choose from {', '.join(choices)}"

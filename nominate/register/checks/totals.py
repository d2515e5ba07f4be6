"""The organiser's totals beside what the register holds: a total cannot be smaller than a part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from nominate.model.decision import Outcome
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination, Progress
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.held import category_in_the_end, held
from nominate.register.checks.index import EditionIndex, Index

__all__ = ["in_totals"]

_CATEGORIES, _ENTRIES = "categories", "entries"
# The words under which an organiser's total is recorded, each with what we can count beside it.
# "nominations" is none of them: an entry to some, a place on the shortlist to others.
_COUNTED: Mapping[str, str] = {
    "categories": _CATEGORIES,
    "award categories": _CATEGORIES,
    "entries": _ENTRIES,
    "applications": _ENTRIES,
    "submissions": _ENTRIES,
    "shortlist": Outcome.SHORTLISTED.value,
    "finalists": Outcome.SHORTLISTED.value,
    "longlist": Outcome.LONGLISTED.value,
    "winners": Outcome.WON.value,
    "wins": Outcome.WON.value,
    "runners up": Outcome.RUNNER_UP.value,
    **{outcome.value: outcome.value for outcome in Outcome},
}

Counts = Mapping[tuple[str, str], Counter[str]]


def in_totals(index: Index) -> Iterator[Finding]:
    """Declared totals that are smaller than what is recorded, for editions and for categories."""
    declaring = {
        name: edition
        for name, edition in index.editions.items()
        if edition.edition.declared or any(each.declared for each in edition.edition.categories)
    }
    if not declaring:
        return
    counts = _counts(index, declaring)
    for name, edition in declaring.items():
        recorded = Counter(counts.get((name, ""), ()))
        recorded[_CATEGORIES] = len(edition.edition.categories)
        yield from _smaller(edition.at, edition.edition.declared, recorded, "recorded")
        yield from _smaller(
            edition.at, edition.edition.declared, _summed(edition), "declared by the categories"
        )
        for place, category in enumerate(edition.edition.categories):
            own = counts.get((name, category.id), Counter())
            yield from _smaller((*edition.at, "categories", place), category.declared, own, "recorded")


def _counts(index: Index, declaring: Mapping[str, EditionIndex]) -> Counts:
    found: dict[tuple[str, str], Counter[str]] = {}
    for nomination in index.records.nominations:
        if nomination.edition in declaring:
            words = _words(nomination)
            for part in ("", category_in_the_end(nomination)):
                found.setdefault((nomination.edition, part), Counter()).update(words)
    return found


def _words(nomination: Nomination) -> set[str]:
    words = {decision.outcome.value for _, decision in held(nomination)}
    if nomination.decisions or nomination.progress in (None, Progress.SUBMITTED):
        words.add(_ENTRIES)
    return words


def _summed(edition: EditionIndex) -> Counter[str]:
    total: Counter[str] = Counter()
    for category in edition.edition.categories:
        for word, number in category.declared.items():
            measure = _COUNTED.get(_plain(word))
            if measure is not None:
                total[measure] += number
    return total


def _smaller(at: Path, declared: FrozenDict[str, int], recorded: Counter[str], how: str) -> Iterator[Finding]:
    for word, number in declared.items():
        held_here = recorded[_COUNTED.get(_plain(word), "")]
        if 0 <= number < held_here:
            yield Finding(
                code="W540",
                at=(*at, "declared", word),
                message=f"{word}: {number} declared, and {held_here} {how}",
                hint="ask the organiser, or mend the number",
            )


def _plain(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ")

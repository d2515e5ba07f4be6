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


def in_totals(index: Index) -> Iterator[Finding]:
    """Declared totals that are smaller than what is recorded, for editions and for categories."""
    asked = {name: _asked(edition) for name, edition in index.editions.items() if any(_declared(edition))}
    # Most organisers say how many categories there are, and nothing that needs counting.
    counts = Counter(_things(index, {name: measures for name, measures in asked.items() if measures}))
    for name, measures in asked.items():
        edition = index.editions[name]
        whole = edition.edition.declared
        recorded = {measure: counts[name, "", measure] for measure in measures}
        recorded[_CATEGORIES] = len(edition.edition.categories)
        yield from _smaller(edition.at, whole, recorded, "recorded")
        yield from _smaller(edition.at, whole, _summed(edition), "declared by the categories")
        for place, category in enumerate(edition.edition.categories):
            own = {measure: counts[name, category.id, measure] for measure in measures}
            yield from _smaller((*edition.at, "categories", place), category.declared, own, "recorded")


def _declared(edition: EditionIndex) -> Iterator[FrozenDict[str, int]]:
    yield edition.edition.declared
    yield from (category.declared for category in edition.edition.categories)


def _things(index: Index, asked: Mapping[str, set[str]]) -> Iterator[tuple[str, str, str]]:
    """Edition, category (and once more an empty text), and what a nomination counts as there."""
    for nomination in index.records.nominations:
        measures = asked.get(nomination.edition)
        if measures is not None:
            category = category_in_the_end(nomination)
            for word in measures & _words(nomination):
                yield nomination.edition, "", word
                yield nomination.edition, category, word


def _asked(edition: EditionIndex) -> set[str]:
    words = {_COUNTED.get(_plain(word), "") for declared in _declared(edition) for word in declared}
    return words - {"", _CATEGORIES}


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


def _smaller(
    at: Path, declared: FrozenDict[str, int], recorded: Mapping[str, int], how: str
) -> Iterator[Finding]:
    for word, number in declared.items():
        held_here = recorded.get(_COUNTED.get(_plain(word), ""), 0)
        if 0 <= number < held_here:
            yield Finding(
                code="W540",
                at=(*at, "declared", word),
                message=f"{word}: {number} declared, and {held_here} {how}",
                hint="ask the organiser, or mend the number",
            )


def _plain(word: str) -> str:
    return word.casefold().replace("_", " ").replace("-", " ")

"""Entries that got an honour in a category that gave none."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.award import CategoryResult, CategoryResultKind
from nominate.model.decision import Outcome
from nominate.model.outcomes import RESULTS
from nominate.register.checks.finding import Finding
from nominate.register.checks.held import category_in_the_end, held
from nominate.register.checks.index import Index

__all__ = ["in_results"]


def in_results(index: Index) -> Iterator[Finding]:
    """Wins and honours beside a result of the category that says otherwise."""
    results = dict(_results(index))
    if not results:
        return
    editions = {edition for edition, _ in results}
    for place, nomination in enumerate(index.records.nominations):
        if nomination.edition not in editions:
            continue
        category = category_in_the_end(nomination)
        result = results.get((nomination.edition, category))
        if result is None:
            continue
        for number, decision in held(nomination):
            at = ("nominations", place, "decisions", number)
            if decision.outcome is Outcome.WON:
                yield Finding(
                    code="E462",
                    at=at,
                    message=f"won in {category!r}, whose result is {result.is_.value!r}",
                    hint="mend the category's result, or record a decision that corrects or revokes the win",
                )
            elif decision.outcome in RESULTS and result.is_ is CategoryResultKind.CANCELLED:
                yield Finding(
                    code="W463",
                    at=at,
                    message=f"{decision.outcome.value} in {category!r}, which was cancelled",
                    hint="mend the category's result, or the decision",
                )


def _results(index: Index) -> Iterator[tuple[tuple[str, str], CategoryResult]]:
    for name, edition in index.editions.items():
        for category in edition.edition.categories:
            # What a merged category had before it was merged, its entries keep.
            if category.result is not None and category.result.is_ is not CategoryResultKind.MERGED:
                yield (name, category.id), category.result

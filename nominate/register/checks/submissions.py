"""Entries that were sent when it was too late."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.award import Certainty, KeyDate
from nominate.model.embargo import DateKind
from nominate.model.nomination import Nomination
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index

__all__ = ["submission_findings"]

_DEADLINES = (DateKind.ENTRY_DEADLINE, DateKind.EXTENDED_DEADLINE, DateKind.LATE_DEADLINE)


def submission_findings(index: Index, at: Path, nomination: Nomination) -> Iterator[Finding]:
    """A finding where an entry was surely submitted after the last deadline that it could have met."""
    edition = index.editions.get(nomination.edition)
    if edition is None or nomination.submitted is None:
        return
    deadlines = [
        date.when
        for kind in _DEADLINES
        for _, date in edition.dates.get(kind, ())
        if _concerns(date, nomination)
    ]
    if deadlines and all(index.moments.is_surely_before(when, nomination.submitted) for when in deadlines):
        yield Finding(
            code="W411",
            at=(*at, "submitted"),
            message=f"submitted on {nomination.submitted}, after the deadline on {deadlines[-1]}",
            hint="mend the date, or write the extended deadline into the edition",
        )


def _concerns(date: KeyDate, nomination: Nomination) -> bool:
    if date.certainty in (Certainty.POSTPONED, Certainty.CANCELLED):
        return False
    if date.for_ is None:
        return True
    return date.for_.category == nomination.category or date.for_.nomination == nomination.id

"""The one calendar period that holds all that a round-up tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta, tzinfo

from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts

__all__ = ["period_of", "told_days"]

_MINUTE = timedelta(minutes=1)
_QUARTER = 3


def told_days(editions: Iterable[EditionFacts]) -> Iterator[When | None]:
    """When each thing that is told of these editions was announced; None where nobody said."""
    for facts in editions:
        for entry in facts.told:
            yield entry.decision.announced or entry.decision.on if entry.decision is not None else None
        yield from (each.result.announced for each in facts.ended if each.result is not None)


def period_of(days: Iterable[When | None], zone: tzinfo) -> When | None:
    """The month, else the quarter (as its months), else the year in which all days surely lie; None without.

    >>> from datetime import UTC
    >>> period_of([When(2020, 11, 3), When(2020, 11)], UTC), period_of([When(2020, 1), When(2020, 2)], UTC)
    (When('2020-11'), When('2020-01/2020-03'))
    >>> period_of([When(2020, 11, 3), None], UTC) is None
    True
    """
    known: list[When] = []
    for day in days:
        if day is None:
            return None
        known.append(day)
    if not known:
        return None
    first = min(day.first_moment(zone) for day in known).astimezone(zone)
    last = (max(day.end_moment(zone) for day in known) - _MINUTE).astimezone(zone)
    if first.year != last.year:
        return None
    if first.month == last.month:
        return When(first.year, first.month)
    start = first.month - (first.month - 1) % _QUARTER
    if last.month < start + _QUARTER:
        return When(first.year, start, end=When(first.year, start + _QUARTER - 1))
    return When(first.year)

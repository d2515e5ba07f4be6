"""What several editions hold together: their entries by how they stand, and when all of it was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta, tzinfo
from itertools import chain
from operator import attrgetter

import attrs

from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts
from nominate.viewing.entry import Entry

__all__ = ["RoundUp", "period_of", "round_up_of"]

_MINUTE = timedelta(minutes=1)
_QUARTER = 3


@attrs.frozen(kw_only=True)
class RoundUp:
    """The entries of all editions by how they stand; `period` is the one calendar period of all that is told.

    >>> RoundUp(editions=()).entries
    ()
    """

    editions: tuple[EditionFacts, ...]
    won: tuple[Entry, ...] = ()
    honoured: tuple[Entry, ...] = ()
    shortlisted: tuple[Entry, ...] = ()
    longlisted: tuple[Entry, ...] = ()
    entries: tuple[Entry, ...] = ()
    period: When | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the editions."""
        return tuple(facts.id for facts in self.editions)


def round_up_of(editions: tuple[EditionFacts, ...], zone: tzinfo) -> RoundUp:
    """What there is over all editions; a win that was taken back is in none of it."""
    won, honoured, shortlisted, longlisted = (
        tuple(chain.from_iterable(map(attrgetter(name), editions)))
        for name in ("won", "honoured", "shortlisted", "longlisted")
    )
    return RoundUp(
        editions=editions,
        won=won,
        honoured=honoured,
        shortlisted=shortlisted,
        longlisted=longlisted,
        entries=(*won, *honoured, *shortlisted, *longlisted),
        period=period_of(_told_days(editions), zone),
    )


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
        known += (day,) if _is_plain(day) else _ends(day, zone)
    years = {day.year for day in known}
    if len(years) != 1:
        return None
    months = sorted({day.month or 0 for day in known})
    year, first, last = years.pop(), months[0], months[-1]
    if first == last and first:
        return When(year, first)
    start = last - (last - 1) % _QUARTER
    if first and first >= start:
        return When(year, start, end=When(year, start + _QUARTER - 1))
    return When(year)


def _is_plain(day: When) -> bool:
    """Whether its own year and month are all that it may mean."""
    return day.offset is None and day.end is None and not day.is_approximate


def _ends(day: When, zone: tzinfo) -> tuple[When, When]:
    """The first and the last month that it may mean."""
    first, last = day.first_moment(zone), day.end_moment(zone) - _MINUTE
    begins, ends = first.astimezone(zone), last.astimezone(zone)
    return When(begins.year, begins.month), When(ends.year, ends.month)


def _told_days(editions: Iterable[EditionFacts]) -> Iterator[When | None]:
    """When each thing that is told was announced; None where nobody said."""
    for facts in editions:
        for entry in facts.told:
            decision = entry.decision
            yield decision.announced or decision.on if decision is not None else None
        if facts.ended:
            yield from (each.result.announced for each in facts.ended if each.result is not None)

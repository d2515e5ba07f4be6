"""How many things fall in each month, or where they lie far apart in each year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from functools import lru_cache

import attrs

from nominate.model.when import When
from nominate.prose.facts.round_ups import period_of

__all__ = ["Calendar", "Step", "calendar_of"]

_YEAR = 12
_MOST_STEPS = 18
_BARE = 3

Dated = tuple[str, When | None]
"""The id of something, and when it is."""


@attrs.frozen(kw_only=True)
class Step:
    """One month or year, and the ids of what falls in it.

    >>> Step(when=When(2026, 6), ids=("a", "b")).ids
    ('a', 'b')
    """

    when: When
    ids: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Calendar:
    """Every month, or every year, from the first in which something falls to the last.

    `unplaced` are the ids of what falls surely in none of them.

    >>> Calendar(steps=(Step(when=When(2026), ids=("a",)),)).placed
    1
    """

    steps: tuple[Step, ...] = ()
    unplaced: tuple[str, ...] = ()

    @property
    def is_monthly(self) -> bool:
        """Whether its steps are months."""
        return any(step.when.month for step in self.steps)

    @property
    def placed(self) -> int:
        """How many things fall in one of its steps."""
        return sum(len(step.ids) for step in self.steps)

    @property
    def fullest(self) -> tuple[Step, ...]:
        """Those in which the most falls."""
        most = max((len(step.ids) for step in self.steps), default=0)
        return tuple(step for step in self.steps if most and len(step.ids) == most)

    @property
    def has_shape(self) -> bool:
        """Whether there is anything to see: things fall in more than one step, and not too few hold any."""
        held = sum(bool(step.ids) for step in self.steps)
        return held > 1 and len(self.steps) <= held * _BARE


def calendar_of(things: Iterable[Dated], zone: tzinfo) -> Calendar:
    """By month where most of what has a date has a month and they are few enough, else by year.

    >>> from datetime import UTC
    >>> told = calendar_of([("a", When(2026, 5, 3)), ("b", When(2026, 7)), ("c", None)], UTC)
    >>> [(str(step.when), len(step.ids)) for step in told.steps], told.unplaced
    ([('2026-05', 1), ('2026-06', 0), ('2026-07', 1)], ('c',))
    """
    periods = [(name, _period(when, zone)) for name, when in things]
    known = [period for _, period in periods if period is not None]
    by_month = _by_month(known)
    places = (_months if by_month else _years)(known)
    found: dict[int, list[str]] = {place: [] for place in places}
    unplaced: list[str] = []
    for name, period in periods:
        place = _place(period, by_month=by_month)
        (unplaced if place is None else found[place]).append(name)
    steps = [Step(when=_step(place, by_month=by_month), ids=tuple(ids)) for place, ids in found.items()]
    return Calendar(steps=tuple(steps), unplaced=tuple(unplaced))


# The calendars of one run hold the same few days.
@lru_cache(maxsize=4096)
def _period(when: When | None, zone: tzinfo) -> When | None:
    """The one month, else the one year, in which it surely lies."""
    period = period_of((when,), zone)
    # A quarter is neither.
    return When(period.year) if period is not None and period.end is not None else period


def _by_month(known: list[When]) -> bool:
    """Whether most have a month, and those lie near enough to each other."""
    monthly = [each for each in known if each.month is not None]
    return len(monthly) * 2 > len(known) and len(_months(known)) <= _MOST_STEPS


def _place(period: When | None, *, by_month: bool) -> int | None:
    """The number of its year, or of its month counted from the year nought; None where it is not known."""
    if period is None or not by_month:
        return None if period is None else period.year
    return period.year * _YEAR + period.month - 1 if period.month is not None else None


def _months(known: list[When]) -> range:
    """The places of all months from the first to the last that is known."""
    places = [place for each in known if (place := _place(each, by_month=True)) is not None]
    return range(min(places), max(places) + 1) if places else range(0)


def _years(known: list[When]) -> range:
    years = [each.year for each in known]
    return range(min(years), max(years) + 1) if years else range(0)


@lru_cache(maxsize=1024)
def _step(place: int, *, by_month: bool) -> When:
    year, month = divmod(place, _YEAR)
    return When(year, month + 1) if by_month else When(place)

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
    placed = [(name, _place(when, zone)) for name, when in things]
    known = [place for _, place in placed if place is not None]
    months = [month for _, month in known if month is not None]
    by_month = len(months) * 2 > len(known) and max(months) - min(months) < _MOST_STEPS
    held = months if by_month else [year for year, _ in known]
    found: dict[int, list[str]] = {step: [] for step in _span(held)}
    unplaced: list[str] = []
    for name, place in placed:
        year, month = place or (None, None)
        step = month if by_month else year
        (unplaced if step is None else found[step]).append(name)
    steps = [Step(when=_step(step, by_month=by_month), ids=tuple(ids)) for step, ids in found.items()]
    return Calendar(steps=tuple(steps), unplaced=tuple(unplaced))


# The calendars of one run hold the same few days.
@lru_cache(maxsize=4096)
def _place(when: When | None, zone: tzinfo) -> tuple[int, int | None] | None:
    """The one year in which it surely lies, and the one month, counted from the year nought, if there is."""
    period = period_of((when,), zone)
    if period is None:
        return None
    # A quarter is neither.
    if period.month is None or period.end is not None:
        return period.year, None
    return period.year, period.year * _YEAR + period.month - 1


def _span(numbers: list[int]) -> range:
    """All from the lowest to the highest."""
    return range(min(numbers), max(numbers) + 1) if numbers else range(0)


@lru_cache(maxsize=1024)
def _step(place: int, *, by_month: bool) -> When:
    year, month = divmod(place, _YEAR)
    return When(year, month + 1) if by_month else When(place)

"""What an audience may know at a moment. It fails closed: what is not surely open is shut.

Every rule of who may know what stands here and nowhere else:

- A decision, a category's result, and a date that has an `announced` become open at one moment, or never.
- With no announcement: never. With an embargo: when the announcement has begun and the embargo has ended.
  Without one: a known day or time from its first moment, anything vaguer from its end.
- An embargo ends at its time, or with the end of its day. One that waits for a date of the edition ends
  only with a date that is confirmed, alone of its kind, and known to the day.
- `public` and `press` know what is open at the moment; `internal` knows what is recorded, from `known` on.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo
from typing import Protocol

import attrs

from nominate.model.award import Certainty, Edition, KeyDate
from nominate.model.embargo import CLEARED, DateKind, Embargo
from nominate.model.fields import Audience
from nominate.model.quote import Image, Quote
from nominate.model.when import When

__all__ = ["Announced", "Clearance", "Place", "date_then_known", "embargo_end", "opening"]


class Announced(Protocol):
    """Whatever is told at a moment: a decision, a category's result, a date."""

    @property
    def announced(self) -> When | None:
        """When it was or will be told."""

    @property
    def embargo(self) -> Embargo | None:
        """Until when it must not be repeated."""

    @property
    def known(self) -> When | None:
        """Since when the team knows."""


@attrs.frozen(kw_only=True)
class Place:
    """Where something is decided: in an edition, and there in a category, on a nomination, or on neither."""

    edition: Edition
    category: str | None = None
    nomination: str | None = None


@attrs.frozen(kw_only=True)
class Clearance:
    """Who asks, and at which moment; `zone` is that of times that name none.

    An `as_of` given as a day, month or year means its first moment.

    >>> from datetime import UTC
    >>> Clearance(audience=Audience.PUBLIC, as_of=When(2020, 10, 1), zone=UTC).moment.isoformat()
    '2020-10-01T00:00:00+00:00'
    """

    audience: Audience
    as_of: When
    zone: tzinfo
    moment: datetime = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "moment", self.as_of.first_moment(self.zone))

    @property
    def is_internal(self) -> bool:
        """Whether the team itself asks."""
        return self.audience is Audience.INTERNAL

    def knows(self, announced: Announced, place: Place) -> bool:
        """Whether the audience may know of a decision or a category's result."""
        if self.is_internal:
            return announced.known is None or settled(announced.known, self.zone) <= self.moment
        opens = opening(announced, place, self.zone)
        return opens is not None and opens <= self.moment

    def knows_date(self, date: KeyDate, place: Place) -> bool:
        """Whether the audience may know of a date; one with neither announcement nor embargo is open."""
        is_plain = date.announced is None and date.embargo is None
        return (is_plain and not self.is_internal) or self.knows(date, place)

    def may_show(self, shown: Quote | Image, open_decisions: Iterable[str]) -> bool:
        """Whether a quote or image may be shown: agreed to by then, and not about a decision still shut."""
        if self.is_internal:
            return True
        agreed = shown.approved if isinstance(shown, Quote) else shown.consent
        if agreed is None or not self.has_come(agreed.on):
            return False
        said = shown.said if isinstance(shown, Quote) else None
        return self.has_come(said) and (shown.of is None or shown.of in open_decisions)

    def has_come(self, when: When | None) -> bool:
        """Whether a day or time has begun, or a vaguer date has passed; an unknown one has."""
        return when is None or settled(when, self.zone) <= self.moment


def settled(when: When, zone: tzinfo) -> datetime:
    """From when on it has surely come: a day or time from its first moment, anything vaguer from its end."""
    is_sharp = when.precision in {"day", "minute"} and not when.is_approximate and when.end is None
    return when.first_moment(zone) if is_sharp else when.end_moment(zone)


def opening(announced: Announced, place: Place, zone: tzinfo) -> datetime | None:
    """The moment, in UTC, from which the public may know it; None for never, as things stand."""
    if announced.announced is None:
        return None
    if announced.embargo is None:
        return settled(announced.announced, zone)
    end = embargo_end(announced.embargo, place, zone)
    return None if end is None else max(end, announced.announced.first_moment(zone))


def embargo_end(embargo: Embargo, place: Place, zone: tzinfo) -> datetime | None:
    """The moment, in UTC, at which an embargo ends; None while nothing says so."""
    until = embargo.until
    if isinstance(until, DateKind):
        date = _date_that_ends(until, place)
        until = (
            date.when if date is not None and date.when is not None and _is_known_day(date.when) else CLEARED
        )
    if not isinstance(until, When):
        return None
    return (
        until.first_moment(zone)
        if until.precision == "minute" and until.end is None
        else until.end_moment(zone)
    )


def date_then_known(date: KeyDate, clearance: Clearance, place: Place) -> KeyDate | None:
    """A date with the value that the audience knew then: an earlier one where the latest was not told yet."""
    earlier = tuple(each for each in date.was if clearance.has_come(each.announced))
    if clearance.knows_date(date, place):
        return date if len(earlier) == len(date.was) else attrs.evolve(date, was=earlier)
    if not earlier:
        return None
    last = earlier[-1]
    return attrs.evolve(
        date, when=last.when, announced=last.announced, source=last.source, weekday=None, embargo=None,
        certainty=Certainty.CONFIRMED, was=earlier[:-1],
    )  # fmt: skip


def _is_known_day(when: When) -> bool:
    return when.precision in {"day", "minute"} and not when.is_approximate


def _date_that_ends(kind: DateKind, place: Place) -> KeyDate | None:
    dates = [date for date in place.edition.dates if date.what is kind and _concerns(date, place)]
    own = [date for date in dates if date.for_ is not None]
    chosen = own or dates
    if len(chosen) != 1 or chosen[0].certainty is not Certainty.CONFIRMED:
        return None
    return chosen[0]


def _concerns(date: KeyDate, place: Place) -> bool:
    if date.for_ is None:
        return True
    if date.for_.nomination is not None:
        return date.for_.nomination == place.nomination
    return date.for_.category == place.category

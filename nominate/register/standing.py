"""What an audience may know at a moment. It fails closed: what is not surely open is shut.

Every rule of who may know what stands here and nowhere else:

- A decision, a category's result, and a date that has an `announced` become open at one moment, or never.
- With no announcement: never. Without an embargo: a known day or time from its first moment, anything
  vaguer from its end. With one: when it has ended, but not before the announcement has begun.
- An embargo ends at its time, or with the end of its day. One that waits for a date of the edition ends
  only with a date that is confirmed, alone of its kind, and known to the day.
- A time that a change of the clocks makes mean two moments means the later.
- A quote or picture opens when it is said and agreed to, and what it is about is open.
- `public` and `press` know what is open at the moment; `internal` knows what is recorded, from `known` on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol

import attrs

from nominate.model.award import Certainty, Edition, KeyDate
from nominate.model.embargo import DateKind, Embargo
from nominate.model.fields import Audience
from nominate.model.quote import Image, Quote
from nominate.model.when import When

__all__ = [
    "Announced",
    "Clearance",
    "Place",
    "dates_then_known",
    "embargo_end",
    "opening",
    "place_of",
    "settled",
    "showing",
]

_MINUTE = timedelta(minutes=1)
_EVER = datetime.min.replace(tzinfo=UTC)


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

    def knows(self, announced: Announced, opens: datetime | None) -> bool:
        """Whether the audience may know of what becomes public at `opens`, never where that is None."""
        if self.is_internal:
            return self.has_come(announced.known)
        return opens is not None and opens <= self.moment

    def knows_date(self, date: KeyDate, place: Place) -> bool:
        """Whether the audience may know of a date; one with neither announcement nor embargo is open."""
        is_plain = date.announced is None and date.embargo is None
        return (is_plain and not self.is_internal) or self.knows(date, opening(date, place, self.zone))

    def has_come(self, when: When | None) -> bool:
        """Whether a day or time has begun, or a vaguer date has passed; an unknown one has."""
        return when is None or settled(when, self.zone) <= self.moment


def settled(when: When, zone: tzinfo) -> datetime:
    """From when on it has surely come: a day or time from its first moment, anything vaguer from its end."""
    if when.day is None or when.is_approximate or when.end is not None:
        return when.end_moment(zone)
    return when.first_moment(zone) if when.hour is None else when.end_moment(zone) - _MINUTE


def opening(announced: Announced, place: Place, zone: tzinfo) -> datetime | None:
    """The moment, in UTC, from which the public may know it; None for never, as things stand."""
    if announced.announced is None:
        return None
    if announced.embargo is None:
        return settled(announced.announced, zone)
    end = embargo_end(announced.embargo, place, zone)
    if end is None or end > announced.announced.first_moment(zone):
        return end
    # An embargo that is over before the announcement begins says nothing of when that comes.
    return settled(announced.announced, zone)


def embargo_end(embargo: Embargo, place: Place, zone: tzinfo) -> datetime | None:
    """The moment, in UTC, at which an embargo ends; None while nothing says so."""
    until = _end_of_date(embargo.until, place) if isinstance(embargo.until, DateKind) else embargo.until
    if not isinstance(until, When):
        return None
    return settled(until, zone) if until.hour is not None else until.end_moment(zone)


def showing(shown: Quote | Image, opened: Mapping[str, datetime | None], zone: tzinfo) -> datetime | None:
    """The moment, in UTC, from which a quote or picture may be shown to the public; None for never.

    `opened` gives the same for each decision that it may be about, by id.
    """
    agreed = shown.approved if isinstance(shown, Quote) else shown.consent
    if agreed is None:
        return None
    said = shown.said if isinstance(shown, Quote) else None
    about = _EVER if shown.of is None else opened.get(shown.of)
    if about is None:
        return None
    return max((about, *(settled(when, zone) for when in (agreed.on, said) if when is not None)))


def dates_then_known(edition: Edition, clearance: Clearance) -> tuple[KeyDate, ...]:
    """The dates of an edition that the audience knew of, with the values that it knew then."""
    told = (_date_then_known(date, clearance, place_of(edition, date)) for date in edition.dates)
    return tuple(date for date in told if date is not None)


def place_of(edition: Edition, date: KeyDate) -> Place:
    """Where a date of an edition belongs."""
    if date.for_ is None:
        return Place(edition=edition)
    return Place(edition=edition, category=date.for_.category, nomination=date.for_.nomination)


def _date_then_known(date: KeyDate, clearance: Clearance, place: Place) -> KeyDate | None:
    is_known = clearance.knows_date(date, place)
    # What was before is under the same embargo, unless it says when it was announced.
    is_open = is_known or clearance.is_internal or date.embargo is None
    # The team, which knows the last value, knows those before it, too, though they were never announced.
    is_ours = is_known and clearance.is_internal
    earlier = tuple(
        each
        for each in date.was
        if is_ours or ((is_open or each.announced is not None) and clearance.has_come(each.announced))
    )
    if is_known:
        return date if len(earlier) == len(date.was) else attrs.evolve(date, was=earlier)
    if not earlier:
        return None
    last = earlier[-1]
    # How and where it is now need not be how and where it was.
    return attrs.evolve(
        date, when=last.when, announced=last.announced, source=last.source, weekday=None, embargo=None,
        mode=None, venue="", certainty=Certainty.CONFIRMED, was=earlier[:-1],
    )  # fmt: skip


def _end_of_date(kind: DateKind, place: Place) -> When | None:
    date = _date_that_ends(kind, place)
    return date.when if date is not None and date.when is not None and _is_known_day(date.when) else None


def _is_known_day(when: When) -> bool:
    return when.day is not None and not when.is_approximate


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

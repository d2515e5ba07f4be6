"""The clock: what moment it is, and which moments a public output may be made for."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from nominate.errors import UsageError
from nominate.model.fields import Audience
from nominate.model.when import When

__all__ = ["instant", "moment_for", "now", "present"]


def now(zone: tzinfo) -> When:
    """The present, to the minute, in a time zone."""
    return present(datetime.now(zone))


def instant() -> datetime:
    """The present, in UTC: for journals and locks."""
    return datetime.now(UTC)


def present(moment: datetime) -> When:
    """A moment with a time zone, to the minute; with its offset only in the hour that autumn repeats.

    >>> from datetime import UTC
    >>> present(datetime(2026, 11, 22, 9, 30, 59, tzinfo=UTC))
    When('2026-11-22T09:30')
    """
    offset = moment.utcoffset() if moment.fold else None
    return When(
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        offset=None if offset is None else int(offset.total_seconds() // 60),
    )


def moment_for(audience: Audience, as_of: When | None, zone: tzinfo) -> When:
    """The moment that was asked for, or the present.

    Raises:
        UsageError: for the public, a moment that begins later than now.
    """
    current = now(zone)
    if as_of is None:
        return current
    if audience is Audience.PUBLIC and as_of.first_moment(zone) > current.first_moment(zone):
        raise UsageError(
            f"{as_of} is later than now, and what the public may know then is not settled; "
            "for a piece under embargo use --audience press, or leave --as-of out"
        )
    return as_of

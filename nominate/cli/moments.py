"""The clock: what moment it is, and which moments a public output may be made for."""

from __future__ import annotations

from datetime import datetime, tzinfo

from nominate.errors import UsageError
from nominate.model.fields import Audience
from nominate.model.when import When

__all__ = ["moment_for", "now"]


def now(zone: tzinfo) -> When:
    """The present to the minute in a zone; with its offset in the hour that the clocks repeat in autumn."""
    moment = datetime.now(zone)
    offset = moment.utcoffset()
    is_repeated = moment.fold == 1 and offset is not None
    return When(
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        offset=int(offset.total_seconds() // 60) if is_repeated and offset is not None else None,
    )


def moment_for(audience: Audience, as_of: When | None, zone: tzinfo) -> When:
    """The moment that was asked for, or the present.

    Raises:
        UsageError: for the public, a moment that begins later than now.
    """
    present = now(zone)
    if as_of is None:
        return present
    if audience is Audience.PUBLIC and as_of.first_moment(zone) > present.first_moment(zone):
        raise UsageError(
            f"{as_of} is later than now, and what the public may know then is not settled; "
            "for a piece under embargo use --audience press, or leave --as-of out"
        )
    return as_of

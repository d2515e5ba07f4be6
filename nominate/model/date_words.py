"""A date as people write it: what is known of it, and nothing more."""

from __future__ import annotations

from datetime import UTC, tzinfo

import attrs

from nominate.model.when import When

__all__ = ["MONTHS", "date_words", "local", "now_words"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def local(when: When, zone: tzinfo) -> When:
    """The same moment by the register's clock, where it is given by another.

    >>> from datetime import timedelta, timezone
    >>> local(When.parse("2020-06-01T20:00Z"), timezone(timedelta(hours=1)))
    When('2020-06-01T21:00')
    """
    if when.offset is None and when.end is None:
        return when
    end = None if when.end is None else local(when.end, zone)
    if when.offset is None:
        return attrs.evolve(when, end=end)
    moment = attrs.evolve(when, end=None, is_approximate=False).first_moment(zone).astimezone(zone)
    return When(
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        is_approximate=when.is_approximate,
        end=end,
    )


def date_words(when: When, *, zone: tzinfo = UTC) -> str:
    """What is known of a date, in British words; times are those of the register's zone.

    >>> [date_words(When.parse(text)) for text in ("2020", "2020-11", "2020-11-12T20:00", "2027-07~")]
    ['2020', 'November 2020', '12 November 2020, 20:00', 'about July 2027']
    >>> date_words(When.parse("2027-05-10/2027-05-21"))
    '10 to 21 May 2027'
    """
    own = local(when, zone)
    if own.end is None:
        return f"{'about ' if own.is_approximate else ''}{_said(own)}"
    about = "about " if own.is_approximate or own.end.is_approximate else ""
    return f"{about}{_start(own, own.end)} to {_said(own.end)}"


def now_words(when: When) -> str:
    """How a date that is no single day is said while it may be now.

    >>> [now_words(When.parse(text)) for text in ("2020-11", "2020-11~", "2020-11-03/2020-11-05")]
    ['this month, day not known', 'about now', 'under way']
    """
    if when.is_approximate or (when.end is not None and when.end.is_approximate):
        return "about now"
    return "under way" if when.end is not None else f"this {when.precision}, day not known"


def _said(when: When) -> str:
    day = " ".join(str(part) for part in (when.day, _month(when), when.year) if part)
    return day if when.hour is None else f"{day}, {when.hour:02}:{when.minute:02}"


def _start(start: When, end: When) -> str:
    """The first day of an interval, without what the last day says again."""
    if start.precision != end.precision or start.hour is not None or start.year != end.year:
        return _said(start)
    month = _month(start)
    if start.day is None:
        return month or str(start.year)
    return str(start.day) if start.month == end.month else f"{start.day} {month}"


def _month(when: When) -> str:
    return MONTHS[when.month - 1] if when.month is not None else ""

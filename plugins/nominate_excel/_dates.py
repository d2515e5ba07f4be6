"""Dates for a workbook: Excel's own number where the day is known, else words that say what is."""

from __future__ import annotations

from datetime import date, tzinfo

from nominate import When

__all__ = ["in_words", "local", "serial"]

_MONTHS = [
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
]
# Excel's day 0 is 30 December 1899 for every date from here on: it takes 1900 for a leap year (ECMA-376,
# part 1, 18.17.4.1).
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DAY = date(1900, 3, 1)
_MINUTES_A_DAY = 1440


def local(when: When, zone: tzinfo) -> When:
    """The same moment by the register's clock, where it is given by another.

    >>> from datetime import timedelta, timezone
    >>> local(When.parse("2020-06-01T20:00Z"), timezone(timedelta(hours=1)))
    When('2020-06-01T21:00')
    """
    if when.offset is None:
        return when
    moment = when.first_moment(zone).astimezone(zone)
    end = None if when.end is None else local(when.end, zone)
    return When(
        moment.year,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        is_approximate=when.is_approximate,
        end=end,
    )


def serial(when: When, zone: tzinfo) -> int | float | None:
    """Excel's number for a day or a time; None where the day is not known, or is before 1 March 1900.

    >>> from datetime import UTC
    >>> serial(When(2020, 11, 12), UTC), serial(When(2020, 11, 12, 18, 0), UTC), serial(When(2020, 11), UTC)
    (44147, 44147.75, None)
    """
    own = local(when, zone)
    day = own.date
    if day is None or day < _FIRST_DAY:
        return None
    number = day.toordinal() - _DAY_ZERO
    if own.hour is None or own.minute is None:
        return number
    return number + (own.hour * 60 + own.minute) / _MINUTES_A_DAY


def in_words(when: When, zone: tzinfo) -> str:
    """What is known of a date, and nothing more; times are those of the register's zone.

    >>> from datetime import UTC
    >>> [in_words(When.parse(text), UTC) for text in ("2020", "2020-11", "2020-11-12T20:00", "2027-07~")]
    ['2020', 'November 2020', '12 November 2020, 20:00', 'about July 2027']
    >>> in_words(When.parse("2027-05-10/2027-05-21"), UTC)
    '10 to 21 May 2027'
    """
    own = local(when, zone)
    if own.end is None:
        return f"{'about ' if own.is_approximate else ''}{_said(own)}"
    end = local(own.end, zone)
    about = "about " if own.is_approximate or end.is_approximate else ""
    return f"{about}{_start(own, end)} to {_said(end)}"


def _said(when: When) -> str:
    day = " ".join(str(part) for part in (when.day, _month(when), when.year) if part)
    return day if when.hour is None else f"{day}, {when.hour:02}:{when.minute:02}"


def _start(start: When, end: When) -> str:
    """The first day of an interval, without what the last day says again."""
    if start.precision != end.precision or start.hour is not None or start.year != end.year:
        return _said(start)
    if start.day is None:
        return _month(start) or str(start.year)
    return str(start.day) if start.month == end.month else f"{start.day} {_month(start)}"


def _month(when: When) -> str:
    return _MONTHS[when.month - 1] if when.month is not None else ""

"""Dates as Excel counts them: only where the day is known, else what is known is said in words."""

from __future__ import annotations

from datetime import date, tzinfo

from nominate import When

__all__ = ["first_day", "last_day", "serial", "serial_of"]

# Excel's day 0 is 30 December 1899 for every date from here on: it takes 1900 for a leap year (ECMA-376,
# part 1, 18.17.4.1).
_DAY_ZERO = date(1899, 12, 30).toordinal()
_FIRST_DAY = date(1900, 3, 1)
_MINUTES_A_DAY = 1440


def serial(when: When, zone: tzinfo) -> int | float | None:
    """Excel's number for a day or a time; None where the day is not known, or is before 1 March 1900.

    >>> from datetime import UTC
    >>> serial(When(2020, 11, 12), UTC), serial(When(2020, 11, 12, 18, 0), UTC), serial(When(2020, 11), UTC)
    (44147, 44147.75, None)
    """
    day = when.date
    if day is None or day < _FIRST_DAY:
        return None
    if when.hour is None:
        return serial_of(day)
    moment = when.first_moment(zone).astimezone(zone) if when.offset is not None else None
    if moment is not None:
        return serial_of(moment.date()) + (moment.hour * 60 + moment.minute) / _MINUTES_A_DAY
    return serial_of(day) + (when.hour * 60 + (when.minute or 0)) / _MINUTES_A_DAY


def serial_of(day: date) -> int:
    """Excel's number for a calendar day from 1 March 1900 on.

    >>> serial_of(date(2020, 11, 12))
    44147
    """
    return day.toordinal() - _DAY_ZERO


def first_day(when: When, zone: tzinfo) -> date:
    """The earliest day that a date may mean, by the register's clock."""
    return when.first_moment(zone).astimezone(zone).date()


def last_day(when: When, zone: tzinfo) -> date:
    """The last day that a date may mean, by the register's clock.

    >>> from datetime import UTC
    >>> last_day(When(2020, 11), UTC)
    datetime.date(2020, 11, 30)
    """
    end = when.end_moment(zone).astimezone(zone)
    is_midnight = (end.hour, end.minute) == (0, 0)
    return date.fromordinal(end.toordinal() - 1) if is_midnight else end.date()

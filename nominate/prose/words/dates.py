"""Dates and times as a sentence says them: what is known, and nothing more."""

from __future__ import annotations

from datetime import date, timedelta, tzinfo
from functools import lru_cache

import attrs

from nominate.model.date_words import MONTHS
from nominate.model.when import When
from nominate.styles.style import RelativeDays, Style, Weekdays

__all__ = ["dated", "timed"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NEAR = {timedelta(days=-1): "yesterday", timedelta(0): "today", timedelta(days=1): "tomorrow"}


# The pieces of one run tell the same few dates many times over.
@lru_cache(maxsize=1024)
def dated(
    when: When,
    style: Style,
    *,
    now: When | None = None,
    preposition: bool = False,
    zone: tzinfo | None = None,
) -> str:
    """A date, time or interval in words, as far as it is known.

    `now` is the moment of publication: its year may be left out, days beside it may be called today.
    `preposition` adds in, on, at or from, as the sentence "It was held …" wants it.
    `zone` is the register's, for a time that is given in another.

    >>> house, now = Style.load("health"), When(2020, 9, 1)
    >>> dated(When(2020, 11), house, now=now, preposition=True)
    'in November'
    >>> dated(When(2017, 10, 11), house, now=now, preposition=True)
    'on Wednesday 11 October 2017'
    >>> dated(When.parse("2020-11-12T20:00"), house, now=now)
    '8pm on Thursday 12 November'
    >>> dated(When.parse("2020-11-03/2020-11-05"), house)
    'Tuesday 3 to Thursday 5 November 2020'
    """
    local = _in_zone(when, zone)
    if local.end is not None:
        return _interval(local, _in_zone(local.end, zone), style, now, preposition=preposition)
    near = _near(local, style, now)
    said = _said(local, style, now, near=near)
    if local.is_approximate:
        return f"around {said}"
    return f"{_preposition(local, is_near=bool(near))}{said}" if preposition else said


def timed(hour: int, minute: int, style: Style) -> str:
    """A time of day by the twelve-hour clock.

    >>> house = Style.load("health")
    >>> timed(20, 0, house), timed(9, 30, house), timed(12, 0, house), timed(23, 59, house)
    ('8pm', '9:30am', 'midday', '11:59pm')
    """
    if minute == 0 and hour in {0, 12}:
        return style.dates.midday if hour else style.dates.midnight
    minutes = f"{style.dates.minute_mark}{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{'pm' if hour >= 12 else 'am'}"


def _in_zone(when: When, zone: tzinfo | None) -> When:
    if zone is None or when.offset is None:
        return when
    # An approximate time may be earlier by a minute than it says, which is not meant here.
    moment = attrs.evolve(when, is_approximate=False, end=None).first_moment(zone).astimezone(zone)
    parts = (moment.year, moment.month, moment.day, moment.hour, moment.minute)
    return When(*parts, is_approximate=when.is_approximate, end=when.end)


def _said(when: When, style: Style, now: When | None, *, near: str = "") -> str:
    day = near or _day(when, style, says_year=_says_year(when, style, now))
    if when.hour is None or when.minute is None:
        return day
    time = timed(when.hour, when.minute, style)
    if (when.hour, when.minute) == (0, 0):
        # "Midnight on Thursday" may be taken for its end.
        return f"{time} at the start of {day}"
    return f"{time} {day}" if near else f"{time} on {day}"


def _says_year(when: When, style: Style, now: When | None) -> bool:
    return not (style.dates.drops_current_year and now is not None and now.year == when.year)


def _day(when: When, style: Style, *, says_year: bool, has_month: bool = True, has_year: bool = True) -> str:
    """The date in words; without the month or year where what follows says it (`has_month`, `has_year`)."""
    if when.month is None:
        return str(when.year)
    month = MONTHS[when.month - 1] if has_month else ""
    year = str(when.year) if says_year and has_year else ""
    day = "" if when.day is None else f"{_weekday(when.month, when, style, says_year=says_year)}{when.day}"
    return " ".join(part for part in (day, month, year) if part)


def _weekday(month: int, when: When, style: Style, *, says_year: bool) -> str:
    said = style.dates.weekday
    is_wanted = said is Weekdays.ALWAYS or (said is Weekdays.WITHOUT_YEAR and not says_year)
    if not is_wanted or when.is_approximate or when.day is None:
        return ""
    return f"{_WEEKDAYS[date(when.year, month, when.day).weekday()]} "


def _near(when: When, style: Style, now: When | None) -> str:
    """Today, yesterday or tomorrow, where the style has them and it is so; else an empty text."""
    if now is None or style.dates.relative_days is RelativeDays.NEVER:
        return ""
    day, today = when.date, now.date
    word = _NEAR.get(day - today, "") if day is not None and today is not None else ""
    if word and style.dates.relative_days is RelativeDays.WITH_DATE:
        return f"{word} ({_day(when, style, says_year=True)})"
    return word


def _preposition(when: When, *, is_near: bool) -> str:
    if when.precision == "minute":
        return "at "
    if when.precision == "day":
        return "" if is_near else "on "
    return "in "


def _interval(start: When, end: When, style: Style, now: When | None, *, preposition: bool) -> str:
    said = style.dates.range.format(*_ends(start, end, style, now))
    if start.is_approximate or end.is_approximate:
        return f"around {said}"
    if not preposition or not style.dates.range.startswith("{}"):
        return said
    # "From 3–5 November" is half a phrase: only a word says what the other end is.
    has_word = any(map(str.isalpha, style.dates.range))
    return f"from {said}" if has_word else f"{_preposition(start, is_near=False)}{said}"


def _ends(start: When, end: When, style: Style, now: When | None) -> tuple[str, str]:
    """Both ends; what they share is said once, with the last."""
    last = _said(end, style, now)
    if start.precision != end.precision or start.year != end.year:
        return _said(start, style, now), last
    if start.hour is not None and start.minute is not None:
        is_one_day = (start.month, start.day) == (end.month, end.day)
        return timed(start.hour, start.minute, style) if is_one_day else _said(start, style, now), last
    is_one_month = start.month == end.month and start.day is not None
    says_year = _says_year(start, style, now)
    return _day(start, style, says_year=says_year, has_month=not is_one_month, has_year=False), last

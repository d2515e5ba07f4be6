"""`When`: a moment known to the year, month, day or minute, and nothing filled in.

The text form is the part of EDTF level 1 that awards need (Library of Congress, Extended Date/Time
Format, read 2026-11): `2020`, `2020-11`, `2020-11-03`, `2020-10~` for about, and `2020-11-03/2020-11-05`
for an interval; and, beyond EDTF, times to the minute: `2020-11-12T20:00`, with `Z` or `+01:00` where they
are not the register's.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

import attrs

__all__ = ["When"]

_TEXT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::00)?(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?(?P<about>~)?",
    re.ASCII,
)
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_PRECISIONS = ("year", "month", "day", "minute")
_MINUTE = timedelta(minutes=1)
_DAY_IN_MINUTES = 24 * 60
# Four digits that are no year of an award are a slip of the pen.
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


# Dates are parts of many keys, as of the rows of a table; the hash is there once all else is.
@attrs.frozen(cache_hash=True)
class When:
    """A moment or stretch of time, known only as far as its source says.

    `offset` is in minutes east of UTC, None where the time is in the register's own zone.
    `end` makes an interval from this moment to that one, both included.

    >>> When(2020, 11)
    When('2020-11')
    >>> When(2020, 11).is_before(When(2020, 11, 3)) is None
    True
    """

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset: int | None = None
    is_approximate: bool = False
    end: When | None = None

    def __attrs_post_init__(self) -> None:
        is_gap_above_day = self.day is not None and self.month is None
        is_gap_above_time = self.hour is not None and self.day is None
        if is_gap_above_day or is_gap_above_time or (self.hour is None) != (self.minute is None):
            parts = (self.year, self.month, self.day, self.hour, self.minute)
            raise ValueError(f"{parts!r} leaves out a part between two that are given")
        if not _FIRST_YEAR <= self.year <= _LAST_YEAR:
            raise ValueError(f"{self.year} is not a year from {_FIRST_YEAR} to {_LAST_YEAR}")
        datetime(  # noqa: DTZ001 - only proves that the parts make a moment
            self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0
        )
        if self.offset is not None and abs(self.offset) >= _DAY_IN_MINUTES:
            raise ValueError(f"an offset of {self.offset} minutes is a day or more")
        if self.end is None:
            return
        if self.end.end is not None or self.end.is_before(attrs.evolve(self, end=None)):
            raise ValueError(f"the interval {self} ends before it begins")

    @classmethod
    def parse(cls, text: str) -> When:
        """Read the text form.

        Raises:
            ValueError: the text is not one of the forms; the message says what would do.

        >>> When.parse("2020-11-12T20:00").hour
        20
        """
        return _parsed(text)

    @property
    def precision(self) -> str:
        """How far it is known: `year`, `month`, `day` or `minute`.

        >>> When(2020, 11).precision
        'month'
        """
        return _PRECISIONS[sum(part is not None for part in (self.month, self.day, self.hour))]

    @property
    def date(self) -> date | None:
        """The calendar day, or None where the day is not known or there is more than one."""
        if self.month is None or self.day is None or self.is_approximate or self.end is not None:
            return None
        return date(self.year, self.month, self.day)

    def first_moment(self, zone: tzinfo = UTC) -> datetime:
        """The earliest moment that it may mean, in UTC; `zone` is that of times without an offset.

        An approximate date may mean one unit of its own precision earlier.

        >>> When(2020, 11).first_moment().isoformat()
        '2020-11-01T00:00:00+00:00'
        """
        return _bounds(self, zone)[0]

    def end_moment(self, zone: tzinfo = UTC) -> datetime:
        """The first moment after all that it may mean, in UTC.

        >>> When(2020, 11).end_moment().isoformat()
        '2020-12-01T00:00:00+00:00'
        """
        return _bounds(self, zone)[1]

    def is_before(self, other: When, zone: tzinfo = UTC) -> bool | None:
        """Whether it was over when the other began; None where what is known does not say.

        >>> When(2020, 10).is_before(When(2020, 11)), When(2021).is_before(When(2020, 11))
        (True, False)
        """
        (first, end), (other_first, other_end) = _bounds(self, zone), _bounds(other, zone)
        if end <= other_first:
            return True
        is_same_minute = (first, end) == (other_first, other_end) and end - first == _MINUTE
        return False if first >= other_end or is_same_minute else None

    def is_after(self, other: When, zone: tzinfo = UTC) -> bool | None:
        """Whether it began when the other was over; None where what is known does not say."""
        return other.is_before(self, zone)

    def __str__(self) -> str:
        text = f"{self.year:04}"
        text += "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None)
        if self.hour is not None:
            text += f"T{self.hour:02}:{self.minute:02}{_offset_text(self.offset)}"
        text += "~" if self.is_approximate else ""
        return f"{text}/{self.end}" if self.end is not None else text

    def __repr__(self) -> str:
        return f"When({str(self)!r})"


# Registers repeat few dates many times, so each text is read once.
@lru_cache(maxsize=65_536)
def _parsed(text: str) -> When:
    start, slash, end = text.partition("/")
    if slash and re.fullmatch(r"\d\d\d\d.*", end) and re.match(r"\d\d\d\d", start):
        return attrs.evolve(_parsed(start), end=_parsed(end))
    found = _TEXT.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a date; {_cure(text)}")
    month, day, hour, minute = (_number(found[name]) for name in ("month", "day", "hour", "minute"))
    offset, is_approximate = _offset_minutes(found["offset"]), found["about"] is not None
    try:
        return When(int(found["year"]), month, day, hour, minute, offset, is_approximate)
    except ValueError:
        raise ValueError(f"{text!r} is not a day or time of the calendar; {_cure(text)}") from None


_USUAL = "write what is known as 2020, 2020-11, 2020-11-03 or 2020-11-03T20:00"


def _cure(text: str) -> str:
    slashed = _SLASHED.fullmatch(text)
    if slashed is not None:
        day, month, year = slashed.groups()
        return f"write year, month and day, as in {year}-{month:0>2}-{day:0>2}"
    if re.fullmatch(r"\d{4}-(2[1-9]|3\d|4[01])", text):
        return (
            "seasons and quarters are not read; write the month or the year, or an interval 2020-09/2020-11"
        )
    if re.search(r"[?%X*\[\]{}]|\.\.", text):
        return (
            "of EDTF only ~ (about) and / (an interval) are read; write what is certain, as 2020 or 2020-11~"
        )
    return _USUAL


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _offset_minutes(text: str | None) -> int | None:
    if text is None or text == "Z":
        return None if text is None else 0
    minutes = int(text[1:3]) * 60 + int(text[4:6])
    return -minutes if text[0] == "-" else minutes


def _offset_text(minutes: int | None) -> str:
    if not minutes:
        return "" if minutes is None else "Z"
    sign, size = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{sign}{size // 60:02}:{size % 60:02}"


@lru_cache(maxsize=65_536)
def _bounds(when: When, zone: tzinfo) -> tuple[datetime, datetime]:
    own_zone = zone if when.offset is None else timezone(timedelta(minutes=when.offset))
    first = datetime(
        when.year, when.month or 1, when.day or 1, when.hour or 0, when.minute or 0, tzinfo=own_zone
    )
    if when.hour is not None:
        # In the hour that a change of the clocks repeats or skips, a time may mean either of two moments.
        either = [first.replace(fold=fold).astimezone(UTC) for fold in (0, 1)]
        first, end = min(either), max(either) + _MINUTE
    else:
        end = _after(first, when.precision)
    if when.is_approximate:
        first, end = first - (_after(first, when.precision) - first), _after(end, when.precision)
    if when.end is not None:
        end = _bounds(when.end, zone)[1]
    return first.astimezone(UTC), end.astimezone(UTC)


def _after(moment: datetime, precision: str) -> datetime:
    match precision:
        case "year":
            days = 366 if calendar.isleap(moment.year) else 365
        case "month":
            days = calendar.monthrange(moment.year, moment.month)[1]
        case "day":
            days = 1
        case _:
            return moment + _MINUTE
    return moment + timedelta(days=days)

"""Dates in a team's own sheet: what `read_typed_date` reads, and the remarks that people write beside it."""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs

from nominate.errors import shown
from nominate.files.faults import Fault
from nominate.files.typed_dates import read_typed_date
from nominate.model.award import Certainty, Mode, Weekday
from nominate.model.when import When

__all__ = ["SheetDate", "is_not_told", "numbered_date", "sheet_date"]

_CURE = "write what is known as 2020, 2020-11, 2020-11-03 or 2020-11-03T20:00"
_NOT_TOLD = re.compile(
    r"\W*|n/?a|n\.a\.?|none|nil|unknown|not (yet )?(known|announced|confirmed|set)|"
    r"tb[acd]|t\.b\.[acd]\.?|to be (announced|confirmed|decided|determined)|awaiting( dates?)?|pending",
    re.IGNORECASE,
)
_REMARK = re.compile(r"[\s,;-]*\(([^()]*)\)$|[\s,;-]+(tbc|virtual|online|provisional)$", re.IGNORECASE)
_REMARKS: dict[str, tuple[Certainty | None, Mode | None]] = {
    "tbc": (Certainty.PROVISIONAL, None),
    "to be confirmed": (Certainty.PROVISIONAL, None),
    "provisional": (Certainty.PROVISIONAL, None),
    "provisionally": (Certainty.PROVISIONAL, None),
    "estimated": (Certainty.ESTIMATED, None),
    "expected": (Certainty.ESTIMATED, None),
    "confirmed": (Certainty.CONFIRMED, None),
    "postponed": (Certainty.POSTPONED, None),
    "cancelled": (Certainty.CANCELLED, None),
    "virtual": (None, Mode.VIRTUAL),
    "online": (None, Mode.VIRTUAL),
    "in person": (None, Mode.IN_PERSON),
    "hybrid": (None, Mode.HYBRID),
}
_LEFT_OVER = re.compile(
    r"(?:(early|mid|middle of|late|start of|beginning of|end of)[\s-]+(?=[a-z])|(by)\s+(?=\w))",
    re.IGNORECASE,
)
_WEEK = re.compile(
    r"(?:(w/?[cb]|week[- ](?:commencing|beginning|starting|of))|(w/?e|week[- ]ending)) *:?\s+", re.IGNORECASE
)
_SEASON = re.compile(r"\b(spring|summer|autumn|fall|winter|easter|christmas|q[1-4])\b", re.IGNORECASE)
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)\s*/\s*(\d\d)", re.ASCII)
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b[\s,.]*(?:the\s+)?(?=\d)", re.IGNORECASE)
# What people type, and how `read_typed_date` wants the same.
_REWRITTEN = tuple(
    (re.compile(form, re.IGNORECASE), better)
    for form, better in (
        (r"[\u2010-\u2015\u2212]", "-"),
        (r"^on\s+(?=\w)|[\s.;,]+$", ""),
        (r"^((?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|noon|midday|\d\d:\d\d)),?\s+(?:on\s+)?(.+)$", r"\2 \1"),
        (r"\b(?:noon|midday)$", "12:00"),
        (r"(?<=[\s,])(\d{1,2})\s*([ap])\.?m\.?$", r"\1:00 \2m"),
        (r"(?<=\d),?\s+(?:at\s+)?(?=\d{1,2}[:.]\d\d)", ", "),
        (r"^([a-z]{3,9})\.?(?:-|\s*['\u2019])(\d\d)$", r"\1 20\2"),
        (r"^((?:19|20)\d\d)[\s-]+([a-z]{3,9})$", r"\2 \1"),
        (r"(?<=[a-z])-(?=[a-z])", " to "),
        (r"^(\d{1,2})(?:st|nd|rd|th)?-(?=\d{1,2}(?:st|nd|rd|th)?\s+[a-z])", r"\1 to "),
        (r"^(\d{1,2}/\d{1,2}/\d{2,4})-(?=\d)", r"\1 to "),
        (r"\s+until\s+", " to "),
    )
)
_HALF = re.compile(r",?\s+(\d{1,2})[:.](\d\d) ?([ap])\.?m\.?$", re.IGNORECASE)
_ZONE = re.compile(r"\s+(gmt|utc|bst)$", re.IGNORECASE)
_ZONES = {"gmt": 0, "utc": 0, "bst": 60}
_PAIR = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?\s*(?:&|and)\s*(\d{1,2})(?=(?:st|nd|rd|th)?\b)", re.IGNORECASE)
_MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_OTHER_WAY_ROUND = "the month before the day"
# What Excel counts for the days from 1954 to 2064, where a cell has lost its format.
_SERIALS = range(20_000, 60_000)
_SERIAL_ZERO = date(1899, 12, 30)
_YEARS = range(1900, 2050)


@attrs.frozen(kw_only=True)
class SheetDate:
    """What a cell says of a date: the moment, and how sure, how and on which weekday it says that it is.

    `left_over` is what the moment cannot hold, as in `mid` of "mid-November 2020"; it is told, never dropped.

    >>> sheet_date("Thursday 12 November 2020 (virtual)").mode
    <Mode.VIRTUAL: 'virtual'>
    """

    when: When
    certainty: Certainty | None = None
    mode: Mode | None = None
    weekday: Weekday | None = None
    left_over: str = ""


def is_not_told(text: str) -> bool:
    """Whether a cell says that nothing is known: a dash, TBC, n/a.

    >>> is_not_told("TBC"), is_not_told("n/a"), is_not_told("12 November")
    (True, True, False)
    """
    return _NOT_TOLD.fullmatch(text.strip()) is not None


def sheet_date(text: str) -> SheetDate:
    """Read a date as people type it in Britain, the day before the month; nothing is filled in.

    Raises:
        Fault: it is no date, or not one for sure; the hint says what would do.

    >>> sheet_date("Nov-20").when, sheet_date("12/11/20").when, sheet_date("9-13 November 2020").when
    (When('2020-11'), When('2020-11-12'), When('2020-11-09/2020-11-13'))
    >>> sheet_date("w/c 9 Nov 2020").when
    When('2020-11-09/2020-11-15')
    """
    plain = " ".join(text.split())
    _refuse_vague(plain, text)
    plain, certainty, mode = _without_remarks(plain, text)
    left_over, plain = _without_left_over(plain)
    when = _moment(plain, text)
    _refuse_century(when, text)
    weekday = _weekday(plain)
    if weekday is not None:
        _refuse_weekday(when, weekday, text)
    return SheetDate(when=when, certainty=certainty, mode=mode, weekday=weekday, left_over=left_over)


def numbered_date(number: int) -> SheetDate:
    """A year that stands in a column of dates.

    Raises:
        Fault: it is no year; for a count of days that lost its format the hint says which day it is.

    >>> numbered_date(2020).when
    When('2020')
    """
    if number in _YEARS:
        return SheetDate(when=When(number))
    if number in _SERIALS:
        day = _SERIAL_ZERO + timedelta(days=number)
        hint = f"if it is the day {day.isoformat()}, format the cell as a date"
        raise Fault("W740", f"{number} is a number, not a date", hint)
    raise Fault("W740", f"{number} is not a date", _CURE)


def _refuse_vague(plain: str, text: str) -> None:
    if _SEASON.search(plain):
        hint = "write the month or the year, or an interval such as 2020-09/2020-11"
        raise Fault("W740", f"{shown(text)} names no month", hint)
    found = _SCHOOL_YEAR.fullmatch(plain)
    if found is not None:
        first, last = found[1], f"{found[1][:2]}{found[2]}"
        raise Fault("W740", f"{shown(text)} may mean two years", f"write {first}, {last} or {first}/{last}")


def _refuse_century(when: When, text: str) -> None:
    if when.year not in _YEARS:
        hint = "write the year in four digits"
        raise Fault("W740", f"{shown(text)} would be in the year {when.year}", hint)


def _without_remarks(plain: str, text: str) -> tuple[str, Certainty | None, Mode | None]:
    certainty, mode = None, None
    while found := _REMARK.search(plain):
        remark = (found[1] or found[2] or "").strip().casefold()
        if remark not in _REMARKS:
            raise Fault("W740", f"{shown(text)} says more than a date: {shown(remark)}", _CURE)
        own_certainty, own_mode = _REMARKS[remark]
        certainty, mode = certainty or own_certainty, mode or own_mode
        plain = plain[: found.start()]
    return plain, certainty, mode


def _without_left_over(plain: str) -> tuple[str, str]:
    found = _LEFT_OVER.match(plain)
    return ((found[1] or found[2]).casefold(), plain[found.end() :]) if found else ("", plain)


def _weekday(plain: str) -> Weekday | None:
    found = _WEEKDAY.match(plain)
    if found is None:
        return None
    return next(each for each in Weekday if each.value.casefold().startswith(found[1].casefold()))


def _refuse_weekday(when: When, weekday: Weekday, text: str) -> None:
    if when.month is None or when.day is None:
        raise Fault("W740", f"{shown(text)} is not a date", _CURE)
    right = tuple(Weekday)[date(when.year, when.month, when.day).weekday()]
    if right is not weekday:
        message = f"{shown(text)} is a {right.value}, not a {weekday.value}"
        raise Fault("W740", message, "ask which of the two is right")


def _moment(plain: str, text: str) -> When:
    week = _WEEK.match(plain)
    try:
        if week is not None:
            return _week(_read(plain[week.end() :]), is_end=week[2] is not None)
        return _read(plain)
    except ValueError:
        raise Fault("W740", f"{shown(text)} is not a date", _hint(plain)) from None


def _week(day: When, *, is_end: bool) -> When:
    if day.date is None:
        raise ValueError(day)
    first = day.date - timedelta(days=6) if is_end else day.date
    last = first + timedelta(days=6)
    return When(first.year, first.month, first.day, end=When(last.year, last.month, last.day))


def _read(plain: str) -> When:
    zone = _ZONE.search(plain)
    if zone is not None:
        timed = _read(plain[: zone.start()])
        if timed.hour is None:
            raise ValueError(plain)
        return attrs.evolve(timed, offset=_ZONES[zone[1].lower()])
    found = read_typed_date(_rewritten(plain))
    if found.taken_for == _OTHER_WAY_ROUND:
        raise ValueError(plain)
    return found.when


def _rewritten(plain: str) -> str:
    for form, better in _REWRITTEN:
        plain = form.sub(better, plain)
    plain = _HALF.sub(_whole_day, plain)
    pair = _PAIR.match(plain)
    if pair is not None and int(pair[2]) == int(pair[1]) + 1:
        plain = f"{pair[1]} to {pair[2]}{plain[pair.end() :]}"
    start, to, end = plain.partition(" to ")
    return f"{_WEEKDAY.sub('', start)} to {_WEEKDAY.sub('', end)}" if to else plain


def _whole_day(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3].casefold() == "p" else 0)
    return f", {hour:02}:{found[2]}"


def _hint(plain: str) -> str:
    if _MONTH.search(plain) and not re.search(r"\d{4}", plain):
        return f"the year is missing, and nothing is filled in; {_CURE}"
    slashed = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", plain)
    if slashed is not None and int(slashed[2]) > 12 >= int(slashed[1]):
        day, month, year = slashed[2], slashed[1], slashed[3]
        return f"the day stands first here; for the other way round write {year}-{month:0>2}-{day}"
    return _CURE

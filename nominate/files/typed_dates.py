"""Dates as people type them into a sheet: words, slashes and dots, as far as they can mean one thing only."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from nominate.errors import shown
from nominate.model.date_words import MONTHS
from nominate.model.when import When

__all__ = ["TypedDate", "read_typed_date"]

_SHORT = 3
_MONTHS = {
    name: number
    for number, month in enumerate(map(str.casefold, MONTHS), 1)
    for name in (month, month[:_SHORT])
} | {"sept": 9}
_WEEKDAY = re.compile(r"^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,? +")
_ABOUT = re.compile(r"^(about|around|circa|c\.|approx\.?|approximately) +")
_TIME = re.compile(
    r"(?:,| at|) +(\d{1,2})[:.](\d\d)(?::00)?(?: *h)?$|[T](\d\d):(\d\d)(?::00)?$", re.IGNORECASE
)
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)")
# Each form with what its groups are.
_FORMS = (
    (re.compile(r"(\d{4})"), ("year",)),
    (re.compile(r"(\d{1,2})[ .-]+(?:of +)?([a-z]+)\.?(?:,? +|-)(\d{4}|\d\d)"), ("day", "month", "year")),
    (re.compile(r"([a-z]+)\.? +(\d{1,2}),? +(\d{4})"), ("month", "day", "year")),
    (re.compile(r"([a-z]+)\.?(?:,? +|-)(\d{4})"), ("month", "year")),
    (re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})"), ("year", "month", "day")),
    (re.compile(r"(\d{1,2})[/.](\d{4})"), ("month", "year")),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), ("year", "month", "day")),
)
_SHORT_START = re.compile(r"(\d{1,2})|([a-z]+)|(\d{1,2}) +([a-z]+)")
_THIS_CENTURY = 2000
_LONGEST = 100


@attrs.frozen(kw_only=True)
class TypedDate:
    """A date that somebody typed, and what it was taken for where it could have meant another; else empty.

    >>> TypedDate(when=When(2020, 4, 3), taken_for="3 April 2020, the day first").when
    When('2020-04-03')
    """

    when: When
    taken_for: str = ""


# Sheets repeat few dates many times.
@lru_cache(maxsize=16_384)
def read_typed_date(text: str, *, day_first: bool = True) -> TypedDate:
    """The date that a text says, in words, in numbers, or in the text form of `When`.

    What could be two days is taken for the one that `day_first` says, and told.

    Raises:
        ValueError: it is no date; the message says what would do.

    >>> [str(read_typed_date(text).when) for text in ("Thu 12 Nov 2020, 18:00", "about July 2027")]
    ['2020-11-12T18:00', '2027-07~']
    >>> str(read_typed_date("28 February to 2 March 2027").when)
    '2027-02-28/2027-03-02'
    >>> read_typed_date("03/04/2020").taken_for
    'the day before the month'
    """
    plain = " ".join(text.replace("\u2013", " - ").split())
    if len(plain) > _LONGEST:
        raise ValueError(_no_date(text))
    try:
        return TypedDate(when=When.parse(plain))
    except ValueError:
        pass
    folded = _ORDINAL.sub("", plain.casefold())
    about = _ABOUT.match(folded)
    said = folded[about.end() :] if about else folded
    try:
        found = _interval(said, day_first=day_first) or _moment(said, day_first=day_first)
        if found is not None:
            return attrs.evolve(found, when=_approximate(found.when)) if about else found
    except ValueError:
        pass
    raise ValueError(_no_date(text))


def _no_date(text: str) -> str:
    return f"{shown(text)} is not a date; write what is known, as 12 November 2020, November 2020 or 2020"


def _approximate(when: When) -> When:
    end = None if when.end is None else _approximate(when.end)
    return attrs.evolve(when, is_approximate=True, end=end)


def _interval(text: str, *, day_first: bool) -> TypedDate | None:
    start, to, end = re.sub(" +- +", " to ", text).partition(" to ")
    last = _moment(end, day_first=day_first) if to else None
    if last is None:
        return None
    first = _moment(start, day_first=day_first)
    begun = first.when if first is not None else _shared(start, last.when)
    if begun is None:
        return None
    taken_for = last.taken_for or (first.taken_for if first is not None else "")
    return TypedDate(when=attrs.evolve(begun, end=last.when), taken_for=taken_for)


def _shared(start: str, end: When) -> When | None:
    """The beginning of an interval that leaves out what its end says: the year, or the month too."""
    found = _SHORT_START.fullmatch(start)
    if found is None:
        return None
    day, month, own_day, own_month = found.groups()
    if day is not None:
        return When(end.year, end.month, int(day)) if end.day is not None else None
    name = month or own_month
    return When(end.year, _month(name), int(own_day) if own_day else None)


def _moment(text: str, *, day_first: bool) -> TypedDate | None:
    """One date, perhaps with a time; a weekday before it is passed over."""
    time = _TIME.search(text)
    day = _day(_WEEKDAY.sub("", text[: time.start()] if time else text), day_first=day_first)
    if day is None or time is None:
        return day
    hour, minute = (int(part) for part in time.groups() if part is not None)
    return attrs.evolve(day, when=attrs.evolve(day.when, hour=hour, minute=minute))


def _day(text: str, *, day_first: bool) -> TypedDate | None:
    if found := _NUMBERS.fullmatch(text):
        return _of_numbers(int(found[1]), int(found[3]), _year(found[4]), day_first=day_first)
    for form, order in _FORMS:
        if found := form.fullmatch(text):
            parts = dict(zip(order, found.groups(), strict=True))
            month, day = parts.get("month"), parts.get("day")
            return TypedDate(
                when=When(_year(parts["year"]), _month(month) if month else None, int(day) if day else None)
            )
    return None


def _of_numbers(first: int, second: int, year: int, *, day_first: bool) -> TypedDate:
    is_certain = first == second or max(first, second) > 12
    is_day_first = first > 12 or (day_first and second <= 12)
    day, month = (first, second) if is_day_first else (second, first)
    order = "the day before the month" if is_day_first else "the month before the day"
    is_usual = is_day_first == day_first
    return TypedDate(when=When(year, month, day), taken_for="" if is_certain and is_usual else order)


def _month(name: str) -> int:
    """The number of a month, by its name or as a number. Raises `ValueError`."""
    return _MONTHS[name] if name in _MONTHS else int(name)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else _THIS_CENTURY + int(text)

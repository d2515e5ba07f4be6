"""The values that a workbook's reader gives, as cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from nominate.model.when import When
from nominate.sheets.grid import Cell

__all__ = ["Given", "Texts", "cells_of"]

Given = str | float | bool | date | datetime | time | timedelta
"""What python-calamine gives for a cell; an empty one is an empty text."""

# So many digits of a number are Excel's own; the rest is what binary fractions leave (Excel specifications
# and limits, support.microsoft.com, read 2026-11).
_DIGITS = 15


class Texts(dict[str, str | None]):
    r"""The texts of a workbook as its cells hold them: one and the same for all cells that say the same.

    >>> Texts()["a\r\nb"], Texts()[""]
    ('a\nb', None)
    """

    def __missing__(self, text: str) -> str | None:
        plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        kept = self[text] = plain or None
        return kept


def cells_of(values: Sequence[Given], texts: Texts) -> tuple[Cell, ...]:
    r"""The cells of a row: whole numbers as `int`, others as `Decimal`, days and times as `When`.

    >>> cells_of(["Wards", "", 4.0, 0.1 + 0.2, True, date(2020, 11, 12)], Texts())
    ('Wards', None, 4, Decimal('0.3'), True, When('2020-11-12'))
    """
    return tuple([texts[value] if type(value) is str else _cell(value) for value in values])


# By type, since 1.0 and True are equal. Sheets repeat few numbers and dates many times.
@lru_cache(maxsize=65_536, typed=True)
def _cell(value: Given) -> Cell:
    match value:
        case bool() | str():
            return value
        case int() | float():
            return _number(value)
        case datetime():
            return _moment(value)
        case date():
            return _day(value)
        case time():
            return value.isoformat("seconds" if value.second else "minutes")
    return _length(value)


def _number(number: float) -> Cell:
    exact = Decimal(f"{number:.{_DIGITS}g}")
    if not exact.is_finite():
        return str(number)
    return int(exact) if exact == exact.to_integral_value() else exact


def _day(day: date) -> Cell:
    try:
        return When(day.year, day.month, day.day)
    except ValueError:
        return day.isoformat()


def _moment(moment: datetime) -> Cell:
    try:
        # A time is a fraction of a day there, so a minute is met only to a fraction of a second.
        near = moment + timedelta(milliseconds=500)
        return When(near.year, near.month, near.day, near.hour, near.minute)
    except (ValueError, OverflowError):
        return moment.isoformat(" ", "minutes")


def _length(length: timedelta) -> str:
    """Hours that may be more than a day's, as `36:00`."""
    minutes = round(length.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"

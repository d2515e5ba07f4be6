"""The values that a workbook's reader gives, as cells of a grid."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from nominate.model.when import When
from nominate.sheets.grid import Cell

__all__ = ["Cells", "Given"]

Given = str | float | bool | date | datetime | time | timedelta
"""What python-calamine gives for a cell; an empty one is an empty text."""

# So many digits of a number are Excel's own; the rest is what binary fractions leave (Excel specifications
# and limits, support.microsoft.com, read 2026-11).
_DIGITS = 15


class Cells(dict[Given, Cell]):
    r"""What a cell holds by what the reader gives for it: one and the same for all that say the same.

    Whole numbers are `int`, others `Decimal`, days and times `When`, an empty text None.

    >>> cells = Cells()
    >>> [cells[given] for given in ("a\r\nb", "", 4.0, 0.1 + 0.2, True, date(2020, 11, 12))]
    ['a\nb', None, 4, Decimal('0.3'), True, When('2020-11-12')]
    """

    def __missing__(self, given: Given) -> Cell:
        cell = _text(given) if isinstance(given, str) else _cell(given)
        # 1.0 and True are equal, and so are 0.0 and False: neither is told from the other by looking it up.
        if given not in {0, 1}:
            self[given] = cell
        return cell


def _cell(given: float | date | time | timedelta) -> Cell:
    match given:
        case bool():
            return given
        case int() | float():
            return _number(given)
        case datetime():
            return _moment(given)
        case date():
            return _day(given)
        case time():
            return given.isoformat("seconds" if given.second else "minutes")
    return _length(given)


def _text(text: str) -> str | None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return plain or None


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

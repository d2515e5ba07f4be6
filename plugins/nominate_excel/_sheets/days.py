"""How far away a date is: worked out by Excel each day, with the words of the view's moment beside it."""

from __future__ import annotations

from datetime import date, tzinfo

import attrs

from nominate import View, When, now_words
from nominate_excel._cells.dates import first_day, last_day, serial, serial_of
from nominate_excel._parts import Flag, Formula

__all__ = ["Days", "days_of"]


@attrs.frozen(kw_only=True)
class Days:
    """The day from which days are counted in this workbook; `soon` is how many days ahead is soon.

    >>> from datetime import UTC
    >>> days = Days(today=date(2020, 10, 1), zone=UTC, soon=14)
    >>> days.to(When(2020, 10, 13), "D2").value, days.to(When(2020, 11), "D2").text
    (12, 'IF(ISNUMBER(D2),INT(D2),44136)-TODAY()')
    """

    today: date
    zone: tzinfo
    soon: int

    def earliest(self, when: When, cell: str) -> Formula:
        """The earliest day that a date may mean, as Excel's number; `cell` is where the date stands."""
        first = serial_of(first_day(when, self.zone))
        return Formula(f"IF(ISNUMBER({cell}),INT({cell}),{first})", first)

    def day(self, when: When) -> When:
        """The earliest day that a date may mean."""
        first = first_day(when, self.zone)
        return When(first.year, first.month, first.day)

    def to(self, when: When, cell: str) -> Formula:
        """How many days it is to the earliest day that a date may mean; below nought once that is over."""
        first = first_day(when, self.zone)
        text = f"IF(ISNUMBER({cell}),INT({cell}),{serial_of(first)})-TODAY()"
        return Formula(text, (first - self.today).days)

    def said(self, when: When, words: str) -> str:
        """The words of the view, with a mark before them where the date is soon."""
        ahead = (first_day(when, self.zone) - self.today).days
        is_soon = 0 <= ahead <= self.soon and words.startswith(("in ", "today", "tomorrow"))
        return f"{Flag.SOON.value}: {words}" if is_soon else words

    def words(self, when: When, cell: str, words: str, *, is_awaited: bool) -> Formula:
        """What the view says in words on its own day, worked out anew each day; `cell` holds the date.

        A date that has passed is overdue where something is still awaited by then, and over elsewhere.
        """
        exact = self._exact(cell, is_awaited=is_awaited)
        is_day = serial(when, self.zone) is not None
        otherwise = '"date not known"' if is_day else self._inexact(when, is_awaited=is_awaited)
        return Formula(f"IF(ISNUMBER({cell}),{exact},{otherwise})", self.said(when, words))

    def _exact(self, cell: str, *, is_awaited: bool) -> str:
        """The words for a cell that holds a real date; one without a time lasts till the end of its day."""
        days = f"(INT({cell})-TODAY())"
        is_over = f"IF({cell}=INT({cell}),{cell}<TODAY(),{cell}<NOW())"
        since = f'IF({days}=0,"since today","by "&-{days}&IF({days}=-1," day"," days"))'
        late = f'"{Flag.OVERDUE.value} "&{since}' if is_awaited else '"over"'
        return f"IF({is_over},{late},{self._ahead(days, '')})"

    def _inexact(self, when: When, *, is_awaited: bool) -> str:
        """The words for a date whose day is not known, from its first and last day."""
        first, last = first_day(when, self.zone), last_day(when, self.zone)
        past = f"(TODAY()-{serial_of(last)})"
        late = (
            f'"{Flag.OVERDUE.value} by at least "&{past}&IF({past}=1," day"," days")'
            if is_awaited
            else '"over"'
        )
        is_first_known = when.end is not None and attrs.evolve(when, end=None).date is not None
        ahead = self._ahead(f"({serial_of(first)}-TODAY())", "" if is_first_known else " at the earliest")
        return f'IF({past}>0,{late},IF(TODAY()>={serial_of(first)},"{now_words(when)}",{ahead}))'

    def _ahead(self, days: str, ending: str) -> str:
        said = f'IF({days}=0,"today",IF({days}=1,"tomorrow","in "&{days}&" days"))'
        return f'IF({days}<={self.soon},"{Flag.SOON.value}: ","")&{said}' + (f'&"{ending}"' if ending else "")


def days_of(view: View, soon: int) -> Days:
    """The days of a view, counted from its own moment."""
    today = view.as_of.first_moment(view.zone).astimezone(view.zone).date()
    return Days(today=today, zone=view.zone, soon=soon)

"""The table of dates: what happens when, what it was before, and how far away it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import attrs

from nominate.model.award import Certainty, KeyDate, Mode
from nominate.model.date_words import date_words
from nominate.model.fields import Audience
from nominate.model.source import Source
from nominate.register.date_names import date_names
from nominate.viewing.entry import Event
from nominate.viewing.tables.column import Column, ColumnKind, Maker, Shown, Tabled
from nominate.viewing.tables.due import Calendar, is_off, waited_for

__all__ = ["DATES", "source_cell"]

_COLUMNS = (
    Column(name="edition", title="Edition", says="the edition whose date it is"),
    Column(name="what", title="What", says="what happens then"),
    Column(
        name="when",
        title="When",
        kind=ColumnKind.DATE,
        says="the date as far as it is known; words where no day is",
        field="dates",
        editable=True,
    ),
    Column(
        name="days_left",
        title="Days left",
        says="how far away it is, in words; overdue where an entry is still being worked on",
        is_of_the_day=True,
    ),
    Column(name="was", title="Was", says="what the date was before, and why it was changed"),
    Column(
        name="waiting",
        title="Not yet in",
        kind=ColumnKind.NUMBER,
        says="entries that the team still works on and that have to be in by then",
        audience=Audience.INTERNAL,
        is_of_the_day=True,
    ),
    Column(name="for", title="For", says="the category or entry that it is for, or all entries"),
    Column(
        name="certainty",
        title="Certainty",
        kind=ColumnKind.CHOICE,
        says="how sure the organiser is of it",
        field="dates",
        choices=tuple(each.value for each in Certainty),
        editable=True,
    ),
    Column(
        name="mode",
        title="Mode",
        kind=ColumnKind.CHOICE,
        says="in person, virtual or hybrid, where that is known",
        field="dates",
        choices=tuple(each.value for each in Mode),
        editable=True,
    ),
    Column(
        name="venue", title="Venue", says="where it is, where that is known", field="dates", editable=True
    ),
    Column(
        name="source",
        title="Source",
        kind=ColumnKind.LINK,
        says="where the organiser says so",
        field="dates",
        editable=True,
    ),
    Column(name="id", title="ID", says="the edition and what happens: what tells the row from the others"),
)


@attrs.frozen(kw_only=True)
class _Row:
    """An event with an id that no other one has."""

    id: str
    event: Event

    @property
    def date(self) -> KeyDate:
        """The date as it was known."""
        return self.event.date


def _rows(shown: Shown) -> Sequence[_Row]:
    names: dict[str, dict[int, str]] = {}
    for event in shown.events:
        if event.edition_id not in names:
            dates = event.edition.dates
            # By identity: two dates may be equal, and each is a row.
            names[event.edition_id] = dict(zip(map(id, dates), date_names(dates), strict=True))
    return [
        _Row(id=f"{event.edition_id}#{names[event.edition_id][id(event.date)]}", event=event)
        for event in shown.events
    ]


def _makers(shown: Shown) -> Mapping[str, Maker]:
    calendar = Calendar(moment=shown.as_of.first_moment(shown.zone), zone=shown.zone)
    waiting = waited_for(shown.entries)
    titles = cache(lambda: {entry.id: entry.title for entry in shown.entries})

    def open_entries(row: _Row) -> int:
        return waiting.get((row.event.edition_id, row.date), 0)

    def far(row: _Row) -> str:
        when = row.date.when
        if when is not None and calendar.is_past(when) and open_entries(row):
            return calendar.overdue(when)
        return row.date.certainty.value if is_off(row.date) else calendar.ahead(when)

    return {
        "id": lambda row: row.id,
        "edition": lambda row: row.event.edition.name,
        "what": lambda row: row.event.title,
        "when": lambda row: row.date.when or "not known",
        "days_left": far,
        "was": lambda row: _was(row.date, shown),
        "waiting": open_entries,
        "for": lambda row: _for(row.event, titles),
        "certainty": lambda row: row.date.certainty.value,
        "mode": lambda row: row.date.mode.value if row.date.mode is not None else "",
        "venue": lambda row: row.date.venue,
        "source": lambda row: source_cell(row.date.source),
    }


def _was(date: KeyDate, shown: Shown) -> str:
    told = (
        f"was {date_words(each.when, zone=shown.zone)}{f' ({each.reason})' if each.reason else ''}"
        for each in date.was
    )
    return "; ".join(told)


def _for(event: Event, titles: Callable[[], Mapping[str, str]]) -> str:
    if event.entry_id:
        return titles().get(event.entry_id, event.entry_id)
    return event.category.name if event.category is not None else "all entries"


def source_cell(source: Source | None) -> str:
    """Where the organiser says so: the address, else what it is called."""
    return "" if source is None else source.url or source.title or source.publisher


DATES = Tabled(_COLUMNS, _rows, _makers)
"""A row for each date of the editions, the earliest first, unknown ones last."""

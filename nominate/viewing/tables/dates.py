"""The table of dates: what happens when, what it was before, and how far away it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from functools import cache, lru_cache
from operator import attrgetter

import attrs

from nominate.model.award import Certainty, KeyDate, Mode
from nominate.model.date_words import date_words
from nominate.model.fields import Audience
from nominate.model.source import Source
from nominate.model.when import When
from nominate.register.date_names import date_names
from nominate.viewing.entry import Event
from nominate.viewing.tables.column import Column, ColumnKind, Maker, Shown, Tabled
from nominate.viewing.tables.due import Calendar, is_off, waited_for
from nominate.viewing.tables.kept import Kept

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
    """An event with an id that no other one has, and with the cells that are the same in every view of it.

    `far` is how far away it is where no entry is awaited.
    """

    event: Event
    id: str
    edition: str
    what: str
    when: When | str
    far: str
    was: str
    certainty: str
    mode: str
    venue: str
    source: str


@lru_cache(maxsize=4)
def _kept(calendar: Calendar) -> Kept[_Row]:  # noqa: ARG001 - what is far away follows from it
    return Kept()


def _rows(shown: Shown) -> Sequence[_Row]:
    calendar = _calendar(shown)
    kept = _kept(calendar)
    names: dict[str, Mapping[int, str]] = {}
    rows = []
    for event in shown.events:
        row = kept.get(id(event))
        if row is None:
            if event.edition_id not in names:
                names[event.edition_id] = _names(event.edition.dates)
            row = kept.keep(id(event), _row(event, names[event.edition_id][id(event.date)], calendar))
        rows.append(row)
    return rows


def _names(dates: Sequence[KeyDate]) -> Mapping[int, str]:
    """The name of each date, by identity: two dates may be equal, and each is a row."""
    return dict(zip(map(id, dates), date_names(dates), strict=True))


def _row(event: Event, name: str, calendar: Calendar) -> _Row:
    date = event.date
    return _Row(
        event=event,
        id=f"{event.edition_id}#{name}",
        edition=event.edition.name,
        what=event.title,
        when=date.when or "not known",
        far=date.certainty.value if is_off(date) else calendar.ahead(date.when),
        was=_was(date, calendar.zone),
        certainty=date.certainty.value,
        mode=date.mode.value if date.mode is not None else "",
        venue=date.venue,
        source=source_cell(date.source),
    )


def _calendar(shown: Shown) -> Calendar:
    return Calendar(moment=shown.as_of.first_moment(shown.zone), zone=shown.zone)


_SETTLED: Mapping[str, Maker] = {column.name: attrgetter(column.name) for column in _COLUMNS}


def _makers(shown: Shown) -> Mapping[str, Maker]:
    calendar = _calendar(shown)
    waiting = waited_for(shown.entries)
    titles = cache(lambda: {entry.id: entry.title for entry in shown.entries})

    def open_entries(row: _Row) -> int:
        return waiting.get((row.event.edition_id, row.event.date), 0) if waiting else 0

    def far(row: _Row) -> str:
        when = row.event.date.when
        if when is not None and calendar.is_past(when) and open_entries(row):
            return calendar.overdue(when)
        return row.far

    return {
        **_SETTLED,
        "days_left": far if waiting else attrgetter("far"),
        "waiting": open_entries,
        "for": lambda row: _for(row.event, titles),
    }


def _was(date: KeyDate, zone: tzinfo) -> str:
    told = (
        f"was {date_words(each.when, zone=zone)}{f' ({each.reason})' if each.reason else ''}"
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

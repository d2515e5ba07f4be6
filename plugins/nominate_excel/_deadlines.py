"""The sheet of dates: what happens when, what it was before, and how far away it is."""

from __future__ import annotations

from collections.abc import Iterator

from nominate import Event, KeyDate, View
from nominate_excel._dates import in_words
from nominate_excel._due import Calendar, overdue_dates
from nominate_excel._parts import Cell, Flag, Line, Link, Look, Sheet, SheetColumn, Table

__all__ = ["deadlines"]

_NAME = "Deadlines"
_SAYS = "every date of the editions, the earliest first, unknown ones last"
_COLUMNS = (
    SheetColumn(title="Edition", width=32, says="the edition whose date it is"),
    SheetColumn(title="What", width=22, says="what happens then"),
    SheetColumn(
        title="When", width=20, look=Look.DATE, says="the date as far as it is known; words where no day is"
    ),
    SheetColumn(
        title="How far away",
        width=28,
        says="counted from the as-of day; overdue where an entry is still being worked on",
        flags=(Flag.OVERDUE, Flag.SOON),
    ),
    SheetColumn(title="Was", width=36, says="what the date was before, and why it was changed"),
    SheetColumn(title="For", width=30, says="the category or entry that it is for, or all entries"),
    SheetColumn(title="Certainty", width=13, says="how sure the organiser is of it"),
    SheetColumn(title="Mode", width=12, says="in person, virtual or hybrid, where that is known"),
    SheetColumn(title="Venue", width=26, says="where it is, where that is known"),
    SheetColumn(title="Source", width=26, look=Look.LINK, says="where the organiser says so"),
)


def deadlines(view: View, calendar: Calendar) -> Sheet:
    """The sheet with a row for each event of the view, or one that says that there is none."""
    if not view.events:
        return Sheet(name=_NAME, says=_SAYS, blocks=(Line(text="No date of these editions is known."),))
    table = Table(name=_NAME, columns=_COLUMNS, rows=tuple(_rows(view, calendar)), height=len(view.events))
    return Sheet(name=_NAME, says=_SAYS, blocks=(table,), frozen="B2")


def _rows(view: View, calendar: Calendar) -> Iterator[tuple[Cell, ...]]:
    overdue = overdue_dates(view, calendar)
    titles = {entry.id: entry.title for entry in view.entries}
    for event in view.events:
        date = event.date
        yield (
            event.edition.name,
            event.title,
            date.when or "not known",
            _far(event, calendar, is_overdue=(event.edition_id, date) in overdue),
            _was(date, view),
            _for(event, titles),
            date.certainty.value,
            date.mode.value if date.mode is not None else "",
            date.venue,
            _source(date),
        )


def _far(event: Event, calendar: Calendar, *, is_overdue: bool) -> str:
    date = event.date
    if is_overdue and date.when is not None:
        return calendar.overdue(date.when)
    return date.certainty.value if calendar.is_off(date) else calendar.ahead(date.when)


def _was(date: KeyDate, view: View) -> str:
    told = [
        f"was {in_words(each.when, view.zone)}{f' ({each.reason})' if each.reason else ''}"
        for each in date.was
    ]
    return "; ".join(told)


def _for(event: Event, titles: dict[str, str]) -> str:
    if event.entry_id:
        return titles.get(event.entry_id, event.entry_id)
    return event.category.name if event.category is not None else "all entries"


def _source(date: KeyDate) -> Cell:
    source = date.source
    if source is None:
        return ""
    label = source.title or source.publisher or f"source of: {date.name or date.what.value}"
    return label if source.url is None else Link(source.url, label)

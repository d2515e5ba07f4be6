"""The dates ahead: what is not surely over at the view's moment, with everything that is unsure about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.documents import Block, Heading, Item, Table
from nominate.model.award import Certainty, EarlierDate
from nominate.prose.stories.phrases.dates import FOR_WHAT
from nominate.prose.summarising.columns import filled
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import capitalised, dated, titled
from nominate.viewing.entry import Event
from nominate.viewing.view import View

__all__ = [
    "dates_ahead",
    "deadlines",
    "first_dates",
    "holding",
    "is_firm",
    "next_dates",
    "records_of",
    "upcoming",
]

_FOR = "For "
_UNKNOWN = "Date not known"


def upcoming(view: View) -> Iterator[Event]:
    """The events that are not surely over, the earliest first; those without a date come last.

    One without a date is told only while its edition has something ahead, or has no dates at all.
    """
    moment, zone = view.moment, view.zone
    known = [(event, event.date.when) for event in view.events if event.date.when is not None]
    ahead = [event for event, when in known if when.end_moment(zone) > moment]
    yield from ahead
    if len(known) < len(view.events):
        closed = {event.edition_id for event, _ in known}.difference(event.edition_id for event in ahead)
        for event in view.events:
            if event.date.when is None and event.edition_id not in closed:
                yield event


def is_firm(event: Event) -> bool:
    """Whether it is still meant to happen then."""
    return event.date.certainty not in {Certainty.CANCELLED, Certainty.POSTPONED}


def holding(view: View) -> Iterator[Event]:
    """The dates ahead that have not been cancelled: what is counted of them."""
    return (event for event in upcoming(view) if event.date.certainty is not Certainty.CANCELLED)


def deadlines(view: View) -> Iterator[Event]:
    """The dates ahead by which something must be done, as far as they are known and still hold."""
    for event in upcoming(view):
        if event.date.what in FOR_WHAT and event.date.when is not None and is_firm(event):
            yield event


def dates_ahead(telling: Telling) -> Iterator[Block]:
    """A table of the dates ahead; nothing where there are none."""
    table = [*_table(tuple(upcoming(telling.view)), telling)]
    if table:
        yield Heading(content="Dates ahead")
        yield from table


def first_dates(telling: Telling, *, most: int) -> Iterator[Block]:
    """The table of the first dates ahead that have not been cancelled, without a heading."""
    yield from _table(tuple(holding(telling.view))[:most], telling)


def _table(events: tuple[Event, ...], telling: Telling) -> Iterator[Block]:
    if not events:
        return
    titles = {entry.id: entry.title for entry in telling.view.entries}
    said = [_row(event, titles, telling) for event in events]
    header, rows = filled(("Date", "What", "Award", "Notes"), said)
    yield Table(
        caption=f"Dates from {dated(telling.view.as_of, telling.brief, zone=telling.view.zone)} on",
        header=header,
        rows=rows,
        row_sources=tuple(map(records_of, events)),
    )


def next_dates(telling: Telling, *, most: int) -> Iterator[Item]:
    """The first dates ahead that still hold, a line each."""
    events = tuple(filter(is_firm, upcoming(telling.view)))[:most]
    titles = {entry.id: entry.title for entry in telling.view.entries}
    return (_line(event, titles, telling) for event in events)


def _line(event: Event, titles: Mapping[str, str], telling: Telling) -> Item:
    notes = "; ".join(_notes(event, titles, telling))
    of = f", {event.edition.name}" if len(telling.view.editions) > 1 else ""
    if notes.startswith(_FOR):
        notes = f"f{notes[1:]}"
    said = f"{_when(event, telling)}: {event.title}{of}{f' ({notes})' if notes else ''}"
    return Item(content=said, sources=records_of(event))


def _row(event: Event, titles: Mapping[str, str], telling: Telling) -> tuple[str, str, str, str]:
    date = event.date
    what = (date.name or capitalised(date.what.value)) + telling.sources.cite(date.source, *records_of(event))
    award = event.edition.name if len(telling.view.editions) > 1 else ""
    return _when(event, telling), what, award, "; ".join(_notes(event, titles, telling))


def _when(event: Event, telling: Telling) -> str:
    """The date, with what makes it unsure."""
    date = event.date
    if date.when is None:
        said = _UNKNOWN
    else:
        said = capitalised(dated(date.when, telling.style, zone=telling.view.zone))
    return said if date.certainty is Certainty.CONFIRMED else f"{said} ({date.certainty.value})"


def _notes(event: Event, titles: Mapping[str, str], telling: Telling) -> Iterator[str]:
    date = event.date
    if event.category is not None:
        yield f"{_FOR}{event.category.name}"
    if event.entry_id in titles:
        yield f"{_FOR}{titled(titles[event.entry_id], telling.style)}"
    yield from (part for part in (date.mode.value if date.mode is not None else "", date.venue) if part)
    yield from (_earlier(each, telling) for each in reversed(date.was))


def _earlier(was: EarlierDate, telling: Telling) -> str:
    said = f"was {dated(was.when, telling.brief, zone=telling.view.zone)}"
    return f"{said} ({was.reason})" if was.reason else said


def records_of(event: Event) -> tuple[str, ...]:
    """The ids of the edition, and of the nomination where it is for that alone."""
    return tuple(part for part in (event.edition_id, event.entry_id) if part)

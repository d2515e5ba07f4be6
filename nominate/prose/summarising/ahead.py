"""The dates ahead: what is not surely over at the view's moment, with everything that is unsure about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.documents import Block, Heading, Table
from nominate.model.award import Certainty, EarlierDate
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import capitalised, dated
from nominate.viewing.entry import Event
from nominate.viewing.view import View

__all__ = ["dates_ahead", "is_firm", "upcoming"]

_UNKNOWN = "Date not known"


def upcoming(view: View) -> Iterator[Event]:
    """The events that are not surely over, the earliest first; those without a date come last.

    One without a date is told only while its edition has something ahead, or has no dates at all.
    """
    ahead = [event for event in view.events if event.date.when is not None and not _is_over(event, view)]
    open_editions = {event.edition_id for event in ahead}
    dated_editions = {event.edition_id for event in view.events if event.date.when is not None}
    yield from ahead
    for event in view.events:
        is_open = event.edition_id in open_editions or event.edition_id not in dated_editions
        if event.date.when is None and is_open:
            yield event


def is_firm(event: Event) -> bool:
    """Whether it is still meant to happen then."""
    return event.date.certainty not in {Certainty.CANCELLED, Certainty.POSTPONED}


def _is_over(event: Event, view: View) -> bool:
    when = event.date.when
    return when is not None and when.end_moment(view.zone) <= view.moment


def dates_ahead(telling: Telling) -> Iterator[Block]:
    """A table of the dates ahead; nothing where there are none."""
    events = tuple(upcoming(telling.view))
    if not events:
        return
    titles = {entry.id: entry.title for entry in telling.view.entries}
    yield Heading(content="Dates ahead")
    yield Table(
        caption=f"Dates from {dated(telling.view.as_of, telling.brief, zone=telling.view.zone)} on",
        header=["Date", "What", "Award", "Notes"],
        rows=[_row(event, titles, telling) for event in events],
        row_sources=tuple(map(_records, events)),
    )


def _row(event: Event, titles: Mapping[str, str], telling: Telling) -> tuple[str, str, str, str]:
    date = event.date
    when = (
        _UNKNOWN
        if date.when is None
        else capitalised(dated(date.when, telling.style, zone=telling.view.zone))
    )
    if date.certainty is not Certainty.CONFIRMED:
        when += f" ({date.certainty.value})"
    what = (date.name or capitalised(date.what.value)) + telling.sources.cite(date.source, *_records(event))
    return when, what, event.edition.name, "; ".join(_notes(event, titles, telling))


def _notes(event: Event, titles: Mapping[str, str], telling: Telling) -> Iterator[str]:
    date = event.date
    if event.category is not None:
        yield f"For {event.category.name}"
    if event.entry_id in titles:
        yield f"For {titles[event.entry_id]}"
    yield from (part for part in (date.mode.value if date.mode is not None else "", date.venue) if part)
    yield from (_earlier(each, telling) for each in reversed(date.was))


def _earlier(was: EarlierDate, telling: Telling) -> str:
    said = f"was {dated(was.when, telling.brief, zone=telling.view.zone)}"
    return f"{said} ({was.reason})" if was.reason else said


def _records(event: Event) -> tuple[str, ...]:
    return tuple(part for part in (event.edition_id, event.entry_id) if part)

"""How an entry stands, and what comes next for it among the dates of its edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nominate.model.award import Certainty
from nominate.model.decision import Outcome
from nominate.model.embargo import DateKind
from nominate.model.nomination import Progress
from nominate.model.outcomes import ENDINGS
from nominate.viewing.entry import Entry, Event
from nominate.viewing.view import View

__all__ = ["coming", "event_text", "stands"]

_OFF = {Certainty.CANCELLED, Certainty.POSTPONED}
_TO_ENTER = {
    DateKind.LAUNCH,
    DateKind.ENTRIES_OPEN,
    DateKind.INTENTION_TO_ENTER,
    DateKind.EARLY_BIRD,
    DateKind.ENTRY_DEADLINE,
    DateKind.EXTENDED_DEADLINE,
    DateKind.LATE_DEADLINE,
}


# What is worth knowing of an entry that is out.
_ONCE_OUT = {DateKind.FEEDBACK}


def coming(view: View) -> Mapping[str, Event]:
    """For each entry's id the first date that is not over at the view's moment; left out where there is none.

    What leads to entering is left out once an entry is in; all but the feedback once it is out; and
    everything once it was given up.
    """
    moment = view.as_of.first_moment(view.zone)
    open_events: dict[str, list[Event]] = {}
    for event in view.events:
        when = event.date.when
        if when is not None and when.end_moment(view.zone) > moment and event.date.certainty not in _OFF:
            open_events.setdefault(event.edition_id, []).append(event)
    found = ((entry, _first(entry, open_events.get(entry.edition_id, ()))) for entry in view.entries)
    return {entry.id: event for entry, event in found if event is not None}


def stands(entry: Entry) -> str:
    """How far an entry got, or before the first decision how far the team's own work on it is."""
    if entry.outcome is not None:
        return f"{entry.outcome.value} (declined)" if entry.history.is_declined else entry.outcome.value
    progress = entry.nomination.progress
    return progress.value if progress is not None else "nothing recorded"


def event_text(event: Event) -> str:
    """The day as far as it is known, what happens then, and how sure it is where it is not confirmed.

    >>> from nominate.model.award import Award, Edition, KeyDate
    >>> from nominate.model.when import When
    >>> date = KeyDate(what=DateKind.CEREMONY, when=When(2020, 11), certainty=Certainty.PROVISIONAL)
    >>> event_text(Event(award=Award(id="a", name="A"), edition=Edition(id="1"), edition_id="a/1", date=date))
    '2020-11 ceremony (provisional)'
    """
    sure = "" if event.date.certainty is Certainty.CONFIRMED else f" ({event.date.certainty.value})"
    day = str(event.date.when or "day unknown").partition("T")[0]
    return f"{day} {event.title}{sure}"


def _first(entry: Entry, events: Iterable[Event]) -> Event | None:
    return next(
        (event for event in events if _concerns(event, entry) and _matters(event.date.what, entry)), None
    )


def _matters(what: DateKind, entry: Entry) -> bool:
    progress, outcome = entry.nomination.progress, entry.outcome
    if progress is not None and progress.is_given_up:
        return False
    if outcome in ENDINGS or outcome is Outcome.REVOKED:
        return what in _ONCE_OUT
    is_in = outcome is not None or progress is Progress.SUBMITTED
    return not (is_in and what in _TO_ENTER)


def _concerns(event: Event, entry: Entry) -> bool:
    if event.entry_id:
        return event.entry_id == entry.id
    return event.category is None or event.category.id == entry.category_id

"""The table of nominations: a row for each entry of a view."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from functools import partial
from operator import attrgetter

from nominate.model.award import KeyDate
from nominate.model.date_words import date_words
from nominate.model.decision import Outcome
from nominate.model.embargo import DateKind
from nominate.model.fields import Audience
from nominate.model.nomination import Progress
from nominate.viewing.entry import Entry
from nominate.viewing.tables.column import Cell, Column, ColumnKind, Maker, Shown, Tabled
from nominate.viewing.tables.due import Calendar, NextStep, next_step
from nominate.viewing.tables.wording import listed, money_text, prize_text, source_text

__all__ = ["NOMINATIONS"]

_OUTCOMES = tuple(each.value for each in Outcome)
_PROGRESS = tuple(each.value for each in Progress)
# The ladder from longlisted to won: what an entrant can decline.
_HONOURS = _OUTCOMES[: _OUTCOMES.index(Outcome.WON.value) + 1]
_INTERNAL = Audience.INTERNAL

_COLUMNS = (
    Column(name="id", title="ID", says="the nomination's id", field="id"),
    Column(name="title", title="Title", says="the title as entered", field="title", editable=True),
    Column(name="organisations", title="Organisations", says="who leads, under the name of that day"),
    Column(name="edition", title="Edition", says="the edition's name", field="edition"),
    Column(name="category", title="Category", says="the published name of the category", field="category"),
    Column(
        name="progress",
        title="Progress",
        kind=ColumnKind.CHOICE,
        says="how far the team's own work on the entry is",
        field="progress",
        choices=_PROGRESS,
        editable=True,
        audience=_INTERNAL,
    ),
    Column(
        name="outcome",
        title="Outcome",
        kind=ColumnKind.CHOICE,
        says="how the entry stands, empty before the first decision",
        field="decisions",
        choices=(*_OUTCOMES, *(f"{word} (declined)" for word in _HONOURS)),
        editable=True,
    ),
    Column(
        name="next_step",
        title="Next step",
        says="what the team has to do next for the entry: a task, or to send it in",
        audience=_INTERNAL,
        is_of_the_day=True,
    ),
    Column(
        name="days_left",
        title="Days left",
        says="how far away that is, in words",
        audience=_INTERNAL,
        is_of_the_day=True,
    ),
    Column(
        name="next_due",
        title="Due",
        kind=ColumnKind.DATE,
        says="by when the next step has to be done",
        audience=_INTERNAL,
        is_of_the_day=True,
    ),
    Column(
        name="entry_deadline",
        title="Entry deadline",
        kind=ColumnKind.DATE,
        says="the edition's deadline for entries, or the one for this entry",
    ),
    Column(
        name="shortlist_announced",
        title="Shortlist announced",
        kind=ColumnKind.DATE,
        says="when the edition's shortlist is told",
    ),
    Column(name="ceremony", title="Ceremony", kind=ColumnKind.DATE, says="when the edition's ceremony is"),
    Column(name="prize", title="Prize", says="what the category's winner receives, for entries that won"),
    Column(
        name="owner",
        title="Owner",
        says="who looks after the entry",
        field="owner",
        editable=True,
        audience=_INTERNAL,
    ),
    Column(
        name="tasks",
        title="To do",
        kind=ColumnKind.LONG_TEXT,
        says="what is still to be done, a line each, with the day it is due",
        audience=_INTERNAL,
    ),
    Column(
        name="notes",
        title="Notes",
        kind=ColumnKind.LONG_TEXT,
        says="the team's own notes",
        field="notes",
        editable=True,
        audience=_INTERNAL,
    ),
    Column(
        name="embargo",
        title="Embargo",
        kind=ColumnKind.DATE,
        says="until when the latest decision must not be told",
        audience=_INTERNAL,
    ),
    Column(
        name="announced",
        title="Announced",
        kind=ColumnKind.DATE,
        says="when that outcome was or will be told",
    ),
    Column(name="label", title="Organiser's word", says="what the organiser calls that outcome"),
    Column(name="partners", title="Partners", says="who is credited with another role than lead"),
    Column(name="people", title="People", says="the persons who are nominated by name"),
    Column(name="programme", title="Programme", says="the work that is recognised", field="programme"),
    Column(name="award", title="Award", says="the award's name at the time of the edition"),
    Column(
        name="entries_open",
        title="Entries open",
        kind=ColumnKind.DATE,
        says="from when the edition takes entries",
    ),
    Column(
        name="submitted",
        title="Submitted",
        kind=ColumnKind.DATE,
        says="when the entry was sent in",
        field="submitted",
        editable=True,
        audience=_INTERNAL,
    ),
    Column(
        name="contributors",
        title="Contributors",
        says="who else works on the entry",
        field="contributors",
        audience=_INTERNAL,
    ),
    Column(
        name="fee",
        title="Fee",
        kind=ColumnKind.MONEY,
        says="what entering costs",
        field="fee",
        audience=_INTERNAL,
    ),
    Column(
        name="costs",
        title="Other costs",
        kind=ColumnKind.LONG_TEXT,
        says="what else the entry costs, a line each",
        field="costs",
        audience=_INTERNAL,
    ),
    Column(
        name="link",
        title="Link to entry",
        kind=ColumnKind.LINK,
        says="the entry's own public page",
        field="url",
        editable=True,
    ),
    Column(name="award_link", title="Link to award", kind=ColumnKind.LINK, says="the award's own site"),
    Column(
        name="summary",
        title="Summary",
        kind=ColumnKind.LONG_TEXT,
        says="what the entry is about, in a paragraph",
        field="summary",
        editable=True,
    ),
    Column(
        name="evidence",
        title="Evidence",
        kind=ColumnKind.LONG_TEXT,
        says="what the entry rests on, a line each",
        field="evidence",
        audience=_INTERNAL,
    ),
)


def _rows(shown: Shown) -> Sequence[Entry]:
    return shown.entries


def _makers(shown: Shown) -> Mapping[str, Maker]:
    step = _steps(Calendar(moment=shown.as_of.first_moment(shown.zone), zone=shown.zone))
    return {
        **_PLAIN,
        "next_step": lambda entry: step(entry)[0],
        "next_due": lambda entry: step(entry)[1],
        "days_left": lambda entry: step(entry)[2],
        "entries_open": _date(DateKind.ENTRIES_OPEN),
        "entry_deadline": _date(DateKind.ENTRY_DEADLINE),
        "shortlist_announced": _date(DateKind.SHORTLIST_ANNOUNCED),
        "ceremony": _date(DateKind.CEREMONY),
        "tasks": partial(_tasks, zone=shown.zone),
    }


def _steps(calendar: Calendar) -> Callable[[Entry], tuple[str, Cell, str]]:
    """What is next for an entry, by when, and how far away that is; the last answer is kept.

    Three columns of a row ask the same.
    """
    last: tuple[Entry | None, tuple[str, Cell, str]] = (None, ("", "", ""))

    def found(entry: Entry) -> tuple[str, Cell, str]:
        nonlocal last
        if last[0] is not entry:
            last = entry, _told(next_step(entry, calendar), calendar)
        return last[1]

    return found


def _told(step: NextStep | None, calendar: Calendar) -> tuple[str, Cell, str]:
    if step is None:
        return "", "", ""
    say = calendar.overdue if calendar.is_past(step.when) else calendar.ahead
    return step.what, step.when, say(step.when)


def _date(kind: DateKind) -> Maker:
    """The maker of a column of dates; an edition whose date is the same for all is asked once."""
    common: dict[str, Cell] = {}

    def cell(entry: Entry) -> Cell:
        name = entry.nomination.edition
        known = common.get(name)
        if known is not None:
            return known
        dates = [date for date in entry.edition.dates if date.what is kind]
        if all(date.for_ is None for date in dates):
            return common.setdefault(name, _when(dates))
        own = [date for date in dates if _concerns(date, entry)]
        # The date that is for this entry alone says more than the one for all.
        return _when([date for date in own if date.for_ is not None] or own)

    return cell


def _when(dates: Sequence[KeyDate]) -> Cell:
    return (dates[0].when if dates else None) or ""


def _concerns(date: KeyDate, entry: Entry) -> bool:
    target = date.for_
    return target is None or entry.id == target.nomination or entry.category_id == target.category


def _credited(entry: Entry, *, leads: bool) -> str:
    return listed([each.name for each in entry.nominees if each.person is None and each.is_lead is leads])


def _outcome(entry: Entry) -> Cell:
    history = entry.history
    if history.outcome is None:
        return ""
    word = history.outcome.value
    return f"{word} (declined)" if history.is_declined else word


def _embargo(entry: Entry) -> Cell:
    embargoes = [each.embargo for each in entry.history.decisions if each.embargo is not None]
    if not embargoes:
        return ""
    until = embargoes[-1].until
    return until.value if isinstance(until, DateKind) else until


def _tasks(entry: Entry, *, zone: tzinfo) -> str:
    return "\n".join(
        f"{task.what} ({date_words(task.due, zone=zone)})" if task.due is not None else task.what
        for task in entry.nomination.tasks
        if task.done is None
    )


def _costs(entry: Entry) -> str:
    return "\n".join(f"{cost.what}: {money_text(cost.money)}" for cost in entry.nomination.costs)


_PLAIN: Mapping[str, Maker] = {
    "id": attrgetter("nomination.id"),
    "title": attrgetter("nomination.title"),
    "organisations": partial(_credited, leads=True),
    "edition": attrgetter("edition.name"),
    "category": attrgetter("category.name"),
    "progress": lambda entry: entry.nomination.progress.value if entry.nomination.progress else "",
    "outcome": _outcome,
    "prize": lambda entry: prize_text(entry.category.prize) if entry.history.has_won else "",
    "owner": attrgetter("nomination.owner"),
    "notes": attrgetter("nomination.notes"),
    "embargo": _embargo,
    "announced": lambda entry: (entry.decision.announced if entry.decision is not None else None) or "",
    "label": lambda entry: entry.decision.label if entry.decision is not None else "",
    "partners": partial(_credited, leads=False),
    "people": lambda entry: listed([each.name for each in entry.nominees if each.person is not None]),
    "programme": lambda entry: entry.programme.name if entry.programme is not None else "",
    "award": attrgetter("award.name"),
    "submitted": lambda entry: entry.nomination.submitted or "",
    "contributors": lambda entry: listed(entry.nomination.contributors),
    "fee": lambda entry: money_text(entry.nomination.fee),
    "costs": _costs,
    "link": lambda entry: entry.nomination.url or "",
    "award_link": lambda entry: entry.award.url or "",
    "summary": attrgetter("nomination.summary"),
    "evidence": lambda entry: "\n".join(map(source_text, entry.nomination.evidence)),
}

NOMINATIONS = Tabled(_COLUMNS, _rows, _makers)
"""A row for each entry, in file order."""

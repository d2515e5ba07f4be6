"""How far away a date is, in words, from the moment of the view: never from the clock of whoever opens it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

import attrs

from nominate import Certainty, DateKind, Entry, KeyDate, Progress, View, When
from nominate_excel._parts import Flag

__all__ = ["Calendar", "calendar_of", "deadline_of", "next_due", "overdue_dates"]

_UNFINISHED = frozenset(
    {Progress.IDEA, Progress.CONSIDERING, Progress.DRAFTING, Progress.IN_REVIEW, Progress.APPROVED}
)


@attrs.frozen(kw_only=True)
class Calendar:
    """The day from which days are counted; `soon` is how many days ahead is soon.

    >>> from datetime import UTC
    >>> calendar = Calendar(moment=datetime(2020, 10, 1, tzinfo=UTC), zone=UTC, soon=14)
    >>> [calendar.ahead(When.parse(day)) for day in ("2020-10-13", "2020-11-03", "2020-11", "2020-09")]
    ['soon: in 12 days', 'in 33 days', 'in 31 days at the earliest', 'past']
    >>> calendar.overdue(When(2020, 9, 28))
    'overdue by 3 days'
    """

    moment: datetime
    zone: tzinfo
    soon: int

    @property
    def today(self) -> date:
        """The day of the view, by the register's clock."""
        return self.moment.astimezone(self.zone).date()

    def is_past(self, when: When) -> bool:
        """Whether all that the date may mean is over."""
        return when.end_moment(self.zone) <= self.moment

    @staticmethod
    def is_off(date_: KeyDate) -> bool:
        """Whether the organiser postponed or cancelled it, so that nobody counts days to it."""
        return date_.certainty in {Certainty.POSTPONED, Certainty.CANCELLED}

    def ahead(self, when: When | None) -> str:
        """How far ahead a date is; past, now or unknown where that is so."""
        if when is None:
            return "date not known"
        if self.is_past(when):
            return "past"
        first = when.first_moment(self.zone)
        days = (first.astimezone(self.zone).date() - self.today).days
        if first <= self.moment and not _is_day(when):
            return _now(when)
        is_exact = _is_day(when) or (when.end is not None and _is_day(attrs.evolve(when, end=None)))
        said = f"{_counted(days)}{'' if is_exact else ' at the earliest'}"
        return f"{Flag.SOON.value}: {said}" if days <= self.soon else said

    def overdue(self, when: When) -> str:
        """How long ago a date passed that should have been kept."""
        last = (when.end_moment(self.zone) - timedelta(microseconds=1)).astimezone(self.zone).date()
        days = (self.today - last).days
        if days == 0:
            return f"{Flag.OVERDUE.value} since today"
        at_least = "" if _is_day(when) else "at least "
        return f"{Flag.OVERDUE.value} by {at_least}{days} day{'' if days == 1 else 's'}"


def calendar_of(view: View, soon: int) -> Calendar:
    """The calendar of a view's own moment."""
    return Calendar(moment=view.as_of.first_moment(view.zone), zone=view.zone, soon=soon)


def deadline_of(entry: Entry) -> KeyDate | None:
    """The deadline that the entry has to keep: one for itself before one for its category before the common.

    A deadline that was extended for it stands in for the common one; cancelled and postponed ones do not
    count.
    """
    kinds = {DateKind.ENTRY_DEADLINE, DateKind.EXTENDED_DEADLINE}
    dates = [each for each in entry.edition.dates if each.what in kinds and not Calendar.is_off(each)]
    concerned = [each for each in dates if each.when is not None and _nearness(each, entry) is not None]
    # An extended deadline is only for those whom it names.
    kept = [each for each in concerned if each.for_ or each.what is DateKind.ENTRY_DEADLINE]
    return max(kept, key=lambda each: _rank(each, entry), default=None)


def next_due(entry: Entry, calendar: Calendar) -> str:
    """What the team has to do next for an entry, and when: open tasks, and its deadline until it is in."""
    due = [(task.due, task.what) for task in entry.nomination.tasks if task.due and not task.done]
    deadline = deadline_of(entry) if _is_open(entry) else None
    if deadline is not None and deadline.when is not None:
        due.append((deadline.when, deadline.name or deadline.what.value))
    told = [
        (when.first_moment(calendar.zone), f"{_words(when, calendar)} ({what})")
        for when, what in due
        if not (calendar.is_past(when) and entry.nomination.progress is None)
    ]
    return min(told)[1] if told else ""


def overdue_dates(view: View, calendar: Calendar) -> frozenset[tuple[str, KeyDate]]:
    """The deadlines, each with its edition, that passed while an entry was still being worked on."""
    found = set()
    for entry in view.entries:
        if not _is_open(entry) or entry.nomination.progress is None:
            continue
        deadline = deadline_of(entry)
        if deadline is not None and deadline.when is not None and calendar.is_past(deadline.when):
            found.add((entry.edition_id, deadline))
    return frozenset(found)


def _is_open(entry: Entry) -> bool:
    nomination = entry.nomination
    is_being_made = nomination.progress is None or nomination.progress in _UNFINISHED
    return is_being_made and nomination.submitted is None and not nomination.decisions


def _words(when: When, calendar: Calendar) -> str:
    return calendar.overdue(when) if calendar.is_past(when) else calendar.ahead(when)


def _nearness(date_: KeyDate, entry: Entry) -> int | None:
    target = date_.for_
    if target is None:
        return 0
    if target.nomination is not None:
        return 2 if target.nomination == entry.id else None
    return 1 if target.category == entry.category_id else None


def _rank(date_: KeyDate, entry: Entry) -> tuple[int, bool]:
    return _nearness(date_, entry) or 0, date_.what is DateKind.EXTENDED_DEADLINE


def _is_day(when: When) -> bool:
    return when.date is not None


def _counted(days: int) -> str:
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case _:
            return f"in {days} days"


def _now(when: When) -> str:
    if when.is_approximate or (when.end is not None and when.end.is_approximate):
        return "about now"
    if when.end is not None:
        return "under way"
    return f"this {when.precision}, day not known"

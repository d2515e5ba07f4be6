"""What has to be done next, and how far away a date is, from the moment of the view: never from a clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo

import attrs

from nominate.model.award import Certainty, KeyDate
from nominate.model.date_words import now_words
from nominate.model.embargo import DateKind
from nominate.model.nomination import Progress
from nominate.model.when import When
from nominate.viewing.entry import Entry

__all__ = ["Calendar", "NextStep", "deadline_of", "is_off", "next_step", "waited_for"]

_UNFINISHED = frozenset(
    {Progress.IDEA, Progress.CONSIDERING, Progress.DRAFTING, Progress.IN_REVIEW, Progress.APPROVED}
)
_DEADLINES = frozenset({DateKind.ENTRY_DEADLINE, DateKind.EXTENDED_DEADLINE})


@attrs.frozen(kw_only=True)
class Calendar:
    """The day from which days are counted.

    >>> from datetime import UTC
    >>> calendar = Calendar(moment=datetime(2020, 10, 1, tzinfo=UTC), zone=UTC)
    >>> [calendar.ahead(When.parse(day)) for day in ("2020-10-13", "2020-10-02", "2020-11", "2020-09")]
    ['in 12 days', 'tomorrow', 'in 31 days at the earliest', 'over']
    >>> calendar.overdue(When(2020, 9, 28))
    'overdue by 3 days'
    """

    moment: datetime
    zone: tzinfo

    @property
    def today(self) -> date:
        """The day of the view, by the register's clock."""
        return self.moment.astimezone(self.zone).date()

    def is_past(self, when: When) -> bool:
        """Whether all that the date may mean is over."""
        return when.end_moment(self.zone) <= self.moment

    def ahead(self, when: When | None) -> str:
        """How far ahead a date is; over, now or unknown where that is so."""
        if when is None:
            return "date not known"
        if self.is_past(when):
            return "over"
        first = when.first_moment(self.zone)
        days = (first.astimezone(self.zone).date() - self.today).days
        if first <= self.moment and not _is_day(when):
            return now_words(when)
        is_exact = _is_day(when) or (when.end is not None and _is_day(attrs.evolve(when, end=None)))
        return f"{_counted(days)}{'' if is_exact else ' at the earliest'}"

    def overdue(self, when: When) -> str:
        """How long ago a date passed that should have been kept."""
        last = (when.end_moment(self.zone) - timedelta(microseconds=1)).astimezone(self.zone).date()
        days = (self.today - last).days
        if days == 0:
            return "overdue since today"
        at_least = "" if _is_day(when) else "at least "
        return f"overdue by {at_least}{days} day{'' if days == 1 else 's'}"


@attrs.frozen
class NextStep:
    """What the team has to do next for an entry, and by when.

    >>> NextStep(When(2020, 2, 28), "entry deadline").what
    'entry deadline'
    """

    when: When
    what: str


def next_step(entry: Entry, calendar: Calendar) -> NextStep | None:
    """The earliest of its open tasks and, until it is in, its deadline; None where nothing is left to do."""
    if not entry.nomination.tasks and not _is_open(entry):
        return None
    due = [NextStep(task.due, task.what) for task in entry.nomination.tasks if task.due and not task.done]
    deadline = deadline_of(entry) if _is_open(entry) else None
    if deadline is not None and deadline.when is not None:
        due.append(NextStep(deadline.when, deadline.name or deadline.what.value))
    if entry.nomination.progress is None:
        # Nobody says that work on it has begun, so a date that has passed was not missed.
        due = [step for step in due if not calendar.is_past(step.when)]
    return min(due, key=lambda step: (step.when.first_moment(calendar.zone), step.what), default=None)


def deadline_of(entry: Entry) -> KeyDate | None:
    """The deadline that the entry has to keep: one for itself before one for its category before the common.

    A deadline that was extended for it stands in for the common one; cancelled and postponed ones do not
    count.
    """
    dates = [each for each in entry.edition.dates if each.what in _DEADLINES and not is_off(each)]
    concerned = [each for each in dates if each.when is not None and _nearness(each, entry) is not None]
    # An extended deadline is only for those whom it names.
    kept = [each for each in concerned if each.for_ or each.what is DateKind.ENTRY_DEADLINE]
    return max(kept, key=lambda each: _rank(each, entry), default=None)


def waited_for(entries: Iterable[Entry]) -> dict[tuple[str, KeyDate], int]:
    """How many entries that the team still works on have to keep each deadline, by its edition."""
    found: dict[tuple[str, KeyDate], int] = {}
    for entry in entries:
        if not _is_open(entry) or entry.nomination.progress is None:
            continue
        deadline = deadline_of(entry)
        if deadline is not None:
            place = (entry.edition_id, deadline)
            found[place] = found.get(place, 0) + 1
    return found


def is_off(date_: KeyDate) -> bool:
    """Whether the organiser postponed or cancelled it, so that nobody counts days to it."""
    return date_.certainty is Certainty.POSTPONED or date_.certainty is Certainty.CANCELLED


def _is_open(entry: Entry) -> bool:
    nomination = entry.nomination
    is_being_made = nomination.progress is None or nomination.progress in _UNFINISHED
    return is_being_made and nomination.submitted is None and not nomination.decisions


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

"""Dates that are not what they were: extended, moved, postponed or cancelled, as far as anybody may know."""

from __future__ import annotations

from enum import Enum

import attrs

from nominate.model.award import Certainty, Edition, KeyDate
from nominate.model.embargo import DateKind
from nominate.model.when import When
from nominate.prose.facts.dates import Tense, is_open, tense_of
from nominate.viewing.view import View

__all__ = ["Move", "MovedDate", "moved_dates"]


class Move(Enum):
    """What became of a date."""

    LATER = "later"
    EARLIER = "earlier"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


_CALLED_OFF = {Certainty.POSTPONED: Move.POSTPONED, Certainty.CANCELLED: Move.CANCELLED}
_OFF = tuple(_CALLED_OFF)
# The others concern those who have entered, and the organiser writes to them.
_OF_PUBLIC_INTEREST = frozenset(
    {
        DateKind.LAUNCH,
        DateKind.ENTRIES_OPEN,
        DateKind.INTENTION_TO_ENTER,
        DateKind.EARLY_BIRD,
        DateKind.ENTRY_DEADLINE,
        DateKind.LATE_DEADLINE,
        DateKind.LONGLIST_ANNOUNCED,
        DateKind.SHORTLIST_ANNOUNCED,
        DateKind.INTERVIEW,
        DateKind.PRESENTATION,
        DateKind.SITE_VISIT,
        DateKind.PUBLIC_VOTE_OPENS,
        DateKind.PUBLIC_VOTE_CLOSES,
        DateKind.JUDGING,
        DateKind.CEREMONY,
        DateKind.RESULTS_PUBLISHED,
        DateKind.OTHER,
    }
)


@attrs.frozen(kw_only=True)
class MovedDate:
    """A date that was another before: `before` is the one last planned, `since` when the change was told.

    Both are None where nobody said. A date that only became more exact has not moved.

    >>> MovedDate(date=KeyDate(what=DateKind.CEREMONY), move=Move.POSTPONED).before is None
    True
    """

    date: KeyDate
    move: Move
    before: When | None = None
    since: When | None = None

    @property
    def is_off(self) -> bool:
        """Whether nothing is known to take its place: it was postponed or cancelled."""
        return self.move in {Move.POSTPONED, Move.CANCELLED}


def moved_dates(edition: Edition, view: View) -> tuple[MovedDate, ...]:
    """The dates of public interest that moved and are not over, in the order of the file."""
    # Few dates ever move, and the dates of every edition are asked.
    changed = [date for date in edition.dates if date.was or date.certainty in _OFF]
    if not changed:
        return ()
    found = (_moved(date, view) for date in changed if date.what in _OF_PUBLIC_INTEREST)
    return tuple(each for each in found if each is not None and not _is_over(each, edition, view))


def _moved(date: KeyDate, view: View) -> MovedDate | None:
    earlier = date.was[-1].when if date.was else None
    move = _CALLED_OFF.get(date.certainty)
    if move is not None:
        # A postponed date may be written with the old day or a new one that nobody has confirmed.
        planned = date.when if move is Move.CANCELLED else None
        return MovedDate(date=date, move=move, before=planned or earlier or date.when, since=date.announced)
    if earlier is None or date.when is None:
        return None
    if date.when.is_after(earlier, view.zone):
        return MovedDate(date=date, move=Move.LATER, before=earlier, since=date.announced)
    if date.when.is_before(earlier, view.zone):
        return MovedDate(date=date, move=Move.EARLIER, before=earlier, since=date.announced)
    return None


def _is_over(moved: MovedDate, edition: Edition, view: View) -> bool:
    if moved.move is Move.POSTPONED:
        return not is_open(edition, view)
    return tense_of(moved.date, edition, view) is Tense.PAST

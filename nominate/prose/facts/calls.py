"""Whether an edition can be entered, from when, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from operator import itemgetter

import attrs

from nominate.model.award import AwardCategory, Certainty, Edition, KeyDate
from nominate.model.embargo import DateKind
from nominate.prose.facts.dates import Tense, date_of, is_firm, tense_of
from nominate.register.standing import settled
from nominate.viewing.view import View

__all__ = ["Call", "call_of"]

_FOR_ENTRANTS = (
    DateKind.INTENTION_TO_ENTER,
    DateKind.EARLY_BIRD,
    DateKind.ENTRY_DEADLINE,
    DateKind.LATE_DEADLINE,
    DateKind.LONGLIST_ANNOUNCED,
    DateKind.SHORTLIST_ANNOUNCED,
    DateKind.CEREMONY,
)
_CLOSING = (DateKind.ENTRY_DEADLINE, DateKind.LATE_DEADLINE)
_SOON = timedelta(days=92)


@attrs.frozen(kw_only=True)
class Call:
    """How an edition can be entered, now or soon.

    `opens` is when entries open, if anybody said; `has_opened` whether that moment has surely come. `closes`
    is the deadline for everybody that still lies ahead, None where none is known yet. `dates` are the
    deadlines and lists that lie ahead, and the ceremony, in the order of the calendar. `categories` are those
    that go on.

    >>> Call().has_opened
    False
    """

    opens: KeyDate | None = None
    has_opened: bool = False
    closes: KeyDate | None = None
    dates: tuple[KeyDate, ...] = ()
    categories: tuple[AwardCategory, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether only late entries are still taken."""
        return self.closes is not None and self.closes.what is DateKind.LATE_DEADLINE

    @property
    def is_firm(self) -> bool:
        """Whether the deadline is known to the day, and the organiser is sure of it."""
        when = self.closes.when if self.closes is not None else None
        return (
            self.closes is not None
            and self.closes.certainty is Certainty.CONFIRMED
            and when is not None
            and when.date is not None
        )


def call_of(edition: Edition, view: View) -> Call | None:
    """How an edition can be entered; None where it cannot, or nobody said, or only in a far future.

    What was asked for by its name is never too far. More time that the organiser gave to some alone is not
    told to everybody.
    """
    launch = date_of(edition, DateKind.LAUNCH)
    opens = date_of(edition, DateKind.ENTRIES_OPEN)
    if any(date is not None and not is_firm(date) for date in (launch, opens)):
        return None
    closing = [date for date in edition.dates if date.what in _CLOSING and date.for_ is None]
    ahead = _ahead(closing, edition, view, kinds=_CLOSING)
    # Entries whose deadline has passed, or is in doubt, are no longer called for.
    is_closed = any(date.when is not None or not is_firm(date) for date in closing)
    opens_later = opens is not None and tense_of(opens, edition, view) is Tense.AHEAD
    if not ahead and (is_closed or not opens_later):
        return None
    begins = opens.when if opens is not None else None
    is_asked_for = view.scope.edition or view.scope.award
    first = begins or ahead[0].when
    if not is_asked_for and first is not None and first.first_moment(view.zone) - view.moment > _SOON:
        return None
    return Call(
        opens=opens,
        has_opened=begins is not None and settled(begins, view.zone) <= view.moment,
        closes=ahead[0] if ahead else None,
        dates=_ahead(edition.dates, edition, view, kinds=_FOR_ENTRANTS),
        categories=tuple(each for each in edition.categories if each.result is None),
    )


def _ahead(
    dates: Iterable[KeyDate], edition: Edition, view: View, *, kinds: tuple[DateKind, ...]
) -> tuple[KeyDate, ...]:
    """The dates for everybody that are known and not over, the earliest first."""
    found = [
        (date.when.first_moment(view.zone), date)
        for date in dates
        if date.what in kinds
        and date.for_ is None
        and date.when is not None
        and is_firm(date)
        and tense_of(date, edition, view) is not Tense.PAST
    ]
    return tuple(date for _, date in sorted(found, key=itemgetter(0)))

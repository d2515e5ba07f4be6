"""Embargoes and announcements: the two facts that decide when something may be said."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import attrs

from nominate.model.fields import Line
from nominate.model.when import When

__all__ = ["CLEARED", "DateKind", "Embargo"]


class DateKind(Enum):
    """What happens at a date of an edition; `OTHER` goes with a name of your own."""

    LAUNCH = "launch"
    ENTRIES_OPEN = "entries open"
    INTENTION_TO_ENTER = "intention to enter"
    EARLY_BIRD = "early bird"
    ENTRY_DEADLINE = "entry deadline"
    EXTENDED_DEADLINE = "extended deadline"
    LATE_DEADLINE = "late deadline"
    ELIGIBILITY_FROM = "eligibility from"
    ELIGIBILITY_TO = "eligibility to"
    LONGLIST_ANNOUNCED = "longlist announced"
    SHORTLIST_NOTIFIED = "shortlist notified"
    SHORTLIST_ANNOUNCED = "shortlist announced"
    ASSET_DEADLINE = "asset deadline"
    TABLE_DEADLINE = "table deadline"
    INTERVIEW = "interview"
    PRESENTATION = "presentation"
    SITE_VISIT = "site visit"
    PUBLIC_VOTE_OPENS = "public vote opens"
    PUBLIC_VOTE_CLOSES = "public vote closes"
    JUDGING = "judging"
    WINNERS_NOTIFIED = "winners notified"
    CEREMONY = "ceremony"
    RESULTS_PUBLISHED = "results published"
    FEEDBACK = "feedback"
    EMBLEM_EXPIRES = "emblem expires"
    OTHER = "other"


CLEARED = "cleared"
"""The end of an embargo that lasts until somebody clears it by taking it away."""


@attrs.frozen(kw_only=True)
class Embargo:
    """That something must not be said before a moment, a date of the edition, or a word of release.

    `until` is a `When`, a `DateKind` (that date's own time, or the end of its day), or `CLEARED`.

    Attributes:
        until: a time, the kind of a date of the edition, or cleared: until somebody takes the embargo
            away
        source: who set it, and where it says so

    >>> Embargo(until=When(2020, 11, 12, 20, 0)).until
    When('2020-11-12T20:00')
    """

    SHORT_FORM: ClassVar[str] = "until"

    until: When | DateKind | str
    source: Line = ""

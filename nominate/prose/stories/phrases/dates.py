"""What each kind of date is called within a sentence."""

from __future__ import annotations

from nominate.model.embargo import DateKind

__all__ = ["FOR_WHAT", "SUBJECTS"]

SUBJECTS = {
    DateKind.LAUNCH: ("the launch", False),
    DateKind.ENTRIES_OPEN: ("the opening for entries", False),
    DateKind.INTENTION_TO_ENTER: ("the deadline for saying that you will enter", False),
    DateKind.EARLY_BIRD: ("the early-bird deadline", False),
    DateKind.ENTRY_DEADLINE: ("the deadline for entries", False),
    DateKind.EXTENDED_DEADLINE: ("the extended deadline for entries", False),
    DateKind.LATE_DEADLINE: ("the deadline for late entries", False),
    DateKind.ELIGIBILITY_FROM: ("the start of the time that entries may be about", False),
    DateKind.ELIGIBILITY_TO: ("the end of the time that entries may be about", False),
    DateKind.LONGLIST_ANNOUNCED: ("the announcement of the longlist", False),
    DateKind.SHORTLIST_NOTIFIED: ("the letter to those on the shortlist", False),
    DateKind.SHORTLIST_ANNOUNCED: ("the announcement of the shortlist", False),
    DateKind.ASSET_DEADLINE: ("the asset deadline", False),
    DateKind.TABLE_DEADLINE: ("the table deadline", False),
    DateKind.INTERVIEW: ("the interviews", True),
    DateKind.PRESENTATION: ("the presentations to the judges", True),
    DateKind.SITE_VISIT: ("the site visits", True),
    DateKind.PUBLIC_VOTE_OPENS: ("the opening of the public vote", False),
    DateKind.PUBLIC_VOTE_CLOSES: ("the close of the public vote", False),
    DateKind.JUDGING: ("the judging", False),
    DateKind.WINNERS_NOTIFIED: ("the letter to the winners", False),
    DateKind.CEREMONY: ("the ceremony", False),
    DateKind.RESULTS_PUBLISHED: ("the announcement of the results", False),
    DateKind.FEEDBACK: ("the judges’ feedback", False),
    DateKind.EMBLEM_EXPIRES: ("the last day to use the emblem", False),
}
"""For each kind but `other`, which goes by its own name: what it is, and whether that is several."""

FOR_WHAT = {
    DateKind.INTENTION_TO_ENTER: ("for saying that you will enter", ""),
    DateKind.EARLY_BIRD: ("for early-bird entries", "to"),
    DateKind.ENTRY_DEADLINE: ("for entries", "to"),
    DateKind.EXTENDED_DEADLINE: ("for entries", "to"),
    DateKind.LATE_DEADLINE: ("for late entries", "to"),
    DateKind.ASSET_DEADLINE: ("for assets", "for"),
    DateKind.TABLE_DEADLINE: ("for tables", "at"),
    DateKind.PUBLIC_VOTE_CLOSES: ("for votes", "in the public vote of"),
}
"""For each kind of deadline: what it is for, and how the edition is joined to that."""

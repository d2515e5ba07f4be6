"""What a column of a team's sheet may become."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from nominate.model.decision import Outcome
from nominate.model.embargo import DateKind
from nominate.model.nomination import Progress

__all__ = ["CONDITIONS", "DATES", "SAYS", "SEVERAL", "Meaning"]


class Meaning(Enum):
    """What a column becomes; a date of the edition is called as the register calls it."""

    AWARD = "award"
    EDITION = "edition"
    CATEGORY = "category"
    TITLE = "title"
    SUMMARY = "summary"
    ORGANISATION = "organisation"
    PARTNER = "partner"
    PERSON = "person"
    NOMINEE = "nominee"
    PROGRAMME = "programme"
    STATUS = "status"
    SHORTLISTED = "shortlisted if yes"
    HIGHLY_COMMENDED = "highly commended if yes"
    WON = "won if yes"
    SUBMITTED_IF_YES = "submitted if yes"
    DECIDED = "decided"
    ANNOUNCED = "announced"
    EMBARGO = "embargo"
    SUBMITTED = "submitted"
    OWNER = "owner"
    CONTRIBUTOR = "contributor"
    FEE = "fee"
    COST = "cost"
    LINK = "link"
    AWARD_LINK = "award link"
    EVIDENCE = "evidence"
    NOTES = "notes"
    ID = "id"
    LAUNCH = "launch"
    ENTRIES_OPEN = "entries open"
    EARLY_BIRD = "early bird"
    ENTRY_DEADLINE = "entry deadline"
    LATE_DEADLINE = "late deadline"
    LONGLIST_ANNOUNCED = "longlist announced"
    SHORTLIST_NOTIFIED = "shortlist notified"
    SHORTLIST_ANNOUNCED = "shortlist announced"
    INTERVIEW = "interview"
    PRESENTATION = "presentation"
    SITE_VISIT = "site visit"
    PUBLIC_VOTE_OPENS = "public vote opens"
    PUBLIC_VOTE_CLOSES = "public vote closes"
    JUDGING = "judging"
    WINNERS_NOTIFIED = "winners notified"
    CEREMONY = "ceremony"
    RESULTS_PUBLISHED = "results published"
    KEEP = "keep"
    LEAVE_OUT = "leave out"


DATES: Final[Mapping[Meaning, DateKind]] = MappingProxyType(
    {meaning: kind for meaning in Meaning for kind in DateKind if meaning.value == kind.value}
)
"""The dates of an edition that a column may hold."""

CONDITIONS: Final[Mapping[Meaning, Outcome | Progress]] = MappingProxyType(
    {
        Meaning.SHORTLISTED: Outcome.SHORTLISTED,
        Meaning.HIGHLY_COMMENDED: Outcome.HIGHLY_COMMENDED,
        Meaning.WON: Outcome.WON,
        Meaning.SUBMITTED_IF_YES: Progress.SUBMITTED,
    }
)
"""What a yes says in a column of yes and no."""

SEVERAL: Final = frozenset(
    {
        Meaning.ORGANISATION,
        Meaning.PARTNER,
        Meaning.PERSON,
        Meaning.NOMINEE,
        Meaning.STATUS,
        Meaning.CONTRIBUTOR,
        Meaning.COST,
        Meaning.EVIDENCE,
        Meaning.NOTES,
        Meaning.SUMMARY,
        Meaning.KEEP,
        Meaning.LEAVE_OUT,
    }
)
"""What more than one column of a table may become."""

SAYS: Final[Mapping[Meaning, str]] = MappingProxyType(
    {
        Meaning.AWARD: "the awards scheme that others run",
        Meaning.EDITION: "which running of it, most often a year",
        Meaning.CATEGORY: "the category",
        Meaning.TITLE: "the title of the entry",
        Meaning.SUMMARY: "what the entry is about",
        Meaning.ORGANISATION: "who is entered: an organisation",
        Meaning.PARTNER: "an organisation that takes part",
        Meaning.PERSON: "who is entered: a person",
        Meaning.NOMINEE: "who is entered: persons are those that are listed under people",
        Meaning.PROGRAMME: "the work of ours that is recognised",
        Meaning.STATUS: "how the entry stands: words for outcomes, and for your own progress",
        Meaning.SHORTLISTED: "yes and no",
        Meaning.HIGHLY_COMMENDED: "yes and no",
        Meaning.WON: "yes and no",
        Meaning.SUBMITTED_IF_YES: "yes and no",
        Meaning.DECIDED: "when the latest outcome was decided",
        Meaning.ANNOUNCED: "when the latest outcome was or will be told: from then on it is PUBLIC",
        Meaning.EMBARGO: "until when the latest outcome must not be told",
        Meaning.SUBMITTED: "when the entry was sent in",
        Meaning.OWNER: "who of your team looks after it",
        Meaning.CONTRIBUTOR: "who else of your team works on it",
        Meaning.FEE: "what entering costs",
        Meaning.COST: "what else it costs; the column's title says what",
        Meaning.LINK: "the entry's own public page",
        Meaning.AWARD_LINK: "the award's page",
        Meaning.EVIDENCE: "where your team's documents are",
        Meaning.NOTES: "notes of your team",
        Meaning.ID: "the id of the nomination",
        Meaning.KEEP: "kept beside the entry as it is, under extra",
        Meaning.LEAVE_OUT: "not read",
    }
)
"""What each means, for the head of a mapping file; the dates say it themselves."""

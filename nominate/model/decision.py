"""Decisions: what was decided about a nomination, and when that may be said."""

from __future__ import annotations

from enum import Enum

import attrs

from nominate.model.embargo import Embargo
from nominate.model.fields import Line, Public, Slug, Text
from nominate.model.source import Source
from nominate.model.when import When

__all__ = ["Decision", "Outcome"]


class Outcome(Enum):
    """What was decided: how far an entry got, or what became of an earlier decision."""

    LONGLISTED = "longlisted"
    SHORTLISTED = "shortlisted"
    HIGHLY_COMMENDED = "highly commended"
    COMMENDED = "commended"
    SPECIAL_MENTION = "special mention"
    RUNNER_UP = "runner up"
    PLACED = "placed"
    WON = "won"
    UNSUCCESSFUL = "unsuccessful"
    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"
    INELIGIBLE = "ineligible"
    RECATEGORISED = "recategorised"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    REINSTATED = "reinstated"

    # Each is one object, and outcomes are looked up for every entry of a view: this asks no Python code.
    __hash__ = object.__hash__


@attrs.frozen(kw_only=True)
class Decision:
    """One step in the history of a nomination; a later one never overwrites it.

    Attributes:
        id: its id in the nomination; left out, the outcome, numbered from the second
        outcome: what was decided
        on: when it was decided
        announced: when it was or will be told: without it the decision is not public
        embargo: until when it must not be repeated
        label: the organiser's own word, as in nominated
        place: the place, as in 2 for second
        citation: what the judges said
        of: the id of the decision that this one qualifies, as in declined of won
        corrects: the id of a decision that was recorded wrongly: it was never so
        to: the id of the category that a recategorised entry moved to
        source: where it says so
        known: since when the team knows; left out, always
        reason: why, for the team alone

    >>> Decision(outcome=Outcome.WON, announced=When(2020, 11, 12)).embargo is None
    True
    """

    id: Public[Slug | None] = None
    outcome: Public[Outcome]
    on: Public[When | None] = None
    announced: Public[When | None] = None
    embargo: Embargo | None = None
    label: Public[Line] = ""
    place: Public[int | None] = None
    citation: Public[Text] = ""
    of: Public[Slug | None] = None
    corrects: Public[Slug | None] = None
    to: Public[Slug | None] = None
    source: Public[Source | None] = None
    known: When | None = None
    reason: Text = ""

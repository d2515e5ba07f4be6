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


@attrs.frozen(kw_only=True)
class Decision:
    """One step in the history of a nomination; a later one never overwrites it.

    `on` is when it was decided, `announced` when it was or will be told, `known` since when the team knows.
    `label` is the organiser's own word ("nominated"). `of` names the decision that this one qualifies,
    `corrects` the one that was recorded wrongly, `to` the category that a recategorised entry moved to.
    `id` may be left out: see `Nomination.decision_ids`.

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

"""Outcomes by what they mean: how far an entry got, what ends its way, what an earlier decision became."""

from __future__ import annotations

from nominate.model.decision import Outcome

__all__ = ["ENDINGS", "LADDER", "LISTS", "QUALIFYING", "REACHED", "RESULTS", "TAKING"]

LADDER = (
    Outcome.LONGLISTED,
    Outcome.SHORTLISTED,
    Outcome.SPECIAL_MENTION,
    Outcome.COMMENDED,
    Outcome.HIGHLY_COMMENDED,
    Outcome.PLACED,
    Outcome.RUNNER_UP,
    Outcome.WON,
)
"""The outcomes that an entry can reach, the lowest first."""

REACHED = frozenset(LADDER)
"""The same, to be asked about."""

LISTS, RESULTS = LADDER[:2], LADDER[2:]
"""Those that come before the result, and those that are one."""

ENDINGS = frozenset({Outcome.UNSUCCESSFUL, Outcome.WITHDRAWN, Outcome.DISQUALIFIED, Outcome.INELIGIBLE})
"""The outcomes that end an entry's way."""

QUALIFYING = frozenset({Outcome.DECLINED, Outcome.ACCEPTED, Outcome.REVOKED, Outcome.REINSTATED})
"""The outcomes that say what became of an earlier decision, and mean nothing without one."""

TAKING = frozenset({Outcome.REVOKED, Outcome.DISQUALIFIED})
"""The outcomes that take back what an earlier decision gave."""

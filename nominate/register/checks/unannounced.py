"""Decisions that take back or put right what is public, and are never announced: the wrong word stays."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.decision import Decision
from nominate.model.embargo import CLEARED
from nominate.model.nomination import Nomination
from nominate.model.outcomes import REACHED, TAKING
from nominate.register.checks.finding import Finding, Path

__all__ = ["is_taking_back", "unannounced_findings"]


def is_taking_back(decisions: tuple[Decision, ...]) -> bool:
    """Whether a decision that nobody announces takes another back or puts it right."""
    # Written out: `any` takes four times as long, and this runs for every entry.
    for each in decisions:
        if each.announced is None and (each.corrects is not None or each.outcome in TAKING):
            return True
    return False


def unannounced_findings(at: Path, nomination: Nomination) -> Iterator[Finding]:
    """A finding for each decision of one nomination that leaves what it changes public."""
    known = dict(zip(nomination.decision_ids, nomination.decisions, strict=True))
    reached: Decision | None = None
    for place, each in enumerate(nomination.decisions):
        taken = known.get(each.of or "", reached) if each.outcome in TAKING else None
        changed = known.get(each.corrects or "", taken)
        if each.announced is None and changed is not None and changed is not each and _is_told(changed):
            deed = "corrects" if each.corrects is not None else "takes back"
            yield Finding(
                code="W453",
                at=(*at, place),
                message=f"{each.outcome.value!r} {deed} {changed.outcome.value!r}, which stays public, "
                "and is never announced",
                hint="write announced: and when everybody may know, or take that of the other away",
            )
        reached = each if each.outcome in REACHED else reached


def _is_told(decision: Decision) -> bool:
    is_shut = decision.embargo is not None and decision.embargo.until == CLEARED
    return decision.announced is not None and not is_shut

"""Which decisions of a nomination still hold, whoever may know of them."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.model.decision import Decision, Outcome
from nominate.model.nomination import Nomination
from nominate.model.outcomes import REACHED, TAKING

__all__ = ["category_in_the_end", "held"]


def held(nomination: Nomination) -> tuple[tuple[int, Decision], ...]:
    """The decisions that nothing else corrects or takes away, each with its place, in file order."""
    decisions = nomination.decisions
    # Few entries ever need their decisions' ids, and those take longer to make than all the rest.
    if not any(each.corrects is not None or each.outcome in TAKING for each in decisions):
        return tuple(enumerate(decisions))
    wrong = {each.corrects for each in decisions}
    named = enumerate(zip(nomination.decision_ids, decisions, strict=True))
    right = tuple((place, name, each) for place, (name, each) in named if name not in wrong)
    lost = _taken((name, each) for _, name, each in right)
    return tuple((place, each) for place, name, each in right if name not in lost)


def _taken(named: Iterable[tuple[str, Decision]]) -> set[str]:
    taken: set[str] = set()
    last_reached = ""
    for name, each in named:
        if each.outcome in REACHED:
            last_reached = name
        elif each.outcome in TAKING:
            taken.add(each.of or last_reached)
        elif each.outcome is Outcome.REINSTATED:
            # Given back is given back: to say too little here is better than a false alarm.
            taken.clear()
    return taken


def category_in_the_end(nomination: Nomination) -> str:
    """The category that an entry was judged in: where it was moved to last, else where it was entered."""
    for each in reversed(nomination.decisions):
        if each.to is not None:
            return each.to
    return nomination.category

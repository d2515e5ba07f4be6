"""Decisions that point at another one of their nomination: it must be there, and the two must fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.errors import nearest, shown
from nominate.model.decision import Decision, Outcome
from nominate.model.nomination import Nomination
from nominate.model.outcomes import LADDER, QUALIFYING, REACHED
from nominate.register.checks.cycles import cycles
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import Index

__all__ = ["decision_fault", "is_pointing", "pointing_findings"]

_ENDING = (Outcome.WITHDRAWN, Outcome.DISQUALIFIED, Outcome.INELIGIBLE)
_QUALIFYING = (*_ENDING, *QUALIFYING)
_GIVEN_BACK = (*LADDER, *_ENDING, Outcome.UNSUCCESSFUL, Outcome.DECLINED, Outcome.REVOKED)


def is_pointing(decisions: tuple[Decision, ...]) -> bool:
    """Whether a decision has an id of its own, or points at another."""
    for each in decisions:  # noqa: SIM110 - `any` takes four times as long, and this runs for every entry
        if each.id is not None or each.of is not None or each.corrects is not None:
            return True
    return False


def pointing_findings(index: Index, at: Path, nomination: Nomination) -> Iterator[Finding]:
    """Faults in the ids of one nomination's decisions, and in what points at them."""
    ids = nomination.decision_ids
    first = {name: place for place, name in reversed(list(enumerate(ids)))}
    for place, (name, each) in enumerate(zip(ids, nomination.decisions, strict=True)):
        if first[name] != place:
            yield Finding(
                code="E301",
                at=(*at, place, "id") if each.id else (*at, place),
                message=f"the id {shown(name)} is taken already, by decisions[{first[name]}]",
                hint="give each decision of a nomination an id of its own",
            )
        for key, pointed in (("of", each.of), ("corrects", each.corrects)):
            if pointed is None:
                continue
            own = (*at, place, key)
            if pointed not in first:
                yield decision_fault(nomination, pointed, own)
            elif pointed == name:
                yield Finding(
                    code="E440",
                    at=own,
                    message=f"the decision {name!r} points at itself",
                    hint="name the earlier decision",
                )
            else:
                yield from _fitting(index, own, each, nomination.decisions[first[pointed]])
    yield from _circles(at, nomination, first)


def decision_fault(nomination: Nomination, name: str, at: Path) -> Finding:
    """The finding for a decision that a nomination does not have."""
    near = nearest(name, nomination.decision_ids)
    choices = ", ".join(nomination.decision_ids)
    cure = f"choose from {choices}" if choices else "record the decision first"
    return Finding(
        code="E317",
        at=at,
        message=f"the nomination {nomination.id!r} has no decision {shown(name)}",
        hint=f"did you mean {near!r}?" if near else cure,
    )


def _fitting(index: Index, at: Path, decision: Decision, pointed: Decision) -> Iterator[Finding]:
    if at[-1] == "of" and decision.outcome not in _QUALIFYING:
        yield Finding(
            code="E442",
            at=at,
            message=f"{decision.outcome.value!r} says nothing of another decision",
            hint="write corrects: if that one was recorded wrongly, else take of away",
        )
    elif at[-1] == "of" and not _makes_sense(decision.outcome, pointed.outcome):
        yield Finding(
            code="E442",
            at=at,
            message=f"what is {pointed.outcome.value!r} cannot be {decision.outcome.value!r}",
            hint="name what the entry had reached",
        )
    for deed, own, other in (
        ("announced", decision.announced, pointed.announced),
        ("decided", decision.on, pointed.on),
    ):
        if index.moments.is_surely_before(own, other):
            yield Finding(
                code="W451",
                at=at,
                message=f"{decision.outcome.value!r} was {deed} on {own}, but what it points at on {other}",
                hint="mend the date that is wrong",
            )


def _makes_sense(outcome: Outcome, pointed: Outcome) -> bool:
    return pointed in (_GIVEN_BACK if outcome is Outcome.REINSTATED else REACHED)


def _circles(at: Path, nomination: Nomination, places: Mapping[str, int]) -> Iterator[Finding]:
    pointers = {
        name: [one for one in (each.of, each.corrects) if one is not None and one != name]
        for name, each in zip(nomination.decision_ids, nomination.decisions, strict=True)
    }
    for circle in cycles(pointers):
        yield Finding(
            code="E441",
            at=(*at, places[circle[0]]),
            message=f"these decisions point at each other in a circle: {', '.join(circle)}",
            hint="a decision points at an earlier one",
        )

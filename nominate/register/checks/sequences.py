"""The decisions of one nomination beside each other: contradictions, repetitions, and the wrong order."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.decision import Decision, Outcome
from nominate.model.nomination import Nomination
from nominate.model.outcomes import LISTS, RESULTS
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.held import held
from nominate.register.checks.index import Index

__all__ = ["is_usual", "sequence_findings"]

Held = tuple[tuple[int, Decision], ...]


_RESULTS = (*RESULTS, Outcome.UNSUCCESSFUL)


def is_usual(index: Index, decisions: tuple[Decision, ...]) -> bool:
    """Whether this is a listing and then a result, in that order, which is what most nominations are."""
    if len(decisions) != 2:
        return False
    first, last = decisions
    return first.outcome in LISTS and last.outcome not in LISTS and not _is_reversed(index, first, last)


def sequence_findings(index: Index, at: Path, nomination: Nomination) -> Iterator[Finding]:
    """Faults among those decisions of one nomination that still hold."""
    decisions = held(nomination)
    # An entry that was moved goes two ways, and which decision belongs to which is not recorded.
    if not any(each.outcome is Outcome.RECATEGORISED for _, each in decisions):
        yield from _contradicting(at, decisions)
        yield from _twice(at, decisions)
        yield from _reversed(index, at, decisions)


def _contradicting(at: Path, decisions: Held) -> Iterator[Finding]:
    if not any(each.outcome is Outcome.WON for _, each in decisions):
        return
    for place, each in decisions:
        if each.outcome is Outcome.UNSUCCESSFUL:
            yield Finding(
                code="W449",
                at=(*at, place),
                message="won and unsuccessful, and neither puts the other right",
                hint="write corrects: in the one that is right, and the id of the one that was never so",
            )


def _twice(at: Path, decisions: Held) -> Iterator[Finding]:
    seen: dict[tuple[Outcome, str], int] = {}
    for place, each in decisions:
        if each.outcome not in (*LISTS, *_RESULTS):
            continue
        first = seen.setdefault((each.outcome, each.label), place)
        if first != place:
            yield Finding(
                code="W450",
                at=(*at, place),
                message=f"{each.outcome.value!r} stands twice, here and at decisions[{first}]",
                hint="keep one, write corrects: in the later one, or give each its own label",
            )


def _reversed(index: Index, at: Path, decisions: Held) -> Iterator[Finding]:
    staged = [(_stage(each), place, each) for place, each in decisions]
    for stage, place, early in staged:
        for later_stage, _, late in staged:
            if 0 <= stage < later_stage and _is_reversed(index, early, late):
                yield Finding(
                    code="W452",
                    at=(*at, place),
                    message=f"{early.outcome.value!r} comes after {late.outcome.value!r}, by their dates",
                    hint="mend the date that is wrong",
                )


def _stage(decision: Decision) -> int:
    if decision.outcome in LISTS:
        return LISTS.index(decision.outcome)
    return len(LISTS) if decision.outcome in _RESULTS else -1


def _is_reversed(index: Index, early: Decision, late: Decision) -> bool:
    is_surely_before = index.moments.is_surely_before
    return is_surely_before(late.announced, early.announced) or is_surely_before(late.on, early.on)

"""The decisions of every nomination, each by itself; `sequences` and `pointing` look at several."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.decision import Decision, Outcome
from nominate.model.nomination import Nomination
from nominate.model.outcomes import QUALIFYING, REACHED, RESULTS
from nominate.register.checks.announcements import Setting, announcement_findings
from nominate.register.checks.dates import far_findings
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.index import EVERY_YEAR, Index
from nominate.register.checks.pointing import is_pointing, pointing_findings
from nominate.register.checks.references import category_fault
from nominate.register.checks.sequences import is_usual, sequence_findings
from nominate.register.checks.unannounced import is_taking_back, unannounced_findings

__all__ = ["in_decisions"]

_PLAIN = (
    Outcome.SHORTLISTED,
    Outcome.WON,
    Outcome.UNSUCCESSFUL,
    Outcome.HIGHLY_COMMENDED,
    Outcome.LONGLISTED,
)
"""The outcomes that ask for nothing beside themselves, the frequent ones first."""


def in_decisions(index: Index) -> Iterator[Finding]:
    """Faults in every nomination's decisions, each alone and all of them together."""
    latest = _latest(index)
    for place, nomination in enumerate(index.records.nominations):
        decisions = nomination.decisions
        if not decisions:
            continue
        edition = index.editions.get(nomination.edition)
        years = edition.years if edition is not None else EVERY_YEAR
        for number, decision in enumerate(decisions):
            when = decision.announced
            # Written out: a call for each of 100,000 decisions would cost more than all the rest.
            if (
                decision.outcome not in _PLAIN
                or decision.embargo is not None
                or (decision.on is not None and decision.on is not when)
                or decision.to is not None
                or decision.place is not None
                or decision.known is not None
                or (
                    when is not None
                    and (when.year not in years or when.year >= latest or when.end is not None)
                )
            ):
                at = ("nominations", place, "decisions", number)
                yield from _decision(index, at, nomination, decision)
        if len(decisions) > 1 and not is_usual(index, decisions):
            yield from sequence_findings(index, ("nominations", place, "decisions"), nomination)
        if is_taking_back(decisions):
            yield from unannounced_findings(("nominations", place, "decisions"), nomination)
        if is_pointing(decisions):
            yield from pointing_findings(index, ("nominations", place, "decisions"), nomination)


def _latest(index: Index) -> int:
    """The first year of which something may lie ahead, with one to spare for approximate dates."""
    return index.as_of.year - 1 if index.as_of is not None else EVERY_YEAR.stop


def _decision(index: Index, at: Path, nomination: Nomination, decision: Decision) -> Iterator[Finding]:
    edition = index.editions.get(nomination.edition)
    setting = Setting(edition=edition, category=nomination.category, nomination=nomination.id)
    if index.moments.is_surely_before(decision.announced, decision.on):
        yield Finding(
            code="E420",
            at=(*at, "on"),
            message=f"decided on {decision.on}, after it was announced on {decision.announced}",
            hint="mend one of the two, or leave on out",
        )
    yield from announcement_findings(index, at, decision, setting)
    yield from future(index, (*at, "on"), decision.on, "decided")
    yield from future(index, (*at, "known"), decision.known, "known")
    if edition is not None:
        yield from far_findings((*at, "announced"), decision.announced, edition)
    yield from _moved(index, at, nomination, decision)
    yield from _placed(at, decision)
    if decision.outcome in QUALIFYING and decision.of is None:
        yield _of_what(at, nomination, decision)


def _moved(index: Index, at: Path, nomination: Nomination, decision: Decision) -> Iterator[Finding]:
    is_moved = decision.outcome is Outcome.RECATEGORISED
    if is_moved and decision.to is None:
        yield Finding(
            code="E444",
            at=at,
            message="recategorised, and to which category is not said",
            hint="write to: and the category's id",
        )
    if decision.to is None:
        return
    own = (*at, "to")
    edition = index.editions.get(nomination.edition)
    if not is_moved:
        yield Finding(
            code="E445",
            at=own,
            message=f"to goes with 'recategorised', not with {decision.outcome.value!r}",
            hint="take it away, or make the move a decision of its own",
        )
    if edition is not None and decision.to not in edition.categories:
        yield category_fault(index, edition, decision.to, own)
    elif decision.to == nomination.category:
        yield Finding(
            code="W446",
            at=own,
            message=f"moved to {decision.to!r}, where it is already",
            hint="the nomination's own category is the one that it was entered in",
        )


def _placed(at: Path, decision: Decision) -> Iterator[Finding]:
    if decision.place is None:
        if decision.outcome is Outcome.PLACED and not decision.label:
            yield Finding(
                code="W448",
                at=at,
                message="placed, and where is not said",
                hint="write place: and the number, or label: and the organiser's word",
            )
    elif decision.place < 1 or decision.outcome not in RESULTS:
        yield Finding(
            code="E447",
            at=(*at, "place"),
            message=f"nothing that is {decision.outcome.value!r} has the place {decision.place}",
            hint="write place: with placed, runner up, won or a commendation, counted from 1",
        )


def _of_what(at: Path, nomination: Nomination, decision: Decision) -> Finding:
    named = zip(nomination.decision_ids, nomination.decisions, strict=True)
    reached = [name for name, each in named if each.outcome in REACHED]
    return Finding(
        code="W443",
        at=at,
        message=f"what was {decision.outcome.value} is not said",
        hint=f"write of: {reached[-1]}" if reached else "record the decision that it is about, and write of:",
    )

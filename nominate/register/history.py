"""How a nomination stands, from the decisions that may be known: what it reached, and what became of that.

A decision that is corrected was never so, and falls out. Decisions that point at another (`of`) qualify it:
declined leaves a win a win, revoked and disqualified take it away, reinstated gives it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

import attrs

from nominate.model.award import Edition
from nominate.model.decision import Decision, Outcome
from nominate.model.fields import Audience
from nominate.model.nomination import Nomination, decision_ids
from nominate.register.standing import Clearance, Place, opening

__all__ = ["ENDINGS", "LADDER", "History", "history", "known_decisions"]

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

ENDINGS = frozenset({Outcome.UNSUCCESSFUL, Outcome.WITHDRAWN, Outcome.DISQUALIFIED, Outcome.INELIGIBLE})
"""The outcomes that end an entry's way."""

_RANKS = {outcome: rank for rank, outcome in enumerate(LADDER)}
_FINAL = frozenset(LADDER[2:])
_TAKING = frozenset({Outcome.REVOKED, Outcome.DISQUALIFIED})


@attrs.frozen(kw_only=True)
class History:
    """The decisions about one nomination that an audience may know at a moment, in the order of the file.

    `corrected` are those that a known decision put right. `embargoed_until` is the latest moment, in UTC, at
    which one of the decisions became or becomes public: None for the public, and where none ever does.
    """

    decisions: tuple[Decision, ...]
    corrected: tuple[Decision, ...] = ()
    category: str
    embargoed_until: datetime | None = None

    @cached_property
    def outcome(self) -> Outcome | None:
        """How it stands now: the last outcome that still holds, None before the first.

        Where a win was revoked or disqualified, that is how it stands.
        """
        lost = self._lost
        standing = [each for each in self.decisions if _is_standing(each) and each.id not in lost]
        return standing[-1].outcome if standing else self._last_outcome

    @property
    def has_won(self) -> bool:
        """Whether it won and still counts so; a prize that was declined does."""
        return self._stands(Outcome.WON)

    @property
    def is_declined(self) -> bool:
        """Whether the last word on what it achieved is that it was declined."""
        answers = [
            each.outcome for each in self.decisions if each.outcome in {Outcome.DECLINED, Outcome.ACCEPTED}
        ]
        return bool(answers) and answers[-1] is Outcome.DECLINED

    def reached(self, outcome: Outcome) -> bool:
        """Whether it got at least so far, whatever came after; a revoked win had been reached."""
        rank = _RANKS[outcome]
        return any(_RANKS.get(each.outcome, -1) >= rank for each in self.decisions)

    def ended_at(self, outcome: Outcome) -> bool:
        """Whether its way surely ended there: nothing higher was reached, and a later word closed it.

        An entry whose result is not announced has not ended.
        """
        best = max((_RANKS.get(each.outcome, -1) for each in self.decisions), default=-1)
        is_closed = any(each.outcome in ENDINGS for each in self.decisions) or outcome in _FINAL
        return best == _RANKS[outcome] and is_closed

    def _stands(self, outcome: Outcome) -> bool:
        lost = self._lost
        return any(each.outcome is outcome and each.id not in lost for each in self.decisions)

    @cached_property
    def _lost(self) -> frozenset[str | None]:
        return frozenset(_lost(self.decisions))

    @property
    def _last_outcome(self) -> Outcome | None:
        return self.decisions[-1].outcome if self.decisions else None


def history(nomination: Nomination, edition: Edition, clearance: Clearance) -> History | None:
    """The history of a nomination as an audience may know it; None where it may know nothing of it.

    Each decision in it has its id, and no pointer to one that is not in it.
    The team itself knows a nomination before the first decision.
    """
    place = Place(edition=edition, category=nomination.category, nomination=nomination.id)
    known = known_decisions(nomination, place, clearance)
    if not known and not clearance.is_internal:
        return None
    wrong = {each.corrects for _, each in known}
    held = [each for each in known if each[0] not in wrong]
    moves = [each.to for _, each in held if each.outcome is Outcome.RECATEGORISED and each.to]
    is_public = clearance.audience is Audience.PUBLIC
    openings = [] if is_public else [opening(each, place, clearance.zone) for _, each in known]
    return History(
        decisions=_named(held, clearance),
        corrected=tuple(each for decision_id, each in known if decision_id in wrong),
        category=moves[-1] if moves else nomination.category,
        embargoed_until=max((each for each in openings if each is not None), default=None),
    )


def known_decisions(nomination: Nomination, place: Place, clearance: Clearance) -> list[tuple[str, Decision]]:
    """The decisions that an audience may know, each with the id that the register gives it."""
    named = zip(nomination.decision_ids, nomination.decisions, strict=True)
    return [(name, each) for name, each in named if clearance.knows(each, place)]


def _named(held: list[tuple[str, Decision]], clearance: Clearance) -> tuple[Decision, ...]:
    own = [each for _, each in held]
    # A default id counts decisions, and those that may not be known must not be counted.
    fresh = [name for name, _ in held] if clearance.is_internal else list(decision_ids(own))
    names = {old: new for (old, _), new in zip(held, fresh, strict=True)}
    return tuple(
        each
        if each.id == name and each.of is None and each.corrects is None
        else attrs.evolve(each, id=name, of=names.get(each.of or ""), corrects=names.get(each.corrects or ""))
        for name, each in zip(fresh, own, strict=True)
    )


def _is_standing(decision: Decision) -> bool:
    return decision.outcome in _RANKS or decision.outcome in ENDINGS or decision.outcome is Outcome.REVOKED


def _lost(decisions: Iterable[Decision]) -> set[str | None]:
    lost: set[str | None] = set()
    taken_by: dict[str | None, str | None] = {}
    last_reached: str | None = None
    for each in decisions:
        if each.outcome in _RANKS:
            last_reached = each.id
        elif each.outcome in _TAKING:
            target = each.of or last_reached
            taken_by[each.id] = target
            lost.add(target)
        elif each.outcome is Outcome.REINSTATED:
            target = each.of or (next(reversed(taken_by), None))
            given_back = taken_by.get(target, target)
            lost.discard(given_back)
            lost.update(name for name, what in taken_by.items() if what == given_back)
    return lost

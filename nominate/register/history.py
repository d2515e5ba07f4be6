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
from nominate.model.outcomes import ENDINGS, LADDER, REACHED, RESULTS, TAKING
from nominate.register.openings import Known, corrected_ids, known_decisions
from nominate.register.standing import Clearance

__all__ = ["History", "history"]

_RANKS = {outcome: rank for rank, outcome in enumerate(LADDER)}
# How an entry may stand; all other outcomes say what became of one of these.
_STANDING = REACHED | ENDINGS | {Outcome.REVOKED}
_FROM = {outcome: frozenset(LADDER[rank:]) for outcome, rank in _RANKS.items()}
# In a tuple, because the hash of an enumeration's member is made by Python code.
_ANSWERS = (Outcome.DECLINED, Outcome.ACCEPTED)


@attrs.frozen(kw_only=True)
class History:
    """The decisions about one nomination that an audience may know at a moment, in the order of the file.

    `corrected` are those beside them that a known decision put right. `embargoed_until` is the latest moment,
    in UTC, at which one of them all, or what is told with them, becomes public: None for the public, and
    where nothing ever does.
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
        told = [each for each in self.decisions if each.outcome in _STANDING and each.id not in lost]
        return told[-1].outcome if told else self._last_outcome

    @cached_property
    def has_won(self) -> bool:
        """Whether it won and still counts so; a prize that was declined does."""
        return self._stands(Outcome.WON)

    @property
    def is_declined(self) -> bool:
        """Whether the last word on what it achieved is that it was declined."""
        answers = [each.outcome for each in self.decisions if each.outcome in _ANSWERS]
        return bool(answers) and answers[-1] is Outcome.DECLINED

    def reached(self, outcome: Outcome) -> bool:
        """Whether it got at least so far, whatever came after; a revoked win had been reached.

        Raises:
            KeyError: the outcome is not one of `LADDER`.
        """
        return not _FROM[outcome].isdisjoint([each.outcome for each in self.decisions])

    def ended_at(self, outcome: Outcome) -> bool:
        """Whether its way surely ended there: nothing higher was reached, and a later word closed it.

        An entry whose result is not announced has not ended, and one that was reinstated goes on.

        Raises:
            KeyError: the outcome is not one of `LADDER`.
        """
        lost = self._lost
        best = max((_RANKS.get(each.outcome, -1) for each in self.decisions), default=-1)
        is_closed = any(each.outcome in ENDINGS and each.id not in lost for each in self.decisions)
        return best == _RANKS[outcome] and (is_closed or outcome in RESULTS)

    def _stands(self, outcome: Outcome) -> bool:
        lost = self._lost
        return outcome in [each.outcome for each in self.decisions if each.id not in lost]

    @property
    def _lost(self) -> frozenset[str | None]:
        # Hardly ever is anything taken back.
        if TAKING.isdisjoint([each.outcome for each in self.decisions]):
            return frozenset()
        return frozenset(_lost(self.decisions))

    @property
    def _last_outcome(self) -> Outcome | None:
        return self.decisions[-1].outcome if self.decisions else None


def history(nomination: Nomination, edition: Edition, clearance: Clearance) -> History | None:
    """The history of a nomination as an audience may know it; None where it may know nothing of it.

    Each decision in it has its id, and no pointer to one that is not in it.
    The team itself knows a nomination before the first decision.
    """
    known = known_decisions(nomination, edition, clearance)
    if not known and not clearance.is_internal:
        return None
    wrong = corrected_ids([each.decision for each in known])
    named = [*zip(_named(known, clearance), known, strict=True)]
    held = tuple([own for own, each in named if each.id not in wrong])
    moves = [each.to for each in held if each.outcome is Outcome.RECATEGORISED and each.to]
    is_public = clearance.audience is Audience.PUBLIC
    moments = [each.opens for each in known if each.opens is not None]
    return History(
        decisions=held,
        corrected=tuple([own for own, each in named if each.id in wrong]),
        category=moves[-1] if moves else nomination.category,
        embargoed_until=max(moments) if moments and not is_public else None,
    )


def _named(known: tuple[Known, ...], clearance: Clearance) -> list[Decision]:
    own = [each.decision for each in known]
    old = [each.id for each in known]
    # A default id counts decisions, and those that may not be known must not be counted.
    fresh = old if clearance.is_internal else list(decision_ids(own))
    names = dict(zip(old, fresh, strict=True))
    return [
        each
        if each.id == name and each.of is None and each.corrects is None
        else attrs.evolve(each, id=name, of=names.get(each.of or ""), corrects=names.get(each.corrects or ""))
        for name, each in zip(fresh, own, strict=True)
    ]


def _lost(decisions: Iterable[Decision]) -> set[str | None]:
    lost: set[str | None] = set()
    taken_by: dict[str | None, str | None] = {}
    last_reached: str | None = None
    for each in decisions:
        if each.outcome in _RANKS:
            last_reached = each.id
        elif each.outcome in TAKING:
            target = each.of or last_reached
            taken_by[each.id] = target
            lost.add(target)
        elif each.outcome is Outcome.REINSTATED:
            target = each.of or (next(reversed(taken_by), None))
            given_back = taken_by.get(target, target)
            lost.discard(given_back)
            lost.update(name for name, what in taken_by.items() if what == given_back)
    return lost

"""What was announced of an entry and is no longer so: corrected, taken back, given back or declined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import attrs

from nominate.model.decision import Decision, Outcome
from nominate.model.outcomes import REACHED
from nominate.model.when import When
from nominate.viewing.entry import Entry
from nominate.viewing.view import View

__all__ = ["Correction", "Turn", "correction_of"]


class Turn(Enum):
    """What became of something that had been announced.

    `CORRECTED` says that it was never so; all others say that it was so until then.
    """

    CORRECTED = "corrected"
    REVOKED = "revoked"
    DISQUALIFIED = "disqualified"
    INELIGIBLE = "ineligible"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    REINSTATED = "reinstated"


_TURNS = {
    Outcome.REVOKED: Turn.REVOKED,
    Outcome.DISQUALIFIED: Turn.DISQUALIFIED,
    Outcome.INELIGIBLE: Turn.INELIGIBLE,
    Outcome.WITHDRAWN: Turn.WITHDRAWN,
    Outcome.DECLINED: Turn.DECLINED,
    Outcome.REINSTATED: Turn.REINSTATED,
}
_CHANGING = tuple(_TURNS)


@attrs.frozen(kw_only=True)
class Correction:
    """One announced decision about an entry, and the later public word that changed it.

    `announced` and `since` are when each of the two was told. `between` is what a reinstatement undid.
    Why it changed is for the team alone, and is not here.

    >>> [field.name for field in attrs.fields(Correction)]
    ['entry', 'turn', 'before', 'now', 'announced', 'since', 'between']
    """

    entry: Entry
    turn: Turn
    before: Decision
    now: Decision
    announced: When
    since: When
    between: Decision | None = None

    @property
    def was_reached(self) -> bool:
        """Whether the earlier word told of something that the entry had reached."""
        return self.before.outcome in REACHED

    @property
    def is_reached(self) -> bool:
        """Whether the later word tells of something that the entry did reach."""
        return self.now.outcome in REACHED


def correction_of(entry: Entry, view: View) -> Correction | None:
    """The last public word on an entry where it changes an earlier one, else None.

    What was put right before it can have been published, on the same day or at no later time that is
    known, is no correction: then only the truth is told.
    """
    history = entry.history
    # Few entries are ever corrected, and every entry is asked.
    if not history.corrected and not _may_be_changed(history.decisions):
        return None
    found = [*_changes(entry, view)]
    if not found:
        return None
    last = found[-1]
    others = (each.announced for each in history.decisions if each is not last.now)
    is_last = not any(when is not None and when.is_after(last.since, view.zone) for when in others)
    return last if is_last else None


def _may_be_changed(decisions: tuple[Decision, ...]) -> bool:
    # In a tuple, because the hash of an enumeration's member is made by Python code.
    return len(decisions) > 1 and any(each.outcome in _CHANGING for each in decisions)


def _changes(entry: Entry, view: View) -> Iterator[Correction]:
    """Every decision that surely came after an earlier one and changed it, in the order of the file."""
    known = {each.id: each for each in (*entry.history.corrected, *entry.history.decisions)}
    reached: Decision | None = None
    taken: Decision | None = None
    for each in entry.history.decisions:
        wrong = known.get(each.corrects) if each.corrects is not None else None
        turn = Turn.CORRECTED if wrong is not None else _TURNS.get(each.outcome)
        before = wrong or (known.get(each.of) if each.of is not None else None) or reached
        between = None
        if turn is Turn.REINSTATED and before is not None:
            between = before if before.outcome in _TURNS else taken
            before = _behind(before, known) or reached
        if turn is not None and before is not None:
            yield from _made(entry, turn, (before, between, each), view)
        taken = each if each.outcome in _TURNS else taken
        reached = each if each.outcome in REACHED else reached


def _behind(decision: Decision, known: Mapping[str | None, Decision]) -> Decision | None:
    """What a decision is about in the end, where that is something that can be reached."""
    about = decision if decision.outcome in REACHED else known.get(decision.of)
    return about if about is not None and about.outcome in REACHED else None


def _made(
    entry: Entry, turn: Turn, said: tuple[Decision, Decision | None, Decision], view: View
) -> Iterator[Correction]:
    before, between, now = said
    last = between or before
    if before.announced is None or last.announced is None or now.announced is None:
        return
    is_told = turn is Turn.CORRECTED or before.outcome in REACHED
    is_after = now.announced.is_after(last.announced, view.zone) is True
    # The team itself sees what is to be announced; until then nothing has changed.
    has_come = now.announced.first_moment(view.zone) <= view.moment
    if is_told and is_after and has_come and (turn is not Turn.REINSTATED or between is not None):
        yield Correction(
            entry=entry,
            turn=turn,
            before=before,
            now=now,
            announced=before.announced,
            since=now.announced,
            between=between,
        )

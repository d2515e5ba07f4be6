"""When each decision about a nomination becomes public, and which of them an audience may know.

What qualifies another decision waits for that one: "declined" says that there was something to decline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo

import attrs

from nominate.model.award import Edition
from nominate.model.decision import Decision, Outcome
from nominate.model.nomination import Nomination
from nominate.model.outcomes import QUALIFYING, REACHED
from nominate.register.standing import Clearance, Place, opening

__all__ = ["Known", "corrected_ids", "known_decisions", "open_decisions", "openings"]

Moments = tuple[datetime | None, ...]


@attrs.frozen(kw_only=True)
class Known:
    """A decision that an audience may know, with the id that the register gives it.

    `opens` is the moment, in UTC, from which the public may know it; None for never.
    """

    id: str
    decision: Decision
    opens: datetime | None


def known_decisions(nomination: Nomination, edition: Edition, clearance: Clearance) -> tuple[Known, ...]:
    """The decisions that an audience may know, those put right among them, in the order of the file."""
    names = nomination.decision_ids
    opened = _openings(names, nomination, edition, clearance.zone)
    told = zip(names, nomination.decisions, opened, strict=True)
    return tuple(
        [
            Known(id=name, decision=each, opens=opens)
            for name, each, opens in told
            if clearance.knows(each, opens)
        ]
    )


def open_decisions(
    nomination: Nomination, edition: Edition, clearance: Clearance
) -> Mapping[str, datetime | None]:
    """The decisions of which an audience may be told more, by id, each with the moment that opens it.

    The public is told nothing more of what was never so.
    """
    known = known_decisions(nomination, edition, clearance)
    wrong = frozenset() if clearance.is_internal else corrected_ids(each.decision for each in known)
    return {each.id: each.opens for each in known if each.id not in wrong}


def openings(nomination: Nomination, edition: Edition, zone: tzinfo) -> Moments:
    """The moment, in UTC, from which the public may know each decision, in the order of the file.

    None for never, as things stand.
    """
    return _openings(nomination.decision_ids, nomination, edition, zone)


def corrected_ids(decisions: Iterable[Decision]) -> frozenset[str]:
    """The ids of those that one of the decisions says were never so."""
    return frozenset([each.corrects for each in decisions if each.corrects is not None])


def _openings(names: tuple[str, ...], nomination: Nomination, edition: Edition, zone: tzinfo) -> Moments:
    own = _own_openings(names, nomination, edition, zone)
    awaited = _awaited(names, nomination.decisions)
    if not awaited:
        return own
    by_name = dict(zip(names, own, strict=True))
    return tuple(
        _latest(opens, *(by_name.get(each) for each in _chain(name, awaited)))
        for name, opens in zip(names, own, strict=True)
    )


def _own_openings(names: tuple[str, ...], nomination: Nomination, edition: Edition, zone: tzinfo) -> Moments:
    place = Place(edition=edition, category=nomination.category, nomination=nomination.id)
    found = []
    for name, each in zip(names, nomination.decisions, strict=True):
        found.append(opening(each, place, zone))
        is_moved = each.outcome is Outcome.RECATEGORISED and each.to is not None
        # From then on the dates of the new category are its own.
        if is_moved and name not in corrected_ids(nomination.decisions):
            place = attrs.evolve(place, category=each.to)
    return tuple(found)


def _awaited(names: tuple[str, ...], decisions: tuple[Decision, ...]) -> Mapping[str, str]:
    """For each decision that qualifies another, that other one: the last that was reached, unless it says."""
    found: dict[str, str] = {}
    reached: str | None = None
    for name, each in zip(names, decisions, strict=True):
        target = each.of or (reached if each.outcome in QUALIFYING else None)
        if target is not None:
            found[name] = target
        if each.outcome in REACHED:
            reached = name
    return found


def _chain(name: str, awaited: Mapping[str, str]) -> Iterator[str]:
    # Only the checks refuse decisions that wait for each other.
    seen = {name}
    while (name := awaited.get(name, name)) not in seen:
        yield name
        seen.add(name)


def _latest(*moments: datetime | None) -> datetime | None:
    known = [each for each in moments if each is not None]
    return max(known) if len(known) == len(moments) else None

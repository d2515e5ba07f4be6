"""Which sort of piece the facts call for, and which sorts they can carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from operator import attrgetter
from typing import Any

import attrs

from nominate.errors import NothingToExport
from nominate.prose.facts.editions import EditionFacts

__all__ = ["Situation", "forced", "newsworthy", "situation_of"]


class Situation(Enum):
    """What a piece is about, which decides its headline and its parts.

    >>> Situation("shortlisting").name
    'SHORTLISTING'
    """

    ROUND_UP = "round-up"
    CORRECTION = "correction"
    RESULTS = "results"
    WIN = "win"
    HONOURS = "honours"
    SHORTLISTING = "shortlisting"
    LONGLISTING = "longlisting"
    NO_AWARD = "no award"
    MOVED_DATE = "moved date"
    CALL_TO_ENTER = "call to enter"

    # Each is one object, and every section of a piece is asked for its own: this asks no Python code.
    __hash__ = object.__hash__


@attrs.frozen(kw_only=True)
class _Rule:
    """What a situation needs: `is_carried` by the facts of an edition, else `lacks` says what is not there.

    `keeps` names the facts of which a piece tells that was forced to it. `may_carry` is what forcing needs,
    where that is less: a correction or a moved date that is not the latest word.
    """

    is_carried: Callable[[EditionFacts], bool]
    lacks: str
    keeps: tuple[str, ...]
    may_carry: Callable[[EditionFacts], bool] | None = None

    def can_carry(self, facts: EditionFacts) -> bool:
        """Whether a flag may force it."""
        return (self.may_carry or self.is_carried)(facts)


def _has_results_of_several_kinds(facts: EditionFacts) -> bool:
    if not facts.won:
        return False
    return any((facts.honoured, facts.shortlisted, facts.longlisted, facts.revoked, facts.ended))


def _has_any(*names: str) -> Callable[[EditionFacts], bool]:
    if len(names) == 1:
        return attrgetter(*names)
    values = attrgetter(*names)
    return lambda facts: any(values(facts))


def _has_only_taken_back(facts: EditionFacts) -> bool:
    return bool(facts.revoked) and not facts.main


def _has_only_ended(facts: EditionFacts) -> bool:
    """Whether every category of the entries has ended, and none of them got further than a list."""
    has_more = facts.won or facts.honoured or facts.revoked
    return bool(facts.ended) and not has_more and all(entry.category.result for entry in facts.told)


_PARTED = ("won", "honoured", "shortlisted", "longlisted", "revoked", "ended")
# In the order of choice: the first that an edition's facts carry is what it is told as.
_RULES: Mapping[Situation, _Rule] = {
    Situation.CORRECTION: _Rule(
        is_carried=lambda facts: facts.is_corrected or _has_only_taken_back(facts),
        may_carry=_has_any("corrections", "revoked"),
        lacks="nothing that was published has been corrected, revoked or declined",
        keeps=_PARTED,
    ),
    Situation.MOVED_DATE: _Rule(
        is_carried=_has_any("is_moved"),
        may_carry=_has_any("moved"),
        lacks="no date that lies ahead has moved",
        keeps=_PARTED,
    ),
    Situation.RESULTS: _Rule(
        is_carried=_has_results_of_several_kinds,
        lacks="no win is known beside another result",
        keeps=_PARTED,
    ),
    Situation.WIN: _Rule(is_carried=_has_any("won"), lacks="no entry has won", keeps=("won",)),
    Situation.HONOURS: _Rule(
        is_carried=_has_any("honoured"),
        lacks="no entry has been commended, placed or honoured in another way",
        keeps=("honoured",),
    ),
    Situation.NO_AWARD: _Rule(
        is_carried=_has_only_ended,
        may_carry=_has_any("ended"),
        lacks="no category of the entries was cancelled, merged or left without an award",
        keeps=("ended",),
    ),
    Situation.SHORTLISTING: _Rule(
        is_carried=_has_any("shortlisted"),
        lacks="no entry stands on a shortlist",
        keeps=("shortlisted",),
    ),
    Situation.LONGLISTING: _Rule(
        is_carried=_has_any("longlisted"), lacks="no entry stands on a longlist", keeps=("longlisted",)
    ),
    Situation.CALL_TO_ENTER: _Rule(
        is_carried=_has_any("call"), lacks="no edition is open for entries, or soon will be", keeps=()
    ),
}

_CARRIED = tuple((each, rule.is_carried) for each, rule in _RULES.items())


def situation_of(facts: EditionFacts) -> Situation | None:
    """What an edition is told as; None where it has nothing to tell."""
    for each, is_carried in _CARRIED:
        if is_carried(facts):
            return each
    return None


def newsworthy(editions: Sequence[EditionFacts]) -> tuple[EditionFacts, ...]:
    """Those that an unforced piece tells of: beside news of entries, no call to enter another edition.

    >>> newsworthy([])
    ()
    """
    no_news = (None, Situation.CALL_TO_ENTER)
    news = tuple(each for each in editions if each.told or situation_of(each) not in no_news)
    return news or tuple(editions)


def forced(editions: Sequence[EditionFacts], situation: Situation) -> tuple[EditionFacts, ...]:
    """The editions that can carry a situation, each with the facts that such a piece tells.

    Raises:
        NothingToExport: none can; the message says what is missing.
    """
    if situation is Situation.ROUND_UP:
        told = tuple(each for each in editions if situation_of(each) is not None)
        if len(told) > 1:
            return told
        raise NothingToExport(_refusal(situation, "there are not several editions with anything to tell"))
    rule = _RULES[situation]
    held = tuple(_only(each, situation, rule) for each in editions if rule.can_carry(each))
    if not held:
        raise NothingToExport(_refusal(situation, rule.lacks))
    return held


def _only(facts: EditionFacts, situation: Situation, rule: _Rule) -> EditionFacts:
    """What a piece of that situation tells; all that there is, where it would be told as that unforced."""
    if situation_of(facts) is situation:
        return facts
    dropped: dict[str, Any] = {name: () for name in _PARTED if name not in rule.keeps}
    return attrs.evolve(
        facts,
        **dropped,
        is_corrected=situation is Situation.CORRECTION,
        is_moved=situation is Situation.MOVED_DATE,
    )


def _refusal(situation: Situation, lacks: str) -> str:
    return (
        f"cannot write a piece of the situation {situation.value!r}: as far as the view knows, {lacks}; "
        "leave the situation out to have it chosen from the facts"
    )

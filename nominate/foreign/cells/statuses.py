"""Words of a status or result column as outcomes and progress; a word that could mean two is not taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from nominate.files.words import meant_choice, synonym
from nominate.foreign.cells.dates import is_not_told
from nominate.model.decision import Outcome
from nominate.model.nomination import Progress

__all__ = ["NOTHING", "STATUS_WORDS", "Status", "said_yes", "status_words", "statuses_in", "suggested_status"]

Status: TypeAlias = Outcome | Progress | None
"""What one status word says; None for a word that says nothing yet, such as TBC."""

NOTHING = "nothing"
"""What a mapping writes for a word that says nothing."""

# These need to say of what, to where or which place; a word in a cell does not.
_POINTING = {
    Outcome.PLACED,
    Outcome.RECATEGORISED,
    Outcome.DECLINED,
    Outcome.ACCEPTED,
    Outcome.REVOKED,
    Outcome.REINSTATED,
}
STATUS_WORDS: Mapping[str, Status] = MappingProxyType(
    {
        **{outcome.value: outcome for outcome in Outcome if outcome not in _POINTING},
        **{progress.value: progress for progress in Progress},
        NOTHING: None,
    }
)
"""Every word that a status may be turned into."""

# A medal may be a level, "nominated" may mean entered or shortlisted, "done" is said of anything.
_TWO_MEANINGS = (
    "gold silver bronze first second third no none done complete completed nominated nominee nomination "
    "cancelled declined successful possible potential place started moved"
)
_AMBIGUOUS = frozenset(_TWO_MEANINGS.split())
_PHRASES: Mapping[str, Status] = {
    "awaiting result": Progress.SUBMITTED,
    "awaiting results": Progress.SUBMITTED,
    "awaiting outcome": Progress.SUBMITTED,
    "awaiting decision": Progress.SUBMITTED,
    "awaiting judging": Progress.SUBMITTED,
    "entry submitted": Progress.SUBMITTED,
    "in draft": Progress.DRAFTING,
    "being drafted": Progress.DRAFTING,
    "for approval": Progress.IN_REVIEW,
    "awaiting approval": Progress.IN_REVIEW,
    "awaiting sign off": Progress.IN_REVIEW,
    "signed off": Progress.APPROVED,
    "not entering": Progress.NOT_PURSUED,
    "decided not to enter": Progress.NOT_PURSUED,
    "did not enter": Progress.NOT_PURSUED,
    "not submitted": Progress.NOT_PURSUED,
}
_YES = frozenset({"y", "yes", "true", "x", "✓", "✔", "☑", "1", "tick", "ticked"})
_NO = frozenset({"n", "no", "false", "✗", "✘", "☐", "0"})
_PARTS = re.compile(r"\s*(?:[,;/+&\n]|\band\b|\bthen\b|\s-\s)\s*")


def statuses_in(text: str, own: Mapping[str, Status]) -> tuple[Status, ...] | None:
    """What each word of a cell says, in order; None where one of them is not known for sure.

    `own` has the team's own words, folded by `status_words`.

    >>> [status.value for status in statuses_in("Shortlisted, Highly Commended", {}) or () if status]
    ['shortlisted', 'highly commended']
    >>> statuses_in("Gold", {}) is None, statuses_in("TBC", {})
    (True, (None,))
    """
    words = {**_PHRASES, **own}
    whole = _one(_folded(text), words)
    if whole is not None:
        return whole
    if is_not_told(text):
        return (None,)
    parts = [_one(part, words) for part in map(_folded, _PARTS.split(text.casefold())) if part]
    known = [part for part in parts if part is not None]
    return sum(known, ()) if len(known) == len(parts) > 1 else None


def status_words(words: Mapping[str, str]) -> dict[str, Status]:
    """A team's own words, folded, with what each of them says.

    >>> status_words({"Made the final": "shortlisted"})
    {'made the final': <Outcome.SHORTLISTED: 'shortlisted'>}
    """
    return {_folded(word): STATUS_WORDS[meaning] for word, meaning in words.items()}


@cache
def suggested_status(text: str) -> str:
    """The word that an unknown one may mean, to be shown and never taken; empty where none is near.

    >>> suggested_status("Gold"), suggested_status("Sumbitted"), suggested_status("Ask Ann")
    ('won', 'submitted', '')
    """
    folded = _folded(text)
    for choices in (Outcome, Progress):
        meant = meant_choice(folded, choices)
        if meant in STATUS_WORDS:
            return meant
    return ""


def said_yes(value: object) -> bool | None:
    """Whether a cell says yes or no; None where it says neither.

    >>> said_yes("Y"), said_yes("x"), said_yes(False), said_yes("maybe")
    (True, True, False, None)
    """
    word = str(value).strip().casefold()
    return True if word in _YES else False if word in _NO else None


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text.casefold()).split())


def _one(folded: str, words: Mapping[str, Status]) -> tuple[Status] | None:
    return (words[folded],) if folded in words else _known(folded)


@cache
def _known(folded: str) -> tuple[Status] | None:
    if folded in _AMBIGUOUS:
        return None
    found = (STATUS_WORDS.get(synonym(folded, choices)) for choices in (Outcome, Progress))
    return next(((status,) for status in found if status is not None), None)

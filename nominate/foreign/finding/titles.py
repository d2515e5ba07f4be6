"""From the title of a column to what it most likely becomes, by its words alone."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

import attrs

from nominate.foreign.cells.tidying import folded
from nominate.foreign.finding.column_titles import known_titles
from nominate.foreign.finding.meanings import Meaning

__all__ = ["Likelihood", "Likely", "likely_meaning"]

# A slip of the pen in eight letters is 88 of 100; two different words of the trade are less alike.
_NEAR = 86
_SHORTEST_NEAR = 5
# Such a column is the team's own, and no date of the award's.
_OWN = re.compile(
    r"\b(internal|our|draft|drafts|approval|approved|approver|sign off|reminder|contact|email|phone)\b"
)
# What would make something public is never taken from a word among others.
_EXACT_ONLY = frozenset({Meaning.ANNOUNCED, Meaning.LINK, Meaning.ID})
_YES_NO = re.compile(r"\b(y n|yes no|yes or no|tick)\b")


class Likelihood(IntEnum):
    """How a title was known, the surest last."""

    NOT = 0
    NEAR = 1
    WITHIN = 2
    EXACT = 3


@attrs.frozen(kw_only=True)
class Likely:
    """What a title most likely means, how it was known, and the words that it was known by."""

    meaning: Meaning = Meaning.KEEP
    likelihood: Likelihood = Likelihood.NOT
    words: str = ""


# A sheet is searched for its titles row by row, and most cells are no title.
@cache
def likely_meaning(title: str) -> Likely:
    """What a column of that title most likely becomes.

    >>> likely_meaning("Closing date").meaning, likely_meaning("Catagory").words
    (<Meaning.ENTRY_DEADLINE: 'entry deadline'>, 'category')
    >>> likely_meaning("Name of the lead organisation").likelihood, likely_meaning("Budget code").likelihood
    (<Likelihood.WITHIN: 2>, <Likelihood.NOT: 0>)
    """
    plain = folded(title.replace("_", " "))
    if plain in known_titles():
        return Likely(meaning=known_titles()[plain], likelihood=Likelihood.EXACT, words=plain)
    if not plain or _OWN.search(plain):
        return Likely()
    return _within(_YES_NO.sub("", plain)) or _near(plain) or Likely()


def _within(plain: str) -> Likely | None:
    """The longest known title whose words stand in this one, the last of several as long."""
    found = [
        known
        for known, meaning in known_titles().items()
        if meaning not in _EXACT_ONLY and re.search(rf"\b{re.escape(known)}\b", plain)
    ]
    if not found:
        return None
    best = max(found, key=lambda known: (len(known.split()), plain.rfind(known)))
    return Likely(meaning=known_titles()[best], likelihood=Likelihood.WITHIN, words=best)


def _near(plain: str) -> Likely | None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a sheet that is not ours needs it

    if len(plain) < _SHORTEST_NEAR:
        return None
    found = process.extractOne(plain, known_titles().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    if found is None:
        return None
    return Likely(meaning=known_titles()[found[0]], likelihood=Likelihood.NEAR, words=found[0])

"""Whether the cells of a column changed as nobody edits them: very many, sorted alone, or shifted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum

__all__ = ["FEWEST", "Movement", "is_many", "movement"]

# What a person may well do by hand on one evening is not asked about.
FEWEST = 3
_FEWEST_MANY = 5
_PART = 10
_MOST_OF_ALL = 0.8


class Movement(Enum):
    """What seems to have happened to a column."""

    SORTED = "sorted"
    SHIFTED = "shifted"
    MANY = "many"


def movement(theirs: Sequence[str], base: Sequence[str]) -> Movement | None:
    """What happened to a column, by the digests of its cells and of what they were made from, row by row.

    More than a tenth of the cells, and five at least, are many. The others ask for three cells.

    >>> movement(["c", "a", "b", "d"], ["a", "b", "c", "d"])
    <Movement.SORTED: 'sorted'>
    >>> movement(["", "a", "b", "c"], ["a", "b", "c", "d"])
    <Movement.SHIFTED: 'shifted'>
    >>> movement(["x", "b", "c", "d"], ["a", "b", "c", "d"]) is None
    True
    """
    changed = [place for place, (now, was) in enumerate(zip(theirs, base, strict=True)) if now != was]
    if len(changed) >= FEWEST:
        if Counter(theirs[place] for place in changed) == Counter(base[place] for place in changed):
            return Movement.SORTED
        if any(_is_shifted(theirs, base, changed, by) for by in (1, -1)):
            return Movement.SHIFTED
    return Movement.MANY if is_many(len(changed), len(base)) else None


def is_many(count: int, whole: int) -> bool:
    """Whether so many of a whole are more than a person changes by hand without a thought.

    >>> is_many(4, 8), is_many(5, 50), is_many(6, 50)
    (False, False, True)
    """
    return count >= _FEWEST_MANY and count * _PART > whole


def _is_shifted(theirs: Sequence[str], base: Sequence[str], changed: Sequence[int], by: int) -> bool:
    inner = [place for place in changed if 0 <= place - by < len(base)]
    fitting = sum(theirs[place] == base[place - by] for place in inner)
    return len(inner) >= FEWEST - 1 and fitting >= max(_MOST_OF_ALL * len(inner), FEWEST - 1)

"""Several things in one sentence, or one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import add

from nominate.styles.style import Style

__all__ = ["both", "bulleted", "listed"]

_MARKS = {"‘": "’", "“": "”"}
# A name that goes on after its conjunction: Avon and Wiltshire Mental Health Partnership NHS Trust.
_NAME = re.compile(r"(?:[Tt]he )?(?:[A-Z][^ ,]* )+(?:and|or)(?: [A-Z][^ ,]*){3,}")


def listed(items: Iterable[str], *, conjunction: str = "and") -> str:
    """The items in their order, as a sentence takes them; no items give an empty text.

    Items that hold a comma or a semicolon are parted by semicolons, and those that hold the conjunction
    itself by a comma before the last, so that each stays one. What stands in quotation marks needs neither,
    nor does a name in which several capitalised words follow the conjunction.

    >>> listed(["Bath", "Bristol", "Gloucester"])
    'Bath, Bristol and Gloucester'
    >>> listed(["Jim Moore, GP", "Steve Ray", "Dave Evans"])
    'Jim Moore, GP; Steve Ray; and Dave Evans'
    >>> listed(["Avon and Wiltshire", "Bath"]), listed(["‘Sepsis, and after’", "‘Falls’"])
    ('Avon and Wiltshire, and Bath', '‘Sepsis, and after’ and ‘Falls’')
    """
    said = tuple(items)
    if len(said) < 2:
        return "".join(said)
    # Few items hold any of it, and all of them are asked at once.
    every = "\n".join(said)
    if (", " in every or ";" in every) and not all(map(_is_one, said)):
        return f"{'; '.join(said[:-1])}; {conjunction} {said[-1]}"
    comma = ""
    if conjunction in every:
        whole = _whole(conjunction)
        comma = "," if any(whole.search(item) and not _is_closed(item) for item in said) else ""
    return f"{', '.join(said[:-1])}{comma} {conjunction} {said[-1]}"


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b")


def _is_one(item: str) -> bool:
    """Whether it holds no mark that could part it, or is seen to be one."""
    return (", " not in item and ";" not in item) or _is_quoted(item)


def _is_closed(item: str) -> bool:
    """Whether a conjunction within it is seen to be part of it."""
    return _is_quoted(item) or _NAME.fullmatch(item) is not None


def _is_quoted(item: str) -> bool:
    """Whether marks stand around all of it, so that it is seen to be one."""
    opening = item[:1]
    return opening in _MARKS and item.endswith(_MARKS[opening]) and item.count(opening) == 1


def both(items: Iterable[str]) -> str:
    """Like `listed`, with "both" before a pair.

    >>> both(["AWP", "RUH"]), both(["AWP", "RUH", "NBT"]), both(["RUH"])
    ('both AWP and RUH', 'AWP, RUH and NBT', 'RUH')
    """
    said = tuple(items)
    return f"both {listed(said)}" if len(said) == 2 else listed(said)


def bulleted(items: Iterable[str], style: Style) -> tuple[str, ...]:
    """The items of a bulleted list with the marks that the style puts at their ends.

    >>> bulleted(["Bath", "Bristol", "Gloucester"], Style.load("health"))
    ('Bath,', 'Bristol and', 'Gloucester.')
    >>> bulleted(["Bath", "Bristol"], Style.load("govuk"))
    ('Bath', 'Bristol')
    """
    said, rules = tuple(items), style.bullets
    joining = f" {rules.before_last}" if rules.before_last else rules.after_each
    marks = [rules.after_each] * (len(said) - 2) + [joining] * (len(said) > 1)
    last = tuple(
        item if item.endswith((".", "!", "?", "…")) else item + rules.after_last for item in said[-1:]
    )
    return tuple(map(add, said[:-1], marks)) + last

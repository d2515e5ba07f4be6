"""Several things in one sentence, or one below the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import add

from nominate.styles.style import Style

__all__ = ["both", "bulleted", "listed"]


def listed(items: Iterable[str], *, conjunction: str = "and") -> str:
    """The items in their order, as a sentence takes them; no items give an empty text.

    Items that hold a comma, a semicolon or the conjunction itself are parted so that each stays one: three
    or more by semicolons, a pair by a comma, or by a semicolon where a comma stands within.

    >>> listed(["Bath", "Bristol", "Gloucester"])
    'Bath, Bristol and Gloucester'
    >>> listed(["Jim Moore, GP", "Steve Ray", "Dave Evans"])
    'Jim Moore, GP; Steve Ray; and Dave Evans'
    >>> listed(["Avon and Wiltshire", "Bath"])
    'Avon and Wiltshire, and Bath'
    """
    said = tuple(items)
    if len(said) < 2:
        return "".join(said)
    has_comma = any(", " in item or ";" in item for item in said)
    has_conjunction = any(_whole(conjunction).search(item) for item in said)
    if not has_comma and not has_conjunction:
        return f"{', '.join(said[:-1])} {conjunction} {said[-1]}"
    mark = ";" if has_comma or len(said) > 2 else ","
    return f"{f'{mark} '.join(said[:-1])}{mark} {conjunction} {said[-1]}"


@cache
def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(word)}\b")


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

"""How a category is called within a sentence: as what is won, and as where an entry is."""

from __future__ import annotations

import re
from functools import lru_cache

from nominate.prose.words import headlined, titled
from nominate.styles.style import Style
from nominate.viewing.entry import Entry

__all__ = [
    "as_headline",
    "as_listed",
    "as_place",
    "as_prize",
    "is_award",
    "is_only",
    "place_of",
    "prize_of",
    "winner_of",
]

# What can be won as it stands, so that nobody needs to be told that it is a category.
_AWARD = re.compile(r"(?:Award|Awards|Cup|Medal|Prize|Prizes|Shield|Trophy|Category)$")
# A name of capitalised words, and of small ones between them, stands before "category" as it is.
_PLAIN = re.compile(
    r"(?!The |An? )[A-Z0-9À-ÞŴŶ][\w’'-]*"
    r"(?: (?:[A-Z0-9À-ÞŴŶ][\w’'-]*|&|a|an|and|at|by|for|from|i|in|into|of|on|or|the|to|with|y|yn))*"
)
_LONGEST = 64


@lru_cache(maxsize=1024)
def _is_plain(name: str) -> bool:
    return len(name) <= _LONGEST and _PLAIN.fullmatch(name) is not None


def is_award(name: str) -> bool:
    """Whether a category goes by the name of what is won in it.

    >>> is_award("Prevention Award"), is_award("Team of the Year")
    (True, False)
    """
    return _is_plain(name) and _AWARD.search(name) is not None


def as_prize(name: str, style: Style) -> str:
    """A category as what somebody won: an award by its name, any other as a category.

    >>> house = Style.load("health")
    >>> as_prize("Prevention Award", house), as_prize("Team of the Year", house)
    ('the Prevention Award', 'the Team of the Year category')
    """
    return f"the {name}" if is_award(name) else as_place(name, style)


def as_place(name: str, style: Style) -> str:
    """A category as where an entry is; marks part a name from the sentence where its letters do not.

    >>> house = Style.load("health")
    >>> as_place("Prevention Award", house), as_place("The best leaflet", house)
    ('the Prevention Award category', 'the category ‘The best leaflet’')
    """
    if not _is_plain(name):
        return f"the category {titled(name, style)}"
    return f"the {name}" if name.endswith(" Category") else f"the {name} category"


def as_headline(name: str, style: Style) -> str:
    """A category in a headline: in marks, unless its own name says that it is an award.

    >>> house = Style.load("health")
    >>> as_headline("Prevention Award", house), as_headline("Team of the Year", house)
    ('Prevention Award', '‘Team of the Year’')
    """
    return name if is_award(name) else headlined(name, style)


def as_listed(name: str, style: Style) -> str:
    """A category among others that are known to be categories.

    >>> house = Style.load("health")
    >>> as_listed("Prevention Award", house), as_listed("Team of the Year", house)
    ('the Prevention Award', '‘Team of the Year’')
    """
    return f"the {name}" if is_award(name) else titled(name, style)


def is_only(entry: Entry) -> bool:
    """Whether the award has only the category of the entry, which bears its own name."""
    return entry.category.name in (entry.award.name, entry.edition.name)


def prize_of(entry: Entry, style: Style) -> str:
    """The category of an entry as what is won; nothing where the award has only the one."""
    return "" if is_only(entry) else as_prize(entry.category.name, style)


def place_of(entry: Entry, style: Style) -> str:
    """The category of an entry with its preposition; nothing where the award has only the one."""
    return "" if is_only(entry) else f"in {as_place(entry.category.name, style)}"


def winner_of(entry: Entry, style: Style) -> str:
    """The category of an entry behind "winner": of an award, or in a category; nothing for the only one."""
    name = entry.category.name
    return f"of the {name}" if is_award(name) and not is_only(entry) else place_of(entry, style)

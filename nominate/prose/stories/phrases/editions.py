"""What an edition is called, and where, when and how people meet at its ceremony."""

from __future__ import annotations

import re

from nominate.model.award import Award, Edition, KeyDate, Mode
from nominate.prose.stories.desk import Desk
from nominate.prose.words import articled

_ADJECTIVES = {Mode.VIRTUAL: "virtual", Mode.HYBRID: "hybrid"}
_ADVERBS = {
    Mode.VIRTUAL: "virtually",
    Mode.HYBRID: "in person and online",
    Mode.IN_PERSON: "in person",
}


def edition_name(award: Award, edition: Edition, *, article: bool = True) -> str:
    """The edition's full name after the award's article.

    >>> edition_name(Award(id="hsj", name="HSJ Awards"), Edition(id="2020", name="2020 HSJ Awards"))
    'the 2020 HSJ Awards'
    """
    return f"{award.article} {edition.name}" if article and award.article else edition.name


def adverb(mode: Mode | None) -> str:
    """How people meet, as a verb takes it; empty where nobody said."""
    return _ADVERBS[mode] if mode is not None else ""


def at_ceremony(date: KeyDate, desk: Desk) -> str:
    """At a ceremony of that mode, in that place, then: as far as each is known."""
    adjective = _ADJECTIVES.get(date.mode, "") if date.mode is not None else ""
    parts = (f"at {articled(f'{adjective} ceremony'.strip())}", *where_and_when(date, desk))
    return " ".join(part for part in parts if part)


def where_and_when(date: KeyDate, desk: Desk) -> tuple[str, str]:
    """The venue and the day, each with its preposition, each empty where it is not known."""
    day = desk.day(date.when) if date.when is not None else ""
    venue = f"at {_lowered(date.venue)}" if date.venue else ""
    # "At the Pier Pavilion, Porth Arian, on Thursday": what has a comma within needs one behind.
    return f"{venue}," if day and "," in venue else venue, day


def _lowered(venue: str) -> str:
    """A venue within a sentence: its article loses the capital that it has in a table."""
    return re.sub(r"^(?:The|An?)(?= )", lambda found: found[0].lower(), venue)

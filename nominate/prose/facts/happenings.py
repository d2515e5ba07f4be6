"""What happens in the course of an edition, seen from the moment of a view: its steps and its ceremony."""

from __future__ import annotations

import attrs

from nominate.model.award import AwardCategory, Certainty, KeyDate
from nominate.model.embargo import DateKind
from nominate.prose.facts.dates import Tense, date_of, is_firm, tense_of
from nominate.prose.facts.editions import EditionFacts
from nominate.viewing.view import View

__all__ = [
    "ANNOUNCING",
    "Happening",
    "announcement_of",
    "ceremony_of",
    "happenings",
    "is_over",
    "still_to_come",
]

ANNOUNCING = (DateKind.CEREMONY, DateKind.RESULTS_PUBLISHED)
"""The kinds of date at which winners become known."""

_UNSURE = (Certainty.PROVISIONAL, Certainty.ESTIMATED)


@attrs.frozen(kw_only=True)
class Happening:
    """One date of an edition: what, when, where and how (`date`), and whether it is over (`tense`).

    `category` is the one that it is for, None where it is for all. `sources` begin with the edition's id.

    >>> vote = KeyDate(what=DateKind.JUDGING, certainty=Certainty.PROVISIONAL)
    >>> Happening(date=vote, tense=Tense.AHEAD).is_sure
    False
    """

    date: KeyDate
    tense: Tense
    category: AwardCategory | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_firm(self) -> bool:
        """Whether it is still meant to happen then: neither cancelled nor postponed."""
        return is_firm(self.date)

    @property
    def is_sure(self) -> bool:
        """Whether the organiser has confirmed it."""
        return self.date.certainty not in _UNSURE


def still_to_come(facts: EditionFacts, view: View) -> tuple[Happening, ...]:
    """The dates that are not surely over, in the order of the file; cancelled ones are among them."""
    return tuple(each for each in happenings(facts, view) if each.tense is not Tense.PAST)


def happenings(facts: EditionFacts, view: View) -> tuple[Happening, ...]:
    """All its dates, past or to come, in the order of the file; cancelled ones are among them."""
    return tuple(_happening(date, facts, view) for date in facts.edition.dates)


def ceremony_of(facts: EditionFacts, view: View) -> Happening | None:
    """The ceremony for all categories, past or to come; None where it is unknown, cancelled or postponed."""
    date = date_of(facts.edition, DateKind.CEREMONY)
    return _happening(date, facts, view) if date is not None and is_firm(date) else None


def announcement_of(facts: EditionFacts, view: View) -> Happening | None:
    """The next moment at which winners become known, firm or not; None where none is known."""
    return next((each for each in still_to_come(facts, view) if each.date.what in ANNOUNCING), None)


def is_over(facts: EditionFacts, view: View) -> bool:
    """Whether an edition is told in the past: its ceremony has been, or its results are known without one."""
    ceremony = date_of(facts.edition, DateKind.CEREMONY)
    tense = tense_of(ceremony, facts.edition, view) if ceremony is not None else Tense.OPEN
    return tense is Tense.PAST or (facts.has_results and tense is Tense.OPEN)


def _happening(date: KeyDate, facts: EditionFacts, view: View) -> Happening:
    target = date.for_
    name = target.category if target is not None else None
    category = next((each for each in facts.edition.categories if each.id == name), None) if name else None
    entry = (target.nomination,) if target is not None and target.nomination is not None else ()
    tense = tense_of(date, facts.edition, view)
    return Happening(date=date, tense=tense, category=category, sources=(facts.id, *entry))

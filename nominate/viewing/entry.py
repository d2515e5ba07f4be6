"""`Entry`: one nomination with everything that it names looked up, and nothing that may not be known."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

import attrs

from nominate.model.award import Award, AwardCategory, Edition, KeyDate
from nominate.model.decision import Decision, Outcome
from nominate.model.nomination import Nomination
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme
from nominate.model.quote import Image
from nominate.model.source import Source
from nominate.model.when import When
from nominate.register.history import History

__all__ = ["Credit", "Entry", "Event", "Statement"]


@attrs.frozen(kw_only=True)
class Credit:
    """One nominee of an entry, under the name that it had on the day of the fact.

    `counts_as` is the id of the organisation that it counts as, empty for a person.

    >>> Credit(organisation=Organisation(id="ruh", name="Royal United"), counts_as="ruh").name
    'Royal United'
    """

    organisation: Organisation | None = None
    person: Person | None = None
    role: str = ""
    credited_as: str = ""
    share: Fraction | None = None
    counts_as: str = ""

    @property
    def name(self) -> str:
        """As published, where that is recorded; else the name of that day."""
        named = self.organisation or self.person
        return self.credited_as or (named.name if named is not None else "")

    @property
    def is_lead(self) -> bool:
        """Whether the credit is that of a lead, or has no role."""
        return self.role in {"", "lead"}


@attrs.frozen(kw_only=True)
class Statement:
    """A quote with its speaker looked up: name, role and organisation as on the day it was said.

    >>> Statement(paragraphs=("We are proud.",), name="Dr Ann Example").role
    ''
    """

    paragraphs: tuple[str, ...]
    name: str
    role: str = ""
    organisation: Organisation | None = None
    via: str = ""
    said: When | None = None
    source: Source | None = None
    is_approved: bool = False


@attrs.frozen(kw_only=True)
class Event:
    """A date of an edition as the audience knew it, with the edition, category and entry that it is for.

    `entry_id` is empty where it concerns more than one entry.
    """

    award: Award
    edition: Edition
    edition_id: str
    date: KeyDate
    category: AwardCategory | None = None
    entry_id: str = ""

    @property
    def title(self) -> str:
        """What happens then: the date's own name, or the word for its kind."""
        return self.date.name or self.date.what.value


@attrs.frozen(kw_only=True)
class Entry:
    """One nomination with everything it names already looked up.

    `nomination` is the record with what may not be known taken out; `award` comes without its editions;
    `category` is the one where the entry stands now; organisations have the names of the day of the fact.
    """

    nomination: Nomination
    award: Award
    edition: Edition
    category: AwardCategory
    nominees: tuple[Credit, ...] = ()
    programme: Programme | None = None
    history: History
    statements: tuple[Statement, ...] = ()

    @property
    def id(self) -> str:
        """The nomination's id."""
        return self.nomination.id

    @property
    def title(self) -> str:
        """As entered."""
        return self.nomination.title

    @property
    def edition_id(self) -> str:
        """Written `award/edition`."""
        return self.nomination.edition

    @property
    def category_id(self) -> str:
        """The category where it stands now."""
        return self.category.id

    @property
    def programme_id(self) -> str | None:
        """The programme that is recognised, or None."""
        return self.nomination.programme

    @property
    def outcome(self) -> Outcome | None:
        """How it stands, None before the first decision that may be known."""
        return self.history.outcome

    @cached_property
    def decision(self) -> Decision | None:
        """The decision that says how it stands, None before the first."""
        outcome = self.history.outcome
        said = [each for each in self.history.decisions if each.outcome is outcome]
        return said[-1] if said else None

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures that may be shown, in file order."""
        return self.nomination.images

    @cached_property
    def leads(self) -> tuple[str, ...]:
        """The ids of the organisations credited as lead, or with no role; a team counts as its own."""
        return _organisation_ids([each for each in self.nominees if each.is_lead])

    @cached_property
    def partners(self) -> tuple[str, ...]:
        """The ids of the organisations credited with another role; a team counts as its own."""
        return _organisation_ids([each for each in self.nominees if not each.is_lead])


def _organisation_ids(credits_: Iterable[Credit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([each.counts_as for each in credits_ if each.counts_as]))

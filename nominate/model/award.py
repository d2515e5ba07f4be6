"""Awards: a scheme through the years, its editions, and the categories of each."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import ClassVar

import attrs

from nominate.model.embargo import DateKind, Embargo
from nominate.model.fields import Line, Link, Public, Slug, Text
from nominate.model.mapping import FrozenDict
from nominate.model.organisation import FormerName
from nominate.model.programme import Partner
from nominate.model.source import Source
from nominate.model.when import When

__all__ = [
    "Award",
    "AwardCategory",
    "CategoryResult",
    "CategoryResultKind",
    "Certainty",
    "EarlierDate",
    "Edition",
    "KeyDate",
    "Mode",
    "Prize",
    "Target",
    "Weekday",
]


class Certainty(Enum):
    """How sure the organiser is of a date; only a confirmed one ends an embargo."""

    CONFIRMED = "confirmed"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Mode(Enum):
    """Whether people meet in a room, on screens, or both."""

    IN_PERSON = "in person"
    VIRTUAL = "virtual"
    HYBRID = "hybrid"


class Weekday(Enum):
    """The day of the week as the organiser printed it, kept to catch a wrong date."""

    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"
    SUNDAY = "Sunday"


@attrs.frozen(kw_only=True)
class EarlierDate:
    """What a date was before it was changed, and since when that was known.

    Attributes:
        when: what the date was
        announced: since when it was known to be that
        reason: why it changed, as in extended, for the team alone
        source: where it said so

    >>> EarlierDate(when=When(2020, 2, 14), reason="extended").reason
    'extended'
    """

    SHORT_FORM: ClassVar[str] = "when"

    when: Public[When]
    announced: Public[When | None] = None
    reason: Line = ""
    source: Public[Source | None] = None


@attrs.frozen(kw_only=True)
class Target:
    """The one category or nomination that a date is for; a bare id in the file is a category.

    Attributes:
        category: the id of the category
        nomination: the id of the nomination

    >>> Target(category="patient-safety-team").nomination is None
    True
    """

    SHORT_FORM: ClassVar[str] = "category"

    category: Public[Slug | None] = None
    nomination: Public[Slug | None] = None


@attrs.frozen(kw_only=True)
class KeyDate:
    """Something of an edition that happens at a time, known or not.

    With neither `announced` nor `embargo` the date is public. A later value pushes the present one to `was`.

    Attributes:
        what: what happens
        name: its own name, needed for other
        when: when, as far as it is known
        weekday: the day of the week as printed, to catch a wrong date
        mode: in person, virtual or hybrid
        venue: where
        certainty: how sure the organiser is
        for_: the one category or nomination that it is for; left out, all
        announced: from when the date itself is public, where it is not yet
        embargo: until when the date itself must not be told
        was: what it was before, the oldest first
        source: where it says so
        known: since when the team knows
        notes: the team's own notes

    >>> KeyDate(what=DateKind.CEREMONY, when=When(2020, 11), mode=Mode.VIRTUAL).certainty.value
    'confirmed'
    """

    what: Public[DateKind]
    name: Public[Line] = ""
    when: Public[When | None] = None
    weekday: Public[Weekday | None] = None
    mode: Public[Mode | None] = None
    venue: Public[Line] = ""
    certainty: Public[Certainty] = Certainty.CONFIRMED
    for_: Public[Target | None] = None
    announced: Public[When | None] = None
    embargo: Embargo | None = None
    was: Public[tuple[EarlierDate, ...]] = ()
    source: Public[Source | None] = None
    known: When | None = None
    notes: Text = ""


@attrs.frozen(kw_only=True)
class Prize:
    """What winning brings; `per` says who each one goes to ("winning entry").

    Attributes:
        kind: what it is, as in bursary
        amount: how much
        currency: three letters, as in GBP (ISO 4217)
        per: who each one goes to, as in winning entry
        purpose: what it is for
        source: where it says so

    >>> Prize(kind="bursary", amount=Decimal(1000), per="winning entry").currency
    'GBP'
    """

    kind: Public[Line]
    amount: Public[Decimal | None] = None
    currency: Public[Line] = "GBP"
    per: Public[Line] = ""
    purpose: Public[Line] = ""
    source: Public[Source | None] = None


class CategoryResultKind(Enum):
    """What became of a category beside its entries' own decisions."""

    NO_AWARD = "no award"
    CANCELLED = "cancelled"
    MERGED = "merged"


@attrs.frozen(kw_only=True)
class CategoryResult:
    """That a category ended without an award of its own; ties and winners follow from decisions instead.

    Attributes:
        is_: no award, cancelled or merged
        into: the id of the category that a merged one went into
        announced: when it was or will be told: without it the result is not public
        embargo: until when it must not be repeated
        source: where it says so
        known: since when the team knows
        reason: why, for the team alone

    >>> CategoryResult(is_=CategoryResultKind.NO_AWARD, announced=When(2020, 11, 12)).into is None
    True
    """

    is_: Public[CategoryResultKind]
    into: Public[Slug | None] = None
    announced: Public[When | None] = None
    embargo: Embargo | None = None
    source: Public[Source | None] = None
    known: When | None = None
    reason: Text = ""


@attrs.frozen(kw_only=True)
class AwardCategory:
    """A category as run in one edition, by its published name; the same id in two editions is the same line.

    Attributes:
        id: its id; the same id in two editions is the same line of categories
        name: the name as published
        about: what it is for
        sponsor: the ids of the organisations that sponsor it
        prize: what winning brings
        result: what became of it, where no entry won
        declared: the organiser's own totals for it, as in entries: 40
        url: its page
        notes: the team's own notes
        extra: anything of your own, by key

    >>> AwardCategory(id="team", name="Patient Safety Team of the Year").prize is None
    True
    """

    id: Public[Slug]
    name: Public[Line]
    about: Public[Text] = ""
    sponsor: Public[tuple[Slug, ...]] = ()
    prize: Public[Prize | None] = None
    result: Public[CategoryResult | None] = None
    declared: Public[FrozenDict[str, int]] = FrozenDict()
    url: Public[Link | None] = None
    notes: Text = ""
    extra: FrozenDict[str, Text] = FrozenDict()


@attrs.frozen(kw_only=True)
class Edition:
    """One running of an award: its dates, its categories, and what its organiser says of it.

    Attributes:
        id: its id in the award, most often the year
        name: its name; left out, the id and the award's name
        ordinal: which one it is, as in 11 for the eleventh
        about: what is special about it
        hosts: who runs it, where that differs from the award's own
        dates: what happens when
        declared: the organiser's own totals, as in categories: 23
        links: its pages, by what they show, as in shortlist
        categories: what can be entered
        source: where all this is from
        notes: the team's own notes
        extra: anything of your own, by key

    >>> Edition(id="2020", ordinal=11).categories
    ()
    """

    id: Public[Slug]
    name: Public[Line] = ""
    ordinal: Public[int | None] = None
    about: Public[Text] = ""
    hosts: Public[tuple[Partner, ...]] = ()
    dates: Public[tuple[KeyDate, ...]] = ()
    declared: Public[FrozenDict[str, int]] = FrozenDict()
    links: Public[FrozenDict[str, Link]] = FrozenDict()
    categories: Public[tuple[AwardCategory, ...]] = ()
    source: Public[Source | None] = None
    notes: Text = ""
    extra: FrozenDict[str, Text] = FrozenDict()


@attrs.frozen(kw_only=True)
class Award:
    """An awards scheme that others run, through the years.

    Attributes:
        id: the award's id
        name: the full name, in the plural where it is one
        singular: one of it, as in HSJ Patient Safety Award
        short_name: the name after the first mention
        abbreviation: the abbreviation
        article: the word before the name; the, unless it is given
        about: what it celebrates
        eligibility: who may enter
        hosts: who runs it, and as what
        former_names: what it was called before
        url: its site
        editions: each running of it, in order
        notes: the team's own notes
        extra: anything of your own, by key

    >>> Award(id="hsj-patient-safety", name="HSJ Patient Safety Awards").article
    'the'
    """

    id: Public[Slug]
    name: Public[Line]
    singular: Public[Line] = ""
    short_name: Public[Line] = ""
    abbreviation: Public[Line] = ""
    article: Public[Line] = "the"
    about: Public[Text] = ""
    eligibility: Public[Text] = ""
    hosts: Public[tuple[Partner, ...]] = ()
    former_names: Public[tuple[FormerName, ...]] = ()
    url: Public[Link | None] = None
    editions: Public[tuple[Edition, ...]] = ()
    notes: Text = ""
    extra: FrozenDict[str, Text] = FrozenDict()

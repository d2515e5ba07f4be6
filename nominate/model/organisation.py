"""Organisations: what they are called, were called, belong to and became."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import attrs

from nominate.model.fields import Line, Link, Public, Slug, Text
from nominate.model.mapping import FrozenDict
from nominate.model.quote import Image
from nominate.model.when import When

__all__ = ["FormerName", "Kind", "Membership", "Organisation", "Succession", "SuccessionKind"]


@attrs.frozen(kw_only=True)
class Kind:
    """How a kind of organisation is said: one of it, and many.

    >>> Kind(id="nhs trust", one="NHS trust", many="NHS trusts").many
    'NHS trusts'
    """

    id: Public[Line]
    one: Public[Line]
    many: Public[Line]


@attrs.frozen(kw_only=True)
class FormerName:
    """What an organisation or award was called until a date, the last day on which the name was right.

    A part that is left out was not there: today's abbreviation is not lent to yesterday's name.
    The article is, since it seldom changes.

    >>> FormerName(until=When(2014, 11), name="Royal United Hospital Bath NHS Trust").short_name
    ''
    """

    until: Public[When]
    name: Public[Line]
    introduce_as: Public[Line] = ""
    short_name: Public[Line] = ""
    article: Public[Line] = ""
    abbreviation: Public[Line] = ""
    abbreviation_article: Public[Line] = ""
    singular: Public[Line] = ""


@attrs.frozen(kw_only=True)
class Membership:
    """That an organisation belongs to a network, from and until when; an open end means "as far as we know".

    >>> Membership(organisation="weahsn", since=When(2013, 5)).until is None
    True
    """

    SHORT_FORM: ClassVar[str] = "organisation"

    organisation: Public[Slug]
    since: Public[When | None] = None
    until: Public[When | None] = None


class SuccessionKind(Enum):
    """How one organisation became another."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"


@attrs.frozen(kw_only=True)
class Succession:
    """The organisation that another one became, on a day.

    >>> Succession(organisation="hin-west", how=SuccessionKind.RENAMED).how.value
    'renamed'
    """

    SHORT_FORM: ClassVar[str] = "organisation"

    organisation: Public[Slug]
    on: Public[When | None] = None
    how: Public[SuccessionKind | None] = None


@attrs.frozen(kw_only=True)
class Organisation:
    """A body that is entered, takes part, hosts or speaks: a trust, network, charity, company or team.

    `introduce_as` is the first mention where it is not "name (abbreviation)"; `article` and
    `abbreviation_article` are the words before the name and before the abbreviation ("the").
    `is_plural` is true for a name that takes a plural verb.

    >>> Organisation(id="ruh", name="Royal United Hospitals Bath NHS Foundation Trust").member_of
    ()
    """

    id: Public[Slug]
    name: Public[Line]
    introduce_as: Public[Line] = ""
    short_name: Public[Line] = ""
    article: Public[Line] = ""
    abbreviation: Public[Line] = ""
    abbreviation_article: Public[Line] = ""
    well_known_abbreviation: Public[bool] = False
    is_plural: Public[bool] = False
    kind: Public[Line] = ""
    member_of: Public[tuple[Membership, ...]] = ()
    part_of: Public[Slug | None] = None
    succeeded_by: Public[tuple[Succession, ...]] = ()
    identifiers: Public[FrozenDict[str, Line]] = FrozenDict()
    aliases: tuple[Line, ...] = ()
    former_names: Public[tuple[FormerName, ...]] = ()
    place: Public[Line] = ""
    url: Public[Link | None] = None
    boilerplate: Public[Text] = ""
    logo: Public[Image | None] = None
    contact: Text = ""
    press_contact: Public[Text] = ""
    notes: Text = ""
    extra: FrozenDict[str, Text] = FrozenDict()

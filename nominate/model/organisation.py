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

    Attributes:
        id: the word that organisations use in `kind`
        one: how one is said
        many: how several are said

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

    Attributes:
        until: the last day on which the name was right
        name: the full name
        introduce_as: the first mention, where it is not name and abbreviation
        short_name: the name after the first mention
        article: the word before the name
        abbreviation: the abbreviation
        abbreviation_article: the word before the abbreviation
        singular: one of an award, as in an HSJ Award

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

    Attributes:
        organisation: the network's id
        since: from when; open means as far back as we know
        until: the last day; open means still, as far as we know

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

    Attributes:
        organisation: the id of what it became
        on: the day of the change
        how: renamed, merged or split

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

    Attributes:
        id: its id, shared with nobody else, person or organisation
        name: the full name as it is today
        introduce_as: the first mention, where it is not name and abbreviation in brackets
        short_name: the name after the first mention
        article: the word before the name, as in the West of England AHSN
        abbreviation: the abbreviation
        abbreviation_article: the word before the abbreviation, as in the RUH
        well_known_abbreviation: yes where readers know the abbreviation without its full form
        is_plural: yes for a name that takes a plural verb
        kind: what sort of body it is: a stock kind or one of the register's own
        member_of: the networks that it belongs to, with dates
        part_of: the id of the organisation that a team belongs to and counts as
        succeeded_by: what it became
        identifiers: codes by scheme, as in ods: RD1
        aliases: other spellings by which people look for it, never printed
        former_names: what it was called before
        place: the town or area
        url: its site
        boilerplate: the paragraph about it in notes to editors
        logo: its logo
        contact: how the team reaches it
        press_contact: how journalists reach it, printed in notes to editors
        notes: the team's own notes
        extra: anything of your own, by key

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

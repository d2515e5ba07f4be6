"""Programmes: the work that is recognised, who does it, and what it achieved."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs

from nominate.model.fields import Line, Link, Public, Slug, Text
from nominate.model.mapping import FrozenDict
from nominate.model.money import Money
from nominate.model.source import Approval, Source
from nominate.model.when import When

__all__ = ["Adoption", "GlossaryTerm", "Impact", "Partner", "Programme"]


@attrs.frozen(kw_only=True)
class Partner:
    """An organisation that takes part in a programme or an award, and as what.

    Attributes:
        organisation: the id of the organisation
        role: as what: partner, funder, organiser, host, sponsor, media partner or another word

    >>> Partner(organisation="bayer", role="funder").role
    'funder'
    """

    SHORT_FORM: ClassVar[str] = "organisation"

    organisation: Public[Slug]
    role: Public[Line] = ""


@attrs.frozen(kw_only=True)
class Impact:
    """What a programme achieved, as a source says it, hedges and all.

    Attributes:
        verb: what was done to the unit, in the past, as in prevented
        value: how many
        unit: what is counted, in the plural, as in strokes
        unit_one: one of it, where that is not the plural without its s
        population: among whom
        hedges: the source's own words of caution, as in potentially, kept word for word
        period: over how long, in the source's words, as in 36 weeks
        place: where
        money: what it is worth
        method: how it was worked out
        as_of: when it was worked out
        source: where it is from: without it the impact is not public
        approved: who agreed that it is said

    >>> Impact(verb="prevented", value=Decimal(27), unit="strokes", hedges=("potentially",)).hedges
    ('potentially',)
    """

    verb: Public[Line] = ""
    value: Public[Decimal | None] = None
    unit: Public[Line] = ""
    unit_one: Public[Line] = ""
    population: Public[Line] = ""
    hedges: Public[tuple[Line, ...]] = ()
    period: Public[Line] = ""
    place: Public[Line] = ""
    money: Public[Money | None] = None
    method: Public[Text] = ""
    as_of: Public[When | None] = None
    source: Public[Source | None] = None
    approved: Approval | None = None


@attrs.frozen(kw_only=True)
class Adoption:
    """How far a programme has spread: so many units in those places, as of a date.

    Attributes:
        value: how many
        unit: what is counted, in the plural, as in GP practices
        places: where, in order
        as_of: when it was counted
        source: where it is from

    >>> Adoption(value=Decimal(85), unit="GP practices").places
    ()
    """

    value: Public[Decimal | None] = None
    unit: Public[Line] = ""
    places: Public[tuple[Line, ...]] = ()
    as_of: Public[When | None] = None
    source: Public[Source | None] = None


@attrs.frozen(kw_only=True)
class GlossaryTerm:
    """A word that readers may not know, and what it means.

    Attributes:
        term: the word
        meaning: what it means, in a sentence
        source: where the explanation is from

    >>> GlossaryTerm(term="sepsis", meaning="a reaction to an infection").term
    'sepsis'
    """

    term: Public[Line]
    meaning: Public[Text]
    source: Public[Source | None] = None


@attrs.frozen(kw_only=True)
class Programme:
    """A piece of work that is entered for awards; `noun` is what it is called in a sentence ("project").

    Attributes:
        id: the programme's id
        name: the full name
        short_name: the name after the first mention
        abbreviation: the abbreviation
        article: the word before the name
        noun: what it is called in a sentence, as in project
        lead: the id of the organisation that leads it
        partners: who else takes part, and as what
        purpose: what it is for, as in stroke prevention
        about: what it does, in a paragraph
        impacts: what it achieved
        adoption: how far it has spread
        glossary: words that readers may not know
        url: its site
        notes: the team's own notes
        extra: anything of your own, by key

    >>> Programme(id="dwac", name="Don't Wait to Anticoagulate", noun="project").lead is None
    True
    """

    id: Public[Slug]
    name: Public[Line]
    short_name: Public[Line] = ""
    abbreviation: Public[Line] = ""
    article: Public[Line] = ""
    noun: Public[Line] = "programme"
    lead: Public[Slug | None] = None
    partners: Public[tuple[Partner, ...]] = ()
    purpose: Public[Line] = ""
    about: Public[Text] = ""
    impacts: Public[tuple[Impact, ...]] = ()
    adoption: Public[Adoption | None] = None
    glossary: Public[tuple[GlossaryTerm, ...]] = ()
    url: Public[Link | None] = None
    notes: Text = ""
    extra: FrozenDict[str, Text] = FrozenDict()

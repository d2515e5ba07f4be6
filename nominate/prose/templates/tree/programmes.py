"""The work behind entries: who does it, what it achieved with every hedge, how far it has spread."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

import attrs

from nominate.model.programme import Adoption, Impact, Programme
from nominate.model.when import When
from nominate.prose.facts.holders import told_on
from nominate.prose.facts.programmes import Definition, achievements, definitions, partnership, spread
from nominate.prose.stories.sections.programmes import achieved
from nominate.prose.templates.tree.bodies import OrganisationTold, RoleTold, SourceTold
from nominate.prose.templates.tree.told import Told
from nominate.prose.words import Name
from nominate.viewing.entry import Entry

__all__ = ["AdoptionTold", "ImpactTold", "ProgrammeTold", "TermTold", "Work"]


@attrs.frozen(kw_only=True, eq=False)
class Work:
    """A programme, and the entry whose day its partners have their names of."""

    programme: Programme
    entry: Entry


class ImpactTold(Told[Impact]):
    """What a programme achieved, as its source says it; a number never comes without its hedges."""

    WORD = "impact"

    @property
    def said(self) -> str:
        """From the verb on, hedges and all, in the house style, as in potentially prevented 27 strokes."""
        return achieved(self._record, self._teller.desk)

    @property
    def period(self) -> str:
        """Over how long, in the source's words."""
        return self._record.period

    @property
    def as_of(self) -> When | None:
        """When it was worked out."""
        return self._record.as_of

    @property
    def method(self) -> str:
        """How it was worked out."""
        return " ".join(self._record.method.split())

    @property
    def source(self) -> SourceTold | None:
        """Where it is from."""
        source = self._record.source
        return self._teller.one(SourceTold, source) if source is not None else None


class AdoptionTold(Told[Adoption]):
    """How far a programme had spread."""

    WORD = "adoption"

    @property
    def value(self) -> Decimal | None:
        """How many take part."""
        return self._record.value

    @property
    def unit(self) -> str:
        """What they are, in the plural, as in GP practices."""
        return self._record.unit

    @property
    def places(self) -> tuple[str, ...]:
        """Where, in order."""
        return self._record.places

    @property
    def as_of(self) -> When | None:
        """When it was counted."""
        return self._record.as_of


class TermTold(Told[Definition]):
    """A word of a programme's glossary."""

    WORD = "term"

    @property
    def term(self) -> str:
        """The word."""
        return self._record.term.term

    @property
    def meaning(self) -> str:
        """What it means, without a full stop."""
        return " ".join(self._record.term.meaning.split())


class ProgrammeTold(Told[Work]):
    """A piece of work that was entered."""

    WORD = "programme"

    @property
    def id(self) -> str:
        """Its id in the register."""
        return self._record.programme.id

    @cached_property
    def name(self) -> Name:
        """Its name; `|introduced` says it in full once and short ever after."""
        return Name.of(self._record.programme)

    @property
    def noun(self) -> str:
        """What it is called in a sentence, as in project."""
        return self._record.programme.noun

    @property
    def purpose(self) -> str:
        """What it is for, as in stroke prevention."""
        return self._record.programme.purpose

    @property
    def about(self) -> str:
        """What it does."""
        return " ".join(self._record.programme.about.split())

    @property
    def url(self) -> str | None:
        """Its site."""
        return self._record.programme.url

    @cached_property
    def lead(self) -> OrganisationTold | None:
        """The organisation that leads it."""
        held = partnership(self._record.programme, told_on(self._record.entry), self._teller.view)
        return self._teller.one(OrganisationTold, held.lead) if held is not None else None

    @cached_property
    def partners(self) -> tuple[RoleTold, ...]:
        """Who else takes part, by role."""
        held = partnership(self._record.programme, told_on(self._record.entry), self._teller.view)
        return self._teller.all(RoleTold, held.roles) if held is not None else ()

    @cached_property
    def impacts(self) -> tuple[ImpactTold, ...]:
        """What it had achieved by the moment of the piece, as far as sources say."""
        told = achievements(self._record.programme, self._teller.view)
        return self._teller.all(ImpactTold, (each.impact for each in told))

    @cached_property
    def adoption(self) -> AdoptionTold | None:
        """How far it had spread by then."""
        told = spread(self._record.programme, self._teller.view)
        return self._teller.one(AdoptionTold, told.adoption) if told is not None else None

    @cached_property
    def glossary(self) -> tuple[TermTold, ...]:
        """The words of it that readers may not know."""
        return self._teller.all(TermTold, definitions(self._record.programme))

"""Entries: who is credited, in which category, what became of them, and what was said of that."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

import attrs

from nominate.model.award import AwardCategory
from nominate.model.money import Money
from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts, standing
from nominate.prose.facts.holders import Group, Holder
from nominate.prose.facts.prizes import Reward
from nominate.prose.facts.roles import sponsors
from nominate.prose.facts.statements import citation_of
from nominate.prose.stories.phrases.outcomes import ENDINGS, outcome_of
from nominate.prose.templates.tree.bodies import OrganisationTold, SourceTold
from nominate.prose.templates.tree.programmes import ProgrammeTold, Work
from nominate.prose.templates.tree.statements import ImageTold, QuoteTold, images_of, quotes_of
from nominate.prose.templates.tree.told import Told
from nominate.prose.words import Name
from nominate.viewing.entry import Credit, Entry

__all__ = ["CategoryIn", "CategoryTold", "CreditIn", "EntryTold", "HolderTold", "NomineeTold", "PrizeTold"]


@attrs.frozen(kw_only=True, eq=False)
class CategoryIn:
    """A category, and the edition that runs it."""

    category: AwardCategory
    facts: EditionFacts


@attrs.frozen(kw_only=True, eq=False)
class CreditIn:
    """A nominee, and the entry that credits it."""

    credit: Credit
    entry: Entry


class PrizeTold(Told[Reward]):
    """What winning brings."""

    WORD = "prize"

    @property
    def kind(self) -> str:
        """What it is, as in bursary."""
        return self._record.prize.kind

    @property
    def money(self) -> Money | None:
        """How much, where it is money."""
        return self._record.money

    @property
    def per(self) -> str:
        """Who each one goes to, as in winning entry."""
        return self._record.prize.per

    @property
    def purpose(self) -> str:
        """What it is for."""
        return self._record.prize.purpose

    @property
    def category(self) -> str:
        """The name of the category that it is won in."""
        return self._record.category.name

    @property
    def is_received(self) -> bool:
        """Whether the winners surely have it by now."""
        return self._record.is_received


class CategoryTold(Told[CategoryIn]):
    """A category as run in one edition."""

    WORD = "category"

    @property
    def id(self) -> str:
        """Its id in the register."""
        return self._record.category.id

    @property
    def name(self) -> str:
        """Its published name; `|titled` puts it into the marks of the house style."""
        return self._record.category.name

    @property
    def about(self) -> str:
        """What it is for."""
        return " ".join(self._record.category.about.split())

    @property
    def url(self) -> str | None:
        """Its page."""
        return self._record.category.url

    @property
    def ending(self) -> str:
        """What became of it where nobody won, as in no award was made."""
        result = self._record.category.result
        return ENDINGS[result.is_] if result is not None else ""

    @cached_property
    def sponsors(self) -> tuple[OrganisationTold, ...]:
        """Who pays for it."""
        held = sponsors(self._record.category, self._record.facts, self._teller.view)
        return self._teller.all(OrganisationTold, held.organisations) if held is not None else ()


class NomineeTold(Told[CreditIn]):
    """An organisation or person that an entry credits, under the name of the day."""

    WORD = "nominee"

    @property
    def id(self) -> str | None:
        """Its id in the register."""
        record = self._record.credit.organisation or self._record.credit.person
        return record.id if record is not None else None

    @cached_property
    def name(self) -> Name:
        """Its name, as published where that is recorded; `|introduced` says it in full once."""
        return self._teller.desk.holders.name_of(self._record.credit)

    @property
    def role(self) -> str:
        """As what it is credited, as in partner."""
        return self._record.credit.role

    @property
    def relation(self) -> str | None:
        """What an organisation was to the publisher on the day: own, member or other."""
        if not self._record.credit.counts_as:
            return None
        return self._teller.desk.holders.relation(self._record.entry, self._record.credit.counts_as).value

    @property
    def share(self) -> Fraction | None:
        """The part of a shared prize."""
        return self._record.credit.share

    @property
    def is_lead(self) -> bool:
        """Whether it is credited as lead, or with no role."""
        return self._record.credit.is_lead


class EntryTold(Told[Entry]):
    """One nomination: what was entered, who is credited, and how it stands."""

    WORD = "entry"

    @property
    def id(self) -> str:
        """Its id in the register."""
        return self._record.id

    @property
    def title(self) -> str:
        """Its title as entered; `|titled` puts it into the marks of the house style."""
        return self._record.title

    @property
    def summary(self) -> str:
        """What it is about."""
        return " ".join(self._record.nomination.summary.split())

    @cached_property
    def category(self) -> CategoryTold:
        """The category where it stands now."""
        facts = EditionFacts(
            id=self._record.edition_id, award=self._record.award, edition=self._record.edition
        )
        return self._teller.one(CategoryTold, CategoryIn(category=self._record.category, facts=facts))

    @property
    def standing(self) -> str:
        """How it is told: won, honoured, shortlisted, longlisted, or revoked."""
        return standing(self._record).value

    @property
    def outcome(self) -> str:
        """What it reached, as said beside it, as in highly commended or second place."""
        return outcome_of(self._record, self._teller.desk) if self._record.decision is not None else ""

    @property
    def label(self) -> str:
        """The organiser's own word for that, as in nominated."""
        return self._record.decision.label if self._record.decision is not None else ""

    @property
    def place(self) -> int | None:
        """The place it took, as in 2 for second."""
        return self._record.decision.place if self._record.decision is not None else None

    @property
    def announced(self) -> When | None:
        """When that was announced."""
        return self._record.decision.announced if self._record.decision is not None else None

    @property
    def source(self) -> SourceTold | None:
        """Where that was read."""
        source = self._record.decision.source if self._record.decision is not None else None
        return self._teller.one(SourceTold, source) if source is not None else None

    @property
    def is_declined(self) -> bool:
        """Whether its prize was declined."""
        return self._record.history.is_declined

    @cached_property
    def citation(self) -> tuple[str, ...]:
        """What the judges said of it, by paragraph and word for word."""
        held = citation_of(self._record)
        return held.paragraphs if held is not None else ()

    @cached_property
    def nominees(self) -> tuple[NomineeTold, ...]:
        """Everybody whom it credits, in the order of the entry."""
        made = (CreditIn(credit=each, entry=self._record) for each in self._record.nominees)
        return self._teller.all(NomineeTold, made)

    @cached_property
    def leads(self) -> tuple[NomineeTold, ...]:
        """Those credited as lead, or with no role."""
        return tuple(each for each in self.nominees if each.is_lead)

    @cached_property
    def partners(self) -> tuple[NomineeTold, ...]:
        """Those credited with another role."""
        return tuple(each for each in self.nominees if not each.is_lead)

    @cached_property
    def programme(self) -> ProgrammeTold | None:
        """The work that it was entered for."""
        programme = self._record.programme
        if programme is None:
            return None
        return self._teller.one(ProgrammeTold, Work(programme=programme, entry=self._record))

    @cached_property
    def quotes(self) -> tuple[QuoteTold, ...]:
        """The approved quotes about it."""
        return quotes_of((self._record,), self._teller)

    @cached_property
    def images(self) -> tuple[ImageTold, ...]:
        """The pictures of it that may be shown."""
        return images_of((self._record,), self._teller)

    @property
    def url(self) -> str | None:
        """Its own page."""
        return self._record.nomination.url


class HolderTold(Told[Group]):
    """Who leads entries, with all of those entries of one edition."""

    WORD = "holder"

    @property
    def _holder(self) -> Holder | None:
        return self._record.holder

    @property
    def id(self) -> str | None:
        """The id of the organisation or person in the register."""
        return self._holder.id if self._holder is not None else None

    @property
    def name(self) -> Name | None:
        """Its name; `|introduced` says it in full once and short ever after."""
        return self._holder.name if self._holder is not None else None

    @property
    def relation(self) -> str | None:
        """What it is to the publisher: own, member or other."""
        return self._holder.relation.value if self._holder is not None else None

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self._holder is not None and self._holder.is_person

    @property
    def role(self) -> str:
        """A person's role on the day."""
        return self._holder.role if self._holder is not None else ""

    @property
    def organisation(self) -> Name | None:
        """What a team is part of, or where a person worked on the day."""
        return (self._holder.of or self._holder.at) if self._holder is not None else None

    @cached_property
    def entries(self) -> tuple[EntryTold, ...]:
        """Its entries, in file order."""
        return self._teller.all(EntryTold, self._record.entries)

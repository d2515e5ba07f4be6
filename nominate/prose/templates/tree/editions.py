"""Editions: what there is to tell of one running of an award."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from nominate.model.award import Award
from nominate.prose.facts.declared import Declared, declared
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import announcement_of, ceremony_of, happenings
from nominate.prose.facts.prizes import prizes_ahead, prizes_won
from nominate.prose.facts.roles import hosting
from nominate.prose.facts.situations import situation_of
from nominate.prose.templates.tree.bodies import RoleTold
from nominate.prose.templates.tree.counts import Counts
from nominate.prose.templates.tree.dates import CallIn, CallTold, CorrectionTold, DateTold, MovedTold
from nominate.prose.templates.tree.entries import (
    CategoryIn,
    CategoryTold,
    EntryTold,
    HolderTold,
    PrizeTold,
)
from nominate.prose.templates.tree.told import Told
from nominate.prose.words import Name
from nominate.register.groups import day_of

__all__ = ["AwardTold", "DeclaredTold", "EditionTold"]


class AwardTold(Told[Award]):
    """An awards scheme that others run."""

    WORD = "award"

    @property
    def id(self) -> str:
        """Its id in the register."""
        return self._record.id

    @cached_property
    def name(self) -> Name:
        """Its name, most often a plural; `|introduced` says it in full once and short ever after."""
        return Name.of(self._record)

    @property
    def singular(self) -> str:
        """One of it, as in HSJ Patient Safety Award."""
        return self._record.singular

    @property
    def about(self) -> str:
        """What it celebrates."""
        return " ".join(self._record.about.split())

    @property
    def eligibility(self) -> str:
        """Who may enter."""
        return " ".join(self._record.eligibility.split())

    @property
    def url(self) -> str | None:
        """Its site."""
        return self._record.url


class DeclaredTold(Told[Declared]):
    """The organiser's own totals, which are nobody else's."""

    WORD = "declared total"

    @property
    def totals(self) -> Mapping[str, int]:
        """The totals by the organiser's words, as in entries: 163."""
        return self._record.totals

    @cached_property
    def by(self) -> RoleTold | None:
        """Who says so: the organisers, else the hosts."""
        return self._teller.one(RoleTold, self._record.by) if self._record.by is not None else None

    @property
    def category(self) -> str | None:
        """The name of the one category that they are of."""
        return self._record.category.name if self._record.category is not None else None


class EditionTold(Told[EditionFacts]):
    """One running of an award: its entries by how they stand, its dates, its people."""

    WORD = "edition"

    @property
    def id(self) -> str:
        """Its id, written award/edition."""
        return self._record.id

    @cached_property
    def name(self) -> Name:
        """Its name, as in 2020 HSJ Patient Safety Awards, with the award's article."""
        award = self._record.award
        return Name(
            full=self._record.edition.name,
            article=award.article,
            is_plural=self._record.edition.name.endswith("s"),
        )

    @cached_property
    def award(self) -> AwardTold:
        """The scheme that it is a running of."""
        return self._teller.one(AwardTold, self._record.award)

    @property
    def year(self) -> str | None:
        """Its year."""
        day = day_of(self._record.edition)
        return str(day.year) if day is not None else None

    @property
    def ordinal(self) -> int | None:
        """Which one it is, as in 11 for the eleventh."""
        return self._record.edition.ordinal

    @property
    def about(self) -> str:
        """What is special about it."""
        return " ".join(self._record.edition.about.split())

    @property
    def situation(self) -> str | None:
        """What it is told as, as in shortlisting or win."""
        situation = situation_of(self._record)
        return situation.value if situation is not None else None

    @property
    def links(self) -> Mapping[str, str]:
        """Its pages, by what they show, as in shortlist and winners."""
        return self._record.edition.links

    @property
    def is_awaited(self) -> bool:
        """Whether entries may still win: nothing that tells the results has surely passed."""
        return self._record.is_awaited

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many of each its told entries are, by the counting rules, as in nominations, wins."""
        return Counts(self._record.told)

    @cached_property
    def declared(self) -> tuple[DeclaredTold, ...]:
        """The organiser's own totals, of the whole edition, then of the one category of our entries."""
        roles = hosting(self._record, self._teller.view)
        return self._teller.all(DeclaredTold, declared(self._record, roles))

    @cached_property
    def hosts(self) -> tuple[RoleTold, ...]:
        """Who runs, pays for and helps it, by role."""
        return self._teller.all(RoleTold, hosting(self._record, self._teller.view))

    @cached_property
    def dates(self) -> tuple[DateTold, ...]:
        """All its dates, in file order."""
        return self._teller.all(DateTold, happenings(self._record, self._teller.view))

    @cached_property
    def ceremony(self) -> DateTold | None:
        """The ceremony for all categories, unless it is postponed or cancelled."""
        date = ceremony_of(self._record, self._teller.view)
        return self._teller.one(DateTold, date) if date is not None else None

    @cached_property
    def announcement(self) -> DateTold | None:
        """The next moment at which winners become known."""
        date = announcement_of(self._record, self._teller.view)
        return self._teller.one(DateTold, date) if date is not None else None

    @cached_property
    def entries(self) -> tuple[EntryTold, ...]:
        """Every entry that may be named, the most honoured first."""
        return self._teller.all(EntryTold, self._record.told)

    @cached_property
    def won(self) -> tuple[EntryTold, ...]:
        """The entries that won."""
        return self._teller.all(EntryTold, self._record.won)

    @cached_property
    def honoured(self) -> tuple[EntryTold, ...]:
        """Those that were commended, placed, or honoured in another way."""
        return self._teller.all(EntryTold, self._record.honoured)

    @cached_property
    def shortlisted(self) -> tuple[EntryTold, ...]:
        """Those on a shortlist of which no result is known."""
        return self._teller.all(EntryTold, self._record.shortlisted)

    @cached_property
    def longlisted(self) -> tuple[EntryTold, ...]:
        """Those on a longlist of which nothing further is known."""
        return self._teller.all(EntryTold, self._record.longlisted)

    @cached_property
    def revoked(self) -> tuple[EntryTold, ...]:
        """Those whose win was taken back."""
        return self._teller.all(EntryTold, self._record.revoked)

    @cached_property
    def unsuccessful(self) -> tuple[EntryTold, ...]:
        """Those that ended without an honour; only where they were asked for, and were published."""
        return self._teller.all(EntryTold, self._record.unsuccessful)

    @cached_property
    def holders(self) -> tuple[HolderTold, ...]:
        """Who leads the most honoured entries, each with its own, in the order of its first."""
        return self._teller.all(HolderTold, self._teller.desk.holders.grouped(self._record.main))

    @cached_property
    def ended(self) -> tuple[CategoryTold, ...]:
        """The categories of our entries that ended without an award."""
        made = (CategoryIn(category=each, facts=self._record) for each in self._record.ended)
        return self._teller.all(CategoryTold, made)

    @cached_property
    def prizes(self) -> tuple[PrizeTold, ...]:
        """What our entries won, or may still win."""
        ceremony = ceremony_of(self._record, self._teller.view)
        won = prizes_won(self._record, ceremony)
        return self._teller.all(PrizeTold, won or prizes_ahead(self._record))

    @cached_property
    def corrections(self) -> tuple[CorrectionTold, ...]:
        """What was announced and is no longer so."""
        return self._teller.all(CorrectionTold, self._record.corrections)

    @cached_property
    def moved(self) -> tuple[MovedTold, ...]:
        """The dates that are not what they were."""
        return self._teller.all(MovedTold, self._record.moved)

    @cached_property
    def call(self) -> CallTold | None:
        """How it can be entered, where no entry is told of."""
        call = self._record.call
        return self._teller.one(CallTold, CallIn(call=call, facts=self._record)) if call is not None else None

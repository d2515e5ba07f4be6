"""When something happens: dates, moved dates, and calls to enter."""

from __future__ import annotations

from functools import cached_property

import attrs

from nominate.model.award import KeyDate
from nominate.model.when import When
from nominate.prose.facts.calls import Call
from nominate.prose.facts.corrections import Correction
from nominate.prose.facts.dates import tense_of
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.happenings import Happening
from nominate.prose.facts.moved_dates import MovedDate
from nominate.prose.templates.tree.entries import CategoryIn, CategoryTold, EntryTold
from nominate.prose.templates.tree.told import Told

__all__ = ["CallIn", "CallTold", "CorrectionTold", "DateTold", "MovedTold"]


@attrs.frozen(kw_only=True, eq=False)
class CallIn:
    """A call to enter, and the edition that is called for."""

    call: Call
    facts: EditionFacts


class DateTold(Told[Happening]):
    """Something of an edition that happens at a time."""

    WORD = "key date"

    @property
    def what(self) -> str:
        """What happens, as in ceremony or entry deadline."""
        return self._record.date.what.value

    @property
    def name(self) -> str:
        """Its own name."""
        return self._record.date.name

    @property
    def when(self) -> When | None:
        """When, as far as it is known; `|dated` says it in the house style."""
        return self._record.date.when

    @property
    def venue(self) -> str:
        """Where."""
        return self._record.date.venue

    @property
    def mode(self) -> str | None:
        """In person, virtual or hybrid."""
        return self._record.date.mode.value if self._record.date.mode is not None else None

    @property
    def certainty(self) -> str:
        """How sure the organiser is: confirmed, provisional, estimated, postponed or cancelled."""
        return self._record.date.certainty.value

    @property
    def tense(self) -> str:
        """Where it lies from the moment of the piece: past, ahead, or open where nobody can say."""
        return self._record.tense.value

    @property
    def category(self) -> str | None:
        """The name of the one category that it is for."""
        return self._record.category.name if self._record.category is not None else None


class MovedTold(Told[MovedDate]):
    """A date that is not what it was."""

    WORD = "moved date"

    @property
    def what(self) -> str:
        """What happens then, as in ceremony."""
        return self._record.date.what.value

    @property
    def name(self) -> str:
        """Its own name."""
        return self._record.date.name

    @property
    def move(self) -> str:
        """What became of it: later, earlier, postponed or cancelled."""
        return self._record.move.value

    @property
    def before(self) -> When | None:
        """What it was."""
        return self._record.before

    @property
    def when(self) -> When | None:
        """What it is now."""
        return None if self._record.is_off else self._record.date.when

    @property
    def since(self) -> When | None:
        """When that was told."""
        return self._record.since


class CallTold(Told[CallIn]):
    """How an edition can be entered."""

    WORD = "call"

    @property
    def opens(self) -> When | None:
        """When entries open."""
        return self._record.call.opens.when if self._record.call.opens is not None else None

    @property
    def has_opened(self) -> bool:
        """Whether that moment has surely come."""
        return self._record.call.has_opened

    @property
    def closes(self) -> When | None:
        """The deadline that lies ahead."""
        return self._record.call.closes.when if self._record.call.closes is not None else None

    @property
    def is_late(self) -> bool:
        """Whether only late entries are still taken."""
        return self._record.call.is_late

    @cached_property
    def dates(self) -> tuple[DateTold, ...]:
        """The deadlines and lists that lie ahead, and the ceremony, in the order of the calendar."""
        return self._teller.all(DateTold, map(self._happening, self._record.call.dates))

    @cached_property
    def categories(self) -> tuple[CategoryTold, ...]:
        """What can be entered."""
        facts = self._record.facts
        made = (CategoryIn(category=each, facts=facts) for each in self._record.call.categories)
        return self._teller.all(CategoryTold, made)

    def _happening(self, date: KeyDate) -> Happening:
        return Happening(date=date, tense=tense_of(date, self._record.facts.edition, self._teller.view))


class CorrectionTold(Told[Correction]):
    """What was announced of an entry and is no longer so."""

    WORD = "correction"

    @cached_property
    def entry(self) -> EntryTold:
        """The entry."""
        return self._teller.one(EntryTold, self._record.entry)

    @property
    def turn(self) -> str:
        """What became of it, as in corrected, revoked, withdrawn, declined or reinstated."""
        return self._record.turn.value

    @property
    def before(self) -> str:
        """The outcome that had been announced."""
        return self._record.before.outcome.value

    @property
    def now(self) -> str:
        """The later word on it."""
        return self._record.now.outcome.value

    @property
    def announced(self) -> When:
        """When the first was announced."""
        return self._record.announced

    @property
    def since(self) -> When:
        """When the later word was told."""
        return self._record.since

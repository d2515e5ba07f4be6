"""The top of the tree: what a template may ask for by a bare name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from nominate.documents import Content, Inline, Link, NumberedList
from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.situations import Situation, situation_of
from nominate.prose.templates.signs import SIGN, as_fact
from nominate.prose.templates.tree.bodies import OrganisationTold
from nominate.prose.templates.tree.counts import Counts
from nominate.prose.templates.tree.editions import EditionTold
from nominate.prose.templates.tree.programmes import ProgrammeTold, Work
from nominate.prose.templates.tree.statements import ImageTold, QuoteTold, images_of, quotes_of
from nominate.prose.templates.tree.told import Marked, Told
from nominate.viewing.entry import Entry

__all__ = ["PieceTold"]


class PieceTold(Told[tuple[EditionFacts, ...]]):
    """Everything that a template may print, loop over or ask about."""

    WORD = "piece"

    @property
    def publisher(self) -> OrganisationTold | None:
        """The organisation in whose voice the piece speaks."""
        publisher = self._teller.view.publisher
        return self._teller.one(OrganisationTold, publisher) if publisher is not None else None

    @property
    def audience(self) -> str:
        """Who reads it: public, press or internal."""
        return self._teller.view.audience.value

    @property
    def as_of(self) -> When:
        """The moment from which it speaks."""
        return self._teller.view.as_of

    @property
    def situation(self) -> str | None:
        """What it is about, as in shortlisting or win; round-up where it tells of several editions."""
        if len(self._record) > 1:
            return Situation.ROUND_UP.value
        situation = situation_of(self._record[0])
        return situation.value if situation is not None else None

    @property
    def headline(self) -> str:
        """The headline of our own story, at most 70 characters."""
        return self._teller.story.title

    @property
    def short_headlines(self) -> tuple[str, ...]:
        """The same said in fewer letters, the longest first."""
        return self._teller.story.short_titles

    @property
    def standfirst(self) -> Marked:
        """The summary of our own story."""
        return _with_links(self._teller.story.standfirst)

    @property
    def notes(self) -> tuple[Marked, ...]:
        """Our notes to editors, links and all, for a numbered list."""
        lists = (each for each in reversed(self._teller.story.blocks) if isinstance(each, NumberedList))
        held = next(lists, None)
        return tuple(_with_links(each.content) for each in held.items) if held is not None else ()

    @cached_property
    def editions(self) -> tuple[EditionTold, ...]:
        """The editions of which there is something to tell, in the order of the register."""
        return self._teller.all(EditionTold, self._record)

    @property
    def edition(self) -> EditionTold | None:
        """The one edition; not known where the piece tells of several."""
        return self.editions[0] if len(self.editions) == 1 else None

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many of each all told entries are, by the counting rules, as in nominations, wins."""
        return Counts(self._entries)

    @cached_property
    def programmes(self) -> tuple[ProgrammeTold, ...]:
        """The work behind the entries, as far as our own story would tell of it, each once."""
        held: dict[str, Work] = {}
        for facts in self._record:
            for name, (programme, entry) in facts.work.items():
                held.setdefault(name, Work(programme=programme, entry=entry))
        return self._teller.all(ProgrammeTold, held.values())

    @cached_property
    def quotes(self) -> tuple[QuoteTold, ...]:
        """The approved quotes about all entries."""
        return quotes_of(self._entries, self._teller)

    @cached_property
    def images(self) -> tuple[ImageTold, ...]:
        """The pictures of all entries that may be shown."""
        return images_of(self._entries, self._teller)

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(entry for facts in self._record for entry in facts.told)


def _with_links(content: Content) -> Marked:
    """Our own words, their links as a template would write them."""
    return Marked("".join(_inline(each) for each in content))


def _inline(inline: Inline) -> str:
    if not isinstance(inline, Link):
        return as_fact(inline if isinstance(inline, str) else inline.text)
    words = f"{SIGN['[']}{as_fact(inline.text)}{SIGN[']']}"
    return f"{words}{SIGN['(']}{as_fact(inline.url)}{SIGN[')']}"

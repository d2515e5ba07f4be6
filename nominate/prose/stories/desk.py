"""What every part of a story is composed with: the view, the house style, and the names said so far."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

import attrs

from nominate.documents import Block
from nominate.model.fields import Audience
from nominate.model.programme import Programme
from nominate.model.when import When
from nominate.prose.facts.holders import Holder, Holders, Relation
from nominate.prose.house import without_weekdays
from nominate.prose.words import Mentions, Name, agreed, dated
from nominate.styles.style import RelativeDays, Style, Weekdays
from nominate.viewing.entry import Entry
from nominate.viewing.view import View

__all__ = ["Desk", "brief"]

_RECENT = timedelta(days=92)


class Desk:
    """One story in the making; `once` are the names that an earlier go at it used a single time.

    It remembers what has been introduced, so its parts are composed in reading order. `section` are the
    blocks of the present section so far; `programmes`, by id, are those told of in the sections before.
    """

    def __init__(self, view: View, style: Style, *, once: frozenset[str] = frozenset()) -> None:
        self.view = view
        self.style = style
        self.holders = Holders(view)
        publisher = view.publisher
        self.publisher = Name.of(publisher) if publisher is not None else None
        self.section: list[Block] = []
        self.programmes: dict[str, Programme] = {}
        self._mentions = Mentions(style, once=once)
        self._introduced: set[str] = set()
        self._described: set[str] = set()
        self._members: set[str] = set()

    @property
    def is_internal(self) -> bool:
        """Whether the team itself reads it."""
        return self.view.audience is Audience.INTERNAL

    @property
    def once(self) -> frozenset[str]:
        """The full names that the story has used a single time so far."""
        return self._mentions.once

    @property
    def has_idle_introductions(self) -> bool:
        """Whether an abbreviation was introduced and never used."""
        return bool(self._introduced) and not self.once.isdisjoint(self._introduced)

    def anew(self) -> Desk:
        """For another go at the story, in which no abbreviation is introduced that this one never used."""
        desk = Desk(self.view, self.style, once=self.once)
        desk.holders = self.holders
        return desk

    def mention(self, name: Name, *, article: bool = True) -> str:
        """The next mention of a name, first or later."""
        if name.introduce_as or name.abbreviation:
            self._introduced.add(name.full)
        return self._mentions.of(name, article=article)

    def named(self, holder: Holder) -> str:
        """The next mention of a holder; the first says a team's organisation, or a person's role."""
        said = self.mention(holder.name)
        if not self.is_first_of(holder.id):
            return said
        if holder.of is not None:
            return f"{said} at {self.mention(holder.of)}"
        return f"{said} ({self._role(holder)})" if holder.role else said

    def named_beside(self, holder: Holder) -> str:
        """The next mention of one who leads an entry together with another."""
        return self.named(holder)

    def is_first_of(self, name: str) -> bool:
        """Whether somebody or a word comes for the first time, so that the role or meaning must be said."""
        is_first = name not in self._described
        self._described.add(name)
        return is_first

    def _role(self, holder: Holder) -> str:
        return f"{holder.role} at {self.mention(holder.at)}" if holder.at is not None else holder.role

    def subject(self, holder: Holder) -> str:
        """A holder as the subject of a lead: a member of the publisher's network is told once to be one."""
        said = self.named(holder)
        is_told = holder.relation is not Relation.MEMBER or holder.id in self._members
        if is_told or self.publisher is None:
            return said
        self._members.add(holder.id)
        return f"{said}, a member of {self.mention(self.publisher)},"

    def network(self, holder: Holder | None) -> tuple[str, ...]:
        """The publisher's id, where a holder is told to be one of its members."""
        publisher = self.view.settings.publisher
        is_member = holder is not None and holder.relation is Relation.MEMBER
        return (publisher,) if is_member and publisher is not None else ()

    def takes_plural(self, holder: Holder) -> bool:
        """Whether a verb after the holder is in the plural, by its name or by the house style."""
        return self.is_plural(holder.name, is_person=holder.is_person)

    def is_plural(self, name: Name, *, is_person: bool = False) -> bool:
        """Whether a verb after a name is in the plural."""
        return name.is_plural or (self.style.has_plural_collectives and not is_person)

    def verb(self, said: str, holder: Holder) -> str:
        """A verb of the third person as the holder wants it."""
        return agreed(said, is_plural=self.takes_plural(holder))

    def agreed(self, said: str, name: Name) -> str:
        """A verb of the third person as an organisation of that name wants it."""
        return agreed(said, is_plural=self.is_plural(name))

    def day(self, when: When, *, preposition: bool = True) -> str:
        """A date as far as it is known, its time of day left out."""
        return dated(
            _without_time(when), self.style, now=self.view.as_of, preposition=preposition, zone=self.view.zone
        )

    def exactly(self, when: When, *, preposition: bool = True) -> str:
        """A date with its time of day, as a deadline needs it."""
        return dated(when, self.style, now=self.view.as_of, preposition=preposition, zone=self.view.zone)

    def headline_day(self, when: When, *, preposition: bool = True) -> str:
        """A date in as few words as a headline has room for: without its time and weekday."""
        said, style = _without_time(when), _for_headlines(self.style)
        return dated(said, style, now=self.view.as_of, preposition=preposition, zone=self.view.zone)

    def plain_day(self, when: When) -> str:
        """A date for the record: with its year, and without its weekday."""
        return dated(when, without_weekdays(self.style), zone=self.view.zone)

    def is_recent(self, entry: Entry) -> bool:
        """Whether how an entry stands was told in the last three months, so that it "has" won."""
        decision = entry.decision
        day = decision.announced or decision.on if decision is not None else None
        return day is None or self.view.moment - day.end_moment(self.view.zone) < _RECENT


def brief(name: Name) -> str:
    """A name for a headline or standfirst, which introduce no abbreviation: the short one, else the full.

    >>> brief(Name(full="Royal United Hospitals Bath NHS Foundation Trust", short="Royal United Hospitals"))
    'Royal United Hospitals'
    """
    return name.short or name.full


# The same one for every piece in a style, as in `without_weekdays`.
@lru_cache(maxsize=64)
def _for_headlines(style: Style) -> Style:
    dates = attrs.evolve(style.dates, weekday=Weekdays.NEVER, relative_days=RelativeDays.NEVER)
    return attrs.evolve(style, dates=dates)


# Ceremonies are at a time of day, and each is told in many pieces.
@lru_cache(maxsize=1024)
def _without_time(when: When) -> When:
    """The day alone, where the time is one of the register's own zone."""
    is_plain = when.offset is None and when.end is None and not when.is_approximate
    return When(when.year, when.month, when.day) if when.hour is not None and is_plain else when

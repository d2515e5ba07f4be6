"""Looking up what a nomination names: nominees under the name of that day, quotes with their speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property, partial

import attrs

from nominate.model.fields import Audience
from nominate.model.nomination import Nomination
from nominate.model.organisation import Organisation
from nominate.model.person import Person, Role
from nominate.model.programme import Programme
from nominate.model.quote import Image, Quote, Speaker
from nominate.model.when import When
from nominate.register.groups import day_of, has_role, named_on
from nominate.register.history import History
from nominate.register.openings import open_decisions
from nominate.register.register import Register
from nominate.register.standing import Clearance, showing
from nominate.viewing.clearing import cleared
from nominate.viewing.editions import ToldEdition
from nominate.viewing.entry import Credit, Entry, Statement
from nominate.viewing.shelf import Shelf
from nominate.viewing.then import organisation_then, person_then

__all__ = ["Lookup"]


@attrs.frozen(kw_only=True)
class Lookup:
    """A register to look things up in, for one audience at one moment; each record is cleared once."""

    register: Register
    clearance: Clearance

    def entry(self, nomination: Nomination, known: History, told: ToldEdition) -> Entry:
        """The nomination with everything that it names looked up.

        Raises:
            RecordNotFound: its edition has no such category.
        """
        opened = self._opened(nomination) if nomination.quotes or nomination.images else {}
        opens = partial(showing, opened=opened, zone=self.clearance.zone)
        quotes = tuple([each for each in nomination.quotes if self._may_show(each, opened)])
        images = tuple([each for each in nomination.images if self._may_show(each, opened)])
        shown = self._shown(nomination, known, quotes, images)
        day = _day_of(known) or day_of(told.edition)
        return Entry(
            nomination=shown,
            award=told.award,
            edition=told.edition,
            category=told.categories.get(known.category) or self.register.category(told.id, known.category),
            nominees=tuple(self._credits(nomination, day)),
            programme=self.programmes.get(nomination.programme),
            history=self._history(known, shown, map(opens, (*quotes, *images))),
            statements=tuple([self._statement(each, day) for each in shown.quotes]),
        )

    @cached_property
    def organisations(self) -> Shelf[Organisation]:
        """The organisations of the register, as they could be known then."""
        return Shelf(
            self.register.organisations,
            lambda each: cleared(organisation_then(each, self.clearance), self.clearance.audience),
        )

    @cached_property
    def people(self) -> Shelf[Person]:
        """The people of the register, as they could be known then."""
        return Shelf(
            self.register.people,
            lambda each: cleared(person_then(each, self.clearance), self.clearance.audience),
        )

    @cached_property
    def programmes(self) -> Shelf[Programme]:
        """The programmes of the register; an impact without a source is only the team's."""
        return Shelf(self.register.programmes, self._programme)

    def _programme(self, programme: Programme) -> Programme:
        if self.clearance.is_internal:
            return programme
        sourced = tuple(each for each in programme.impacts if each.source is not None)
        return cleared(programme, self.clearance.audience, impacts=sourced)

    def _opened(self, nomination: Nomination) -> Mapping[str, datetime | None]:
        return open_decisions(nomination, self.register.edition(nomination.edition), self.clearance)

    def _shown(
        self, nomination: Nomination, known: History, quotes: tuple[Quote, ...], images: tuple[Image, ...]
    ) -> Nomination:
        if self.clearance.is_internal:
            parts = (known.decisions, quotes, images)
            whole = (nomination.decisions, nomination.quotes, nomination.images)
            if list(map(len, parts)) == list(map(len, whole)):
                return nomination
            return attrs.evolve(nomination, decisions=known.decisions, quotes=quotes, images=images)
        # `of` speaks of ids that the audience may not count, so it stays behind.
        return cleared(
            nomination,
            self.clearance.audience,
            decisions=known.decisions,
            quotes=tuple([each if each.of is None else attrs.evolve(each, of=None) for each in quotes]),
            images=tuple([each if each.of is None else attrs.evolve(each, of=None) for each in images]),
        )

    def _may_show(self, shown: Quote | Image, opened: Mapping[str, datetime | None]) -> bool:
        if self.clearance.is_internal:
            return shown.of is None or shown.of in opened
        opens = showing(shown, opened, self.clearance.zone)
        return opens is not None and opens <= self.clearance.moment

    def _history(self, known: History, shown: Nomination, opens: Iterable[datetime | None]) -> History:
        audience = self.clearance.audience
        is_clear = shown.decisions is known.decisions and not known.corrected
        if audience is Audience.INTERNAL or (audience is Audience.PUBLIC and is_clear):
            return known
        return attrs.evolve(
            known,
            decisions=shown.decisions,
            corrected=tuple(cleared(each, audience) for each in known.corrected),
            embargoed_until=_latest(known.embargoed_until, *opens) if audience is Audience.PRESS else None,
        )

    def _credits(self, nomination: Nomination, day: When | None) -> Iterator[Credit]:
        for nominee in nomination.nominees:
            organisation = self.organisations.get(nominee.organisation)
            yield Credit(
                organisation=organisation and named_on(organisation, day, self.clearance.zone),
                person=self.people.get(nominee.person),
                role=nominee.role,
                credited_as=nominee.credited_as,
                share=nominee.share,
                counts_as=self.register.counts_as.get(nominee.organisation or "", ""),
            )

    def _statement(self, quote: Quote, told: When | None) -> Statement:
        """Without a day of its own, a quote is of the day on which the entry was last told of."""
        speaker = quote.speaker or Speaker()
        person = self.people.get(speaker.person)
        roles = self._roles(person, quote.said or told) if person is not None else ()
        place = speaker.organisation or next((role.organisation for role in roles if role.organisation), None)
        # Only what somebody is there: a role at one place is not lent to another.
        roles = tuple(role for role in roles if role.organisation in {place, None})
        organisation = self.organisations.get(place)
        return Statement(
            paragraphs=quote.paragraphs,
            name=speaker.name or (person.name if person is not None else ""),
            role=speaker.role or " and ".join(role.title for role in roles),
            organisation=organisation and named_on(organisation, quote.said, self.clearance.zone),
            via=quote.via,
            said=quote.said,
            source=quote.source,
            is_approved=not self.clearance.is_internal or quote.approved is not None,
        )

    def _roles(self, person: Person, day: When | None) -> tuple[Role, ...]:
        return tuple(role for role in person.roles if has_role(role, day, self.clearance.zone))


def _latest(*moments: datetime | None) -> datetime | None:
    return max((each for each in moments if each is not None), default=None)


def _day_of(known: History) -> When | None:
    days = [day for each in known.decisions if (day := each.announced or each.on) is not None]
    return days[-1] if days else None

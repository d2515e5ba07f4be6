"""Looking up what a nomination names: nominees under the name of that day, quotes with their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import attrs

from nominate.model.nomination import Nomination
from nominate.model.organisation import Organisation
from nominate.model.person import Person, Role
from nominate.model.programme import Programme
from nominate.model.quote import Quote, Speaker
from nominate.model.when import When
from nominate.register.groups import day_of, named_on
from nominate.register.history import History, known_decisions
from nominate.register.register import Register
from nominate.register.standing import Clearance, Place
from nominate.viewing.clearing import cleared
from nominate.viewing.editions import ToldEdition
from nominate.viewing.entry import Credit, Entry, Statement

__all__ = ["Lookup"]


@attrs.frozen(kw_only=True)
class Lookup:
    """A register to look things up in, for one audience; each record is cleared once.

    `counts_as` gives, for each organisation, the one that it counts as.
    """

    register: Register
    clearance: Clearance
    counts_as: dict[str, str]

    def entry(self, nomination: Nomination, known: History, told: ToldEdition) -> Entry:
        """The nomination with everything that it names looked up."""
        shown = self._shown(nomination, known)
        day = _day_of(known) or day_of(told.edition)
        return Entry(
            nomination=shown,
            award=told.award,
            edition=told.edition,
            category=told.categories[known.category],
            nominees=tuple(self._credits(nomination, day)),
            programme=self.programmes.get(nomination.programme or ""),
            history=known if shown is nomination else attrs.evolve(known, decisions=shown.decisions),
            statements=tuple(map(self._statement, shown.quotes)),
        )

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """Every organisation of the register by its id, cleared."""
        return {each.id: cleared(each, self.clearance.audience) for each in self.register.organisations}

    @cached_property
    def people(self) -> dict[str, Person]:
        """Every person of the register by id, cleared."""
        return {each.id: cleared(each, self.clearance.audience) for each in self.register.people}

    @cached_property
    def programmes(self) -> dict[str, Programme]:
        """Every programme of the register by id, cleared; an impact without a source is only the team's."""
        return {each.id: self._programme(each) for each in self.register.programmes}

    def _programme(self, programme: Programme) -> Programme:
        if self.clearance.is_internal:
            return programme
        sourced = tuple(each for each in programme.impacts if each.source is not None)
        return cleared(attrs.evolve(programme, impacts=sourced), self.clearance.audience)

    def _shown(self, nomination: Nomination, known: History) -> Nomination:
        if self.clearance.is_internal:
            if len(known.decisions) == len(nomination.decisions):
                return nomination
            return attrs.evolve(nomination, decisions=known.decisions)
        quotes, images = nomination.quotes, nomination.images
        if quotes or images:
            place = Place(
                edition=self.register.edition(nomination.edition),
                category=nomination.category,
                nomination=nomination.id,
            )
            names = {name for name, _ in known_decisions(nomination, place, self.clearance)}
            # `of` speaks of ids that the audience may not count, so it stays behind.
            quotes = tuple(
                attrs.evolve(each, of=None) for each in quotes if self.clearance.may_show(each, names)
            )
            images = tuple(
                attrs.evolve(each, of=None) for each in images if self.clearance.may_show(each, names)
            )
        told = attrs.evolve(nomination, decisions=known.decisions, quotes=quotes, images=images)
        return cleared(told, self.clearance.audience)

    def _credits(self, nomination: Nomination, day: When | None) -> Iterator[Credit]:
        for nominee in nomination.nominees:
            organisation = self.organisations.get(nominee.organisation or "")
            yield Credit(
                organisation=organisation and named_on(organisation, day, self.clearance.zone),
                person=self.people.get(nominee.person or ""),
                role=nominee.role,
                credited_as=nominee.credited_as,
                share=nominee.share,
                counts_as=self.counts_as.get(nominee.organisation or "", ""),
            )

    def _statement(self, quote: Quote) -> Statement:
        speaker = quote.speaker or Speaker()
        person = self.people.get(speaker.person or "")
        roles = self._roles(person, quote.said) if person is not None else ()
        place = speaker.organisation or next((role.organisation for role in roles if role.organisation), None)
        organisation = self.organisations.get(place or "")
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
        zone = self.clearance.zone
        return tuple(
            role
            for role in person.roles
            if day is None
            or not (
                (role.since is not None and day.is_before(role.since, zone))
                or (role.until is not None and day.is_after(role.until, zone))
            )
        )


def _day_of(known: History) -> When | None:
    days = [each.announced or each.on for each in known.decisions]
    return next((day for day in reversed(days) if day is not None), None)

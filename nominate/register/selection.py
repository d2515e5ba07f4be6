"""What of a register falls within a scope: its editions, and its nominations with what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from itertools import chain

import attrs

from nominate.model.nomination import Nomination
from nominate.model.when import When
from nominate.register.groups import has_role, is_member
from nominate.register.history import History
from nominate.register.knowledge import Knowledge
from nominate.register.places import Index
from nominate.register.register import Register
from nominate.register.scope import Scope
from nominate.register.standing import Clearance

__all__ = ["Selection", "selection"]


@attrs.frozen(kw_only=True)
class Selection:
    """A scope made ready for a register: every id in it is there; `organisations` hold their teams too."""

    scope: Scope
    knowledge: Knowledge
    organisations: frozenset[str]

    @property
    def register(self) -> Register:
        """From which it is selected."""
        return self.knowledge.register

    @property
    def clearance(self) -> Clearance:
        """For whom."""
        return self.knowledge.clearance

    def narrowed(self, field: str, name: str) -> Selection:
        """The selection with one id, which the register must have, in place of all that it had in a field."""
        return attrs.evolve(
            self,
            # mypy takes the fields that hold no ids into account, too.
            scope=attrs.evolve(self.scope, **{field: (name,)}),  # type: ignore[arg-type]
            organisations=self.register.within(name) if field == "organisation" else self.organisations,
        )

    @property
    def editions(self) -> Iterator[str]:
        """Those in scope by award, edition and year, written `award/edition`, each once."""
        return (name for name in self._possible_editions if self._has_edition(name))

    @property
    def known(self) -> Iterator[tuple[int, History]]:
        """The places of the nominations in scope of which something is known, in file order, with what."""
        for place in self._possible_places:
            nomination = self.register.nominations[place]
            if not self._has_nomination(nomination):
                continue
            history = self.knowledge.history(place)
            if history is not None and self._has_history(nomination, history):
                yield place, history

    @property
    def _possible_editions(self) -> Iterable[str]:
        if self.scope.edition:
            return dict.fromkeys(self.scope.edition)
        return self._editions_of_awards if self.scope.award else self.register.editions

    @property
    def _editions_of_awards(self) -> Iterator[str]:
        for award in map(self.register.award, dict.fromkeys(self.scope.award)):
            yield from (f"{award.id}/{edition.id}" for edition in award.editions)

    @property
    def _possible_places(self) -> Iterable[int]:
        """Those that the strictest field lets through."""
        found = [_lists(index, names) for index, names in self._indexes]
        if not found:
            return range(len(self.register.nominations))
        fewest = min(found, key=_size)
        return sorted(set(chain.from_iterable(fewest)))

    @property
    def _indexes(self) -> Iterator[tuple[Index, Iterable[str]]]:
        scope, places = self.scope, self.register.places
        if scope.organisation:
            yield places.by_organisation, self.organisations
        if scope.edition:
            yield places.by_edition, scope.edition
        if scope.award:
            yield places.by_edition, self._editions_of_awards
        if scope.category:
            yield places.by_category, scope.category
        if scope.programme:
            yield places.by_programme, scope.programme

    def _has_edition(self, name: str) -> bool:
        scope = self.scope
        return (
            (not scope.award or self.register.editions[name][0].id in scope.award)
            and (not scope.edition or name in scope.edition)
            and (not scope.year or self.knowledge.year(name) in scope.year)
        )

    def _has_nomination(self, nomination: Nomination) -> bool:
        programme = self.scope.programme
        return (
            nomination.edition in self.register.editions
            and self._has_edition(nomination.edition)
            and (not programme or nomination.programme in programme)
        )

    def _has_history(self, nomination: Nomination, history: History) -> bool:
        """Whether it is in scope by where and how it stands, when that was told, and whose it was then."""
        scope, whose = self.scope, self._whose(nomination, history)
        return (
            (not scope.category or history.category in scope.category)
            and (not scope.outcome or history.outcome in scope.outcome)
            and (not scope.organisation or not self.organisations.isdisjoint(whose))
            and (not scope.member_of or self._is_members(nomination, history))
            and (not scope.announced or self._is_of_period(history))
        )

    def _is_of_period(self, history: History) -> bool:
        """Whether something that is known and still right was surely told in a period in scope."""
        zone = self.clearance.zone
        # Only the team knows of what is not announced, and then the day of the decision is all there is.
        told = (each.announced or each.on for each in history.decisions)
        return any(
            _is_within(when, period, zone)
            for when in told
            if when is not None
            for period in self.scope.announced
        )

    def _is_members(self, nomination: Nomination, history: History) -> bool:
        zone = self.clearance.zone
        told = _told(history)
        during = (
            (self.clearance.moment, self.clearance.moment)
            if told is None
            else (told.first_moment(zone), told.end_moment(zone))
        )
        # A team is a member where it is one itself, or what it is part of is. Unknown counts.
        return any(
            is_member(self.register.organisation(name), network, during, zone) is not False
            for own in self._whose(nomination, history)
            for name in self.register.above(own)
            for network in self.scope.member_of
        )

    def _whose(self, nomination: Nomination, history: History) -> Iterator[str]:
        """The organisations nominated, and those where a nominated person had a role when that was told."""
        for nominee in nomination.nominees:
            if nominee.organisation is not None:
                yield nominee.organisation
            if nominee.person is not None:
                day = _told(history) or self.clearance.as_of
                for role in self.register.person(nominee.person).roles:
                    if role.organisation is not None and has_role(role, day, self.clearance.zone):
                        yield role.organisation


def selection(knowledge: Knowledge, scope: Scope) -> Selection:
    """Make a scope ready for a register.

    Raises:
        RecordNotFound: the scope names something that the register does not hold.
    """
    register = knowledge.register
    for award in scope.award:
        register.award(award)
    for edition in scope.edition:
        register.edition(edition)
    for programme in scope.programme:
        register.programme(programme)
    for category in scope.category:
        register.line_of_categories(category)
    chosen = tuple(register.organisation(name).id for name in scope.organisation)
    networks = tuple(register.organisation(name).id for name in scope.member_of)
    return Selection(
        scope=attrs.evolve(scope, organisation=chosen, member_of=networks),
        knowledge=knowledge,
        organisations=frozenset().union(*map(register.within, chosen)),
    )


def _lists(index: Index, names: Iterable[str]) -> list[Sequence[int]]:
    return [index.get(name, ()) for name in names]


def _size(lists: Iterable[Sequence[int]]) -> int:
    return sum(map(len, lists))


def _is_within(when: When, period: When, zone: tzinfo) -> bool:
    return period.first_moment(zone) <= when.first_moment(zone) and (
        when.end_moment(zone) <= period.end_moment(zone)
    )


def _told(history: History) -> When | None:
    announced = [each.announced for each in history.decisions if each.announced is not None]
    return announced[-1] if announced else None

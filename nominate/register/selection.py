"""Whether an edition, a nomination or a history falls within a scope."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.model.award import Edition
from nominate.model.nomination import Nomination
from nominate.model.when import When
from nominate.register.groups import day_of, has_role, is_member
from nominate.register.history import History
from nominate.register.register import Register
from nominate.register.scope import Scope
from nominate.register.standing import Clearance, dates_then_known

__all__ = ["Selection", "selection"]


@attrs.frozen(kw_only=True)
class Selection:
    """A scope made ready for a register: every id in it is there; `organisations` hold their teams too."""

    scope: Scope
    register: Register
    clearance: Clearance
    organisations: frozenset[str]

    @property
    def nominations(self) -> tuple[Nomination, ...]:
        """Those that may be in scope by organisation, in file order."""
        if not self.scope.organisation:
            return self.register.nominations
        return self.register.nominations_of(self.organisations)

    def has_edition(self, award: str, edition: Edition) -> bool:
        """Whether an edition is in scope by award, edition and year."""
        scope = self.scope
        return (
            (not scope.award or award in scope.award)
            and (not scope.edition or f"{award}/{edition.id}" in scope.edition)
            and (not scope.year or self._year(edition) in scope.year)
        )

    def has_nomination(self, nomination: Nomination) -> bool:
        """Whether a nomination is in scope by programme."""
        return not self.scope.programme or nomination.programme in self.scope.programme

    def has_history(self, nomination: Nomination, history: History) -> bool:
        """Whether it is in scope by where and how it stands, and by whose it was when that was told."""
        scope, whose = self.scope, self._whose(nomination, history)
        return (
            (not scope.category or history.category in scope.category)
            and (not scope.outcome or history.outcome in scope.outcome)
            and (not scope.organisation or not self.organisations.isdisjoint(whose))
            and (not scope.member_of or self._is_members(nomination, history))
        )

    def _year(self, edition: Edition) -> int | None:
        # A date that may not be known puts an edition in no year.
        day = day_of(attrs.evolve(edition, dates=dates_then_known(edition, self.clearance)))
        return None if day is None else day.year

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


def selection(register: Register, scope: Scope, clearance: Clearance) -> Selection:
    """Make a scope ready for a register.

    Raises:
        RecordNotFound: the scope names something that the register does not hold.
    """
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
        register=register,
        clearance=clearance,
        organisations=frozenset().union(*map(register.within, chosen)),
    )


def _told(history: History) -> When | None:
    announced = [each.announced for each in history.decisions if each.announced is not None]
    return announced[-1] if announced else None

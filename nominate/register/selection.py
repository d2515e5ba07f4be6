"""Whether an edition, a nomination or a history falls within a scope."""

from __future__ import annotations

from datetime import datetime

import attrs

from nominate.model.award import Edition
from nominate.model.nomination import Nomination
from nominate.register.groups import day_of, is_member, roots, within
from nominate.register.history import History
from nominate.register.register import Register
from nominate.register.scope import Scope
from nominate.register.standing import Clearance

__all__ = ["Selection", "selection"]


@attrs.frozen(kw_only=True)
class Selection:
    """A scope made ready for a register: every id in it is there, and organisations stand with their teams.

    `counts_as` gives, for each organisation, the one that it counts as.
    """

    scope: Scope
    register: Register
    clearance: Clearance
    organisations: frozenset[str]
    counts_as: dict[str, str]

    def has_edition(self, award: str, edition: Edition) -> bool:
        """Whether an edition is in scope by award, edition and year."""
        scope = self.scope
        return (
            (not scope.award or award in scope.award)
            and (not scope.edition or f"{award}/{edition.id}" in scope.edition)
            and (not scope.year or _year(edition) in scope.year)
        )

    def has_nomination(self, nomination: Nomination) -> bool:
        """Whether a nomination is in scope by programme and organisation, teams included."""
        scope = self.scope
        return (not scope.programme or nomination.programme in scope.programme) and (
            not scope.organisation or not self.organisations.isdisjoint(_who(nomination, self.register))
        )

    def has_history(self, nomination: Nomination, history: History) -> bool:
        """Whether it is in scope by where and how it stands, and by membership when that was told."""
        scope = self.scope
        return (
            (not scope.category or history.category in scope.category)
            and (not scope.outcome or history.outcome in scope.outcome)
            and (not scope.member_of or self._is_members(nomination, history))
        )

    def _is_members(self, nomination: Nomination, history: History) -> bool:
        during = _told(history, self.clearance)
        names = {self.counts_as.get(name, name) for name in _who(nomination, self.register)}
        members = [self.register.organisation(name) for name in names]
        # Where the dates do not say whether it was a member, it counts.
        return any(
            is_member(each, network, during, self.clearance.zone) is not False
            for each in members
            for network in self.scope.member_of
        )


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
    teams = [within(register, name) for name in chosen]
    return Selection(
        scope=attrs.evolve(scope, organisation=chosen, member_of=networks),
        register=register,
        clearance=clearance,
        organisations=frozenset().union(*teams),
        counts_as=dict(roots(register)),
    )


def _who(nomination: Nomination, register: Register) -> frozenset[str]:
    direct = {each.organisation for each in nomination.nominees if each.organisation is not None}
    people = [register.person(each.person) for each in nomination.nominees if each.person is not None]
    places = {
        role.organisation for person in people for role in person.roles if role.organisation is not None
    }
    return frozenset(direct | places)


def _year(edition: Edition) -> int | None:
    day = day_of(edition)
    return None if day is None else day.year


def _told(history: History, clearance: Clearance) -> tuple[datetime, datetime]:
    announced = [each.announced for each in history.decisions if each.announced is not None]
    if not announced:
        return clearance.moment, clearance.moment
    return announced[-1].first_moment(clearance.zone), announced[-1].end_moment(clearance.zone)

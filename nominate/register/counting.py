"""The counting rules, each by its name: what every total in every output means.

A team counts as the organisation that it is part of. Each winner of a tie has one win. A prize that was
declined still counts as won; a win that was revoked does not, unless it was given back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count as places
from typing import Protocol, TypeAlias

import attrs

from nominate.model.decision import Outcome
from nominate.register.history import History

__all__ = ["RULES", "Countable", "Rule", "count", "totals"]


class Countable(Protocol):
    """What the rules need to know of a nomination: a view's entry is one."""

    @property
    def edition_id(self) -> str:
        """Written `award/edition`."""

    @property
    def category_id(self) -> str:
        """The category where it stands now."""

    @property
    def programme_id(self) -> str | None:
        """The programme that is recognised, or None."""

    @property
    def leads(self) -> tuple[str, ...]:
        """The ids of the organisations that are credited as lead, or with no role."""

    @property
    def partners(self) -> tuple[str, ...]:
        """The ids of the organisations that are credited with another role."""

    @property
    def history(self) -> History:
        """How it stands."""


Things: TypeAlias = Callable[[int, Countable], tuple[object, ...]]
"""What one entry adds, by its place among those that are counted."""


@attrs.frozen(kw_only=True)
class Rule:
    """A way to count: its name, what it counts in words, and the thing of an entry that is told apart.

    `things` gives what one entry adds; equal things of several entries count once.
    """

    name: str
    title: str
    says: str
    things: Things


def _entry(place: int, _entry_of: Countable) -> tuple[object, ...]:
    return (place,)


def _if_reached(outcome: Outcome, things: Things) -> Things:
    return lambda place, entry: things(place, entry) if entry.history.reached(outcome) else ()


def _if_won(things: Things) -> Things:
    return lambda place, entry: things(place, entry) if entry.history.has_won else ()


def _organisations(_place: int, entry: Countable) -> tuple[object, ...]:
    return (*entry.leads, *entry.partners)


def _categories(_place: int, entry: Countable) -> tuple[object, ...]:
    return ((entry.edition_id, entry.category_id),)


def _programmes(_place: int, entry: Countable) -> tuple[object, ...]:
    return () if entry.programme_id is None else (entry.programme_id,)


RULES: tuple[Rule, ...] = (
    Rule(name="nominations", title="Nominations", says="every entry, once", things=_entry),
    Rule(
        name="organisations",
        title="Organisations",
        says="distinct organisations among the nominees, in any role; a team counts as its organisation",
        things=_organisations,
    ),
    Rule(
        name="lead organisations",
        title="Lead organisations",
        says="distinct organisations credited as lead, or with no role",
        things=lambda _place, entry: entry.leads,
    ),
    Rule(
        name="partner organisations",
        title="Partner organisations",
        says="distinct organisations credited with another role than lead",
        things=lambda _place, entry: entry.partners,
    ),
    Rule(
        name="categories",
        title="Categories",
        says="distinct categories with an entry; the same category of two editions counts twice",
        things=_categories,
    ),
    Rule(
        name="editions",
        title="Editions",
        says="distinct editions with an entry",
        things=lambda _place, entry: (entry.edition_id,),
    ),
    Rule(
        name="programmes",
        title="Programmes",
        says="distinct programmes among the entries",
        things=_programmes,
    ),
    Rule(
        name="shortlisted",
        title="Shortlisted nominations",
        says="entries that were shortlisted or got further, whatever came after",
        things=_if_reached(Outcome.SHORTLISTED, _entry),
    ),
    Rule(
        name="wins",
        title="Wins",
        says="entries that won, each winner of a tie once; declined counts, revoked does not",
        things=_if_won(_entry),
    ),
    Rule(
        name="winning organisations",
        title="Winning organisations",
        says="distinct organisations among the nominees of entries that won, in any role",
        things=_if_won(_organisations),
    ),
)
"""Every rule, in the order in which totals are listed."""

_BY_NAME = {rule.name: rule for rule in RULES}


def count(name: str, entries: Iterable[Countable]) -> int:
    """How many there are by the rule of that name.

    Raises:
        KeyError: there is no such rule.
    """
    things = _BY_NAME[name].things
    told: set[object] = set()
    return len(told.union(*map(things, places(), entries)))


def totals(entries: Iterable[Countable]) -> Mapping[str, int]:
    """The total of every rule, by its name, in the order of `RULES`."""
    held = tuple(entries)
    return {rule.name: count(rule.name, held) for rule in RULES}

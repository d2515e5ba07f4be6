"""The places of nominations in the file, by what they belong to, so that few are found among many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

import attrs

from nominate.model.nomination import Nomination
from nominate.model.person import Person

__all__ = ["Places"]

Index = Mapping[str, Sequence[int]]


@attrs.frozen(kw_only=True)
class Places:
    """For an id, the places of the nominations that may belong to it, counted from 0, in file order.

    >>> entry = Nomination(id="skip", edition="hsj/2020", category="team", title="SKIP")
    >>> Places(nominations=(entry,), people={}).by_edition
    {'hsj/2020': [0]}
    """

    nominations: tuple[Nomination, ...]
    people: Mapping[str, Person]

    @cached_property
    def by_organisation(self) -> Index:
        """By each organisation that is nominated, and each where a nominated person ever had a role."""
        return self._index(self._organisations)

    @cached_property
    def by_edition(self) -> Index:
        """By edition, written `award/edition`."""
        return self._index(lambda each: (each.edition,))

    @cached_property
    def by_category(self) -> Index:
        """By the category that was entered, and each to which a decision moved it."""
        return self._index(lambda each: (each.category, *(told.to for told in each.decisions)))

    @cached_property
    def by_programme(self) -> Index:
        """By the programme that is recognised."""
        return self._index(lambda each: (each.programme,))

    def _organisations(self, nomination: Nomination) -> Iterable[str | None]:
        people = (self.people.get(each.person or "") for each in nomination.nominees)
        roles = chain.from_iterable(person.roles for person in people if person is not None)
        return chain(
            (each.organisation for each in nomination.nominees), (role.organisation for role in roles)
        )

    def _index(self, names_of: Callable[[Nomination], Iterable[str | None]]) -> Index:
        found: dict[str, list[int]] = {}
        for place, nomination in enumerate(self.nominations):
            for name in dict.fromkeys(names_of(nomination)):
                if name is not None:
                    found.setdefault(name, []).append(place)
        return found

"""Who takes part in an award or a programme: by role, and within a role by kind of organisation."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.model.award import AwardCategory
from nominate.model.organisation import Kind, Organisation
from nominate.model.programme import Partner
from nominate.model.when import When
from nominate.prose.facts.editions import EditionFacts
from nominate.register.groups import day_of, named_on
from nominate.viewing.view import View

__all__ = ["InRole", "OfKind", "hosting", "in_roles", "sponsors"]


@attrs.frozen(kw_only=True)
class OfKind:
    """Organisations of one kind, in file order under the names of the day; `kind` is None where unknown.

    >>> OfKind(organisations=(Organisation(id="hsj", name="HSJ"),)).kind is None
    True
    """

    organisations: tuple[Organisation, ...]
    kind: Kind | None = None


@attrs.frozen(kw_only=True)
class InRole:
    """All organisations of one role, such as host or partner, kind by kind.

    >>> InRole(role="host", kinds=(OfKind(organisations=(Organisation(id="hsj", name="HSJ"),)),)).sources
    ('hsj',)
    """

    role: str
    kinds: tuple[OfKind, ...]

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Each of them, kind by kind."""
        return tuple(each for kind in self.kinds for each in kind.organisations)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the organisations."""
        return tuple(each.id for each in self.organisations)


def in_roles(partners: Iterable[Partner], day: When | None, view: View, *, usual: str) -> tuple[InRole, ...]:
    """The partners by role, in the order in which the roles first come; `usual` is that of one without."""
    roles: dict[str, dict[str, list[Organisation]]] = {}
    for partner in partners:
        organisation = view.organisation(partner.organisation)
        if organisation is not None:
            named = named_on(organisation, day, view.zone)
            roles.setdefault(partner.role or usual, {}).setdefault(named.kind, []).append(named)
    return tuple(
        InRole(
            role=role,
            kinds=tuple(
                OfKind(organisations=tuple(held), kind=view.kind(kind)) for kind, held in kinds.items()
            ),
        )
        for role, kinds in roles.items()
    )


def hosting(facts: EditionFacts, view: View) -> tuple[InRole, ...]:
    """Who runs, pays for and helps an edition, or else its award, under the names of its day."""
    hosts = facts.edition.hosts or facts.award.hosts
    return in_roles(hosts, day_of(facts.edition), view, usual="host") if hosts else ()


def sponsors(category: AwardCategory, facts: EditionFacts, view: View) -> InRole | None:
    """Who pays for a category of the edition, under the names of its day; None where nobody does."""
    if not category.sponsor:
        return None
    partners = (Partner(organisation=each, role="sponsor") for each in category.sponsor)
    return next(iter(in_roles(partners, day_of(facts.edition), view, usual="sponsor")), None)

"""Who: organisations, those in a role, the nominees of an entry, and sources."""

from __future__ import annotations

from functools import cached_property

from nominate.model.organisation import Organisation
from nominate.model.source import Source
from nominate.model.when import When
from nominate.prose.facts.roles import InRole
from nominate.prose.templates.tree.told import Told
from nominate.prose.words import Name

__all__ = ["OrganisationTold", "RoleTold", "SourceTold"]


class OrganisationTold(Told[Organisation]):
    """A body under its name of the day: the publisher, a host, a partner, a sponsor, a lead."""

    WORD = "organisation"

    @property
    def id(self) -> str:
        """Its id in the register."""
        return self._record.id

    @cached_property
    def name(self) -> Name:
        """Its name; `|introduced` says it in full once and short ever after."""
        return Name.of(self._record)

    @property
    def kind(self) -> str | None:
        """What one of its kind is called, as in NHS trust."""
        kind = self._teller.view.kind(self._record.kind)
        return kind.one if kind is not None else None

    @property
    def place(self) -> str:
        """The town or area."""
        return self._record.place

    @property
    def url(self) -> str | None:
        """Its site."""
        return self._record.url

    @property
    def boilerplate(self) -> str:
        """The paragraph about it for notes to editors."""
        return " ".join(self._record.boilerplate.split())

    @property
    def press_contact(self) -> str:
        """How journalists reach it."""
        return " ".join(self._record.press_contact.split())


class RoleTold(Told[InRole]):
    """All organisations that take part in one role."""

    WORD = "role"

    @property
    def role(self) -> str:
        """The role: organiser, host, sponsor, partner, funder or another word."""
        return self._record.role

    @cached_property
    def organisations(self) -> tuple[OrganisationTold, ...]:
        """Who has it, kind by kind, under the names of the day."""
        return self._teller.all(OrganisationTold, self._record.organisations)


class SourceTold(Told[Source]):
    """Where a fact was read."""

    WORD = "source"

    @property
    def title(self) -> str:
        """What it is called."""
        return self._record.title

    @property
    def url(self) -> str | None:
        """Its address."""
        return self._record.url

    @property
    def publisher(self) -> str:
        """Who published it."""
        return self._record.publisher

    @property
    def on(self) -> When | None:
        """When it was published."""
        return self._record.on

"""People: nominated, quoted, pictured or responsible."""

from __future__ import annotations

from typing import ClassVar

import attrs

from nominate.model.fields import Line, Link, Public, Slug, Text
from nominate.model.mapping import FrozenDict
from nominate.model.when import When

__all__ = ["Person", "Role"]


@attrs.frozen(kw_only=True)
class Role:
    """What somebody is at an organisation, from and until when; a bare text in the file is the title.

    Attributes:
        title: what they are called
        organisation: the id of the organisation
        since: from when
        until: the last day

    >>> Role(title="Patient Safety Lead", organisation="ruh", since=When(2018)).until is None
    True
    """

    SHORT_FORM: ClassVar[str] = "title"

    title: Public[Line]
    organisation: Public[Slug | None] = None
    since: Public[When | None] = None
    until: Public[When | None] = None


@attrs.frozen(kw_only=True)
class Person:
    """Somebody by name, with dated roles; contact details never leave the team.

    Attributes:
        id: the person's id, shared with nobody else, person or organisation
        name: the name as first said, as in Dr Ann Example
        short_name: the name as said after, as in Dr Example
        roles: what they are or were, with dates
        url: a page about them
        contact: how the team reaches them
        notes: the team's own notes
        extra: anything of your own, by key

    >>> Person(id="lead", name="Dr Ann Example", short_name="Dr Example").roles
    ()
    """

    id: Public[Slug]
    name: Public[Line]
    short_name: Public[Line] = ""
    roles: Public[tuple[Role, ...]] = ()
    url: Public[Link | None] = None
    contact: Text = ""
    notes: Text = ""
    extra: FrozenDict[str, Text] = FrozenDict()

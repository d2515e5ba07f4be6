"""The table of organisations: who is named, what each is, and what it achieved in this view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from nominate.model.date_words import date_words
from nominate.model.fields import Audience
from nominate.model.organisation import Membership, Organisation
from nominate.viewing.tables.column import Column, ColumnKind, Maker, Shown, Tabled
from nominate.viewing.tables.wording import listed, short_name

__all__ = ["ORGANISATIONS"]

_COLUMNS = (
    Column(name="id", title="ID", says="the organisation's id", field="id"),
    Column(name="name", title="Organisation", says="its full name today", field="name", editable=True),
    Column(
        name="short_name",
        title="Short name",
        says="the name after the first mention",
        field="short_name",
        editable=True,
    ),
    Column(
        name="abbreviation",
        title="Abbreviation",
        says="its abbreviation",
        field="abbreviation",
        editable=True,
    ),
    Column(name="kind", title="Kind", says="what kind of organisation it is", field="kind"),
    Column(name="part_of", title="Part of", says="the organisation that it counts with", field="part_of"),
    Column(
        name="member_of",
        title="Member of",
        says="the networks that it belongs to, since and until when",
        field="member_of",
    ),
    Column(
        name="nominations",
        title="Nominations",
        kind=ColumnKind.NUMBER,
        says="entries with it or a team of it among the nominees, in any role",
    ),
    Column(
        name="shortlisted",
        title="Shortlisted",
        kind=ColumnKind.NUMBER,
        says="those of them that were shortlisted or got further",
    ),
    Column(
        name="wins",
        title="Wins",
        kind=ColumnKind.NUMBER,
        says="those of them that won; declined counts",
    ),
    Column(name="place", title="Place", says="the town or area where it is", field="place", editable=True),
    Column(
        name="url",
        title="Website",
        kind=ColumnKind.LINK,
        says="its own pages",
        field="url",
        editable=True,
    ),
    Column(
        name="notes",
        title="Notes",
        kind=ColumnKind.LONG_TEXT,
        says="the team's own notes",
        field="notes",
        editable=True,
        audience=Audience.INTERNAL,
    ),
)


def _rows(shown: Shown) -> Sequence[Organisation]:
    entered = shown.tally.organisations
    return sorted(shown.organisations, key=lambda one: (-entered[one.id], one.name.casefold(), one.id))


def _makers(shown: Shown) -> Mapping[str, Maker]:
    return {
        "id": lambda one: one.id,
        "name": lambda one: one.name,
        "short_name": lambda one: one.short_name,
        "abbreviation": lambda one: one.abbreviation,
        "kind": partial(_kind, shown=shown),
        "part_of": lambda one: _name(one.part_of, shown) if one.part_of else "",
        "member_of": lambda one: listed(_membership(each, shown) for each in one.member_of),
        "nominations": lambda one: shown.tally.organisations[one.id],
        "shortlisted": lambda one: shown.tally.shortlisted[one.id],
        "wins": lambda one: shown.tally.winners[one.id],
        "place": lambda one: one.place,
        "url": lambda one: one.url or "",
        "notes": lambda one: one.notes,
    }


def _kind(organisation: Organisation, *, shown: Shown) -> str:
    kind = shown.kind(organisation.kind)
    return kind.one if kind is not None else organisation.kind


def _membership(member: Membership, shown: Shown) -> str:
    since = f"since {date_words(member.since, zone=shown.zone)}" if member.since else ""
    until = f"until {date_words(member.until, zone=shown.zone)}" if member.until else ""
    span = " ".join(part for part in (since, until) if part)
    name = _name(member.organisation, shown)
    return f"{name} ({span})" if span else name


def _name(organisation_id: str, shown: Shown) -> str:
    organisation = shown.organisation(organisation_id)
    return short_name(organisation) if organisation is not None else organisation_id


ORGANISATIONS = Tabled(_COLUMNS, _rows, _makers)
"""A row for each organisation that is named, those with the most nominations first."""

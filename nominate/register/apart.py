"""Every record of a register by its kind and name, with the records within it taken out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from nominate.model.settings import Records
from nominate.register.changes import RecordKind

__all__ = ["ABOVE", "SECTIONS", "WITHIN", "Apart", "put_together", "taken_apart"]

SECTIONS: Mapping[RecordKind, str] = MappingProxyType(
    {
        RecordKind.NOMINATION: "nominations",
        RecordKind.ORGANISATION: "organisations",
        RecordKind.PERSON: "people",
        RecordKind.PROGRAMME: "programmes",
        RecordKind.AWARD: "awards",
    }
)
"""Where in the file the records of a kind stand."""

WITHIN: Mapping[RecordKind, str] = MappingProxyType(
    {RecordKind.AWARD: "editions", RecordKind.EDITION: "categories"}
)
"""The field of such a record that holds records of their own."""

ABOVE: Mapping[RecordKind, RecordKind] = MappingProxyType(
    {RecordKind.EDITION: RecordKind.AWARD, RecordKind.CATEGORY: RecordKind.EDITION}
)
"""What holds a record of such a kind."""

Apart: TypeAlias = dict[RecordKind, dict[str, Any]]
"""The records of each kind by name, in file order."""


def taken_apart(records: Records) -> Apart:
    """Each record by its kind and name; awards without editions, editions without categories.

    >>> from nominate.model.award import Award, Edition
    >>> apart = taken_apart(Records(awards=(Award(id="hsj", name="HSJ", editions=(Edition(id="2020"),)),)))
    >>> list(apart[RecordKind.EDITION]), apart[RecordKind.AWARD]["hsj"].editions
    (['hsj/2020'], ())
    """
    apart: Apart = {
        kind: {each.id: each for each in getattr(records, section)} for kind, section in SECTIONS.items()
    }
    editions = {f"{award.id}/{each.id}": each for award in records.awards for each in award.editions}
    apart[RecordKind.CATEGORY] = {
        f"{name}/{each.id}": each for name, edition in editions.items() for each in edition.categories
    }
    apart[RecordKind.EDITION] = {name: attrs.evolve(each, categories=()) for name, each in editions.items()}
    apart[RecordKind.AWARD] = {
        name: attrs.evolve(each, editions=()) for name, each in apart[RecordKind.AWARD].items()
    }
    return apart


def put_together(records: Records, apart: Apart) -> Records:
    """The records as they were taken apart; `records` gives what is no record of its own, as the settings."""
    whole = dict(apart)
    for kind in (RecordKind.CATEGORY, RecordKind.EDITION):
        above = ABOVE[kind]
        within: dict[str, list[Any]] = {}
        for name, each in whole[kind].items():
            within.setdefault(name.rpartition("/")[0], []).append(each)
        whole[above] = {
            name: attrs.evolve(each, **{WITHIN[above]: tuple(within.get(name, ()))})
            for name, each in whole[above].items()
        }
    sections: dict[str, Any] = {section: tuple(whole[kind].values()) for kind, section in SECTIONS.items()}
    return attrs.evolve(records, **sections)

"""The tables of a view by name, and the columns that an audience gets of each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from nominate.errors import UsageError, nearest
from nominate.model.fields import Audience
from nominate.viewing.tables.awards import AWARDS
from nominate.viewing.tables.column import Column, Tabled
from nominate.viewing.tables.dates import DATES
from nominate.viewing.tables.nominations import NOMINATIONS
from nominate.viewing.tables.organisations import ORGANISATIONS

__all__ = ["TABLES", "columns_for", "table_named"]

TABLES: Mapping[str, Tabled] = MappingProxyType(
    {"nominations": NOMINATIONS, "dates": DATES, "awards": AWARDS, "organisations": ORGANISATIONS}
)
"""Every table that a view can be asked for."""


def columns_for(audience: Audience, of: str) -> tuple[Column, ...]:
    """The columns that an audience gets, in reading order; one that it may not see is not there at all.

    >>> [column.name for column in columns_for(Audience.PUBLIC, "nominations")][:3]
    ['id', 'title', 'organisations']
    """
    is_internal = audience is Audience.INTERNAL
    columns = table_named(of).columns
    return tuple(each for each in columns if is_internal or each.audience is Audience.PUBLIC)


def table_named(name: str) -> Tabled:
    """The table of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in TABLES:
        near = nearest(name, TABLES)
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"no table {name!r} in a view; {cure}choose from {', '.join(TABLES)}")
    return TABLES[name]

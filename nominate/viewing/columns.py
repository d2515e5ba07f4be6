"""The tables of a view by name, and the columns that an audience gets of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from nominate.errors import OptionError, UsageError, nearest, shown
from nominate.model.fields import Audience
from nominate.viewing.tables.awards import AWARDS
from nominate.viewing.tables.column import Column, Tabled
from nominate.viewing.tables.dates import DATES
from nominate.viewing.tables.nominations import NOMINATIONS
from nominate.viewing.tables.organisations import ORGANISATIONS

__all__ = ["TABLES", "column_named", "columns_for", "named_columns", "table_named"]

TABLES: Mapping[str, Tabled] = MappingProxyType(
    {"nominations": NOMINATIONS, "dates": DATES, "awards": AWARDS, "organisations": ORGANISATIONS}
)
"""Every table that a view can be asked for."""


@cache
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


def column_named(name: str, known: Mapping[str, Column], audience: Audience) -> Column:
    """The column of that name.

    Raises:
        OptionError: there is none.
    """
    if name not in known:
        near = nearest(name, known)
        cure = f"did you mean {near!r}? " if near else ""
        raise OptionError(
            f"no column {shown(name)} for audience {audience.value!r}; {cure}choose from {', '.join(known)}"
        )
    return known[name]


def named_columns(names: Sequence[str], columns: Sequence[Column], audience: Audience) -> tuple[Column, ...]:
    """The id, without which a row could never find its way home, and the columns of those names in order.

    Raises:
        OptionError: there is no column of such a name, or one is named twice.
    """
    known = {column.name: column for column in columns}
    for name in names:
        column_named(name, known, audience)
        if names.count(name) > 1:
            raise OptionError(f"column {name!r} is named twice; name it once")
    return tuple(known[name] for name in ("id", *(name for name in names if name != "id")))

"""The columns that a team added to its nominations itself: a column for each key of `extra`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from nominate.model.fields import Audience
from nominate.viewing.entry import Entry
from nominate.viewing.tables.column import Cell, Column, ColumnKind, Maker

__all__ = ["OWN", "own_cells", "own_columns"]

OWN = "extra."
"""What the name of such a column begins with."""


def own_columns(entries: Iterable[Entry], beside: Iterable[Column]) -> tuple[Column, ...]:
    """The columns, in the order in which their keys come up; `beside` are those that the table has anyway.

    A key that is the title of one of these has no column: which of the two is meant could not be told.

    >>> own_columns([], [])
    ()
    """
    taken = {_folded(word) for column in beside for word in (column.name, column.title)}
    keys = dict.fromkeys(key for entry in entries for key in entry.nomination.extra)
    return tuple(map(_column, _untaken(keys, taken)))


def own_cells(column: Column) -> Maker:
    """What makes the cells of such a column."""
    return partial(_cell, key=column.name.removeprefix(OWN))


def _cell(entry: Entry, *, key: str) -> Cell:
    return str(entry.nomination.extra.get(key, ""))


def _untaken(keys: Iterable[str], taken: set[str]) -> Iterator[str]:
    for key in keys:
        # A title comes back with its spaces put in order.
        if key == " ".join(key.split()) and _folded(key) not in taken:
            taken.add(_folded(key))
            yield key


def _column(key: str) -> Column:
    return Column(
        name=f"{OWN}{key}",
        title=key,
        kind=ColumnKind.LONG_TEXT,
        says="the team's own",
        field=f"{OWN}{key}",
        editable=True,
        audience=Audience.INTERNAL,
    )


def _folded(word: str) -> str:
    return " ".join(word.replace("_", " ").split()).casefold()

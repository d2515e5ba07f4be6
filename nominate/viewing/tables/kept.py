"""Rows that the next view of a batch asks for again, so that they are made once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

__all__ = ["Kept"]

Row = TypeVar("Row")

_MOST = 4_096


class Kept(dict[Hashable, Row]):
    """Rows by the identity of the records that they are made from: to compare these takes longer than that.

    Each row has to hold its record, so that no other can take the record's place in memory. The views of one
    batch hold the very same records, cleared for one audience; no view of another audience holds them.

    >>> kept = Kept()
    >>> event = object()
    >>> kept.keep(id(event), ("ceremony", event))[0], len(kept)
    ('ceremony', 1)
    """

    def keep(self, key: Hashable, row: Row) -> Row:
        """The row, which is kept till so many others are that all have to make room."""
        if len(self) >= _MOST:
            self.clear()
        self[key] = row
        return row

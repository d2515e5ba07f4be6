"""Tables without columns in which nothing stands: a reader who hears a table must not hear empty cells."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["filled"]

Cells = tuple[str, ...]


def filled(header: Cells, rows: Sequence[Cells]) -> tuple[Cells, list[Cells]]:
    """The header and rows with the columns in which any cell says anything.

    >>> filled(("Date", "Notes"), [("3 May", ""), ("4 May", "")])
    (('Date',), [('3 May',), ('4 May',)])
    """
    kept = [place for place in range(len(header)) if any(row[place] for row in rows)]
    first, *others = (tuple(row[place] for place in kept) for row in (header, *rows))
    return first, others

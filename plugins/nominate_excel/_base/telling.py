"""Rows of the view with the digests of their cells: each is made once for many trackers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from functools import lru_cache, partial
from itertools import repeat
from threading import Lock

import attrs

from nominate import cell_digest, cell_digests
from nominate_excel._cells.heights import is_text
from nominate_excel._cells.lengths import line_lengths
from nominate_excel._cells.remembered import RememberedCells, RememberedRows, RememberedTexts
from nominate_excel._parts import Cell

__all__ = ["Digests", "Tellings", "Told", "lines", "tellings"]


class Digests:
    """The digests of one column.

    >>> from datetime import UTC
    >>> Digests(UTC).of(["shortlisted", "won"])[0]
    'cs3m7fgv'
    """

    def __init__(self, zone: tzinfo) -> None:
        self._texts: RememberedTexts = RememberedTexts(partial(cell_digests, zone=zone))
        self._others: RememberedCells[str] = RememberedCells(partial(cell_digest, zone=zone))

    def of(self, cells: Sequence[Cell]) -> list[str]:
        """The digest of each cell."""
        return self._texts.of(cells) if is_text(cells) else self._others.of(cells)


def lines(columns: Sequence[Digests], cells: Sequence[Sequence[Cell]], height: int) -> list[str]:
    """For each of so many rows the digests of its cells, which are given column by column."""
    told = [known.of(column) for known, column in zip(columns, cells, strict=True)]
    return list(map(" ".join, zip(*told, strict=True))) if told else list(repeat("", height))


@attrs.frozen(eq=False)
class Told:
    """A row of a table of the view; equal rows are told by the same one.

    `line` has the digests of its cells, `lengths` says how long the longest line of each is.
    """

    id: str
    cells: tuple[Cell, ...]
    line: str
    lengths: tuple[int, ...]


class Tellings:
    """The rows of tables that have these columns; of `kept` the digests are told.

    A row is known by all of its cells, so that none can get into a workbook whose view does not tell it.

    >>> from datetime import UTC
    >>> tellings = Tellings(("id", "outcome"), ("outcome",), UTC)
    >>> [row.line for row in tellings.of([("care", "shortlisted")])]
    ['cs3m7fgv']
    """

    def __init__(self, names: tuple[str, ...], kept: tuple[str, ...], zone: tzinfo) -> None:
        self._places: tuple[int, ...] = tuple(map(names.index, kept))
        self._id: int = names.index("id")
        self._zone: tzinfo = zone
        # Two threads may make trackers at the same time.
        self._lock: Lock = Lock()
        self._columns: list[Digests] = [Digests(zone) for _ in kept]
        self._known: RememberedRows[tuple[Cell, ...], Told] = RememberedRows(self._told)

    def of(self, rows: Sequence[tuple[Cell, ...]]) -> list[Told]:
        """What is told of each row."""
        with self._lock:
            return self._known.of(rows)

    def _told(self, rows: Sequence[tuple[Cell, ...]]) -> Iterator[Told]:
        cells = tuple(zip(*rows, strict=True))
        digests = lines(self._columns, [cells[place] for place in self._places], len(rows))
        lengths = zip(*(line_lengths(column, self._zone) for column in cells), strict=True)
        return map(Told, map(str, cells[self._id]), rows, digests, lengths)


@lru_cache(maxsize=16)
def tellings(names: tuple[str, ...], kept: tuple[str, ...], zone: tzinfo) -> Tellings:
    """Those of the trackers of a batch, whose columns are the same."""
    return Tellings(names, kept, zone)

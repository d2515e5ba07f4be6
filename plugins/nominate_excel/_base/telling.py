"""Rows of the view with the digests of their cells: each is made once for many trackers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import lru_cache, partial
from itertools import repeat
from threading import Lock

import attrs

from nominate import cell_digest, cell_digests
from nominate_excel._cells.heights import is_text
from nominate_excel._cells.lengths import line_lengths
from nominate_excel._cells.remembered import RememberedCells, RememberedTexts
from nominate_excel._parts import Cell

__all__ = ["Digests", "Tellings", "Told", "lines", "tellings"]

_MOST = 4_096


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
        self._known: dict[tuple[Cell, ...], Told] = {}
        self._columns: list[Digests] = []
        self._forget()

    def of(self, rows: Sequence[tuple[Cell, ...]]) -> list[Told]:
        """What is told of each row."""
        with self._lock:
            return self._of(rows)

    def _of(self, rows: Sequence[tuple[Cell, ...]]) -> list[Told]:
        told = list(map(self._known.get, rows))
        if None in told:
            if len(self._known) > _MOST:
                self._forget()
            self._learn([row for row in dict.fromkeys(rows) if row not in self._known])
            told = list(map(self._known.get, rows))
        return told  # type: ignore[return-value]  # there is none that was not learnt

    def _forget(self) -> None:
        self._known.clear()
        self._columns = [Digests(self._zone) for _ in self._places]

    def _learn(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        cells = tuple(zip(*rows, strict=True))
        kept = [cells[place] for place in self._places]
        digests = lines(self._columns, kept, len(rows))
        lengths = zip(*(line_lengths(column, self._zone) for column in cells), strict=True)
        told = map(Told, map(str, cells[self._id]), rows, digests, lengths)
        self._known.update(zip(rows, told, strict=True))


@lru_cache(maxsize=16)
def tellings(names: tuple[str, ...], kept: tuple[str, ...], zone: tzinfo) -> Tellings:
    """Those of the trackers of a batch, whose columns are the same."""
    return Tellings(names, kept, zone)

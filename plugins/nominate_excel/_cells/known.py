"""Rows that come again: each is made once for many workbooks, all but its number."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import tzinfo
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from nominate_excel._cells.maker import CellMaker, Dress, Slot, Writing
from nominate_excel._cells.pieces import row_texts
from nominate_excel._cells.remembered import RememberedRows
from nominate_excel._cells.strings import SharedStrings
from nominate_excel._cells.text import link_target
from nominate_excel._parts import NUMBER, Batch, Cell, Few, Lay, Link, Look, SheetColumn, letter

__all__ = ["KnownRow", "KnownRows", "known_rows"]

# In characters: the rows of a batch of trackers that share a few thousand categories and dates.
_MOST, _MOST_KINDS = 24_000_000, 256


class KnownRow(NamedTuple):
    """A row as XML, with `NUMBER` wherever its number comes, and its links: letters of a cell and address."""

    xml: str
    links: tuple[tuple[str, str], ...]


class KnownRows:
    """The rows of workbooks in the same dress and zone, by their kind: how they are laid, and how wide.

    What a row tells of, how it is laid, its columns, the dress and the zone are all that its XML comes from,
    so none can get into a workbook whose view does not tell it.
    """

    def __init__(self, dresses: Mapping[Look, Dress], zone: tzinfo) -> None:
        self._writing: Writing = Writing(dresses, zone, SharedStrings())
        self._kinds: dict[tuple[Lay, tuple[int, ...]], _Kind] = {}
        self._size: int = 0
        # Two threads may make trackers at the same time.
        self._lock: Lock = Lock()

    def of(self, few: Few, columns: Sequence[SheetColumn], room: Sequence[int]) -> list[KnownRow]:
        """The rows in columns that have so much room; their texts stand in their own cells.

        Raises:
            UnwritableText: a text that no cell can hold is among them.
        """
        widths = tuple([column.widest or width for column, width in zip(columns, room, strict=False)])
        with self._lock:
            kind = self._kinds.get((few.lay, widths)) or self._begun(few.lay, columns, widths)
            before = kind.size
            rows = kind.rows.of(few.rows)
            self._size += kind.size - before
            if self._size > _MOST or len(self._kinds) > _MOST_KINDS:
                self._kinds.clear()
                self._size = 0
        return rows

    def _begun(self, lay: Lay, columns: Sequence[SheetColumn], widths: tuple[int, ...]) -> _Kind:
        slots = (
            Slot(letter(place), column.look, width=width, is_unshared=True)
            for place, (column, width) in enumerate(zip(columns, widths, strict=True), 1)
        )
        kind = self._kinds[lay, widths] = _Kind(lay, [CellMaker(slot, self._writing) for slot in slots])
        return kind


@lru_cache(maxsize=8)
def known_rows(dresses: tuple[tuple[Look, Dress], ...], zone: tzinfo) -> KnownRows:
    """What is known of the rows of workbooks in that dress, with the clock of that zone."""
    return KnownRows(dict(dresses), zone)


class _Kind:
    """The rows of one kind; `size` is how many characters they have that are remembered."""

    def __init__(self, lay: Lay, makers: Sequence[CellMaker]) -> None:
        self.rows: RememberedRows[Hashable, KnownRow] = RememberedRows(self._made)
        self.size: int = 0
        self._lay: Lay = lay
        self._makers: Sequence[CellMaker] = makers

    def _made(self, rows: Sequence[Hashable]) -> list[KnownRow]:
        numbers = [NUMBER] * len(rows)
        batch = self._lay(rows, numbers)
        texts = list(row_texts(self._makers, batch, numbers, _pieces))
        if self.rows.repeats:
            self.size += sum(map(len, texts))
        return list(map(KnownRow, texts, self._links(batch, len(rows))))

    def _links(self, batch: Batch, height: int) -> list[tuple[tuple[str, str], ...]]:
        links: list[tuple[tuple[str, str], ...]] = [()] * height
        for maker, cells in zip(self._makers, batch, strict=True):
            if maker.slot.look is Look.LINK:
                for place, cell in enumerate(cells):
                    if isinstance(cell, Link) and link_target(cell.address):
                        links[place] += ((maker.slot.letters, cell.address),)
        return links


def _pieces(maker: CellMaker, cells: Sequence[Cell], numbers: Sequence[str]) -> Iterable[Iterable[str]]:
    return maker.pieces([_said(cell) for cell in cells] if maker.slot.look is Look.LINK else cells, numbers)


def _said(cell: Cell) -> Cell:
    """What a cell says: a link its label, where Excel would follow it."""
    if not isinstance(cell, Link):
        return cell
    # Without a link, words alone would not tell the address when the sheet comes back.
    return cell.label if link_target(cell.address) else cell.address

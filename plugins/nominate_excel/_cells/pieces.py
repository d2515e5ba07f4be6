"""Rows put together from the cells of their columns, without a step of Python for each cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import TypeAlias

from nominate_excel._cells.heights import OPENINGS
from nominate_excel._cells.maker import CellMaker
from nominate_excel._parts import Batch, Cell

__all__ = ["Pieces", "row_texts"]

Pieces: TypeAlias = Callable[[CellMaker, Sequence[Cell], Sequence[str]], Iterable[Iterable[str]]]
"""What makes the cells of a column in the rows of these numbers, as `CellMaker.pieces` does."""


def row_texts(
    makers: Sequence[CellMaker], batch: Batch, numbers: Sequence[str], pieces: Pieces
) -> Iterator[str]:
    """The `row` elements of these numbers, as high as their texts take."""
    lines = [makers[0].slot.lines] * len(numbers)
    cells: list[Iterable[str]] = []
    for maker, column in zip(makers, batch, strict=True):
        cells += pieces(maker, column, numbers)
        maker.raise_rows(lines, column)
    openings = map(OPENINGS.__getitem__, lines)
    rows = zip(repeat('<row r="'), numbers, openings, *cells, repeat("</row>"), strict=False)
    return map("".join, rows)

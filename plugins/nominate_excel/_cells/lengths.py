"""How long texts are, so that columns become as wide as they need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from nominate import When, date_words
from nominate_excel._cells.heights import is_text
from nominate_excel._parts import Cell

__all__ = ["line_lengths"]


def line_lengths(cells: Sequence[Cell], zone: tzinfo) -> list[int]:
    r"""How long the longest line of each cell is.

    >>> from datetime import UTC
    >>> line_lengths(["won", "Tŷ\nGŵyr", When(2020, 11)], UTC)
    [3, 4, 13]
    """
    if is_text(cells):
        return list(map(len, cells)) if "\n" not in "".join(cells) else list(map(_longest, cells))
    # By identity, since a table repeats few dates many times.
    lengths = {id(cell): _longest(_text(cell, zone)) for cell in {id(cell): cell for cell in cells}.values()}
    return [lengths[id(cell)] for cell in cells]


def _longest(text: str) -> int:
    return max(map(len, text.split("\n")))


def _text(cell: Cell, zone: tzinfo) -> str:
    return date_words(cell, zone=zone) if isinstance(cell, When) else str(cell)

"""What a row under the titles is: an entry, or a total, titles once more, a heading of its own, or a note."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from enum import Enum

from nominate.foreign.cells.occasions import occasion_in
from nominate.foreign.cells.tidying import folded, one_line
from nominate.sheets import Cell, Row

__all__ = ["RowKind", "row_kind"]

_TOTAL = re.compile(r"(grand |sub ?)?totals?\b|sum\b|count\b|average\b|mean\b|number of\b|no of entries\b")
_TOTAL_ALONE = re.compile(r"(grand |sub ?)?totals?")
_NOTE = re.compile(r"(notes?|key|legend|source|sources|last updated|updated|please|nb|n b)\b")


_SHARE = 0.6


class RowKind(Enum):
    """What a row is, as a report calls it."""

    ENTRY = "an entry"
    TOTAL = "a total"
    TITLES = "the titles once more"
    SECTION = "a heading over the rows below"
    NOTE = "a note"
    ABOVE = "a line above the titles"


def row_kind(row: Row, titles: Collection[str]) -> RowKind:
    """What a row is; `titles` are those of the columns, folded.

    >>> row_kind(Row(9, ("Total", None, 7)), {"award", "status", "fee"})
    <RowKind.TOTAL: 'a total'>
    >>> row_kind(Row(9, ("HSJ Awards 2021", None, None)), {"award", "status", "fee"})
    <RowKind.SECTION: 'a heading over the rows below'>
    """
    filled = [cell for cell in row.cells if cell is not None]
    if len(filled) > 1 and _repeats(filled, titles):
        return RowKind.TITLES
    first = folded(one_line(filled[0]))
    if _TOTAL.match(first) and all(not _is_words(cell) for cell in filled[1:]):
        return RowKind.TOTAL
    # "Total", and further on "4 entries" in words: an entry would fill more of its row.
    if _TOTAL_ALONE.fullmatch(first) and len(filled) * 2 < len(titles):
        return RowKind.TOTAL
    if len(filled) <= 2 < len(titles) and (_NOTE.match(first) or str(filled[0]).lstrip().startswith("*")):
        return RowKind.NOTE
    if len(filled) == 1 < len(titles):
        occasion = occasion_in(one_line(filled[0]))
        return RowKind.SECTION if occasion.edition or occasion.is_award else RowKind.NOTE
    return RowKind.ENTRY


def _repeats(filled: Sequence[Cell], titles: Collection[str]) -> bool:
    """Whether most cells of a row are titles; most rows are known to be none by their first cells."""
    most = int((1 - _SHARE) * len(filled)) + 1
    if not any(folded(one_line(cell)) in titles for cell in filled[:most]):
        return False
    return sum(folded(one_line(cell)) in titles for cell in filled) >= _SHARE * len(filled)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and re.search("[A-Za-z]", cell) is not None

"""The outline that readers show beside the pages (ISO 32000-1, 12.3.3): a tree of titles that lead there."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.wording import worded

__all__ = ["Outline"]

# Entries from this level on are folded until somebody opens the one above.
_FOLDED = 2


@attrs.define(kw_only=True, eq=False)
class _Entry:
    title: str
    level: int
    page: int
    top: float
    number: int = 0
    below: list[_Entry] = attrs.field(factory=list)


class Outline:
    """Gathers entries in reading order, each below the last one before it of a higher level."""

    def __init__(self, file: PackedFile) -> None:
        self._file = file
        self._first: list[_Entry] = []
        self._open: list[_Entry] = []

    def add(self, title: str, level: int, page: int, top: float) -> None:
        """An entry that leads to a height on a page; levels and pages count from 0."""
        entry = _Entry(title=title, level=level, page=page, top=top)
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        (self._open[-1].below if self._open else self._first).append(entry)
        self._open.append(entry)

    def finish(self, pages: Sequence[int]) -> int:
        """Write it; gives the number of its object, 0 for none. `pages` are the numbers of the pages."""
        if not self._first:
            return 0
        root = self._file.number()
        count = self._put(self._first, root, pages)
        self._file.put(root, f"<</Type/Outlines{_within(self._first, count)}>>")
        return root

    def _put(self, entries: list[_Entry], parent: int, pages: Sequence[int]) -> int:
        """Write entries that stand together; gives how many are seen, with those below them."""
        for entry in entries:
            entry.number = self._file.number()
        seen = len(entries)
        for place, entry in enumerate(entries):
            said = (
                f"<</Title{worded(entry.title)}/Parent {parent} 0 R"
                f"/Dest[{pages[entry.page]} 0 R/XYZ 0 {entry.top:.2f} null]"
            )
            if place:
                said += f"/Prev {entries[place - 1].number} 0 R"
            if place + 1 < len(entries):
                said += f"/Next {entries[place + 1].number} 0 R"
            if entry.below:
                count = self._put(entry.below, entry.number, pages)
                is_folded = entry.level >= _FOLDED
                said += _within(entry.below, -count if is_folded else count)
                seen += 0 if is_folded else count
            self._file.put(entry.number, f"{said}>>")
        return seen


def _within(entries: list[_Entry], count: int) -> str:
    return f"/First {entries[0].number} 0 R/Last {entries[-1].number} 0 R/Count {count}"

"""The links of one sheet: Excel keeps them apart from the cells that they belong to, and only so many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from nominate_excel._cells.text import link_target, text_xml, tooltip

__all__ = ["MOST_LINKS", "SheetLinks"]

MOST_LINKS = 65_530
"""As many links as a sheet holds (Excel specifications and limits, support.microsoft.com, read 2026-11)."""

_LINKS_IN_A_PIECE = 1_000


class SheetLinks:
    """Takes links in while the rows are made; `lost` is how many a workbook could hold but this sheet cannot.

    >>> links = SheetLinks()
    >>> links.add("B2", "https://awards.example.org/"), links.add("B3", "javascript:alert(1)"), len(links)
    (True, False, 1)
    """

    def __init__(self) -> None:
        self.lost: int = 0
        self._cells: list[str] = []
        self._endings: list[str] = []
        self._known: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._cells)

    @property
    def names(self) -> Mapping[str, str]:
        """The key of each address that is linked to, by the address: many cells may share one."""
        return self._names

    def add(self, cell: str, address: str) -> bool:
        """Link a cell to an address; False where Excel opens none such, or the sheet holds no more."""
        is_full = len(self._cells) >= MOST_LINKS
        ending = self._known.get(address)
        if ending is None:
            if is_full:
                self.lost += bool(link_target(address))
                return False
            ending = self._known[address] = self._ending(address)
        if is_full or not ending:
            self.lost += bool(ending)
            return False
        self._cells.append(cell)
        self._endings.append(ending)
        return True

    def _ending(self, address: str) -> str:
        """What follows the cell in the XML of a link, empty where Excel would open none."""
        target, ending = _linked(address)
        if not target:
            return ""
        name = self._names.setdefault(target, f"link{len(self._names) + 1}")
        return f'" r:id="{name}{ending}'

    def xml(self) -> Iterator[str]:
        """The `hyperlink` elements of the sheet, in pieces."""
        for first in range(0, len(self._cells), _LINKS_IN_A_PIECE):
            some = slice(first, first + _LINKS_IN_A_PIECE)
            pairs = zip(self._cells[some], self._endings[some], strict=True)
            yield "".join([f'<hyperlink ref="{cell}{ending}' for cell, ending in pairs])


# The trackers of a batch link to the same addresses.
@lru_cache(maxsize=4_096)
def _linked(address: str) -> tuple[str, str]:
    """Where a link goes, empty where Excel would open none, and what follows its key in the XML."""
    return link_target(address), f'" tooltip="{text_xml(tooltip(address))}"/>'

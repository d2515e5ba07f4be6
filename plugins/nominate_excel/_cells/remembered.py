"""What the cells of one column became, remembered for as long as the column repeats them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from nominate_excel._parts import Cell, Formula, Link

__all__ = ["RememberedCells", "RememberedTexts"]

Made = TypeVar("Made")
_Make: TypeAlias = Callable[[Sequence[str]], Iterable[str]]

_MOST = 16_384
_OF_ONE_ROW = frozenset({Formula, Link})
# A column of which so many texts were met, and hardly one of them twice, is not expected to repeat itself.
_ENOUGH, _HARDLY = 2_000, 0.97


class RememberedTexts(dict[str, str]):
    """Makes something of texts, and of one that comes again only once.

    Most columns repeat few texts, and then a cell costs one look-up. What is remembered does not grow with
    the rows, and nothing is of a column that hardly repeats any.

    >>> asked = []
    >>> shouted = RememberedTexts(lambda texts: asked.extend(texts) or map(str.upper, texts))
    >>> shouted.of(["won", "won", "shortlisted"]), asked
    (['WON', 'WON', 'SHORTLISTED'], ['won', 'shortlisted'])
    """

    def __init__(self, make: _Make) -> None:
        super().__init__()
        self._make: _Make = make
        self._asked: int = 0
        self._repeats: bool = True

    def of(self, texts: Sequence[str]) -> list[str]:
        """What each of the texts became."""
        if not self._repeats:
            return list(self._make(texts))
        found = list(map(self.get, texts))
        if None in found:
            new = [text for text in dict.fromkeys(texts) if text not in self]
            self.update(zip(new, self._make(new), strict=True))
            found = list(map(self.get, texts))
        self._asked += len(texts)
        if len(self) >= _ENOUGH:
            self._repeats = len(self) < self._asked * _HARDLY
            if len(self) >= _MOST or not self._repeats:
                self.clear()
        return found  # type: ignore[return-value]  # there is none that was not made


class RememberedCells(Generic[Made]):
    """Makes something of cells that are dates, numbers or empty, and of one that comes again only once.

    By identity, since a table repeats few dates many times, and to compare them takes longer than this.

    >>> from nominate import When
    >>> days = RememberedCells(str)
    >>> day = When(2020, 11, 12)
    >>> days.of([day, "", 7, day])
    ['2020-11-12', '', '7', '2020-11-12']
    """

    def __init__(self, make: Callable[[Cell], Made]) -> None:
        self._make: Callable[[Cell], Made] = make
        self._made: dict[int, Made] = {}
        # So that no other cell takes the place of one in memory.
        self._kept: list[Cell] = []

    def of(self, cells: Sequence[Cell]) -> list[Made]:
        """What each of the cells became."""
        found = list(map(self._made.get, map(id, cells)))
        if None in found:
            new = {id(cell): cell for cell, made in zip(cells, found, strict=True) if made is None}
            made = dict(zip(new, map(self._make, new.values()), strict=True))
            self._remember(new, made)
            found = [made[id(cell)] if one is None else one for cell, one in zip(cells, found, strict=True)]
        return found  # type: ignore[return-value]  # there is none that was not made

    def _remember(self, new: Mapping[int, Cell], made: Mapping[int, Made]) -> None:
        # Each formula and link is made for its own row.
        if not _OF_ONE_ROW.isdisjoint(map(type, new.values())):
            new = {key: cell for key, cell in new.items() if type(cell) not in _OF_ONE_ROW}
            made = {key: made[key] for key in new}
        if len(self._kept) >= _MOST:
            self._made.clear()
            self._kept.clear()
        self._made.update(made)
        self._kept.extend(new.values())

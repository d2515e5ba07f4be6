"""What the cells of one column became, remembered for as long as the column repeats them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from nominate_excel._parts import Cell, Formula, Link

__all__ = ["RememberedCells", "RememberedTexts"]

_Make: TypeAlias = Callable[[Sequence[str]], Iterable[str]]

_MOST = 16_384
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

    def __missing__(self, text: str) -> str:
        (made,) = self._make((text,))
        self[text] = made
        return made

    def of(self, texts: Sequence[str]) -> list[str]:
        """What each of the texts became."""
        if not self._repeats:
            return list(self._make(texts))
        found = list(map(self.__getitem__, texts))
        self._asked += len(texts)
        if len(self) >= _ENOUGH:
            self._repeats = len(self) < self._asked * _HARDLY
            if len(self) >= _MOST or not self._repeats:
                self.clear()
        return found


class RememberedCells:
    """Makes something of cells that are dates, numbers or empty, and of one that comes again only once.

    By identity, since a table repeats few dates many times, and to compare them takes longer than this.

    >>> from nominate import When
    >>> days = RememberedCells(str)
    >>> day = When(2020, 11, 12)
    >>> days.of([day, "", 7, day])
    ['2020-11-12', '', '7', '2020-11-12']
    """

    def __init__(self, make: Callable[[Cell], str]) -> None:
        self._make: Callable[[Cell], str] = make
        self._made: dict[int, str] = {}
        # So that no other cell takes the place of one in memory.
        self._kept: list[Cell] = []

    def of(self, cells: Sequence[Cell]) -> list[str]:
        """What each of the cells became."""
        found = list(map(self._made.get, map(id, cells)))
        if None not in found:
            return found  # type: ignore[return-value]  # the line before has asked
        return [self._one(cell) if made is None else made for cell, made in zip(cells, found, strict=True)]

    def _one(self, cell: Cell) -> str:
        made = self._make(cell)
        # Each formula and link is made for its own row.
        if not isinstance(cell, Formula | Link):
            if len(self._kept) >= _MOST:
                self._made.clear()
                self._kept.clear()
            self._made[id(cell)] = made
            self._kept.append(cell)
        return made

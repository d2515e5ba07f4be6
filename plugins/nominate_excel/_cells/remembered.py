"""What the cells of one column became, remembered for as long as the column repeats them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeAlias, TypeVar

from nominate_excel._parts import Cell, Formula, Link

__all__ = ["RememberedCells", "RememberedRows", "RememberedTexts"]

Row = TypeVar("Row", bound=Hashable)
Made = TypeVar("Made")
_Make: TypeAlias = Callable[[Sequence[str]], Iterable[str]]

_MOST = 16_384
_OF_ONE_ROW = frozenset({Formula, Link})
# A column or a table of which so much was met, and hardly any of it twice, is not expected to repeat itself.
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


class RememberedRows(Generic[Row, Made]):
    """Makes something of rows, many at once, and of one that comes again in another tracker only once.

    Nothing is remembered of a table of which hardly a row comes again, and which no longer `repeats`.

    >>> asked = []
    >>> widths = RememberedRows(lambda rows: asked.extend(rows) or map(len, rows))
    >>> widths.of([("a",), ("a", "b"), ("a",)]), asked, len(widths)
    ([1, 2, 1], [('a',), ('a', 'b')], 2)
    """

    def __init__(self, make: Callable[[Sequence[Row]], Iterable[Made]]) -> None:
        self._make: Callable[[Sequence[Row]], Iterable[Made]] = make
        self._made: dict[Row, Made] = {}
        self._asked: int = 0
        self.repeats: bool = True

    def __len__(self) -> int:
        return len(self._made)

    def of(self, rows: Sequence[Row]) -> list[Made]:
        """What each of the rows became."""
        found = list(map(self._made.get, rows))
        self._asked += len(rows)
        if None in found:
            new = [row for row in dict.fromkeys(rows) if row not in self._made]
            made = dict(zip(new, self._make(new), strict=True))
            found = [made[row] if one is None else one for row, one in zip(rows, found, strict=True)]
            if self.repeats:
                self._remember(made)
        return found  # type: ignore[return-value]  # there is none that was not made

    def _remember(self, made: Mapping[Row, Made]) -> None:
        self._made.update(made)
        if len(self._made) >= _ENOUGH:
            self.repeats = len(self._made) < self._asked * _HARDLY
            if len(self._made) >= _MOST or not self.repeats:
                self._made.clear()
                self._asked = 0

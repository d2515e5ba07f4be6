"""How high rows are: as high as their wrapped text takes.

Excel fits rows to their text itself. Previewers and LibreOffice without a window do not, so they are told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from nominate_excel._parts import Cell, Formula, Link

__all__ = ["OPENINGS", "Lines", "is_text"]

# In points, up to the highest row that Excel knows.
_LINE, _MOST_LINES = 15, 27
OPENINGS = ('">', '">', *(f'" ht="{lines * _LINE}">' for lines in range(2, _MOST_LINES + 1)))
"""What follows the number of a row in its XML, by the lines that it takes."""

# The width that is lost at the end of a line, where no word fits any more.
_LOST_IN_LINE = 2


class Lines(dict[int, int]):
    r"""How many lines a text of so many characters takes in a column, each found out once.

    >>> lines = Lines(20)
    >>> lines[20], lines[21], lines.of("one\ntwo"), lines[10_000]
    (1, 2, 2, 27)
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width: int = width

    def __missing__(self, size: int) -> int:
        lines = self[size] = min(self._wrapped(size), _MOST_LINES) if size > self._width else 1
        return lines

    def of(self, text: str) -> int:
        """How many lines a text takes that may have line feeds."""
        if "\n" not in text:
            return self[len(text)]
        return min(sum(self._wrapped(len(part)) for part in text.split("\n")), _MOST_LINES)

    def _wrapped(self, size: int) -> int:
        """Or a few more: each line loses part of a word at its end."""
        return -(-size // max(self._width - _LOST_IN_LINE, 1)) or 1

    def raise_rows(self, rows: list[int], cells: Sequence[Cell]) -> None:
        """Make each row as many lines high as its cell of this column takes."""
        texts = cells if is_text(cells) else list(map(_visible, cells))
        if "\n" in "".join(texts):
            rows[:] = map(max, rows, map(self.of, texts))
            return
        sizes = list(map(len, texts))
        if max(sizes) > self._width:
            rows[:] = map(max, rows, map(self.__getitem__, sizes))


def is_text(cells: Sequence[Cell]) -> TypeGuard[Sequence[str]]:
    """Whether the cells hold nothing but text, as those of most columns do."""
    # As fast as many rows want it: joining stops at the first that is none.
    try:
        "".join(cells)  # type: ignore[arg-type]  # that is the question
    except TypeError:
        return False
    return True


def _visible(cell: Cell) -> str:
    """The text of a cell that may need more than one line; real dates and numbers never do."""
    match cell:
        case str():
            return cell
        case Link():
            return cell.label
        case Formula() if isinstance(cell.value, str):
            return cell.value
    return ""

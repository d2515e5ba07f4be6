"""What the register was before: looked at only where nothing else tells what a cell was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from nominate.importing.merging.cells import TableCells
from nominate.register.register import Register
from nominate.viewing.tables.column import Cell
from nominate.viewing.view import View

__all__ = ["Versions"]


class Versions:
    """The cells of earlier registers; each is asked for and made into a view once, when it is its turn.

    `made` makes the view that a file is of from one of them.
    """

    def __init__(self, registers: Iterable[Register], made: Callable[[Register], View]) -> None:
        self._left: Iterator[Register] = iter(registers)
        self._made: Callable[[Register], View] = made
        self._known: list[TableCells] = []

    def cells(self, table: str, record: str, column: str) -> Iterator[Cell]:
        """What a cell said, in the order in which the registers come."""
        for version in self._all():
            row = version.row(table, record)
            if row is not None:
                yield row.get(column, "")

    def _all(self) -> Iterator[TableCells]:
        yield from self._known
        for register in self._left:
            self._known.append(TableCells(partial(self._made, register)))
            yield self._known[-1]

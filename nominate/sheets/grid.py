"""A sheet as a grid of values, whatever program and format it came from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from nominate.errors import Problem
from nominate.model.when import When

__all__ = ["Area", "Cell", "NamedTable", "Row", "Sheet", "Workbook", "column_letters", "column_number"]

Cell: TypeAlias = str | int | Decimal | When | bool | None
"""What a cell holds, of the type that the file gave it; None where it is empty."""

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", re.ASCII)
_LETTERS = 26


def column_letters(number: int) -> str:
    """The letters of a column, counted from 1, as a spreadsheet heads it.

    >>> column_letters(5), column_letters(27)
    ('E', 'AA')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, counted from 1.

    >>> column_number("E"), column_number("AA")
    (5, 27)
    """
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


@attrs.frozen
class Area:
    """A rectangle of cells; rows and columns are counted from 1, the last ones included.

    >>> Area.parse("B5:D6")
    Area(first_row=5, first_column=2, last_row=6, last_column=4)
    """

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def parse(cls, reference: str) -> Area:
        """Read a reference such as `A1:D9` or `B2`.

        Raises:
            ValueError: it is no reference to cells.
        """
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            raise ValueError(f"{reference!r} is not a range of cells")
        left, top, right, bottom = found.groups()
        return cls(int(top), column_number(left), int(bottom or top), column_number(right or left))

    def __str__(self) -> str:
        start = f"{column_letters(self.first_column)}{self.first_row}"
        end = f"{column_letters(self.last_column)}{self.last_row}"
        return start if start == end else f"{start}:{end}"


@attrs.frozen
class Row:
    """A row that holds something: its number in the file, counted from 1, and its cells from column A on.

    In a file without sheets the number is that of the line where the row begins.

    >>> Row(2, ("ruh-skip-2020", None, 4)).number
    2
    """

    number: int
    cells: tuple[Cell, ...]


@attrs.frozen(kw_only=True)
class NamedTable:
    """A table object of a sheet: its name, and the cells that it takes up, the header among them."""

    name: str
    area: Area


@attrs.frozen(kw_only=True)
class Sheet:
    """One sheet: the rows that hold something, each as wide as the widest, and what stands around them.

    The rows come in the order of the sheet, hidden and filtered ones too; blank ones are left out. Merged
    cells have their value at the top left, and the others are empty. `links` has the address that a cell
    links to, by the cell's own. `delimiter` is what parts the cells of a csv file. `problems` tell, cell by
    cell, what could not be read, and what the reader had to decide.

    >>> sheet = Sheet(name="Awards", rows=(Row(1, ("Award",)), Row(3, ("HSJ Awards",))))
    >>> sheet.width, sheet.address(sheet.rows[1], 0)
    (1, 'A3')
    """

    name: str = ""
    rows: tuple[Row, ...] = attrs.field(default=(), repr=False)
    is_hidden: bool = False
    merged: tuple[Area, ...] = ()
    tables: tuple[NamedTable, ...] = ()
    links: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    delimiter: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are, from column A to the last one that holds something."""
        return len(self.rows[0].cells) if self.rows else 0

    def address(self, row: Row, place: int) -> str:
        """The address of a row's cell; `place` is counted from 0, as in `row.cells`."""
        return f"{column_letters(place + 1)}{row.number}"


@attrs.frozen(kw_only=True)
class Workbook:
    """All sheets of a file, in its order; `name` is the file's.

    >>> Workbook(name="awards.xlsx", sheets=(Sheet(name="Awards"),)).sheet("awards").name
    'Awards'
    """

    name: str
    sheets: tuple[Sheet, ...]

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, capitals aside as in Excel; None where there is none."""
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == name.casefold()), None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of all sheets, in their order."""
        return tuple(problem for sheet in self.sheets for problem in sheet.problems)

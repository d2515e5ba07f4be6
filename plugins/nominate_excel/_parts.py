"""What a sheet is made of, told without any library: columns, tables, lines, links, formulas, charts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache
from itertools import accumulate, zip_longest
from typing import Any, TypeAlias

import attrs

from nominate import When

__all__ = [
    "MOST_FEW",
    "NUMBER",
    "Batch",
    "Block",
    "Cell",
    "Chart",
    "Few",
    "Flag",
    "Formula",
    "Line",
    "Link",
    "Look",
    "Picture",
    "Sheet",
    "SheetColumn",
    "Table",
    "few",
    "height",
    "letter",
    "small_table",
]


class Look(Enum):
    """How a cell is dressed; the value is the name of its style in the workbook."""

    TITLE = "Nominate title"
    HEADING = "Nominate heading"
    NOTE = "Nominate note"
    HEADER = "Nominate header"
    TEXT = "Nominate text"
    WORKED_OUT = "Nominate worked out"
    DATE = "Nominate date"
    TIME = "Nominate time"
    COUNT = "Nominate count"
    AMOUNT = "Nominate amount"
    LINK = "Nominate link"


class Flag(Enum):
    """A state that a cell says in words and shows in colour; the value is the word that the cell begins with.

    The colour follows from the words, so that it never says more than they do.
    """

    OVERDUE = "overdue"
    SOON = "soon"
    WON = "won"


@attrs.frozen
class Link:
    """A web or mail address behind a readable label.

    >>> Link("https://awards.example.org/", "Coastal Care Awards").label
    'Coastal Care Awards'
    """

    address: str
    label: str


@attrs.frozen
class Formula:
    """What Excel works out again after every edit, with the value that it has now for whoever only looks."""

    text: str
    value: int | str


Cell: TypeAlias = str | int | Decimal | When | Link | Formula
"""What a cell may hold; an empty text leaves it empty."""

Batch: TypeAlias = Sequence[Sequence[Cell]]
"""Some rows of a table, column by column: so a column's cells are made in one go."""

NUMBER = "\0"
"""What stands for the number of its row in a row that is made before it has a place."""

MOST_FEW = 250
"""As many rows of a table are remembered for the next tracker of a batch; more would drive others out."""

Lay: TypeAlias = Callable[[Sequence[Any], Sequence[str]], Batch]
"""What makes the cells of some rows from what they tell of, with their numbers, or `NUMBER` for each."""


@attrs.frozen
class Few:
    """Some rows of a table by what they tell of, so that one which comes again, as in a batch, is made once.

    `lay` has to make the same of equals; two that are equal are for columns of the same looks.
    """

    rows: Sequence[Hashable]
    lay: Lay


@attrs.frozen
class _Side:
    """Lays rows that are told cell by cell; `looks` are those of their columns."""

    looks: tuple[Look, ...]

    def __call__(self, rows: Sequence[Sequence[Cell]], numbers: Sequence[str]) -> Batch:  # noqa: ARG002
        return tuple(zip(*rows, strict=True))


@attrs.frozen(kw_only=True)
class SheetColumn:
    """One column of a table: `width` in characters, `says` what it holds, for the sheet About.

    `choices` are the words that a person may choose from, offered under `list_name`; a column that
    `takes_others` asks before it takes another. The texts of a column that `is_unshared` stand in their own
    cells, since none of them comes twice. `widest` is the most that its width may be where that goes by its
    texts, else 0: its rows are as high as at that width, since a narrower column is one where all texts fit.

    >>> SheetColumn(title="Wins", width=8, says="entries that won").look.value
    'Nominate text'
    """

    title: str
    width: int
    widest: int = 0
    says: str
    look: Look = Look.TEXT
    choices: tuple[str, ...] = ()
    list_name: str = ""
    takes_others: bool = False
    flags: tuple[Flag, ...] = ()
    is_unshared: bool = False


@attrs.frozen(kw_only=True)
class Line:
    """One text in the first column of a row of its own."""

    text: str
    look: Look = Look.TEXT


@attrs.frozen(kw_only=True)
class Table:
    """A header row and `height` rows under it; `batches` is gone through once, and may be made on the way."""

    name: str
    columns: tuple[SheetColumn, ...]
    batches: Iterable[Batch | Few]
    height: int
    has_filter: bool = True


Block: TypeAlias = Line | Table


def few(columns: Iterable[SheetColumn], rows: Sequence[Sequence[Cell]]) -> Batch | Few:
    """Rows that are told cell by cell, as a batch where they are not few."""
    if len(rows) > MOST_FEW:
        return tuple(zip(*rows, strict=True))
    return Few(rows, _Side(tuple(column.look for column in columns)))


def small_table(name: str, columns: tuple[SheetColumn, ...], rows: Iterable[Sequence[Cell]]) -> Table:
    """A table of a few rows that are all there, without buttons to filter them.

    >>> small_table("Wins", (SheetColumn(title="Wins", width=8, says=""),), [("one",), ("two",)]).height
    2
    """
    held = tuple(rows)
    return Table(
        name=name,
        columns=columns,
        batches=(few(columns, held),),
        height=len(held),
        has_filter=False,
    )


@attrs.frozen(kw_only=True)
class Chart:
    """A bar for each of `bars`, labelled and measured by the first two columns of the table of that name.

    `says` is what the chart shows, in words, for people who cannot see it; `column` and `row` are its top
    left cell, `rows` how many rows it is high.
    """

    table: str
    bars: tuple[tuple[str, int], ...]
    title: str
    axis: str
    measure: str
    says: str
    column: int
    row: int
    rows: int


@attrs.frozen(kw_only=True)
class Picture:
    """An image as its file holds it, with the words for people who cannot see it.

    `ending` is that of its file, `width` and `height` are in dots, `column` and `row` its top left cell.
    """

    content: bytes = attrs.field(repr=False)
    ending: str
    width: int
    height: int
    says: str
    column: int
    row: int


@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet: its blocks from the first row down, with no row between them; `says` is for the sheet About.

    `frozen` is how many columns stay in sight with the first row, which is repeated on every printed page;
    None where all of it scrolls. `printed` is how many columns are printed, 0 for all.
    """

    name: str
    says: str
    blocks: tuple[Block, ...]
    frozen: int | None = None
    charts: tuple[Chart, ...] = ()
    picture: Picture | None = None
    printed: int = 0

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Those of its blocks that are tables."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def placed(self) -> tuple[tuple[int, Block], ...]:
        """Each block with its first row, counted from 1.

        >>> table = Table(name="t", columns=(), batches=(), height=3)
        >>> sheet = Sheet(name="s", says="", blocks=(Line(text="a"), table, Line(text="b")))
        >>> [row for row, _ in sheet.placed], sheet.height
        ([1, 2, 6], 6)
        """
        rows = accumulate((height((block,)) for block in self.blocks), initial=1)
        return tuple(zip(rows, self.blocks, strict=False))

    @cached_property
    def height(self) -> int:
        """How many rows its blocks take."""
        return height(self.blocks)

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """The width of each column: that of the widest table there.

        >>> column = SheetColumn(title="Wins", width=8, says="entries that won")
        >>> table = Table(name="t", columns=(column,), batches=(), height=0)
        >>> Sheet(name="s", says="", blocks=(Line(text="a"), table)).widths
        (8,)
        """
        columns = ([column.width for column in table.columns] for table in self.tables)
        return tuple(map(max, zip_longest(*columns, fillvalue=0)))


def height(blocks: Iterable[Block]) -> int:
    """How many rows the blocks take together."""
    return sum(block.height + 1 if isinstance(block, Table) else 1 for block in blocks)


@lru_cache(maxsize=1_024)
def letter(column: int) -> str:
    """The letters of a column, counted from 1.

    >>> letter(1), letter(27)
    ('A', 'AA')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""`Intake`: what a file says, cell by cell, told without any register at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from nominate.errors import Problem
from nominate.importing.digest_lines import DigestLines
from nominate.model.mapping import FrozenDict
from nominate.model.when import When
from nominate.register.changes import Origin

__all__ = ["Intake", "IntakeBase", "IntakeColumn", "IntakeRow", "IntakeSheet", "IntakeValue"]

IntakeValue: TypeAlias = str | int | Decimal | When | bool | None
"""What a cell may hold, of the type that the file gave it; None or an empty text for an empty cell."""


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


def _scope(scope: Mapping[str, Iterable[str]]) -> FrozenDict[str, tuple[str, ...]]:
    return FrozenDict({name: tuple(values) for name, values in scope.items()})


def _digests(rows: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    if isinstance(rows, DigestLines):
        return rows
    return FrozenDict({name: tuple(digests) for name, digests in rows.items()})


@attrs.frozen(kw_only=True)
class IntakeColumn:
    """One column of a sheet: its header as written, the column of ours that it is, and its letter.

    `name` is empty for a column that somebody added; what stands there is kept as `extra`. `letter` is the
    column's place in a sheet, as in `E`, and empty for a file without sheets.

    >>> IntakeColumn(title="Budget code", letter="R").name
    ''
    """

    title: str
    name: str = ""
    letter: str = ""


@attrs.frozen(kw_only=True)
class IntakeRow:
    """One row: its number in the file, counted from 1, and a value for each column of its sheet, in order.

    >>> IntakeRow(number=2, values=("ruh-skip-2020", "A better ward")).values[1]
    'A better ward'
    """

    number: int
    values: tuple[IntakeValue, ...]


@attrs.frozen(kw_only=True)
class IntakeBase:
    """What each cell of a sheet was made from: for each record's id, a `cell_digest` for each column name.

    An empty digest says that the file tells nothing of that cell.

    >>> base = IntakeBase(columns=("title",), rows={"ruh-skip-2020": ("g6vnnhg3",)})
    >>> base.digest("ruh-skip-2020", "title"), base.digest("ruh-skip-2020", "owner")
    ('g6vnnhg3', '')
    """

    columns: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    rows: Mapping[str, tuple[str, ...]] = attrs.field(factory=FrozenDict, converter=_digests)

    @classmethod
    def from_lines(cls, *, columns: Iterable[str], lines: Mapping[str, str]) -> IntakeBase:
        """The same from a line of text for each record: its digests, parted by single blanks.

        They stay in that text, which takes less than half of the memory, until somebody asks for them.

        Raises:
            ValueError: a line is not of one digest for each column.

        >>> base = IntakeBase.from_lines(columns=("title", "owner"), lines={"ward": "g6vnnhg3 cs3m7fgv"})
        >>> base.rows["ward"]
        ('g6vnnhg3', 'cs3m7fgv')
        """
        names = tuple(columns)
        return cls(columns=names, rows=DigestLines(lines, width=len(names)))

    def digest(self, record: str, column: str) -> str:
        """The digest of one cell, empty where the file tells none."""
        if column not in self.columns or record not in self.rows:
            return ""
        return self.rows[record][self.columns.index(column)]


@attrs.frozen(kw_only=True)
class IntakeSheet:
    """One sheet of a file, or the whole of a file that has none: its columns, its rows, and their base.

    `of` is the table of a view that the sheet shows: `nominations`, `organisations`, `awards` or `dates`;
    empty where it is none of ours. `name` is the sheet's name as written, empty for a file without sheets. A
    row without an id is a new one. `base` is None where the file does not tell what it was made from.

    >>> title = IntakeColumn(title="Title", name="title", letter="B")
    >>> row = IntakeRow(number=7, values=("A better ward",))
    >>> sheet = IntakeSheet(name="Nominations", of="nominations", columns=(title,), rows=(row,))
    >>> str(sheet.origin("tracker.xlsx", row, title))
    'tracker.xlsx:Nominations!B7'
    """

    name: str = ""
    of: str = ""
    columns: tuple[IntakeColumn, ...]
    rows: tuple[IntakeRow, ...] = ()
    base: IntakeBase | None = None

    def origin(self, file: str, row: IntakeRow, column: IntakeColumn | None = None) -> Origin:
        """Where a cell is, or a whole row: sheet and cell, or the line of a file without sheets."""
        if not self.name:
            return Origin(file=file, line=row.number)
        letter = (column.letter if column is not None else "") or self._first_letter
        return Origin(file=file, sheet=self.name, cell=f"{letter}{row.number}")

    @property
    def _first_letter(self) -> str:
        return next((column.letter for column in self.columns if column.letter), "A")


@attrs.frozen(kw_only=True)
class Intake:
    """What a file says: its sheets, what it says that it was made from, and what could not be read of it.

    `file` is its name. `revision`, `audience`, `as_of` and `scope` are as the file tells them of the view
    that it was made from; empty where it tells nothing. `problems` stand at their sheet and cell.

    >>> Intake(file="tracker.xlsx", audience="public").sheets
    ()
    """

    file: str
    sheets: tuple[IntakeSheet, ...] = ()
    revision: str = ""
    audience: str = ""
    as_of: When | None = None
    scope: Mapping[str, tuple[str, ...]] = attrs.field(factory=FrozenDict, converter=_scope)
    problems: tuple[Problem, ...] = ()

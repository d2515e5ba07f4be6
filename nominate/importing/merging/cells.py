"""What the cells of a table say: of the register now, or of what the file may have been made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo

from nominate.files.typed_dates import read_typed_date
from nominate.files.words import synonym
from nominate.importing.intake import IntakeValue
from nominate.model.date_words import date_words
from nominate.model.decision import Outcome
from nominate.model.nomination import Progress
from nominate.model.when import When
from nominate.viewing.cell_digests import cell_digest, cell_text
from nominate.viewing.columns import columns_for
from nominate.viewing.entry import Entry
from nominate.viewing.tables.column import Cell, Column, ColumnKind
from nominate.viewing.view import View

__all__ = ["TableCells", "meant", "same", "told"]

_WORDS = {"decisions": Outcome, "progress": Progress}


class TableCells:
    """The cells of a view's tables by record and column; the view is made for the first that is asked for."""

    def __init__(self, make: Callable[[], View]) -> None:
        self._make = make
        self._made: View | None = None
        self._tables: dict[str, tuple[list[str], dict[str, tuple[Cell, ...]]]] = {}
        self._entries: dict[str, Entry] = {}

    @property
    def view(self) -> View:
        """The view itself."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def row(self, table: str, record: str) -> Mapping[str, Cell] | None:
        """The cells of a record by column, None where its audience knows of no such record."""
        if table not in self._tables:
            columns = columns_for(self.view.audience, table)
            names = [column.name for column in columns if not column.is_of_the_day]
            rows = self.view.table(names, of=table)
            next(rows)
            place = names.index("id")
            self._tables[table] = names, {str(row[place]): row for row in rows}
        names, held = self._tables[table]
        # Of a large table few rows are asked for.
        return dict(zip(names, held[record], strict=True)) if record in held else None

    def entry(self, record: str) -> Entry:
        """The entry of a nomination that has a row."""
        if not self._entries:
            self._entries = {entry.id: entry for entry in self.view.entries}
        return self._entries[record]


def told(value: IntakeValue, *, zone: tzinfo) -> str:
    """A cell as a person reads it: dates in words.

    >>> from datetime import UTC
    >>> told(When(2020, 11), zone=UTC), told(3, zone=UTC)
    ('November 2020', '3')
    """
    return date_words(value, zone=zone) if isinstance(value, When) else cell_text(value, zone=zone)


def meant(value: IntakeValue, column: Column, *, day_first: bool) -> IntakeValue:
    """A cell as its column would say it: a date typed as text, or another word for a choice.

    >>> from nominate.viewing.columns import TABLES
    >>> columns = {column.name: column for column in TABLES["nominations"].columns}
    >>> meant("Winner (declined)", columns["outcome"], day_first=True)
    'won (declined)'
    >>> meant("Nov 2020", columns["announced"], day_first=True)
    When('2020-11')
    """
    if not isinstance(value, str) or not value:
        return value
    if column.kind is ColumnKind.DATE:
        try:
            return read_typed_date(value, day_first=day_first).when
        except ValueError:
            return value
    if column.kind is ColumnKind.CHOICE and column.field in _WORDS:
        word, bracket, rest = value.partition(" (")
        return f"{synonym(word, _WORDS[column.field]) or word}{bracket}{rest}"
    return value


def same(value: IntakeValue, cell: Cell, *, zone: tzinfo) -> bool:
    """Whether a cell of a file says what a cell of a table says; a date may come back in words.

    >>> from datetime import UTC
    >>> same("November 2020", When(2020, 11), zone=UTC), same("", When(2020, 11), zone=UTC)
    (True, False)
    """
    if cell_digest(value, zone=zone) == cell_digest(cell, zone=zone):
        return True
    return isinstance(cell, When) and cell_text(value, zone=zone) == date_words(cell, zone=zone)

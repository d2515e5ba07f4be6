"""A new row of a sheet: its cells by column, each with its place."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from nominate.importing.intake import IntakeRow, IntakeSheet, IntakeValue
from nominate.importing.merging.comparing import pairs_of
from nominate.importing.merging.fields import text_of
from nominate.register.changes import Origin
from nominate.viewing.tables.column import Column

__all__ = ["NewRow", "new_row"]


@attrs.frozen(kw_only=True)
class NewRow:
    """What a new row says, without its empty cells; `id` is empty unless somebody chose one.

    `has_base`: its sheet tells what it was made from. `cells` and `columns` are by the name of the column,
    `extra` by the title of one that nobody knows.
    """

    table: str
    id: str
    has_base: bool
    origin: Origin
    cells: Mapping[str, IntakeValue]
    columns: Mapping[str, Column]
    origins: Mapping[str, Origin]
    extra: Mapping[str, IntakeValue]

    def text(self, column: str) -> str:
        """What a cell says, empty where there is none."""
        return text_of(self.cells.get(column))

    def at(self, column: str) -> Origin:
        """Where a cell is; the row where there is none."""
        return self.origins.get(column, self.origin)

    def only(self, columns: frozenset[str]) -> dict[str, IntakeValue]:
        """The cells of some columns."""
        return {name: value for name, value in self.cells.items() if name in columns}


def new_row(row: IntakeRow, sheet: IntakeSheet, file: str) -> NewRow:
    """The row of that sheet of that file."""
    pairs = [pair for pair in pairs_of(sheet) if text_of(row.values[pair.place])]
    own = [text_of(row.values[place]) for place, column in enumerate(sheet.columns) if column.name == "id"]
    known = {pair.column.name: pair for pair in pairs if pair.column.name}
    return NewRow(
        table=sheet.of,
        id=next(iter(own), ""),
        has_base=sheet.base is not None,
        origin=sheet.origin(file, row),
        cells={name: row.values[pair.place] for name, pair in known.items()},
        columns={name: pair.column for name, pair in known.items()},
        origins={name: sheet.origin(file, row, pair.written) for name, pair in known.items()},
        extra={pair.column.title: row.values[pair.place] for pair in pairs if not pair.column.name},
    )

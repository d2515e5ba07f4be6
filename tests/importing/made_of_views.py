"""An intake as an exporter and an importer would make it of a view, without any file between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import tzinfo

import attrs

from nominate import Intake, IntakeBase, IntakeColumn, IntakeRow, IntakeSheet, View, When, cell_digest
from nominate.model.date_words import date_words

__all__ = ["TABLES", "edited", "intake_of", "sheet_of"]

TABLES = ("nominations", "organisations", "awards", "dates")

Value = object


def intake_of(view: View, *, tables: Iterable[str] = TABLES, has_base: bool = True) -> Intake:
    """What a tracker of the view says when nobody has touched it; partial dates come back in words."""
    return Intake(
        file="tracker.xlsx",
        sheets=tuple(sheet_of(view, table, has_base=has_base) for table in tables),
        revision=view.revision,
        audience=view.audience.value,
        as_of=view.as_of,
        scope={
            name: tuple(str(getattr(each, "value", each)) for each in values)
            for name, values in attrs.asdict(view.scope, recurse=False).items()
        },
    )


def sheet_of(view: View, table: str, *, has_base: bool = True) -> IntakeSheet:
    names = [column.name for column in view.columns_of(table)]
    titles, *rows = view.table(of=table)
    place = names.index("id")
    digests = {str(row[place]): tuple(cell_digest(cell, zone=view.zone) for cell in row) for row in rows}
    return IntakeSheet(
        name=table.title(),
        of=table,
        columns=tuple(
            IntakeColumn(
                title=str(title), name=name, letter=chr(65 + place) if place < 26 else f"A{chr(39 + place)}"
            )
            for place, (title, name) in enumerate(zip(titles, names, strict=True))
        ),
        rows=tuple(
            IntakeRow(number=number, values=tuple(_returned(cell, view.zone) for cell in row))
            for number, row in enumerate(rows, 2)
        ),
        base=IntakeBase(columns=tuple(names), rows=digests) if has_base else None,
    )


def _returned(cell: object, zone: tzinfo) -> object:
    """A cell as a workbook gives it back: a date only where the day is known, else words; nothing for nothing."""
    if isinstance(cell, When):
        return cell if cell.date is not None else date_words(cell, zone=zone)
    return None if cell == "" else cell


def edited(intake: Intake, edits: Mapping[tuple[str, str, str], Value]) -> Intake:
    """The intake with cells changed: by table, id and column name."""
    sheets = list(intake.sheets)
    for (table, record, column), value in edits.items():
        place = next(n for n, sheet in enumerate(sheets) if sheet.of == table)
        sheets[place] = _with_cell(sheets[place], record, column, value)
    return attrs.evolve(intake, sheets=tuple(sheets))


def _with_cell(sheet: IntakeSheet, record: str, column: str, value: Value) -> IntakeSheet:
    names = [each.name for each in sheet.columns]
    rows = []
    for row in sheet.rows:
        if row.values[names.index("id")] == record:
            values = list(row.values)
            values[names.index(column)] = value
            row = attrs.evolve(row, values=tuple(values))
        rows.append(row)
    return attrs.evolve(sheet, rows=tuple(rows))

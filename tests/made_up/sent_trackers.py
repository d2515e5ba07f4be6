"""Trackers as somebody would send them back, without any file: what an importer would read of a view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import tzinfo

import attrs

from nominate import (
    Intake,
    IntakeBase,
    IntakeColumn,
    IntakeRow,
    IntakeSheet,
    Merge,
    Register,
    View,
    When,
    cell_digest,
    date_words,
    merge,
)
from nominate.importing.intake import IntakeValue
from nominate.sheets import column_letters
from nominate.viewing.tables.column import Cell

__all__ = [
    "NOW",
    "REGISTER",
    "TABLES",
    "Edit",
    "edited",
    "intake_of",
    "merged",
    "sheet_of",
    "with_row",
    "with_sheet",
]

TABLES = ("nominations", "organisations", "awards", "dates")
NOW = When(2026, 11, 23, 9, 30)

Edit = tuple[str, str, str, IntakeValue]
"""A table, the id of a row, the name of a column, and what somebody wrote there."""

REGISTER = """
register: {publisher: network}
organisations:
- {id: network, name: Aberdwr Health Network, abbreviation: AHN, kind: network}
- id: harbour
  name: Harbour Hospitals NHS Trust
  short_name: Harbour Hospitals
  abbreviation: HH
  kind: nhs trust
  aliases: [Harbour Trust]
  former_names: [{until: 2019-03, name: Old Quay Hospital}]
- {id: hill, name: Hill Charity, kind: charity, part_of: harbour}
- {id: quay, name: Quay Digital, kind: company}
people:
- {id: ann, name: Dr Ann Example, short_name: Dr Example}
programmes:
- {id: lanterns, name: Lanterns at Night, abbreviation: LAN, lead: harbour}
awards:
- id: tide
  name: Tide Awards
  former_names: [{until: 2018, name: Ebb Prizes}]
  editions:
  - id: 2026
    name: 2026 Tide Awards
    dates:
    - {what: entry deadline, when: 2026-02-28}
    - {what: ceremony, when: 2026-10}
    categories:
    - {id: ward, name: Ward of the Year, about: For wards.}
    - {id: team, name: Team of the Year}
  - id: 2027
    categories: [{id: ward, name: Ward of the Year}]
nominations:
- id: lamp
  edition: tide/2026
  category: ward
  title: A lamp on every ward
  nominees: [{organisation: harbour, role: lead}, {organisation: quay, role: supplier}]
  programme: lanterns
  progress: submitted
  submitted: 2026-02-20
  owner: Ann
  notes: Ask for a photograph.
  decisions:
  - {outcome: shortlisted, label: finalist, announced: 2026-06-10}
- id: bell
  edition: tide/2026
  category: team
  title: The night bell
  nominees: [hill]
  progress: submitted
  decisions:
  - {outcome: shortlisted, announced: 2026-06-10}
  - {outcome: won, announced: 2026-10-15, embargo: {until: 2026-10-15T20:00}}
- id: tea
  edition: tide/2026
  category: team
  title: Tea at two
  nominees: [{person: ann}]
  progress: drafting
- id: boat
  edition: tide/2026
  category: ward
  title: A boat for visitors
  nominees: [quay]
  decisions: [{outcome: unsuccessful, announced: 2026-10-15}]
"""


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
            IntakeColumn(title=str(title), name=name, letter=column_letters(place))
            for place, (title, name) in enumerate(zip(titles, names, strict=True), 1)
        ),
        rows=tuple(
            IntakeRow(number=number, values=tuple(_returned(cell, view.zone) for cell in row))
            for number, row in enumerate(rows, 2)
        ),
        base=IntakeBase(columns=tuple(names), rows=digests) if has_base else None,
    )


def _returned(cell: Cell, zone: tzinfo) -> IntakeValue:
    """A cell as a workbook gives it back: a date only where the day is known, else words."""
    if isinstance(cell, When):
        return cell if cell.date is not None else date_words(cell, zone=zone)
    return None if cell == "" else cell


def edited(intake: Intake, *edits: Edit) -> Intake:
    """The intake with some cells written anew."""
    sheets = {sheet.of: sheet for sheet in intake.sheets}
    for table, record, column, value in edits:
        sheets[table] = _with_cell(sheets[table], record, column, value)
    return attrs.evolve(intake, sheets=tuple(sheets.values()))


def merged(intake: Intake, register: Register, *edits: Edit) -> Merge:
    """The merge of the intake with some cells written anew."""
    return merge(edited(intake, *edits), register, known=NOW)


def with_sheet(intake: Intake, table: str, change: Callable[[IntakeSheet], IntakeSheet]) -> Intake:
    """The intake with one sheet changed."""
    sheets = tuple(change(sheet) if sheet.of == table else sheet for sheet in intake.sheets)
    return attrs.evolve(intake, sheets=sheets)


def with_row(intake: Intake, table: str, **cells: IntakeValue) -> Intake:
    """The intake with a row more at the end of a sheet."""

    def longer(sheet: IntakeSheet) -> IntakeSheet:
        number = 2 + len(sheet.rows)
        values = tuple(cells.get(column.name or column.title) for column in sheet.columns)
        return attrs.evolve(sheet, rows=(*sheet.rows, IntakeRow(number=number, values=values)))

    return with_sheet(intake, table, longer)


def _with_cell(sheet: IntakeSheet, record: str, column: str, value: IntakeValue) -> IntakeSheet:
    names = [each.name for each in sheet.columns]
    id_at, at = names.index("id"), names.index(column)
    rows = tuple(
        attrs.evolve(row, values=(*row.values[:at], value, *row.values[at + 1 :]))
        if row.values[id_at] == record
        else row
        for row in sheet.rows
    )
    return attrs.evolve(sheet, rows=rows)

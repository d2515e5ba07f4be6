"""A table that comes back as csv or JSON: from its rows to an intake."""

from __future__ import annotations

import attrs

from nominate import Incoming, Intake, Problem, UnreadableInput, header_of, intake_sheet
from nominate.errors import shown
from nominate.sheets import Sheet, read_csv
from nominate_tables._json_rows import rows_of
from nominate_tables._made_from import base_of, is_title

__all__ = ["csv_taken_in", "json_taken_in"]

_TABLES = ("nominations", "dates", "awards", "organisations")


def csv_taken_in(source: Incoming, *, table: str, delimiter: str) -> Intake:
    """What a csv file says; `table` and `delimiter` are told by the file where they are empty.

    Where no column tells what its rows were made from, what they say otherwise than the register is for
    somebody to decide.
    """
    try:
        sheet = read_csv(source.content, name=source.name, delimiter=delimiter)
    except UnreadableInput as error:
        return Intake(file=source.name, problems=error.problems)
    return _taken_in(source.name, sheet, table)


def json_taken_in(source: Incoming) -> Intake:
    """What a table in JSON says, and of which view it says that it was made."""
    try:
        rows = rows_of(source.content, name=source.name)
    except UnreadableInput as error:
        return Intake(file=source.name, problems=error.problems)
    taken = _taken_in(source.name, rows.sheet, rows.table)
    return attrs.evolve(
        taken,
        revision=rows.revision,
        audience=rows.audience,
        as_of=rows.as_of,
        scope=rows.scope,
    )


def _taken_in(file: str, sheet: Sheet, table: str) -> Intake:
    header = header_of(sheet, of=(table,) if table else _TABLES)
    if header is None:
        wanted = f"no row near the top has the headers of the table {shown(table)}" if table else ""
        problem = Problem(
            code="E734",
            file=file,
            message=wanted or "no row near the top has the headers of a table",
            hint="export one, or take in a sheet of your own with nominate init --from",
        )
        return Intake(file=file, problems=(*sheet.problems, problem))
    made_from = base_of(sheet, header.row, file=file)
    read, problems = intake_sheet(sheet, header, base=made_from.base, is_ours=is_title)
    told = tuple(attrs.evolve(problem, file=file) for problem in problems)
    return Intake(file=file, sheets=(read,), problems=(*told, *made_from.problems))

"""An intake as plain JSON data, so that it can come out of a stranger's process, and back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from nominate.errors import PluginError, Problem, shown
from nominate.importing.digest_lines import DigestLines
from nominate.importing.intake import Intake, IntakeBase, IntakeColumn, IntakeRow, IntakeSheet, IntakeValue
from nominate.model.when import When
from nominate.plugging.faults import checked_problem, problem_from, problem_to

__all__ = ["checked_intake", "intake_from", "intake_to"]

_PLAIN = frozenset({str, bool, int, type(None)})
_VALUES = _PLAIN | {Decimal, When}


def intake_to(intake: Intake) -> dict[str, object]:
    """The intake as plain JSON data.

    >>> intake_to(Intake(file="a.csv", as_of=When(2020, 11)))["as_of"]
    '2020-11'
    """
    return {
        "file": intake.file,
        "sheets": [_sheet_to(sheet) for sheet in intake.sheets],
        "revision": intake.revision,
        "audience": intake.audience,
        "as_of": None if intake.as_of is None else str(intake.as_of),
        "scope": {name: list(values) for name, values in intake.scope.items()},
        "problems": [problem_to(problem) for problem in intake.problems],
    }


def intake_from(told: object) -> Intake:
    """The intake that another process told. Raises `PluginError` when it is none.

    >>> intake_from({"file": 3})
    Traceback (most recent call last):
    nominate.errors.PluginError: what it gave is no intake: 'sheets'
    """
    try:
        return checked_intake(_rebuilt(told))
    except (TypeError, ValueError, KeyError, AttributeError, InvalidOperation) as error:
        raise PluginError(f"what it gave is no intake: {error}") from error


def checked_intake(intake: object) -> Intake:
    """The intake itself, once every part of it has its type and every row a value for each column.

    Raises `PluginError` otherwise.
    """
    if not isinstance(intake, Intake):
        raise PluginError(f"it returned {shown(intake)}, not a nominate.Intake")
    _refuse_parts(intake, {"file": str, "revision": str, "audience": str, "as_of": When | None})
    _refuse_members(intake, {"sheets": IntakeSheet, "problems": Problem})
    for name, values in intake.scope.items():
        if not all(isinstance(each, str) for each in (name, *values)):
            raise PluginError(f"the scope of the intake holds {shown(name)}: {shown(values)}, not texts")
    for problem in intake.problems:
        checked_problem(problem)
    for sheet in intake.sheets:
        _refuse_sheet(sheet)
    return intake


def _refuse_sheet(sheet: IntakeSheet) -> None:
    _refuse_parts(sheet, {"name": str, "of": str, "base": IntakeBase | None})
    _refuse_members(sheet, {"columns": IntakeColumn, "rows": IntakeRow})
    for column in sheet.columns:
        _refuse_parts(column, {"title": str, "name": str, "letter": str})
    _refuse_base(sheet.base or IntakeBase())
    width = len(sheet.columns)
    for row in sheet.rows:
        if type(row.number) is not int or type(row.values) is not tuple:
            _refuse_parts(row, {"number": int, "values": tuple})
        if len(row.values) != width:
            reason = f"has {len(row.values)} values, and its sheet {width} columns"
            raise PluginError(f"row {row.number} of sheet {shown(sheet.name)} {reason}")
        # A set of types, since a large sheet has millions of cells.
        if not {*map(type, row.values)} <= _VALUES:
            wrong = next(each for each in row.values if type(each) not in _VALUES)
            raise PluginError(
                f"row {row.number} of sheet {shown(sheet.name)} holds {shown(wrong)}, "
                "not text, a whole number, a Decimal, a When, True, False or None"
            )


def _refuse_base(base: IntakeBase) -> None:
    width = len(base.columns)
    # Lines of digests have been counted when they were taken.
    if isinstance(base.rows, DigestLines) and base.rows.width == width:
        return
    for name, digests in base.rows.items():
        if len(digests) != width or not all(isinstance(each, str) for each in (name, *digests)):
            raise PluginError(f"the base of {shown(name)} is no digest for each of {width} columns")


def _refuse_parts(record: object, kinds: Mapping[str, Any]) -> None:
    for name, kind in kinds.items():
        value = getattr(record, name)
        if not isinstance(value, kind):
            raise PluginError(f"{name!r} of {type(record).__name__} is {shown(value)}")


def _refuse_members(record: object, kinds: Mapping[str, type]) -> None:
    for name, kind in kinds.items():
        values = getattr(record, name)
        if not isinstance(values, tuple) or not all(issubclass(each, kind) for each in {*map(type, values)}):
            wanted = f"a tuple of {kind.__name__} records"
            raise PluginError(f"{name!r} of {type(record).__name__} is {shown(values)}, not {wanted}")


def _sheet_to(sheet: IntakeSheet) -> dict[str, object]:
    base = sheet.base
    return {
        "name": sheet.name,
        "of": sheet.of,
        "columns": [[column.title, column.name, column.letter] for column in sheet.columns],
        "rows": [[row.number, *map(_value_to, row.values)] for row in sheet.rows],
        "base": None
        if base is None
        else {"columns": list(base.columns), "rows": {name: list(own) for name, own in base.rows.items()}},
    }


def _value_to(value: IntakeValue) -> object:
    match value:
        case When():
            return {"when": str(value)}
        case Decimal():
            return {"number": str(value)}
    return value


def _rebuilt(told: Any) -> Intake:  # noqa: ANN401 - JSON of any shape; see `intake_from`
    as_of = told.get("as_of")
    return Intake(
        file=told["file"],
        sheets=tuple(map(_sheet, told["sheets"])),
        revision=told["revision"],
        audience=told["audience"],
        as_of=None if as_of is None else When.parse(as_of),
        scope=told["scope"],
        problems=tuple(map(problem_from, told["problems"])),
    )


def _sheet(told: Mapping[str, Any]) -> IntakeSheet:
    base = told["base"]
    return IntakeSheet(
        name=told["name"],
        of=told["of"],
        columns=tuple(
            IntakeColumn(title=title, name=name, letter=letter) for title, name, letter in told["columns"]
        ),
        rows=tuple(
            IntakeRow(number=number, values=tuple(map(_value, values))) for number, *values in told["rows"]
        ),
        base=None if base is None else IntakeBase(columns=base["columns"], rows=base["rows"]),
    )


def _value(told: Any) -> IntakeValue:  # noqa: ANN401 - JSON of any shape; see `intake_from`
    if type(told) in _PLAIN:
        plain: IntakeValue = told
        return plain
    match told:
        case {"when": str(text)}:
            return When.parse(text)
        case {"number": str(text)}:
            return Decimal(text)
    raise ValueError(f"{shown(told)} is no value of a cell")

"""A tracker that comes back: from the sheets of a workbook, whoever saved it last, to an intake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from nominate import (
    Header,
    Incoming,
    Intake,
    IntakeSheet,
    Problem,
    Severity,
    UnreadableInput,
    header_of,
    intake_sheet,
)
from nominate.errors import shown
from nominate.sheets import Sheet, Workbook, read_workbook
from nominate_excel._base.told import BaseTold, base_told
from nominate_excel._sheets.data import SHEETS, DataSheet

__all__ = ["tracker_taken_in"]

_OTHERS = frozenset({"summary", "lists", "about"})
# What stands beside the columns of a table to sort and count by.
_DAYS, _EARLIEST = "days", ": earliest day"


def tracker_taken_in(source: Incoming) -> Intake:
    """What an edited tracker says; a file that cannot be read at all says only why."""
    try:
        book = read_workbook(source.content, name=source.name)
    except UnreadableInput as error:
        return Intake(file=source.name, problems=error.problems)
    base_sheet, base = base_told(book.sheets)
    shown_sheets = dict(_found(sheet for sheet in book.sheets if sheet is not base_sheet))
    read = [
        intake_sheet(sheet, header, base=base.bases.get(known.name), is_ours=is_worked_out)
        for known, (sheet, header) in shown_sheets.items()
    ]
    problems = [
        *base.problems,
        *(problem for _, own in read for problem in own),
        *_absent(base, shown_sheets),
        *_left(book, base_sheet, [sheet for sheet, _ in read]),
    ]
    if not read:
        problems = [_no_tracker()]
    return Intake(
        file=source.name,
        sheets=tuple(sheet for sheet, _ in read),
        revision=base.revision,
        audience=base.audience,
        as_of=base.as_of,
        scope=base.scope,
        problems=tuple(attrs.evolve(problem, file=source.name) for problem in problems),
    )


def _found(sheets: Iterable[Sheet]) -> Iterator[tuple[DataSheet, tuple[Sheet, Header]]]:
    """Our sheets, each with the sheet that it is now: by its table object, its name, or else its header."""
    left = list(sheets)
    named: dict[DataSheet, Sheet] = {}
    for is_it in (_has_table, _has_name):
        for known in SHEETS:
            sheet = next((each for each in left if known not in named and is_it(each, known)), None)
            if sheet is not None and header_of(sheet, of=(known.of,)) is not None:
                named[known] = sheet
                left.remove(sheet)
    for known, sheet in named.items():
        header = header_of(sheet, of=(known.of,))
        if header is not None:
            yield known, (sheet, header)
    headed = [(sheet, header) for sheet in left if (header := header_of(sheet)) is not None]
    for known in SHEETS:
        fitting = [(sheet, header) for sheet, header in headed if header.of == known.of]
        if known not in named and fitting:
            yield known, max(fitting, key=lambda pair: pair[1].known)


def _has_table(sheet: Sheet, known: DataSheet) -> bool:
    return any(table.name.casefold() == known.table.casefold() for table in sheet.tables)


def _has_name(sheet: Sheet, known: DataSheet) -> bool:
    return sheet.name.strip().casefold() == known.name.casefold()


def is_worked_out(title: str) -> bool:
    """Whether the tracker itself put a column of that title there, beside those of its tables.

    >>> is_worked_out("Ceremony: earliest day"), is_worked_out("Budget code")
    (True, False)
    """
    folded = title.casefold()
    return folded == _DAYS or folded.endswith(_EARLIEST)


def _absent(base: BaseTold, found: Mapping[DataSheet, object]) -> Iterator[Problem]:
    for known in SHEETS:
        if known.name in base.bases and known not in found:
            yield Problem(
                code="E734",
                message=f"the sheet {shown(known.name)} is gone, or its header is",
                hint="put it back, or export the tracker anew",
            )


def _left(book: Workbook, base: Sheet | None, read: Iterable[IntakeSheet]) -> Iterator[Problem]:
    """A warning for each sheet that somebody added, since nothing of it is read."""
    names = {sheet.name for sheet in read}
    for sheet in book.sheets:
        is_ours = sheet is base or sheet.name in names or sheet.name.casefold() in _OTHERS or _is_bare(sheet)
        if sheet.rows and not is_ours:
            yield Problem(
                code="W736",
                severity=Severity.WARNING,
                sheet=sheet.name,
                message="the sheet is none of the tracker's, so it is not read",
            )


def _is_bare(sheet: Sheet) -> bool:
    """Whether it says no more than that its table has no row."""
    said = [cell for row in sheet.rows for cell in row.cells if cell is not None]
    return any(said == [known.empty] for known in SHEETS)


def _no_tracker() -> Problem:
    return Problem(
        code="E734",
        message="no sheet has the columns of a tracker",
        hint="export one, or take in a sheet of your own with nominate init --from",
    )

"""From a grid to a sheet of an intake: its columns, its rows, and the addresses behind its links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from operator import itemgetter
from urllib.parse import unquote

from nominate.errors import Problem, Severity, shown
from nominate.importing.headers import Header
from nominate.importing.intake import IntakeBase, IntakeColumn, IntakeRow, IntakeSheet
from nominate.model.fields import Audience
from nominate.sheets.grid import Cell, Row, Sheet, column_letters
from nominate.viewing.cell_digests import cell_digest
from nominate.viewing.columns import columns_for
from nominate.viewing.tables.column import ColumnKind

__all__ = ["intake_sheet"]

_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+", re.IGNORECASE)
_CELL = re.compile(r"([A-Z]+)(\d+)", re.ASCII)


def intake_sheet(
    sheet: Sheet,
    header: Header,
    *,
    base: IntakeBase | None = None,
    is_ours: Callable[[str], bool] = lambda title: False,  # noqa: ARG005 - by name, when it is asked
) -> tuple[IntakeSheet, tuple[Problem, ...]]:
    """What a grid says under its header, and what of that cannot be read.

    `is_ours` says of a title that no table has whether the exporter itself put it there, as a day to sort
    by: such a column is left out. A cell of links is read as the address behind it.

    >>> sheet = Sheet(name="Mine", rows=(Row(1, ("ID", "Budget")), Row(2, ("ward", 40))))
    >>> header = Header(of="nominations", row=sheet.rows[0], names=("id", ""))
    >>> intake_sheet(sheet, header)[0].rows
    (IntakeRow(number=2, values=('ward', 40)),)
    """
    columns, problems = _columns(sheet, header, is_ours)
    for place in [*_without_addresses(sheet, header, columns)]:
        problems.append(_unlinked(sheet, header.row, place, columns.pop(place)))
    rows = _Rows(sheet, header, columns, base)
    read = IntakeSheet(
        name=sheet.name,
        of=header.of,
        columns=tuple(columns.values()),
        rows=tuple(rows.read()),
        base=base,
    )
    return read, (*problems, *_told(sheet, header, columns))


def _columns(
    sheet: Sheet, header: Header, is_ours: Callable[[str], bool]
) -> tuple[dict[int, IntakeColumn], list[Problem]]:
    """The columns by their places in the grid, without those that say nothing of their own."""
    columns: dict[int, IntakeColumn] = {}
    problems: list[Problem] = []
    titles: set[str] = set()
    for place, cell in enumerate(header.row.cells):
        title = " ".join(str(cell).split()) if cell is not None else ""
        if not title:
            problems += _untitled(sheet, header.row, place)
        elif title.casefold() in titles:
            problems.append(_twice(sheet, header.row, place, title))
        elif header.names[place] or not is_ours(title):
            letter = column_letters(place + 1) if sheet.name else ""
            columns[place] = IntakeColumn(title=title, name=header.names[place], letter=letter)
        titles.add(title.casefold())
    return columns, problems


def _without_addresses(sheet: Sheet, header: Header, columns: Mapping[int, IntakeColumn]) -> Iterator[int]:
    """The columns of links that have kept their words alone, as they do when they are pasted as values."""
    linked = {cell.rstrip("0123456789") for cell in sheet.links}
    for place, kind in _kinds(header.of, columns).items():
        if kind is ColumnKind.LINK and column_letters(place + 1) not in linked:
            said = [row.cells[place] for row in sheet.rows if row.number > header.row.number]
            if any(said) and not any(map(_is_address, said)):
                yield place


def _kinds(table: str, columns: Mapping[int, IntakeColumn]) -> Mapping[int, ColumnKind]:
    known = {column.name: column.kind for column in columns_for(Audience.INTERNAL, table)}
    return {place: known[column.name] for place, column in columns.items() if column.name}


def _unlinked(sheet: Sheet, header: Row, place: int, column: IntakeColumn) -> Problem:
    return Problem(
        code="W737",
        severity=Severity.WARNING,
        sheet=sheet.name,
        cell=sheet.address(header, place) if sheet.name else "",
        line=0 if sheet.name else header.number,
        message=f"{shown(column.title)} has the words of links without their addresses, so it is not read",
    )


def _untitled(sheet: Sheet, header: Row, place: int) -> Iterator[Problem]:
    for row in sheet.rows:
        if row.number > header.number and row.cells[place] is not None:
            yield Problem(
                code="W733",
                severity=Severity.WARNING,
                sheet=sheet.name,
                cell=sheet.address(row, place) if sheet.name else "",
                line=0 if sheet.name else row.number,
                message=f"column {column_letters(place + 1)} has no header, so it is not read",
                hint="give it one to keep what stands there",
            )
            return


def _twice(sheet: Sheet, header: Row, place: int, title: str) -> Problem:
    return Problem(
        code="E732",
        sheet=sheet.name,
        cell=sheet.address(header, place) if sheet.name else "",
        line=0 if sheet.name else header.number,
        message=f"a second column is called {shown(title)}",
        hint="give it another header, or take it out",
    )


def _told(sheet: Sheet, header: Header, columns: Mapping[int, IntakeColumn]) -> Iterator[Problem]:
    """The problems of the grid that matter here: those of cells that somebody may have edited."""
    known = {column.name: column for column in columns_for(Audience.INTERNAL, header.of)}
    matter = {
        column.letter for column in columns.values() if not (column.name and known[column.name].is_of_the_day)
    }
    for problem in sheet.problems:
        cell = _CELL.fullmatch(problem.cell)
        if cell is None or (cell[1] in matter and int(cell[2]) > header.row.number):
            yield problem


class _Rows:
    """Reads the rows under a header, column by column as they are kept."""

    def __init__(
        self, sheet: Sheet, header: Header, columns: Mapping[int, IntakeColumn], base: IntakeBase | None
    ) -> None:
        self._sheet = sheet
        self._header = header.row
        self._places = tuple(columns)
        names = [column.name for column in columns.values()]
        self._id = names.index("id") if "id" in names else None
        self._base = base or IntakeBase()
        self._based = {
            here: self._base.columns.index(name)
            for here, name in enumerate(names)
            if name in self._base.columns
        }
        self._links = self._linked(_kinds(header.of, columns))

    def read(self) -> Iterator[IntakeRow]:
        """The rows that say something, without the header where it stands a second time."""
        width = len(self._places)
        take = _taker(self._places)
        for row in self._sheet.rows:
            if row.number <= self._header.number or row.cells == self._header.cells:
                continue
            values = take(row.cells)
            if row.number in self._links:
                values = self._with_addresses(values, self._links[row.number])
            # Most rows begin with their id; one of noughts alone says something, too.
            if any(values) or values.count(None) < width:
                yield IntakeRow(number=row.number, values=values)

    def _linked(self, kinds: Mapping[int, ColumnKind]) -> Mapping[int, Mapping[int, str]]:
        """For each row the addresses of its columns of links, by their places among the values."""
        letters = {
            column_letters(place + 1): here
            for here, place in enumerate(self._places)
            if kinds.get(place) is ColumnKind.LINK
        }
        found: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for cell, target in self._sheet.links.items():
            parts = _CELL.fullmatch(cell)
            if parts is not None and parts[1] in letters:
                found[int(parts[2])][letters[parts[1]]] = target
        return found

    def _with_addresses(self, values: tuple[Cell, ...], targets: Mapping[int, str]) -> tuple[Cell, ...]:
        record = "" if self._id is None else str(values[self._id])
        digests = self._base.rows.get(record, ())
        own = list(values)
        for here, target in targets.items():
            was = digests[self._based[here]] if digests and here in self._based else ""
            own[here] = _address(own[here], target, was)
        return tuple(own)


def _taker(places: tuple[int, ...]) -> Callable[[tuple[Cell, ...]], tuple[Cell, ...]]:
    if len(places) > 1:
        return itemgetter(*places)
    return lambda cells: tuple(cells[place] for place in places)


def _address(text: Cell, target: str, was: str) -> Cell:
    """What a linked cell means: its address, or the one that somebody typed over it.

    Programs write an address in their own way, with `%20` or a slash at its end: that which it was made from
    is taken for it. A cell that somebody emptied is empty, whatever is left behind it.
    """
    if text is None:
        return None
    if was and cell_digest(target, zone=UTC) == was and not _is_address(text):
        return target
    spellings = dict.fromkeys(
        (target, target.removesuffix("/"), unquote(target), unquote(target).removesuffix("/"))
    )
    meant = next((each for each in spellings if was and cell_digest(each, zone=UTC) == was), target)
    return text if _is_address(text) and text not in spellings else meant


def _is_address(text: Cell) -> bool:
    return isinstance(text, str) and _ADDRESS.fullmatch(text) is not None

"""The column that tells what each row was made from: a digest for each cell, as a tracker's sheet Base."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from urllib.parse import quote, unquote

import attrs

from nominate import Column, IntakeBase, Problem, Severity, When, cell_digest
from nominate.sheets import Cell, Row, Sheet

__all__ = ["KEY", "MadeFrom", "base_of", "digested", "is_title", "telling", "title_of"]

KEY = "made_from"
_TITLE = "Made from:"


@attrs.frozen(kw_only=True)
class MadeFrom:
    """What a table tells of that, and what it no longer does."""

    base: IntakeBase | None = None
    problems: tuple[Problem, ...] = ()


def digested(columns: Sequence[Column]) -> tuple[str, ...]:
    """The names of the columns that have a digest: not the id, nor what says something else tomorrow."""
    return tuple(column.name for column in columns if column.name != "id" and not column.is_of_the_day)


def title_of(names: Iterable[str]) -> str:
    """The header of the column: it tells which columns the digests are of, in their order, without blanks.

    >>> title_of(["title", "owner"])
    'Made from: title owner'
    """
    return " ".join((_TITLE, *map(quote, names)))


def is_title(title: str) -> bool:
    """Whether a header is that of this column.

    >>> is_title("made from: title owner"), is_title("Made by")
    (True, False)
    """
    return title.strip().casefold().startswith(_TITLE.casefold())


def telling(columns: Sequence[Column], zone: tzinfo) -> Callable[[Sequence[object]], str]:
    """What gives the digests of a row whose cells are in the order of the columns."""
    names = digested(columns)
    places = [place for place, column in enumerate(columns) if column.name in names]

    def told(row: Sequence[object]) -> str:
        return " ".join(_digest(row[place], zone) for place in places)

    return told


def base_of(sheet: Sheet, header: Row, *, file: str) -> MadeFrom:
    """What the rows under a header tell that they were made from; no base where no column does."""
    titles = ["" if cell is None else str(cell) for cell in header.cells]
    place = next((number for number, title in enumerate(titles) if is_title(title)), None)
    key = next((number for number, title in enumerate(titles) if title.strip().casefold() == "id"), None)
    if place is None or key is None:
        return MadeFrom()
    names = tuple(map(unquote, titles[place].split()[len(_TITLE.split()) :]))
    rows = [row for row in sheet.rows if row.number > header.number and row.cells[place] is not None]
    told = {_text(row.cells[key]): _text(row.cells[place]) for row in rows}
    whole = {record: line for record, line in told.items() if len(line.split(" ")) == len(names)}
    broken = [row for row in rows if _text(row.cells[key]) not in whole]
    return MadeFrom(
        base=IntakeBase.from_lines(columns=names, lines=whole),
        problems=(_doubt(file, broken[0].number, len(broken)),) if broken else (),
    )


def _doubt(file: str, line: int, count: int) -> Problem:
    more = f", nor do {count - 1} more rows" if count > 1 else ""
    return Problem(
        code="W735",
        severity=Severity.WARNING,
        file=file,
        line=line,
        message=f"the row no longer tells in full what it was made from{more}: what differs is a conflict",
        hint="leave the column Made from as it is, or export the table anew",
    )


def _digest(cell: object, zone: tzinfo) -> str:
    # As it is written: a program that reads the file knows no numbers of ours.
    return cell_digest(cell if isinstance(cell, When) else str(cell), zone=zone)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)

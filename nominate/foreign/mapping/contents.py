"""What the cells of a column are, whatever its title says: dates, links, amounts, names, words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import islice

import attrs

from nominate.files.faults import Fault
from nominate.foreign.cells.amounts import sheet_link, sheet_money
from nominate.foreign.cells.dates import is_not_told, sheet_date
from nominate.foreign.cells.naming import is_body, is_person
from nominate.foreign.cells.occasions import occasion_in
from nominate.foreign.cells.statuses import said_yes, statuses_in
from nominate.foreign.cells.tidying import one_line
from nominate.model.when import When
from nominate.sheets import Cell

__all__ = ["Contents", "contents_of"]

_LOOKED_AT = 400
_NUMBER = re.compile(r"\s*-?\d[\d,.]*\s*")
# A year, a day before a slash or a month, a month, a season.
_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)?\s?[/.-]\s?\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|"
    r"\b(?:spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)


@attrs.frozen(kw_only=True)
class Contents:
    """Which part of a column's cells are of each sort, from 0 to 1; all are 0 where there are none.

    >>> contents_of(["Shortlisted", "Won"]).statuses, contents_of([When(2020), "TBC"]).dates
    (1.0, 1.0)
    """

    cells: int = 0
    dates: float = 0.0
    near_dates: float = 0.0
    links: float = 0.0
    documents: float = 0.0
    amounts: float = 0.0
    numbers: float = 0.0
    yes_or_no: float = 0.0
    statuses: float = 0.0
    bodies: float = 0.0
    people: float = 0.0
    awards: float = 0.0
    are_different: bool = False


def contents_of(cells: Iterable[Cell]) -> Contents:
    """What the first few hundred cells of a column are; cells such as TBC count for nothing."""
    looked_at = [cell for cell in islice(cells, _LOOKED_AT) if not _says_nothing(cell)]
    if not looked_at:
        return Contents()

    def part(holds: Callable[[Cell], bool]) -> float:
        return sum(map(holds, looked_at)) / len(looked_at)

    return Contents(
        cells=len(looked_at),
        dates=part(_is_date),
        near_dates=part(_is_near_date),
        links=part(_is_link),
        documents=part(_is_document),
        amounts=part(_is_amount),
        numbers=part(_is_number),
        yes_or_no=part(lambda cell: said_yes(cell) is not None),
        statuses=part(lambda cell: isinstance(cell, str) and bool(statuses_in(cell, {}))),
        bodies=part(lambda cell: isinstance(cell, str) and is_body(cell)),
        people=part(lambda cell: isinstance(cell, str) and is_person(one_line(cell))),
        awards=part(lambda cell: isinstance(cell, str) and occasion_in(cell).is_award),
        are_different=len({one_line(cell) for cell in looked_at}) == len(looked_at),
    )


def _says_nothing(cell: Cell) -> bool:
    return isinstance(cell, str) and is_not_told(cell) and said_yes(cell) is None


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, When):
        return True
    return isinstance(cell, str) and not cell.strip().isdigit() and _reads(lambda: sheet_date(cell))


def _is_near_date(cell: Cell) -> bool:
    """Whether a cell is a date, a year, or meant as one and not readable for sure."""
    return _is_date(cell) or (isinstance(cell, int | str) and _DATED.search(str(cell)) is not None)


def _is_link(cell: Cell) -> bool:
    return isinstance(cell, str) and _reads(lambda: sheet_link(cell))


def _is_document(cell: Cell) -> bool:
    # Where teams keep what nobody else shall read.
    hosts = (
        "sharepoint",
        "onedrive",
        "docs.google",
        "drive.google",
        "teams.microsoft",
        "dropbox",
        "intranet",
    )
    return isinstance(cell, str) and any(host in cell.casefold() for host in hosts)


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | Decimal) or (isinstance(cell, str) and _NUMBER.fullmatch(cell) is not None)


def _is_amount(cell: Cell) -> bool:
    if isinstance(cell, bool | When) or cell is None:
        return False
    return isinstance(cell, int | Decimal) or _reads(lambda: sheet_money(cell))


def _reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except Fault:
        return False
    return True

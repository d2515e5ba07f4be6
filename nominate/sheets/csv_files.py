"""A csv file read into a grid of texts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from nominate.errors import Problem, UnreadableInput
from nominate.files.pausing import collector_paused
from nominate.files.reading import INTAKE_LIMIT, read_stream, unreadable
from nominate.sheets.csv_text import delimiter_of, text_of_csv, without_hint
from nominate.sheets.grid import Row, Sheet
from nominate.sheets.neutral import restored

__all__ = ["read_csv"]

_CELLS = 26_000_000
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def read_csv(source: BinaryIO, *, name: str, delimiter: str = "") -> Sheet:
    r"""The rows of a csv file as texts; `delimiter` is looked for where none is given.

    A row's number is that of its first line. Text that `neutralised` made harmless is restored, and a line
    feed ends each line within a cell.

    Raises:
        UnreadableInput: it is no csv file: not text, or with a quotation mark that is never closed.

    >>> sheet = read_csv(io.BytesIO(b"ID;Title\n1;'=1+1\n"), name="a.csv")
    >>> sheet.delimiter, sheet.rows[1]
    (';', Row(number=2, cells=('1', '=1+1')))
    """
    content = read_stream(source, name=name, limit=INTAKE_LIMIT)
    if content.startswith(_ARCHIVES):
        hint = "give it the end of its name that says what it is, such as .xlsx"
        raise unreadable(name, "E120", "this is no csv file but a workbook, or another document", hint)
    text, problems = text_of_csv(content, file=name)
    told, body = without_hint(text)
    parted_by = delimiter or told or delimiter_of(body)
    with collector_paused():
        rows = list(_rows(body, parted_by, first_line=2 if told else 1, name=name))
        width = max((len(row.cells) for row in rows), default=0)
        if width * len(rows) > _CELLS:
            raise unreadable(name, "E122", f"it has {len(rows):,} rows and {width:,} columns")
        even = tuple(_widened(row, width) for row in rows)
    return Sheet(rows=even, delimiter=parted_by, problems=problems)


def _rows(text: str, delimiter: str, *, first_line: int, name: str) -> Iterator[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first_line
    try:
        for values in lines:
            cells = tuple([_text(value) if value else None for value in values])
            if any(cells):
                yield Row(line, _without_blank_end(cells))
            line = first_line + lines.line_num
    except csv.Error as error:
        raise UnreadableInput([_fault(error, name, line)]) from None


def _text(text: str) -> str:
    exact = restored(text)
    return exact.replace("\r\n", "\n").replace("\r", "\n") if "\r" in exact else exact


def _without_blank_end(cells: tuple[str | None, ...]) -> tuple[str | None, ...]:
    end = len(cells)
    while cells[end - 1] is None:
        end -= 1
    return cells[:end]


def _widened(row: Row, width: int) -> Row:
    missing = width - len(row.cells)
    return Row(row.number, row.cells + (None,) * missing) if missing else row


def _fault(error: csv.Error, name: str, line: int) -> Problem:
    is_open = "unexpected end" in str(error)
    return Problem(
        code="E120",
        file=name,
        line=line,
        message="a quotation mark is never closed" if is_open else f"not csv: {error}",
        hint='write a quotation mark within a cell twice, as in "the ""SKIP"" team"',
    )

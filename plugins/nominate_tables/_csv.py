"""A table as comma-separated values: UTF-8 with a mark at its beginning, lines as Windows ends them.

Dates are in their text form (2020-11 for a month), so that nothing is filled in, and text that a spreadsheet
would take for a formula has an apostrophe before it, which the importer takes away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice

from nominate import Column, View
from nominate.sheets import neutralised
from nominate_tables._made_from import digested, telling, title_of

__all__ = ["lines"]

# Without it, Excel takes UTF-8 for the code page of the machine.
_MARK = "\ufeff"
_ROWS_AT_ONCE = 500


def lines(view: View, table: str, columns: Sequence[Column], *, made_from: bool) -> Iterator[bytes]:
    """The file in pieces, the header first; `made_from` adds the column that tells that of each row."""
    rows: Iterator[Sequence[object]] = view.table([column.name for column in columns], of=table)
    if made_from:
        rows = _with_digests(rows, view, columns)
    yield _MARK.encode()
    while some := tuple(islice(rows, _ROWS_AT_ONCE)):
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(
            [neutralised(str(cell)) for cell in row] for row in some
        )
        yield text.getvalue().encode("utf-8")


def _with_digests(
    rows: Iterator[Sequence[object]], view: View, columns: Sequence[Column]
) -> Iterator[Sequence[object]]:
    yield (*next(rows), title_of(digested(columns)))
    told = telling(columns, view.zone)
    for row in rows:
        yield (*row, told(row))

"""`Table`: rows under one header, as every form can show them accessibly."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from nominate.documents.tree.inlines import Content, Inline, as_contents
from nominate.errors import UsageError, shown

__all__ = ["Table"]

Cells = tuple[Content, ...]


def _as_rows(rows: Iterable[Iterable[Inline | Iterable[Inline]]]) -> tuple[Cells, ...]:
    return tuple(map(as_contents, rows))


@attrs.frozen(kw_only=True)
class Table:
    """Rows under one header, with a caption that says what they show.

    `has_row_headers` says that each row's first cell names the row.
    `number_columns` are the columns, counted from 0, whose cells are numbers and align on the right.
    `row_sources` are the sources of each row, where rows rest on records of their own.
    Raises `UsageError` for a table without a caption or header, a row of another width, or row sources that
    are not one for each row.

    >>> Table(caption="Wins", header=["Year", "Wins"], rows=[["2020", "2"]], number_columns=(1,)).rows
    ((('2020',), ('2',)),)
    """

    caption: str
    header: Cells = attrs.field(converter=as_contents)
    rows: tuple[Cells, ...] = attrs.field(converter=_as_rows)
    has_row_headers: bool = False
    number_columns: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    row_sources: tuple[tuple[str, ...], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.caption.strip() or not self.header:
            raise UsageError("a table needs a caption and a header, so that everybody can read it")
        if self.row_sources and len(self.row_sources) != len(self.rows):
            raise UsageError(
                f"table {shown(self.caption)} has sources for {len(self.row_sources)} rows; "
                f"give them for {len(self.rows)}, as many as it has, or for none"
            )
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.header):
                raise UsageError(
                    f"table {shown(self.caption)}, row {number} has {len(row)} cells; "
                    f"give it {len(self.header)}, as many as the header"
                )

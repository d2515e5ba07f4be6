"""The stock exporters `csv` and `json`: one table of a view, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any, BinaryIO

import attrs

from nominate import Column, Exporter, OptionError, View, hookimpl
from nominate.errors import nearest, shown

__all__ = ["TableName", "TableOptions", "chosen_columns", "nominate_exporters", "write_csv", "write_json"]


class TableName(Enum):
    """The tables of a view."""

    NOMINATIONS = "nominations"
    DATES = "dates"
    AWARDS = "awards"
    ORGANISATIONS = "organisations"


@attrs.frozen(kw_only=True)
class TableOptions:
    """Which table is written, and which of its columns; the id is always the first, as in the tracker.

    >>> TableOptions().table.value
    'nominations'
    """

    table: TableName = attrs.field(
        default=TableName.NOMINATIONS, metadata={"help": "the table that is written"}
    )
    columns: tuple[str, ...] = attrs.field(
        default=(), metadata={"help": "its columns, in order, by name; without it, all of them"}
    )


def chosen_columns(view: View, options: TableOptions) -> tuple[Column, ...]:
    """The columns in order: all of them, or the id and those that are named.

    Raises:
        OptionError: this audience has no column of such a name, or one is named twice.
    """
    known = {column.name: column for column in view.columns_of(options.table.value)}
    for name in options.columns:
        if name not in known:
            near = nearest(name, known)
            cure = f"did you mean {near!r}? " if near else ""
            raise OptionError(
                f"no column {shown(name)} for audience {view.audience.value!r}; "
                f"{cure}choose from {', '.join(known)}"
            )
        if options.columns.count(name) > 1:
            raise OptionError(f"column {name!r} is named twice; name it once")
    wanted: Sequence[str] = options.columns or tuple(known)
    # Without its id a row could never find its way home.
    return tuple(known[name] for name in ("id", *(name for name in wanted if name != "id")))


def write_csv(view: View, options: TableOptions, out: BinaryIO) -> None:
    """Write a table as comma-separated values, as Excel reads them.

    Raises:
        OptionError: a column that is asked for does not exist for this audience.
    """
    from nominate_tables._csv import lines  # noqa: PLC0415 - whoever lists exporters needs none of it

    out.writelines(lines(view, options.table.value, chosen_columns(view, options)))


def write_json(view: View, options: TableOptions, out: BinaryIO) -> None:
    """Write a table as JSON with what it is made of and from; `schemas/table.schema.json` describes it.

    Raises:
        OptionError: a column that is asked for does not exist for this audience.
    """
    from nominate_tables._json import pieces  # noqa: PLC0415 - whoever lists exporters needs none of it

    out.writelines(
        piece.encode() for piece in pieces(view, options.table.value, chosen_columns(view, options))
    )


@hookimpl
def nominate_exporters() -> Iterable[Exporter[Any]]:
    """Offer the exporters to the host."""
    return [
        Exporter(
            name="csv",
            summary="A table as comma-separated values, for Excel and other programs",
            suffix=".csv",
            media_type="text/csv; charset=utf-8",
            write=write_csv,
            options=TableOptions,
            needs_entries=False,
        ),
        Exporter(
            name="json",
            summary="A table as JSON, with its columns described",
            suffix=".json",
            media_type="application/json",
            write=write_json,
            options=TableOptions,
            needs_entries=False,
        ),
    ]

"""The stock exporters and importers `csv` and `json`: one table of a view, for other programs and back."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, BinaryIO

import attrs

from nominate import Column, Exporter, Importer, Incoming, Intake, NoOptions, OptionError, View, hookimpl
from nominate.errors import shown

__all__ = [
    "CsvOptions",
    "TableName",
    "TableOptions",
    "chosen_columns",
    "nominate_exporters",
    "nominate_importers",
    "read_csv",
    "read_json",
    "write_csv",
    "write_json",
]

# What csv itself gives another meaning.
_NO_DELIMITERS = ('"', "\r", "\n")


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
    made_from: bool = attrs.field(
        default=True,
        metadata={
            "help": "a last column that tells what each row was made from, so that edits can come home"
        },
    )


@attrs.frozen(kw_only=True)
class CsvOptions:
    """What somebody may tell of a csv file that it does not tell itself.

    >>> CsvOptions().delimiter
    ''
    """

    table: TableName | None = attrs.field(
        default=None, metadata={"help": "the table that it shows; without it, the headers tell"}
    )
    delimiter: str = attrs.field(
        default="", metadata={"help": "what parts its cells; without it, the rows tell"}
    )


def chosen_columns(view: View, options: TableOptions) -> tuple[Column, ...]:
    """The columns in order: the id, and all others or those that are named.

    Raises:
        OptionError: this audience has no column of such a name, or one is named twice.
    """
    table = options.table.value
    return view.columns_of(table, named=options.columns or (each.name for each in view.columns_of(table)))


def write_csv(view: View, options: TableOptions, out: BinaryIO) -> None:
    """Write a table as comma-separated values, as Excel reads them.

    Raises:
        OptionError: a column that is asked for does not exist for this audience.
    """
    from nominate_tables._csv import lines  # noqa: PLC0415 - whoever lists exporters needs none of it

    columns = chosen_columns(view, options)
    out.writelines(lines(view, options.table.value, columns, made_from=options.made_from))


def write_json(view: View, options: TableOptions, out: BinaryIO) -> None:
    """Write a table as JSON with what it is made of and from; `schemas/table.schema.json` describes it.

    Raises:
        OptionError: a column that is asked for does not exist for this audience.
    """
    from nominate_tables._json import pieces  # noqa: PLC0415 - whoever lists exporters needs none of it

    columns = chosen_columns(view, options)
    told = pieces(view, options.table.value, columns, made_from=options.made_from)
    out.writelines(piece.encode() for piece in told)


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


def read_csv(source: Incoming, options: CsvOptions) -> Intake:
    """Read a table of comma-separated values that somebody edited.

    Raises:
        OptionError: the delimiter is not one character.
    """
    from nominate_tables._returning import csv_taken_in  # noqa: PLC0415 - only where one is read

    if len(options.delimiter) > 1 or options.delimiter in _NO_DELIMITERS:
        raise OptionError(f"a delimiter is one character, as in ';', not {shown(options.delimiter)}")
    table = options.table.value if options.table is not None else ""
    return csv_taken_in(source, table=table, delimiter=options.delimiter)


def read_json(source: Incoming, options: NoOptions) -> Intake:  # noqa: ARG001 - the contract's two parameters
    """Read a table in JSON that somebody, or a program, edited."""
    from nominate_tables._returning import json_taken_in  # noqa: PLC0415 - only where one is read

    return json_taken_in(source)


@hookimpl
def nominate_importers() -> Iterable[Importer[Any]]:
    """Offer the importers to the host."""
    return [
        Importer(
            name="csv",
            summary="A table of comma-separated values that was edited and sent back",
            suffixes=(".csv", ".tsv"),
            read=read_csv,
            options=CsvOptions,
        ),
        Importer(
            name="json",
            summary="A table in JSON that was edited and sent back",
            suffixes=(".json",),
            read=read_json,
        ),
    ]

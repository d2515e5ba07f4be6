"""The sheet behind the drop-downs: the words that a person may choose from, one list after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat

from nominate_excel._parts import Sheet, SheetColumn, Table, small_table

__all__ = ["NAME", "list_places", "lists"]

NAME = "Lists"

_COLUMNS = (
    SheetColumn(title="List", width=36, says="the sheet and column that the word is for"),
    SheetColumn(title="Choice", width=32, says="a word that the column takes"),
)


def lists(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """The sheet with the choices of every column that has some; no sheet where none has."""
    rows = tuple(
        row
        for sheet, column in _with_choices(sheets)
        for row in zip(repeat(f"{sheet.name}: {column.title}"), column.choices, strict=False)
    )
    if not rows:
        return ()
    table = small_table("Choices", _COLUMNS, rows)
    return (Sheet(name=NAME, says="the words that the drop-downs offer", blocks=(table,), frozen=0),)


def list_places(sheets: Iterable[Sheet]) -> Mapping[str, str]:
    """Where the choices of each list stand, by its name, as an absolute range of this sheet."""
    places: dict[str, str] = {}
    row = 2
    for _, column in _with_choices(sheets):
        last = row + len(column.choices) - 1
        places[column.list_name] = f"{NAME}!$B${row}:$B${last}"
        row = last + 1
    return places


def _with_choices(sheets: Iterable[Sheet]) -> list[tuple[Sheet, SheetColumn]]:
    tables: list[tuple[Sheet, Table]] = [(sheet, table) for sheet in sheets for table in sheet.tables]
    return [(sheet, column) for sheet, table in tables for column in table.columns if column.choices]

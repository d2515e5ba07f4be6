"""The sheet behind the drop-downs: the words that a person may choose from, one list after another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nominate_excel._parts import Sheet, SheetColumn, Table

__all__ = ["NAME", "list_places", "lists"]

NAME = "Lists"

_COLUMNS = (
    SheetColumn(title="List", width=20, says="the column that the word is for"),
    SheetColumn(title="Choice", width=32, says="a word that the column takes"),
)


def lists(columns: Iterable[SheetColumn]) -> tuple[Sheet, ...]:
    """The sheet with the choices of every column that has some; no sheet where none has."""
    rows = tuple((column.title, choice) for column in columns for choice in column.choices)
    if not rows:
        return ()
    table = Table(name="Choices", columns=_COLUMNS, rows=rows, height=len(rows))
    return (Sheet(name=NAME, says="the words that the drop-downs offer", blocks=(table,), frozen="A2"),)


def list_places(columns: Iterable[SheetColumn]) -> Mapping[str, str]:
    """Where the choices of each list stand, by its name, as an absolute range of this sheet."""
    places: dict[str, str] = {}
    row = 2
    for column in columns:
        if column.choices:
            last = row + len(column.choices) - 1
            places[column.list_name] = f"{NAME}!$B${row}:$B${last}"
            row = last + 1
    return places

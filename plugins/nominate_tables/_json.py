"""A table as JSON: first what it is, then a line for each row, so that two files are easy to compare."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum

import attrs

from nominate import Column, View, When
from nominate_tables._made_from import KEY, digested, telling

__all__ = ["FORMAT", "pieces"]

FORMAT = 1
"""Grows when a reader of the format before would misread a file; a new key alone does not change it."""


def pieces(view: View, table: str, columns: Sequence[Column], *, made_from: bool) -> Iterator[str]:
    """The text of the file in pieces; `made_from` adds to each row what tells that of it."""
    names = [column.name for column in columns]
    told = telling(columns, view.zone)
    head = json.dumps(_head(view, table, columns, made_from=made_from), ensure_ascii=False, indent=2)
    yield head.removesuffix("\n}") + ',\n  "rows": ['
    rows = view.table(names, of=table)
    next(rows)
    before = "\n"
    for row in rows:
        cells = dict(zip(names, map(_plain, row), strict=True)) | ({KEY: told(row)} if made_from else {})
        yield f"{before}    {json.dumps(cells, ensure_ascii=False)}"
        before = ",\n"
    yield "]\n}\n" if before == "\n" else "\n  ]\n}\n"


def _head(view: View, table: str, columns: Sequence[Column], *, made_from: bool) -> Mapping[str, object]:
    return {
        "format": FORMAT,
        "table": table,
        "audience": view.audience.value,
        "as_of": str(view.as_of),
        "revision": view.revision,
        "scope": {
            field.name: [_plain(each) for each in getattr(view.scope, field.name)]
            for field in attrs.fields(type(view.scope))
            if getattr(view.scope, field.name)
        },
        "left_out": view.left_out,
        "embargoed_until": None if view.embargoed_until is None else view.embargoed_until.isoformat(),
        "columns": [_described(column) for column in columns],
        **({KEY: digested(columns)} if made_from else {}),
    }


def _described(column: Column) -> Mapping[str, object]:
    return {
        "name": column.name,
        "title": column.title,
        "kind": column.kind.value,
        "says": column.says,
        "field": column.field,
        "choices": list(column.choices),
        "editable": column.editable,
        "of_the_day": column.is_of_the_day,
    }


def _plain(cell: object) -> object:
    match cell:
        case Enum():
            return cell.value
        case Decimal() | When():
            # Exact: a number of JSON is read as a float by most programs.
            return str(cell)
    return cell

"""The rows of a table in JSON as a grid, each with the line where it begins."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, BinaryIO, NoReturn

import attrs

from nominate import Problem, UnreadableInput, When
from nominate.errors import shown
from nominate.sheets import Cell, Row, Sheet
from nominate_tables._made_from import KEY, title_of

__all__ = ["Rows", "rows_of"]

# Within a text its quotation marks would have a backslash before them.
_ROWS = re.compile(r'"rows"\s*:\s*(?=\[)')
_CELLS = (str, int, Decimal, bool, type(None))


@attrs.frozen(kw_only=True)
class Rows:
    """What the file says: a grid whose first row are the keys, and the view that it was made from."""

    sheet: Sheet
    table: str = ""
    revision: str = ""
    audience: str = ""
    as_of: When | None = None
    scope: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


def rows_of(source: BinaryIO, *, name: str) -> Rows:
    """A table as the exporter writes it, or a bare list of rows.

    Raises:
        UnreadableInput: it is not JSON, or holds no rows.
    """
    text = _text(source, name)
    told = _loaded(text, name)
    whole: Mapping[str, Any] = told if isinstance(told, dict) else {"rows": told}
    rows = whole.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        hint = 'write a list of maps under the key "rows", as nominate export does'
        raise _refusal(name, "E203", "the file holds no list of rows", hint)
    try:
        as_of = When.parse(str(whole["as_of"])) if whole.get("as_of") else None
        scope = {str(key): tuple(map(str, values)) for key, values in dict(whole.get("scope") or {}).items()}
    except (ValueError, TypeError):
        hint = "put back what the file said of itself, or export it anew"
        raise _refusal(
            name, "E727", "the file no longer tells the view that it was made from", hint
        ) from None
    return Rows(
        sheet=_sheet(rows, _lines(text, rows), name, made_from=whole.get(KEY)),
        table=str(whole.get("table") or ""),
        revision=str(whole.get("revision") or ""),
        audience=str(whole.get("audience") or ""),
        as_of=as_of,
        scope=scope,
    )


def _text(source: BinaryIO, name: str) -> str:
    try:
        return source.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _refusal(name, "E103", "the file is not UTF-8 text", "save it as UTF-8") from None


def _loaded(text: str, name: str) -> object:
    try:
        told: object = json.loads(text, parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        problem = Problem(
            code="E106", file=name, line=error.lineno, column=error.colno, message=f"not JSON: {error.msg}"
        )
        raise UnreadableInput([problem]) from None
    except (ValueError, RecursionError) as error:
        raise _refusal(name, "E106", f"not JSON as it is read: {error}", "export it anew") from None
    return told


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")


def _lines(text: str, rows: Sequence[object]) -> tuple[int, ...]:
    """The line of each row, or its place in the list where the rows are not found as they were written."""
    try:
        return tuple(_found_lines(text, len(rows)))
    except ValueError:
        return tuple(range(1, len(rows) + 1))


def _found_lines(text: str, height: int) -> Iterator[int]:
    decoder = json.JSONDecoder()
    found = _ROWS.search(text)
    place = found.end() if found is not None else 0
    line = 1 + text.count("\n", 0, place)
    for _ in range(height):
        start = _row_start(text, place)
        line += text.count("\n", place, start)
        yield line
        _, place = decoder.raw_decode(text, start)
        line += text.count("\n", start, place)


def _row_start(text: str, place: int) -> int:
    start = text.find("{", place)
    if start < 0:
        raise ValueError("no row begins here")
    return start


def _sheet(
    rows: Sequence[Mapping[str, object]], lines: Sequence[int], name: str, *, made_from: object
) -> Sheet:
    keys = tuple(dict.fromkeys(key for row in rows for key in row))
    # Which columns the digests are of stands once, at the head of the file.
    names = [*map(str, made_from)] if isinstance(made_from, list) else []
    kept, problems = [Row(0, tuple(title_of(names) if key == KEY else key for key in keys))], []
    for row, line in zip(rows, lines, strict=True):
        fault = _fault(row, keys)
        if fault:
            hint = "write each row with the same keys, and text, numbers, true, false or null"
            problems.append(Problem(code="E203", file=name, line=line, message=fault, hint=hint))
        else:
            kept.append(Row(line, tuple(_cell(row.get(key)) for key in keys)))
    return Sheet(rows=tuple(kept), problems=tuple(problems))


def _fault(row: Mapping[str, object], keys: Sequence[str]) -> str:
    # A row that somebody added was made from nothing.
    missing = next((key for key in keys if key not in row and key != KEY), None)
    if missing is not None:
        return f"the row has no {shown(missing)}, which others have"
    wrong = next((key for key in keys if not isinstance(row.get(key), _CELLS)), None)
    return "" if wrong is None else f"{shown(wrong)} of the row holds {shown(row[wrong])}"


def _cell(value: object) -> Cell:
    return value if isinstance(value, _CELLS) and value != "" else None


def _refusal(name: str, code: str, message: str, hint: str) -> UnreadableInput:
    return UnreadableInput([Problem(code=code, file=name, message=message, hint=hint)])

"""Strict JSON: the same text data as YAML gives, and no more.

Numbers stay the text that they are written as, so that `1.10` does not become `1.1`.
The standard library's C scanner reads; only a file with faults is gone through again, for the places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Never

from nominate.errors import Problem, UnreadableInput, shown
from nominate.files.text_data import MAX_DEPTH, MAX_NODES, Data, Document, place_at

__all__ = ["read_json"]

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\]:,"]+')
_SPACE = re.compile(r"[ \t\n]*")
_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")
_BY_CHARACTER = {
    "'": "use double quotation marks",
    "/": "JSON has no comments; take it out",
    "#": "JSON has no comments; take it out",
    "}": "take out the comma before it",
    "]": "take out the comma before it",
    "": "the file ends too early; was it cut off?",
}
_BY_COMPLAINT = (
    ("property name", "put the key in double quotation marks"),
    ("trailing comma", "take out the comma"),
    ("delimiter", "a comma parts two values, a colon a key from its value"),
    ("extra data", "a file holds one value"),
    ("control character", r"write \n for a new line, \t for a tab"),
    ("escape", r"write \\ for a backslash"),
    ("unterminated", "close the text with a quotation mark on the same line"),
)


def read_json(text: str, *, file: str) -> Document:
    """The data of a JSON text; the place of a part is looked up when it is asked for.

    Of a key that stands twice the first one counts; that, NaN and Infinity are told in the document's
    `problems`.

    Raises:
        UnreadableInput: it is not JSON, or too deep, or too large; the message says what would do.

    >>> read_json('{"year": 2020, "amount": 1.10}', file="a.json").data
    {'year': '2020', 'amount': '1.10'}
    """
    if sum(map(text.count, ",[{")) > MAX_NODES:
        problem = Problem(code="E109", file=file, message=f"more than {MAX_NODES:,} values")
        raise UnreadableInput([problem])
    try:
        data = _strict.decode(text)
    except _Faulty:
        problems = tuple(_Scan(text, file).problems)
        data = _lenient.decode(text)
        return Document(file=file, text=text, data=data, problems=problems, find=_Finder(text).find)
    except json.JSONDecodeError as error:
        raise UnreadableInput([_not_json(error, file)]) from None
    except RecursionError:
        raise UnreadableInput(_Scan(text, file).problems) from None
    return Document(file=file, text=text, data=data, find=_Finder(text).find)


class _Faulty(Exception):  # noqa: N818 - it never leaves this file
    """Something that the scanner takes and we do not."""


def _unique(pairs: list[tuple[str, Data]]) -> dict[str, Data]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise _Faulty
    return data


def _first_of_each(pairs: list[tuple[str, Data]]) -> dict[str, Data]:
    return {**dict(pairs), **dict(reversed(pairs))}


def _refused(constant: str) -> Never:
    raise _Faulty(constant)


def _not_given(_constant: str) -> None:
    return None


_strict = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_refused, object_pairs_hook=_unique)
_lenient = json.JSONDecoder(
    parse_int=str, parse_float=str, parse_constant=_not_given, object_pairs_hook=_first_of_each
)


# For the places alone, whatever the values are.
_scanner = json.JSONDecoder(parse_int=str, parse_float=str)


def _not_json(error: json.JSONDecodeError, file: str) -> Problem:
    complaint = error.msg.lower().removesuffix(" at")
    hint = _BY_CHARACTER.get(error.doc[error.pos : error.pos + 1]) or next(
        (cure for words, cure in _BY_COMPLAINT if words in complaint), ""
    )
    return Problem(
        code="E106",
        file=file,
        line=error.lineno,
        column=error.colno,
        message=f"not JSON: {complaint}",
        hint=hint,
    )


class _Finder:
    """Finds where a part begins by going over the others with the C scanner; what it found it keeps."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: dict[int, list[tuple[int, int]]] = {}

    def find(self, way: tuple[int, ...]) -> tuple[int, int]:
        """Where the key and the value of a part begin."""
        key = value = self._skip(0)
        for position in way:
            if value not in self._parts:
                self._parts[value] = list(self._places(value))
            key, value = self._parts[value][position]
        return key, value

    def _places(self, start: int) -> Iterator[tuple[int, int]]:
        keys: set[str] = set()
        place = self._skip(start + 1)
        while self._text[place] not in "]}":
            key_place = value_place = place
            key = ""
            if self._text[start] == "{":
                key, place = _scanner.raw_decode(self._text, place)
                value_place = self._skip(self._skip(place) + 1)
            _, place = _scanner.raw_decode(self._text, value_place)
            if not key or key not in keys:
                yield key_place, value_place
            keys.add(key)
            place = self._skip(place)
            place = self._skip(place + 1) if self._text[place] == "," else place

    def _skip(self, place: int) -> int:
        found = _SPACE.match(self._text, place)
        return found.end() if found else place


class _Scan:
    """Goes through a JSON text, piece by piece, for what the C scanner lets pass."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text, self._file = text, file
        # The keys of each map that is open, None for a list.
        self._open: list[set[str] | None] = []
        self._is_key_next = False
        for found in _PIECE.finditer(text):
            self._take(found[0], found.start())
            if len(self._open) > MAX_DEPTH:
                self._tell("E109", found.start(), f"nested more than {MAX_DEPTH} deep")
                break

    def _take(self, piece: str, place: int) -> None:
        keys = self._open[-1] if self._open else None
        match piece[0]:
            case "{" | "[":
                self._open.append(set() if piece == "{" else None)
                self._is_key_next = piece == "{"
            case "}" | "]":
                self._open.pop()
                self._is_key_next = False
            case ",":
                self._is_key_next = keys is not None
            case '"' if keys is not None and self._is_key_next:
                self._is_key_next = False
                key = str(json.loads(piece))
                if key in keys:
                    self._tell("E107", place, f"{shown(key)} stands twice", "keep one of the two")
                keys.add(key)
            case _ if piece in _NO_NUMBERS:
                self._tell("E106", place, f"not JSON: {piece} is no number", "leave the value out")

    def _tell(self, code: str, place: int, message: str, hint: str = "") -> None:
        line, column = place_at(self._text, place)
        self.problems.append(
            Problem(code=code, file=self._file, line=line, column=column, message=message, hint=hint)
        )

"""Strict JSON: the same text data as YAML gives, and no more.

Numbers stay the text that they are written as, so that `1.10` does not become `1.1`.
The standard library's C scanner reads; only a file with faults is gone through again, for the places.
"""

from __future__ import annotations

import json
import re
from typing import Never

from nominate.errors import Problem, UnreadableInput, shown
from nominate.files.text_data import MAX_DEPTH, MAX_NODES, Data, Document, Outline, place_at

__all__ = ["read_json"]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s{}\[\]:,"]+')
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
        scan = _Scan(text, file)
        return Document(
            file=file,
            text=text,
            data=_lenient.decode(text),
            problems=tuple(scan.problems),
            outlined=lambda: scan.outline,
        )
    except json.JSONDecodeError as error:
        raise UnreadableInput([_not_json(error, file)]) from None
    except RecursionError:
        raise UnreadableInput(_Scan(text, file).problems) from None
    return Document(file=file, text=text, data=data, outlined=lambda: _Scan(text, file).outline)


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


class _Scan:
    """Goes through a JSON text, piece by piece, for the places and for what the C scanner lets pass."""

    def __init__(self, text: str, file: str) -> None:
        self.problems: list[Problem] = []
        self._text, self._file = text, file
        # The whole text is the one item of a list, so that the outermost value needs no case of its own.
        self._frames: list[tuple[list[Outline], set[str] | None]] = [([], None)]
        self._key: int | None = None
        self._is_refused = False
        for found in _TOKEN.finditer(text):
            self._take(found[0], found.start())
            if len(self._frames) > MAX_DEPTH + 1:
                self._tell("E109", found.start(), f"nested more than {MAX_DEPTH} deep")
                break
        self.outline: Outline = self._frames[0][0][0]

    def _take(self, piece: str, place: int) -> None:
        outline, keys = self._frames[-1]
        if piece in {"}", "]"}:
            self._frames.pop()
        elif keys is not None and self._key is None:
            self._begin(str(json.loads(piece)), place, keys)
        elif piece in {"{", "["}:
            inner: list[Outline] = [place]
            self._attach(outline, inner, is_map=keys is not None)
            self._frames.append((inner, None if piece == "[" else set()))
        else:
            if piece in _NO_NUMBERS:
                self._tell("E106", place, f"not JSON: {piece} is no number", "leave the value out")
            self._attach(outline, place, is_map=keys is not None)

    def _begin(self, key: str, place: int, keys: set[str]) -> None:
        self._key, self._is_refused = place, key in keys
        if self._is_refused:
            self._tell("E107", place, f"{shown(key)} stands twice", "keep one of the two")
        keys.add(key)

    def _attach(self, outline: list[Outline], part: Outline, *, is_map: bool) -> None:
        if is_map and self._key is not None and not self._is_refused:
            outline.append(self._key)
        if not self._is_refused:
            outline.append(part)
        self._key, self._is_refused = None, False

    def _tell(self, code: str, place: int, message: str, hint: str = "") -> None:
        line, column = place_at(self._text, place)
        self.problems.append(
            Problem(code=code, file=self._file, line=line, column=column, message=message, hint=hint)
        )

"""Text data: what YAML and JSON have in common, and where in the file each part stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

import attrs

from nominate.errors import Problem

__all__ = ["MAX_DEPTH", "MAX_NODES", "Data", "Document", "Outline", "Path", "path_text", "place_at"]

Data: TypeAlias = "dict[str, Data] | list[Data] | str | bool | None"
"""Maps, lists and text; None is "not given". Only JSON has booleans, and its numbers are text as written."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a part: keys of maps and indices of lists, counted from 0."""

Outline: TypeAlias = "int | list[Outline]"
"""Where each part begins, counted in characters from 0: a list for a map or list, its own place first.

The places of a map's keys and values follow in turns, those of a list's items one by one.
"""

MAX_DEPTH = 40
"""How deep maps and lists may stand in each other: a register needs nine."""

MAX_NODES = 10_000_000
"""How many values a file may hold: 100,000 nominations have about three million."""


def place_at(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column, both from 1, of a character counted from 0.

    >>> place_at("a: 1\nb: 2", 8)
    (2, 4)
    """
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def path_text(path: Path) -> str:
    """A path as messages show it; a key that is no plain word is quoted.

    >>> path_text(("nominations", 2, "decisions", 0, "outcome")), path_text(("extra", "a b"))
    ('nominations[2].decisions[0].outcome', "extra['a b']")
    """
    text = ""
    for step in path:
        if isinstance(step, int) or not step.replace("-", "_").isidentifier():
            text += f"[{step!r}]"
        else:
            text += f".{step}" if text else step
    return text


@attrs.frozen(kw_only=True)
class Document:
    """A file that was read: its data, the faults that did not stop the reading, and the way to each place.

    `outlined` is called only when there is something to tell, because few files have faults.

    >>> document = Document(file="a.yaml", text="a: 1", data={"a": "1"}, outlined=lambda: [0, 0, 3])
    >>> document.place(("a",)), document.place(("a",), is_key=True)
    ((1, 4), (1, 1))
    """

    file: str
    text: str = attrs.field(repr=False)
    data: Data = attrs.field(repr=False)
    problems: tuple[Problem, ...] = ()
    outlined: Callable[[], Outline] = attrs.field(repr=False)

    def place(self, path: Path, *, is_key: bool = False) -> tuple[int, int]:
        """Line and column of a value, or of its key; of the last part on the way that is there."""
        data, outline = self.data, self._outline
        start = key_start = _start(outline)
        for step in path:
            # A short form leaves such a step out: a list of one, or the key that a bare text stands for.
            if not isinstance(data, dict if isinstance(step, str) else list):
                continue
            position = _position(data, step)
            if position is None or isinstance(outline, int):
                return self._numbered(start)
            is_map = isinstance(data, dict)
            key_start = _start(outline[2 * position + 1 if is_map else position + 1])
            outline = outline[2 * position + 2 if is_map else position + 1]
            data, start = _child(data, position), _start(outline)
        return self._numbered(key_start if is_key else start)

    def problem(self, fault: Problem, path: Path, *, is_key: bool = False) -> Problem:
        """The same fault with this file and the place of that path."""
        line, column = self.place(path, is_key=is_key)
        return attrs.evolve(fault, file=self.file, line=line, column=column, path=path_text(path))

    @cached_property
    def _outline(self) -> Outline:
        return self.outlined()

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def _numbered(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def _start(outline: Outline) -> int:
    while not isinstance(outline, int):
        outline = outline[0]
    return outline


def _position(data: Data, step: str | int) -> int | None:
    if isinstance(data, dict) and step in data:
        return list(data).index(str(step))
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return step
    return None


def _child(data: Data, position: int) -> Data:
    if isinstance(data, dict):
        return list(data.values())[position]
    return data[position] if isinstance(data, list) else None

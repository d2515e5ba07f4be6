"""Text data: what YAML and JSON have in common, and where in the file each part stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import TypeAlias

import attrs

from nominate.errors import Problem

__all__ = ["MAX_DEPTH", "MAX_NODES", "Data", "Document", "Path", "path_text", "place_at"]

Data: TypeAlias = "dict[str, Data] | list[Data] | str | bool | None"
"""Maps, lists and text; None is "not given". Only JSON has booleans, and its numbers are text as written."""

Path: TypeAlias = tuple[str | int, ...]
"""The way to a part: keys of maps and indices of lists, counted from 0."""

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
    r"""A file that was read: its data, the faults that did not stop the reading, and the way to each place.

    `find` is called only when there is something to tell. It takes the way to a part, for each map or list on
    it which of its values comes next, and gives where the part's key and its value begin, counted from 0.

    >>> text = "a: 1\nb: 2"
    >>> document = Document(file="a.yaml", text=text, data={"a": "1", "b": "2"}, find=lambda way: (5, 8))
    >>> document.place(("b",)), document.place(("b",), is_key=True)
    ((2, 4), (2, 1))
    """

    file: str
    text: str = attrs.field(repr=False)
    data: Data = attrs.field(repr=False)
    problems: tuple[Problem, ...] = ()
    find: Callable[[tuple[int, ...]], tuple[int, int]] = attrs.field(repr=False)

    def place(self, path: Path, *, is_key: bool = False) -> tuple[int, int]:
        """Line and column of a value, or of its key; of the last part on the way that is there."""
        data = self.data
        way: list[int] = []
        for step in path:
            # A short form leaves such a step out: a list of one, or the key that a bare text stands for.
            if not isinstance(data, dict if isinstance(step, str) else list):
                continue
            position = _position(data, step)
            if position is None:
                is_key = False
                break
            way.append(position)
            data = _child(data, position)
        key, value = self.find(tuple(way))
        return self._numbered(key if is_key else value)

    def problem(self, fault: Problem, path: Path, *, is_key: bool = False) -> Problem:
        """The same fault with this file and the place of that path."""
        line, column = self.place(path, is_key=is_key)
        return attrs.evolve(fault, file=self.file, line=line, column=column, path=path_text(path))

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def _numbered(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


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

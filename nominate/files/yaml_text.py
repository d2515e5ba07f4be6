"""Strict YAML: text, maps and lists, and nothing that YAML would guess.

`2020`, `no`, `21:30` and `0117` stay the text that they are; types come from the records.
PyYAML's C parser gives the events; where it is not installed, the pure one gives the same, only slower.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, TypeAlias, cast

from nominate.errors import Problem, Severity, UnreadableInput, shown
from nominate.files.text_data import MAX_DEPTH, MAX_NODES, Data, Document, place_at
from nominate.files.yaml_cures import cured

__all__ = ["NOT_GIVEN", "REFUSED", "read_yaml"]

NOT_GIVEN = frozenset({"", "~", "null", "Null", "NULL"})
"""What means "not given" where it stands without quotation marks."""

REFUSED = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What cannot stand unescaped: what YAML forbids, or alone takes for a line break; the byte order mark."""

# Where each part begins, counted in characters from 0: for a map or list a list, its own place first. The
# places of a map's keys and values follow in turns, those of a list's items twice, so that both work alike.
_Outline: TypeAlias = "int | list[_Outline]"
# People write comments with a space after the sign; without one it is most likely text, which YAML cuts off.
_CUT_OFF = re.compile(r"(?<=\S) +(#[^\s#!]\S*)")


def read_yaml(text: str, *, file: str) -> Document:
    r"""The data of a YAML text with the place of every part; an empty text is None.

    Keys that stand twice or are no text, anchors, aliases, tags and further documents are kept out of the
    data and told in the document's `problems`; so is, as a warning, text that YAML cuts off at a ` #`.

    Raises:
        UnreadableInput: it is not YAML, or too deep, or too large; the message says what would do.

    >>> read_yaml("year: 2020\nopen: no\nphone: 0117", file="a.yaml").data
    {'year': '2020', 'open': 'no', 'phone': '0117'}
    """
    import yaml  # noqa: PLC0415 - `import nominate` stays light

    _refuse_characters(text, file)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    reader = _Reader(loader.get_event, text, file)
    try:
        data, outline = reader.document()
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if isinstance(error, UnreadableInput):
            raise
        raise UnreadableInput([*reader.problems, cured(error, text, file)]) from None
    finally:
        loader.dispose()
    problems = tuple(reader.problems)
    return Document(file=file, text=text, data=data, problems=problems, find=partial(_found, outline))


def _found(outline: _Outline, way: tuple[int, ...]) -> tuple[int, int]:
    """Where the key and the value of a part begin."""
    key = value = _start(outline)
    for position in way:
        parts = cast("list[_Outline]", outline)
        key, outline = _start(parts[2 * position + 1]), parts[2 * position + 2]
        value = _start(outline)
    return key, value


def _start(outline: _Outline) -> int:
    while not isinstance(outline, int):
        outline = outline[0]
    return outline


def _refuse_characters(text: str, file: str) -> None:
    found = REFUSED.search(text)
    if found is None:
        return
    line, column = place_at(text, found.start())
    hint = "save the file as UTF-8" if found[0] == "\0" else "take it out; your editor may not show it"
    message = f"the character U+{ord(found[0]):04X} cannot stand in a register"
    raise UnreadableInput(
        [Problem(code="E104", file=file, line=line, column=column, message=message, hint=hint)]
    )


class _Event(Protocol):
    start_mark: Any
    end_mark: Any
    anchor: str | None
    tag: str | None
    style: str | None
    value: str


class _Reader:
    """Reads the events of one file; `problems` grows in file order."""

    def __init__(self, next_event: Callable[[], _Event], text: str, file: str) -> None:
        from yaml import events  # noqa: PLC0415 - `import nominate` stays light

        self.problems: list[Problem] = []
        self._next = next_event
        self._kinds = events
        self._text, self._file = text, file
        self._cut_off = {found.start(): found[1] for found in _CUT_OFF.finditer(text)}
        self._depth = self._count = 0

    def document(self) -> tuple[Data, _Outline]:
        """The first document; a second one is told and not read."""
        self._next()
        if isinstance(self._next(), self._kinds.StreamEndEvent):
            return None, 0
        root = self._value(self._next())
        self._next()
        event = self._next()
        if isinstance(event, self._kinds.DocumentStartEvent):
            self._tell("E108", event, "a second document begins here", "put it into a file of its own")
        return root

    def _value(self, event: _Event) -> tuple[Data, _Outline]:
        kind: type = type(event)
        if kind is self._kinds.AliasEvent:
            self._tell("E108", event, f"'*{event.anchor}' is read as a YAML alias", _quoted("*"))
            return None, event.start_mark.index
        if event.anchor is not None:
            self._tell("E108", event, f"'&{event.anchor}' is read as a YAML anchor", _quoted("&"))
        if event.tag is not None:
            self._tell("E108", event, f"{shown(event.tag)} is read as a YAML tag", _quoted("!"))
        if kind is self._kinds.ScalarEvent:
            return self._text_or_none(event), event.start_mark.index
        return self._collection(event)

    def _text_or_none(self, event: _Event) -> str | None:
        text: str = event.value
        if event.style:
            return text
        if self._cut_off and event.end_mark.index in self._cut_off:
            lost = self._cut_off[event.end_mark.index]
            hint = f"put the text in quotation marks, or, if it is a comment, write '# {lost[1:]}'"
            self._tell(
                "W111", event, f"YAML takes {shown(lost)} for a comment, so the text ends before it", hint
            )
        return None if text in NOT_GIVEN else text

    def _collection(self, event: _Event) -> tuple[Data, _Outline]:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise UnreadableInput([self._problem("E109", event, f"nested more than {MAX_DEPTH} deep")])
        is_map = isinstance(event, self._kinds.MappingStartEvent)
        data, outline = self._map(event) if is_map else self._list(event)
        self._depth -= 1
        self._count += len(data)
        if self._count > MAX_NODES:
            hint = "split it into several files"
            raise UnreadableInput([self._problem("E109", event, f"more than {MAX_NODES:,} values", hint)])
        return data, outline

    def _list(self, start: _Event) -> tuple[list[Data], _Outline]:
        data: list[Data] = []
        outline: list[_Outline] = [start.start_mark.index]
        while not isinstance(event := self._next(), self._kinds.SequenceEndEvent):
            value, place = self._value(event)
            data.append(value)
            outline += (event.start_mark.index, place)
        return data, outline

    def _map(self, start: _Event) -> tuple[dict[str, Data], _Outline]:
        data: dict[str, Data] = {}
        outline: list[_Outline] = [start.start_mark.index]
        while not isinstance(event := self._next(), self._kinds.MappingEndEvent):
            key = self._key(event, data)
            value, place = self._value(self._next())
            if key is not None:
                data[key] = value
                outline += (event.start_mark.index, place)
        return data, outline

    def _key(self, event: _Event, data: dict[str, Data]) -> str | None:
        key, _ = self._value(event)
        if not isinstance(key, str):
            self._tell("E110", event, "a key must be text", "write the key's name before the colon")
        elif key == "<<" and not event.style:
            self._tell("E108", event, "'<<' would merge another map in", "write its keys out")
        elif key in data:
            # Whoever forgets the dash must not be told to take a record away.
            dash = ", or, if another record begins here, put a dash in front of it" if key == "id" else ""
            self._tell("E107", event, f"{shown(key)} stands twice", f"keep one of the two{dash}")
        else:
            return key
        return None

    def _tell(self, code: str, event: _Event, message: str, hint: str = "") -> None:
        self.problems.append(self._problem(code, event, message, hint))

    def _problem(self, code: str, event: _Event, message: str, hint: str = "") -> Problem:
        line, column = place_at(self._text, event.start_mark.index)
        severity = Severity.WARNING if code.startswith("W") else Severity.ERROR
        return Problem(
            code=code,
            message=message,
            hint=hint,
            severity=severity,
            file=self._file,
            line=line,
            column=column,
        )


def _quoted(character: str) -> str:
    return f"put text that begins with {character} in quotation marks"

"""The reference of the file format: a table for each record, from the record itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from generating.markdown import anchor, code, opening, page, table
from nominate.files.meanings import meanings, summary
from nominate.model.embargo import CLEARED, DateKind
from nominate.model.fields import TextRule, audience_of, key_of, short_form_of
from nominate.model.mapping import FrozenDict
from nominate.model.settings import Records
from nominate.model.when import When

__all__ = ["file_format"]

# Whatever an annotation may be: a class, a generic alias, a union, Annotated.
_Type: TypeAlias = Any


_SCALARS: dict[type, str] = {
    bool: "`yes` or `no`",
    int: "a whole number",
    Decimal: "a number",
    Fraction: "a fraction, as in `1/2`",
    str: "one line of text, at most 300 characters",
    When: "a [date](#when)",
}


def file_format() -> str:
    """The whole page: the file, then each record in the order in which the ones before name it."""
    return page(opening("file-format"), *map(_section, _records()), _choices_section(), opening("dates"))


def _records() -> tuple[type, ...]:
    found: dict[type, None] = {Records: None}
    waiting: list[type] = [Records]
    while waiting:
        fresh = [each for each in _named_by(waiting.pop(0)) if each not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return tuple(found)


def _named_by(record: type) -> Iterator[type]:
    for annotation in get_type_hints(record).values():
        yield from (part for part in _parts(annotation) if attrs.has(part) and part is not When)


def _parts(annotation: _Type) -> Iterator[type]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


def _section(record: type) -> str:
    title = "The whole file" if record is Records else record.__name__
    short = short_form_of(record)
    shorts = [short, *filter(None, [getattr(record, "SHORT_FORM_OF_TEXT", "")])]
    short_text = f"Short form: a bare value stands for {' or '.join(map(code, shorts))}." if short else ""
    parts = [f"({anchor(record.__name__)})=\n## {title}", summary(record), short_text, _fields(record)]
    return "\n\n".join(part for part in parts if part)


def _fields(record: type) -> str:
    types, told = get_type_hints(record, include_extras=True), meanings(record)
    rows = [
        (
            code(key_of(field.name)),
            _takes(types[field.name]),
            audience_of(record, field.name).value,
            _default(field.default),
            _sentence(told.get(field.name, "")),
        )
        for field in attrs.fields(record)
    ]
    return table(("field", "takes", "audience", "default", "meaning"), rows)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _default(value: object) -> str:
    match value:
        case attrs.NOTHING:
            return "**needed**"
        case Enum():
            return code(str(value.value))
        case True | False:
            return code("yes" if value else "no")
        case str() | int():
            return code(str(value))
    return ""


def _takes(kind: _Type) -> str:
    arguments = get_args(kind)
    origin: object = get_origin(kind)
    if kind == When | DateKind | str:
        return f"a [date](#when), `{CLEARED}`, or one of [DateKind](#{anchor('DateKind')})"
    if origin is Annotated:
        rules = [note for note in arguments[1:] if isinstance(note, TextRule)]
        return _text(rules[0]) if rules else _takes(arguments[0])
    if origin in {Union, UnionType}:
        return _takes(next(each for each in arguments if each is not NoneType))
    if origin is tuple:
        return f"a list: {_takes(arguments[0])}"
    if origin is FrozenDict:
        return f"a map: {_takes(arguments[1])}"
    return _bare(kind)


def _bare(kind: type) -> str:
    if issubclass(kind, Enum) or (attrs.has(kind) and kind is not When):
        return f"[{kind.__name__}](#{anchor(kind.__name__)})"
    return _SCALARS[kind]


def _text(rule: TextRule) -> str:
    if rule.is_slug:
        return "an id"
    if rule.is_link:
        return "a link: http, https or mailto"
    return f"text, at most {rule.length:,} characters" if rule.has_lines else "one line of text"


def _choices_section() -> str:
    kinds: dict[type[Enum], None] = {}
    for record in _records():
        for annotation in get_type_hints(record).values():
            kinds |= {part: None for part in _parts(annotation) if issubclass(part, Enum)}
    sections = [
        f"({anchor(kind.__name__)})=\n### {kind.__name__}\n\n{summary(kind)}\n\n"
        + "\n".join(f"- `{choice.value}`" for choice in kind)
        for kind in kinds
    ]
    return "\n\n".join(
        ["## Choices", "A word that is none of the choices is refused, and the nearest one named.", *sections]
    )

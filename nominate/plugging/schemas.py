"""A JSON Schema of an exporter's options, for editors and for anybody who makes a form of them."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.plugging.options import Option, OptionKind

__all__ = ["options_schema"]

_TYPES: dict[OptionKind, dict[str, object]] = {
    OptionKind.TEXT: {"type": "string"},
    OptionKind.YES_OR_NO: {"type": "boolean"},
    OptionKind.WHOLE_NUMBER: {"type": "integer"},
    OptionKind.NUMBER: {"type": "number"},
    OptionKind.FILE: {"type": "string", "minLength": 1, "description": "path of a file"},
}


def options_schema(options: Iterable[Option], *, exporter: str) -> dict[str, object]:
    """A JSON Schema (draft 2020-12) of an object that gives some of the options; unknown keys are refused.

    >>> from nominate.plugging.options import NoOptions, described
    >>> options_schema(described(NoOptions), exporter="lines")["additionalProperties"]
    False
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Options of the exporter {exporter}",
        "type": "object",
        "additionalProperties": False,
        "properties": {option.name: _property(option) for option in options},
    }


def _property(option: Option) -> dict[str, object]:
    one = _one(option)
    shape: dict[str, object] = {"type": "array", "items": one} if option.is_repeatable else one
    if option.is_clearable and not option.is_repeatable:
        shape = {"anyOf": [one, {"type": "null"}]}
    if option.help:
        shape["description"] = option.help
    if not option.reads_files or set(option.default) <= set(option.choices):
        shape["default"] = _default(option)
    return shape


def _one(option: Option) -> dict[str, object]:
    """The schema of one value."""
    match option.kind:
        case OptionKind.CHOICE:
            return {"enum": list(option.choices)}
        case OptionKind.CHOICE_OR_FILE:
            return {"anyOf": [{"enum": list(option.choices)}, dict(_TYPES[OptionKind.FILE])]}
        case kind:
            return dict(_TYPES[kind])


def _default(option: Option) -> object:
    values = [_value(text, option.kind) for text in option.default]
    if option.is_repeatable:
        return values
    return values[0] if values else None


def _value(text: str, kind: OptionKind) -> object:
    match kind:
        case OptionKind.YES_OR_NO:
            return text == "yes"
        case OptionKind.WHOLE_NUMBER:
            return int(text)
        case OptionKind.NUMBER:
            return float(text)
        case _:
            return text

"""The register's file format as JSON Schema, made from the records, for editors and other programs.

It takes what the reader takes in shape: short forms, one value for a list of one, numbers for text.
What only the whole register can tell (a reference to nothing, a date after its ceremony) is for `check`.
"""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from nominate.files.meanings import meanings, summary
from nominate.files.text_rules import LINK_PATTERN, SLUG_PATTERN
from nominate.model.embargo import CLEARED, DateKind
from nominate.model.fields import TextRule, key_of, short_form_of
from nominate.model.mapping import FrozenDict
from nominate.model.settings import Records
from nominate.model.when import When

__all__ = ["SCHEMA_ID", "register_schema"]

SCHEMA_ID = "urn:nominate:register:1"

Schema: TypeAlias = dict[str, Any]
# A type as annotations write it: a class, a generic alias, a union, Annotated.
_Type: TypeAlias = Any

_SCALARS: dict[type, Schema] = {
    bool: {"enum": [True, False, "yes", "no", "true", "false"]},
    int: {
        "type": ["integer", "string"],
        "pattern": "^-?[0-9]{1,9}$",
        "minimum": -999_999_999,
        "maximum": 999_999_999,
    },
    Decimal: {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"},
    Fraction: {
        "type": ["number", "string"],
        "pattern": r"^([0-9]{1,4}/[1-9][0-9]{0,3}|[01](\.[0-9]{1,6})?)$",
        "minimum": 0,
        "exclusiveMaximum": 2,
    },
    # A key of one's own in a map takes any text.
    str: {"type": ["string", "number", "boolean"], "maxLength": 300},
    When: {"$ref": "#/$defs/When"},
}

# YAML makes numbers and truths of 2020, 1.5 and true; the reader takes them as the text that they are.
_TEXT_TYPES = ["string", "number", "boolean"]
_ON_ONE_LINE = r"^\s*\S(.*\S)?\s*$"
_NOT_BLANK = r"\S"

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9](:00)?(Z|[+-][0-9]{2}:[0-9]{2})?"
_MOMENT = f"[12][0-9]{{3}}(-{_MONTH}(-{_DAY}([T ]{_TIME})?)?)?~?"

_WHEN: Schema = {
    "description": "A date as far as it is known: 2020, 2020-11, 2020-11-03 or 2020-11-03T20:00; "
    "2020-10~ for about, 2020-11-03/2020-11-05 for an interval.",
    "oneOf": [
        {"type": "integer", "minimum": 1000, "maximum": 2999},
        {"type": "string", "pattern": f"^{_MOMENT}(/{_MOMENT})?$"},
    ],
}


def register_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a register's file, with a definition for each record.

    >>> sorted(register_schema()["properties"])[:3]
    ['awards', 'kinds', 'nominations']
    """
    definitions: dict[str, Schema] = {"When": _WHEN}
    whole = _record(Records, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "A register of awards and nominations",
        **whole,
        "$defs": dict(sorted(definitions.items())),
    }


def _record(record: type, definitions: dict[str, Schema]) -> Schema:
    types = get_type_hints(record, include_extras=True)
    told = meanings(record)
    fields = attrs.fields(record)
    required = [key_of(each.name) for each in fields if each.default is attrs.NOTHING]
    properties = {
        key_of(each.name): {
            **({"description": told[each.name]} if each.name in told else {}),
            **_or_nothing(_field(types[each.name], definitions), each.default is attrs.NOTHING),
        }
        for each in fields
    }
    return {
        "description": summary(record),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _or_nothing(schema: Schema, is_required: bool) -> Schema:  # noqa: FBT001 - the one thing that matters here
    return schema if is_required else {"anyOf": [schema, {"type": "null"}, {"const": ""}]}


def _field(kind: _Type, definitions: dict[str, Schema]) -> Schema:
    arguments = get_args(kind)
    origin: object = get_origin(kind)
    match origin:
        case _ if kind == When | DateKind | str:
            ends = [*(each.value for each in DateKind), CLEARED]
            return {"anyOf": [{"enum": ends}, {"$ref": "#/$defs/When"}]}
        case _ if origin is Annotated:
            rules = [note for note in arguments[1:] if isinstance(note, TextRule)]
            return _text(rules[0]) if rules else _field(arguments[0], definitions)
        case _ if origin in {Union, UnionType}:
            return _field(next(each for each in arguments if each is not NoneType), definitions)
        case _ if origin is tuple:
            one = _field(arguments[0], definitions)
            return {"anyOf": [{"type": "array", "items": one}, one]}
        case _ if origin is FrozenDict:
            value = _or_nothing(_field(arguments[1], definitions), is_required=False)
            return {"type": "object", "additionalProperties": value}
    return _bare(kind, definitions)


def _bare(kind: type, definitions: dict[str, Schema]) -> Schema:
    if issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    if not attrs.has(kind):
        return _SCALARS[kind]
    if kind.__name__ not in definitions:
        # The name stands before the content, so that a record that holds itself ends.
        definitions[kind.__name__] = {}
        whole = _record(kind, definitions)
        short = short_form_of(kind)
        if short:
            types = get_type_hints(kind, include_extras=True)
            shorts = [short, *filter(None, [getattr(kind, "SHORT_FORM_OF_TEXT", "")])]
            whole = {"anyOf": [whole, *(_field(types[name], definitions) for name in shorts)]}
        definitions[kind.__name__] = whole
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _text(rule: TextRule) -> Schema:
    if rule.is_slug:
        # A number below zero is no id.
        pattern = rf"^\s*{SLUG_PATTERN}\s*$"
        return {"type": _TEXT_TYPES, "pattern": pattern, "maxLength": rule.length, "minimum": 0}
    if rule.is_link:
        return {"type": "string", "pattern": rf"^\s*({LINK_PATTERN})\s*$", "maxLength": rule.length}
    pattern = _NOT_BLANK if rule.has_lines else _ON_ONE_LINE
    return {"type": _TEXT_TYPES, "pattern": pattern, "maxLength": rule.length}

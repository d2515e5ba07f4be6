"""A record as JSON data, and plain data as indented text: what is not given is left out of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

import attrs

from nominate.files.plain import Plain
from nominate.model.fields import key_of
from nominate.model.when import When

__all__ = ["Told", "lines", "named", "told"]

# The keys whose bare texts are ids, in their short forms too.
_REFERENCES = {
    "category",
    "contributors",
    "edition",
    "hosts",
    "lead",
    "member_of",
    "nominees",
    "organisation",
    "owner",
    "part_of",
    "partners",
    "person",
    "programme",
    "speaker",
    "sponsor",
    "succeeded_by",
    "to",
}

Told = str | int | bool | list["Told"] | dict[str, "Told"]
"""JSON data: dates and amounts are text, exact to the last digit."""


def told(value: object) -> Told:
    """A record, or a value in one, as JSON data with the keys of the file, and never in a short form.

    >>> from nominate.model.nomination import Nominee
    >>> told(Nominee(organisation="ruh", role="lead"))
    {'organisation': 'ruh', 'role': 'lead'}
    """
    match value:
        case bool() | int():
            return value
        case tuple():
            return [told(member) for member in value]
        case Mapping():
            return {str(key): told(member) for key, member in value.items()}
        case _ if attrs.has(type(value)) and not isinstance(value, When):
            return dict(_fields(value))  # type: ignore[arg-type]  # `attrs.has` has just said so
        case _:
            return str(value.value if isinstance(value, Enum) else value)


def _fields(record: attrs.AttrsInstance) -> Iterator[tuple[str, Told]]:
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if field.default is attrs.NOTHING or value != field.default:
            yield key_of(field.name), told(value)


def lines(data: Plain, *, indent: str = "") -> Iterator[str]:
    r"""Plain data as indented lines, close to how a register is written.

    >>> data = {"title": "Wards", "nominees": [{"organisation": "ruh", "role": "lead"}]}
    >>> print("\n".join(lines(data)))
    title: Wards
    nominees:
      - organisation: ruh
        role: lead
    """
    match data:
        case dict():
            for key, value in data.items():
                yield from _pair(key, value, indent)
        case list():
            for value in data:
                first, *rest = list(lines(value)) or [""]
                yield f"{indent}- {first}"
                yield from (f"{indent}  {line}" for line in rest)
        case bool():
            yield f"{indent}{'yes' if data else 'no'}"
        case _:
            yield from (f"{indent}{line}".rstrip() for line in str(data).splitlines() or [""])


def _pair(key: str, value: Plain, indent: str) -> Iterator[str]:
    inside = list(lines(value, indent="  "))
    if isinstance(value, dict | list) or len(inside) > 1:
        yield f"{indent}{key}:"
        yield from (f"{indent}{line}".rstrip() for line in inside)
    else:
        yield f"{indent}{key}: {inside[0].strip()}"


def named(data: Plain, names: Mapping[str, str]) -> Plain:
    """Plain data with the name of each record beside its id, where one is referred to.

    >>> named({"nominees": ["ruh"]}, {"ruh": "Royal United"})
    {'nominees': ['ruh (Royal United)']}
    """
    match data:
        case dict():
            return {key: _named_value(key, value, names) for key, value in data.items()}
        case list():
            return [named(member, names) for member in data]
        case _:
            return data


def _named_value(key: str, value: Plain, names: Mapping[str, str]) -> Plain:
    if key in _REFERENCES and isinstance(value, str) and value in names:
        return f"{value} ({names[value]})"
    if key in _REFERENCES and isinstance(value, list):
        return [_named_value(key, member, names) for member in value]
    return named(value, names)

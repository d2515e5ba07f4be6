"""The one strict converter from text data to records; nothing else knows how a file becomes types.

Fast accept, slow explain: two cattrs converters with the very same hooks. One stops at the first fault, the
other collects them all, and is asked only when the first has refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from operator import eq
from types import GenericAlias, NoneType
from typing import Any, TypeAlias, TypeVar, get_args, get_type_hints

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from nominate.files.annotations import Type, is_annotated, is_enum, is_mapping, is_optional, is_tuple
from nominate.files.faults import wrong_shape
from nominate.files.scalars import (
    choice_reader,
    read_embargo_end,
    read_fraction,
    read_number,
    read_when,
    read_whole,
    read_yes_or_no,
)
from nominate.files.text_data import Data
from nominate.files.text_rules import text_reader
from nominate.model.embargo import DateKind
from nominate.model.fields import TextRule, key_of, short_form_of
from nominate.model.mapping import FrozenDict
from nominate.model.when import When

__all__ = ["accepted", "is_not_given", "keys_of", "looks_like_address", "structured", "text_form_of"]

T = TypeVar("T")
_Hook: TypeAlias = Callable[[Data, Type], object]

_ADDRESS = re.compile(r"(https?:|mailto:|www\.)\S+|[\w-]+(\.[\w-]+)+/\S*$")
_SCALARS: dict[type, _Hook] = {
    bool: read_yes_or_no,
    int: read_whole,
    Decimal: read_number,
    Fraction: read_fraction,
    When: read_when,
    # Text without a rule of its own, as in the keys of a mapping.
    str: text_reader(TextRule(length=300)),
}


def structured(data: Data, record: type[T], *, is_detailed: bool = False) -> T:
    """Text data as a record, or the first fault; with `is_detailed`, every fault in one of cattrs' groups.

    >>> from nominate.model.nomination import Nominee
    >>> structured("ruh", Nominee)
    Nominee(organisation='ruh', person=None, role='', credited_as='', share=None)
    """
    made: T = _converter(is_detailed=is_detailed).structure(data, record)
    return made


def accepted(data: Data, record: type[T]) -> T | None:
    """Text data as a record, or None where anything at all is wrong with it; `explained` says what.

    >>> from nominate.model.nomination import Nominee
    >>> accepted({"organisation": "ruh", "rolle": "lead"}, Nominee) is None
    True
    """
    try:
        return structured(data, record)
    except Exception:  # noqa: BLE001 - the quick way only says no; the slow way finds out why
        return None


def is_not_given(value: Data) -> bool:
    """Whether a value counts as left out: nothing, or an empty text.

    >>> is_not_given(""), is_not_given([])
    (True, False)
    """
    return value is None or value == ""


@cache
def keys_of(record: type) -> tuple[str, ...]:
    """The keys that a record has in a file, in the order of the model.

    >>> from nominate.model.organisation import Kind
    >>> keys_of(Kind)
    ('id', 'one', 'many')
    """
    return tuple(key_of(field.name) for field in attrs.fields(record))


@cache
def _converter(*, is_detailed: bool) -> Converter:
    converter = Converter(detailed_validation=is_detailed, forbid_extra_keys=True)
    converter.register_structure_hook_factory(is_enum, choice_reader)
    converter.register_structure_hook_factory(attrs.has, _record_hook if is_detailed else _quick_record_hook)
    converter.register_structure_hook_factory(is_tuple, _tuple_hook if is_detailed else _quick_tuple_hook)
    converter.register_structure_hook_factory(is_mapping, _mapping_hook)
    converter.register_structure_hook_factory(is_optional, _optional_hook)
    converter.register_structure_hook_factory(is_annotated, _annotated_hook)
    converter.register_structure_hook_func(partial(eq, When | DateKind | str), read_embargo_end)
    # By class, because cattrs asks its own lenient hooks for str and int before any predicate of ours.
    for kind, hook in _SCALARS.items():
        converter.register_structure_hook(kind, hook)
    return converter


def _annotated_hook(kind: Type, converter: Converter) -> _Hook:
    rules = [note for note in get_args(kind)[1:] if isinstance(note, TextRule)]
    return text_reader(rules[0]) if rules else converter.get_structure_hook(get_args(kind)[0])


def _optional_hook(kind: Type, converter: Converter) -> _Hook:
    # What is not given never comes this far: it is taken out of its map.
    return converter.get_structure_hook(next(each for each in get_args(kind) if each is not NoneType))


def _tuple_hook(kind: Type, converter: Converter) -> _Hook:
    listed = GenericAlias(list, get_args(kind)[:1])
    structure = converter.get_structure_hook(listed)

    def hook(value: Data, _: Type) -> object:
        return tuple(structure(value if type(value) is list else [value], listed))

    return hook


def _mapping_hook(kind: Type, converter: Converter) -> _Hook:
    plain = GenericAlias(dict, get_args(kind))
    structure = converter.get_structure_hook(plain)

    def hook(value: Data, _: Type) -> object:
        if type(value) is not dict:
            raise wrong_shape("a map", value)
        given = {key: item for key, item in value.items() if not is_not_given(item)}
        return FrozenDict(structure(given, plain))

    return hook


def _record_hook(record: type, converter: Converter) -> _Hook:
    renamed = {each.name: override(rename=key_of(each.name)) for each in attrs.fields(record)}
    make: Any = make_dict_structure_fn  # its overrides are keywords, which the types of its other ones forbid
    structure: _Hook = make(record, converter, **renamed)
    known = frozenset(keys_of(record))

    def hook(value: Data, _: Type) -> object:
        given = value if type(value) is dict else _widened(value, record)
        # A key that the record does not have stays, so that it is told.
        given = {key: item for key, item in given.items() if not is_not_given(item) or key not in known}
        return structure(given, record)

    return hook


def _quick_record_hook(record: type, converter: Converter) -> _Hook:
    """As `_record_hook`, but any exception at all means a fault, and only keys that are there cost time."""
    types = get_type_hints(record, include_extras=True)
    readers = {
        key_of(each.name): (each.name, converter.get_structure_hook(types[each.name]))
        for each in attrs.fields(record)
    }

    def hook(value: Data, _: Type) -> object:
        given = {}
        for key, item in (value if type(value) is dict else _widened(value, record)).items():
            name, read = readers[key]
            # The first test is the quick one: it settles nearly every value.
            if item or not is_not_given(item):
                given[name] = read(item, None)
        return record(**given)

    return hook


def _quick_tuple_hook(kind: Type, converter: Converter) -> _Hook:
    read = converter.get_structure_hook(get_args(kind)[0])

    def hook(value: Data, _: Type) -> object:
        return tuple([read(item, None) for item in value]) if type(value) is list else (read(value, None),)

    return hook


def _widened(value: Data, record: type) -> dict[str, Data]:
    """A bare text as the map that it is short for."""
    attribute = short_form_of(record)
    if not (attribute and isinstance(value, str) and value):
        raise wrong_shape(f"a map with keys such as {', '.join(keys_of(record)[:5])}", value)
    return {key_of(attribute if looks_like_address(value) else text_form_of(record)): value}


def looks_like_address(text: str) -> bool:
    """Whether a bare text is meant as a link and not as a title.

    >>> looks_like_address("www.example.org"), looks_like_address("A news release")
    (True, False)
    """
    return _ADDRESS.match(text) is not None


def text_form_of(record: type) -> str:
    """The attribute that a bare text stands for where it is no address, or an empty text.

    >>> from nominate.model.source import Source
    >>> text_form_of(Source)
    'title'
    """
    return str(getattr(record, "SHORT_FORM_OF_TEXT", short_form_of(record)))

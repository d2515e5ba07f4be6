"""Records to plain data as people write it: keys in the model's order, no defaults, short forms used."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias, get_args

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from nominate.files.annotations import Type, is_annotated, is_enum, is_mapping
from nominate.files.converter import looks_like_address, text_form_of
from nominate.model.fields import key_of, short_form_of
from nominate.model.when import When

__all__ = ["Plain", "plain", "widened"]

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | Decimal | bool"
"""What is written to a file; dates and the words of an enum are text."""

_Record: TypeAlias = Any
_Hook: TypeAlias = Callable[[_Record], Any]


def plain(record: object) -> Plain:
    """A record as plain data; what equals its default is left out.

    >>> from nominate.model.nomination import Nomination, Nominee
    >>> nominees = (Nominee(organisation="ruh"), Nominee(organisation="avon", role="lead"))
    >>> plain(Nomination(id="a", edition="h/1", category="c", title="T", nominees=nominees))["nominees"]
    ['ruh', {'organisation': 'avon', 'role': 'lead'}]
    """
    made: Plain = _converter(has_short_forms=True).unstructure(record)
    return made


def widened(record: object) -> Plain:
    """A record as plain data in which every record within it is a map: where it differs, so do the records.

    >>> from nominate.model.nomination import Nomination, Nominee
    >>> nominees = (Nominee(organisation="ruh"),)
    >>> widened(Nomination(id="a", edition="h/1", category="c", title="T", nominees=nominees))["nominees"]
    [{'organisation': 'ruh'}]
    """
    made: Plain = _converter(has_short_forms=False).unstructure(record)
    return made


@cache
def _converter(*, has_short_forms: bool) -> Converter:
    converter = Converter(omit_if_default=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook_factory(
        attrs.has, _record_hook if has_short_forms else _whole_record_hook
    )
    converter.register_unstructure_hook_func(is_enum, _value)
    converter.register_unstructure_hook_func(is_mapping, dict)
    converter.register_unstructure_hook_factory(is_annotated, _annotated_hook)
    converter.register_unstructure_hook(When, str)
    converter.register_unstructure_hook(Fraction, str)
    return converter


def _value(choice: Enum) -> str:
    return str(choice.value)


def _annotated_hook(kind: Type, converter: Converter) -> _Hook:
    return converter.get_unstructure_hook(get_args(kind)[0])


def _whole_record_hook(record: type, converter: Converter) -> _Hook:
    renamed = {each.name: override(rename=key_of(each.name)) for each in attrs.fields(record)}
    make: Any = (
        make_dict_unstructure_fn  # its overrides are keywords, which the types of its other ones forbid
    )
    unstructure: _Hook = make(record, converter, _cattrs_omit_if_default=True, **renamed)
    return unstructure


def _record_hook(record: type, converter: Converter) -> _Hook:
    unstructure = _whole_record_hook(record, converter)
    short, short_of_text = key_of(short_form_of(record)), key_of(text_form_of(record))
    if not short:
        return unstructure

    def hook(value: _Record) -> Plain:
        data: dict[str, Plain] = unstructure(value)
        if data.keys() in ({short}, {short_of_text}):
            bare = next(iter(data.values()))
            # A title that looks like an address would come back as a link.
            is_unmistakable = short == short_of_text or looks_like_address(str(bare)) == (short in data)
            if isinstance(bare, str) and is_unmistakable:
                return bare
        return data

    return hook

"""Questions about types as the records' annotations write them."""

from __future__ import annotations

from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from nominate.model.mapping import FrozenDict

__all__ = ["Type", "is_annotated", "is_enum", "is_mapping", "is_optional", "is_tuple"]

Type: TypeAlias = Any
"""A class, a generic alias, a union or `Annotated`: Python has no one type for them."""


def is_annotated(kind: Type) -> bool:
    """Whether it is a type with notes, as in `Annotated[str, TextRule(...)]`."""
    return _origin(kind) is Annotated


def is_enum(kind: Type) -> bool:
    """Whether it is a class of words to choose from."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def is_mapping(kind: Type) -> bool:
    """Whether it is `FrozenDict`, with or without the types of its keys and values."""
    return kind is FrozenDict or _origin(kind) is FrozenDict


def is_optional(kind: Type) -> bool:
    """Whether it is one type or None.

    >>> is_optional(int | None), is_optional(int | str)
    (True, False)
    """
    return _origin(kind) in {Union, UnionType} and len(get_args(kind)) == 2 and NoneType in get_args(kind)


def is_tuple(kind: Type) -> bool:
    """Whether it is a tuple of one type.

    >>> is_tuple(tuple[int, ...])
    True
    """
    return _origin(kind) is tuple


def _origin(kind: Type) -> object:
    return get_origin(kind)

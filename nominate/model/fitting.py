"""Whether a value made by a program is one that a field of a record may hold."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

__all__ = ["fits"]


def fits(record: type, attribute: str, value: object) -> bool:
    """Whether the value is of the type that the record declares for that attribute, exactly.

    >>> from nominate.model.nomination import Nomination
    >>> fits(Nomination, "title", "A better ward"), fits(Nomination, "submitted", "2020-02-28")
    (True, False)
    """
    return _is_of(value, _hints(record)[attribute])


@cache
def _hints(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _is_of(value: object, hint: object) -> bool:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _is_of(value, arguments[0])
    if origin in {Union, types.UnionType}:
        return any(_is_of(value, each) for each in arguments)
    if origin is tuple:
        return isinstance(value, tuple) and all(_is_of(each, arguments[0]) for each in value)
    if origin is not None:
        key, held = arguments
        return isinstance(value, origin) and all(
            _is_of(name, key) and _is_of(each, held) for name, each in value.items()
        )
    # True is an int to Python, and no number to anybody else.
    return type(value) is hint

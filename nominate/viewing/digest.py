"""The digest of what a view holds: the same for the same content, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

import attrs

__all__ = ["digest"]


def digest(values: Iterable[object]) -> str:
    """The SHA-256 of values of any depth, as 64 hexadecimal digits; attributes at their default add nothing.

    >>> digest(["a"]) == digest(["a"]), digest(["a"]) == digest([("a",)])
    (True, False)
    """
    hashed = hashlib.sha256()
    for value in values:
        hashed.update(_told(value).encode())
        hashed.update(b"\n")
    return hashed.hexdigest()


def _told(value: Any) -> str:  # noqa: ANN401 - whatever a record may hold
    kind: type = type(value)
    if kind is str:
        return repr(value)
    if kind is tuple:
        return f"({','.join(map(_told, value))})"
    fields = _fields(kind)
    if fields is not None:
        names, defaults, get = fields
        parts = [
            f"{name}={_told(own)}"
            for name, default, own in zip(names, defaults, get(value), strict=True)
            if own is not default and own != default
        ]
        return f"{kind.__name__}({','.join(parts)})"
    if isinstance(value, Enum):
        return repr(value.value)
    if isinstance(value, Mapping):
        return f"{{{','.join(f'{_told(key)}:{_told(own)}' for key, own in sorted(value.items()))}}}"
    return str(value)


@cache
def _fields(kind: type) -> tuple[tuple[str, ...], tuple[object, ...], Any] | None:
    if not attrs.has(kind):
        return None
    fields = attrs.fields(kind)
    names = tuple(each.name for each in fields)
    get = attrgetter(*names)
    return (
        names,
        tuple(each.default for each in fields),
        get if len(names) > 1 else lambda value: (get(value),),
    )

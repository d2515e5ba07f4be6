"""A mapping that cannot be changed, so that a frozen record is frozen all the way down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Never, TypeVar

__all__ = ["FrozenDict"]

K = TypeVar("K")
V = TypeVar("V")


def _refused(*_arguments: object, **_named: object) -> Never:
    raise TypeError("a FrozenDict cannot be changed; make a new one")


class FrozenDict(dict[K, V]):
    """A dict whose content is settled when it is made; it can be hashed and pickled.

    >>> FrozenDict(ods="RD1")["ods"]
    'RD1'
    >>> FrozenDict(ods="RD1").clear()
    Traceback (most recent call last):
    TypeError: a FrozenDict cannot be changed; make a new one
    """

    __setitem__ = __delitem__ = __ior__ = clear = pop = popitem = setdefault = update = _refused

    def __hash__(self) -> int:  # type: ignore[override]  # typeshed says that a dict has no hash
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[Callable[[Mapping[K, V]], FrozenDict[K, V]], tuple[dict[K, V]]]:
        return FrozenDict, (dict(self),)

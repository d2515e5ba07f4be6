"""What YAML and JSON can each do: put a value in the place of another, put one in, take one out."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Protocol

import attrs

from nominate.files.nodes import Collection, Slot
from nominate.files.plain import Plain
from nominate.storage.splicing.splices import Splice

__all__ = ["Addition", "Notation"]


@attrs.frozen(kw_only=True)
class Addition:
    """A value that comes into a map, under its key, or into a list.

    It stands behind the slot of that number, -1 for before all. `kept` are the slots that stay.

    >>> Addition(value="lead", key="role", behind=0, kept=frozenset({0})).key
    'role'
    """

    value: Plain
    key: str = ""
    behind: int
    kept: AbstractSet[int]


class Notation(Protocol):
    """The ways of one notation; each gives the splices that do it, or raises `CannotSplice`."""

    def replace(self, holder: Collection, slot: Slot, value: Plain) -> Iterable[Splice]:
        """Put a value in the place of the one in a slot; a text keeps its quotation marks."""
        ...

    def insert(self, holder: Collection, addition: Addition) -> Iterable[Splice]:
        """Put a value into a map or list that keeps at least one of its own."""
        ...

    def remove(self, holder: Collection, number: int, kept: AbstractSet[int]) -> Iterable[Splice]:
        """Take the slot of that number out of a map or list that keeps at least one of its own."""
        ...

    def fitted(
        self, holder: Collection, slot: Slot, splices: tuple[Splice, ...], value: Plain
    ) -> Iterable[Splice]:
        """The splices within the value of a slot, or those that write it anew where a line grows too long."""
        ...

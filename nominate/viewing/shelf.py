"""Records by id as one audience may know them, each made ready when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme

__all__ = ["Shelf"]

Record = TypeVar("Record", Organisation, Person, Programme)


class Shelf(Generic[Record]):
    """The records of one kind; a view of few entries makes few of them ready.

    >>> shelf = Shelf([Organisation(id="ruh", name="Royal United")], lambda each: each)
    >>> shelf.get("ruh").name, shelf.get("rhu"), shelf.get(None)
    ('Royal United', None, None)
    """

    def __init__(self, records: Iterable[Record], ready: Callable[[Record], Record]) -> None:
        self._records: dict[str, Record] = {record.id: record for record in records}
        self._ready: Callable[[Record], Record] = ready
        self._told: dict[str, Record] = {}

    def get(self, name: str | None) -> Record | None:
        """The record with that id, None where there is none."""
        if name is None or name not in self._records:
            return None
        if name not in self._told:
            self._told[name] = self._ready(self._records[name])
        return self._told[name]

    def among(self, names: Iterable[str]) -> tuple[Record, ...]:
        """Those with one of these ids, each once, in file order."""
        order = self._order
        return self._all(sorted(order.keys() & names, key=order.__getitem__))

    @property
    def everything(self) -> tuple[Record, ...]:
        """All of them, in file order."""
        return self._all(self._records)

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {name: place for place, name in enumerate(self._records)}

    def _all(self, names: Iterable[str]) -> tuple[Record, ...]:
        return tuple(told for name in names if (told := self.get(name)) is not None)

"""Records by id as one audience may know them, each made ready when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
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

    def among(self, names: Container[str]) -> tuple[Record, ...]:
        """Those whose ids are among some, in file order."""
        return tuple(told for name in self._records if name in names and (told := self.get(name)) is not None)

    @property
    def everything(self) -> tuple[Record, ...]:
        """All of them, in file order."""
        return self.among(self._records)

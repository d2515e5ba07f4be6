"""What a column is, and what a table of them is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from decimal import Decimal
from enum import Enum
from typing import Any, Protocol, TypeAlias

import attrs

from nominate.model.award import Award
from nominate.model.fields import Audience
from nominate.model.organisation import Kind, Organisation
from nominate.model.when import When
from nominate.viewing.entry import Entry, Event
from nominate.viewing.tables.tally import Tally

__all__ = ["Cell", "Column", "ColumnKind", "Maker", "Shown", "Tabled"]

Cell: TypeAlias = str | int | Decimal | When
"""What a cell of a table may hold; an empty one holds an empty text."""

Maker: TypeAlias = Callable[[Any], Cell]
"""What makes the cell of one column from the record that a row is about."""


class ColumnKind(Enum):
    """What sort of value a column holds, so that an exporter can lay it out."""

    TEXT = "text"
    LONG_TEXT = "long text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    LINK = "link"
    CHOICE = "choice"


@attrs.frozen(kw_only=True, cache_hash=True)
class Column:
    """One column of a table: `field` is the field of the register that it shows, empty where worked out.

    `choices` are all the words that a cell may hold, empty where it may hold any. A column that is
    `editable` shows one field as it stands in the register, so that an edited cell can go back there. One
    that `is_of_the_day` says something else tomorrow though nobody changes the register.

    >>> Column(name="title", title="Title", says="the title as entered").kind.value
    'text'
    """

    name: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    says: str
    field: str = ""
    choices: tuple[str, ...] = ()
    editable: bool = False
    is_of_the_day: bool = False
    audience: Audience = Audience.PUBLIC


class Shown(Protocol):
    """What a table is made from: that of a view which its rows tell of."""

    @property
    def as_of(self) -> When:
        """The moment of the view."""

    @property
    def zone(self) -> tzinfo:
        """That of every time which names none."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """In file order."""

    @property
    def awards(self) -> tuple[Award, ...]:
        """With the editions in scope."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Those that something names."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The earliest first, unknown ones last."""

    @property
    def tally(self) -> Tally:
        """How many entries there are where and with whom."""

    def organisation(self, name: str) -> Organisation | None:
        """The organisation with that id."""

    def kind(self, name: str) -> Kind | None:
        """How that kind of organisation is said."""


@attrs.frozen
class Tabled:
    """A table: its columns in reading order, the records of its rows, and what makes each column's cells."""

    columns: tuple[Column, ...]
    rows: Callable[[Shown], Sequence[Any]]
    makers: Callable[[Shown], Mapping[str, Maker]]

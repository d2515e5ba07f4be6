"""Changes: what somebody wants to be different in a register, one field of one record each."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

import attrs

from nominate.errors import Problem
from nominate.model.award import Award, AwardCategory, Edition
from nominate.model.nomination import Nomination
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.programme import Programme

__all__ = ["RECORDS", "Change", "Origin", "Record", "RecordKind"]

Record: TypeAlias = Nomination | Organisation | Person | Programme | Award | Edition | AwardCategory
"""Whatever has an id of its own."""


class RecordKind(Enum):
    """What sort of record a change is about.

    An edition is named `award/edition`, a category `award/edition/category`, every other record by its id.
    """

    NOMINATION = "nomination"
    ORGANISATION = "organisation"
    PERSON = "person"
    PROGRAMME = "programme"
    AWARD = "award"
    EDITION = "edition"
    CATEGORY = "category"


RECORDS: Mapping[RecordKind, type[Record]] = MappingProxyType(
    {
        RecordKind.NOMINATION: Nomination,
        RecordKind.ORGANISATION: Organisation,
        RecordKind.PERSON: Person,
        RecordKind.PROGRAMME: Programme,
        RecordKind.AWARD: Award,
        RecordKind.EDITION: Edition,
        RecordKind.CATEGORY: AwardCategory,
    }
)
"""The class of each kind of record."""


@attrs.frozen(kw_only=True)
class Origin:
    """Where a change came from: a cell of a workbook, a line of a file, or a command.

    >>> str(Origin(file="tracker.xlsx", sheet="Nominations", cell="E7"))
    'tracker.xlsx:Nominations!E7'
    """

    file: str = ""
    sheet: str = ""
    cell: str = ""
    line: int = 0

    def __str__(self) -> str:
        return self.problem(Problem(code="", message="")).place

    def problem(self, fault: Problem) -> Problem:
        """The same fault at this place.

        >>> print(Origin(file="a.yaml", line=3).problem(Problem(code="E701", message="no nomination 'b'")))
        a.yaml:3: no nomination 'b'
        """
        return attrs.evolve(fault, file=self.file, sheet=self.sheet, cell=self.cell, line=self.line)


@attrs.frozen(kw_only=True)
class Change:
    """One field of one record: what it was, what it is to be, and where that came from.

    `field` is a key as the file writes it; `extra.Budget code` is one entry of a map, `dates.ceremony` one
    date of an edition, and an empty `field` the record as a whole. `before` and `after` are values as the
    records hold them; None is "not given", and for a whole record or date "not there". The editions of an
    award and the categories of an edition are records of their own, so an award or edition stands here
    without them. Decisions only grow: `after` begins with `before`.

    >>> change = Change(kind=RecordKind.NOMINATION, record="ruh-skip-2020", field="owner", after="Comms lead")
    >>> change.is_addition, str(change)
    (False, "nomination 'ruh-skip-2020': owner")
    """

    kind: RecordKind
    record: str
    field: str = ""
    before: object = None
    after: object = None
    origin: Origin = Origin()

    @property
    def is_addition(self) -> bool:
        """Whether a record is new."""
        return not self.field and self.before is None

    @property
    def is_removal(self) -> bool:
        """Whether a record goes away."""
        return not self.field and self.after is None

    def refusal(self, code: str, message: str, hint: str) -> Problem:
        """Why it cannot be made, told at the place that it came from."""
        return self.origin.problem(Problem(code=code, message=message, hint=hint, path=str(self)))

    def __str__(self) -> str:
        named = f"{self.kind.value} {self.record!r}"
        return f"{named}: {self.field}" if self.field else named

"""What the rows of a team's sheet say, each by itself and before anything is looked up."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from nominate.foreign.cells.dates import SheetDate
from nominate.model.decision import Outcome
from nominate.model.embargo import DateKind
from nominate.model.mapping import FrozenDict
from nominate.model.money import Money
from nominate.model.nomination import Progress
from nominate.model.when import When
from nominate.register.changes import Origin

__all__ = ["SheetCost", "SheetEntry", "SheetNominee"]


@attrs.frozen(kw_only=True)
class SheetNominee:
    """A name as the sheet writes it, and as what; `role` is empty for who leads."""

    name: str
    is_person: bool = False
    role: str = ""


@attrs.frozen(kw_only=True)
class SheetCost:
    """An amount, and the title of the column that it stands in."""

    what: str
    money: Money


@attrs.frozen(kw_only=True)
class SheetEntry:
    """One row: names as they are written, everything else as a value that a register holds.

    `is_award` says that the row is about an award and its dates, and about no entry. `outcomes` stand in the
    order in which they are usually decided; `unread_dates` are those that a cell says and nobody can read;
    `extra` has what became nothing else, by the column's title.

    >>> SheetEntry(origin=Origin(sheet="HSJ 2020", cell="A5"), award="HSJ Awards", edition="2020").title
    ''
    """

    origin: Origin
    is_award: bool = False
    id: str = ""
    award: str = ""
    edition: str = ""
    category: str = ""
    title: str = ""
    summary: str = ""
    nominees: tuple[SheetNominee, ...] = ()
    programme: str = ""
    outcomes: tuple[Outcome, ...] = ()
    progress: Progress | None = None
    decided: When | None = None
    announced: When | None = None
    embargo: When | None = None
    submitted: When | None = None
    owner: str = ""
    contributors: tuple[str, ...] = ()
    fee: Money | None = None
    costs: tuple[SheetCost, ...] = ()
    url: str = ""
    award_url: str = ""
    evidence: tuple[str, ...] = ()
    notes: str = ""
    dates: tuple[tuple[DateKind, SheetDate], ...] = ()
    unread_dates: tuple[DateKind, ...] = ()
    extra: Mapping[str, str] = attrs.field(default=FrozenDict())

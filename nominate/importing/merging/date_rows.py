"""New rows on the sheet of dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nominate.files.faults import Fault
from nominate.importing.merging.adding import Adding
from nominate.importing.merging.dates import DateCells, new_date
from nominate.importing.merging.drafts import Draft
from nominate.importing.merging.fields import Note
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.merge import Proposal
from nominate.importing.merging.names import Names
from nominate.importing.merging.new_rows import NewRow
from nominate.importing.merging.ways import Way, way_of
from nominate.model.award import Edition, KeyDate, Target
from nominate.model.nomination import Nomination
from nominate.register.changes import Change, RecordKind
from nominate.register.date_names import called, date_names

__all__ = ["add_dates"]

_NEEDED = ("edition", "what")
_EVERYBODY = "all entries"


def add_dates(rows: Iterable[NewRow], names: Names, adding: Adding) -> None:
    """Draft the new dates of editions that the register has, in the order of the rows."""
    taken: dict[str, list[KeyDate]] = {}
    for row in rows:
        missing = [name for name in _NEEDED if not row.text(name)]
        if missing:
            hint = f"fill in the {' and the '.join(missing)}"
            adding.drafts.refuse(row.origin, "E724", "a new date needs more than this row says", hint)
            continue
        with adding.drafts.at(row.origin) as note:
            _add(row, names, adding, taken, note)


def _add(row: NewRow, names: Names, adding: Adding, taken: dict[str, list[KeyDate]], note: Note) -> None:
    """Draft one date. Raises `Fault`."""
    edition = names.edition(row.text("edition"))
    held: Mapping[str, Edition] = adding.ground.held[RecordKind.EDITION]
    dates = taken.setdefault(edition, [*held[edition].dates] if edition in held else [])
    target = _target(row.text("for"), edition, names, adding.ground)
    cells = {name: value for name, value in row.cells.items() if way_of(row.table, name) is Way.DATE}
    date = new_date(row.text("what"), target, DateCells.of(cells, adding.ground, note))
    if any(called(each) == called(date) and each.when == date.when for each in dates):
        message = "this date is in the register, so the row adds nothing"
        adding.drafts.note(row.origin, code="W738")(f"{message}; change it in the row that it has")
        return
    dates.append(date)
    field = f"dates.{date_names(dates)[-1]}"
    change = Change(kind=RecordKind.EDITION, record=edition, field=field, after=date, origin=row.origin)
    proposal = Proposal(
        kind=RecordKind.EDITION,
        record=f"{edition}#{field.partition('.')[2]}",
        mine="",
        theirs=date.name or date.what.value,
        base="",
        origin=row.origin,
        changes=(change,),
    )
    adding.drafts.drafts.append(Draft(proposal=proposal, table=row.table))


def _target(text: str, edition: str, names: Names, ground: Ground) -> Target | None:
    """The category or nomination that a date is for; None for all. Raises `Fault`."""
    if not text or text.casefold() == _EVERYBODY:
        return None
    try:
        return Target(category=names.category(edition, text))
    except Fault:
        held: Mapping[str, Nomination] = ground.held[RecordKind.NOMINATION]
        found = [
            name
            for name, each in held.items()
            if each.edition == edition and text.casefold() in {name, each.title.casefold()}
        ]
        if len(found) != 1:
            raise
        return Target(nomination=found[0])

"""New rows on the sheet of nominations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from nominate.files.faults import Fault
from nominate.importing.merging.adding import Adding
from nominate.importing.merging.decisions import OutcomeCells, decided
from nominate.importing.merging.ids import Ids, named_nomination, year_of
from nominate.importing.merging.names import Names
from nominate.importing.merging.new_rows import NewRow
from nominate.importing.merging.nominees import nominees_of
from nominate.importing.merging.ways import Way, way_of
from nominate.model.award import Edition
from nominate.model.fields import Audience
from nominate.model.nomination import Nomination
from nominate.model.source import Source
from nominate.register.changes import RecordKind

__all__ = ["add_nominations"]

_NEEDED = ("title", "edition", "category")
_NOMINEES = frozenset({"organisations", "partners", "people"})
_DECISIONS = frozenset({"outcome", "announced", "label", "embargo"})
_UNNAMED = "new"


def add_nominations(rows: Iterable[NewRow], names: Names, adding: Adding) -> None:
    """Draft the new nominations, in the order of the rows."""
    held = adding.ground.held[RecordKind.NOMINATION]
    ids = Ids(held)
    known = {_sameness(each): each.id for each in held.values()}
    for row in rows:
        missing = [name for name in _NEEDED if not row.text(name)]
        if missing:
            hint = f"fill in the {' and the '.join(missing)}"
            adding.drafts.refuse(row.origin, "E724", "a new nomination needs more than this row says", hint)
            continue
        faults = adding.drafts.faults
        fields = {**adding.fields(RecordKind.NOMINATION, row, names), **_looked_up(row, names, adding)}
        if adding.drafts.faults > faults:
            continue
        made = Nomination(**{"id": _UNNAMED, **fields})
        if _sameness(made) in known:
            adding.known(row, RecordKind.NOMINATION, known[_sameness(made)])
            continue
        with adding.drafts.at(row.origin):
            year = year_of(Edition(id=made.edition.rpartition("/")[2]))
            own = ids.given(row.id) if row.id else ids.new(named_nomination(made, year=year))
            made = attrs.evolve(made, id=own)
            adding.draft(RecordKind.NOMINATION, own, made, row, called=made.title)
            known[_sameness(made)] = own
            _tell_left_out(row, adding)


def _sameness(nomination: Nomination) -> tuple[object, ...]:
    """What only the same entry has: so that a file which is imported twice adds nothing twice."""
    who = frozenset((each.organisation, each.person) for each in nomination.nominees)
    return (nomination.edition, nomination.category, nomination.title.casefold(), who)


def _looked_up(row: NewRow, names: Names, adding: Adding) -> dict[str, Any]:
    found: dict[str, Any] = {}
    drafts = adding.drafts
    with drafts.at(row.at("edition")):
        found["edition"] = _edition(row, names)
        with drafts.at(row.at("category")):
            found["category"] = names.category(found["edition"], row.text("category"))
    nominees = row.only(_NOMINEES)
    if nominees:
        with drafts.at(row.at(next(iter(nominees)))):
            found["nominees"] = nominees_of((), (), nominees, names)
    outcome = row.only(_DECISIONS)
    if outcome:
        with drafts.at(row.at(next(iter(outcome)))) as note:
            cells = OutcomeCells(
                cells=outcome,
                source=Source(file=adding.ground.intake.file),
                known=adding.ground.known,
                reader=adding.ground.reader,
                note=note,
            )
            found["decisions"] = decided(None, None, cells).added
    return found


def _edition(row: NewRow, names: Names) -> str:
    """The edition: as its own cell says, or together with that of the award. Raises `Fault`."""
    text, award = row.text("edition"), row.text("award")
    try:
        return names.edition(text)
    except Fault:
        if not award:
            raise
        return names.edition(f"{text} {award}")


def _tell_left_out(row: NewRow, adding: Adding) -> None:
    """Tell of cells that would be lost: a new entry does not have them from a sheet."""
    for name, column in row.columns.items():
        is_recorded = column.field or column.audience is Audience.INTERNAL
        if is_recorded and way_of(row.table, name) is Way.NONE:
            note = adding.drafts.note(row.at(name), code="W739")
            note(f"{column.title!r} of a new row is left out; write it into the register")

"""New rows on the sheet of organisations."""

from __future__ import annotations

from collections.abc import Iterable

from nominate.files.faults import Fault
from nominate.importing.merging.adding import Adding
from nominate.importing.merging.ids import Ids
from nominate.importing.merging.names import Names
from nominate.importing.merging.new_rows import NewRow
from nominate.model.organisation import Organisation
from nominate.register.changes import RecordKind

__all__ = ["add_organisations", "named_organisations"]

Named = tuple[tuple[NewRow, Organisation], ...]


def named_organisations(rows: Iterable[NewRow], adding: Adding) -> Named:
    """The organisations that are new, with no more than name and id, so that others may name them."""
    ground, drafts = adding.ground, adding.drafts
    names = Names(ground.register)
    ids = Ids((*ground.held[RecordKind.ORGANISATION], *ground.held[RecordKind.PERSON]))
    found = []
    for row in rows:
        name = row.text("name")
        if not name:
            drafts.refuse(row.origin, "E724", "a new organisation needs a name", "give it one")
            continue
        with drafts.at(row.origin):
            known = _known(name, names)
            if known:
                adding.known(row, RecordKind.ORGANISATION, known)
                continue
            short = row.text("abbreviation")
            own = ids.given(row.id) if row.id else ids.new(short or name)
            found.append((row, Organisation(id=own, name=name, abbreviation=short)))
    return tuple(found)


def add_organisations(named: Named, names: Names, adding: Adding) -> None:
    """Draft the new organisations with everything that their rows say."""
    for row, sketch in named:
        faults = adding.drafts.faults
        fields = adding.fields(RecordKind.ORGANISATION, row, names)
        if adding.drafts.faults == faults:
            made = Organisation(**{"id": sketch.id, **fields})
            adding.draft(RecordKind.ORGANISATION, made.id, made, row, called=made.name)


def _known(name: str, names: Names) -> str:
    try:
        return names.organisation(name)
    except Fault:
        return ""

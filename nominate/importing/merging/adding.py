"""What all new records have in common: plain cells become fields, and the record is proposed as a whole."""

from __future__ import annotations

from typing import Any

import attrs

from nominate.errors import shown
from nominate.importing.merging.drafts import Draft, Drafts
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.looking import looked_up
from nominate.importing.merging.merge import Proposal
from nominate.importing.merging.names import Names
from nominate.importing.merging.new_rows import NewRow
from nominate.importing.merging.ways import Way, way_of
from nominate.model.mapping import FrozenDict
from nominate.register.changes import Change, Record, RecordKind

__all__ = ["Adding"]


@attrs.frozen(kw_only=True)
class Adding:
    """Drafts new records."""

    ground: Ground
    drafts: Drafts

    def fields(self, kind: RecordKind, row: NewRow, names: Names) -> dict[str, Any]:
        """What the plain cells of a row give for the fields of its record, and what it holds beside them."""
        found: dict[str, Any] = {}
        for name, value in row.cells.items():
            key = row.columns[name].field
            if way_of(row.table, name) is not Way.FIELD:
                continue
            with self.drafts.at(row.at(name)) as note:
                held = looked_up(key, value, names)
                found[key] = self.ground.reader.value(kind, key, value, note=note) if held is None else held
        extra = {}
        for title, value in row.extra.items():
            with self.drafts.at(row.origin) as note:
                extra[title] = self.ground.reader.value(kind, f"extra.{title}", value, note=note)
        return {**found, "extra": FrozenDict(extra)} if extra else found

    def draft(self, kind: RecordKind, name: str, record: Record, row: NewRow, *, called: str) -> None:
        """Propose the record; `called` is what a person knows it by."""
        change = Change(kind=kind, record=name, after=record, origin=row.origin)
        proposal = Proposal(
            kind=kind, record=name, mine="", theirs=called, base="", origin=row.origin, changes=(change,)
        )
        self.drafts.drafts.append(Draft(proposal=proposal, table=row.table, asks=self._asks(kind, row)))

    def known(self, row: NewRow, kind: RecordKind, name: str) -> None:
        """Tell that a new row is about a record that the register has."""
        message = f"this {kind.value} is in the register as {shown(name)}, so the row adds nothing"
        self.drafts.note(row.origin, code="W738")(f"{message}; write that id into the row to change it")

    def _asks(self, kind: RecordKind, row: NewRow) -> str:
        """What to ask of an id that a file of ours has and the register has not: it may be new, or gone."""
        if not row.id or row.has_base or not self.ground.is_ours:
            return ""
        return f"the register has no {kind.value} {shown(row.id)}, perhaps no longer: is it new?"

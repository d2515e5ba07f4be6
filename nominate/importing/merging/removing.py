"""Rows that the file was made with and no longer has: whether their records go, too, is always asked."""

from __future__ import annotations

from nominate.importing.intake import IntakeBase
from nominate.importing.merging.comparing import Compared, pairs_of
from nominate.importing.merging.drafts import Draft, Drafts
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.merge import Proposal
from nominate.importing.merging.ways import kind_of
from nominate.register.changes import Change, Origin
from nominate.viewing.cell_digests import cell_digest

__all__ = ["GONE", "remove_rows"]

GONE = "rows"
"""What the drafts of a sheet's lost rows are gathered under when there are very many."""


def remove_rows(found: Compared, ground: Ground, drafts: Drafts) -> None:
    """Draft a question for each row of a sheet that is gone."""
    origin = Origin(file=ground.intake.file, sheet=found.sheet.name)
    for name in found.gone:
        kind = kind_of(found.sheet.of, name)
        if kind is None:
            message = f"the row of {name} cannot be taken away in a sheet"
            drafts.refuse(origin, "E720", message, "change it in the register")
            continue
        record = ground.held[kind][name]
        called = str(getattr(record, "title", "") or getattr(record, "name", "") or name)
        changed = " It was changed since the file was made." if _has_changed(name, found, ground) else ""
        change = Change(kind=kind, record=name, before=record, origin=origin)
        proposal = Proposal(
            kind=kind, record=name, mine=called, theirs="", base=called, origin=origin, changes=(change,)
        )
        asks = f"the row of {kind.value} {name!r} is gone: shall it go from the register, too?{changed}"
        drafts.drafts.append(
            Draft(
                proposal=proposal,
                table=found.sheet.of,
                asks=asks,
                hint="put the row back to keep it",
                columns=(GONE,),
            )
        )


def _has_changed(name: str, found: Compared, ground: Ground) -> bool:
    """Whether the register says something else now than what the row was made from."""
    base, cells = found.sheet.base or IntakeBase(), ground.own.row(found.sheet.of, name) or {}
    editable = {pair.column.name for pair in pairs_of(found.sheet) if pair.column.editable}
    digests = dict(zip(base.columns, base.rows[name], strict=True))
    return any(
        digests.get(column, "") not in {"", cell_digest(cells.get(column, ""), zone=ground.zone)}
        for column in editable
    )

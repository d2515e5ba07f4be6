"""Rows that the file was made with and no longer has: whether their records go, too, is always asked."""

from __future__ import annotations

import attrs

from nominate.files.faults import Fault
from nominate.importing.intake import IntakeBase
from nominate.importing.merging.comparing import Compared, pairs_of
from nominate.importing.merging.dates import held_date
from nominate.importing.merging.drafts import Draft, Drafts
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.merge import Proposal
from nominate.importing.merging.ways import date_of, kind_of
from nominate.register.changes import Change, Origin, RecordKind
from nominate.viewing.cell_digests import cell_digest

__all__ = ["GONE", "remove_rows"]

GONE = "rows"
"""What the drafts of a sheet's lost rows are gathered under when there are very many."""


@attrs.frozen
class _Gone:
    """What the row was about: the record, or the field of it, as it is in the register, and what it is."""

    kind: RecordKind
    record: str
    field: str
    what: str
    held: object


def remove_rows(found: Compared, ground: Ground, drafts: Drafts) -> None:
    """Draft a question for each row of a sheet that is gone."""
    origin = Origin(file=ground.intake.file, sheet=found.sheet.name)
    for name in found.gone:
        with drafts.at(origin):
            gone = _gone(name, found.sheet.of, ground)
            called = str(getattr(gone.held, "title", "") or getattr(gone.held, "name", "") or name)
            changed = " It was changed since the file was made." if _has_changed(name, found, ground) else ""
            change = Change(
                kind=gone.kind, record=gone.record, field=gone.field, before=gone.held, origin=origin
            )
            proposal = Proposal(
                kind=gone.kind,
                record=name,
                mine=called,
                theirs="",
                base=called,
                origin=origin,
                changes=(change,),
            )
            asks = f"the row of {gone.what} {name!r} is gone: shall it go from the register, too?{changed}"
            drafts.drafts.append(
                Draft(
                    proposal=proposal,
                    table=found.sheet.of,
                    asks=asks,
                    hint="put the row back to keep it",
                    columns=(GONE,),
                )
            )


def _gone(name: str, table: str, ground: Ground) -> _Gone:
    """What a row was about. Raises `Fault` where that cannot be told."""
    if table == "dates":
        edition, field = date_of(name)
        date = held_date(ground.held[RecordKind.EDITION][edition], field, is_whole=ground.is_for_us)
        return _Gone(RecordKind.EDITION, edition, field, "date", date)
    kind = kind_of(table, name)
    if kind is None:
        raise Fault("E720", f"the row of {name} cannot be taken away in a sheet", "change it in the register")
    return _Gone(kind, name, "", kind.value, ground.held[kind][name])


def _has_changed(name: str, found: Compared, ground: Ground) -> bool:
    """Whether the register says something else now than what the row was made from."""
    base, cells = found.sheet.base or IntakeBase(), ground.own.row(found.sheet.of, name) or {}
    editable = {pair.column.name for pair in pairs_of(found.sheet) if pair.column.editable}
    digests = dict(zip(base.columns, base.rows[name], strict=True))
    return any(
        digests.get(column, "") not in {"", cell_digest(cells.get(column, ""), zone=ground.zone)}
        for column in editable
    )

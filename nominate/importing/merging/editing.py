"""From the edited cells of a row to proposals for its record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from nominate.files.faults import Fault
from nominate.importing.merging.cells import told
from nominate.importing.merging.comparing import EXTRA, Edit, EditedRow
from nominate.importing.merging.dates import DateCells, dated, held_date
from nominate.importing.merging.decisions import OutcomeCells, decided
from nominate.importing.merging.drafts import Draft, Drafts
from nominate.importing.merging.fields import Note, text_of
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.looking import looked_up
from nominate.importing.merging.merge import Proposal
from nominate.importing.merging.names import Names
from nominate.importing.merging.nominees import nominees_of
from nominate.importing.merging.ways import Way, date_of, kind_of, way_of
from nominate.model.award import Edition
from nominate.model.decision import Outcome
from nominate.model.fields import key_of
from nominate.model.nomination import Nomination
from nominate.model.source import Source
from nominate.register.changes import Change, RecordKind
from nominate.register.field_changes import given

__all__ = ["Editing", "refuse_fixed"]

# What a nomination's row shows of the dates of its edition.
_DATES = frozenset({"entries_open", "entry_deadline", "shortlist_announced", "ceremony"})


@attrs.frozen(kw_only=True)
class Editing:
    """Drafts what edited rows of a table would change; `names` knows also what is new in the same file."""

    table: str
    ground: Ground
    names: Names
    drafts: Drafts

    def edit(self, row: EditedRow) -> None:
        """Draft the edits of one row; cells that show parts of one thing go together."""
        kind = RecordKind.EDITION if self.table == "dates" else kind_of(self.table, row.record)
        together: dict[Way, list[Edit]] = {}
        for edit in row.edits:
            way = _way(self.table, edit)
            if kind is not None and way is Way.FIELD:
                with self.drafts.at(edit.origin) as note:
                    self._draft(kind, row, [edit], self._of_field(kind, row.record, edit, note))
            elif kind is not None and way is not Way.NONE:
                together.setdefault(way, []).append(edit)
        for way, edits in together.items():
            with self.drafts.at(edits[0].origin) as note:
                self._draft_together(way, row, edits, note)

    def _draft_together(self, way: Way, row: EditedRow, edits: list[Edit], note: Note) -> None:
        if way is Way.DATE:
            self._draft(RecordKind.EDITION, row, edits, self._of_date(row.record, edits, note))
            return
        nomination: Nomination = self.ground.held[RecordKind.NOMINATION][row.record]
        match way:
            case Way.DECISIONS:
                changes, asks = self._of_decisions(nomination, edits, note)
            case Way.NOMINEES:
                changes, asks = self._of_nominees(nomination, edits), ""
            case _:
                changes, asks = self._of_place(nomination, edits), ""
        self._draft(RecordKind.NOMINATION, row, edits, changes, asks=asks)

    def _draft(
        self,
        kind: RecordKind,
        row: EditedRow,
        edits: Sequence[Edit],
        changes: Iterable[Change],
        *,
        asks: str = "",
    ) -> None:
        """Draft one proposal of some cells, unless the register would stay as it is."""
        real = tuple(change for change in changes if change.before != change.after)
        if not real:
            return
        zone = self.ground.zone
        bases = [edit.base for edit in edits]
        proposal = Proposal(
            kind=kind,
            record=row.record,
            column=" and ".join(edit.column.title for edit in edits),
            mine=_joined(told(edit.mine, zone=zone) for edit in edits),
            theirs=_joined(told(edit.theirs, zone=zone) for edit in edits),
            base=None if None in bases else _joined(base or "" for base in bases),
            origin=edits[0].origin,
            changes=real,
        )
        self.drafts.drafts.append(
            Draft(
                proposal=proposal,
                table=self.table,
                columns=tuple(edit.column.title for edit in edits),
                is_conflict=any(edit.is_conflict for edit in edits),
                asks=asks,
            )
        )

    def _of_field(self, kind: RecordKind, record: str, edit: Edit, note: Note) -> Iterable[Change]:
        """The change of the field that the cell shows. Raises `Fault`."""
        key, _, entry = edit.column.field.partition(".")
        held = self.ground.held[kind][record]
        field = next((each for each in attrs.fields(type(held)) if key_of(each.name) == key), None)
        if field is None:
            raise Fault("E720", f"an {kind.value} has no {key}", "take it out of this cell")
        now = getattr(held, field.name)
        before = now.get(entry) if entry else given(now, field.default)
        after = looked_up(key, edit.theirs, self.names)
        if after is None:
            after = self.ground.reader.value(kind, edit.column.field, edit.theirs, note=note)
        if after is None and field.default is attrs.NOTHING:
            raise Fault("E705", f"{edit.column.title!r} cannot be empty", "give it a value")
        usual = None if entry else field.default
        yield self._change(
            kind, record, edit, field=edit.column.field, before=before, after=given(after, usual)
        )

    def _of_decisions(
        self, nomination: Nomination, edits: Sequence[Edit], note: Note
    ) -> tuple[tuple[Change, ...], str]:
        """The change that adds to the history, and what to ask first. Raises `Fault`."""
        cells = OutcomeCells(
            cells={edit.column.name: edit.theirs for edit in edits},
            source=Source(file=self.ground.intake.file),
            known=self.ground.known,
            reader=self.ground.reader,
            note=note,
        )
        done = decided(nomination, self.ground.own.entry(nomination.id).history, cells)
        before = nomination.decisions
        change = self._change(
            RecordKind.NOMINATION,
            nomination.id,
            edits[0],
            field="decisions",
            before=given(before, ()),
            after=(*before, *done.added),
        )
        if done.corrects is None:
            return (change,), ""
        return (change,), _correcting(nomination.id, done.corrects, done.added[0].outcome)

    def _of_date(self, record: str, edits: Sequence[Edit], note: Note) -> tuple[Change, ...]:
        """The change of one date of an edition. Raises `Fault`."""
        edition, field = date_of(record)
        held: Edition = self.ground.held[RecordKind.EDITION][edition]
        before = held_date(held, field, is_whole=self.ground.is_for_us)
        cells = DateCells.of({edit.column.name: edit.theirs for edit in edits}, self.ground, note)
        after = dated(before, held, cells)
        return (self._change(RecordKind.EDITION, edition, edits[0], field=field, before=before, after=after),)

    def _of_nominees(self, nomination: Nomination, edits: Sequence[Edit]) -> tuple[Change, ...]:
        credited = self.ground.own.entry(nomination.id).nominees
        cells = {edit.column.name: edit.theirs for edit in edits}
        before = nomination.nominees
        after = nominees_of(before, credited, cells, self.names)
        change = self._change(
            RecordKind.NOMINATION,
            nomination.id,
            edits[0],
            field="nominees",
            before=given(before, ()),
            after=given(after, ()),
        )
        return (change,)

    def _of_place(self, nomination: Nomination, edits: Sequence[Edit]) -> tuple[Change, ...]:
        """The change of edition and category, which only fit together. Raises `Fault`."""
        history = self.ground.own.entry(nomination.id).history
        if any(each.outcome is Outcome.RECATEGORISED for each in history.decisions):
            hint = "record in the register to which category it moved, or correct that decision"
            raise Fault("E728", "a decision moved this entry to its category", hint)
        cells = {edit.column.name: text_of(edit.theirs) for edit in edits}
        for edit in edits:
            if not cells[edit.column.name]:
                raise Fault("E705", f"{edit.column.title!r} cannot be empty", "give it a value")
        edition = self.names.edition(cells["edition"]) if "edition" in cells else nomination.edition
        category = self.names.category(edition, cells.get("category", nomination.category))
        kind, record = RecordKind.NOMINATION, nomination.id
        return (
            self._change(kind, record, edits[0], field="edition", before=nomination.edition, after=edition),
            self._change(
                kind, record, edits[0], field="category", before=nomination.category, after=category
            ),
        )

    @staticmethod
    def _change(
        kind: RecordKind, record: str, edit: Edit, *, field: str, before: object, after: object
    ) -> Change:
        return Change(kind=kind, record=record, field=field, before=before, after=after, origin=edit.origin)


def refuse_fixed(rows: Iterable[EditedRow], table: str, drafts: Drafts) -> None:
    """Tell of each column that a sheet cannot change, and that was edited all the same, once."""
    fixed: dict[str, list[Edit]] = {}
    for row in rows:
        for edit in row.edits:
            if _way(table, edit) is Way.NONE:
                fixed.setdefault(edit.column.title, []).append(edit)
    for title, edits in fixed.items():
        count = f"; {len(edits)} of its cells were" if len(edits) > 1 else ""
        message = f"{title!r} cannot be changed in a sheet{count}"
        is_date = table == "nominations" and edits[0].column.name in _DATES
        cure = "change it in the row that it has among the dates" if is_date else "change it in the register"
        drafts.refuse(edits[0].origin, "E720", message, cure)


def _way(table: str, edit: Edit) -> Way:
    if edit.column.field.startswith(EXTRA):
        # A date has no place for what is nobody's but a team's own.
        return Way.NONE if table == "dates" else Way.FIELD
    return way_of(table, edit.column.name)


def _joined(texts: Iterable[str]) -> str:
    held = [*texts]
    return held[0] if len(held) == 1 else "; ".join(text or "nothing" for text in held)


def _correcting(record: str, wrong: Outcome, right: Outcome) -> str:
    if wrong is right:
        return f"{record} is {right.value} already: was what is recorded of that wrong?"
    return f"{record} is recorded as {wrong.value}: was that wrong, and is it {right.value}?"

"""The three-way comparison of one sheet: what a cell says, was made from, and says in the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from nominate.errors import Problem
from nominate.importing.intake import IntakeBase, IntakeColumn, IntakeRow, IntakeSheet, IntakeValue
from nominate.importing.merging.cells import meant, same, told
from nominate.importing.merging.dates import earlier_cells
from nominate.importing.merging.ground import Ground
from nominate.importing.merging.moving import FEWEST, Movement, movement
from nominate.importing.merging.rows import sheet_rows
from nominate.importing.merging.ways import kind_of
from nominate.model.fields import Audience
from nominate.model.when import When
from nominate.register.changes import Origin
from nominate.viewing.cell_digests import cell_digest, cell_text
from nominate.viewing.columns import TABLES, columns_for
from nominate.viewing.tables.column import Cell, Column
from nominate.viewing.tables.own_columns import OWN

__all__ = ["EXTRA", "Compared", "Edit", "EditedRow", "Pair", "compared", "pairs_of"]

EXTRA = OWN


@attrs.frozen(kw_only=True)
class Edit:
    """A cell that says something else than what it was made from, and than the register.

    `base` is what it was made from, None where nobody can say. `is_conflict`: the register says something
    else than that, too, or may.
    """

    column: Column
    theirs: IntakeValue
    mine: Cell
    base: str | None
    is_conflict: bool
    origin: Origin


@attrs.frozen(kw_only=True)
class EditedRow:
    """The edits of a row about one record."""

    record: str
    origin: Origin
    edits: tuple[Edit, ...]


@attrs.frozen(kw_only=True)
class Pair:
    """A column of a sheet and what it is compared with: `base` is its place in the base, None for none."""

    place: int
    written: IntakeColumn
    column: Column
    base: int | None


@attrs.frozen(kw_only=True)
class Compared:
    """What comparing one sheet found: edited rows, new rows, and the ids of rows that are gone.

    `moved` tells of each column, by its title, whose cells changed as nobody edits them, and how many did.
    `height` is how many rows of the base are still there.
    """

    sheet: IntakeSheet
    edited: tuple[EditedRow, ...] = ()
    new: tuple[IntakeRow, ...] = ()
    gone: tuple[str, ...] = ()
    moved: Mapping[str, Movement] = attrs.field(factory=dict)
    height: int = 0
    problems: tuple[Problem, ...] = ()


def compared(sheet: IntakeSheet, ground: Ground) -> Compared:
    """Every row of a sheet against what it was made from, and where it differs against the register."""
    if sheet.of not in TABLES:
        return Compared(sheet=sheet)
    file = ground.intake.file

    def is_known(name: str) -> bool:
        return ground.own.row(sheet.of, name) is not None

    rows = sheet_rows(sheet, is_known=is_known, zone=ground.zone)
    problems = [
        (sheet.origin(file, row) if row is not None else Origin(file=file, sheet=sheet.name)).problem(problem)
        for row, problem in rows.problems
    ]
    compare = _comparison(sheet, ground)
    edited = []
    for name, row in rows.known.items():
        edits = tuple(
            edit for edit in compare(name, row) if (edit.origin.sheet, edit.origin.cell) not in ground.unread
        )
        if edits and not is_known(name):
            message, hint = f"{name!r} is no longer in the register", "empty its id to add it as a new record"
            problems.append(edits[0].origin.problem(Problem(code="E701", message=message, hint=hint)))
        elif edits:
            edited.append(EditedRow(record=name, origin=sheet.origin(file, row), edits=edits))
    return Compared(
        sheet=sheet,
        edited=tuple(edited),
        new=rows.new,
        gone=tuple(name for name in rows.gone if is_known(name)),
        moved=_moved(sheet, rows.known, edited, ground),
        height=len(rows.known),
        problems=tuple(problems),
    )


def pairs_of(sheet: IntakeSheet) -> tuple[Pair, ...]:
    """The columns of a sheet that can be compared; what changes from day to day by itself cannot."""
    known = {column.name: column for column in columns_for(Audience.INTERNAL, sheet.of)}
    bases = {name: place for place, name in enumerate(sheet.base.columns if sheet.base else ())}
    found = []
    for place, written in enumerate(sheet.columns):
        column = known.get(written.name) or _unknown(written)
        if column.name != "id" and column.title and not column.is_of_the_day:
            found.append(
                Pair(
                    place=place, written=written, column=column, base=bases.get(written.name or column.field)
                )
            )
    return tuple(found)


def _unknown(written: IntakeColumn) -> Column:
    """A column that somebody added, which is kept; or one of a newer exporter, which may only be read."""
    # JSON calls it by its name in full.
    title = written.title.removeprefix(EXTRA)
    return Column(name=written.name, title=title, says="", field="" if written.name else f"{EXTRA}{title}")


def _comparison(sheet: IntakeSheet, ground: Ground) -> Callable[[str, IntakeRow], Iterator[Edit]]:
    """What gives the edits of a row; made once for a sheet, since a large one has millions of cells."""
    zone, base = ground.zone, sheet.base or IntakeBase()
    pairs = pairs_of(sheet)
    with_base = [(pair, pair.place, pair.base) for pair in pairs if pair.base is not None]
    without_base = [pair for pair in pairs if pair.base is None]

    def edits(name: str, row: IntakeRow) -> Iterator[Edit]:
        digests = base.rows.get(name)
        if digests is None:
            for pair in pairs:
                yield from _against_view(pair, name, row, sheet, ground)
            return
        values = row.values
        for pair, here, there in with_base:
            if cell_digest(values[here], zone=zone) != digests[there]:
                yield from _against_digest(pair, name, row, sheet, ground)
        for pair in without_base:
            yield from _against_view(pair, name, row, sheet, ground)

    return edits


def _against_digest(
    pair: Pair, name: str, row: IntakeRow, sheet: IntakeSheet, ground: Ground
) -> Iterator[Edit]:
    """The edit of a cell whose digest is not that of its base."""
    value, was = row.values[pair.place], _base_digest(pair, name, sheet)
    if not was:
        yield from _against_view(pair, name, row, sheet, ground)
        return
    said = _meant(value, pair, ground)
    # The register is asked last: for an untouched file it need not be made into cells at all.
    if cell_digest(said, zone=ground.zone) == was:
        return
    own = _own(pair.column, name, sheet, ground)
    if _is_same(value, said, own, ground):
        return
    is_conflict = cell_digest(own, zone=ground.zone) != was
    yield Edit(
        column=pair.column,
        theirs=value,
        mine=own,
        base=_found_out(pair.column, name, was, sheet, ground)
        if is_conflict
        else told(own, zone=ground.zone),
        is_conflict=is_conflict,
        origin=sheet.origin(ground.intake.file, row, pair.written),
    )


def _against_view(
    pair: Pair, name: str, row: IntakeRow, sheet: IntakeSheet, ground: Ground
) -> Iterator[Edit]:
    """The edit of a cell of which the file does not tell what it was made from.

    Where the file was made from a view of ours, that view is made again: what it still says was not edited.
    """
    value, zone = row.values[pair.place], ground.zone
    own, said = _own(pair.column, name, sheet, ground), _meant(value, pair, ground)
    is_extra = pair.column.field.startswith(EXTRA)
    shown = None if is_extra or ground.shown is None else ground.shown.row(sheet.of, name)
    if _is_same(value, said, own, ground) or (shown is None and not cell_text(value, zone=zone)):
        return
    base = None
    if shown is not None:
        before = shown.get(pair.column.name, "")
        if _is_same(value, said, before, ground):
            return
        base = told(before, zone=zone) if ground.is_unchanged else None
    is_conflict = cell_text(own, zone=zone) != "" if base is None else told(own, zone=zone) != base
    yield Edit(
        column=pair.column,
        theirs=value,
        mine=own,
        base=base,
        is_conflict=is_conflict,
        origin=sheet.origin(ground.intake.file, row, pair.written),
    )


def _own(column: Column, name: str, sheet: IntakeSheet, ground: Ground) -> Cell:
    """What the register says where the cell stands."""
    if column.field.startswith(EXTRA):
        kind = kind_of(sheet.of, name)
        record = ground.held[kind].get(name) if kind is not None else None
        return str(getattr(record, "extra", {}).get(column.title, ""))
    return (ground.own.row(sheet.of, name) or {}).get(column.name, "")


def _meant(value: IntakeValue, pair: Pair, ground: Ground) -> IntakeValue:
    return meant(value, pair.column, day_first=ground.reader.day_first)


def _is_same(value: IntakeValue, said: IntakeValue, cell: Cell, ground: Ground) -> bool:
    """Whether a cell of the file says what a cell of ours says, as written or as it was meant."""
    return same(value, cell, zone=ground.zone) or same(said, cell, zone=ground.zone)


def _base_digest(pair: Pair, name: str, sheet: IntakeSheet) -> str:
    digests = sheet.base.rows[name] if sheet.base is not None else ()
    return "" if pair.base is None else digests[pair.base]


def _found_out(column: Column, name: str, was: str, sheet: IntakeSheet, ground: Ground) -> str | None:
    """What a cell was made from: a word that it may hold, or what the journal or a version still has."""
    said = _may_have_said(column, name, sheet, ground)
    return next(
        (told(each, zone=ground.zone) for each in said if cell_digest(each, zone=ground.zone) == was), None
    )


def _may_have_said(column: Column, name: str, sheet: IntakeSheet, ground: Ground) -> Iterator[Cell]:
    """What the cell may have been made from, what is found at once first."""
    yield from ("", *column.choices)
    kind = kind_of(sheet.of, name)
    if sheet.of == "dates":
        yield from earlier_cells(name, column.name, ground)
    elif column.field and kind is not None:
        yield from _cells(ground.earlier(kind, name, column.field))
    yield from ground.versions.cells(sheet.of, name, column.name)


def _cells(held: Iterable[object]) -> Iterator[Cell]:
    yield from (
        each if isinstance(each, When) else str(getattr(each, "value", each)) for each in held if each
    )


def _moved(
    sheet: IntakeSheet, rows: Mapping[str, IntakeRow], edited: Iterable[EditedRow], ground: Ground
) -> Mapping[str, Movement]:
    counts = Counter(edit.column.title for row in edited for edit in row.edits)
    known = [(name, row) for name, row in rows.items() if sheet.base is not None and name in sheet.base.rows]
    found = {}
    for pair in pairs_of(sheet):
        if counts[pair.column.title] < FEWEST or pair.base is None:
            continue
        base = [_base_digest(pair, name, sheet) for name, _ in known]
        said = [_meant(row.values[pair.place], pair, ground) for _, row in known]
        what = movement([cell_digest(value, zone=ground.zone) for value in said], base)
        if what is not None:
            found[pair.column.title] = what
    return found

"""Which rows of a sheet are about known records, which are new, lost their id, or are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo

import attrs

from nominate.errors import Problem, shown
from nominate.importing.intake import IntakeBase, IntakeRow, IntakeSheet
from nominate.importing.merging.ways import Way, way_of
from nominate.viewing.cell_digests import cell_digest, cell_text

__all__ = ["SheetRows", "sheet_rows"]

_MOST = 0.75
_MANY = 50


@attrs.frozen(kw_only=True)
class SheetRows:
    """The rows of one sheet: those of known records by id, new ones, and the ids whose row is gone.

    A problem comes with the row that it is about, None where it is about the sheet.
    """

    known: Mapping[str, IntakeRow] = attrs.field(factory=dict)
    new: tuple[IntakeRow, ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[tuple[IntakeRow | None, Problem], ...] = ()


def sheet_rows(sheet: IntakeSheet, *, is_known: Callable[[str], bool], zone: tzinfo) -> SheetRows:
    """The rows of a sheet sorted out; `is_known` says whether the register has a record of that id.

    A row whose id was taken out, and that still says most of what it was made from, is no new one.
    """
    base = sheet.base or IntakeBase()
    names = [column.name for column in sheet.columns]
    if "id" not in names and base.rows:
        message = "the column of ids is gone, so no row can be told from another"
        return SheetRows(problems=((None, Problem(code="E726", message=message, hint="put it back")),))
    place = names.index("id") if "id" in names else None
    known: dict[str, IntakeRow] = {}
    new, problems = [], []
    for row in sheet.rows:
        name = "" if place is None else cell_text(row.values[place], zone=zone)
        if name in known:
            problems.append((row, _twice(name, known[name])))
        elif name and (name in base.rows or is_known(name)):
            known[name] = row
        elif any(cell_text(value, zone=zone) for value in row.values):
            new.append((name, row))
    gone = dict.fromkeys(name for name in base.rows if name not in known)
    lost = dict(_without_ids((row for name, row in new if not name), gone, sheet, zone))
    problems += [(row, _lost(name)) for name, row in lost.items()]
    told = {row.number for row in lost.values()}
    return SheetRows(
        known=known,
        new=tuple(row for _, row in new if row.number not in told),
        gone=tuple(name for name in gone if name not in lost),
        problems=tuple(problems),
    )


def _twice(name: str, other: IntakeRow) -> Problem:
    message = f"the id {shown(name)} stands in row {other.number}, too"
    return Problem(code="E725", message=message, hint="empty this cell if the row is a new one")


def _lost(name: str) -> Problem:
    hint = f"write {name} back; if the row is new, give it an id of its own"
    return Problem(code="E726", message=f"this looks like {shown(name)} without its id", hint=hint)


def _without_ids(
    rows: Iterable[IntakeRow], gone: Iterable[str], sheet: IntakeSheet, zone: tzinfo
) -> Iterable[tuple[str, IntakeRow]]:
    """The ids that are gone, each with a row that says most of what that one was made from.

    What is worked out, such as the dates of the edition, is the same for many rows and does not count.
    """
    base = sheet.base or IntakeBase()
    places = {name: place for place, name in enumerate(base.columns)}
    pairs = [
        (here, places[column.name])
        for here, column in enumerate(sheet.columns)
        if column.name in places and way_of(sheet.of, column.name) is not Way.NONE
    ]
    left = {name: base.rows[name] for name in gone}
    nothing = {"", cell_digest("", zone=zone)}
    alike: dict[tuple[int, str], list[str]] = {}
    for name, digests in left.items():
        for _, there in pairs:
            if digests[there] not in nothing:
                alike.setdefault((there, digests[there]), []).append(name)
    for row in rows:
        said = {(there, cell_digest(row.values[here], zone=zone)) for here, there in pairs}
        # What very many rows say, as the year, tells none of them from another.
        near = [name for each in said if len(alike.get(each, ())) <= _MANY for name in alike.get(each, ())]
        for name in dict.fromkeys(near):
            digests = left.get(name, ())
            held = {
                (there, digests[there]) for _, there in pairs if digests and digests[there] not in nothing
            }
            if held and len(held & said) >= _MOST * len(held):
                del left[name]
                yield name, row
                break

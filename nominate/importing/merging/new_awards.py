"""New rows on the sheet of awards: awards, editions of them, and categories of those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from nominate.files.faults import Fault
from nominate.importing.merging.adding import Adding
from nominate.importing.merging.ids import Ids
from nominate.importing.merging.names import Names
from nominate.importing.merging.new_rows import NewRow
from nominate.model.award import Award, AwardCategory, Edition
from nominate.model.organisation import Organisation
from nominate.register.changes import RecordKind

__all__ = ["add_awards"]

_YEAR = re.compile(r"[12]\d{3}(?!\d)")
_KINDS = {0: RecordKind.AWARD, 1: RecordKind.EDITION, 2: RecordKind.CATEGORY}
_CLASSES = {RecordKind.AWARD: Award, RecordKind.EDITION: Edition, RecordKind.CATEGORY: AwardCategory}


@attrs.frozen(kw_only=True)
class _Added:
    """What was added so far, so that what comes after may stand within it."""

    organisations: tuple[Organisation, ...]
    awards: list[Award] = attrs.field(factory=list)
    editions: list[tuple[str, Award, Edition]] = attrs.field(factory=list)
    categories: list[tuple[str, AwardCategory]] = attrs.field(factory=list)


def add_awards(rows: Iterable[NewRow], organisations: tuple[Organisation, ...], adding: Adding) -> Names:
    """Draft the new awards, then editions, then categories; gives the names with these among them."""
    added = _Added(organisations=organisations)
    sorted_out: dict[RecordKind, list[NewRow]] = {kind: [] for kind in _KINDS.values()}
    for row in rows:
        sorted_out[_kind(row)].append(row)
    for kind, own in sorted_out.items():
        for row in own:
            with adding.drafts.at(row.origin):
                _add(kind, row, added, adding)
    return _names(added, adding)


def _names(added: _Added, adding: Adding) -> Names:
    return Names(
        adding.ground.register,
        organisations=added.organisations,
        awards=added.awards,
        editions=added.editions,
        categories=added.categories,
    )


def _kind(row: NewRow) -> RecordKind:
    """What a row is about: as it says, else as its id or its cells have it."""
    said = row.text("record").casefold()
    if said in {kind.value for kind in _KINDS.values()}:
        return RecordKind(said)
    if row.id:
        return _KINDS[min(row.id.count("/"), 2)]
    if row.text("edition") and row.text("edition") != row.text("name"):
        return RecordKind.CATEGORY
    return RecordKind.EDITION if row.text("award") not in {"", row.text("name")} else RecordKind.AWARD


def _add(kind: RecordKind, row: NewRow, added: _Added, adding: Adding) -> None:
    """Draft one record within what it belongs to. Raises `Fault`."""
    name = row.text("name")
    if not name:
        raise Fault("E724", f"a new {kind.value} needs a name", "give it one")
    names = _names(added, adding)
    above = _above(kind, row, names)
    known = _known(kind, above, name, names)
    if known:
        adding.known(row, kind, known)
        return
    faults = adding.drafts.faults
    fields = adding.fields(kind, row, names)
    if adding.drafts.faults > faults:
        return
    own = _own_id(kind, above, row, adding)
    place = f"{above}/{own}" if above else own
    made = _CLASSES[kind](**{"id": own, **fields})
    adding.draft(kind, place, made, row, called=name)
    match made:
        case Award():
            added.awards.append(made)
        case Edition():
            award = _award(above, added, adding)
            added.editions.append((place, award, made))
        case AwardCategory():
            added.categories.append((above, made))


def _above(kind: RecordKind, row: NewRow, names: Names) -> str:
    """The award or edition that a new record belongs to, empty for an award. Raises `Fault`."""
    written = row.id.rpartition("/")[0]
    match kind:
        case RecordKind.EDITION:
            return names.award(written or _needed(row, "award", kind))
        case RecordKind.CATEGORY:
            return names.edition(written or _needed(row, "edition", kind))
    return ""


def _needed(row: NewRow, column: str, kind: RecordKind) -> str:
    text = row.text(column)
    if not text:
        raise Fault("E724", f"a new {kind.value} needs its {column}", f"name the {column} in its cell")
    return text


def _known(kind: RecordKind, above: str, name: str, names: Names) -> str:
    """The record that is called so already, empty where there is none."""
    try:
        match kind:
            case RecordKind.AWARD:
                return names.award(name)
            case RecordKind.EDITION:
                found = names.edition(name)
                return found if found.startswith(f"{above}/") else ""
        return f"{above}/{names.category(above, name)}"
    except Fault:
        return ""


def _own_id(kind: RecordKind, above: str, row: NewRow, adding: Adding) -> str:
    """The last part of the id: as written, the year of an edition, or made of the name. Raises `Fault`."""
    held = adding.ground.held[kind]
    ids = Ids(name.rpartition("/")[2] for name in held if name.rpartition("/")[0] == above)
    if row.id:
        return ids.given(row.id.rpartition("/")[2])
    year = _YEAR.search(row.text("name")) if kind is RecordKind.EDITION else None
    return ids.new(year[0] if year else row.text("name"))


def _award(name: str, added: _Added, adding: Adding) -> Award:
    known: Iterator[Award] = iter((*adding.ground.register.awards, *added.awards))
    return next(each for each in known if each.id == name)

"""A column under another title: known again by what its cells were made from, never by its title alone."""

from __future__ import annotations

import attrs

from nominate.errors import nearest, shown
from nominate.importing.intake import IntakeBase, IntakeSheet
from nominate.importing.merging.drafts import Drafts
from nominate.importing.merging.ground import Ground
from nominate.model.fields import Audience
from nominate.register.changes import Origin
from nominate.viewing.cell_digests import cell_digest, cell_text
from nominate.viewing.columns import TABLES, columns_for
from nominate.viewing.tables.own_columns import OWN

__all__ = ["known_again", "like_a_missing_column"]

_HALF = 2


def known_again(sheet: IntakeSheet, ground: Ground, drafts: Drafts) -> IntakeSheet:
    """The sheet with each renamed column under our name for it; every one is told.

    A column that nobody knows is one that is missing when at least half of its cells are what that one was
    made from.
    """
    if sheet.of not in TABLES or sheet.base is None:
        return sheet
    names = {column.name for column in sheet.columns}
    titles = {column.name: column.title for column in columns_for(Audience.INTERNAL, sheet.of)}
    for name in sheet.base.columns:
        # A column of the team's own has no other name than its title.
        is_there = name in names or name.startswith(OWN)
        place = None if is_there else _place_of(name, sheet, sheet.base, ground)
        if place is not None:
            written = sheet.columns[place]
            columns = [*sheet.columns]
            columns[place] = attrs.evolve(written, name=name)
            sheet = attrs.evolve(sheet, columns=tuple(columns))
            origin = Origin(file=ground.intake.file, sheet=sheet.name, cell=f"{written.letter}1")
            was = titles.get(name, name)
            drafts.note(origin, code="W731")(
                f"{shown(written.title)} is taken for {was!r}, since its cells are what that was made from"
            )
    return sheet


def like_a_missing_column(title: str, sheet: IntakeSheet) -> str:
    """The title of a column of ours that the sheet has not, and that such a title may mean; empty for none.

    >>> from nominate.importing.intake import IntakeColumn
    >>> sheet = IntakeSheet(of="nominations", columns=(IntakeColumn(title="Onwer"),))
    >>> like_a_missing_column("Onwer", sheet)
    'Owner'
    """
    if sheet.of not in TABLES:
        return ""
    there = {column.name for column in sheet.columns}
    missing = [each.title for each in columns_for(Audience.INTERNAL, sheet.of) if each.name not in there]
    return nearest(title, missing)


def _place_of(name: str, sheet: IntakeSheet, base: IntakeBase, ground: Ground) -> int | None:
    """Where a column stands that nobody knows, and that is this one by its cells."""
    zone, own = ground.zone, [column.name for column in sheet.columns]
    if "id" not in own:
        return None
    here, there = own.index("id"), base.columns.index(name)
    nothing = cell_digest("", zone=zone)
    rows = [
        (row.values, base.rows[record][there])
        for row in sheet.rows
        if (record := cell_text(row.values[here], zone=zone)) in base.rows
    ]
    said = [(values, was) for values, was in rows if was != nothing]
    for place, column in enumerate(sheet.columns):
        kept = (
            sum(cell_digest(values[place], zone=zone) == was for values, was in said)
            if not column.name
            else 0
        )
        if kept and kept * _HALF >= len(said):
            return place
    return None

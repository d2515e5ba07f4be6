"""The sheets that the work is done on: nominations, deadlines, awards and organisations."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from nominate import Column, View
from nominate_excel._base.kept import Base
from nominate_excel._parts import Line, Sheet, SheetColumn, Table
from nominate_excel._sheets.days import Days
from nominate_excel._sheets.layout import layout_of

__all__ = ["NOMINATIONS", "SHEETS", "DataSheet", "data_sheets"]

NOMINATIONS = "Nominations"
# On A4 as many columns as stay at three fifths of their size, in characters.
_PRINTED = 222


@attrs.frozen(kw_only=True)
class DataSheet:
    """A table of the view as a sheet; `empty` is said where it has no row."""

    of: str
    name: str
    table: str
    says: str
    empty: str
    frozen: int


SHEETS = (
    DataSheet(
        of="nominations",
        name=NOMINATIONS,
        table="Nominations",
        says="a row for each nomination",
        empty="No nomination.",
        frozen=1,
    ),
    DataSheet(
        of="dates",
        name="Deadlines",
        table="Deadlines",
        says="every date of the editions, the earliest first, unknown ones last",
        empty="No date of these editions is known.",
        frozen=2,
    ),
    DataSheet(
        of="awards",
        name="Awards and categories",
        table="Awards",
        says="every award, under it each edition, under that its categories",
        empty="No award.",
        frozen=1,
    ),
    DataSheet(
        of="organisations",
        name="Organisations",
        table="Organisations",
        says="every organisation that is named, those with the most nominations first",
        empty="No organisation is named.",
        frozen=1,
    ),
)


def data_sheets(view: View, chosen: Sequence[Column], days: Days, base: Base) -> tuple[Sheet, ...]:
    """The four sheets; what each of their cells was made from goes to the sheet Base."""
    columns = {each.of: view.columns_of(each.of) for each in SHEETS}
    columns["nominations"] = tuple(chosen)
    heights = {
        "nominations": len(view.entries),
        "dates": len(view.events),
        "organisations": len(view.organisations),
        "awards": _outlined(view),
    }
    return tuple(
        _sheet(each, view, columns[each.of], heights[each.of], days=days, base=base) for each in SHEETS
    )


def _outlined(view: View) -> int:
    """How many rows the table of awards has: one for each award, edition and category."""
    editions = [edition for award in view.awards for edition in award.editions]
    return len(view.awards) + len(editions) + sum(len(edition.categories) for edition in editions)


def _sheet(
    own: DataSheet, view: View, columns: Sequence[Column], height: int, *, days: Days, base: Base
) -> Sheet:
    if not height:
        return Sheet(name=own.name, says=own.says, blocks=(Line(text=own.empty),))
    kept = [column.name for column in columns if column.name != "id" and not column.is_of_the_day]
    keeper = base.keep(own.name, kept, height)
    layout = layout_of(view, own.of, columns, days, height=height, keeper=keeper)
    table = Table(name=own.table, columns=layout.columns, batches=layout.batches, height=height)
    return Sheet(
        name=own.name,
        says=own.says,
        blocks=(table,),
        frozen=own.frozen,
        printed=_printed(layout.columns),
    )


def _printed(columns: Sequence[SheetColumn]) -> int:
    """How many columns fit on a page, 0 where all do."""
    room = 0
    for place, column in enumerate(columns):
        room += column.width
        if room > _PRINTED:
            return place
    return 0

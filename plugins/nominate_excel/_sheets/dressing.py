"""How a column of the view is shown on a sheet: its look, how wide it is, what may be chosen there."""

from __future__ import annotations

from functools import lru_cache

from nominate import Column, ColumnKind
from nominate_excel._parts import Flag, Look, SheetColumn

__all__ = ["dressed"]

_LOOKS = {
    ColumnKind.DATE: Look.DATE,
    ColumnKind.LINK: Look.LINK,
    ColumnKind.NUMBER: Look.COUNT,
}
_FLAGS = {"days_left": (Flag.OVERDUE, Flag.SOON), "outcome": (Flag.WON,)}
_WIDEST = {ColumnKind.LONG_TEXT: 40, ColumnKind.DATE: 18, ColumnKind.LINK: 22, ColumnKind.CHOICE: 16}
_NARROWEST, _USUAL = 8, 24
_BY_NAME = {"title": 32, "name": 40, "id": 20, "declared": 20, "abbreviation": 14}
# The ids of awards and dates hold those of what they belong to, and would break over three lines.
_IDS = {"awards": 34, "dates": 48}
# Hardly two rows say the same there, so to share their texts would only take time and memory.
_OWN_TEXTS = frozenset({"id", "title"})
_DAYS_LEFT = {"nominations": 19, "dates": 27}
# Room for the button of the filter beside the header's words.
_BUTTON = 4


# The trackers of a batch show the same columns, and many of them as wide and with the same choices.
@lru_cache(maxsize=1_024)
def dressed(column: Column, of: str, longest: int, names: tuple[str, ...]) -> SheetColumn:
    """The column of that table, whose `longest` line has so many characters; `names` are offered in it.

    >>> dressed(Column(name="place", title="Place", says="where it is"), "organisations", 7, ()).width
    9
    """
    choices = column.choices or names
    width, widest = _widths(column, of, longest)
    return SheetColumn(
        title=column.title,
        width=width,
        widest=widest,
        says=column.says,
        look=Look.WORKED_OUT if column.name == "days_left" else _LOOKS.get(column.kind, Look.TEXT),
        choices=choices,
        list_name=f"{of}_{column.name}" if choices else "",
        takes_others=not column.choices,
        flags=_FLAGS.get(column.name, ()),
        is_unshared=column.kind is ColumnKind.LONG_TEXT or column.name in _OWN_TEXTS,
    )


def _widths(column: Column, of: str, longest: int) -> tuple[int, int]:
    """How wide the column is, and how wide it may become with other texts."""
    if column.name == "days_left":
        # Excel says it anew each day, so what it says today tells nothing of its length.
        return _DAYS_LEFT[of], 0
    own_id = _IDS.get(of) if column.name == "id" else None
    widest = own_id or _BY_NAME.get(column.name) or _WIDEST.get(column.kind, _USUAL)
    # A header may break between its words, a value of one word may not.
    least = max(_NARROWEST, max(map(len, column.title.split())) + _BUTTON)
    return max(least, min(longest + 2, widest)), max(least, widest)

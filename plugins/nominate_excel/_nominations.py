"""The sheet that the work is done on: a row for each entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from nominate import Audience, Column, ColumnKind, Entry, OptionError, View, When
from nominate.errors import nearest, shown
from nominate_excel._dates import in_words
from nominate_excel._due import Calendar, next_due
from nominate_excel._parts import Cell, Flag, Link, Look, Sheet, SheetColumn, Table

__all__ = ["NAME", "chosen_columns", "nominations", "nominations_table"]

NAME = "Nominations"

_DUE = Column(
    name="due",
    title="Next due",
    says="what the team has to do next for the entry, and how far away that is",
    audience=Audience.INTERNAL,
)
_LOOKS = {ColumnKind.DATE: Look.DATE, ColumnKind.LINK: Look.LINK, ColumnKind.NUMBER: Look.COUNT}
_FLAGS = {"due": (Flag.OVERDUE, Flag.SOON), "outcome": (Flag.WON,)}
_WIDEST = {ColumnKind.LONG_TEXT: 40, ColumnKind.DATE: 18, ColumnKind.LINK: 22, ColumnKind.CHOICE: 20}
_NARROWEST, _USUAL = 8, 24
_BY_NAME = {"title": 32, "due": 30}
# Room for the button of the filter beside the header's words.
_BUTTON = 4
# As many rows as a person looks at, so that the widths of a large table cost nothing.
_MEASURED = 500


def chosen_columns(view: View, names: Iterable[str]) -> tuple[Column, ...]:
    """The columns of the sheet in order: all of them, or the id and those that are named.

    Raises:
        OptionError: this audience has no column of such a name, or one is named twice.
    """
    wanted = tuple(names)
    known = {column.name: column for column in _offered(view)}
    for name in wanted:
        if name not in known:
            near = nearest(name, known)
            cure = f"did you mean {near!r}? " if near else ""
            raise OptionError(
                f"no column {shown(name)} for audience {view.audience.value!r}; "
                f"{cure}choose from {', '.join(known)}"
            )
        if wanted.count(name) > 1:
            raise OptionError(f"column {name!r} is named twice; name it once")
    # Without its id a row could never find its way home.
    kept = ("id", *(name for name in wanted if name != "id")) if wanted else tuple(known)
    return tuple(known[name] for name in kept)


def nominations_table(view: View, columns: tuple[Column, ...], calendar: Calendar) -> Table:
    """The table with a row for each entry of the view, in its order; its rows are made as they are read."""
    return Table(
        name=NAME,
        columns=tuple(_dressed(column, view, calendar) for column in columns),
        rows=_rows(view, columns, calendar),
        height=len(view.entries),
    )


def nominations(table: Table) -> Sheet:
    """The sheet that holds the table."""
    return Sheet(name=NAME, says="a row for each nomination", blocks=(table,), frozen="B2")


def _offered(view: View) -> Iterator[Column]:
    is_internal = view.audience is Audience.INTERNAL
    for column in view.columns:
        # What is due next stands where the eye goes first, before the outcome that it may lead to.
        if is_internal and column.name == "outcome":
            yield _DUE
        yield column


def _rows(view: View, columns: tuple[Column, ...], calendar: Calendar) -> Iterator[list[Cell]]:
    names = [column.name for column in columns]
    due = names.index(_DUE.name) if _DUE.name in names else None
    links = [place for place, column in enumerate(columns) if column.kind is ColumnKind.LINK]
    table = view.table(name for name in names if name != _DUE.name)
    next(table)
    for entry, values in zip(view.entries, table, strict=True):
        row: list[Cell] = list(values)
        if due is not None:
            row.insert(due, next_due(entry, calendar))
        for place in links:
            if row[place]:
                row[place] = _link(entry, str(row[place]))
        yield row


def _link(entry: Entry, address: str) -> Link:
    return Link(address, entry.award.name if address == entry.award.url else entry.title)


def _dressed(column: Column, view: View, calendar: Calendar) -> SheetColumn:
    return SheetColumn(
        title=column.title,
        width=_width(column, view, calendar),
        says=column.says,
        look=_LOOKS.get(column.kind, Look.TEXT),
        choices=column.choices,
        list_name=f"{column.name}_choices" if column.choices else "",
        flags=_FLAGS.get(column.name, ()),
    )


def _width(column: Column, view: View, calendar: Calendar) -> int:
    widest = _BY_NAME.get(column.name) or _WIDEST.get(column.kind, _USUAL)
    entries = islice(view.entries, _MEASURED)
    if column is _DUE:
        texts: Iterable[object] = (next_due(entry, calendar) for entry in entries)
    else:
        texts = (values[0] for values in islice(view.table([column.name]), 1, _MEASURED + 1))
    longest = max((_length(text, view) for text in texts), default=0)
    # A header may break between its words, a value of one word may not.
    header = max(map(len, column.title.split())) + _BUTTON
    return max(_NARROWEST, header, min(longest + 2, widest))


def _length(value: object, view: View) -> int:
    text = in_words(value, view.zone) if isinstance(value, When) else str(value)
    return max(map(len, text.split("\n")))

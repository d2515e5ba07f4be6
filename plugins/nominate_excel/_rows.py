"""The rows of a sheet as XML, with the links and the problems that they give rise to.

openpyxl makes everything of the workbook but this: a row made here takes a fifth of the time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from decimal import Decimal

import attrs

from nominate import Problem, Severity, When
from nominate.errors import shown
from nominate_excel._dates import in_words, serial
from nominate_excel._parts import Cell, Formula, Line, Link, Look, Sheet, Table, letter, placed, widths
from nominate_excel._strings import SharedStrings, UnwritableText
from nominate_excel._text import LONGEST, link_target, text_xml, tooltip

__all__ = ["Dress", "RowStream", "SheetLink"]

# Excel keeps so many digits of a number, and so many links of a sheet (Excel specifications and limits,
# support.microsoft.com, read 2026-11).
_DIGITS = 15
_LINKS = 65_530
_ROWS_IN_A_PIECE = 500
_TALL = frozenset({Look.TITLE, Look.HEADING})
# Excel fits rows to wrapped text itself. Previewers and LibreOffice without a window do not, so they are told
# how high each row is, in points, up to the highest that Excel knows.
_LINE, _MOST_LINES, _LOST_IN_LINE = 15, 27, 2
_HEIGHTS = ("", "", *(f' ht="{lines * _LINE}"' for lines in range(2, _MOST_LINES + 1)))


@attrs.frozen
class Dress:
    """The numbers of a look's two styles: the plain one, and that for text which begins like a formula."""

    plain: int
    quoted: int


@attrs.frozen
class SheetLink:
    """A link of a sheet: its cell, where it goes, and what the ScreenTip shows."""

    cell: str
    target: str
    tip: str


@attrs.frozen
class _Slot:
    """What every cell of a column begins with, before and after the number of its row.

    `width` is how many characters stand on one line, `lines` how many lines a row has at least.
    """

    letters: str
    start: str
    plain: str
    quoted: str
    title: str
    width: int
    lines: int


class RowStream:
    """Makes the rows of one sheet after another; the strings are those of the whole workbook.

    `written` and `links` are of the sheet made last; `problems` of all.
    """

    def __init__(self, dresses: Mapping[Look, Dress], zone: tzinfo) -> None:
        self.strings = SharedStrings()
        self.problems: list[Problem] = []
        self.links: list[SheetLink] = []
        self.written = 0
        self._dresses = dresses
        self._zone = zone
        self._dates: dict[When, str | None] = {}

    def rows(self, sheet: Sheet) -> Iterator[str]:
        """The `row` elements of a sheet, in pieces."""
        self.links, self.written = [], 0
        piece: list[str] = []
        for number, slots, row in self._placed_rows(sheet):
            piece.append(self._row(number, slots, row, sheet.name))
            if len(piece) == _ROWS_IN_A_PIECE:
                yield "".join(piece)
                piece.clear()
            self.written += 1
        yield "".join(piece)
        lost = len(self.links) - _LINKS
        if lost > 0:
            del self.links[_LINKS:]
            self.problems.append(_too_many_links(sheet.name, lost))

    def _placed_rows(self, sheet: Sheet) -> Iterator[tuple[int, tuple[_Slot, ...], Sequence[Cell]]]:
        room = widths(sheet.blocks)
        for first, block in placed(sheet.blocks):
            if isinstance(block, Line):
                yield first, (self._slot(1, block.look, "", LONGEST),), (block.text,)
                continue
            titles = [column.title for column in block.columns]
            yield first, self._slots(block, room, Look.HEADER), titles
            slots = self._slots(block, room)
            for number, row in enumerate(block.rows, first + 1):
                yield number, slots, row

    def _slots(self, table: Table, room: tuple[int, ...], look: Look | None = None) -> tuple[_Slot, ...]:
        return tuple(
            self._slot(place, look or column.look, column.title, width)
            for place, (column, width) in enumerate(zip(table.columns, room, strict=False), 1)
        )

    def _slot(self, place: int, look: Look, title: str, width: int) -> _Slot:
        dress, letters = self._dresses[look], letter(place)
        styles = (f'" s="{dress.plain}" ', f'" s="{dress.quoted}" ')
        return _Slot(letters, f'<c r="{letters}', *styles, title, width, 2 if look in _TALL else 1)

    def _row(self, number: int, slots: tuple[_Slot, ...], row: Sequence[Cell], sheet: str) -> str:
        cells, strings, lines = [], self.strings, slots[0].lines
        for slot, value in zip(slots, row, strict=True):
            try:
                if isinstance(value, str):
                    if not value:
                        continue
                    if len(value) > slot.width or "\n" in value:
                        lines = max(lines, _lines(value, slot.width))
                    is_formula_like, end = strings[value]
                    start = slot.quoted if is_formula_like else slot.plain
                    cells.append(f"{slot.start}{number}{start}{end}")
                else:
                    cells.append(f"{slot.start}{number}{self._rest(value, slot, number)}")
            except UnwritableText as error:
                self.problems.append(_unwritable(f"{slot.letters}{number}", slot.title, row[0], error, sheet))
        return f'<row r="{number}"{_HEIGHTS[min(lines, _MOST_LINES)]}>{"".join(cells)}</row>'

    def _rest(self, value: int | Decimal | When | Link | Formula, slot: _Slot, number: int) -> str:
        """The XML of a cell that is no plain text, after its place."""
        match value:
            case When():
                return self._date(value) or self._text(in_words(value, self._zone), slot)
            case Link():
                return self._link(value, slot, number)
            case Formula():
                return f"{slot.plain}><f>{text_xml(value.text)}</f><v>{value.value}</v></c>"
        return self._number(value, slot)

    def _text(self, text: str, slot: _Slot) -> str:
        is_formula_like, end = self.strings[text]
        return f"{slot.quoted if is_formula_like else slot.plain}{end}"

    def _date(self, when: When) -> str | None:
        # Registers repeat few dates many times.
        if when not in self._dates:
            number = serial(when, self._zone)
            look = Look.DATE if when.hour is None else Look.TIME
            style = self._dresses[look].plain
            self._dates[when] = None if number is None else f'" s="{style}" ><v>{number!r}</v></c>'
        return self._dates[when]

    def _link(self, link: Link, slot: _Slot, number: int) -> str:
        target = link_target(link.address)
        if not target:
            return self._text(link.address, slot)
        self.links.append(SheetLink(f"{slot.letters}{number}", target, tooltip(link.address)))
        return self._text(link.label, slot)

    def _number(self, number: int | Decimal, slot: _Slot) -> str:
        exact = Decimal(number)
        if not exact.is_finite() or len(exact.normalize().as_tuple().digits) > _DIGITS:
            # Excel would round it without a word.
            return self._text(f"{number:f}" if isinstance(number, Decimal) else str(number), slot)
        dress = self._dresses[Look.COUNT if exact == exact.to_integral_value() else Look.AMOUNT]
        return f'" s="{dress.plain}" ><v>{exact:f}</v></c>'


def _lines(text: str, width: int) -> int:
    """How many lines a text takes, or a few more: each loses part of a word at its end."""
    return sum(-(-len(part) // max(width - _LOST_IN_LINE, 1)) or 1 for part in text.split("\n"))


def _unwritable(cell: str, title: str, name: Cell, error: UnwritableText, sheet: str) -> Problem:
    return Problem(
        code="E610",
        sheet=sheet,
        cell=cell,
        message=f"{title!r} of {shown(name)} {error}",
        hint="mend it in the register, or leave the column out with -O columns=…",
    )


def _too_many_links(sheet: str, lost: int) -> Problem:
    return Problem(
        code="W611",
        severity=Severity.WARNING,
        sheet=sheet,
        message=f"{lost:,} links cannot be clicked, since a sheet of Excel holds at most {_LINKS:,}",
        hint="export one edition or year at a time",
    )

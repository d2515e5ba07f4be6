"""The cells of one column as XML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from decimal import Decimal
from itertools import repeat
from xml.sax.saxutils import escape

import attrs

from nominate import When, date_words
from nominate_excel._cells.dates import serial
from nominate_excel._cells.heights import Lines, is_text
from nominate_excel._cells.links import SheetLinks
from nominate_excel._cells.remembered import RememberedCells, RememberedTexts
from nominate_excel._cells.strings import SharedStrings, UnwritableText, space_kept
from nominate_excel._cells.text import FORMULA_STARTS, are_plain, fault, text_xml
from nominate_excel._parts import Cell, Formula, Link, Look

__all__ = ["CellMaker", "Dress", "Slot", "Writing"]

# Excel keeps so many digits of a number (Excel specifications and limits, support.microsoft.com, read
# 2026-11).
_DIGITS = 15
_LARGEST = 10**_DIGITS
# Such texts need a look of their own: none has no cell, the others another style.
_ODD_STARTS = FORMULA_STARTS | {""}


@attrs.frozen
class Dress:
    """The numbers of a look's two styles: the plain one, and that for text which begins like a formula."""

    plain: int
    quoted: int


@attrs.frozen
class Slot:
    """A column of a sheet: its letters, its look, its title, and how many characters stand on a line of it.

    `lines` is how many lines its rows have at least.
    """

    letters: str
    look: Look
    title: str = ""
    width: int = 0
    lines: int = 1
    is_unshared: bool = False


class Writing:
    """What the cells of a whole workbook share: styles, strings, and the links of the sheet being made."""

    def __init__(self, dresses: Mapping[Look, Dress], zone: tzinfo, strings: SharedStrings) -> None:
        self.dresses: Mapping[Look, Dress] = dresses
        self.zone: tzinfo = zone
        self.strings: SharedStrings = strings
        self.links: SheetLinks = SheetLinks()


class CellMaker:
    """Makes the cells of one column, many at a time.

    A cell's XML is the column's letters, the number of its row, and an ending; only the ending depends on
    what it says, so that cells which say the same share it.
    """

    def __init__(self, slot: Slot, writing: Writing) -> None:
        self.slot: Slot = slot
        self._writing: Writing = writing
        dress = writing.dresses[slot.look]
        self._start: str = f'<c r="{slot.letters}'
        self._plain: str = f'" s="{dress.plain}"'
        self._quoted: str = f'" s="{dress.quoted}"'
        self._shared: RememberedTexts = RememberedTexts(self._texts)
        self._others: RememberedCells[str] = RememberedCells(self._ending)
        # What a column of dates holds beside real ones: words.
        self._longest: int = 0
        self._lines: Lines = Lines(slot.width)

    def pieces(self, cells: Sequence[Cell], numbers: Sequence[str]) -> tuple[Iterable[str], ...]:
        """The XML of cells in the rows of these numbers: what each column of pieces holds, row by row.

        Empty texts give none. A cell comes as three pieces where no other in the column is empty, since many
        pieces are put together at once faster than each cell for itself.

        Raises:
            UnwritableText: a text that no cell can hold is among them.
        """
        endings = self._endings(cells, numbers)
        if all(endings):
            return repeat(self._start), numbers, endings
        start = self._start
        return (
            [
                f"{start}{number}{ending}" if ending else ""
                for number, ending in zip(numbers, endings, strict=True)
            ],
        )

    def _endings(self, cells: Sequence[Cell], numbers: Sequence[str]) -> list[str]:
        if is_text(cells):
            return self._all_unshared(cells) if self.slot.is_unshared else self._shared.of(cells)
        if Link in set(map(type, cells)):
            return self._endings(list(map(self._told, cells, numbers)), numbers)
        return self._others.of(cells)

    def _told(self, cell: Cell, number: str) -> Cell:
        """What a cell says: a link its label, once Excel has been told where it goes."""
        if not isinstance(cell, Link):
            return cell
        is_kept = self._writing.links.add(f"{self.slot.letters}{number}", cell.address)
        # Without a link, words alone would not tell the address when the sheet comes back.
        return cell.label if is_kept else cell.address

    def _all_unshared(self, texts: Sequence[str]) -> list[str]:
        is_odd = not FORMULA_STARTS.isdisjoint({text[:1] for text in texts})
        if is_odd or not are_plain(texts) or list(map(str.strip, texts)) != list(texts):
            return list(map(self._unshared, texts))
        before, after = f'{self._plain} t="inlineStr"><is><t>', "</t></is></c>"
        return [f"{before}{text}{after}" if text else "" for text in texts]

    def raise_rows(self, lines: list[int], cells: Sequence[Cell]) -> None:
        """Make each row as many lines high as its cell of this column takes, once its XML has been made."""
        if self.slot.look is not Look.DATE or self._longest > self.slot.width:
            self._lines.raise_rows(lines, cells)

    def _ending(self, cell: Cell) -> str:
        match cell:
            case str():
                self._longest = max(self._longest, len(cell))
                return self._said(cell)
            case When():
                return self._date(cell)
            case Formula():
                return self._formula(cell)
            case Link():
                return self._said(cell.label)
        return self._number(cell)

    def _said(self, text: str) -> str:
        return self._unshared(text) if self.slot.is_unshared else self.text(text)

    def _date(self, when: When) -> str:
        number = serial(when, self._writing.zone)
        if number is None:
            words = date_words(when, zone=self._writing.zone)
            self._longest = max(self._longest, len(words))
            return self._said(words)
        look = Look.DATE if when.hour is None else Look.TIME
        return f'" s="{self._writing.dresses[look].plain}"><v>{number!r}</v></c>'

    def _texts(self, texts: Sequence[str]) -> list[str]:
        if not _ODD_STARTS.isdisjoint({text[:1] for text in texts}):
            return list(map(self.text, texts))
        before, numbers = f'{self._plain} t="s"><v>', map(self._writing.strings.__getitem__, texts)
        return [f"{before}{number}</v></c>" for number in numbers]

    def text(self, text: str) -> str:
        """What follows the number of the row in a cell with this text, empty where there is none to make.

        Raises:
            UnwritableText: no cell can hold it.
        """
        if not text:
            return ""
        style = self._quoted if text[0] in FORMULA_STARTS else self._plain
        return f'{style} t="s"><v>{self._writing.strings[text]}</v></c>'

    def _unshared(self, text: str) -> str:
        if not text:
            return ""
        why = fault(text)
        if why:
            raise UnwritableText(why)
        style = self._quoted if text[0] in FORMULA_STARTS else self._plain
        return f'{style} t="inlineStr"><is><t{space_kept(text)}>{text_xml(text)}</t></is></c>'

    def _formula(self, formula: Formula) -> str:
        is_text = isinstance(formula.value, str)
        kind = ' t="str"' if is_text else ""
        value = text_xml(formula.value) if isinstance(formula.value, str) else formula.value
        return f"{self._plain}{kind}><f>{escape(formula.text)}</f><v>{value}</v></c>"

    def _number(self, number: int | Decimal) -> str:
        if isinstance(number, int) and -_LARGEST < number < _LARGEST:
            return f'" s="{self._writing.dresses[Look.COUNT].plain}"><v>{number}</v></c>'
        exact = Decimal(number)
        if not exact.is_finite() or len(exact.normalize().as_tuple().digits) > _DIGITS:
            # Excel would round it without a word.
            return self._said(f"{number:f}" if isinstance(number, Decimal) else str(number))
        look = Look.COUNT if exact == exact.to_integral_value() else Look.AMOUNT
        return f'" s="{self._writing.dresses[look].plain}"><v>{exact:f}</v></c>'

"""The cells of one column as XML, and how many lines each takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from decimal import Decimal
from typing import TypeGuard

import attrs

from nominate import When, date_words
from nominate_excel._dates import serial
from nominate_excel._parts import Cell, Formula, Link, Look
from nominate_excel._strings import SharedStrings, UnwritableText, space_kept
from nominate_excel._text import FORMULA_STARTS, LONGEST, fault, is_plain_xml, link_target, text_xml, tooltip

__all__ = ["MOST_LINKS", "CellMaker", "Dress", "SheetLink", "Slot", "Writing"]

MOST_LINKS = 65_530
"""As many links as a sheet holds (Excel specifications and limits, support.microsoft.com, read 2026-11)."""

# Excel keeps so many digits of a number (Excel specifications and limits, support.microsoft.com, read
# 2026-11).
_DIGITS = 15
_LARGEST = 10**_DIGITS
# The width that is lost at the end of a line, where no word fits any more.
_LOST_IN_LINE = 2
_ONLY_TEXT = {str}


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
    """What the cells of a whole workbook share: styles, strings, dates and links that were met before."""

    def __init__(self, dresses: Mapping[Look, Dress], zone: tzinfo, strings: SharedStrings) -> None:
        self.dresses: Mapping[Look, Dress] = dresses
        self.zone: tzinfo = zone
        self.strings: SharedStrings = strings
        self.links: list[SheetLink] = []
        self._targets: dict[str, tuple[str, str]] = {}

    def target(self, address: str) -> tuple[str, str]:
        """Where a link to the address goes and its ScreenTip; the first is empty where Excel opens none."""
        known = self._targets.get(address)
        if known is None:
            known = self._targets[address] = (link_target(address), tooltip(address))
        return known


class CellMaker:
    """Makes the cells of one column."""

    def __init__(self, slot: Slot, writing: Writing) -> None:
        self.slot: Slot = slot
        self._writing: Writing = writing
        dress = writing.dresses[slot.look]
        self._start: str = f'<c r="{slot.letters}'
        self._plain: str = f'" s="{dress.plain}"'
        self._quoted: str = f'" s="{dress.quoted}"'
        # By identity, since tables repeat few dates many times and to compare them takes longer than this;
        # they are kept, so that no other date takes the place of one in memory.
        self._known: dict[int, str] = {}
        self._kept: list[When] = []
        # What a column of dates holds beside real ones: words.
        self._longest: int = 0

    def xml(self, cells: Sequence[Cell], first: int) -> list[str]:
        """The XML of cells that stand one under the other, from row `first` on; empty texts give none.

        Raises:
            UnwritableText: a text that no cell can hold is among them.
        """
        if not _is_text(cells):
            return self._mixed(cells, first)
        if self.slot.is_unshared:
            return self._all_unshared(cells, first)
        if not FORMULA_STARTS.isdisjoint({text[:1] for text in cells}):
            return [self._text(text, number) for number, text in enumerate(cells, first)]
        start, shared, strings = self._start, f'{self._plain} t="s"><v>', self._writing.strings
        return [
            f"{start}{number}{shared}{strings[text]}</v></c>" if text else ""
            for number, text in enumerate(cells, first)
        ]

    def _all_unshared(self, texts: Sequence[str], first: int) -> list[str]:
        joined = "".join(texts)
        is_safe = joined.isascii() and is_plain_xml(joined) and max(map(len, texts)) <= LONGEST
        if not is_safe:
            return [self._unshared(text, number) for number, text in enumerate(texts, first)]
        start = self._start
        before, after = f'{self._plain} t="inlineStr"><is><t xml:space="preserve">', "</t></is></c>"
        return [
            f"{start}{number}{before}{text}{after}" if text else ""
            for number, text in enumerate(texts, first)
        ]

    def _mixed(self, cells: Sequence[Cell], first: int) -> list[str]:
        start, known = self._start, self._known
        return [
            f"{start}{number}{ending}" if (ending := known.get(id(cell))) else self._cell(cell, number)
            for number, cell in enumerate(cells, first)
        ]

    def raise_lines(self, lines: list[int], cells: Sequence[Cell]) -> None:
        """Make each row as many lines high as its cell of this column takes, once its XML has been made."""
        width = self.slot.width
        if self.slot.look is Look.DATE and self._longest <= width:
            return
        if not _is_text(cells) or "\n" in "".join(cells):
            for place, text in enumerate(map(_visible, cells)):
                if len(text) > width or "\n" in text:
                    lines[place] = max(
                        lines[place], sum(_lines(len(part), width) for part in text.split("\n"))
                    )
            return
        sizes = list(map(len, cells))
        if max(sizes) > width:
            for place, size in enumerate(sizes):
                if size > width:
                    lines[place] = max(lines[place], _lines(size, width))

    def _cell(self, cell: Cell, number: int) -> str:
        match cell:
            case str():
                self._longest = max(self._longest, len(cell))
                return self._text(cell, number)
            case When():
                return f"{self._start}{number}{self._date(cell)}"
            case Link():
                return self._link(cell, number)
            case Formula():
                return self._formula(cell, number)
        return self._number(cell, number)

    def _date(self, when: When) -> str:
        """What follows the number of the row in a cell that says a date."""
        number = serial(when, self._writing.zone)
        if number is None:
            words = date_words(when, zone=self._writing.zone)
            self._longest = max(self._longest, len(words))
            ending = self._text(words, 0).removeprefix(f"{self._start}0")
        else:
            look = Look.DATE if when.hour is None else Look.TIME
            ending = f'" s="{self._writing.dresses[look].plain}"><v>{number!r}</v></c>'
        self._kept.append(when)
        self._known[id(when)] = ending
        return ending

    def _text(self, text: str, number: int) -> str:
        if not text:
            return ""
        style = self._quoted if text[0] in FORMULA_STARTS else self._plain
        return f'{self._start}{number}{style} t="s"><v>{self._writing.strings[text]}</v></c>'

    def _unshared(self, text: str, number: int) -> str:
        if not text:
            return ""
        why = fault(text)
        if why:
            raise UnwritableText(why)
        held = f"<is><t{space_kept(text)}>{text_xml(text)}</t></is>"
        return f'{self._start}{number}{self._plain} t="inlineStr">{held}</c>'

    def _link(self, link: Link, number: int) -> str:
        target, tip = self._writing.target(link.address)
        if not target:
            return self._text(link.address, number)
        self._writing.links.append(SheetLink(f"{self.slot.letters}{number}", target, tip))
        # Without a link, words alone would not tell the address when the sheet comes back.
        is_kept = len(self._writing.links) <= MOST_LINKS
        return self._text(link.label if is_kept else link.address, number)

    def _formula(self, formula: Formula, number: int) -> str:
        is_text = isinstance(formula.value, str)
        kind = ' t="str"' if is_text else ""
        value = text_xml(formula.value) if isinstance(formula.value, str) else formula.value
        return f"{self._start}{number}{self._plain}{kind}><f>{text_xml(formula.text)}</f><v>{value}</v></c>"

    def _number(self, number: int | Decimal, row: int) -> str:
        if isinstance(number, int) and -_LARGEST < number < _LARGEST:
            return f'{self._start}{row}" s="{self._writing.dresses[Look.COUNT].plain}"><v>{number}</v></c>'
        exact = Decimal(number)
        if not exact.is_finite() or len(exact.normalize().as_tuple().digits) > _DIGITS:
            # Excel would round it without a word.
            return self._text(f"{number:f}" if isinstance(number, Decimal) else str(number), row)
        look = Look.COUNT if exact == exact.to_integral_value() else Look.AMOUNT
        return f'{self._start}{row}" s="{self._writing.dresses[look].plain}"><v>{exact:f}</v></c>'


def _is_text(cells: Sequence[Cell]) -> TypeGuard[Sequence[str]]:
    return set(map(type, cells)) == _ONLY_TEXT


def _visible(cell: Cell) -> str:
    """The text of a cell that may need more than one line; real dates and numbers never do."""
    match cell:
        case str():
            return cell
        case Link():
            return cell.label
        case Formula() if isinstance(cell.value, str):
            return cell.value
    return ""


def _lines(size: int, width: int) -> int:
    """How many lines so many characters take, or a few more: each loses part of a word at its end."""
    return -(-size // max(width - _LOST_IN_LINE, 1)) or 1

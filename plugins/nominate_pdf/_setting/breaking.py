"""Breaking text into lines: between words, and within a word only where it is longer than its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

import attrs

from nominate_pdf._fonts.chain import Widths
from nominate_pdf._setting.lines import Line, Lines, Piece

# Where a word that is too long for its line had better break, if it must.
_BREAKS = re.compile(r"(?<=[-/\\_.,;:?&=@#\]\u2010-\u2014])(?!$)")


@attrs.define(eq=False)
class Words:
    """A plain text without line feeds, and how wide it and each of its words are at the size of one point.

    `whole` is the text as lines, where there is room for all of it.
    """

    text: str
    sizes: tuple[float, ...]
    width: float
    whole: Lines
    _last: tuple[float, Lines] = (0.0, ())

    @classmethod
    def of(cls, text: str, widths: Widths) -> Words:
        """The words of a text, as `widths` says how wide they are."""
        sizes = tuple(map(widths.__getitem__, text.split(" ")))
        return cls(text, sizes, sum(sizes) + (len(sizes) - 1) * widths[" "], (text,) if text else ())

    def within(self, width: float, widths: Widths) -> Lines:
        """Lines of at most that width: the way that most text goes, so it is kept quick."""
        if self.width <= width:
            return self.whole
        # A long table says the same in one column again and again, and holds it once.
        last, lines = self._last
        if last != width:
            lines = tuple(self.wrapped(width, widths))
            self._last = width, lines
        return lines

    def wrapped(self, width: float, widths: Widths) -> Iterator[str]:
        """The same, and an empty line of an empty text."""
        space = widths[" "]
        line: list[str] = []
        filled = 0.0
        for word, size in zip(self.text.split(" "), self.sizes, strict=True):
            if line and filled + space + size > width:
                yield " ".join(line) + " "
                line, filled = [], 0.0
            if size > width:
                *whole, rest = _parts_of(word, widths, width)
                yield from whole
                line, filled = [rest], widths[rest]
                continue
            filled += size + (space if line else 0.0)
            line.append(word)
        yield " ".join(line)


def _parts_of(word: str, widths: Mapping[str, float], width: float) -> list[str]:
    """A word as parts that fit, broken after a mark where there is one; a part holds at least one letter."""
    parts: list[str] = []
    part, filled = "", 0.0
    for piece in _BREAKS.split(word):
        size = widths[piece]
        if part and filled + size > width:
            parts.append(part)
            part, filled = "", 0.0
        if size <= width:
            part, filled = part + piece, filled + size
            continue
        for letter in piece:
            size = widths[letter]
            if part and filled + size > width:
                parts.append(part)
                part, filled = "", 0.0
            part, filled = part + letter, filled + size
    return [*parts, part]


def broken(tokens: Iterable[Piece], measured: Callable[[Piece], float], width: float) -> Lines:
    """Pieces as lines."""
    return tuple(map(merged, _filled(tokens, measured, width)))


def _filled(
    tokens: Iterable[Piece], measured: Callable[[Piece], float], width: float
) -> Iterator[list[Piece]]:
    """Pieces as lines; a word may be made of several, and a space goes with the line that it ends."""
    line: list[Piece] = []
    filled = 0.0
    for is_word, group in groupby(tokens, lambda token: token.text not in {" ", "\n"}):
        pieces = list(group)
        if not is_word:
            for piece in pieces:
                if piece.text == "\n":
                    yield line
                    line, filled = [], 0.0
                elif line:
                    line.append(piece)
                    filled += measured(piece)
            continue
        size = sum(map(measured, pieces))
        if line and filled + size > width:
            yield line
            line, filled = [], 0.0
        if size > width:
            *whole, pieces = _parts_of_pieces(pieces, measured, width)
            yield from whole
            size = sum(map(measured, pieces))
        line += pieces
        filled += size
    yield line


def _parts_of_pieces(
    pieces: list[Piece], measured: Callable[[Piece], float], width: float
) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    filled = 0.0
    for piece in pieces:
        for letter in piece.text:
            one = attrs.evolve(piece, text=letter)
            size = measured(one)
            if lines[-1] and filled + size > width:
                lines.append([])
                filled = 0.0
            lines[-1].append(one)
            filled += size
    return lines


def merged(line: Iterable[Piece]) -> Line:
    """A line with neighbours of one font as one piece."""
    alike = groupby(line, lambda piece: (piece.face, piece.link, piece.place, piece.rank))
    return tuple(Piece("".join(each.text for each in group), *kept) for kept, group in alike)

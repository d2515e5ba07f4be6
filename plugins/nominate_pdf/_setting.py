"""Setting text: from content to lines that fit a width. It knows nothing of awards or pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import groupby

import attrs

from nominate.documents import Content, Emphasis, Inline, Link, Strong
from nominate_pdf._fonts import FontChain
from nominate_pdf._letters import Letters
from nominate_pdf._looks import Face, Look

_TOKEN = re.compile("[ \n]|[^ \n]+")
# Where a word that is too long for its line had better break, if it must.
_BREAKS = re.compile(r"(?<=[-/\\_.,;:?&=@#\]\u2010-\u2014])(?!$)")


@attrs.frozen
class Piece:
    """Letters of one font within a line, perhaps of a link.

    `place` tells two links of one text apart, and `rank` is that of their font in the chain.
    """

    text: str
    face: Face
    link: Link | None = None
    place: int = 0
    rank: int = 0


Line = str | tuple[Piece, ...]
"""A line in the face and colour of its look, or pieces that differ.

A line that was wrapped ends with a space, so that whoever reads the text back reads its words apart.
"""

Lines = tuple[Line, ...]

# So many texts are kept as they were last set; more would take more memory than they save time.
_REMEMBERED = 20_000


def said_by(line: Line) -> str:
    """The text of a line."""
    return line if isinstance(line, str) else "".join(piece.text for piece in line)


class Typesetter:
    """Breaks text into lines; what was measured once is remembered."""

    def __init__(self, fonts: FontChain, letters: Letters) -> None:
        self._fonts = fonts
        self._letters = letters
        self._rulers: dict[tuple[Face, float], Callable[[str], float]] = {}
        self._set: dict[tuple[str, Look, float], Lines] = {}

    def lines(self, content: Content, look: Look, width: float, sources: Iterable[str] = ()) -> Lines:
        """The content as lines of at most that width; a word that is longer is broken.

        A line feed in plain text starts a new line. No content gives no lines.
        """
        if len(content) == 1 and isinstance(content[0], str):
            text = self._letters.printable(content[0], sources).strip(" \n")
            key = (text, look, width)
            if key not in self._set:
                if len(self._set) == _REMEMBERED:
                    self._set.clear()
                self._set[key] = self._plain(text, look, width)
            return self._set[key]
        return self._filled(self._tokens(content, look, sources), look, width)

    def width(self, piece: Piece, look: Look) -> float:
        """How wide a piece is in the size of a look."""
        return self.ruler(piece.face, look.size)(piece.text)

    def line_width(self, line: Line, look: Look) -> float:
        """How wide a line is; the space at the end of a wrapped one hangs over."""
        if isinstance(line, str):
            return self.ruler(look.face, look.size)(line.rstrip(" "))
        return sum(self.width(piece, look) for piece in line)

    def ruler(self, face: Face, size: float) -> Callable[[str], float]:
        """The width of a text in a face and size; for words, which come again and again."""
        found = self._rulers.get((face, size))
        if found is None:
            measure = self._fonts.width
            found = self._rulers[face, size] = cache(lambda text: measure(text, face, size))
        return found

    def _plain(self, text: str, look: Look, width: float) -> Lines:
        if not text:
            return ()
        if self._fonts.is_plain(text):
            return tuple(_wrapped(text, self.ruler(look.face, look.size), width))
        return self._filled(self._parts(text, Piece("", look.face)), look, width)

    def _filled(self, tokens: Iterable[Piece], look: Look, width: float) -> Lines:
        return tuple(
            map(
                _merged,
                _filled(tuple(tokens), lambda piece: self.width(piece, look), width),
            )
        )

    def _tokens(self, content: Content, look: Look, sources: Iterable[str]) -> Iterator[Piece]:
        told = tuple(sources)
        for number, inline in enumerate(content, start=1):
            link = inline if isinstance(inline, Link) else None
            face, place = _face(inline, look), number if link else 0
            raw = inline if isinstance(inline, str) else inline.text.replace("\n", " ")
            yield from self._parts(self._letters.printable(raw, told), Piece("", face, link, place))

    def _parts(self, text: str, like: Piece) -> Iterator[Piece]:
        """Spaces, line feeds and words, each of as many pieces as it takes fonts."""
        face, link, place = like.face, like.link, like.place
        if self._fonts.is_plain(text):
            yield from (Piece(token, face, link, place) for token in _TOKEN.findall(text))
            return
        for token in _TOKEN.findall(text):
            for part, rank in self._fonts.runs(token):
                yield Piece(part, face, link, place, rank)


def _face(inline: Inline, look: Look) -> Face:
    match inline:
        case Strong():
            return Face.BOLD
        case Emphasis():
            return Face.ITALIC
        case _:
            return look.face


def _wrapped(text: str, ruler: Callable[[str], float], width: float) -> Iterator[str]:
    """Plain text as lines: the way that most text goes, so it is kept quick."""
    space = ruler(" ")
    for paragraph in text.split("\n"):
        line: list[str] = []
        filled = 0.0
        for word in paragraph.split(" "):
            size = ruler(word)
            if line and filled + space + size > width:
                yield " ".join(line) + " "
                line, filled = [], 0.0
            if size > width:
                *whole, rest = _broken(word, ruler, width)
                yield from whole
                line, filled = [rest], ruler(rest)
                continue
            filled += size + (space if line else 0.0)
            line.append(word)
        yield " ".join(line)


def _broken(word: str, ruler: Callable[[str], float], width: float) -> list[str]:
    """A word as parts that fit, broken after a mark where there is one; a part holds at least one letter."""
    parts: list[str] = []
    part, filled = "", 0.0
    for piece in _BREAKS.split(word):
        size = ruler(piece)
        if part and filled + size > width:
            parts.append(part)
            part, filled = "", 0.0
        if size <= width:
            part, filled = part + piece, filled + size
            continue
        for letter in piece:
            size = ruler(letter)
            if part and filled + size > width:
                parts.append(part)
                part, filled = "", 0.0
            part, filled = part + letter, filled + size
    return [*parts, part]


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
            *whole, pieces = _broken_pieces(pieces, measured, width)
            yield from whole
            size = sum(map(measured, pieces))
        line += pieces
        filled += size
    yield line


def _broken_pieces(
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


def _merged(line: list[Piece]) -> Line:
    alike = groupby(line, lambda piece: (piece.face, piece.link, piece.place, piece.rank))
    return tuple(Piece("".join(each.text for each in group), *kept) for kept, group in alike)

"""`Typesetter`: from content to lines that fit a width, in the faces and fonts that its parts ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from nominate.documents import Content, Emphasis, Inline, Link, Strong
from nominate_pdf._fonts.chain import FontChain
from nominate_pdf._fonts.letters import SIGN, Letters
from nominate_pdf._looks import Face, Look
from nominate_pdf._setting.breaking import broken, wrapped
from nominate_pdf._setting.lines import Line, Lines, Piece
from nominate_pdf._setting.remembered import Single, memory_of

_TOKEN = re.compile("[ \n]|[^ \n]+")


class Typesetter:
    """Breaks text into lines; what was measured once is remembered."""

    def __init__(self, fonts: FontChain, letters: Letters) -> None:
        self._fonts = fonts
        self._letters = letters
        self._rulers: dict[tuple[Face, float], Callable[[str], float]] = {}
        self._memory = memory_of(fonts)

    def lines(self, content: Content, look: Look, width: float, sources: Iterable[str] = ()) -> Lines:
        """The content as lines of at most that width; a word that is longer is broken.

        A line feed in plain text starts a new line. No content gives no lines.
        """
        if len(content) > 1 or not content or not isinstance(content[0], str):
            return self._filled(self._tokens(content, look, sources), look, width)
        text = content[0]
        single = self._memory.single[look.face].get(text)
        if single is not None and single.width * look.size <= width:
            return single.lines
        found = self._memory.broken.get((text, look, width))
        return self._anew(text, look, width, sources) if found is None else found

    def _anew(self, text: str, look: Look, width: float, sources: Iterable[str]) -> Lines:
        said = self._letters.printable(text, sources)
        lines = self._plain(said.strip(" \n"), look, width)
        if lines == (text,):
            whole = self._fonts.widths(look.face).anew(text)
            self._memory.single[look.face].keep(text, Single(whole, lines))
        # What cannot be printed is told of each record that says it.
        elif SIGN not in said:
            self._memory.broken.keep((text, look, width), lines)
        return lines

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
            widths = self._fonts.widths(face)
            found = self._rulers[face, size] = lambda text: size * widths[text]
        return found

    def text_width(self, text: str, look: Look) -> float:
        """How wide a text is on one line, whatever fonts it takes."""
        return look.size * self._fonts.widths(look.face)[text]

    def longest_words(self, face: Face) -> Mapping[str, float]:
        """How wide the longest word of any text is in a face, at the size of one point."""
        return self._memory.longest[face]

    def _plain(self, text: str, look: Look, width: float) -> Lines:
        if not text:
            return ()
        if self._fonts.is_plain(text):
            return tuple(wrapped(text, self._fonts.widths(look.face), width / look.size))
        return self._filled(self._parts(text, Piece("", look.face)), look, width)

    def _filled(self, tokens: Iterable[Piece], look: Look, width: float) -> Lines:
        return broken(tokens, lambda piece: self.width(piece, look), width)

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

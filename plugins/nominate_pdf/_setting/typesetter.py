"""`Typesetter`: from content to lines that fit a width, in the faces and fonts that its parts ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from nominate.documents import Content, Emphasis, Inline, Link, Strong
from nominate_pdf._fonts.chain import FontChain, Widths
from nominate_pdf._fonts.letters import SIGN, Letters
from nominate_pdf._looks import Face, Look
from nominate_pdf._setting.breaking import Words, broken, merged
from nominate_pdf._setting.lines import Line, Lines, Piece, said_by
from nominate_pdf._setting.remembered import Claims, memory_of

_TOKEN = re.compile("[ \n]|[^ \n]+")


class Typesetter:
    """Breaks text into lines; what was measured once is remembered."""

    def __init__(self, fonts: FontChain, letters: Letters) -> None:
        self._fonts = fonts
        self._letters = letters
        self._rulers: dict[tuple[Face, float], Callable[[str], float]] = {}
        self._memory = memory_of(fonts)
        self._words = self._memory.words

    def lines(self, content: Content, look: Look, width: float, sources: Iterable[str] = ()) -> Lines:
        """The content as lines of at most that width; a word that is longer is broken.

        A line feed in plain text starts a new line. No content gives no lines.
        """
        text = content[0] if len(content) == 1 else _unmarked(content)
        if not isinstance(text, str):
            return self._marked(content, look, width, sources)
        shelf = self._words[look.face]
        words = shelf.get(text) or shelf.fetched(text)
        if words is None:
            return self._anew(text, look, width, sources)
        return words.within(width / look.size, self._fonts.widths(look.face))

    def _anew(self, text: str, look: Look, width: float, sources: Iterable[str]) -> Lines:
        said = self._letters.printable(text, sources).strip(" \n")
        # What cannot be printed is told of each record that says it.
        if SIGN in said:
            return self._unusual(said, look, width)
        if "\n" in said or not self._fonts.is_plain(said):
            found = self._memory.unusual.get((said, look, width))
            return found or self._memory.unusual.keep((said, look, width), self._unusual(said, look, width))
        widths = self._fonts.widths(look.face)
        words = self._words[look.face].keep(text, Words.of(said, widths))
        return words.within(width / look.size, widths)

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

    def widths(self, face: Face) -> Widths:
        """How wide texts are in a face, at the size of one point."""
        return self._fonts.widths(face)

    def claims(self, face: Face) -> Claims:
        """How wide the longest word of any text is, and the whole of it, at the size of one point."""
        return self._memory.claims[face]

    def _unusual(self, text: str, look: Look, width: float) -> Lines:
        """Lines of a text of several paragraphs, or of several fonts."""
        if not self._fonts.is_plain(text):
            return self._filled(self._tokens(Piece(text, look.face)), look, width)
        widths = self._fonts.widths(look.face)
        paragraphs = [Words.of(each, widths) for each in text.split("\n")]
        return tuple(chain.from_iterable(each.wrapped(width / look.size, widths) for each in paragraphs))

    def _marked(self, content: Content, look: Look, width: float, sources: Iterable[str]) -> Lines:
        pieces = tuple(self._pieces(content, look, tuple(sources)))
        said = said_by(pieces)
        is_simple = said[:1] not in {"", " "} and "\n" not in said and self._fonts.is_plain(said)
        if is_simple and self.line_width(pieces, look) <= width:
            return (merged(pieces),)
        return self._filled(chain.from_iterable(map(self._tokens, pieces)), look, width)

    def _filled(self, tokens: Iterable[Piece], look: Look, width: float) -> Lines:
        return broken(tokens, lambda piece: self.width(piece, look), width)

    def _pieces(self, content: Content, look: Look, sources: tuple[str, ...]) -> Iterator[Piece]:
        for number, inline in enumerate(content, start=1):
            link = inline if isinstance(inline, Link) else None
            raw = inline if isinstance(inline, str) else inline.text.replace("\n", " ")
            said = self._letters.printable(raw, sources)
            if said:
                yield Piece(said, _face(inline, look), link, number if link else 0)

    def _tokens(self, piece: Piece) -> Iterator[Piece]:
        """Spaces, line feeds and words, each of as many pieces as it takes fonts."""
        face, link, place = piece.face, piece.link, piece.place
        if self._fonts.is_plain(piece.text):
            yield from (Piece(token, face, link, place) for token in _TOKEN.findall(piece.text))
            return
        for token in _TOKEN.findall(piece.text):
            for part, rank in self._fonts.runs(token):
                yield Piece(part, face, link, place, rank)


def _unmarked(content: Content) -> str | None:
    """The text of content in which nothing is marked, as hardly any is; None for other."""
    texts = [inline for inline in content if isinstance(inline, str)]
    return "".join(texts) if len(texts) == len(content) else None


def _face(inline: Inline, look: Look) -> Face:
    match inline:
        case Strong():
            return Face.BOLD
        case Emphasis():
            return Face.ITALIC
        case _:
            return look.face

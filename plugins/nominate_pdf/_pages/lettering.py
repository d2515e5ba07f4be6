"""Text as operators of a page: its font, where it is not chosen yet, and the codes of its letters there."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import attrs

from nominate_pdf._file.wording import escaped
from nominate_pdf._fonts.chain import FontChain
from nominate_pdf._looks import Face, Look
from nominate_pdf._setting.lines import Piece

# So many texts are kept as they were last shown; more would take more memory than they save time.
_REMEMBERED = 2_000


@attrs.frozen(kw_only=True)
class Manner:
    """What a look comes to on the page: the operators for its first font and for the distance of its lines.

    `drop` is how far below the upper edge of a line its letters stand.
    """

    look: Look
    font: str
    leading: str
    drop: float


class Lettering:
    """Says how texts are shown on the pages of one file, and knows what was chosen last."""

    # Any: the types of reportlab's document leave out what it holds.
    def __init__(self, fonts: FontChain, document: Any) -> None:  # noqa: ANN401
        self._fonts = fonts
        self._document = document
        self._font = self._leading = ""
        self._manners: dict[Look, Manner] = {}
        self._named: dict[tuple[Face, int, int, float], str] = {}
        self._codes: dict[tuple[Face, int], _Codes] = {}

    def manner(self, look: Look) -> Manner:
        """How a look is set on the page."""
        found = self._manners.get(look)
        if found is None:
            found = self._manners[look] = Manner(
                look=look,
                font=self._font_of(look.face, 0, 0, look.size),
                leading=f"{look.leading:g} TL",
                # This centres capitals in their line.
                drop=(look.leading + self._fonts.capitals * look.size) / 2,
            )
        return found

    def forget(self) -> None:
        """A new page begins, on which nothing is chosen."""
        self._font = self._leading = ""

    def lines(self, lines: tuple[str, ...], manner: Manner) -> str:
        """The operators that show lines in the first font, one below the other."""
        shown = _in_ascii(lines)
        if shown is None:
            shown = " T* ".join([self.piece(Piece(line, manner.look.face), manner) for line in lines])
        elif manner.font != self._font:
            self._font = manner.font
            shown = f"{manner.font} {shown}"
        if len(lines) == 1 or manner.leading == self._leading:
            return shown
        self._leading = manner.leading
        return f"{manner.leading} {shown}"

    def piece(self, piece: Piece, manner: Manner) -> str:
        """The operators that show a piece, of which the letters may be in several parts of its font."""
        face, rank = piece.face, piece.rank
        codes = self._codes.get((face, rank))
        if codes is None:
            codes = self._codes[face, rank] = self._codes_of(face, rank)
        shown: list[str] = []
        for subset, said in codes.parts(piece.text):
            font = self._font_of(face, rank, subset, manner.look.size)
            if font != self._font:
                self._font = font
                shown.append(font)
            shown.append(f"({said}) Tj")
        return " ".join(shown)

    def _font_of(self, face: Face, rank: int, subset: int, size: float) -> str:
        """The operators that choose a part of a font, whose first part has ASCII letters for themselves."""
        key = (face, rank, subset, size)
        found = self._named.get(key)
        if found is None:
            name = self._fonts.font(face, rank).getSubsetInternalName(subset, self._document)
            found = self._named[key] = f"{name} {size:g} Tf"
        return found

    def _codes_of(self, face: Face, rank: int) -> _Codes:
        font = self._fonts.font(face, rank)
        return _Codes(lambda text: font.splitString(text, self._document))


# Not what is of one file: ASCII letters stand for themselves in every font.
@lru_cache(maxsize=_REMEMBERED)
def _in_ascii(lines: tuple[str, ...]) -> str | None:
    """The operators that show lines, if they are ASCII, in the font that is chosen."""
    # A text object of reportlab does the same, in three times the time.
    whole = "".join(lines)
    if not whole.isascii():
        return None
    texts = lines if escaped(whole) == whole else map(escaped, lines)
    return f"({') Tj T* ('.join(texts)}) Tj"


class _Codes(dict[int, str]):
    """What stands within a string for each letter, by its code point, in the first part of one font.

    `split` gives a text as codes of the font's parts, of which most files need the first alone.
    """

    def __init__(self, split: Callable[[str], list[tuple[int, bytes]]]) -> None:
        super().__init__()
        self._split = split
        self._is_one_part = True

    def __missing__(self, letter: int) -> str:
        ((subset, code),) = self._split(chr(letter))
        self._is_one_part = self._is_one_part and subset == 0
        said = self[letter] = escaped(code.decode("latin-1"))
        return said

    def parts(self, text: str) -> list[tuple[int, str]]:
        """The text as strings, each of letters of one part of the font."""
        if text.isascii():
            return [(0, escaped(text))]
        if self._is_one_part:
            said = text.translate(self)
            # To look up a letter for the first time may have begun another part.
            if self._is_one_part:
                return [(0, said)]
        return [(subset, escaped(codes.decode("latin-1"))) for subset, codes in self._split(text)]

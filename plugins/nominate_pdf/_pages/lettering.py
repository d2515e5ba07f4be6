"""Text as operators of a page: its font, where it is not chosen yet, and the codes of its letters there."""

from __future__ import annotations

import attrs

from nominate_pdf._file.wording import escaped
from nominate_pdf._fonts.chain import FontChain
from nominate_pdf._fonts.coding import Coding
from nominate_pdf._looks import Face, Look
from nominate_pdf._setting.lines import Piece


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

    def __init__(self, fonts: FontChain, coding: Coding) -> None:
        self._fonts = fonts
        self._coding = coding
        self._font = self._leading = ""
        self._manners: dict[Look, Manner] = {}
        self._named: dict[tuple[Face, int, int, float], str] = {}

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
        shown: list[str] = []
        for subset, said in self._coding.coded(piece.text, self._fonts.font(face, rank)):
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
            name = self._coding.name(self._fonts.font(face, rank), subset)
            found = self._named[key] = f"{name} {size:g} Tf"
        return found


def _in_ascii(lines: tuple[str, ...]) -> str | None:
    """The operators that show lines, if they are ASCII, in the font that is chosen."""
    whole = "".join(lines)
    if not whole.isascii():
        return None
    texts = lines if escaped(whole) == whole else map(escaped, lines)
    return f"({') Tj T* ('.join(texts)}) Tj"

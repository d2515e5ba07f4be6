"""Drawing on pages: every mark of the PDF is made here, as words that are read or as decoration."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from nominate_pdf._fonts import font
from nominate_pdf._setting import Line, Typesetter
from nominate_pdf._theme import LINK, Face, Look

# Everything that an address may hold by RFC 3986; the rest is percent-encoded, as a PDF wants ASCII.
_SAFE_IN_URL = "%-._~:/?#[]@!$&'()*+,;="

# Within a string of a PDF (ISO 32000-1, 7.3.4.2): what is no plain ASCII is written in octal.
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))}
_ESCAPES |= {ord(mark): f"\\{mark}" for mark in "()\\"}


# Any: the published types of reportlab leave it out.
def inner_document(canvas: Canvas) -> Any:  # noqa: ANN401
    """What reportlab builds behind a canvas, which it offers under no public name."""
    return vars(canvas)["_doc"]


class Pen:
    """Puts lines of text, areas, rules, pictures and links on the canvas; `y` grows upwards, in points."""

    def __init__(self, canvas: Canvas, typesetter: Typesetter) -> None:
        self._canvas = canvas
        self._typesetter = typesetter
        self._marks = 0
        self._texts: dict[tuple[str, Face, float], str] = {}

    def write(self, lines: Iterable[Line], look: Look, x: float, top: float) -> None:
        """Lines one below the other, the first one's upper edge at `top`."""
        # Capitals of Open Sans are 0.72 of the size: this centres them in their line.
        baseline = top - (look.leading + 0.72 * look.size) / 2
        code = [f"BT 1 0 0 1 {x:.2f} {baseline:.2f} Tm {look.leading:g} TL {_ink(look.colour)}"]
        links: list[tuple[str, float, float, float]] = []
        for number, line in enumerate(lines):
            if isinstance(line, str):
                code.append(self._shown(line, look.face, look.size))
                continue
            left = x
            for piece in line:
                width = self._typesetter.width(piece, look)
                if piece.url:
                    links.append((piece.url, left, top - number * look.leading, width))
                    code.append(_ink(LINK))
                code.append(self._shown(piece.text, piece.face, look.size).removesuffix(" T*"))
                code.append(_ink(look.colour))
                left += width
            code.append("T*")
        self._canvas.addLiteral("\n".join((*code, "ET")))
        for url, left, upper, width in links:
            self._link(url, left, upper, width, look)

    def write_right(self, lines: Iterable[Line], look: Look, right: float, top: float) -> None:
        """Lines that end at `right`; the space at the end of a wrapped line hangs over."""
        ruler = self._typesetter.ruler(look.face, look.size)
        for number, line in enumerate(lines):
            if isinstance(line, str):
                width = ruler(line.rstrip(" "))
            else:
                width = sum(self._typesetter.width(piece, look) for piece in line)
            self.write((line,), look, right - width, top - number * look.leading)

    def fill(self, x: float, bottom: float, width: float, height: float, colour: str) -> None:
        """A plain area: decoration."""
        self._canvas.addLiteral(f"{_ink(colour)} {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, x: float, y: float, width: float, colour: str, *, thickness: float = 0.5) -> None:
        """A level line: decoration."""
        # As a thin area, which keeps its weight on every screen and needs no state of a pen.
        self.fill(x, y - thickness / 2, width, thickness, colour)

    def picture(self, image: ImageReader, x: float, bottom: float, width: float, height: float) -> None:
        """A picture in that area."""
        self._canvas.drawImage(image, x, bottom, width, height, mask="auto")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry in the reader's outline that leads here; levels count from 0."""
        self._marks += 1
        key = f"heading-{self._marks}"
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        self._canvas.addOutlineEntry(title, key, level=level, closed=level > 1)

    def turn(self) -> None:
        """End this page; what follows is on the next."""
        self._canvas.showPage()

    def _shown(self, text: str, face: Face, size: float) -> str:
        """The operators that show a text and go to the next line; most of a long table is said twice."""
        key = (text, face, size)
        code = self._texts.get(key)
        if code is None:
            # A text object of reportlab does the same, in three times the time.
            document, held = inner_document(self._canvas), font(face)
            code = "".join(
                f"{held.getSubsetInternalName(subset, document)} {size:g} Tf ({_escaped(letters)}) Tj "
                for subset, letters in held.splitString(text, document)
            )
            code = self._texts[key] = f"{code}T*"
        return code

    def _link(self, url: str, left: float, top: float, width: float, look: Look) -> None:
        bottom = top - look.leading
        # Underlined, because colour alone does not reach everybody.
        self.rule(left, bottom + 0.2 * look.leading, width, LINK, thickness=look.size / 18)
        area = (left, bottom, left + width, top)
        self._canvas.linkURL(quote(url, safe=_SAFE_IN_URL), area)


def _escaped(letters: bytes) -> str:
    return letters.decode("latin-1").translate(_ESCAPES)


@cache
def _ink(colour: str) -> str:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return f"{red:.3f} {green:.3f} {blue:.3f} rg"

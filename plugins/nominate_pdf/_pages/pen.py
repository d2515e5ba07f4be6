"""Drawing on pages: every mark of the PDF is made here.

Text goes into a node of the tree of tags, or is an artifact, which nobody reads out. Areas, rules and
pictures are always decoration, unless they are drawn within a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from itertools import groupby
from urllib.parse import quote

import attrs
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from nominate.documents import Link, plain
from nominate_pdf._file.nodes import DECORATION, Area, Node, Place
from nominate_pdf._file.packed import inner_document
from nominate_pdf._file.tagging import Tagging
from nominate_pdf._file.wording import escaped
from nominate_pdf._looks import Colour, Face, Look
from nominate_pdf._setting.lines import Lines, Piece
from nominate_pdf._setting.typesetter import Typesetter
from nominate_pdf._theme import Theme

# Everything that an address may hold by RFC 3986; the rest is percent-encoded, as a PDF wants ASCII.
_SAFE_IN_URL = "%-._~:/?#[]@!$&'()*+,;="


class Pen:
    """Puts lines of text, areas, rules, pictures and links on the canvas; `y` grows upwards, in points."""

    def __init__(self, canvas: Canvas, theme: Theme, typesetter: Typesetter, tagging: Tagging) -> None:
        self._canvas = canvas
        self._put = canvas.addLiteral
        self._document = inner_document(canvas)
        self._fonts = theme.fonts
        self._capitals = theme.fonts.capitals
        self._inks = theme.inks
        self._typesetter = typesetter
        self._tagging = tagging
        self._figure: Node | None = None
        # What was chosen last on this page: it holds until another is.
        self._ink: Colour | None = None
        self._font = ""
        self._manners: dict[Look, _Manner] = {}
        self._named: dict[tuple[Face, int, int, float], str] = {}
        self._codes: dict[tuple[Face, int], _Codes] = {}
        self._links: dict[tuple[Node, int], Node] = {}

    def write(self, lines: Lines, look: Look, x: float, top: float, into: Place) -> None:
        """Lines one below the other, the first one's upper edge at `top`; `into` is what they are part of."""
        if not lines:
            return
        if not isinstance(lines[0], str):
            for number, line in enumerate(lines):
                self._write_pieces(line, look, x, top - number * look.leading, into)
            return
        self._go_into(into)
        manner = self._manners.get(look) or self._manner(look)
        ink = self._inked(look.colour)
        shown = [self._shown(line, manner) for line in lines if isinstance(line, str)]
        said = shown[0] if len(shown) == 1 else f"{manner.leading}{' T* '.join(shown)}"
        self._put(f"BT {x:.2f} {top - manner.drop:.2f} Td {ink}{said} ET")

    def write_right(self, lines: Lines, look: Look, right: float, top: float, into: Place) -> None:
        """Lines that end at `right`; the space at the end of a wrapped line hangs over."""
        for number, line in enumerate(lines):
            left = right - self._typesetter.line_width(line, look)
            self.write((line,), look, left, top - number * look.leading, into)

    def fill(self, x: float, bottom: float, width: float, height: float, colour: Colour) -> None:
        """A plain area: decoration."""
        self._go_into(DECORATION)
        self._put(f"{self._inked(colour)}{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def rule(self, x: float, y: float, width: float, colour: Colour, *, thickness: float = 0.5) -> None:
        """A level line: decoration."""
        # As a thin area, which keeps its weight on every screen and needs no state of a pen.
        self.fill(x, y - thickness / 2, width, thickness, colour)

    @contextmanager
    def figure(self, node: Node, x: float, bottom: float, width: float, height: float) -> Generator[None]:
        """All that is drawn meanwhile, in that area, is the one figure of `node`, whose `alt` tells it."""
        node.attributes = (
            f"/O/Layout/Placement/Block/BBox[{x:.2f} {bottom:.2f} {x + width:.2f} {bottom + height:.2f}]"
        )
        self._tagging.into(node)
        self._figure = node
        yield
        self._figure = None

    def picture(self, image: ImageReader, x: float, bottom: float, width: float, height: float) -> None:
        """A picture in that area: decoration, unless it is drawn within a figure."""
        self._go_into(DECORATION)
        self._canvas.drawImage(image, x, bottom, width, height, mask="auto")

    def bookmark(self, title: str, level: int, top: float) -> None:
        """An entry in the reader's outline that leads here; levels count from 0."""
        self._tagging.bookmark(title, level, top)

    def lead_within(self, node: Node, area: Area, told: str, page: int, top: float) -> None:
        """An area that leads to a height on a page, counted from 1; `told` says so to those who hear it."""
        self._tagging.link_within(node, area, told, page, top)

    def turn(self) -> None:
        """End this page; what follows is on the next."""
        self._tagging.turn()
        self._ink, self._font = None, ""

    def _go_into(self, place: Place) -> None:
        if self._figure is None:
            self._tagging.into(place)

    def _inked(self, colour: Colour) -> str:
        """The operators that choose a colour, unless it is chosen."""
        if colour is self._ink:
            return ""
        self._ink = colour
        return f"{self._inks[colour]} "

    def _write_pieces(self, line: tuple[Piece, ...], look: Look, x: float, top: float, into: Place) -> None:
        """A line of pieces that differ; each link in it is a node of its own."""
        manner = self._manners.get(look) or self._manner(look)
        for place, group in groupby(line, lambda piece: piece.place):
            pieces = list(group)
            link = pieces[0].link
            own = self._link_node(into, place) if link and isinstance(into, Node) else into
            self._go_into(own)
            ink = self._inked(Colour.LINK if link else look.colour)
            shown = " ".join(
                [self._shown_in(piece.text, piece.face, look.size, piece.rank) for piece in pieces]
            )
            self._put(f"BT {x:.2f} {top - manner.drop:.2f} Td {ink}{shown} ET")
            width = sum(self._typesetter.width(piece, look) for piece in pieces)
            if link and isinstance(own, Node):
                self._lead(own, link, look, (x, top - look.leading, x + width, top))
            x += width

    def _link_node(self, parent: Node, place: int) -> Node:
        """The node of a link, which is the same wherever its text goes on."""
        key = (parent, place)
        if key not in self._links:
            self._links[key] = Node("Link")
            parent.kids.append(self._links[key])
        return self._links[key]

    def _lead(self, node: Node, link: Link, look: Look, area: Area) -> None:
        left, bottom, right, _top = area
        self._tagging.link(node, area, plain(link), quote(link.url, safe=_SAFE_IN_URL))
        # Underlined, because colour alone does not reach everybody.
        thickness = look.size / 18
        self.rule(left, bottom + 0.2 * look.leading, right - left, Colour.LINK, thickness=thickness)

    def _manner(self, look: Look) -> _Manner:
        manner = self._manners[look] = _Manner(
            look=look,
            font=self._font_of(look.face, 0, 0, look.size),
            leading=f"{look.leading:g} TL ",
            # This centres capitals in their line.
            drop=(look.leading + self._capitals * look.size) / 2,
        )
        return manner

    def _shown(self, text: str, manner: _Manner) -> str:
        """The operators that show a text of one font; the font is named where it is not chosen."""
        # A text object of reportlab does the same, in three times the time.
        if not text.isascii():
            return self._shown_in(text, manner.look.face, manner.look.size)
        if manner.font == self._font:
            return f"({escaped(text)}) Tj"
        self._font = manner.font
        return f"{manner.font} ({escaped(text)}) Tj"

    def _shown_in(self, text: str, face: Face, size: float, rank: int = 0) -> str:
        """The same in any font, of which the letters of a text may be in several parts."""
        codes = self._codes.get((face, rank)) or self._codes_of(face, rank)
        shown: list[str] = []
        for subset, said in codes.parts(text):
            font = self._font_of(face, rank, subset, size)
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
        font, document = self._fonts.font(face, rank), self._document
        codes = self._codes[face, rank] = _Codes(lambda text: font.splitString(text, document))
        return codes


@attrs.frozen(kw_only=True)
class _Manner:
    """What stands on the page for a look: its font and the distance of its lines as operators.

    `drop` is how far below the upper edge of a line its letters stand.
    """

    look: Look
    font: str
    leading: str
    drop: float


class _Codes(dict[int, str]):
    """What stands within a string for each letter, by its code point, in the first part of one font.

    `split` gives a text as codes of the font's parts, of which most files need the first alone.
    """

    def __init__(self, split: Callable[[str], list[tuple[int, bytes]]]) -> None:
        super().__init__()
        self._split = split
        self._is_one_part = True

    def __bool__(self) -> bool:
        return True

    def __missing__(self, letter: int) -> str:
        (part,) = self._split(chr(letter))
        subset, code = part
        self._is_one_part = self._is_one_part and subset == 0
        said = self[letter] = escaped(code.decode("latin-1"))
        return said

    def parts(self, text: str) -> list[tuple[int, str]]:
        """A text in parts of one subset of the font each."""
        said = text.translate(self)
        if self._is_one_part:
            return [(0, said)]
        return [(subset, escaped(codes.decode("latin-1"))) for subset, codes in self._split(text)]

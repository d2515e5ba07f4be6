"""Drawing on pages: every mark of the PDF is made here.

Text goes into a node of the tree of tags, or is an artifact, which nobody reads out. Areas, rules and
pictures are always decoration, unless they are drawn within a figure.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from itertools import groupby
from urllib.parse import quote

from reportlab.lib.utils import ImageReader

from nominate.documents import Link, plain
from nominate_pdf._file.nodes import DECORATION, Area, Node, Place
from nominate_pdf._file.pages import Pages
from nominate_pdf._file.tagging import Tagging
from nominate_pdf._file.wording import escaped
from nominate_pdf._fonts.coding import Coding
from nominate_pdf._looks import Colour, Face, Look
from nominate_pdf._setting.lines import Lines, Piece
from nominate_pdf._setting.typesetter import Typesetter
from nominate_pdf._theme import Theme

# Everything that an address may hold by RFC 3986; the rest is percent-encoded, as a PDF wants ASCII.
_SAFE_IN_URL = "%-._~:/?#[]@!$&'()*+,;="


class Pen:
    """Puts lines of text, areas, rules, pictures and links on pages; `y` grows upwards, in points."""

    def __init__(
        self, pages: Pages, coding: Coding, theme: Theme, typesetter: Typesetter, tagging: Tagging
    ) -> None:
        self._pages = pages
        self._coding = coding
        self._fonts = theme.fonts
        self._capitals = theme.fonts.capitals
        self._inks = theme.inks
        self._typesetter = typesetter
        self._tagging = tagging
        self._figure: Node | None = None
        # What was chosen last on this page: it holds until another is.
        self._ink: Colour | None = None
        self._font = ""
        self._named: dict[tuple[Face, int, int, float], str] = {}
        self._links: dict[tuple[Node, int], Node] = {}

    def write(self, lines: Lines, look: Look, x: float, top: float, into: Place) -> None:
        """Lines one below the other, the first one's upper edge at `top`; `into` is what they are part of."""
        if any(not isinstance(line, str) for line in lines):
            for number, line in enumerate(lines):
                pieces = (Piece(line, look.face),) if isinstance(line, str) else line
                self._write_pieces(pieces, look, x, top - number * look.leading, into)
            return
        if not lines:
            return
        self._go_into(into)
        ink = self._inked(look.colour)
        shown = [self._shown(line, look.face, look.size) for line in lines if isinstance(line, str)]
        code = f"{ink}{look.leading:g} TL {' T* '.join(shown)}" if len(shown) > 1 else f"{ink}{shown[0]}"
        self._text(code, look, x, top)

    def write_right(self, lines: Lines, look: Look, right: float, top: float, into: Place) -> None:
        """Lines that end at `right`; the space at the end of a wrapped line hangs over."""
        for number, line in enumerate(lines):
            left = right - self._typesetter.line_width(line, look)
            self.write((line,), look, left, top - number * look.leading, into)

    def fill(self, x: float, bottom: float, width: float, height: float, colour: Colour) -> None:
        """A plain area: decoration."""
        self._go_into(DECORATION)
        self._pages.draw(f"{self._inked(colour)}{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

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
        self._pages.picture(image, x, bottom, width, height)

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

    def _text(self, code: str, look: Look, x: float, top: float) -> None:
        # This centres capitals in their line.
        baseline = top - (look.leading + self._capitals * look.size) / 2
        self._pages.draw(f"BT {x:.2f} {baseline:.2f} Td {code} ET")

    def _write_pieces(self, line: tuple[Piece, ...], look: Look, x: float, top: float, into: Place) -> None:
        """A line of pieces that differ; each link in it is a node of its own."""
        for place, group in groupby(line, lambda piece: piece.place):
            pieces = list(group)
            link = pieces[0].link
            own = self._link_node(into, place) if link and isinstance(into, Node) else into
            self._go_into(own)
            ink = self._inked(Colour.LINK if link else look.colour)
            shown = [self._shown(piece.text, piece.face, look.size, piece.rank) for piece in pieces]
            self._text(f"{ink}{' '.join(shown)}", look, x, top)
            width = sum(self._typesetter.width(piece, look) for piece in pieces)
            if link and isinstance(own, Node):
                self._lead(own, link, look, (x, top - look.leading, x + width, top))
            x += width

    def _link_node(self, parent: Node, place: int) -> Node:
        """The node of a link, which is the same wherever its text goes on."""
        key = (parent, place)
        if key not in self._links:
            self._links[key] = Node("Link")
            parent.take(self._links[key])
        return self._links[key]

    def _lead(self, node: Node, link: Link, look: Look, area: Area) -> None:
        left, bottom, right, _top = area
        self._tagging.link(node, area, plain(link), quote(link.url, safe=_SAFE_IN_URL))
        # Underlined, because colour alone does not reach everybody.
        thickness = look.size / 18
        self.rule(left, bottom + 0.2 * look.leading, right - left, Colour.LINK, thickness=thickness)

    def _shown(self, text: str, face: Face, size: float, rank: int = 0) -> str:
        """The operators that show a text; its font is named where it is not chosen."""
        if text.isascii():
            font = self._font_of(face, rank, 0, size)
            if font == self._font:
                return f"({escaped(text)}) Tj"
            self._font = font
            return f"{font} ({escaped(text)}) Tj"
        shown: list[str] = []
        for subset, codes in self._coding.coded(text, self._fonts.font(face, rank)):
            font = self._font_of(face, rank, subset, size)
            if font != self._font:
                self._font = font
                shown.append(font)
            shown.append(f"({codes}) Tj")
        return " ".join(shown)

    def _font_of(self, face: Face, rank: int, subset: int, size: float) -> str:
        """The operators that choose a part of a font, whose first part has ASCII letters for themselves."""
        key = (face, rank, subset, size)
        found = self._named.get(key)
        if found is None:
            name = self._coding.name(self._fonts.font(face, rank), subset)
            found = self._named[key] = f"{name} {size:g} Tf"
        return found

"""Drawing on pages: every mark of the PDF is made here.

Text goes into a node of the tree of tags, or is an artifact, which nobody reads out. Areas, rules and
pictures are always decoration, unless they are drawn within a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from urllib.parse import quote

from reportlab.lib.utils import ImageReader

from nominate.documents import Link, plain
from nominate_pdf._file.nodes import DECORATION, Area, Node, Place
from nominate_pdf._file.pages import Pages
from nominate_pdf._file.tagging import Tagging
from nominate_pdf._fonts.coding import Coding
from nominate_pdf._looks import Colour, Look
from nominate_pdf._pages.lettering import Lettering
from nominate_pdf._setting.lines import Lines, Piece, are_plain
from nominate_pdf._setting.typesetter import Typesetter
from nominate_pdf._theme import Theme

# So many addresses are kept: those of shared sources come in file after file.
_ADDRESSES = 1024
# Everything that an address may hold by RFC 3986; the rest is percent-encoded, as a PDF wants ASCII.
_SAFE_IN_URL = "%-._~:/?#[]@!$&'()*+,;="


class Pen:
    """Puts lines of text, areas, rules, pictures and links on pages; `y` grows upwards, in points."""

    def __init__(
        self, pages: Pages, coding: Coding, theme: Theme, typesetter: Typesetter, tagging: Tagging
    ) -> None:
        self._pages = pages
        self._put = pages.draw
        self._lettering = Lettering(theme.fonts, coding)
        self._inks = theme.inks
        self._typesetter = typesetter
        self._tagging = tagging
        self._into: Callable[[Place], str] = tagging.into
        # The colour that was chosen last on this page: it holds until another is.
        self._ink: Colour | None = None
        self._links: dict[tuple[Node, int], Node] = {}

    def write(self, lines: Lines, look: Look, x: float, top: float, into: Place) -> None:
        """Lines one below the other, the first one's upper edge at `top`; `into` is what they are part of."""
        if not lines:
            return
        if not are_plain(lines):
            for number, line in enumerate(lines):
                pieces = (Piece(line, look.face),) if isinstance(line, str) else line
                self._write_pieces(pieces, look, x, top - number * look.leading, into)
            return
        begun = self._into(into)
        manner = self._lettering.manner(look)
        ink = "" if look.colour is self._ink else self._inked(look.colour)
        shown = self._lettering.lines(lines, manner)
        self._put(f"{begun}BT {x:.2f} {top - manner.drop:.2f} Td {ink}{shown} ET")

    def write_right(self, lines: Lines, look: Look, right: float, top: float, into: Place) -> None:
        """Lines that end at `right`; the space at the end of a wrapped line hangs over."""
        for number, line in enumerate(lines):
            left = right - self._typesetter.line_width(line, look)
            self.write((line,), look, left, top - number * look.leading, into)

    def fill(self, x: float, bottom: float, width: float, height: float, colour: Colour) -> None:
        """A plain area: decoration."""
        begun = self._into(DECORATION)
        ink = "" if colour is self._ink else self._inked(colour)
        self._put(f"{begun}{ink}{x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

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
        self._put(self._tagging.into(node))
        self._into = _stay
        yield
        self._into = self._tagging.into

    def picture(self, image: ImageReader, x: float, bottom: float, width: float, height: float) -> None:
        """A picture in that area: decoration, unless it is drawn within a figure."""
        self._put(self._into(DECORATION))
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
        self._ink = None
        self._lettering.forget()

    def _inked(self, colour: Colour) -> str:
        """The operators that choose a colour."""
        self._ink = colour
        return f"{self._inks[colour]} "

    def _write_pieces(self, line: tuple[Piece, ...], look: Look, x: float, top: float, into: Place) -> None:
        """A line of pieces that differ; each link in it is a node of its own."""
        manner = self._lettering.manner(look)
        for place, group in groupby(line, lambda piece: piece.place):
            pieces = list(group)
            link = pieces[0].link
            own = self._link_node(into, place) if link and isinstance(into, Node) else into
            begun = self._into(own)
            colour = Colour.LINK if link else look.colour
            ink = "" if colour is self._ink else self._inked(colour)
            shown = " ".join([self._lettering.piece(piece, manner) for piece in pieces])
            self._put(f"{begun}BT {x:.2f} {top - manner.drop:.2f} Td {ink}{shown} ET")
            if link is None and pieces[-1] is line[-1]:
                return
            width = self._typesetter.line_width(tuple(pieces), look)
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
        self._tagging.link(node, area, plain(link), _address(link.url))
        # Underlined, because colour alone does not reach everybody.
        thickness = look.size / 18
        self.rule(left, bottom + 0.2 * look.leading, right - left, Colour.LINK, thickness=thickness)


def _stay(_place: Place) -> str:
    """Within a figure, nothing goes anywhere else."""
    return ""


@lru_cache(maxsize=_ADDRESSES)
def _address(url: str) -> str:
    return quote(url, safe=_SAFE_IN_URL)

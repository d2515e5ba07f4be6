"""Key figures as tiles: a large number, and below it what it counts."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import KeyFigure, KeyFigures
from nominate_pdf._file.nodes import Node
from nominate_pdf._looks import COLUMN, LABEL, MARGIN, NUMERALS, Colour, Look
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.strips import Strip
from nominate_pdf._setting.lines import Lines
from nominate_pdf._setting.typesetter import Typesetter

_GAP = 10.0
_PADDING = 12.0
_ABOVE, _BELOW = 10.0, 12.0
_RULE = 2.5
# How many stand in a row, so that no row is much emptier than another; more than these go by four.
_IN_A_ROW = {1: 3, 2: 3, 3: 3, 5: 3, 6: 3, 9: 3}
_MOST_IN_A_ROW = 4


@attrs.frozen(kw_only=True)
class Tile:
    """One figure, set: its number in the size that its width allows, and what it counts."""

    value: Lines
    look: Look
    label: Lines
    node: Node

    @property
    def height(self) -> float:
        """What it needs within the padding."""
        return len(self.value) * self.look.leading + len(self.label) * LABEL.leading


@attrs.frozen(kw_only=True, eq=False)
class TilesStrip(Strip):
    """A row of tiles of one height, which a page never splits."""

    tiles: tuple[Tile, ...]
    width: float

    def ground(self, pen: Pen, top: float) -> None:
        """A plate for each tile, with a bar along its upper edge."""
        for place in range(len(self.tiles)):
            x = self._x(place)
            pen.fill(x, top - self.height, self.width, self.height, Colour.TINT)
            pen.fill(x, top - _RULE, self.width, _RULE, Colour.MAIN)

    def draw(self, pen: Pen, top: float) -> None:
        """The texts of each tile."""
        for place, tile in enumerate(self.tiles):
            x = self._x(place) + _PADDING
            upper = top - _ABOVE
            pen.write(tile.value, tile.look, x, upper, tile.node)
            upper -= len(tile.value) * tile.look.leading
            pen.write(tile.label, LABEL, x, upper, tile.node)

    def _x(self, place: int) -> float:
        return MARGIN + place * (self.width + _GAP)


def tile_strips(block: KeyFigures, node: Node, typesetter: Typesetter, *, before: float) -> Iterator[Strip]:
    """The figures in rows of three or four; `node` is a list, of which each figure is an item."""
    count = len(block.figures)
    in_a_row = _IN_A_ROW.get(count, _MOST_IN_A_ROW)
    width = (COLUMN - (in_a_row - 1) * _GAP) / in_a_row
    tiles = [
        _tile(figure, item.children[0], typesetter, width - 2 * _PADDING)
        for figure, item in zip(block.figures, node.children, strict=True)
    ]
    rows = [tuple(tiles[start : start + in_a_row]) for start in range(0, count, in_a_row)]
    for number, row in enumerate(rows, start=1):
        yield TilesStrip(
            tiles=row,
            width=width,
            height=_ABOVE + max(tile.height for tile in row) + _BELOW,
            before=before if number == 1 else _GAP,
            # Figures that are compared at a glance stand on one page.
            stays_with_next=number < len(rows),
        )


def _tile(figure: KeyFigure, node: Node, typesetter: Typesetter, width: float) -> Tile:
    # This space at its end is kept, so that whoever reads the text back reads the number as a word.
    said = (f"{figure.value}\u00a0",)
    settings = ((typesetter.lines(said, look, width, figure.sources), look) for look in NUMERALS)
    value, look = next(((lines, look) for lines, look in settings if len(lines) == 1), (None, NUMERALS[-1]))
    return Tile(
        value=value or typesetter.lines(said, look, width, figure.sources),
        look=look,
        label=typesetter.lines((figure.label,), LABEL, width, figure.sources),
        node=node,
    )

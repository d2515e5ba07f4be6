"""Tables of any length, in time that grows with their rows: each row is measured once and stands by itself.

(A Platypus table copies all the rows that are left at each page break.) It knows nothing of awards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from nominate.documents import Table
from nominate_pdf._file.nodes import REPEATED, Node, Place
from nominate_pdf._looks import CELL, CELL_HEADER, CELL_PADDING, MARGIN, Colour
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.strips import Strip
from nominate_pdf._parts.columns import Column, columns_of
from nominate_pdf._setting.lines import Lines
from nominate_pdf._setting.typesetter import Typesetter

# A row up to this height goes to the next page in one piece; a taller one begins where it stands.
_TALLEST_WHOLE_ROW = 240.0
_FEWEST_LINES = 3


@attrs.frozen(kw_only=True, eq=False)
class RowStrip(Strip):
    """A row, or a part of one that is taller than a page; the header is a row too."""

    cells: tuple[Lines, ...]
    places: tuple[Place, ...]
    columns: tuple[Column, ...]
    is_header: bool = False

    @property
    def begins_in(self) -> float:
        """All of its height, unless it is so tall that waiting for a page would leave a hole."""
        if self.height <= _TALLEST_WHOLE_ROW:
            return self.height
        return 2 * CELL_PADDING + _FEWEST_LINES * CELL.leading

    def split(self, room: float) -> tuple[Strip, Strip]:
        """As many lines of each cell as the room holds, and the others."""
        fitting = int((room - 2 * CELL_PADDING) / CELL.leading)
        return (
            self._part(tuple(lines[:fitting] for lines in self.cells)),
            self._part(tuple(lines[fitting:] for lines in self.cells)),
        )

    def _part(self, cells: tuple[Lines, ...]) -> RowStrip:
        return attrs.evolve(self, cells=cells, height=_height(cells))

    def ground(self, pen: Pen, top: float) -> None:
        """The line below, and the tint of a header."""
        bottom = top - self.height
        width = self.columns[-1].right + CELL_PADDING - MARGIN
        if self.is_header:
            pen.fill(MARGIN, bottom, width, self.height, Colour.TINT)
            pen.rule(MARGIN, bottom, width, Colour.MAIN, thickness=1)
        else:
            pen.rule(MARGIN, bottom, width, Colour.LINE)

    def draw(self, pen: Pen, top: float) -> None:
        """Each cell."""
        upper = top - CELL_PADDING
        for lines, place, column in zip(self.cells, self.places, self.columns, strict=True):
            look = CELL_HEADER if self.is_header else column.look
            if column.is_number:
                pen.write_right(lines, look, column.right, upper, place)
            else:
                pen.write(lines, look, column.x, upper, place)


def table_strips(table: Table, node: Node, typesetter: Typesetter, *, before: float) -> Iterator[Strip]:
    """The header row, then the body's; the header begins each further page.

    The header stays with the first two rows, and the last row with the one before it, so that no page begins
    or ends with one row alone; a row so tall that it would leave a hole stays with none.
    `node` is the table's, of which this draws the header and the body.
    """
    _caption, head, body = node.children
    (titles,) = head.children
    columns = tuple(columns_of(table, typesetter))
    names = tuple([
        typesetter.lines(cell, CELL_HEADER, column.width, table.sources)
        for cell, column in zip(table.header, columns, strict=True)
    ])  # fmt: skip

    def header(places: Iterable[Place], before: float) -> RowStrip:
        return RowStrip(
            cells=names,
            places=tuple(places),
            columns=columns,
            height=_height(names),
            before=before,
            is_header=True,
            stays_with_next=True,
        )

    yield header(titles.children, before)
    again = header((REPEATED,) * len(names), 0)
    own = table.row_sources or (table.sources,) * len(table.rows)
    held = {0, len(table.rows) - 2} if len(table.rows) > 1 else set()
    for number, (row, tagged, sources) in enumerate(zip(table.rows, body.children, own, strict=True)):
        cells = tuple([
            typesetter.lines(cell, column.look, column.width, sources)
            for cell, column in zip(row, columns, strict=True)
        ])  # fmt: skip
        height = _height(cells)
        yield RowStrip(
            cells=cells,
            places=tuple(tagged.children),
            columns=columns,
            height=height,
            header=again,
            stays_with_next=number in held and height <= _TALLEST_WHOLE_ROW,
        )


def _height(cells: tuple[Lines, ...]) -> float:
    return max(1, *map(len, cells)) * CELL.leading + 2 * CELL_PADDING

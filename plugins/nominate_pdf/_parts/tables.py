"""Tables of any length, in time that grows with their rows: each row is measured once and stands by itself.

(A Platypus table copies all the rows that are left at each page break.) It knows nothing of awards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from nominate.documents import Content, Table
from nominate_pdf._file.nodes import REPEATED, Node, Place
from nominate_pdf._looks import CELL, CELL_HEADER, CELL_NAME, CELL_PADDING, COLUMN, MARGIN, Colour, Look
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.strips import Strip
from nominate_pdf._setting.lines import Lines
from nominate_pdf._setting.typesetter import Typesetter

# A row up to this height goes to the next page in one piece; a taller one begins where it stands.
_TALLEST_WHOLE_ROW = 240.0
_FEWEST_LINES = 3
# A word may claim this much of the table before it is broken.
_WIDEST_WORD = 0.3
# No rounding may break a word that fits.
_ROUNDING = 0.5
# About as many as fill the whole column; a longer text wishes for no more.
_MOST_LETTERS = 120
# A table is as wide as the page, or so much narrower that it is meant; its columns then have this much more
# than they wish for.
_NARROWEST, _NARROWER = 0.5, 0.8
_AIR = 24.0
# How far columns share by what they wish for: 0 is all alike, 1 in full proportion.
_GREED = 0.75


@attrs.frozen
class Column:
    """Where a column's text begins, how wide it is, how its cells look, and whether they are numbers."""

    x: float
    width: float
    look: Look
    is_number: bool

    @property
    def right(self) -> float:
        """Where its text ends."""
        return self.x + self.width


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

    def draw(self, pen: Pen, top: float) -> None:
        """The ground and the line below, then each cell."""
        bottom = top - self.height
        width = self.columns[-1].right + CELL_PADDING - MARGIN
        if self.is_header:
            pen.fill(MARGIN, bottom, width, self.height, Colour.TINT)
            pen.rule(MARGIN, bottom, width, Colour.MAIN, thickness=1)
        else:
            pen.rule(MARGIN, bottom, width, Colour.LINE)
        for lines, place, column in zip(self.cells, self.places, self.columns, strict=True):
            if not lines:
                continue
            look = CELL_HEADER if self.is_header else column.look
            if column.is_number:
                pen.write_right(lines, look, column.right, top - CELL_PADDING, place)
            else:
                pen.write(lines, look, column.x, top - CELL_PADDING, place)


def table_strips(table: Table, node: Node, typesetter: Typesetter, *, before: float) -> Iterator[Strip]:
    """The header row, then the body's; the header begins each further page.

    The header stays with the first two rows, and the last row with the one before it, so that no page begins
    or ends with one row alone; a row so tall that it would leave a hole stays with none.
    `node` is the table's, of which this draws the header and the body.
    """
    _caption, head, body = node.children
    (titles,) = head.children
    columns = tuple(_columns(table, typesetter))
    names = tuple(
        typesetter.lines(cell, CELL_HEADER, column.width, table.sources)
        for cell, column in zip(table.header, columns, strict=True)
    )
    header = RowStrip(
        cells=names,
        places=tuple(titles.children),
        columns=columns,
        height=_height(names),
        before=before,
        is_header=True,
        stays_with_next=True,
    )
    yield header
    again = attrs.evolve(header, places=(REPEATED,) * len(names), before=0)
    own = table.row_sources or (table.sources,) * len(table.rows)
    held = {0, len(table.rows) - 2} if len(table.rows) > 1 else set()
    for number, (row, tagged, sources) in enumerate(zip(table.rows, body.children, own, strict=True)):
        cells = tuple(
            typesetter.lines(cell, column.look, column.width, sources)
            for cell, column in zip(row, columns, strict=True)
        )
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


def _columns(table: Table, typesetter: Typesetter) -> Iterator[Column]:
    looks = [CELL_NAME if table.has_row_headers and not place else CELL for place in range(len(table.header))]
    least, wishes = [], []
    for name, look, texts in zip(map(_text, table.header), looks, _turned(table), strict=True):
        header_ruler = typesetter.ruler(CELL_HEADER.face, CELL_HEADER.size)
        ruler = typesetter.ruler(look.face, look.size)
        longest = max(_longest_word([name], header_ruler), _longest_word(texts, ruler))
        least.append(min(longest, _WIDEST_WORD * COLUMN) + 2 * CELL_PADDING)
        wishes.append(max(header_ruler(name), _wished(texts, ruler)) + 2 * CELL_PADDING)
    x = MARGIN
    for place, width in enumerate(_shared(least, wishes)):
        yield Column(x + CELL_PADDING, width - 2 * CELL_PADDING, looks[place], place in table.number_columns)
        x += width


def _turned(table: Table) -> list[list[str]]:
    """The texts of the body, a list for each column."""
    texts = [list(map(_text, row)) for row in table.rows]
    return [[row[place] for row in texts] for place in range(len(table.header))]


def _text(content: Content) -> str:
    return "".join(inline if isinstance(inline, str) else inline.text for inline in content)


def _longest_word(texts: Iterable[str], ruler: Callable[[str], float]) -> float:
    words: set[str] = set()
    for text in texts:
        words.update(text.split())
    return max(map(ruler, words), default=0.0) + _ROUNDING


def _wished(texts: list[str], ruler: Callable[[str], float]) -> float:
    """The width that keeps the longest text on one line; but one long text must not starve other columns."""
    if not texts:
        return 0.0
    longest = max(texts, key=len)
    letters = min(len(longest), 2 * sum(map(len, texts)) / len(texts) + 6, _MOST_LETTERS)
    return ruler(longest[:_MOST_LETTERS]) * letters / max(1, min(len(longest), _MOST_LETTERS)) + _ROUNDING


def _shared(least: list[float], wishes: list[float]) -> list[float]:
    """The width among columns: small wishes are granted, greater ones get more of what is left.

    A table of little text is narrower than the page, so that a number stands near its name.
    """
    if sum(least) > COLUMN:
        return [COLUMN * width / sum(least) for width in least]
    needed = max(sum(least), sum(wishes) + _AIR * len(wishes), _NARROWEST * COLUMN)
    whole = needed if needed <= _NARROWER * COLUMN else COLUMN
    wanted = [max(0.0, wish - width) for wish, width in zip(wishes, least, strict=True)]
    widths, rest = list(least), whole - sum(least)
    weights = {place: want**_GREED for place, want in enumerate(wanted)}
    for place in sorted(weights, key=wanted.__getitem__):
        share = rest * weights[place] / (sum(weights.values()) or 1)
        more = min(wanted[place], share)
        widths[place] += more
        rest -= more
        del weights[place]
    return [whole * width / sum(widths) for width in widths]

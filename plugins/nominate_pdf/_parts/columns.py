"""How wide the columns of a table are: what each needs, what it wishes for, and how they share the page."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Content, Table
from nominate_pdf._looks import CELL, CELL_HEADER, CELL_NAME, CELL_PADDING, COLUMN, MARGIN, Look
from nominate_pdf._setting.typesetter import Typesetter

# A word may claim this much of the table before it is broken.
_WIDEST_WORD = 0.3
# No rounding may break a word that fits.
_ROUNDING = 0.5
# About as many as fill the whole column; a longer text wishes for no more.
_MOST_LETTERS = 120
# In a table of so few rows each text is claimed by itself, as it may stand in the next file too.
_FEW_ROWS = 12
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


def columns_of(table: Table, typesetter: Typesetter) -> Iterator[Column]:
    """The columns from the left, each with room around its text."""
    looks = [CELL_NAME if table.has_row_headers and not place else CELL for place in range(len(table.header))]
    headers = typesetter.claims(CELL_HEADER.face)
    least, wishes = [], []
    for place, look in enumerate(looks):
        longest, whole = headers[_text(table.header[place])]
        texts = [_text(row[place]) for row in table.rows]
        longest_below, wished_below = _claimed(texts, look, typesetter)
        longest = max(CELL_HEADER.size * longest, longest_below)
        least.append(min(longest + _ROUNDING, _WIDEST_WORD * COLUMN) + 2 * CELL_PADDING)
        wishes.append(max(CELL_HEADER.size * whole, wished_below) + 2 * CELL_PADDING)
    x = MARGIN
    for place, width in enumerate(_shared(least, wishes)):
        yield Column(x + CELL_PADDING, width - 2 * CELL_PADDING, looks[place], place in table.number_columns)
        x += width


def _text(content: Content) -> str:
    if len(content) == 1 and isinstance(content[0], str):
        return content[0]
    return "".join([inline if isinstance(inline, str) else inline.text for inline in content])


def _claimed(texts: list[str], look: Look, typesetter: Typesetter) -> tuple[float, float]:
    """How wide the longest word is, and what the texts of a column wish for.

    That keeps the longest text on one line; but one long text must not starve other columns.
    """
    if not texts:
        return 0.0, 0.0
    longest_word = _longest_word(texts, look, typesetter)
    lengths = list(map(len, texts))
    most = max(lengths)
    _, whole = typesetter.claims(look.face)[texts[lengths.index(most)][:_MOST_LETTERS]]
    letters = min(most, 2 * sum(lengths) / len(texts) + 6, _MOST_LETTERS)
    wished = look.size * whole * letters / max(1, min(most, _MOST_LETTERS)) + _ROUNDING
    return look.size * longest_word, wished


def _longest_word(texts: list[str], look: Look, typesetter: Typesetter) -> float:
    """How wide the longest word of a column is, at the size of one point."""
    if len(texts) <= _FEW_ROWS:
        claims = typesetter.claims(look.face)
        return max([claims[text][0] for text in texts])
    words: set[str] = set()
    for text in texts:
        words.update(text.split())
    return max(map(typesetter.widths(look.face).__getitem__, words), default=0.0)


def _shared(least: list[float], wishes: list[float]) -> list[float]:
    """The width among columns: small wishes are granted, greater ones get more of what is left.

    A table of little text is narrower than the page, so that a number stands near its name.
    """
    claimed = sum(least)
    if claimed > COLUMN:
        return [COLUMN * width / claimed for width in least]
    needed = max(claimed, sum(wishes) + _AIR * len(wishes), _NARROWEST * COLUMN)
    whole = needed if needed <= _NARROWER * COLUMN else COLUMN
    wanted = [max(0.0, wish - width) for wish, width in zip(wishes, least, strict=True)]
    weights = [want**_GREED for want in wanted]
    widths, rest, others = list(least), whole - claimed, sum(weights)
    for place in sorted(range(len(wanted)), key=wanted.__getitem__):
        more = min(wanted[place], rest * weights[place] / (others or 1))
        widths[place] += more
        rest -= more
        others -= weights[place]
    filled = sum(widths)
    return [whole * width / filled for width in widths]

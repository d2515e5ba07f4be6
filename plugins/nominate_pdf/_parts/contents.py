"""The table of contents: a line for each heading, which leads there and tells the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from nominate.documents import plain
from nominate_pdf._file.nodes import Node
from nominate_pdf._looks import BODY, COLUMN, HEADINGS, MARGIN, Colour
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.stacking import Page
from nominate_pdf._pages.strips import HeadingStrip, Strip
from nominate_pdf._parts.structure import Entry, level_of
from nominate_pdf._setting.lines import Lines
from nominate_pdf._setting.typesetter import Typesetter

_TITLE = "Contents"
_INDENT = 20.0
_NUMBER_WIDTH = 48.0
_PADDING = 3.0


@attrs.frozen
class Spot:
    """Where a heading came to stand: the page, counted from 1, and the height above its foot, in points."""

    page: int
    top: float


@attrs.frozen(kw_only=True, eq=False)
class EntryStrip(Strip):
    """A line of an entry; the last one of it tells the page, which is in `spots` once all is laid out."""

    lines: Lines
    entry: Entry
    x: float
    spots: Mapping[Node, Spot]
    is_last: bool

    def draw(self, pen: Pen, top: float) -> None:
        """The words, the page, a hairline below, and the way there from all over the line."""
        spot = self.spots[self.entry.target]
        right = MARGIN + COLUMN
        pen.write(self.lines, BODY, self.x, top, self.entry.link)
        bottom = top - self.height
        if self.is_last:
            pen.write_right((str(spot.page),), BODY, right, top, self.entry.link)
        told = f"{plain(self.entry.heading.content)}, page {spot.page}"
        pen.lead_within(self.entry.link, (self.x, bottom, right, top), told, spot.page, spot.top)
        if self.is_last:
            pen.rule(self.x, bottom, right - self.x, Colour.LINE)


def contents_strips(
    entries: Iterable[Entry], caption: Node, typesetter: Typesetter, spots: Mapping[Node, Spot]
) -> Iterator[Strip]:
    """The title of the contents, then every entry, on one page; nothing where there is none."""
    look = HEADINGS[0]
    listed = tuple(entries)
    for number, entry in enumerate(listed, start=1):
        if number == 1:
            title = typesetter.lines((_TITLE,), look, COLUMN)
            yield HeadingStrip(
                lines=title, look=look, into=caption, height=look.leading, before=30, stays_with_next=True
            )
        x = MARGIN + _INDENT * (level_of(entry.target) - 2)
        width = MARGIN + COLUMN - _NUMBER_WIDTH - x
        lines = typesetter.lines((f"{plain(entry.heading.content)} ",), BODY, width, entry.heading.sources)
        for place, line in enumerate(lines, start=1):
            is_last = place == len(lines)
            yield EntryStrip(
                lines=(line,),
                entry=entry,
                x=x,
                spots=spots,
                is_last=is_last,
                height=BODY.leading + (_PADDING if is_last else 0),
                before=_PADDING if place == 1 else 0,
                stays_with_next=not is_last or number < len(listed),
            )


def spots_on(pages: Iterable[Page]) -> dict[Node, Spot]:
    """Where each heading of the pages begins, by its node."""
    return {
        strip.into: Spot(number, top)
        for number, page in enumerate(pages, start=1)
        for strip, top in page
        if isinstance(strip, HeadingStrip) and strip.title and isinstance(strip.into, Node)
    }

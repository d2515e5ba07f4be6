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
_NUMBER_WIDTH = 36.0
_PADDING = 3.0
_GUTTER = 28.0
_TOP_LEVEL = 2
# So few are found faster one below the other.
_FEW = 4
_MOST_LINES = 2


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
    right: float
    spots: Mapping[Node, Spot]
    is_last: bool

    def ground(self, pen: Pen, top: float) -> None:
        """A hairline below the whole entry."""
        if self.is_last:
            pen.rule(self.x, top - self.height, self.right - self.x, Colour.LINE)

    def draw(self, pen: Pen, top: float) -> None:
        """The words, the page, and the way there from all over the line."""
        spot = self.spots[self.entry.target]
        pen.write(self.lines, BODY, self.x, top, self.entry.link)
        if self.is_last:
            # The space stands before it, so that whoever reads the text back reads a word and a number.
            pen.write_right((f" {spot.page}",), BODY, self.right, top, self.entry.link)
        area = (self.x, top - self.height, self.right, top)
        told = f"{plain(self.entry.heading.content)}, page {spot.page}"
        pen.lead_within(self.entry.link, area, told, spot.page, spot.top)


@attrs.frozen(kw_only=True, eq=False)
class ColumnsStrip(Strip):
    """Entries in columns beside each other, each to be read down before the next."""

    columns: tuple[tuple[EntryStrip, ...], ...]

    def ground(self, pen: Pen, top: float) -> None:
        """What lies below the entries."""
        for strip, upper in self._placed(top):
            strip.ground(pen, upper)

    def draw(self, pen: Pen, top: float) -> None:
        """Every column from the same height down."""
        for strip, upper in self._placed(top):
            strip.draw(pen, upper)

    def _placed(self, top: float) -> Iterator[tuple[EntryStrip, float]]:
        for column in self.columns:
            below = top
            for strip in column:
                below -= strip.before
                yield strip, below
                below -= strip.height


def contents_strips(
    entries: Iterable[Entry], caption: Node, typesetter: Typesetter, spots: Mapping[Node, Spot]
) -> Iterator[Strip]:
    """The title of the contents, then every entry, on one page; nothing where there is none.

    More than a few stand in two columns, so that they have room below the key figures of a first page.
    """
    listed = tuple(entries)
    if not listed:
        return
    look = HEADINGS[0]
    title = typesetter.lines((_TITLE,), look, COLUMN)
    yield HeadingStrip(
        lines=title, look=look, into=caption, height=look.leading, before=30, stays_with_next=True
    )
    setter = _Setter(typesetter, spots)
    columns = _in_two(listed, setter) if len(listed) > _FEW else None
    if columns is not None:
        height = max(sum(each.before + each.height for each in column) for column in columns)
        yield ColumnsStrip(columns=columns, height=height)
        return
    strips = [strip for each in listed for strip in setter.strips(each, MARGIN, COLUMN)]
    yield from (attrs.evolve(strip, stays_with_next=True) for strip in strips[:-1])
    yield strips[-1]


@attrs.frozen
class _Setter:
    """Sets entries in a column from `left` on."""

    typesetter: Typesetter
    spots: Mapping[Node, Spot]

    def strips(self, entry: Entry, left: float, width: float) -> tuple[EntryStrip, ...]:
        """The lines of one entry."""
        x = left + _INDENT * (level_of(entry.target) - 2)
        right = left + width
        words = plain(entry.heading.content)
        lines = self.typesetter.lines((words,), BODY, right - _NUMBER_WIDTH - x, entry.heading.sources)
        last = len(lines) - 1
        return tuple(
            EntryStrip(
                lines=(line,),
                entry=entry,
                x=x,
                right=right,
                spots=self.spots,
                is_last=place == last,
                height=BODY.leading + (_PADDING if place == last else 0),
                before=0 if place else _PADDING,
            )
            for place, line in enumerate(lines)
        )


def _in_two(listed: tuple[Entry, ...], setter: _Setter) -> tuple[tuple[EntryStrip, ...], ...] | None:
    """Columns of about one height, the second begun by a heading of the first level; none for long words."""
    width = (COLUMN - _GUTTER) / 2
    lines = [len(setter.strips(each, MARGIN, width)) for each in listed]
    tops = [place for place, each in enumerate(listed) if place and level_of(each.target) == _TOP_LEVEL]
    if not tops or max(lines) > _MOST_LINES:
        return None
    begins = min(tops, key=lambda place: max(sum(lines[:place]), sum(lines[place:])))
    parts = ((MARGIN, listed[:begins]), (MARGIN + width + _GUTTER, listed[begins:]))
    return tuple(
        tuple(strip for each in part for strip in setter.strips(each, left, width)) for left, part in parts
    )


def spots_on(pages: Iterable[Page]) -> dict[Node, Spot]:
    """Where each heading of the pages begins, by its node."""
    return {
        strip.into: Spot(number, top)
        for number, page in enumerate(pages, start=1)
        for strip, top in page
        if isinstance(strip, HeadingStrip) and strip.title and isinstance(strip.into, Node)
    }

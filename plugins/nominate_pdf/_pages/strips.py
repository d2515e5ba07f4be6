"""Strips: what a page is stacked up from. A strip is laid out once, and drawn wherever it comes to stand."""

from __future__ import annotations

import attrs

from nominate_pdf._file.nodes import DECORATION, Place
from nominate_pdf._looks import MARGIN, PAGE_WIDTH, Colour, Look
from nominate_pdf._pages.pen import Pen
from nominate_pdf._setting.lines import Lines


@attrs.frozen(kw_only=True, eq=False)
class Strip:
    """A part of the page as wide as the column: by itself it is space, the others draw something.

    `before` is the space above it, which falls away at the top of a page. `stays_with_next` forbids a new
    page after it. `header` is drawn again above it where it begins a page. All measures are in points.
    """

    height: float
    before: float = 0
    stays_with_next: bool = False
    header: Strip | None = None

    @property
    def begins_in(self) -> float:
        """The least room in which it may begin: its height, or less where it can be split."""
        return self.height

    def split(self, room: float) -> tuple[Strip, Strip]:
        """A part that fits the room, and the rest; asked only where `begins_in` is less than the height."""
        raise NotImplementedError(f"a strip of {self.height} points cannot be split at {room}")

    def ground(self, pen: Pen, top: float) -> None:
        """Draw what lies below all text of the page, with its upper edge at `top`: decoration."""

    def draw(self, pen: Pen, top: float) -> None:
        """Draw what is told, with its upper edge at `top`."""


@attrs.frozen(kw_only=True, eq=False)
class TextStrip(Strip):
    """Lines of one look, perhaps with a mark of their own in front, as a bullet or number is.

    `into` and `mark_into` are what the lines and the mark are part of.
    `inset` is space above the text that belongs to the strip; `bar` is the colour of a line down its left.
    """

    lines: Lines
    look: Look
    into: Place
    x: float = MARGIN
    inset: float = 0
    mark: str = ""
    mark_x: float = 0
    mark_into: Place = DECORATION
    bar: Colour | None = None

    def ground(self, pen: Pen, top: float) -> None:
        """The bar."""
        if self.bar:
            pen.fill(MARGIN, top - self.height, 3, self.height, self.bar)

    def draw(self, pen: Pen, top: float) -> None:
        """The mark, then the lines."""
        if self.mark:
            pen.write((self.mark,), self.look, self.mark_x, top - self.inset, self.mark_into)
        pen.write(self.lines, self.look, self.x, top - self.inset, self.into)


@attrs.frozen(kw_only=True, eq=False)
class HeadingStrip(Strip):
    """A line of a heading; the one with a title is what the outline leads to."""

    lines: Lines
    look: Look
    into: Place
    title: str = ""
    level: int = 0

    def draw(self, pen: Pen, top: float) -> None:
        """The line, and where the outline leads."""
        if self.title:
            pen.bookmark(self.title, self.level, top)
        pen.write(self.lines, self.look, MARGIN, top, self.into)


@attrs.frozen(kw_only=True, eq=False)
class RuleStrip(Strip):
    """A break between two parts."""

    def ground(self, pen: Pen, top: float) -> None:
        """A short line in the middle of the column."""
        width = PAGE_WIDTH / 5
        pen.rule((PAGE_WIDTH - width) / 2, top - self.height / 2, width, Colour.LINE, thickness=1)

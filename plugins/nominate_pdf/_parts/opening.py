"""How a document begins: the logo, a band with its status, title and details, and the standfirst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from nominate import Logo
from nominate.documents import Document, plain
from nominate_pdf._file.nodes import DECORATION, Node, Place
from nominate_pdf._looks import (
    COLUMN,
    DETAIL,
    LONG_TITLE,
    MARGIN,
    PAGE_WIDTH,
    STANDFIRST,
    STATUS,
    TITLE,
    TOP,
    Colour,
    Look,
)
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.strips import Strip, TextStrip
from nominate_pdf._parts.figures import opened
from nominate_pdf._parts.structure import Described
from nominate_pdf._setting.lines import Line, Lines
from nominate_pdf._setting.typesetter import Typesetter

_MOST_TITLE_LINES = 3
_BALANCE_STEPS = 40
_ABOVE_STANDFIRST = 24.0
_WITHIN_BAND = 28.0
_PLATE_ASIDE, _PLATE_ABOVE = 10.0, 4.0
# A logo is fitted into this area, and half of its height around it stays clear.
_LOGO_WIDTH, _LOGO_HEIGHT = 190.0, 52.0
_LOGO_FROM_EDGE = 34.0
_LEAST_CLEAR = 16.0


@attrs.frozen(kw_only=True, eq=False)
class LogoStrip(Strip):
    """The logo at the right of the paper's head, on white, with room around it."""

    # Any: reportlab's reader of pictures has no types for what it gives.
    image: Any
    width: float
    tall: float
    node: Node

    def draw(self, pen: Pen, top: float) -> None:
        """The logo, as it is."""
        bottom = top + TOP - _LOGO_FROM_EDGE - self.tall
        area = (MARGIN + COLUMN - self.width, bottom, self.width, self.tall)
        with pen.figure(self.node, *area):
            pen.picture(self.image, *area)


@attrs.frozen(kw_only=True, eq=False)
class BandStrip(Strip):
    """A line of the band, which is as wide as the paper; `above` is how far the band reaches up.

    A line of which `plate` is wider than nothing stands on a ground of its own, so wide; `inset` is how much
    of the strip is above its text.
    """

    line: Line = ""
    look: Look = TITLE
    into: Place = DECORATION
    above: float = 0
    title: str = ""
    plate: float = 0
    inset: float = 0

    def ground(self, pen: Pen, top: float) -> None:
        """The band, and the plate on it."""
        bottom = top - self.height
        pen.fill(0, bottom, PAGE_WIDTH, self.height + self.above, Colour.MAIN)
        if self.plate:
            pen.fill(MARGIN, bottom, self.plate, self.height, Colour.ON_MAIN)

    def draw(self, pen: Pen, top: float) -> None:
        """The line."""
        if self.title:
            pen.bookmark(self.title, 0, top)
        if self.line:
            aside = _PLATE_ASIDE if self.plate else 0
            pen.write((self.line,), self.look, MARGIN + aside, top - self.inset, self.into)


def opening(
    document: Document, nodes: Described, typesetter: Typesetter, logo: Logo | None
) -> Iterator[Strip]:
    """The strips above the first block."""
    if logo is not None:
        yield _logo(logo, nodes.logo)
    band = [*_status(document, nodes, typesetter), *_title(document, nodes, typesetter)]
    if logo is None:
        yield BandStrip(height=0, above=TOP)
    else:
        yield BandStrip(height=_WITHIN_BAND)
    yield from band
    yield BandStrip(height=_WITHIN_BAND)
    for number, line in enumerate(typesetter.lines(document.standfirst, STANDFIRST, COLUMN)):
        yield TextStrip(
            lines=(line,),
            look=STANDFIRST,
            into=nodes.standfirst,
            height=STANDFIRST.leading,
            before=0 if number else _ABOVE_STANDFIRST,
        )


def _logo(logo: Logo, node: Node) -> LogoStrip:
    node.alt = logo.alt
    height = min(_LOGO_HEIGHT, _LOGO_WIDTH / logo.shape)
    clear = max(_LEAST_CLEAR, height / 2)
    return LogoStrip(
        image=opened(logo.content),
        node=node,
        width=height * logo.shape,
        tall=height,
        height=max(0.0, _LOGO_FROM_EDGE + height + clear - TOP),
    )


def _status(document: Document, nodes: Described, typesetter: Typesetter) -> Iterator[BandStrip]:
    """What may be done with the piece, on a plate: nobody should have to look for it."""
    lines = typesetter.lines((document.status,), STATUS, COLUMN - 2 * _PLATE_ASIDE)
    widest = max((typesetter.line_width(line, STATUS) for line in lines), default=0.0)
    for number, line in enumerate(lines, start=1):
        above = _PLATE_ABOVE if number == 1 else 0
        below = _PLATE_ABOVE if number == len(lines) else 0
        yield BandStrip(
            line=line,
            look=STATUS,
            into=nodes.status,
            height=above + STATUS.leading + below,
            inset=above,
            plate=widest + 2 * _PLATE_ASIDE,
        )
    if lines:
        yield BandStrip(height=16)


def _title(document: Document, nodes: Described, typesetter: Typesetter) -> Iterator[BandStrip]:
    look = TITLE
    if len(typesetter.lines((document.title,), look, COLUMN)) > _MOST_TITLE_LINES:
        look = LONG_TITLE
    for number, line in enumerate(_balanced(document.title, look, typesetter)):
        yield BandStrip(
            line=line,
            look=look,
            into=nodes.title,
            height=look.leading,
            title="" if number else plain(document.title),
        )
    if document.details:
        yield BandStrip(height=12)
    for detail, node in zip(document.details, nodes.details, strict=True):
        for line in typesetter.lines((detail,), DETAIL, COLUMN):
            yield BandStrip(line=line, look=DETAIL, into=node, height=DETAIL.leading)


def _balanced(title: str, look: Look, typesetter: Typesetter) -> Lines:
    """The title on as few lines as it needs, which are about as long as each other."""
    lines = typesetter.lines((title,), look, COLUMN)
    for part in range(_BALANCE_STEPS - 1, _BALANCE_STEPS // 2, -1):
        narrower = typesetter.lines((title,), look, COLUMN * part / _BALANCE_STEPS)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines

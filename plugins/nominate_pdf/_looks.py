"""How the PDF looks: what each colour is for, sizes and measures, all in points.

Body text is 12 points and nothing is below 9. The colours themselves are a brand's.
"""

from __future__ import annotations

from enum import Enum

import attrs


class Colour(Enum):
    """What a colour is for; the value is its name in a brand."""

    INK = "ink"
    QUIET = "quiet"
    MAIN = "main"
    ON_MAIN = "on_main"
    QUIET_ON_MAIN = "quiet_on_main"
    LINK = "link"
    TINT = "tint"
    LINE = "line"

    # By Enum itself the hash is made of the name each time, and each line of a page asks for it.
    __hash__ = object.__hash__


PAIRINGS = (
    *((text, None) for text in (Colour.INK, Colour.QUIET, Colour.MAIN, Colour.LINK)),
    *((text, Colour.TINT) for text in (Colour.INK, Colour.QUIET, Colour.MAIN, Colour.LINK)),
    (Colour.MAIN, Colour.ON_MAIN),
    *((text, Colour.MAIN) for text in (Colour.ON_MAIN, Colour.QUIET_ON_MAIN)),
)
"""Every colour of text with each ground that it stands on; without one, the paper."""


class Face(Enum):
    """A cut of the family that the PDF is set in; the value is the part of its file's name."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    ITALIC = "Italic"

    # See `Colour`.
    __hash__ = object.__hash__


# Compared by identity: each line of a page asks what was made for its look.
@attrs.frozen(kw_only=True, eq=False)
class Look:
    """How a text is set: its face, its size, the distance of its lines, its colour."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: Colour = Colour.INK


BODY = Look(size=12, leading=18)
STANDFIRST = Look(size=13.5, leading=21)
STATUS = Look(size=11, leading=16, face=Face.SEMIBOLD, colour=Colour.MAIN)
TITLE = Look(size=26, leading=33, face=Face.BOLD, colour=Colour.ON_MAIN)
LONG_TITLE = Look(size=19, leading=25, face=Face.BOLD, colour=Colour.ON_MAIN)
DETAIL = Look(size=10.5, leading=15.5, colour=Colour.QUIET_ON_MAIN)
CAPTION = Look(size=10.5, leading=15, face=Face.SEMIBOLD)
CELL = Look(size=9.5, leading=13.5)
CELL_NAME = Look(size=9.5, leading=13.5, face=Face.SEMIBOLD)
CELL_HEADER = Look(size=9.5, leading=13.5, face=Face.SEMIBOLD, colour=Colour.MAIN)
LABEL = Look(size=10.5, leading=14.5)
ATTRIBUTION = Look(size=10.5, leading=15.5, colour=Colour.QUIET)
NOTE = Look(size=9, leading=12, colour=Colour.QUIET)

NUMERALS = tuple(
    Look(size=size, leading=1.3 * size, face=Face.BOLD, colour=Colour.MAIN) for size in (28, 21, 15)
)
"""The looks of a key figure, of which the first is taken that fits its tile."""

HEADINGS = (
    Look(size=19, leading=25, face=Face.SEMIBOLD, colour=Colour.MAIN),
    Look(size=14, leading=20, face=Face.SEMIBOLD),
    Look(size=12, leading=18, face=Face.SEMIBOLD),
)
"""The looks of headings from level 2 on; those below the last look like it."""

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4."""
MARGIN = 57.0
TOP, BOTTOM = 68.0, 72.0
"""From the edge of the paper to the text; the header and footer stand within."""
COLUMN = PAGE_WIDTH - 2 * MARGIN
CELL_PADDING = 5.5

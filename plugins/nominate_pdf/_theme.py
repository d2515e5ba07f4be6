"""How the PDF looks: colours, sizes and measures, all in points.

Body text is 12 points and nothing is below 9; every pair of a text colour and its ground has a contrast of
at least 7 to 1 (WCAG 2.2, AAA), which a test computes.
"""

from __future__ import annotations

from enum import Enum

import attrs

INK = "#1A1F2B"
MUTED = "#4A5463"
ACCENT = "#0F4C5C"
LINK = "#0B5578"
TINT = "#EDF3F4"
LINE = "#C3D0D3"
WHITE = "#FFFFFF"
PALE = "#DCEBEE"


class Face(Enum):
    """A cut of the one family that the PDF is set in; the value is the part of its file's name."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"
    ITALIC = "Italic"


@attrs.frozen(kw_only=True, cache_hash=True)
class Look:
    """How a text is set: its face, its size, the distance of its lines, its colour."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    colour: str = INK


BODY = Look(size=12, leading=18)
STANDFIRST = Look(size=13.5, leading=21)
STATUS = Look(size=11, leading=16, face=Face.SEMIBOLD, colour=PALE)
TITLE = Look(size=26, leading=33, face=Face.BOLD, colour=WHITE)
LONG_TITLE = Look(size=19, leading=25, face=Face.BOLD, colour=WHITE)
CAPTION = Look(size=10.5, leading=15, face=Face.SEMIBOLD)
CELL = Look(size=9.5, leading=13.5)
CELL_NAME = Look(size=9.5, leading=13.5, face=Face.SEMIBOLD)
CELL_HEADER = Look(size=9.5, leading=13.5, face=Face.SEMIBOLD, colour=ACCENT)
ATTRIBUTION = Look(size=10.5, leading=15.5, colour=MUTED)
NOTE = Look(size=9, leading=12, colour=MUTED)

HEADINGS = (
    Look(size=19, leading=25, face=Face.SEMIBOLD, colour=ACCENT),
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

"""Lines of set text, and the pieces that they are made of."""

from __future__ import annotations

from typing import TypeGuard

import attrs

from nominate.documents import Link
from nominate_pdf._looks import Face


@attrs.frozen
class Piece:
    """Letters of one font within a line, perhaps of a link.

    `place` tells two links of one text apart, and `rank` is that of their font in the chain.
    """

    text: str
    face: Face
    link: Link | None = None
    place: int = 0
    rank: int = 0


Line = str | tuple[Piece, ...]
"""A line in the face and colour of its look, or pieces that differ.

A line that was wrapped ends with a space, so that whoever reads the text back reads its words apart.
"""

Lines = tuple[Line, ...]
"""The lines of one text: all of them plain, or all of pieces."""


def are_plain(lines: Lines) -> TypeGuard[tuple[str, ...]]:
    """Whether lines, of which there is one at least, have no pieces that differ."""
    return isinstance(lines[0], str)


def said_by(line: Line) -> str:
    """The text of a line."""
    return line if isinstance(line, str) else "".join(piece.text for piece in line)

"""What stands at the head and foot of each page: it repeats what the reader of one page must know."""

from __future__ import annotations

from nominate.documents import Document
from nominate_pdf._file.nodes import FOOTER, HEADER
from nominate_pdf._looks import BOTTOM, COLUMN, MARGIN, NOTE, PAGE_HEIGHT, Colour
from nominate_pdf._pages.pen import Pen
from nominate_pdf._setting.lines import Lines, said_by
from nominate_pdf._setting.typesetter import Typesetter

_ELLIPSIS = "…"
_GAP = 24.0
_HEAD = PAGE_HEIGHT - 34
_FOOT = BOTTOM - 28


class Furniture:
    """Draws the header and the footer of one document's pages, of which nothing is read out again."""

    def __init__(self, document: Document, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._document = document
        self._details = " · ".join(document.details)
        # Nearly every page says the same in the same room.
        self._cuts: dict[tuple[str, float], Lines] = {}

    def ground(self, pen: Pen) -> None:
        """The line above the foot."""
        pen.rule(MARGIN, BOTTOM - 22, COLUMN, Colour.LINE)

    def draw(self, pen: Pen, number: int, total: int) -> None:
        """Whose it is and the status above, except where the band says so; title, page and details below."""
        if number > 1:
            self._head(pen)
        counted = f"Page {number} of {total}"
        room = COLUMN - self._width(counted) - _GAP
        pen.write(self._cut(self._document.title, room), NOTE, MARGIN, _FOOT, FOOTER)
        if self._details:
            pen.write(self._cut(self._details, COLUMN), NOTE, MARGIN, _FOOT - NOTE.leading, FOOTER)
        pen.write_right((counted,), NOTE, MARGIN + COLUMN, _FOOT, FOOTER)

    def _head(self, pen: Pen) -> None:
        status = self._cut(self._document.status, COLUMN)
        taken = sum(self._typesetter.line_width(line, NOTE) for line in status)
        room = COLUMN - taken - _GAP
        if self._document.author and room > COLUMN / 3:
            pen.write(self._cut(self._document.author, room), NOTE, MARGIN, _HEAD, HEADER)
        pen.write_right(status, NOTE, MARGIN + COLUMN, _HEAD, HEADER)

    def _width(self, text: str) -> float:
        return self._typesetter.ruler(NOTE.face, NOTE.size)(text)

    def _cut(self, text: str, width: float) -> Lines:
        """The text on one line, with an ellipsis where it does not fit."""
        found = self._cuts.get((text, width))
        if found is None:
            found = self._cuts[text, width] = self._cut_anew(text, width)
        return found

    def _cut_anew(self, text: str, width: float) -> Lines:
        said = (text.replace("\n", " "),)
        lines = self._typesetter.lines(said, NOTE, width)
        if len(lines) < 2:
            return lines
        first = self._typesetter.lines(said, NOTE, width - self._width(_ELLIPSIS))[0]
        return self._typesetter.lines((f"{said_by(first).rstrip()}{_ELLIPSIS}",), NOTE, width)

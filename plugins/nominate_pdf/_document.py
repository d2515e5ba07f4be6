"""A document as a PDF file: its title band, its blocks, and what stands at the head and foot of each page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from nominate.documents import Document, plain
from nominate.errors import Problem
from nominate_pdf._archiving import make_archival
from nominate_pdf._blocks import Layout
from nominate_pdf._file import PackedFile, inner_document
from nominate_pdf._fonts import FontChain, stands_alone
from nominate_pdf._letters import Letters
from nominate_pdf._looks import (
    BOTTOM,
    COLUMN,
    LONG_TITLE,
    MARGIN,
    NOTE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    STANDFIRST,
    STATUS,
    TITLE,
    TOP,
    Colour,
    Face,
    Look,
)
from nominate_pdf._metadata import Metadata
from nominate_pdf._pages import paged
from nominate_pdf._pen import Pen
from nominate_pdf._setting import Lines, Typesetter, said_by
from nominate_pdf._strips import BandStrip, Strip, TextStrip
from nominate_pdf._structure import Described, described
from nominate_pdf._tagging import FOOTER, HEADER, Tagging
from nominate_pdf._theme import Theme

_MOST_TITLE_LINES = 3
_BALANCE_STEPS = 40
_ELLIPSIS = "…"


def write_document(
    document: Document, out: BinaryIO, *, made: datetime, theme: Theme, is_archival: bool = False
) -> tuple[Problem, ...]:
    """Write the file; gives what could not be printed as it is, in reading order.

    `made` is the moment that the file tells as its own: the one that its content is as of.
    `is_archival` makes it PDF/A-2a as well as PDF/UA-1.
    """
    letters = Letters(theme.fonts.lacking, stands_alone=stands_alone)
    typesetter = Typesetter(theme.fonts, letters)
    layout = Layout(typesetter)
    nodes = described(document)
    strips = [
        *_opening(document, nodes, typesetter),
        *layout.strips(document.blocks, nodes.blocks),
    ]
    pages = paged(strips, top=PAGE_HEIGHT - TOP, bottom=BOTTOM)
    canvas = _canvas(document, out, theme.fonts)
    file = PackedFile(canvas, out)
    tagging = Tagging(canvas, file, nodes.root)
    pen = Pen(canvas, theme, typesetter, tagging)
    furniture = _Furniture(document, typesetter)
    for number, page in enumerate(pages, start=1):
        for strip, top in page:
            strip.draw(pen, top)
        furniture.draw(pen, number, len(pages))
        pen.turn()
    tagging.finish()
    _metadata(document, made, is_archival=is_archival).write(canvas, file)
    if is_archival:
        make_archival(canvas, file)
    file.complete()
    return (*letters.problems, *layout.problems)


def _metadata(document: Document, made: datetime, *, is_archival: bool) -> Metadata:
    return Metadata(
        title=plain(document.title),
        author=document.author,
        subject=plain(document.standfirst),
        language=document.language,
        made=made,
        is_archival=is_archival,
    )


def _canvas(document: Document, out: BinaryIO, fonts: FontChain) -> Canvas:
    # Without a first font of ours, every file names Helvetica, which is not embedded.
    # Any: the published types of reportlab want a number for that name.
    first_font: Any = fonts.font(Face.REGULAR).fontName
    canvas = Canvas(
        out,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageCompression=0,
        invariant=1,
        pdfVersion=(1, 7),
        initialFontName=first_font,
        lang=document.language,
    )
    # Compressed, but not written out as ASCII on top, as reportlab does by itself or as its settings say.
    inner_document(canvas).defaultStreamFilters = [PDFZCompress]
    canvas.showOutline()
    return canvas


def _opening(document: Document, nodes: Described, typesetter: Typesetter) -> Iterator[Strip]:
    """The band with the status and title, and the standfirst below it."""
    yield from _band(document, nodes, typesetter)
    lines = typesetter.lines(document.standfirst, STANDFIRST, COLUMN)
    for number, line in enumerate(lines):
        yield TextStrip(
            lines=(line,),
            look=STANDFIRST,
            into=nodes.standfirst,
            height=STANDFIRST.leading,
            before=0 if number else 24,
        )


def _band(document: Document, nodes: Described, typesetter: Typesetter) -> Iterator[Strip]:
    look = TITLE
    if len(typesetter.lines((document.title,), look, COLUMN)) > _MOST_TITLE_LINES:
        look = LONG_TITLE
    title = _balanced(document.title, look, typesetter)
    status = typesetter.lines((document.status,), STATUS, COLUMN)
    told = [*((line, STATUS) for line in status), *((line, look) for line in title)]
    for number, (line, of_line) in enumerate(told):
        is_first_of_title = number == len(status)
        yield BandStrip(
            lines=(line,),
            look=of_line,
            into=nodes.status if number < len(status) else nodes.title,
            height=of_line.leading,
            ground=Colour.MAIN,
            above=0 if number else TOP,
            title=plain(document.title) if is_first_of_title else "",
        )
        if number == len(status) - 1:
            yield BandStrip(look=STATUS, height=10, ground=Colour.MAIN)
    yield BandStrip(look=STATUS, height=30, ground=Colour.MAIN)


def _balanced(title: str, look: Look, typesetter: Typesetter) -> Lines:
    """The title on as few lines as it needs, which are about as long as each other."""
    lines = typesetter.lines((title,), look, COLUMN)
    for part in range(_BALANCE_STEPS - 1, _BALANCE_STEPS // 2, -1):
        narrower = typesetter.lines((title,), look, COLUMN * part / _BALANCE_STEPS)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


class _Furniture:
    """What stands at the head and foot of a page: it repeats what the reader of one page must know."""

    def __init__(self, document: Document, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._title = document.title
        self._status = document.status

    def draw(self, pen: Pen, number: int, total: int) -> None:
        """The status above, except below the title band; the title and the number of the page below."""
        if number > 1 and self._status:
            pen.write(self._cut(self._status, COLUMN), NOTE, MARGIN, PAGE_HEIGHT - 34, HEADER)
        pen.rule(MARGIN, BOTTOM - 22, COLUMN, Colour.LINE)
        counted = f"Page {number} of {total}"
        width = self._typesetter.ruler(NOTE.face, NOTE.size)(counted)
        top = BOTTOM - 28
        pen.write(self._cut(self._title, COLUMN - width - 24), NOTE, MARGIN, top, FOOTER)
        pen.write_right((counted,), NOTE, MARGIN + COLUMN, top, FOOTER)

    def _cut(self, text: str, width: float) -> Lines:
        """The text on one line, with an ellipsis where it does not fit."""
        said = (text.replace("\n", " "),)
        lines = self._typesetter.lines(said, NOTE, width)
        if len(lines) < 2:
            return lines
        room = width - self._typesetter.ruler(NOTE.face, NOTE.size)(_ELLIPSIS)
        first = self._typesetter.lines(said, NOTE, room)[0]
        return self._typesetter.lines((f"{said_by(first).rstrip()}{_ELLIPSIS}",), NOTE, width)

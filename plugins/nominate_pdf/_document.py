"""A document as a PDF file: its title band, its blocks, and what stands at the head and foot of each page."""

from __future__ import annotations

from datetime import datetime
from itertools import chain
from typing import BinaryIO

from nominate.documents import Document, plain
from nominate.errors import Problem
from nominate_pdf._file.archiving import colours_told
from nominate_pdf._file.metadata import Metadata
from nominate_pdf._file.nodes import Node
from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.pages import Pages
from nominate_pdf._file.tagging import Tagging
from nominate_pdf._fonts.chain import stands_alone
from nominate_pdf._fonts.coding import Coding
from nominate_pdf._fonts.letters import Letters
from nominate_pdf._looks import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, TOP
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.stacking import Page, paged
from nominate_pdf._parts.blocks import Layout
from nominate_pdf._parts.contents import Spot, contents_strips, spots_on
from nominate_pdf._parts.furniture import Furniture
from nominate_pdf._parts.opening import opening
from nominate_pdf._parts.structure import described
from nominate_pdf._setting.typesetter import Typesetter
from nominate_pdf._theme import Theme


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
    spots: dict[Node, Spot] = {}
    first = nodes.above_contents
    strips = chain(
        opening(document, nodes, typesetter, theme.logo),
        layout.strips(document.blocks[:first], nodes.blocks[:first]),
        contents_strips(nodes.contents, nodes.contents_title, typesetter, spots),
        layout.strips(document.blocks[first:], nodes.blocks[first:]),
    )
    pages = paged(strips, top=PAGE_HEIGHT - TOP, bottom=BOTTOM)
    spots |= spots_on(pages)
    file = PackedFile(out)
    coding = Coding(file)
    sheets = Pages(file, width=PAGE_WIDTH, height=PAGE_HEIGHT, fonts=coding.number)
    tagging = Tagging(sheets, file, nodes.root)
    pen = Pen(sheets, coding, theme, typesetter, tagging)
    _draw(pages, pen, Furniture(document, typesetter))
    coding.write()
    told = _metadata(document, made, is_archival=is_archival)
    catalogue = [sheets.finish(), tagging.finish(), told.write(file)]
    if is_archival:
        catalogue.append(colours_told(file))
    file.complete(f"<</Type/Catalog{''.join(catalogue)}>>", told.information())
    return (*letters.problems, *layout.problems)


def _draw(pages: list[Page], pen: Pen, furniture: Furniture) -> None:
    for number, page in enumerate(pages, start=1):
        # All that lies below text comes first, so that each page has it as one mark.
        furniture.ground(pen)
        for strip, top in page:
            strip.ground(pen, top)
        for strip, top in page:
            strip.draw(pen, top)
        furniture.draw(pen, number, len(pages))
        pen.turn()
        # What is drawn is let go: a long table needs its memory for the tree.
        page.clear()


def _metadata(document: Document, made: datetime, *, is_archival: bool) -> Metadata:
    return Metadata(
        title=plain(document.title),
        author=document.author,
        subject=plain(document.standfirst),
        language=document.language,
        made=made,
        is_archival=is_archival,
    )

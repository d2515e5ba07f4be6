"""A document as a page of its own to read, search and print: contents, tiles, charts, a publisher's colours.

It needs no script and nothing but itself. Everything works at the width of a telephone, in the dark, in
forced colours, with a keyboard alone, and on paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nominate.documents.characters import one_line
from nominate.documents.tree.blocks import Block, Document, Figure, Heading
from nominate.documents.tree.charts import Chart, KeyFigures
from nominate.documents.tree.inlines import plain
from nominate.documents.tree.tables import Table
from nominate.documents.web.article import as_it_stands, block_html, inlines_html
from nominate.documents.web.escaping import as_attribute, as_text
from nominate.documents.web.pages import report_page
from nominate.documents.web.report_style import ReportLook, style_of
from nominate.documents.web.svg import chart_svg

__all__ = ["to_report"]

# In pixels of usual text: as wide as the column, and as a telephone's screen of 320 less its margins.
_WIDE, _SMALL = 640, 280
_NO_LETTERS = re.compile(r"[\W_]+")
# Two columns reflow on the smallest screen; with more, the table alone scrolls, and the keyboard reaches it.
_MOST_COLUMNS_AT_REST = 2
# How wide columns are before a table scrolls, in rem; in narrower ones, words would break.
_TEXT_COLUMN, _NUMBER_COLUMN, _WIDEST_AT_REST = 9, 6, 34
_LONGEST_OF_A_SMALL_TILE = 5


def to_report(
    document: Document, *, look: ReportLook | None = None, logo: Figure | None = None, is_public: bool = True
) -> str:
    """The document as one whole page; its headings are linked from a table of contents where it asks for one.

    Each chart is a picture with the table of its figures beside it. `logo` stands at the top with its words.
    A page that is not public asks search engines to pass it by.

    >>> "<h1>Two win</h1>" in to_report(Document(title="Two win", blocks=()))
    True
    """
    headings = _named(document)
    nav = _contents(headings) if document.has_contents and len(headings) > 1 else ""
    blocks = "".join(_block(block, headings, place) for place, block in enumerate(document.blocks))
    standfirst = inlines_html(document.standfirst)
    opening = f'<p class="standfirst">{standfirst}</p>\n' if standfirst else ""
    skip = '<a class="skip" href="#main">Skip to the text</a>\n' if nav else ""
    width = "with-contents" if nav else "alone"
    body = (
        f'{skip}<header class="{width}">\n{_logo(logo)}{_band(document)}</header>\n'
        f'<div class="sheet {width}">\n{nav}'
        f'<main id="main" tabindex="-1">\n{opening}{blocks}</main>\n</div>\n'
    )
    return report_page(document, body=body, style=style_of(look or ReportLook()), is_public=is_public)


def _logo(logo: Figure | None) -> str:
    if logo is None:
        return ""
    return f'<p class="logo"><img {as_it_stands(logo)} alt="{as_attribute(logo.alt)}"></p>\n'


def _band(document: Document) -> str:
    status = f'<p class="status">{as_text(document.status)}</p>\n' if document.status.strip() else ""
    details = "".join(f'<p class="details">{as_text(each)}</p>\n' for each in document.details)
    title = as_text(one_line(document.title))
    return f'<div class="band">\n{status}<h1>{title}</h1>\n{details}</div>\n'


def _named(document: Document) -> dict[int, tuple[Heading, str]]:
    """Each heading that says something with the name that links lead to, by its place among the blocks."""
    taken = {"main", "contents"}
    found: dict[int, tuple[Heading, str]] = {}
    for place, block in enumerate(document.blocks):
        if isinstance(block, Heading) and plain(block.content).strip():
            name = base = _NO_LETTERS.sub("-", plain(block.content).lower()).strip("-") or "section"
            number = 1
            while name in taken:
                number += 1
                name = f"{base}-{number}"
            taken.add(name)
            found[place] = (block, name)
    return found


def _contents(headings: Mapping[int, tuple[Heading, str]]) -> str:
    """The headings of the two upper levels, those of the lower one below the one that they belong to."""
    lines = ['<nav aria-labelledby="contents">\n<h2 id="contents">Contents</h2>\n<ul>\n']
    is_below = False
    for heading, name in headings.values():
        if heading.level > 3:
            continue
        if heading.level == 3 and not is_below:
            lines.append("<ul>\n")
        elif heading.level == 2 and is_below:
            lines.append("</ul>\n")
        is_below = heading.level == 3
        lines.append(f'<li><a href="#{name}">{as_text(one_line(plain(heading.content)))}</a>')
    return "".join((*lines, "</ul>\n" if is_below else "", "</ul>\n</nav>\n"))


def _block(block: Block, headings: Mapping[int, tuple[Heading, str]], place: int) -> str:
    match block:
        case Heading() if place in headings:
            name = headings[place][1]
            return f'<h{block.level} id="{name}">{inlines_html(block.content)}</h{block.level}>\n'
        case Heading():
            return ""
        case Table():
            return _table(block)
        case Chart():
            # No name of a heading holds such a line.
            return _chart(block, f"chart_{place}")
        case KeyFigures():
            return _tiles(block)
        case _:
            return block_html(block, as_it_stands)


def _tiles(block: KeyFigures) -> str:
    tiles = "".join(f"<li>{inlines_html(phrase)}</li>\n" for phrase in block.phrases)
    is_long = any(len(each.value) > _LONGEST_OF_A_SMALL_TILE for each in block.figures)
    return f'<ul class="figures{" long" if is_long else ""}">\n{tiles}</ul>\n' if tiles else ""


def _table(table: Table) -> str:
    rows = block_html(table, as_it_stands)
    if len(table.header) <= _MOST_COLUMNS_AT_REST:
        return rows
    numbers = len(set(table.number_columns))
    texts = len(table.header) - numbers
    least = min(texts * _TEXT_COLUMN + numbers * _NUMBER_COLUMN, _WIDEST_AT_REST)
    label = as_attribute(table.caption)
    return (
        f'<div class="scrolls" role="group" aria-label="{label}" tabindex="0" style="--least: {least}rem">\n'
        f"{rows}</div>\n"
    )


def _chart(chart: Chart, name: str) -> str:
    caption = as_text(one_line(chart.caption))
    return (
        f'<figure class="chart">\n<figcaption>{caption}</figcaption>\n'
        f"{chart_svg(chart, width=_WIDE, name=f'{name}_wide', kind='wide')}"
        f"{chart_svg(chart, width=_SMALL, name=f'{name}_small', kind='small')}"
        f"<details>\n<summary>{caption}: the figures in a table</summary>\n{_table(chart.table)}</details>\n"
        "</figure>\n"
    )

"""A document as HTML: semantic, without scripts, and alike in every browser and content system."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable

from nominate.documents.characters import cleaned, one_line
from nominate.documents.tree.blocks import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Item,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
)
from nominate.documents.tree.charts import Chart, KeyFigures
from nominate.documents.tree.inlines import Content, Emphasis, Link, Strong, encoded_url
from nominate.documents.tree.tables import Table
from nominate.documents.web.escaping import as_attribute, as_text
from nominate.documents.web.metadata import Metadata
from nominate.documents.web.pages import web_page

__all__ = ["article", "as_it_stands", "block_html", "inlines_html", "to_html"]

Showing = Callable[[Figure], str]
"""The attributes of `img` that show the picture of a figure; empty where there is none to show."""


def to_html(document: Document, *, whole_page: bool = False, metadata: Metadata | None = None) -> str:
    """An `article` to paste into a content system, or with `whole_page` a page that stands alone.

    A page holds its pictures. `metadata` is told to machines in its head, so it makes a page, too.

    >>> print(to_html(Document(title="R&D wins", blocks=[Paragraph(content="1 < 2")])), end="")
    <article lang="en-GB">
    <h1>R&amp;D wins</h1>
    <p>1 &lt; 2</p>
    </article>
    """
    if whole_page or metadata is not None:
        return web_page(document, article(document), metadata)
    return article(document, language=document.language)


def article(document: Document, *, language: str = "", showing: Showing | None = None) -> str:
    r"""The document as an `article`; `language` where nothing around it says which.

    >>> article(Document(title="Two win", blocks=()))
    '<article>\n<h1>Two win</h1>\n</article>\n'
    """
    spoken = f' lang="{as_attribute(language)}"' if language else ""
    status = f'<p class="status">{as_text(document.status)}</p>\n' if document.status.strip() else ""
    details = "".join([f'<p class="details">{as_text(each)}</p>\n' for each in document.details])
    standfirst = (
        f'<p class="standfirst">{inlines_html(document.standfirst)}</p>\n' if document.standfirst else ""
    )
    title = as_text(one_line(document.title))
    shown = showing or as_it_stands
    blocks = "".join([block_html(block, shown) for block in document.blocks])
    return f"<article{spoken}>\n{status}<h1>{title}</h1>\n{details}{standfirst}{blocks}</article>\n"


def block_html(block: Block, showing: Showing) -> str:  # noqa: PLR0911 - one for each sort of block
    r"""One block by itself; `showing` says how a page gets at its pictures.

    >>> block_html(Heading(content="R&D"), as_it_stands)
    '<h2>R&amp;D</h2>\n'
    """
    match block:
        case Paragraph():
            return f"<p>{inlines_html(block.content)}</p>\n" if block.content else ""
        case Heading():
            return f"<h{block.level}>{inlines_html(block.content)}</h{block.level}>\n"
        case Bullets() | NumberedList():
            return _list(block)
        case Quotation():
            return _quotation(block)
        case Table():
            return _table(block)
        case KeyFigures():
            return _key_figures(block)
        case Chart():
            return _table(block.table)
        case Figure():
            return _figure(block, showing)
        case Rule():
            return "<hr>\n"


def _list(block: Bullets | NumberedList) -> str:
    name = "ul" if isinstance(block, Bullets) else "ol"
    return f"<{name}>\n{''.join(map(_item, block.items))}</{name}>\n" if block.items else ""


def _item(item: Item) -> str:
    below = f"\n{_list(item.below)}" if item.below else ""
    return f"<li>{inlines_html(item.content)}{below}</li>\n"


def _quotation(block: Quotation) -> str:
    cite = f' cite="{as_attribute(encoded_url(block.url))}"' if block.url else ""
    said = "".join(f"<p>{inlines_html(paragraph)}</p>\n" for paragraph in block.paragraphs)
    words = f"<blockquote{cite}>\n{said}</blockquote>\n"
    if not block.attribution:
        return words
    return f"<figure>\n{words}<figcaption>— {inlines_html(block.attribution)}</figcaption>\n</figure>\n"


def _key_figures(block: KeyFigures) -> str:
    told = "".join(f"<li>{inlines_html(phrase)}</li>\n" for phrase in block.phrases)
    return f'<ul class="figures">\n{told}</ul>\n' if told else ""


def _table(block: Table) -> str:
    header = "".join(
        f'<th scope="col"{_number_class(block, column)}>{inlines_html(cell)}</th>'
        for column, cell in enumerate(block.header)
    )
    rows = "".join(f"<tr>{_row(block, row)}</tr>\n" for row in block.rows)
    return (
        f"<table>\n<caption>{as_text(block.caption)}</caption>\n"
        f"<thead>\n<tr>{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(block: Table, row: Iterable[Content]) -> str:
    return "".join(
        f'<th scope="row"{_number_class(block, column)}>{inlines_html(cell)}</th>'
        if block.has_row_headers and column == 0
        else f"<td{_number_class(block, column)}>{inlines_html(cell)}</td>"
        for column, cell in enumerate(row)
    )


def _number_class(block: Table, column: int) -> str:
    return ' class="number"' if column in block.number_columns else ""


def as_it_stands(figure: Figure) -> str:
    """The attributes that show a picture within the page itself, or at its address.

    >>> as_it_stands(Figure(alt="A cup", image=b"GIF89a"))
    'src="data:image/gif;base64,R0lGODlh"'
    """
    address = encoded_url(figure.url)
    if figure.image:
        address = f"data:{figure.media_type};base64,{base64.b64encode(figure.image).decode()}"
    return f'src="{as_attribute(address)}"' if address else ""


def _figure(block: Figure, showing: Showing) -> str:
    shown = showing(block)
    picture = (
        f'<img {shown} alt="{as_attribute(block.alt)}">'
        if shown
        else f"<p>{as_text(one_line(block.words))}</p>"
    )
    credit = f"<small>{as_text(block.credit)}</small>" if block.credit else ""
    told = " ".join(part for part in (inlines_html(block.caption), credit) if part)
    caption = f"<figcaption>{told}</figcaption>\n" if told else ""
    return f"<figure>\n{picture}\n{caption}</figure>\n"


def inlines_html(content: Content) -> str:
    """The content as it stands within an element.

    >>> inlines_html((Strong(text="2 < 3"),))
    '<strong>2 &lt; 3</strong>'
    """
    # Nearly all of it is plain text, which needs no further asking.
    return "".join([as_text(each) if isinstance(each, str) else _marked(each) for each in content])


def _marked(inline: Link | Strong | Emphasis) -> str:
    match inline:
        case Link():
            url = as_attribute(encoded_url(inline.url))
            return f'<a href="{url}">{as_text(_unbroken(inline.text))}</a>'
        case Strong():
            return f"<strong>{as_text(_unbroken(inline.text))}</strong>"
        case Emphasis():
            return f"<em>{as_text(_unbroken(inline.text))}</em>"


def _unbroken(text: str) -> str:
    told = cleaned(text)
    return told.replace("\n", " ") if "\n" in told else told

"""A document as HTML: semantic, without scripts, and alike in every browser and content system."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from html import escape

from nominate.documents.blocks import (
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
    Table,
)
from nominate.documents.characters import cleaned, one_line
from nominate.documents.inlines import Content, Emphasis, Inline, Link, Strong, encoded_url, plain

__all__ = ["to_html"]

# Body text of at least 16 pixels, lines of about 70 characters and a contrast above 7 to 1 (WCAG 2.2, AAA).
_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.5em 0 0.5em; }
.status { font-weight: bold; }
.standfirst { font-size: 1.25rem; }
figure { margin: 1.5rem 0; }
blockquote { margin: 0; padding-left: 1rem; border-left: 0.25rem solid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; text-align: left; padding: 0.5rem 0; }
th, td { border-bottom: 1px solid; padding: 0.4rem 0.6rem 0.4rem 0; text-align: left; vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
@media print {
  body { font: 12pt/1.4 sans-serif; max-width: none; margin: 0; padding: 0; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  figure, tr, blockquote p { break-inside: avoid; }
  thead { display: table-header-group; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; word-break: break-all; }
}
"""
# The page needs nothing but itself and its pictures; no script may run even if one got in.
_POLICY = "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'"


def to_html(document: Document, *, whole_page: bool = False) -> str:
    """An `article` to paste into a content system, or with `whole_page` a page that stands alone.

    >>> print(to_html(Document(title="R&D wins", blocks=[Paragraph(content="1 < 2")])), end="")
    <article lang="en-GB">
    <h1>R&amp;D wins</h1>
    <p>1 &lt; 2</p>
    </article>
    """
    language = _attribute(document.language)
    status = f'<p class="status">{_text(document.status)}</p>\n' if document.status.strip() else ""
    standfirst = f'<p class="standfirst">{_inlines(document.standfirst)}</p>\n' if document.standfirst else ""
    title = _text(one_line(document.title))
    body = f"{status}<h1>{title}</h1>\n{standfirst}" + "".join(map(_block, document.blocks))
    if whole_page:
        return _page(document, f"<article>\n{body}</article>\n", language)
    return f'<article lang="{language}">\n{body}</article>\n'


def _page(document: Document, article: str, language: str) -> str:
    told = (("author", document.author), ("description", plain(document.standfirst)))
    metas = "".join(f'<meta name="{name}" content="{_attribute(said)}">\n' for name, said in told if said)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(one_line(document.title))}</title>\n{metas}<style>\n{_STYLE}</style>\n"
        f"</head>\n<body>\n<main>\n{article}</main>\n</body>\n</html>\n"
    )


def _block(block: Block) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph():
            return f"<p>{_inlines(block.content)}</p>\n" if block.content else ""
        case Heading():
            return f"<h{block.level}>{_inlines(block.content)}</h{block.level}>\n"
        case Bullets() | NumberedList():
            return _list(block)
        case Quotation():
            return _quotation(block)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Rule():
            return "<hr>\n"


def _list(block: Bullets | NumberedList) -> str:
    name = "ul" if isinstance(block, Bullets) else "ol"
    return f"<{name}>\n{''.join(map(_item, block.items))}</{name}>\n" if block.items else ""


def _item(item: Item) -> str:
    below = f"\n{_list(item.below)}" if item.below else ""
    return f"<li>{_inlines(item.content)}{below}</li>\n"


def _quotation(block: Quotation) -> str:
    cite = f' cite="{_attribute(encoded_url(block.url))}"' if block.url else ""
    said = "".join(f"<p>{_inlines(paragraph)}</p>\n" for paragraph in block.paragraphs)
    words = f"<blockquote{cite}>\n{said}</blockquote>\n"
    if not block.attribution:
        return words
    return f"<figure>\n{words}<figcaption>— {_inlines(block.attribution)}</figcaption>\n</figure>\n"


def _table(block: Table) -> str:
    header = "".join(
        f'<th scope="col"{_number_class(block, column)}>{_inlines(cell)}</th>'
        for column, cell in enumerate(block.header)
    )
    rows = "".join(f"<tr>{_row(block, row)}</tr>\n" for row in block.rows)
    return (
        f"<table>\n<caption>{_text(block.caption)}</caption>\n"
        f"<thead>\n<tr>{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _row(block: Table, row: Iterable[Content]) -> str:
    return "".join(
        f'<th scope="row"{_number_class(block, column)}>{_inlines(cell)}</th>'
        if block.has_row_headers and column == 0
        else f"<td{_number_class(block, column)}>{_inlines(cell)}</td>"
        for column, cell in enumerate(row)
    )


def _number_class(block: Table, column: int) -> str:
    return ' class="number"' if column in block.number_columns else ""


def _figure(block: Figure) -> str:
    alt = one_line(block.alt)
    source = encoded_url(block.url)
    if block.image:
        source = f"data:{block.media_type};base64,{base64.b64encode(block.image).decode()}"
    picture = (
        f'<img src="{_attribute(source)}" alt="{_attribute(alt)}">'
        if source
        else f"<p>Picture: {_text(alt)}</p>"
    )
    credit = f"<small>{_text(block.credit)}</small>" if block.credit else ""
    told = " ".join(part for part in (_inlines(block.caption), credit) if part)
    caption = f"<figcaption>{told}</figcaption>\n" if told else ""
    return f"<figure>\n{picture}\n{caption}</figure>\n"


def _inlines(content: Content) -> str:
    return "".join(map(_inline, content))


def _inline(inline: Inline) -> str:
    match inline:
        case str():
            return _text(inline)
        case Strong():
            return f"<strong>{_text(_unbroken(inline.text))}</strong>"
        case Emphasis():
            return f"<em>{_text(_unbroken(inline.text))}</em>"
        case Link():
            url = _attribute(encoded_url(inline.url))
            return f'<a href="{url}">{_text(_unbroken(inline.text))}</a>'


def _unbroken(text: str) -> str:
    return cleaned(text).replace("\n", " ")


def _text(text: str) -> str:
    told = cleaned(text)
    # Most text holds none of these, and asking is quicker than replacing.
    if "&" in told or "<" in told or ">" in told:
        told = escape(told, quote=False)
    return told.replace("\n", "<br>\n")


def _attribute(text: str) -> str:
    return escape(one_line(text))

"""The document tree and its renderers: Markdown, HTML, plain text and e-mail.

Text is text in every form: whatever stands in a `str`, `Strong`, `Emphasis` or `Link` comes out as those
letters, never as markup.
"""

from __future__ import annotations

from nominate.documents.attached import Mailbox
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
)
from nominate.documents.charts import Bar, Chart, KeyFigure, KeyFigures
from nominate.documents.email import to_email
from nominate.documents.html import to_html
from nominate.documents.inlines import Content, Emphasis, Inline, Link, Strong, is_safe_url, plain
from nominate.documents.markdown import to_markdown
from nominate.documents.metadata import Mentioned, Metadata
from nominate.documents.sentences import Sentence
from nominate.documents.tables import Table
from nominate.documents.text import to_text

__all__ = [
    "Bar",
    "Block",
    "Bullets",
    "Chart",
    "Content",
    "Document",
    "Emphasis",
    "Figure",
    "Heading",
    "Inline",
    "Item",
    "KeyFigure",
    "KeyFigures",
    "Link",
    "Mailbox",
    "Mentioned",
    "Metadata",
    "NumberedList",
    "Paragraph",
    "Quotation",
    "Rule",
    "Sentence",
    "Strong",
    "Table",
    "is_safe_url",
    "plain",
    "to_email",
    "to_html",
    "to_markdown",
    "to_text",
]

"""The document tree and its renderers: Markdown, HTML, plain text, e-mail, and a report to read in a browser.

Text is text in every form: whatever stands in a `str`, `Strong`, `Emphasis` or `Link` comes out as those
letters, never as markup.
"""

from __future__ import annotations

from nominate.documents.drawing import Area, Drawing, Measure, Part, Words, drawing_of
from nominate.documents.mail.attached import Mailbox
from nominate.documents.mail.email import to_email
from nominate.documents.markdown import to_markdown
from nominate.documents.text import to_text
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
from nominate.documents.tree.charts import Bar, Chart, KeyFigure, KeyFigures
from nominate.documents.tree.inlines import Content, Emphasis, Inline, Link, Strong, is_safe_url, plain
from nominate.documents.tree.sentences import Sentence
from nominate.documents.tree.tables import Table
from nominate.documents.web.article import to_html
from nominate.documents.web.metadata import Mentioned, Metadata
from nominate.documents.web.report import to_report
from nominate.documents.web.report_style import Colours, ReportLook

__all__ = [
    "Area",
    "Bar",
    "Block",
    "Bullets",
    "Chart",
    "Colours",
    "Content",
    "Document",
    "Drawing",
    "Emphasis",
    "Figure",
    "Heading",
    "Inline",
    "Item",
    "KeyFigure",
    "KeyFigures",
    "Link",
    "Mailbox",
    "Measure",
    "Mentioned",
    "Metadata",
    "NumberedList",
    "Paragraph",
    "Part",
    "Quotation",
    "ReportLook",
    "Rule",
    "Sentence",
    "Strong",
    "Table",
    "Words",
    "drawing_of",
    "is_safe_url",
    "plain",
    "to_email",
    "to_html",
    "to_markdown",
    "to_report",
    "to_text",
]

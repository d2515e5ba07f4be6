"""Whole HTML pages around an article: one for a browser, one for a mail program."""

from __future__ import annotations

from nominate.documents.characters import one_line
from nominate.documents.tree.blocks import Document
from nominate.documents.web.escaping import as_attribute, as_text
from nominate.documents.web.metadata import Metadata, json_ld, named_metas, open_graph

__all__ = ["mail_page", "report_page", "web_page"]

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
# Outlook for Windows lays out by Word, which knows points and single properties, but no rem and no shorthand.
_MAIL_STYLE = """\
body { font-family: Arial, sans-serif; font-size: 12pt; line-height: 1.5; }
h1 { font-size: 18pt; line-height: 1.25; }
h2 { font-size: 14pt; line-height: 1.25; }
.status { font-weight: bold; }
.standfirst { font-size: 13pt; }
blockquote { margin-left: 0; padding-left: 12pt; border-left: 3pt solid #505a5f; }
img { max-width: 100%; height: auto; }
th, td { text-align: left; vertical-align: top; padding-right: 9pt; padding-bottom: 6pt; }
.number { text-align: right; }
"""
# The page needs nothing but itself and its pictures; no script may run even if one got in. What machines are
# told is a block of data, about which no browser asks the policy: it is no script to it (HTML standard,
# "prepare the script element", read 2026-11).
_POLICY = "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'"
_HEAD = (
    f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
)


def web_page(document: Document, article: str, metadata: Metadata | None) -> str:
    """A page that stands alone in a browser, with what machines are told in its head."""
    return _page(
        document,
        article=f"<main>\n{article}</main>\n",
        head=_HEAD,
        metas=_metas(document, metadata),
        style=_STYLE,
    )


def report_page(document: Document, *, body: str, style: str, is_public: bool) -> str:
    """A page that stands alone in a browser, of a body and style of its own."""
    named = named_metas(document, Metadata(is_for_release=is_public))
    metas = "".join(f'<meta name="{name}" content="{as_attribute(said)}">\n' for name, said in named)
    return _page(document, article=body, head=_HEAD, metas=metas, style=style)


def mail_page(document: Document, article: str) -> str:
    """A page as mail programs show it: without a policy, which would shut out the pictures of the message."""
    return _page(document, article=article, style=_MAIL_STYLE)


def _page(document: Document, *, article: str, style: str, head: str = "", metas: str = "") -> str:
    return (
        f'<!doctype html>\n<html lang="{as_attribute(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"{head}<title>{as_text(one_line(document.title))}</title>\n{metas}<style>\n{style}</style>\n"
        f"</head>\n<body>\n{article}</body>\n</html>\n"
    )


def _metas(document: Document, metadata: Metadata | None) -> str:
    told = [("name", *pair) for pair in named_metas(document, metadata)]
    block = ""
    if metadata is not None:
        told += [("property", *pair) for pair in open_graph(document, metadata)]
        block = f'<script type="application/ld+json">\n{json_ld(document, metadata)}\n</script>\n'
    metas = (f'<meta {key}="{name}" content="{as_attribute(said)}">\n' for key, name, said in told)
    return "".join((*metas, block))

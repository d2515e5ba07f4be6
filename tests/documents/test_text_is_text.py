"""Whatever a writer types, a reader sees those letters and nothing else, in every form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from nominate.documents import (
    Bullets,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Item,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Strong,
    Table,
    to_html,
    to_markdown,
    to_text,
)

HOSTILE = [
    "<b>bold</b> <script>alert(1)</script> <!-- note -->",
    "=1+1",
    "#N/A",
    "# heading #",
    "[x](javascript:alert(1)) ![i](http://e.org/a.png) [ref] [^1]",
    "[a]: http://example.org",
    "1. one\n2) two\n\n2020. a year",
    "- bullet\n+ plus\n* star\n> quote\n: term",
    "Title\n===\nTitle\n---\n***\n___",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "a\n:-:",
    "**strong** _em_ __x__ ~~gone~~ `code` ``` fence ```",
    "```python\ncode\n```\n~~~",
    "    indented code",
    "&amp; &copy; &#65; &lt;b&gt; R&D A & B",
    "<http://example.org> https://example.org www.example.org a.b@example.org",
    "back\\slash \\* \\\n end\\",
    "tab\tand\r\nline\rends\x0bhere\x0c\x85\u2028\u2029x",
    "null\x00 control\x07 surrogate\ud800 none\ufffe \U0010ffff",
    "\u00a0not breaking\u00a0",
    "Ynys Môn, Tŷ Ŵyl, naïve \u202eoverride\u202c, emoji 👩‍⚕️, 日本",
    "{{ liquid }} {: .class} $x$ 2^10^ H~2~O",
    "trailing #",
    "!",
    "",
]

letters = st.sampled_from("ab1 #*_`[]()<>!|\\~&;:=+-.@\n\r\t/{}$^\"'éŵ“”—\u00a0\u3000\u2028\u0301€😀")
anything = st.one_of(st.text(letters, max_size=30), st.text(max_size=30), st.sampled_from(HOSTILE))
visible = anything.filter(lambda text: text.strip() != "")
inlines = st.one_of(
    anything,
    st.builds(Strong, text=anything),
    st.builds(Emphasis, text=anything),
    st.builds(
        Link, text=visible, url=st.sampled_from(["https://example.org/a(b)?c=d&copy;e", "mailto:a@b.org"])
    ),
)


def said(text: str) -> str:
    """The words as a reader perceives them: U+FFFD for the unprintable, any white space as one space."""
    text = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef]", "\ufffd", text)
    text = "".join("\ufffd" if ord(letter) & 0xFFFE == 0xFFFE else letter for letter in text)
    return " ".join(text.split())


def words_of(content: Sequence[Inline]) -> str:
    return said("".join(part if isinstance(part, str) else part.text for part in content))


def tokens(markdown: str) -> list[Token]:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return [one for token in parser.parse(markdown) for one in (token, *(token.children or ()))]


def seen_in_markdown(markdown: str) -> str:
    texts = [
        token.content
        if token.type == "text"
        else " "
        if token.type in {"hardbreak", "softbreak"} or token.block
        else ""
        for token in tokens(markdown)
        if token.type != "inline"
    ]
    return said("".join(texts))


def kinds_in_markdown(markdown: str) -> set[str]:
    return {
        token.type.removesuffix("_open") for token in tokens(markdown) if not token.type.endswith("_close")
    }


def seen_in_html(page: str) -> str:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    body = tree.find("body")
    return said(" ".join("".join(part.itertext()) for part in body.iter() if part.tag in {"h1", "p"}))


class Tags(HTMLParser):
    """The start tags of a page, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def page(*content: Inline) -> Document:
    return Document(title="T", blocks=[Paragraph(content=content)])


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_hostile_text_is_a_paragraph_of_the_same_words_in_markdown(text: str) -> None:
    markdown = to_markdown(page(text))
    assert seen_in_markdown(markdown) == f"T {said(text)}".strip()
    assert kinds_in_markdown(markdown) <= {
        "heading",
        "paragraph",
        "inline",
        "text",
        "text_special",
        "hardbreak",
    }


@given(content=st.lists(inlines, max_size=5))
@settings(max_examples=300, deadline=None)
@example(content=["x", Strong(text="(a)"), "y", Emphasis(text="b"), Strong(text=" c "), Strong(text="d")])
@example(content=["wow!", Link(text="a", url="https://b.org")])
def test_any_content_survives_markdown(content: list[Inline]) -> None:
    markdown = to_markdown(page(*content))
    assert seen_in_markdown(markdown) == f"T {words_of(content)}".strip()
    links = [token.attrs["href"] for token in tokens(markdown) if token.type == "link_open"]
    assert len(links) == sum(isinstance(part, Link) for part in content)
    assert kinds_in_markdown(markdown) <= {
        "heading", "paragraph", "inline", "text", "text_special", "hardbreak", "strong", "em", "link",
    }  # fmt: skip
    for mark, kind in (("strong", Strong), ("em", Emphasis)):
        is_marked = any(isinstance(part, kind) and part.text for part in content)
        assert (mark in kinds_in_markdown(markdown)) == is_marked


@given(content=st.lists(inlines, max_size=5), whole=st.booleans())
@settings(max_examples=300, deadline=None)
def test_any_content_survives_html_that_is_valid(content: list[Inline], *, whole: bool) -> None:
    made = to_html(page(*content), whole_page=whole)
    made = made if whole else f"<!doctype html><title>T</title>{made}"
    assert seen_in_html(made) == f"T {words_of(content)}".strip()
    allowed = {
        "article",
        "h1",
        "p",
        "br",
        "strong",
        "em",
        "a",
        "title",
        "html",
        "head",
        "meta",
        "style",
        "body",
        "main",
    }
    assert {tag for tag, _ in Tags(made).seen} <= allowed


@given(content=st.lists(anything, max_size=4), width=st.one_of(st.none(), st.integers(1, 90)))
@settings(max_examples=200, deadline=None)
def test_any_text_survives_plain_text_whatever_the_width(content: list[str], width: int | None) -> None:
    assert said(to_text(page(*content), width=width)) == f"T = {words_of(content)}".strip()


@given(text=visible)
@settings(max_examples=300, deadline=None)
def test_any_text_survives_every_block_in_markdown(text: str) -> None:
    document = Document(
        title=text,
        status=text,
        standfirst=text,
        blocks=[
            Heading(content=text),
            Bullets(items=[text, Item(content=text, below=NumberedList(items=[text]))]),
            Quotation(paragraphs=[text, text], attribution=text),
            Table(caption=text, header=[text, text], rows=[[text, text]]),
            Figure(alt=text, caption=text, credit=text, url="https://example.org/a.png"),
            Rule(),
        ],
    )
    markdown = to_markdown(document)
    one = said(text)
    times = [one] * 9 + ["—", one] + [one] * 5 + [one] * 2
    assert seen_in_markdown(markdown) == said(" ".join(times))
    assert kinds_in_markdown(markdown) <= {
        "heading", "paragraph", "inline", "text", "text_special", "hardbreak", "strong", "bullet_list",
        "ordered_list", "list_item", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "image", "hr",
    }  # fmt: skip
    counts = [token.type for token in tokens(markdown)]
    assert [
        counts.count(kind) for kind in ("tr_open", "image", "hr", "heading_open", "bullet_list_open")
    ] == [2, 1, 1, 2, 1]


@given(text=visible)
@settings(max_examples=200, deadline=None)
def test_any_text_survives_every_block_in_html(text: str) -> None:
    document = Document(
        title=text,
        author=text,
        standfirst=text,
        language="en-GB",
        blocks=[
            Heading(content=text, level=2),
            Bullets(items=[text]),
            Quotation(paragraphs=[text], attribution=text, url="https://example.org/?a=1&b=2"),
            Table(caption=text, header=[text], rows=[[text]]),
            Figure(alt=text, credit=text, url="https://example.org/a.png"),
        ],
    )
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        to_html(document, whole_page=True)
    )
    one = said(text)
    for tag in ("h1", "h2", "li", "blockquote", "caption", "th", "td", "small", "title"):
        assert [said("".join(found.itertext())) for found in tree.iter(tag)] == [one]
    assert said("".join(next(tree.iter("figcaption")).itertext())) == f"— {one}"
    assert said(next(tree.iter("img")).get("alt")) == one
    assert [
        said(meta.get("content"))
        for meta in tree.iter("meta")
        if meta.get("name") in {"author", "description"}
    ] == [one] * 2

"""The contract of every exporter, kept by the news in each of its forms."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import ClassVar

from markdown_it import MarkdownIt

from nominate.testing import ExporterContract


def read(page: str) -> str:
    """What a reader of the page sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


class TestMarkdown(ExporterContract):
    exporter = "news"

    def text_of(self, content: bytes) -> str:
        return read(MarkdownIt("commonmark").render(content.decode("utf-8")))


class TestHtml(ExporterContract):
    exporter = "news"
    options: ClassVar[Mapping[str, object]] = {"form": "html"}

    def text_of(self, content: bytes) -> str:
        return read(content.decode("utf-8"))

    def test_it_writes_every_form(self, tmp_path: Path) -> None:
        """A form is asked for here; the suffixes are tried where none is."""


class TestText(ExporterContract):
    exporter = "news"
    options: ClassVar[Mapping[str, object]] = {"form": "text", "sources": "yes"}

    def test_it_writes_every_form(self, tmp_path: Path) -> None:
        """A form is asked for here; the suffixes are tried where none is."""


class TestEmail(ExporterContract):
    exporter = "news"
    options: ClassVar[Mapping[str, object]] = {"form": "email"}

    def text_of(self, content: bytes) -> str:
        body = message_from_bytes(content, policy=default).get_body(("plain",))
        assert body is not None
        return str(body.get_content())

    def test_it_writes_every_form(self, tmp_path: Path) -> None:
        """A form is asked for here; the suffixes are tried where none is."""


class TestMetadata(ExporterContract):
    exporter = "news"
    options: ClassVar[Mapping[str, object]] = {"form": "html", "metadata": "yes"}

    def text_of(self, content: bytes) -> str:
        return read(content.decode("utf-8").partition("<body>")[2])

    def test_it_writes_every_form(self, tmp_path: Path) -> None:
        """A form is asked for here; the suffixes are tried where none is."""

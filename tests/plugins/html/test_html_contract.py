"""The contract of every exporter, kept by the summary as a web page in its forms."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import ClassVar

from nominate.testing import ExporterContract


class TestPage(ExporterContract):
    exporter = "html"

    def text_of(self, content: bytes) -> str:
        return unescape(content.decode())


class TestReview(TestPage):
    options: ClassVar[Mapping[str, object]] = {"kind": "review", "style": "govuk"}

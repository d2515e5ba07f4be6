"""The contract of every exporter, kept by the posts in both their forms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from nominate.testing import ExporterContract


class TestText(ExporterContract):
    exporter = "social"


class TestThread(ExporterContract):
    exporter = "social"
    options: ClassVar[Mapping[str, object]] = {"thread": "yes", "sources": "yes", "link": "no"}


class TestJson(ExporterContract):
    exporter = "social"
    options: ClassVar[Mapping[str, object]] = {"form": "json", "platform": "linkedin"}

    def text_of(self, content: bytes) -> str:
        return "\n".join(post["text"] for post in json.loads(content)["posts"])

    def test_it_writes_every_form(self, tmp_path: Path) -> None:
        """A form is asked for here; the suffixes are tried where none is."""

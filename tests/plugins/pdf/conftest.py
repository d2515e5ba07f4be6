"""A document printed as a PDF, read back by two readers that are not ours."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from pypdf import PdfReader

from nominate import Problem
from nominate.documents import Document
from nominate_pdf._document import write_document
from nominate_pdf._theme import Theme


@attrs.frozen(kw_only=True)
class Printed:
    """The file, what it was printed from, and what could not be printed."""

    document: Document
    content: bytes
    problems: tuple[Problem, ...]

    @property
    def reader(self) -> PdfReader:
        return PdfReader(io.BytesIO(self.content))

    @property
    def pages(self) -> list[str]:
        """The text of each page as pypdf reads it, without what every page repeats."""
        return [self._without_furniture(page.extract_text()) for page in self.reader.pages]

    @property
    def words(self) -> list[str]:
        return " ".join(self.pages).split()

    def words_by(self, command: str, folder: Path) -> list[str]:
        """The same by pdftotext, in the order in which the file holds it."""
        path = folder / "printed.pdf"
        path.write_bytes(self.content)
        asked = [command, "-raw", "-enc", "UTF-8", str(path), "-"]
        told = subprocess.run(asked, capture_output=True, check=True, text=True, encoding="utf-8").stdout
        return " ".join(map(self._without_furniture, told.split("\f"))).split()

    def _without_furniture(self, page: str) -> str:
        head = "".join(rf"(?:{re.escape(each)}\n)?" for each in (self.document.author, self.document.status))
        details = re.escape(" · ".join(self.document.details))
        return re.sub(rf"{head}[^\n]*\s+(?:{details}\s+)?Page \d+ of \d+\s*$", "", page)


@pytest.fixture(scope="session")
def printed() -> Callable[..., Printed]:
    def print_it(document: Document, *, is_archival: bool = False, theme: Theme | None = None) -> Printed:
        out = io.BytesIO()
        made = datetime(2020, 10, 1, tzinfo=UTC)
        worn = theme or Theme()
        problems = write_document(document, out, made=made, theme=worn, is_archival=is_archival)
        return Printed(document=document, content=out.getvalue(), problems=problems)

    return print_it

from __future__ import annotations

import io

from pypdf import PdfReader

from nominate.testing import ExporterContract


class TestPdf(ExporterContract):
    exporter = "pdf"

    def text_of(self, content: bytes) -> str:
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)

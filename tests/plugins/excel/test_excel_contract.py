from __future__ import annotations

import io

from python_calamine import CalamineWorkbook

from nominate.testing import ExporterContract


class TestExcel(ExporterContract):
    exporter = "excel"

    def text_of(self, content: bytes) -> str:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
        return "\n".join(cell for sheet in sheets for row in sheet for cell in row if isinstance(cell, str))

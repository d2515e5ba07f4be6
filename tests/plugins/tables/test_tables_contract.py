from __future__ import annotations

import csv
import io
import json

from nominate.sheets import restored
from nominate.testing import ExporterContract


class TestCsv(ExporterContract):
    exporter = "csv"

    def text_of(self, content: bytes) -> str:
        rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        return "\n".join(restored(cell) for row in rows for cell in row)


class TestJson(ExporterContract):
    exporter = "json"

    def text_of(self, content: bytes) -> str:
        return "\n".join(str(cell) for row in json.loads(content)["rows"] for cell in row.values())

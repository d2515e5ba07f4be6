"""The text of a PDF as outside readers have it: by its tree of tags, and page by page in the file's order."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader


def structure_of(content: bytes, pdfinfo: str, folder: Path) -> str:
    """The tree as poppler prints it, with the text of each part below it."""
    path = folder / "tagged.pdf"
    path.write_bytes(content)
    asked = [pdfinfo, "-struct-text", str(path)]
    return subprocess.run(asked, capture_output=True, check=True, text=True, encoding="utf-8").stdout


def read_out(structure: str) -> str:
    """The text alone: whatever is not within a line starts a new one."""
    parts: list[str] = []
    for line in map(str.strip, structure.splitlines()):
        text = re.fullmatch('"(.*)"', line)
        parts.append(text[1] if text else "" if "(inline)" in line or line.startswith("Object") else "\n")
    return "".join(parts)


def without_artifacts(content: bytes) -> bytes:
    """The file without what its marks call decoration, as what every page repeats."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream([*_told(page)]))
        pdf.save(out)
    return out.getvalue()


def _told(page: pikepdf.Page) -> Iterator[Any]:
    """What the page does; of decoration all but its words, since what follows may be set as they are."""
    marks: list[bool] = []
    for each in pikepdf.parse_content_stream(page):
        name = str(each.operator)
        if name in {"BMC", "BDC"}:
            marks.append(each.operands[0] == "/Artifact")
        elif name == "EMC":
            marks.pop()
        if not (name in {"Tj", "TJ", "'", '"'} and any(marks)):
            yield each


def text_by_pypdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def text_by_pdftotext(content: bytes, pdftotext: str, folder: Path) -> str:
    """The text in the order in which the file holds it, which is that of its tags."""
    path = folder / "read.pdf"
    path.write_bytes(content)
    asked = [pdftotext, "-raw", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(asked, capture_output=True, check=True, text=True, encoding="utf-8").stdout

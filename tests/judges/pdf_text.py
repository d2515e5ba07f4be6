"""The text of a PDF by its tree of tags, as poppler reads it: what somebody hears who has it read out."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path


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

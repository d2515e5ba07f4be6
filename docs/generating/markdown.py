"""The few forms of Markdown that generated pages are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

__all__ = ["anchor", "cell", "code", "opening", "page", "table"]

_OPENINGS = Path(__file__).with_name("openings")
_WARNING = (
    "<!-- Made from the code by docs/generate.py: run it after a change, and do not edit this page. -->"
)


def opening(name: str) -> str:
    """The part of that name that is written by hand, from the folder `openings`."""
    return (_OPENINGS / f"{name}.md").read_text("utf-8").strip()


def page(*parts: str) -> str:
    """A whole page below its warning; each part is a heading, a paragraph, a list or a table."""
    return "\n\n".join([_WARNING, *(part for part in parts if part)]) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; an empty cell stays empty."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def cell(text: str) -> str:
    r"""A text on one line, with no letter that ends a cell of a table.

    >>> cell("text|json")
    'text\\|json'
    """
    return " ".join(text.replace("|", "\\|").split())


def code(text: str) -> str:
    """A text as code; an empty one stays empty.

    >>> code("won"), code("")
    ('`won`', '')
    """
    return f"`{text}`" if text else ""


def anchor(name: str) -> str:
    """The anchor of a name.

    >>> anchor("CategoryResult")
    'category-result'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+", "-", name).lower()

"""The few forms of Markdown that generated pages are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["anchor", "cell", "code", "page", "table"]

_WARNING = "<!-- Made from the code by docs/generate.py. Change the code, then run it; do not edit this page. -->"


def page(title: str, *parts: str) -> str:
    """A whole page with its warning and title; each part is a paragraph, a table or a heading."""
    return "\n\n".join([_WARNING, f"# {title}", *(part for part in parts if part)]) + "\n"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; an empty cell stays empty."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(map(cell, line))} |" for line in lines)


def cell(text: str) -> str:
    """A text on one line, with no letter that ends a cell of a table.

    >>> cell("text|json")
    'text\\\\|json'
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

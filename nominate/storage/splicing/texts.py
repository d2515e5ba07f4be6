"""A text in the style of the one whose place it takes: bare, quoted, or a block of lines."""

from __future__ import annotations

import re
import textwrap
from decimal import Decimal
from typing import TypeAlias

from nominate.files.nodes import TextNode
from nominate.files.yaml_scalars import double_quoted, needs_escapes, scalar_text, single_quoted, typed_text
from nominate.files.yaml_text import REFUSED
from nominate.files.yaml_writing import indented, is_block_text

__all__ = ["HEADER", "Scalar", "flow_text", "in_style"]

Scalar: TypeAlias = str | int | Decimal
"""What stands as one text in a file."""

HEADER = re.compile(r"[|>][-+0-9]*")
"""What stands at the head of a block of lines."""

_NARROWEST = 40
_UNFOLDABLE = re.compile(r"^[ \t]|[ \t]$|  |\t", re.MULTILINE)


def flow_text(value: Scalar, style: str, *, is_within: bool) -> str:
    """A text or number on one line, in the quotation marks of the old one where it had some.

    >>> flow_text("lead", "'", is_within=True), flow_text("it's", "", is_within=False)
    ("'lead'", "it's")
    """
    text = value if isinstance(value, str) else typed_text(value)
    if style == "'" and not needs_escapes(text):
        return single_quoted(text)
    if style == '"':
        return double_quoted(text)
    return scalar_text(text, is_within=is_within) if isinstance(value, str) else text


def in_style(value: Scalar, node: TextNode, text: str, indent: str) -> tuple[str, list[str]]:
    r"""What stands behind the colon or dash, and the lines below it; `indent` is that of the key or dash.

    >>> in_style("Two", TextNode(start=6, end=13, style="|"), "note: |\n  One", "")
    ('|', ['  Two'])
    """
    is_block = bool(node.style) and node.style in "|>"
    if isinstance(value, str) and is_block and value == value.strip() and not REFUSED.search(value):
        return _as_block(value, node, text, indent)
    if isinstance(value, str) and is_block_text(value):
        return "|", indented(value, f"{indent}  ")
    return flow_text(value, node.style, is_within=False), []


def _as_block(value: str, node: TextNode, text: str, indent: str) -> tuple[str, list[str]]:
    """The block again, with its indentation and, where the text can be folded, its sort."""
    first, *below = text[node.start : node.end].split("\n")
    lines = [line for line in below if line.strip()]
    margin = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))] if lines else f"{indent}  "
    header = HEADER.match(first)
    chomping = header[0].strip("|>0123456789") if header else ""
    if node.style == "|" or _UNFOLDABLE.search(value):
        return f"|{chomping}", indented(value, margin)
    width = max(_NARROWEST, *(len(line) for line in lines), 0) - len(margin)
    folded = re.sub("\n+", lambda gap: f"{gap[0]}\n", value)
    return f">{chomping}", indented("\n".join(_wrapped(line, width) for line in folded.split("\n")), margin)


def _wrapped(line: str, width: int) -> str:
    """A line of text on lines that are no longer than that, unless a word is."""
    return (
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) if line else ""
    )

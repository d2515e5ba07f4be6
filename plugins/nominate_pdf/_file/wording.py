"""Texts as the objects of a PDF hold them (ISO 32000-1, 7.3.4 and 7.9.2)."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE

__all__ = ["escaped", "worded"]

_PLAIN = re.compile(r"[ !-'*-\[\]-~]*").fullmatch
# Within a string of a PDF: what is no plain ASCII is written in octal.
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))}
_ESCAPES |= {ord(mark): f"\\{mark}" for mark in "()\\"}


def escaped(codes: str) -> str:
    r"""Codes of letters, each below 256, as they stand within a string.

    >>> escaped("a (b)")
    'a \\(b\\)'
    """
    if _PLAIN(codes):
        return codes
    return codes.translate(_ESCAPES)


def worded(text: str) -> str:
    """A text as a string: plain ASCII as it is, and all else as UTF-16; a half letter becomes a query.

    >>> worded("Bath"), worded("ŵ")
    ('(Bath)', '<feff0175>')
    """
    if text.isascii() and text.isprintable():
        return f"({escaped(text)})"
    return f"<{(BOM_UTF16_BE + text.encode('utf-16-be', 'replace')).hex()}>"

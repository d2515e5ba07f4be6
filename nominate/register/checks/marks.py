"""Quotation marks round a whole text: every output brings its own."""

from __future__ import annotations

__all__ = ["is_in_marks"]

_OPENING, _CLOSING = '"“„«', '"”“»'


def is_in_marks(text: str) -> bool:
    """Whether a text stands in quotation marks as a whole, and not only words within it.

    >>> is_in_marks("“We are proud.”"), is_in_marks("“Why?” has become “Why not?”")
    (True, False)
    """
    if len(text) < 2 or text[0] not in _OPENING or text[-1] not in _CLOSING:
        return False
    # A mark that opens each next paragraph belongs to the pair; any other means words quoted within.
    within = text[1:-1].replace("\n\n" + text[0], "")
    return not any(mark in within for mark in _CLOSING)

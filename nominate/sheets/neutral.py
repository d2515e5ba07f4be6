"""Text that a spreadsheet would take for a formula, made harmless in a csv file and restored exactly."""

from __future__ import annotations

import re

__all__ = ["neutralised", "restored"]

# What spreadsheets begin a formula with, full-width forms too, also after white space (OWASP, CSV Injection,
# read 2026-11). Whatever already begins with apostrophes gets one more, so that none is lost on the way back.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")  # noqa: RUF001 - the full-width forms are meant


def neutralised(text: str) -> str:
    r"""The text with an apostrophe before it where a spreadsheet could take it for a formula.

    >>> neutralised("=1+1"), neutralised("A better ward"), neutralised("'=1+1")
    ("'=1+1", 'A better ward', "''=1+1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """The text that `neutralised` was given.

    >>> restored("'=1+1"), restored("'Tis the season")
    ('=1+1', "'Tis the season")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text

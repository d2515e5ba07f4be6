"""Text as HTML holds it: whatever somebody wrote, it is read as those letters and never as markup."""

from __future__ import annotations

import re
from html import escape

from nominate.documents.characters import cleaned, one_line

__all__ = ["as_attribute", "as_text"]

# Most text holds none of these, and asking is quicker than replacing each.
_MARKUP = re.compile("[&<>\"']")


def as_text(text: str) -> str:
    r"""The text between two tags; a line feed becomes a line break.

    >>> as_text("R&D\nwins")
    'R&amp;D<br>\nwins'
    """
    told = cleaned(text)
    if "&" in told or "<" in told or ">" in told:
        told = escape(told, quote=False)
    return told.replace("\n", "<br>\n") if "\n" in told else told


def as_attribute(text: str) -> str:
    """The text between the quotation marks of an attribute, on one line.

    >>> as_attribute('a "B"')
    'a &quot;B&quot;'
    """
    told = one_line(text)
    return escape(told) if _MARKUP.search(told) else told

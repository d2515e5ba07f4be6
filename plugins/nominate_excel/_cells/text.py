"""Text as a workbook can hold it: it comes back as it was, or is refused with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = [
    "FORMULA_STARTS",
    "LONGEST",
    "are_plain",
    "fault",
    "is_plain_xml",
    "link_target",
    "text_xml",
    "tooltip",
    "without_controls",
]

# The most that a cell holds, in UTF-16 units (Excel specifications and limits, support.microsoft.com,
# read 2026-11).
LONGEST = 32_767
FORMULA_STARTS = frozenset("=+-@\t\r")
"""What a text begins with that Excel would read as a formula if somebody typed it."""

_LONGEST_ADDRESS = 2_079
_LONGEST_TOOLTIP = 255

# What XML 1.0 cannot say is written as _xHHHH_, so what looks like that is marked (ECMA-376, part 1,
# 22.9.2.19). XML readers also turn a carriage return into a line feed.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f]|_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = bytes({*range(0x20), *b'&<>"'} - set(b"\t\n"))
_NOT_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"(?:https?://[^\s/?#\\\[\]<>\"^`{|}%]+|mailto:[^\s@]+@)", re.IGNORECASE)
_UNSAFE_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}\[\]]|%(?![0-9A-Fa-f]{2})")


def fault(text: str) -> str:
    """Why no cell can hold the text, empty where one can.

    >>> fault("a" * 32_768)
    'is 32,768 characters long, and a cell holds at most 32,767'
    """
    if not text.isascii() and _NOT_TEXT.search(text):
        return "holds half of a character (a lone surrogate, or U+FFFE or U+FFFF)"
    if len(text) * 2 > LONGEST:
        units = len(text.encode("utf-16-le")) // 2
        if units > LONGEST:
            return f"is {units:,} characters long, and a cell holds at most {LONGEST:,}"
    return ""


def are_plain(texts: Sequence[str]) -> bool:
    """Whether a cell can hold each of the texts, and each is its own XML; one look at many of them tells.

    >>> are_plain(["Tŷ", "Gŵyr"]), are_plain(["Tŷ", "Tŷ & Gŵyr"])
    (True, False)
    """
    text = "".join(texts)
    if len(text) * 2 > LONGEST and max(map(len, texts)) * 2 > LONGEST:
        return False
    return is_plain_xml(text) and (text.isascii() or not _NOT_TEXT.search(text))


def is_plain_xml(text: str) -> bool:
    """Whether the text is its own XML.

    >>> is_plain_xml("Tŷ Gŵyr"), is_plain_xml("Tŷ & Gŵyr")
    (True, False)
    """
    # Five times as fast as a regular expression, and this looks at all that a workbook holds.
    held = text.encode("utf-8", "surrogatepass")
    return len(held.translate(None, _SPECIAL)) == len(held) and "_x" not in text


def text_xml(text: str) -> str:
    """The text as XML, inside an element or an attribute.

    >>> text_xml("<b> & _x0041_")
    '&lt;b&gt; &amp; _x005F_x0041_'
    """
    if is_plain_xml(text):
        return text
    escaped = _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def link_target(address: str) -> str:
    """The address as a workbook links to it; empty where it is none that Excel would open.

    >>> link_target("https://awards.example.org/a b"), link_target("javascript:alert(1)")
    ('https://awards.example.org/a%20b', '')
    """
    if not _ADDRESS.match(address) or _NOT_TEXT.search(address):
        return ""
    target = _UNSAFE_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", address)
    return target if len(target) <= _LONGEST_ADDRESS else ""


def tooltip(address: str) -> str:
    """The address as the ScreenTip of a link shows it, cut with an ellipsis where it is too long for one."""
    return address if len(address) <= _LONGEST_TOOLTIP else f"{address[: _LONGEST_TOOLTIP - 1]}…"


def without_controls(text: str) -> str:
    r"""The text with a replacement mark for what no XML can say: for properties, headers and alt text.

    >>> without_controls("a\x01b")
    'a\ufffdb'
    """
    return _NOT_TEXT.sub("\ufffd", re.sub(r"[\x00-\x1f]", "\ufffd", text))

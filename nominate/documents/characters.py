"""What a character may be in any form, whoever wrote the text."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["cleaned", "columns", "lines", "one_line"]

# Every noncharacter: U+FDD0 to U+FDEF, and the last two of each plane.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_LINE_END = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff{_NONCHARACTERS}]")
# Letters that may fill no column, or two; any other fills one.
_ODD_WIDTH = re.compile("[\u0300-\u036f\u0483-\u1fff\u20d0-\u20ff\u2300-\u23ff\u25fd-\U0010ffff]")
# What turns the text after it, and what ends that (Unicode Standard Annex 9, section 2).
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING_ENDS, _ISOLATE_ENDS = "\u202c", "\u2069"
_ISOLATES = "\u2066\u2067\u2068"
_SPACES = re.compile(r"[ \t]*\n[ \t]*|[ \t]+")


def cleaned(text: str) -> str:
    r"""The text with only printable characters, single spaces and plain line feeds.

    A control character, half a surrogate pair or a noncharacter becomes U+FFFD, so that a reader sees
    that something stood there. A run of spaces and tabs counts as one space, and vanishes beside a
    line end, as it does on every web page. Other spaces, such as the one that does not break, stay.
    A mark that turns the text after it goes where no other ends that: it would turn what others say.

    >>> cleaned("one\r\n  two\tthree\x00")
    'one\ntwo three\ufffd'
    """
    # Most text is clean, and asking costs a tenth of a search.
    if text.isprintable() and "  " not in text:
        return text
    plain = _UNPRINTABLE.sub("\ufffd", _LINE_END.sub("\n", text))
    if _TURNING.search(plain):
        plain = _balanced(plain)
    return _SPACES.sub(lambda found: "\n" if "\n" in found[0] else " ", plain)


def _balanced(text: str) -> str:
    """The text without marks of direction that nothing ends, or that end nothing."""
    open_ones: list[int] = []
    paired: set[int] = set()
    for found in _TURNING.finditer(text):
        place, mark = found.start(), found[0]
        if mark not in {_EMBEDDING_ENDS, _ISOLATE_ENDS}:
            open_ones.append(place)
            continue
        # The end of an isolate ends the embeddings within it; that of an embedding reaches into no isolate.
        while mark == _ISOLATE_ENDS and open_ones and text[open_ones[-1]] not in _ISOLATES:
            open_ones.pop()
        if open_ones and (text[open_ones[-1]] in _ISOLATES) == (mark == _ISOLATE_ENDS):
            paired |= {open_ones.pop(), place}
    return _TURNING.sub(lambda found: found[0] if found.start() in paired else "", text)


def lines(text: str) -> list[str]:
    r"""The lines of a cleaned text, without the empty ones.

    >>> lines("one\n\n two ")
    ['one', 'two']
    """
    return [line for line in (part.strip(" ") for part in cleaned(text).split("\n")) if line]


def one_line(text: str) -> str:
    r"""The text on one line: its line ends are spaces, and none stands at an end.

    >>> one_line(" Reducing\nharm ")
    'Reducing harm'
    """
    told = cleaned(text)
    return (cleaned(told.replace("\n", " ")) if "\n" in told else told).strip(" ")


def columns(text: str) -> int:
    """How many columns of a terminal or a typed page the text fills.

    >>> columns("Ynys Môn"), columns("日本")
    (8, 4)
    """
    if not _ODD_WIDTH.search(text):
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))

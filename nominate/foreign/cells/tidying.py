"""Text of cells as a register may hold it, with nothing hidden in it, and names as they are compared."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from nominate.sheets import Cell

__all__ = ["cell_text", "folded", "one_line"]

# What no field of a register takes: controls, and what makes text run backwards.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINES = re.compile("\r\n|[\r\u2028\u2029\x85\x0b\x0c]")
_APOSTROPHES = re.compile("['’‘`]")
_WORDS = re.compile(r"[^\W_]+")
_SEVERAL = re.compile(r"\n{3,}")


def cell_text(cell: Cell) -> str:
    """What a cell says, as text of any number of lines; empty for an empty one.

    >>> cell_text(Decimal("2.50")), cell_text(True), cell_text(7), cell_text(" a ")
    ('2.50', 'yes', '7', 'a')
    """
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case str():
            return _clean(cell)
        case Decimal():
            return f"{cell:f}"
    return str(cell)


def one_line(cell: Cell) -> str:
    r"""What a cell says, on one line.

    >>> one_line("Royal United\n  Hospitals")
    'Royal United Hospitals'
    """
    return " ".join(cell_text(cell).split())


# Names and titles stand in many cells.
@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """A name as it is compared: without capitals, marks, accents, `the` before it, and with `and` for `&`.

    >>> folded("The Guy's & St. Thomas' Trust") == folded("Guys and St Thomas Trust")
    True
    """
    plain = _APOSTROPHES.sub("", text.casefold()).replace("&", " and ")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = _WORDS.findall(plain)
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _clean(text: str) -> str:
    if text.isprintable():
        return text.strip()
    lines = _LINES.sub("\n", text).replace("\t", " ").replace("\xa0", " ").split("\n")
    kept = "\n".join(_HIDDEN.sub("", line).rstrip() for line in lines)
    return _SEVERAL.sub("\n\n", kept).strip()

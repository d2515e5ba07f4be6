"""Names as ids: lower-case letters, digits and hyphens, other letters by their nearest Latin ones."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["as_slug"]

_LONGEST = 60
# Letters that have no plain letter within them, by their usual spelling.
_SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "\u0131": "i"}
)
_APOSTROPHES = re.compile("['’‘`]")


def as_slug(text: str, *, longest: int = _LONGEST) -> str:
    """The id that a name makes, cut between words; empty where it has no letter or digit that ids may have.

    >>> as_slug("Ysbyty Gwynedd, Tŷ Mawr"), as_slug("St Thomas' Østre ward"), as_slug("東京")
    ('ysbyty-gwynedd-ty-mawr', 'st-thomas-ostre-ward', '')
    """
    spelled = _APOSTROPHES.sub("", text.lower()).translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall("[a-z0-9]+", plain))
    if len(slug) <= longest:
        return slug
    return slug[: longest + 1].rpartition("-")[0] or slug[:longest]

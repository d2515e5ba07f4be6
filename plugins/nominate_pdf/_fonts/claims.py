"""How many letters a font's file claims to hold, counted before anything goes through them one by one.

A few bytes of a character map can claim four billion letters, and no memory holds those.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

__all__ = ["claims_too_many_letters"]

# As many as Unicode can ever have.
_MOST = 0x110000
# OpenType 1.9, table cmap: these formats list their letters in ranges.
_SEGMENTS, _GROUPS = 4, frozenset({12, 13})


def claims_too_many_letters(content: bytes, place: int) -> bool:
    """Whether one of the maps in the table at that place claims more letters than there are, or one beyond.

    Raises `struct.error` where the file breaks off.
    """
    version, count = struct.unpack_from(">HH", content, place)
    # Some fonts have the two the wrong way round, and reportlab takes them.
    for number in range(count or version):
        (start,) = struct.unpack_from(">I", content, place + 8 + 8 * number)
        if sum(_lengths(content, place + start)) > _MOST:
            return True
    return False


def _lengths(content: bytes, place: int) -> Iterator[int]:
    """How many letters each range of a map has."""
    (form,) = struct.unpack_from(">H", content, place)
    if form == _SEGMENTS:
        (doubled,) = struct.unpack_from(">H", content, place + 6)
        several = f">{doubled // 2}H"
        lasts = struct.unpack_from(several, content, place + 14)
        firsts = struct.unpack_from(several, content, place + 16 + struct.calcsize(several))
        yield from (max(0, last - first + 1) for first, last in zip(firsts, lasts, strict=True))
    elif form in _GROUPS:
        (count,) = struct.unpack_from(">I", content, place + 12)
        for number in range(count):
            first, last, _ = struct.unpack_from(">III", content, place + 16 + 12 * number)
            # No letter lies beyond, whatever the others are.
            yield max(0, last - first + 1) if last < _MOST else _MOST + 1

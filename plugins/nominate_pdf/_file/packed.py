"""The PDF file itself, written from front to back: pages as they are finished, all else packed at the end.

Objects without content of their own share compressed streams (ISO 32000-1, 7.5.7), which makes a tagged file
a third of the size.
"""

from __future__ import annotations

import hashlib
import sys
import zlib
from array import array
from collections.abc import Callable
from itertools import accumulate, count
from typing import BinaryIO

# A reader takes a stream apart as a whole for one object of it; the index of an object in it is one byte.
_PACKED_TOGETHER = 200
_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# Of nine: most summaries are a twentieth larger than by the usual six, and take half of the time.
_EFFORT = 2
# A row of the table of objects: the filter's mark, kind, offset or stream, index (7.5.8, and 7.4.4.4).
_ROW = 8
_DIFFERENCE_FROM_ROW_ABOVE = 2
_AT_OFFSET, _IN_STREAM = 1, 2


def compressed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream, as an object of a file; `entries` are the further ones of its dictionary."""
    return _stream(zlib.compress(content, _EFFORT), entries + b"/Filter/FlateDecode")


def _stream(content: bytes, entries: bytes) -> bytes:
    # Archives ask for the line end before the last word (ISO 19005-2, 6.1.7.1).
    return b"<<%b/Length %d>>\nstream\n%b\nendstream\n" % (entries, len(content), content)


class PackedFile:
    """Writes objects to `out`, each by its number; `complete` says which two of them lead to all others."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._size = 0
        self._table = array("Q", [0])
        self._packed: dict[int, str] = {}
        self.number: Callable[[], int] = count(1).__next__
        """The number of an object to come, which is nobody else's."""
        self._write(_HEADER)

    def put(self, number: int, body: str) -> None:
        """An object that is no stream, in ASCII."""
        self._packed[number] = body
        if len(self._packed) == _PACKED_TOGETHER:
            self._pack()

    def put_stream(self, number: int, content: bytes, entries: bytes = b"") -> None:
        """An object with content, which is compressed; `entries` are the further ones of its dictionary."""
        self.put_whole(number, compressed(content, entries))

    def put_plain_stream(self, number: int, content: bytes, entries: bytes) -> None:
        """An object with content, which is written as it is."""
        self.put_whole(number, _stream(content, entries))

    def put_whole(self, number: int, body: bytes) -> None:
        """A stream that `compressed` has made."""
        self._note(number, _AT_OFFSET, self._size, 0)
        self._write(b"%d 0 obj\n%bendobj\n" % (number, body))

    def complete(self, catalogue: str, information: str) -> None:
        """Write the two objects that a reader begins at, and where all are; nothing is put after.

        What the file tells of itself is its fingerprint as well, so that the same file has the same.
        """
        root, info = self.number(), self.number()
        self.put(root, catalogue)
        self.put(info, information)
        self._pack()
        told = hashlib.md5(information.encode(), usedforsecurity=False).hexdigest()
        self._end(f"/Root {root} 0 R/Info {info} 0 R/ID[<{told}><{told}>]".encode())

    def _pack(self) -> None:
        if not self._packed:
            return
        holder = self.number()
        numbers, bodies = list(self._packed), list(self._packed.values())
        self._packed.clear()
        starts = accumulate([len(body) + 1 for body in bodies], initial=0)
        places = " ".join([f"{number} {start}" for number, start in zip(numbers, starts, strict=False)])
        self._note(max(numbers), _IN_STREAM, holder, 0)
        for place, number in enumerate(numbers, start=_IN_STREAM << 40 | holder << 8):
            self._table[number] = place
        content = "\n".join((places, *bodies)).encode("ascii")
        entries = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(places) + 1)
        self.put_stream(holder, content, entries)

    def _end(self, entries: bytes) -> None:
        """The table of objects, and where it is."""
        number, start = self.number(), self._size
        self._note(number, _AT_OFFSET, start, 0)
        layout = b"/Type/XRef/W[2 4 1]/Size %d" % len(self._table)
        filtered = b"/DecodeParms<</Predictor 12/Columns %d>>" % (_ROW - 1)
        self.put_stream(number, _rows(self._table), layout + entries + filtered)
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _note(self, number: int, kind: int, where: int, index: int) -> None:
        missing = number + 1 - len(self._table)
        if missing > 0:
            self._table.extend([0] * missing)
        self._table[number] = kind << 40 | where << 8 | index

    def _write(self, content: bytes) -> None:
        self._out.write(content)
        self._size += len(content)


def _rows(table: array[int]) -> bytes:
    """The table of objects, each row as what changes from the row above: nearly all the same bytes."""
    rows = array("Q", table)
    if sys.byteorder == "little":
        rows.byteswap()
    flat = rows.tobytes()
    # All bytes are taken from those above at once, as two long numbers; where the highest bits are kept out
    # of it, no byte borrows from its neighbour.
    ours = int.from_bytes(flat)
    above = ours >> 8 * _ROW
    high = int.from_bytes(b"\x80" * len(flat))
    low = int.from_bytes(b"\x7f" * len(flat))
    changed = ((ours | high) - (above & low)) ^ (~(ours ^ above) & high)
    told = bytearray(changed.to_bytes(len(flat)))
    told[::_ROW] = bytes([_DIFFERENCE_FROM_ROW_ABOVE]) * len(table)
    return bytes(told)

"""A zip that is the same for the same parts, and that costs little for many small ones.

zipfile takes longer to make room for what a part may look back on than to deflate a small one, and deflates
anew what is the same in every workbook. The layout is that of APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import attrs

from nominate import PluginError

__all__ = ["Part", "Zip", "deflated", "encoded"]

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_NEEDED, _UNIX, _UTF_8, _DEFLATED, _MODE = 20, 3 << 8 | 20, 0x800, 8, 0o600 << 16
# 1 January 1980, the least that a zip can tell: a moment of writing would make equal workbooks unequal files.
_NO_TIME, _NO_DATE = 0, 1 << 5 | 1
_LARGEST = 0xFFFFFFFF
# At a hundred thousand rows the usual level, 6, takes 2.5 times as long as this, for a sixth fewer bytes.
_LEVEL = 2
# The window, as a power of two, and the memory that zlib takes for a part up to this size, and for others.
_SMALL, _FOR_SMALL, _FOR_LARGE = 65_536, (13, 6), (15, 8)


@attrs.frozen
class Part:
    """A part as a zip holds it: deflated, with its size before that and its check sum.

    >>> deflated(b"Coastal Care Awards").size
    19
    """

    content: bytes
    size: int
    check: int


def deflated(content: bytes) -> Part:
    """A part that is there as a whole; one that many workbooks share can be kept so."""
    press = _press(*(_FOR_SMALL if len(content) <= _SMALL else _FOR_LARGE))
    return Part(press.compress(content) + press.flush(), len(content), zlib.crc32(content))


def encoded(xml: str) -> bytes:
    """The XML in UTF-8; half of a character is told as a problem, and must not stop the telling."""
    return xml.encode(errors="replace")


def _press(window: int, memory: int) -> zlib._Compress:
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, -window, memory)


class Zip:
    """Writes parts into a file from where it stands on, and at last the list of them.

    >>> import io, zipfile
    >>> out = io.BytesIO()
    >>> package = Zip(out)
    >>> package.add("awards.txt", deflated(b"Coastal Care Awards"))
    >>> package.close()
    >>> zipfile.ZipFile(out).read("awards.txt")
    b'Coastal Care Awards'
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out: BinaryIO = out
        # What is before it moves no place inside the zip.
        self._start: int = out.tell()
        self._listed: list[bytes] = []

    def add(self, name: str, part: Part) -> None:
        """Write a part that is there as a whole."""
        place = self._out.tell()
        self._out.write(_local(name, len(part.content), part.size, part.check))
        self._out.write(part.content)
        self._list(name, place, len(part.content), part.size, part.check)

    def stream(self, name: str, pieces: Iterable[str]) -> None:
        """Write a part that is made piece by piece, which need not fit into memory.

        Raises:
            PluginError: it, or the zip with it, is larger than a zip can tell.
        """
        made = iter(pieces)
        begun = _begun(made)
        if len(begun) <= _SMALL:
            self.add(name, deflated(begun))
            return
        place = self._out.tell()
        self._out.write(_local(name, 0, 0, 0))
        packed, size, check = 0, 0, 0
        press = _press(*_FOR_LARGE)
        for content in _contents(begun, made):
            packed += self._out.write(press.compress(content))
            size, check = size + len(content), zlib.crc32(content, check)
        packed += self._out.write(press.flush())
        self._list(name, place, packed, size, check)
        self._out.seek(place)
        self._out.write(_local(name, packed, size, check))
        self._out.seek(0, 2)

    def close(self) -> None:
        """Write the list of the parts, without which nothing can be read."""
        first = self._out.tell() - self._start
        listed = b"".join(self._listed)
        self._out.write(listed)
        number = len(self._listed)
        self._out.write(_END + struct.pack("<4H2LH", 0, 0, number, number, len(listed), first, 0))

    def _list(self, name: str, place: int, packed: int, size: int, check: int) -> None:
        start = place - self._start
        if max(size, start + packed) > _LARGEST:
            raise PluginError(f"{name} is larger than a workbook can hold, 4 GiB")
        told = name.encode()
        self._listed.append(
            _CENTRAL
            + struct.pack("<H", _UNIX)
            + _facts(told, packed, size, check)
            + struct.pack("<3H2L", 0, 0, 0, _MODE, start)
            + told
        )


def _begun(pieces: Iterator[str]) -> bytes:
    """As much of a part as tells whether it is a small one."""
    begun: list[bytes] = []
    size = 0
    for piece in pieces:
        begun.append(encoded(piece))
        size += len(begun[-1])
        if size > _SMALL:
            break
    return b"".join(begun)


def _contents(begun: bytes, pieces: Iterable[str]) -> Iterator[bytes]:
    yield begun
    for piece in pieces:
        yield encoded(piece)


def _local(name: str, packed: int, size: int, check: int) -> bytes:
    told = name.encode()
    return _LOCAL + _facts(told, packed, size, check) + told


def _facts(name: bytes, packed: int, size: int, check: int) -> bytes:
    """What both headers of a part say of it, in the same order."""
    return struct.pack(
        "<5H3L2H", _NEEDED, _UTF_8, _DEFLATED, _NO_TIME, _NO_DATE, check, packed, size, len(name), 0
    )

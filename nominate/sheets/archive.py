"""The zip archive that a workbook is: opened only after it is known to be no trap."""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from collections.abc import Iterator

from nominate.errors import UnreadableInput, shown
from nominate.files.reading import unreadable

__all__ = ["Archive", "damaged", "not_xml", "too_large"]

_EXPANDED = 1_500_000_000
_ENTRIES = 5_000
# Rows that say nothing but their number shrink to a fiftieth; what shrinks further holds nothing to read.
_RATIO, _RATIO_FROM = 250, 20_000_000
_PIECE = 1 << 20
_IS_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def damaged(file: str, why: str) -> UnreadableInput:
    """The error for a workbook that no program could open as it is.

    >>> print(damaged("a.xlsx", "its list of sheets is not XML"))
    a.xlsx: the workbook is damaged: its list of sheets is not XML; open it and save it under a new name
    """
    return unreadable(file, "E120", f"the workbook is damaged: {why}", "open it and save it under a new name")


def not_xml(file: str, part: str) -> UnreadableInput:
    """The error for a part of a workbook that cannot be parsed, or that brings entities of its own."""
    return damaged(file, f"its part {shown(part)} is not the XML that it should be")


def too_large(file: str, why: str) -> UnreadableInput:
    """The error for a workbook that would take more than any tracker needs."""
    return unreadable(file, "E122", why, "copy the cells that matter into a workbook of their own")


class Archive:
    """The parts of a workbook by name; `file` is what messages call it, `limit` the most bytes of them all.

    Sizes are those found by unpacking, since what an archive says of itself may be a lie.

    >>> Archive(b"no archive", file="a.xlsx")
    Traceback (most recent call last):
    nominate.errors.UnreadableInput: a.xlsx: the workbook is damaged: ...
    """

    def __init__(self, content: bytes, *, file: str, limit: int = _EXPANDED) -> None:
        self.file = file
        self._limit = self._left = limit
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN:
            raise damaged(file, "it is no whole zip archive") from None
        entries = self._zip.infolist()
        if len(entries) > _ENTRIES:
            raise too_large(file, f"it has {len(entries):,} parts, and at most {_ENTRIES:,} are read")
        if any(entry.flag_bits & _IS_ENCRYPTED for entry in entries):
            raise unreadable(file, "E121", "it is protected by a password", "take the password off")

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def parts(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Each part with its content, in pieces that are unpacked as they are asked for.

        Raises:
            UnreadableInput: the archive is damaged, or holds far more than its size lets expect.
        """
        for entry in self._zip.infolist():
            yield entry.filename, self._pieces(entry)

    def read(self, name: str) -> bytes:
        """The whole of one part.

        Raises:
            UnreadableInput: there is no such part, or it is damaged.
        """
        if name not in self.names:
            raise damaged(self.file, f"its part {shown(name)} is missing")
        return b"".join(self._pieces(self._zip.getinfo(name)))

    def _pieces(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        # Python reads as many bytes as the entry claims to hold; a larger claim makes it read them all.
        trusting = copy.copy(entry)
        trusting.file_size = self._left + 2 * _PIECE
        size = 0
        try:
            with self._zip.open(trusting) as stream:
                while piece := stream.read(_PIECE):
                    size += len(piece)
                    self._left -= len(piece)
                    self._refuse(entry, size)
                    yield piece
        except UnreadableInput:
            raise
        except _BROKEN:
            raise damaged(self.file, f"its part {shown(entry.filename)} cannot be unpacked") from None

    def _refuse(self, entry: zipfile.ZipInfo, size: int) -> None:
        if self._left < 0:
            raise too_large(self.file, f"it unpacks to more than {self._limit // 1_000_000:,} MB")
        if size > _RATIO_FROM and size > entry.compress_size * _RATIO:
            told = f"its part {shown(entry.filename)} unpacks to more than {_RATIO} times its size"
            raise too_large(self.file, told)

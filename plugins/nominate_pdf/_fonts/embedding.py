"""Font files: embedded so that their text can be read back, or refused with the reason."""

from __future__ import annotations

import hashlib
import io
import struct
from functools import lru_cache
from threading import Lock
from typing import Any

import attrs
from reportlab.pdfbase.pdfdoc import PDFName
from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFont

from nominate_pdf._file.packed import compressed
from nominate_pdf._fonts.claims import claims_too_many_letters

__all__ = ["EmbeddedFont", "FontRefused", "embedded"]

_TRUETYPE = (b"\x00\x01\x00\x00", b"true")
_NO_TRUETYPE = {
    b"OTTO": "has PostScript outlines, which cannot be embedded here; give its TrueType edition (.ttf)",
    b"ttcf": "is a collection of fonts; give a file of one font (.ttf)",
    b"wOFF": "is a web font; give the .ttf file that it was made from",
    b"wOF2": "is a web font; give the .ttf file that it was made from",
}
_NO_FONT = "is not a TrueType font (.ttf)"
_BROKEN = "is a font whose file is damaged"
# OpenType 1.9, table OS/2, fsType: of the first four bits the most generous counts.
_USES, _RESTRICTED, _WHOLE_ONLY, _PICTURES_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
_COUNT_OF_WIDTHS = 34  # in the table hhea
# A character map may list so many letters at a time (Adobe Technical Note 5014, section 3).
_BLOCK = 100
# A font descriptor's flags (ISO 32000-1, 9.8.2): it has codes of its own.
_SYMBOLIC, _NOT_SYMBOLIC = 0x0004, 0x0020
_READING = Lock()
# So many parts of each font are kept, of some twelve kilobytes each.
_KEPT = 16
# What reportlab raises for a file that breaks off or contradicts itself.
_FAULTS = (
    TTFError,
    struct.error,
    LookupError,
    ValueError,
    TypeError,
    ArithmeticError,
    AttributeError,
)


class FontRefused(Exception):  # noqa: N818 - named for what happened, as our other errors are
    """A font file that cannot be embedded; the text says why, to stand behind the name of the file.

    `font` is the name of the font that was read from it, if it could be read at all.
    """

    def __init__(self, reason: str, *, font: str = "") -> None:
        super().__init__(reason)
        self.font = font


@attrs.frozen(kw_only=True)
class Part:
    """A part of a font as objects of a file, which lack only the numbers of those that they name."""

    program: bytes
    readable: bytes
    descriptor: str
    font: str


class EmbeddedFont(TTFont):
    """A font whose text can be read back: no code of it stands for U+0000.

    Files of one batch hold nearly the same letters, so the last parts that were made are kept: they depend on
    nothing else.
    """

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(name, io.BytesIO(content))
        # A face is read like a file, from where it was left, and batches may work in threads.
        self._reading = Lock()
        self._kept = lru_cache(maxsize=_KEPT)(self._made)

    def part(self, number: int, letters: tuple[int, ...]) -> Part:
        """The part of that number in a file, counted from 0; each letter's code is its place, 0 for none.

        Raises `FontRefused` when the font turns out to be damaged.
        """
        return self._kept(number, letters)

    def _made(self, number: int, letters: tuple[int, ...]) -> Part:
        # Any: the types of reportlab leave out what a face holds.
        face: Any = self.face
        name = (SUBSETN(number) + b"+" + face.name + face.subfontNameX).decode("ascii")
        try:
            with self._reading:
                program = face.makeSubset(letters)
        except _FAULTS:
            # Which glyphs a font has is told at its head, and damage to one shows when it is taken.
            raise FontRefused(_BROKEN, font=str(self.fontName)) from None
        widths = " ".join([f"{face.getCharWidth(letter):g}" for letter in letters])
        said = (
            f"/Ascent {face.ascent:g}/CapHeight {face.capHeight:g}/Descent {face.descent:g}"
            f"/Flags {face.flags & ~_NOT_SYMBOLIC | _SYMBOLIC}/FontBBox[{' '.join(map(str, face.bbox))}]"
            f"/FontName{PDFName(name)}/ItalicAngle {face.italicAngle:g}/StemV {face.stemV:g}"
            f"/MissingWidth {face.defaultWidth:g}"
        )
        font = (
            f"<</Type/Font/Subtype/TrueType/BaseFont{PDFName(name)}/FirstChar 0/LastChar {len(letters) - 1}"
            f"/Widths[{widths}]"
        )
        return Part(
            program=compressed(program, b"/Length1 %d" % len(program)),
            readable=compressed(_character_map(name, letters).encode()),
            descriptor=f"<</Type/FontDescriptor{said}",
            font=font,
        )


def _character_map(name: str, subset: tuple[int, ...]) -> str:
    codes = [
        f"<{code:02X}> <{chr(letter).encode('utf-16-be').hex().upper()}>"
        for code, letter in enumerate(subset)
        if letter >= ord(" ")
    ]
    blocks = [codes[start : start + _BLOCK] for start in range(0, len(codes), _BLOCK)]
    return "\n".join((
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
        *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ))  # fmt: skip


def embedded(content: bytes) -> EmbeddedFont:
    """The font in a file, which is read once in a process.

    Raises `FontRefused` for a file that is no TrueType font, is damaged, or may not be embedded in part.
    """
    # Two threads that read it at once would name it twice in one file.
    with _READING:
        return _read(content)


@lru_cache(maxsize=32)
def _read(content: bytes) -> EmbeddedFont:
    if content[:4] not in _TRUETYPE:
        raise FontRefused(_NO_TRUETYPE.get(content[:4], _NO_FONT))
    try:
        _refuse_unlicensed(content)
        _refuse_boundless(content)
        digest = hashlib.sha256(content).hexdigest()[:12]
        made = EmbeddedFont(f"nominate-{digest}", content)
        # Two files may say the same name of themselves, and one document holds each name once.
        made.face.name += f"-{digest[:6]}".encode()
        _mend_widths(made.face)
    except _FAULTS:
        raise FontRefused(_BROKEN) from None
    return made


# Any: the types of reportlab leave out what a face holds.
def _mend_widths(face: Any) -> None:  # noqa: ANN401
    """Give the last glyphs, which share one width, that width as the font has it: reportlab scales it."""
    (told,) = struct.unpack_from(">H", face.get_table("hhea"), _COUNT_OF_WIDTHS)
    shared, _ = face.hmetrics[told - 1]
    face.hmetrics[told:] = [(shared, bearing) for _, bearing in face.hmetrics[told:]]


def _refuse_unlicensed(content: bytes) -> None:
    place = _table(content, b"OS/2")
    if place is None:
        return
    (allowed,) = struct.unpack_from(">H", content, place + 8)
    if allowed & _USES == _RESTRICTED:
        raise FontRefused("says that its licence does not allow it to be embedded; ask its maker")
    if allowed & (_WHOLE_ONLY | _PICTURES_ONLY):
        raise FontRefused("says that its licence does not allow a part of it to be embedded; ask its maker")


def _refuse_boundless(content: bytes) -> None:
    place = _table(content, b"cmap")
    if place is not None and claims_too_many_letters(content, place):
        raise FontRefused(_BROKEN)


def _table(content: bytes, tag: bytes) -> int | None:
    """Where a table of the font begins."""
    (count,) = struct.unpack_from(">H", content, 4)
    for number in range(count):
        name, _sum, place, _length = struct.unpack_from(">4sIII", content, 12 + 16 * number)
        if name == tag:
            return int(place)
    return None

"""The letters of one file, as codes of the parts of fonts that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count, groupby

from nominate_pdf._file.packed import PackedFile
from nominate_pdf._file.wording import escaped
from nominate_pdf._fonts.embedding import EmbeddedFont

__all__ = ["Coding"]

# A part has so many codes; the first of them stands for no letter.
_CODES = 256
_ASCII = range(32, 128)
_THEMSELVES = {**{code: escaped(chr(code)) for code in _ASCII}, 0xA0: " "}
_REST = (*range(1, _ASCII.start), *range(_ASCII.stop, _CODES))


class _Table(dict[int, str]):
    """The table by which `str.translate` makes a text the inside of a string; it grows with the letters.

    The first part holds ASCII, as itself, and the first of all other letters. One of a further part becomes a
    letter beyond all codes, which says both: the number of the part times 256, and the code there.
    """

    def __init__(self) -> None:
        super().__init__(_THEMSELVES)
        self.parts = [[0] * _ASCII.start + list(_ASCII)]
        self._free = chain(_REST, (place for place in count(_CODES) if place % _CODES))

    def __missing__(self, letter: int) -> str:
        place = next(self._free)
        number, code = divmod(place, _CODES)
        if number == len(self.parts):
            self.parts.append([])
        part = self.parts[number]
        part += [0] * (code + 1 - len(part))
        part[code] = letter
        said = self[letter] = escaped(chr(place))
        return said


class Coding:
    """Gives letters their codes, font by font, and writes the parts of fonts that hold them.

    `number` is that of the object which names these parts for every page.
    """

    def __init__(self, file: PackedFile) -> None:
        self._file = file
        self._fonts: dict[EmbeddedFont, _Table] = {}
        self._names: dict[EmbeddedFont, str] = {}
        self.number = file.number()

    def name(self, font: EmbeddedFont, part: int) -> str:
        """What a page calls a part of a font; the first holds ASCII letters as themselves."""
        self._table(font)
        return f"{self._names[font]}+{part}"

    def coded(self, text: str, font: EmbeddedFont) -> Sequence[tuple[int, str]]:
        """A text as the insides of strings, each with the number of the part that it is written in."""
        if text.isascii():
            return ((0, escaped(text)),)
        said = text.translate(self._table(font))
        return ((0, said),) if said.isascii() else tuple(_by_part(said))

    def write(self) -> None:
        """Write all that was named; no letter comes after."""
        named: list[str] = []
        for font, table in self._fonts.items():
            for number, letters in enumerate(table.parts):
                part = font.part(number, tuple(letters))
                program, readable, descriptor, own = (self._file.number() for _ in range(4))
                self._file.put_whole(program, part.program)
                self._file.put_whole(readable, part.readable)
                self._file.put(descriptor, f"{part.descriptor}/FontFile2 {program} 0 R>>")
                self._file.put(own, f"{part.font}/FontDescriptor {descriptor} 0 R/ToUnicode {readable} 0 R>>")
                named.append(f"{self._names[font]}+{number} {own} 0 R")
        self._file.put(self.number, f"<<{''.join(named)}>>")

    def _table(self, font: EmbeddedFont) -> _Table:
        if font not in self._fonts:
            self._fonts[font] = _Table()
            self._names[font] = f"/F{len(self._names) + 1}"
        return self._fonts[font]


def _by_part(said: str) -> Iterator[tuple[int, str]]:
    for part, letters in groupby(said, lambda letter: ord(letter) // _CODES):
        codes = "".join(letters)
        yield part, escaped("".join([chr(ord(code) % _CODES) for code in codes])) if part else codes

"""The one family of fonts: Open Sans, embedded in every file, so that bytes do not depend on the machine."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from nominate_pdf._theme import Face

FAMILY = "Open Sans"

# A character map may list so many letters at a time (Adobe Technical Note 5014, section 3).
_BLOCK = 100
_LAST_OF_PLANE = 0xFFFF


class _EmbeddedFont(TTFont):
    """A font whose text can be read back: no code of it stands for U+0000."""

    # Any: the types of reportlab's document leave out what it holds.
    def addObjects(self, doc: Any) -> None:  # noqa: N802, ANN401 - reportlab calls it so
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("ascii")
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _character_map(name, subset)


def _character_map(name: str, subset: list[int]) -> str:
    codes = [f"<{code:02X}> <{letter:04X}>" for code, letter in enumerate(subset) if letter >= ord(" ")]
    blocks = [codes[start : start + _BLOCK] for start in range(0, len(codes), _BLOCK)]
    return "\n".join((
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
        *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
        "endcmap CMapName currentdict /CMap defineresource pop end end",
    ))  # fmt: skip


@cache
def font(face: Face) -> TTFont:
    """The font of a face, read and made known to reportlab once in a process."""
    path = files("ttf_opensans").joinpath("ttf", f"OpenSans-{face.value}.ttf")
    made = _EmbeddedFont(font_name(face), str(path))
    registerFont(made)
    return made


def font_name(face: Face) -> str:
    """The name under which reportlab knows a face: one that no other library takes."""
    return f"nominate-{face.value}"


@cache
def printable_letters() -> frozenset[str]:
    """Every letter that each face can print by itself, one after the other."""
    held = frozenset.intersection(*(frozenset(font(face).face.charToGlyph) for face in Face))
    letters = (chr(code) for code in held if ord(" ") <= code < _LAST_OF_PLANE)
    # A mark that stands on the letter before it would need shaping, which reportlab does not do by itself.
    return frozenset(letter for letter in letters if unicodedata.category(letter)[0] not in "MC")

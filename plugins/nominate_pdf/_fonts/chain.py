"""The chain of fonts that letters are looked for in: the publisher's own, then fonts that come with us.

Never one that happens to be installed: bytes must not depend on the machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, partial
from importlib import import_module
from importlib.resources import files
from itertools import groupby

import attrs

from nominate_pdf._fonts.embedding import EmbeddedFont, embedded
from nominate_pdf._looks import Face

__all__ = ["Family", "FontChain", "Widths", "chain_of", "family_of", "shipped"]

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
# Scripts whose letters change by their neighbours, which would need shaping: Devanagari to Sinhala, Tibetan
# and Myanmar, Khmer and Mongolian, and Phags-pa (Unicode 16, chapters 12 to 14 and 16).
_SHAPED = ((0x0900, 0x0DFF), (0x0F00, 0x109F), (0x1780, 0x18AF), (0xA840, 0xA877))
# Capitals of Open Sans; some fonts tell a height that cannot be.
_CAPITALS = (0.6, 0.714, 0.8)
# So many widths of texts are kept for each face, of some hundred bytes each; and so many chains and families.
_REMEMBERED = 20_000
_FAMILIES = 8


@attrs.frozen(eq=False)
class Family:
    """A family of fonts; `load` gives the font of a face, and may be asked again and again."""

    load: Callable[[Face], EmbeddedFont]

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every letter that each face can print by itself, one after the other."""
        fonts = {self.load(face) for face in Face}
        held = frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))
        return frozenset(letter for code in held if stands_alone(letter := chr(code)))


def stands_alone(letter: str) -> bool:
    r"""Whether a letter can be set by putting it after the one before.

    A mark that stands on the letter before it, and letters that join or run from right to left, would need
    shaping.

    >>> stands_alone("ŵ"), stands_alone("\u0323"), stands_alone("ש")
    (True, False, False)
    """
    if letter.isascii():
        return letter.isprintable()
    return (
        unicodedata.category(letter)[0] not in "MC"
        and unicodedata.bidirectional(letter) not in _RIGHT_TO_LEFT
        and not any(first <= ord(letter) <= last for first, last in _SHAPED)
    )


class Widths(dict[str, float]):
    """How wide each text is at the size of one point, in one face; what was measured last is kept."""

    def __init__(self, letter_width: Callable[[str], float]) -> None:
        super().__init__()
        self._letters = _LetterWidths(letter_width)

    def __missing__(self, text: str) -> float:
        """The width, which is that of its letters: none is kerned."""
        if len(self) >= _REMEMBERED:
            self.clear()
        width = self[text] = self.anew(text)
        return width

    def anew(self, text: str) -> float:
        """The width of a text that hardly comes twice, so that it is not kept: words are."""
        return sum(map(self._letters.__getitem__, text))


class _LetterWidths(dict[str, float]):
    def __init__(self, width: Callable[[str], float]) -> None:
        super().__init__()
        self._width = width

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._width(letter)
        return width


class FontChain:
    """Finds for each letter the first family that holds it; a family is read when it is first needed.

    >>> FontChain(shipped()).lacking({"w", "ŵ", "ƀ", "א"})
    {'א'}
    """

    def __init__(self, families: Sequence[Family]) -> None:
        self._families = tuple(families)
        self._plain = self._families[0].letters | {"\n"}
        self._ranks: dict[str, int] = {}
        self._widths = {face: Widths(partial(self._letter_width, face)) for face in Face}

    def font(self, face: Face, rank: int = 0) -> EmbeddedFont:
        """The font of a face in the family of that rank, counted from 0."""
        return self._families[rank].load(face)

    def widths(self, face: Face) -> Widths:
        """How wide texts are in a face, each letter in the first family that holds it.

        They are shared by all files of these fonts: a width depends on nothing else.
        """
        return self._widths[face]

    def _letter_width(self, face: Face, letter: str) -> float:
        return self.font(face, self._rank(letter)).stringWidth(letter, 1.0)

    @cached_property
    def capitals(self) -> float:
        """How high capitals of the first family are, as a part of the size."""
        told = self.font(Face.REGULAR).face.capHeight / 1000
        least, usual, most = _CAPITALS
        return told if least <= told <= most else usual

    def lacking(self, letters: Iterable[str]) -> set[str]:
        """The letters that no family can print."""
        missing = set(letters)
        for family in self._families:
            missing = missing - family.letters if missing else missing
        return missing

    def is_plain(self, text: str) -> bool:
        """Whether the first family can print all of a text."""
        return self._plain.issuperset(text)

    def runs(self, text: str) -> Iterator[tuple[str, int]]:
        """The text in parts of one family each, with its rank."""
        if self.is_plain(text):
            yield text, 0
            return
        for rank, letters in groupby(text, self._rank):
            yield "".join(letters), rank

    def _rank(self, letter: str) -> int:
        if letter not in self._ranks:
            holding = (rank for rank, family in enumerate(self._families) if letter in family.letters)
            self._ranks[letter] = next(holding, 0)
        return self._ranks[letter]


@lru_cache(maxsize=_FAMILIES)
def chain_of(families: tuple[Family, ...]) -> FontChain:
    """The chain of some families, which files of the same fonts share."""
    return FontChain(families)


@lru_cache(maxsize=_FAMILIES)
def family_of(regular: bytes, *, bold: bytes = b"", italic: bytes = b"") -> Family:
    """The family in a publisher's own files; without bold or italic, the regular stands for it.

    Raises `FontRefused` when one cannot be embedded.
    """
    fonts = {
        Face.REGULAR: embedded(regular),
        Face.SEMIBOLD: embedded(bold or regular),
        Face.BOLD: embedded(bold or regular),
        Face.ITALIC: embedded(italic or regular),
    }
    return Family(fonts.__getitem__)


@cache
def shipped() -> tuple[Family, ...]:
    """Open Sans, in which everything is set; Noto Sans for the rest of Latin, Greek and Cyrillic; FiraGO."""
    return Family(_open_sans), Family(_noto_sans), Family(_firago)


@cache
def _open_sans(face: Face) -> EmbeddedFont:
    return embedded(files("ttf_opensans").joinpath("ttf", f"OpenSans-{face.value}.ttf").read_bytes())


@cache
def _noto_sans(face: Face) -> EmbeddedFont:
    return _packed("NotoSans", face)


@cache
def _firago(face: Face) -> EmbeddedFont:
    return _packed("FiraGO", face)


def _packed(family: str, face: Face) -> EmbeddedFont:
    # The distribution holds each font as a module, and has no half bold.
    cut = Face.BOLD if face is Face.SEMIBOLD else face
    return embedded(import_module(f"pymupdf_fonts.{family}_{cut.value}").fontbuffer)

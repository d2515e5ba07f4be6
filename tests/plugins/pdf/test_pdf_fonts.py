"""Each letter is set in the first font that holds it, and a font that cannot be embedded is refused."""

from __future__ import annotations

import io
import struct
import unicodedata
from collections.abc import Callable
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import nominate
from nominate import File, OptionError, View, render
from nominate.documents import Document, Paragraph, Strong, Table
from nominate_pdf._fonts.chain import Family, FontChain, shipped
from nominate_pdf._looks import Face
from nominate_pdf._options import PdfOptions
from nominate_pdf._theme import theme_of

Print = Callable[..., Any]

# Added to Unicode since version 12, for medieval texts and phonetics: no open font at hand holds them yet.
_TOO_YOUNG = frozenset(
    chr(code)
    for first, last in ((0xA7AF, 0xA7CA), (0xA7D0, 0xA7D9), (0xA7F5, 0xA7F6), (0xAB66, 0xAB68))
    for code in range(first, last + 1)
) | frozenset(map(chr, range(0x1DF00, 0x1E000)))


def _open_sans(cut: str = "Regular") -> bytes:
    return files("ttf_opensans").joinpath("ttf", f"OpenSans-{cut}.ttf").read_bytes()


def _packed(name: str) -> bytes:
    content = import_module(f"pymupdf_fonts.{name}").fontbuffer
    assert isinstance(content, bytes)
    return content


FIRA = File(name="fira.ttf", content=_packed("FiraGO_Regular"))


def _latin() -> str:
    letters = map(chr, range(0x20, 0x20000))
    return "".join(each for each in letters if unicodedata.name(each, "").startswith("LATIN "))


def test_every_latin_letter_of_unicode_is_printed_in_every_face(printed: Print) -> None:
    letters = "".join(each for each in _latin() if each not in _TOO_YOUNG and each.isalpha())
    assert len(letters) > 1_100
    words = " ".join(letters[start : start + 10] for start in range(0, len(letters), 10))
    result = printed(Document(title="Latin", blocks=[Paragraph(content=[words, " ", Strong(text=words)])]))
    assert result.problems == ()
    assert "".join(result.words) == "Latin" + unicodedata.normalize("NFC", letters) * 2


def test_a_latin_letter_that_is_too_young_for_the_fonts_is_told(printed: Print) -> None:
    for letter in sorted(_TOO_YOUNG & set(_latin())):
        result = printed(Document(title=f"A{letter}", blocks=[]))
        assert [each.code for each in result.problems] in ([], ["W605"]), letter
        assert result.words == [f"A{letter}"] or result.words == [f"A[U+{ord(letter):04X}]"]


@pytest.mark.parametrize("text", ["ẁẃẅỳŵŷẀẂẄỲŴŶ", "Ọlọrun", "Ɓeeɗo", "Ἑλλάς", "\u04c0\u04cf ҧ", "საქართველო"])
def test_letters_of_several_fonts_stand_within_one_word(printed: Print, text: str) -> None:
    document = Document(
        title="Words",
        blocks=[Paragraph(content=f"before{text}after"), Table(caption="T", header=["A"], rows=[[text]])],
    )
    result = printed(document)
    assert result.problems == ()
    assert result.words == ["Words", *f"before{text}after".split(), "T", "A", *text.split()]


def test_text_in_plain_letters_reads_no_further_font() -> None:
    asked: list[Face] = []
    first, *further = shipped()

    def told(face: Face) -> Any:
        asked.append(face)
        return further[0].load(face)

    chain = FontChain((first, Family(told)))
    assert chain.is_plain("Gŵyl y dŵr")
    assert chain.lacking("Gŵyl y dŵr") == set()
    assert asked == []
    assert list(chain.runs("aɓ")) == [("a", 0), ("ɓ", 1)]
    assert asked


def _fonts_of(content: bytes) -> set[str]:
    return {
        str(font.get_object()["/BaseFont"])
        for page in PdfReader(io.BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # pypdf leaves the type open
    }


def test_a_font_of_the_publisher_is_embedded_and_leaves_other_letters_to_ours(small_summary: View) -> None:
    fonts = _fonts_of(render(small_summary, "pdf", options={"font": FIRA}))
    assert any("FiraGO" in name for name in fonts)
    assert not any("OpenSans" in name for name in fonts)


def test_a_bold_and_an_italic_are_used_where_they_are_given() -> None:
    bold, italic = (File(name=f"{cut}.ttf", content=_open_sans(cut)) for cut in ("ExtraBold", "LightItalic"))
    theme = theme_of(PdfOptions(font=FIRA, font_bold=bold, font_italic=italic))
    names = [str(theme.fonts.font(face).face.name) for face in Face]
    assert [("FiraGO" in name, "ExtraBold" in name, "Italic" in name) for name in names] == [
        (True, False, False),
        (False, True, False),
        (False, True, False),
        (False, False, True),
    ]


def test_a_font_named_for_further_letters_is_asked_last() -> None:
    theme = theme_of(PdfOptions(fallback_fonts=(FIRA,)))
    assert list(theme.fonts.runs("aɓ→")) == [("a", 0), ("ɓ", 1), ("→", 2)]


def _with_licence(allowed: int) -> bytes:
    content = bytearray(_open_sans())
    entry = content.index(b"OS/2")
    (start,) = struct.unpack_from(">I", content, entry + 8)
    struct.pack_into(">H", content, start + 8, allowed)
    return bytes(content)


def _with_letters(character_map: bytes) -> bytes:
    """The font with a character map of one's own."""
    content = bytearray(_open_sans())
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + character_map
    struct.pack_into(">II", content, content.index(b"cmap") + 8, len(content), len(table))
    return bytes(content) + table


def _in_groups(*groups: tuple[int, int]) -> bytes:
    told = b"".join(struct.pack(">III", first, last, 1) for first, last in groups)
    return struct.pack(">HHIII", 12, 0, 16 + len(told), 0, len(groups)) + told


def _in_segments(count: int) -> bytes:
    """Each of them with all letters but the last."""
    lasts, others = struct.pack(">H", 0xFFFE) * count, bytes(2 * count)
    return struct.pack(">7H", 4, 0, 0, 2 * count, 0, 0, 0) + lasts + b"\0\0" + others * 3


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a TrueType font (.ttf)"),
        (b"%PDF-1.7", "is not a TrueType font (.ttf)"),
        (_packed("NotoSansMath_Regular"), "has PostScript outlines, which cannot be embedded here"),
        (b"wOF2" + bytes(60), "is a web font; give the .ttf file"),
        (b"ttcf" + bytes(60), "is a collection of fonts"),
        (_with_licence(0x0002), "says that its licence does not allow it to be embedded"),
        (_with_licence(0x0100), "says that its licence does not allow a part of it to be embedded"),
        (_with_licence(0x0200), "says that its licence does not allow a part of it to be embedded"),
        (_open_sans()[:400], "is a font whose file is damaged"),
        (_open_sans()[:2_000], "is a font whose file is damaged"),
        (b"\x00\x01\x00\x00" + bytes(200), "is a font whose file is damaged"),
        (_with_letters(_in_groups((0, 0xFFFFFFFF))), "is a font whose file is damaged"),
        (_with_letters(_in_groups(*[(0, 0x10FFFF)] * 90)), "is a font whose file is damaged"),
        (_with_letters(_in_groups((0x110000, 0x110003))), "is a font whose file is damaged"),
        (_with_letters(_in_segments(30_000)), "is a font whose file is damaged"),
    ],
    ids=[
        "empty",
        "pdf",
        "postscript",
        "web",
        "collection",
        "restricted",
        "whole",
        "pictures",
        "cut",
        "short",
        "nought",
        "four billion letters",
        "a hundred million letters",
        "letters beyond Unicode",
        "the same letters over and over",
    ],
)
def test_a_font_that_cannot_be_embedded_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    for name in ("font", "fallback_fonts"):
        given = File(name="ours.ttf", content=content)
        options = PdfOptions(font=given) if name == "font" else PdfOptions(fallback_fonts=(given,))
        with pytest.raises(OptionError) as failure:
            theme_of(options)
        assert str(failure.value).startswith(f"font 'ours.ttf' {reason}")


def _with_damage(table: bytes, place: int, damage: bytes) -> bytes:
    content = bytearray(_open_sans())
    (start,) = struct.unpack_from(">I", content, content.index(table) + 8)
    content[start + place : start + place + len(damage)] = damage
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [_with_damage(b"glyf", 0, b"\xff" * 60_000), _with_damage(b"maxp", 4, b"\0\0")],
    ids=["outlines", "count of glyphs"],
)
@pytest.mark.parametrize("name", ["font", "font_bold"])
def test_a_font_whose_damage_shows_in_its_glyphs_is_named(
    small_view: View, content: bytes, name: str
) -> None:
    damaged = File(name="ours.ttf", content=content)
    with pytest.raises(OptionError, match=r"^font 'ours\.ttf' is a font whose file is damaged$"):
        render(small_view, "pdf", options={"font": FIRA, name: damaged})


@pytest.mark.parametrize("allowed", [0x0000, 0x0004, 0x0008, 0x000A], ids=hex)
def test_a_font_that_may_be_embedded_is(allowed: int) -> None:
    theme = theme_of(PdfOptions(font=File(name="ours.ttf", content=_with_licence(allowed))))
    assert theme.fonts.is_plain("Aberdŵr")


def test_a_font_that_says_nothing_of_its_licence_is_embedded(printed: Print) -> None:
    # Fonts of old Macintoshes have no such table.
    content = _open_sans().replace(b"OS/2", b"OS/0", 1)
    theme = theme_of(PdfOptions(font=File(name="ours.ttf", content=content)))
    assert printed(Document(title="Aberdŵr", blocks=[]), theme=theme).words == ["Aberdŵr"]


def test_a_bold_without_a_regular_is_refused() -> None:
    with pytest.raises(OptionError, match="font_bold and font_italic go with a font; give -O font=FILE"):
        theme_of(PdfOptions(font_bold=FIRA))


def test_a_font_without_plain_letters_is_refused() -> None:
    content = bytearray(_open_sans())
    # The first range of its character map holds the letters from the space to H: only H is left in it.
    first_range = content.index(struct.pack(">HHH", 0x20, 0x49, 0x4A))
    struct.pack_into(">H", content, first_range, 0x48)
    with pytest.raises(OptionError, match=r"font 'ours.ttf' lacks plain letters or digits; give one of text"):
        theme_of(PdfOptions(font=File(name="ours.ttf", content=bytes(content))))


@pytest.fixture(scope="module")
def small_summary() -> View:
    register = nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")
    return nominate.view(register, as_of="2026-12-01")

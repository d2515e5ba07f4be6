from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from nominate.documents import Content, Link, Strong
from nominate_pdf._fonts.chain import FontChain, shipped, stands_alone
from nominate_pdf._fonts.letters import Letters
from nominate_pdf._looks import BODY, Face
from nominate_pdf._pages.stacking import paged
from nominate_pdf._pages.strips import Strip
from nominate_pdf._setting.lines import Line
from nominate_pdf._setting.typesetter import Typesetter

FONTS = FontChain(shipped())
# The last is in another font than the others.
LETTERS = st.sampled_from("aw-/ŵ  .iɓ")
TEXTS = st.text(LETTERS, min_size=1, max_size=80)
WIDTHS = st.floats(min_value=1, max_value=200)
PIECES = st.one_of(
    TEXTS,
    TEXTS.map(lambda text: Strong(text=text)),
    TEXTS.filter(str.strip).map(lambda text: Link(text=text, url="https://example.org/")),
)


def _typesetter() -> Typesetter:
    return Typesetter(FONTS, _letters())


def _letters() -> Letters:
    return Letters(FONTS.lacking, stands_alone=stands_alone)


def _text(line: Line) -> str:
    return line if isinstance(line, str) else "".join(piece.text for piece in line)


def _width(line: Line, typesetter: Typesetter) -> float:
    if isinstance(line, str):
        return typesetter.ruler(Face.REGULAR, BODY.size)(line.rstrip(" "))
    # Spaces at the end hang over, also those of a piece of their own.
    said = [piece for place, piece in enumerate(line) if _text(line[place:]).strip()] or line[:1]
    *others, last = said
    whole = sum(typesetter.width(piece, BODY) for piece in others)
    return whole + typesetter.ruler(last.face, BODY.size)(last.text.rstrip(" "))


@given(text=TEXTS, width=WIDTHS)
def test_the_lines_of_a_plain_text_joined_are_the_text(text: str, width: float) -> None:
    lines = _typesetter().lines((text,), BODY, width)
    assert "".join(map(_text, lines)) == " ".join(text.split())


@given(content=st.lists(PIECES, min_size=2, max_size=5).map(tuple), width=WIDTHS)
def test_the_lines_of_a_marked_text_joined_are_its_words(content: Content, width: float) -> None:
    lines = _typesetter().lines(content, BODY, width)
    said = "".join(part if isinstance(part, str) else part.text for part in content)
    assert "".join(map(_text, lines)).split() == said.split()


@given(content=st.lists(PIECES, min_size=1, max_size=5).map(tuple), width=WIDTHS)
def test_no_line_is_wider_than_it_may_be_unless_it_is_one_letter(content: Content, width: float) -> None:
    typesetter = _typesetter()
    for line in typesetter.lines(content, BODY, width):
        is_one_letter = len(_text(line).strip()) <= 1
        assert is_one_letter or _width(line, typesetter) <= width + 0.001


@given(text=st.text(max_size=60))
def test_only_printable_letters_come_out_of_any_text(text: str) -> None:
    told = _letters().printable(text)
    assert FONTS.lacking(set(told) - {"\n"}) == set()
    assert _letters().printable(told) == told


@given(text=st.text(max_size=60))
def test_a_text_without_signs_lost_no_letter(text: str) -> None:
    letters = _letters()
    told = letters.printable(text)
    if not letters.problems:
        seen = [each for each in unicodedata.normalize("NFKC", text) if each.isalnum()]
        assert [each for each in unicodedata.normalize("NFKC", told) if each.isalnum()] == seen


HEIGHTS = st.lists(st.tuples(st.floats(1, 300), st.floats(0, 40), st.booleans()), max_size=60)


@given(heights=HEIGHTS)
def test_pages_hold_every_strip_in_order_and_none_over_the_edge(
    heights: list[tuple[float, float, bool]],
) -> None:
    strips = [Strip(height=height, before=before, stays_with_next=stays) for height, before, stays in heights]
    pages = paged(strips, top=700, bottom=50)
    assert [strip for page in pages for strip, _ in page] == strips
    for page in pages:
        tops = [top for _, top in page]
        assert tops == sorted(tops, reverse=True)
        assert all(top <= 700 and top - strip.height >= 50 - 0.001 for strip, top in page)


def test_a_strip_taller_than_a_page_has_a_page_of_its_own() -> None:
    small, tall = Strip(height=10), Strip(height=2_000)
    assert [[strip for strip, _ in page] for page in paged([small, tall, small], top=700, bottom=50)] == [
        [small],
        [tall],
        [small],
    ]
    assert len(paged([tall], top=700, bottom=50)) == 1

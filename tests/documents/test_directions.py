"""A mark in somebody's text that turns what follows never reaches beyond that text, in any form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.documents import Document, Paragraph, to_html, to_markdown, to_text
from nominate.documents.characters import cleaned

MARKS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ward \u202e7 night", "Ward 7 night"),
        ("Ward \u20667 night", "Ward 7 night"),
        ("Ward 7\u202c\u2069 night", "Ward 7 night"),
        ("\u2067\u05e2\u05d1\u2069 and \u202babc\u202c", "\u2067\u05e2\u05d1\u2069 and \u202babc\u202c"),
        ("\u2066a \u202eb\u2069 c", "\u2066a b\u2069 c"),
        ("\u2066a \u202cb\u2069 c", "\u2066a b\u2069 c"),
        ("\u202aa \u2066b\u202c c", "a b c"),
        ("\u202aa \u2066b\u2069 c\u202c", "\u202aa \u2066b\u2069 c\u202c"),
    ],
)
def test_marks_of_direction_stay_in_pairs_alone(text: str, told: str) -> None:
    assert cleaned(text) == told


@given(st.text(alphabet=MARKS + "ab\u05e2 ", max_size=30))
def test_whatever_is_opened_is_closed(text: str) -> None:
    told = cleaned(text)
    depth: list[str] = []
    for letter in told:
        if letter in "\u202c\u2069":
            opener = depth.pop()
            assert (opener in "\u2066\u2067\u2068") == (letter == "\u2069")
        elif letter in MARKS:
            depth.append(letter)
    assert depth == []
    assert cleaned(told) == told


@pytest.mark.parametrize("form", [to_html, to_markdown, to_text])
def test_no_name_turns_the_sentence_around_it(form: Callable[[Document], str]) -> None:
    told = Document(title="News", blocks=[Paragraph(content="The Ward \u202e7 team won on 3 March.")])
    assert "\u202e" not in form(told)
    assert "7 team won on 3 March" in form(told).replace("\u00a0", " ")

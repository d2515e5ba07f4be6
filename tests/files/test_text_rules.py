"""Which text may stand in a field: what is hidden, blank or too long may not."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.files.faults import Fault
from nominate.files.text_rules import text_reader
from nominate.model.fields import TextRule

LINE = TextRule(length=300)
LINES = TextRule(length=20_000, has_lines=True)
LINK = TextRule(length=2_000, is_link=True)
SLUG = TextRule(length=100, is_slug=True)


def read(text: str, rule: TextRule = LINE) -> str:
    return text_reader(rule)(text, str)


def refused(text: str, rule: TextRule = LINE) -> str:
    with pytest.raises(Fault) as caught:
        read(text, rule)
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "Ysbyty Gŵyl y Ŷd",
        "👩‍⚕️",
        "مستشفى",
        "日本",
        "a\u00a0b",
        "e\u0301",
        "\u200f\u05e2\u05d1\u05e8\u05d9\u05ea",
        "=1+1",
        "a",
        "👍🏽",
        "\ue000",
    ],
)
def test_text_of_every_script_is_kept_as_it_is(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\t", "U+0009"),
        ("\r", "U+000D"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2066", "U+2066 (left-to-right isolate)"),
        ("\ud800", "U+D800"),
        ("\ufdd0", "U+FDD0"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffe", "U+10FFFE"),
    ],
)
@pytest.mark.parametrize("rule", [LINE, LINES], ids=["line", "lines"])
def test_hidden_characters_are_refused_by_name(character: str, name: str, rule: TextRule) -> None:
    assert refused(f"a{character}b", rule).endswith(f"holds the hidden character {name}; take it out")


@pytest.mark.parametrize(
    "blank", [" ", "\u00a0", "\u200b", "\ufeff", "\u3164", "\u2800", "\u00ad", "\ufe0f", "\u180e"]
)
def test_text_that_shows_nothing_is_blank(blank: str) -> None:
    assert "is blank" in refused(blank * 3)


def test_a_new_line_stands_only_in_long_text() -> None:
    assert read("a\nb", LINES) == "a\nb"
    assert refused("a\nb") == "'a\\nb' has more than one line; write it on one line"


def test_space_around_text_is_taken_off() -> None:
    assert read("  a b\n") == "a b"
    assert read("\n  a\n\nb  \n", LINES) == "a\n\nb"


@pytest.mark.parametrize(("rule", "length"), [(LINE, 300), (LINES, 20_000)])
def test_text_has_a_longest_length(rule: TextRule, length: int) -> None:
    assert read("é" * length, rule)
    assert (
        refused("x" * (length + 1), rule) == f"{length + 1:,} characters are too many; keep it to {length:,}"
    )


@pytest.mark.parametrize("slug", ["a", "2020", "hsj-patient-safety", "a.b_c-d", "x" * 100])
def test_an_id_is_lower_case_letters_digits_and_single_marks(slug: str) -> None:
    assert read(f" {slug} ", SLUG) == slug


@pytest.mark.parametrize(
    ("text", "near"),
    [("RUH", "ruh"), ("Ysbyty Gŵyl", "ysbyty-gwyl"), ("St Mary's", "st-marys"), ("-a", "a"), ("a/b", "a-b")],
)
def test_what_is_no_id_leads_to_one(text: str, near: str) -> None:
    assert refused(text, SLUG) == f"{text!r} is not an id; did you mean {near!r}?"


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=1#c", "http://x", "mailto:ann@example.org", "https://é.org"]
)
def test_a_link_is_http_https_or_mailto(link: str) -> None:
    assert read(f" {link} ", LINK) == read(link, LINK) == link


@pytest.mark.parametrize(
    "text", ["https://", "https:///x", "https://a\u202eb", "mailto:ann", "//x", "ftp://x", "https://<b>"]
)
def test_what_is_no_link_is_refused(text: str) -> None:
    assert refused(text, LINK)


def test_an_id_that_is_too_long_is_refused() -> None:
    assert refused("x" * 101, SLUG) == "101 characters are too many; keep it to 100"


def test_what_python_calls_printable_never_hides_anything() -> None:
    # The quick test of the reader relies on it, for every character that there is.
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if character.isprintable():
            assert read(f"a{character}b") == f"a{character}b", unicodedata.name(character, hex(code))


@given(st.text())
def test_any_text_is_taken_or_refused_in_printable_words(text: str) -> None:
    try:
        assert read(text, LINES).strip()
    except Fault as fault:
        assert str(fault).isprintable()  # noqa: PT017 - either end is right

from __future__ import annotations

import unicodedata
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import When, cell_digest
from nominate.viewing.cell_digests import cell_text

LONDON = ZoneInfo("Europe/London")
Cell = str | int | Decimal | When | None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", " a "),
        ("a\nb", "a\r\nb"),
        ("a\nb", "a \rb\n"),
        (None, ""),
        ("", " \n "),
        ("Tŷ Gŵyr", unicodedata.normalize("NFD", "Tŷ Gŵyr")),
        (3, "3"),
        (3, Decimal("3.00")),
        (Decimal("2.50"), "2.5"),
        (Decimal("1E+3"), 1000),
        (Decimal("-0.0"), 0),
        (True, "yes"),
        (False, "no"),
        (When(2020, 11), "2020-11"),
        (When(2020, 11, 12, 0, 0), When(2020, 11, 12)),
        (When.parse("2020-06-01T20:00Z"), When(2020, 6, 1, 21, 0)),
        (When.parse("2020-06-01T23:00Z/2020-06-02T23:00Z"), "2020-06-02/2020-06-03"),
    ],
)
def test_what_says_the_same_has_one_digest(one: Cell, other: Cell) -> None:
    assert cell_digest(one, zone=LONDON) == cell_digest(other, zone=LONDON)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "A"),
        ("a b", "a  b"),
        ("ab", "a\nb"),
        (True, 1),
        (1, 0),
        (When(2020, 11), When(2020, 11, 1)),
        (When(2020, 11, 12), When(2020, 11, 12, 18, 0)),
        (When(2020), When.parse("2020~")),
        ("", "0"),
        (Decimal("NaN"), ""),
    ],
)
def test_what_says_something_else_has_another(one: Cell, other: Cell) -> None:
    assert cell_digest(one, zone=LONDON) != cell_digest(other, zone=LONDON)


def test_a_digest_is_eight_letters_that_never_change() -> None:
    # Files out there carry it: another digest would make an edit of every cell of theirs.
    assert cell_digest("shortlisted", zone=LONDON) == "cs3m7fgv"
    assert cell_digest(When(2020, 11), zone=LONDON) == cell_digest("2020-11", zone=LONDON)


@given(st.text())
def test_any_text_has_a_digest_and_a_second_reading_is_the_same(text: str) -> None:
    digest = cell_digest(text, zone=LONDON)
    assert len(digest) == 8
    assert cell_digest(cell_text(text, zone=LONDON), zone=LONDON) == digest

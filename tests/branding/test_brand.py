"""A brand is read from a small file, and refused where its text could not be read."""

from __future__ import annotations

import pytest

from nominate import Brand, DataError, read_brand


def test_a_brand_takes_what_its_file_says_and_the_rest_from_ours() -> None:
    brand = read_brand('main: "#005eb8"\nfont: Arial\n', name="brand.yaml")
    assert brand == Brand(main="005EB8", font="Arial")


def test_a_brand_may_be_json_and_an_empty_one_is_ours() -> None:
    assert read_brand(b'{"link": "003087"}', name="brand.json").link == "003087"
    assert read_brand("", name="brand.yaml") == Brand()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("main: 41B6E6", "brand.yaml:1:7: main", "has a contrast of 2.31 to 1, and text needs 4.5 to 1"),
        ("on_main: 768692", "brand.yaml:1:10: on_main", "on main has a contrast of 2"),
        ("ink: 777777", "brand.yaml:1:6: ink", "on white has a contrast of 4.47 to 1"),
        ("main: blue", "brand.yaml:1:7: main", "'blue' is not a colour"),
        ("font: 'A & B'", "brand.yaml:1:7: font", "'A & B' is not the name of a font"),
        ("mian: 005EB8", "brand.yaml:1:1: mian", "did you mean 'main'?"),
        ("- 005EB8", "brand.yaml:1:1", "a map with keys such as main"),
    ],
)
def test_a_brand_that_could_not_be_used_is_refused_with_its_place(
    text: str, place: str, message: str
) -> None:
    with pytest.raises(DataError) as failure:
        read_brand(text, name="brand.yaml")
    told = str(failure.value.problems[0])
    assert told.startswith(place)
    assert message in told


def test_every_fault_of_a_brand_is_told() -> None:
    with pytest.raises(DataError) as failure:
        read_brand("main: blue\nlink: FFFF00\nfont: <b>\n", name="brand.yaml")
    assert [problem.code for problem in failure.value.problems] == ["E640", "E641", "E640"]


def test_an_unquoted_number_sign_is_told_with_its_cure() -> None:
    with pytest.raises(DataError, match="#"):
        read_brand("main: #005EB8\nlink: #003087\nfont: '#'", name="brand.yaml")


def test_a_file_of_another_sort_is_refused() -> None:
    with pytest.raises(DataError):
        read_brand("main: 005EB8 # " + "x" * 100_000, name="brand.yaml")

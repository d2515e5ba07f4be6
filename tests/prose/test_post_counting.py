"""How long each platform finds a text: its own published vectors, and laws on any text."""

from __future__ import annotations

import re
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import UsageError
from nominate.prose.posts.counting import Measure, graphemes, measured
from nominate.prose.posts.hashtags import hashtag
from nominate.prose.posts.platforms import Detail, Unit, drops, platform, platforms
from nominate.prose.words import Name

FAMILY, DOCTOR, SINGER = "👨‍👩‍👧‍👦", "👩‍⚕️", "👨‍🎤"
ENGLAND, WALES = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"

# The cases of twitter-text's conformance suite, github.com/twitter/twitter-text, conformance/validate.yml.
WEIGHED = {
    "plain": ("This is a test.", 15),
    "a link": ("Hi http://test.co", 26),
    "a link without a scheme": ("test.com", 23),
    "links among words": ("Test https://test.com test https://test.com test.com test", 86),
    "ten long links": ("https://www.twitter.com/aloha " * 10, 240),
    "a label that is too long for a link": ("randomurl" * 6 + "randomurls.com", 68),
    "a country's domain": ("foo.co.jp", 23),
    "two hundred and eighty-five": ("285 chars-" + "xxxxxxxxxx-" * 25, 285),
    "Hangul": ("저찀쯿쿿", 8),
    "a cat, a face and a family": (f"H🐱☺{FAMILY}", 7),
    "five emoji": ("😷👾😡🔥💩", 10),
    "a skin tone and a singer": (f"🙋🏽{SINGER}", 4),
    "a keycap": ("1⃣", 2),
    "a flag of tags": (f"Unicode 10.0 emoji: 🤪; 🧕; 🧕🏾; {ENGLAND}", 34),
    "a dancer": ("Unicode 9.0 emoji: 🤠; 💃; 💃🏾", 29),
    "a letter and its accent": ("A\u0301B", 2),
}
# From the rules of UAX #29 and its GraphemeBreakTest.txt.
CLUSTERS = {
    "nothing": ("", 0),
    "letters": ("abc", 3),
    "a line end of two characters": ("a\r\nb", 3),
    "Welsh, composed": ("Tŷ Gŵyr", 7),
    "Welsh, with combining marks": ("Ty\u0302 Gw\u0302yr", 7),
    "a family": (FAMILY, 1),
    "a doctor": (DOCTOR, 1),
    "two flags of letters": ("🇬🇧🇮🇪", 2),
    "the flag of Wales": (WALES, 1),
    "Hangul from its parts": ("\u1100\u1161\u11a8", 1),
    "Hangul, composed": ("각", 1),
    "Devanagari with a vowel sign": ("क\u093f", 1),
    "Devanagari, a conjunct": ("क\u094dत", 1),
    "a spacing mark": ("\u0e01\u0e33", 1),
}


@pytest.mark.parametrize(("text", "count"), WEIGHED.values(), ids=WEIGHED)
def test_x_weighs_as_its_own_suite_says(text: str, count: int) -> None:
    assert measured(text, platform("x")).count == count


@pytest.mark.parametrize(("text", "count"), CLUSTERS.values(), ids=CLUSTERS)
def test_graphemes_are_what_people_see(text: str, count: int) -> None:
    assert graphemes(text) == count


@pytest.mark.parametrize(
    ("name", "count"), [("x", 23 + 6), ("bluesky", 40 + 6), ("linkedin", 40 + 6), ("mastodon", 23 + 6)]
)
def test_a_link_counts_as_each_platform_counts_it(name: str, count: int) -> None:
    link = "https://example.org/" + "a" * 20
    assert measured(f"Read {link}.", platform(name)).count == count


@pytest.mark.parametrize("host", ["localhost", "intranet", "a..b", "-a.org", "a.1"])
def test_what_no_platform_shortens_counts_as_typed(host: str) -> None:
    text = f"https://{host}/{'a' * 60}"
    assert measured(text, platform("mastodon")).count == len(text)


def test_a_link_within_a_word_counts_as_typed() -> None:
    text = f"xhttps://example.org/{'a' * 40}"
    assert measured(text, platform("mastodon")).count == len(text)


def test_linkedin_counts_what_stands_beyond_sixteen_bits_twice() -> None:
    assert measured("A 🐱", platform("linkedin")).count == 4


def test_bluesky_tells_the_bytes_where_only_they_are_too_many() -> None:
    assert measured(FAMILY * 150, platform("bluesky")) == Measure(count=3750, limit=3000, unit="bytes")
    assert measured(FAMILY * 100, platform("bluesky")).unit == "graphemes"
    assert measured("a" * 3100, platform("bluesky")).excess == 2800


@given(st.text(), st.text())
def test_two_lines_are_as_long_as_each_and_their_break(first: str, second: str) -> None:
    # A carriage return and a line feed are one cluster.
    first = first.rstrip("\r")
    assert graphemes(f"{first}\n{second}") == graphemes(first) + 1 + graphemes(second)


@given(st.text())
def test_there_are_never_more_clusters_than_characters(text: str) -> None:
    assert graphemes(text) <= len(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F)))
def test_latin_letters_weigh_one_each_on_every_platform(text: str) -> None:
    text = re.sub(r"[.©®]|\u00ad", "", text)
    if any(category(each)[0] in "MC" for each in text):
        return
    assert {measured(text, each).count for each in platforms()} == {len(text)}


def test_the_platforms_are_those_that_press_offices_asked_for() -> None:
    limits = {each.name: (each.limit, each.unit) for each in platforms()}
    assert limits == {
        "x": (280, Unit.WEIGHTS),
        "bluesky": (300, Unit.GRAPHEMES),
        "linkedin": (3000, Unit.CODE_UNITS),
        "mastodon": (500, Unit.GRAPHEMES),
    }


def test_every_platform_says_where_its_rules_stand() -> None:
    assert all(each.rules for each in platforms())


def test_every_detail_has_its_place_in_the_order() -> None:
    assert sorted(drops(), key=lambda each: each.value) == sorted(Detail, key=lambda each: each.value)


def test_platforms_come_in_one_order_each_once() -> None:
    assert [each.name for each in platforms(["mastodon", "x", "mastodon"])] == ["x", "mastodon"]


def test_a_misspelt_platform_is_told_with_the_nearest() -> None:
    expected = r"^no platform 'blueski'; did you mean 'bluesky'\? choose from x, bluesky, linkedin, mastodon$"
    with pytest.raises(UsageError, match=expected):
        platforms(["blueski"])
    with pytest.raises(UsageError, match=r"^no platform 'qqqqq'; choose from"):
        platform("qqqqq")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HSJ Patient Safety Awards", "#HSJPatientSafetyAwards"),
        ("nursing times awards", "#NursingTimesAwards"),
        ("Gwobrau’r GIG: gofal & iechyd", "#GwobraurGIGGofalAndIechyd"),
        ("ŵyn o Dŷ Gŵyr", "#ŴynODŷGŵyr"),
        ("Awards (2020)", "#Awards2020"),
        ("2020", ""),
        ("!?", ""),
        ("snake_case_award", "#SnakeCaseAward"),
    ],
)
def test_a_hashtag_is_the_name_with_its_words_capitalised(name: str, said: str) -> None:
    assert hashtag(Name(full=name)) == said


def test_a_hashtag_that_is_too_long_is_the_short_name_then_the_abbreviation() -> None:
    name = Name(full="A" * 70, short="B" * 65, abbreviation="AB")
    assert hashtag(name, limit=64) == "#AB"
    assert hashtag(name, limit=65) == f"#{'B' * 65}"
    assert not hashtag(Name(full="A" * 70), limit=64)


@given(st.text())
def test_a_hashtag_holds_letters_and_digits_alone(name: str) -> None:
    assert re.fullmatch(r"(?:#[^\W_]+)?", hashtag(Name(full=name)))

"""Phrases that follow the language: lists, plurals, verbs, articles, possessives, sentences."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.prose import Style, words

HEALTH, GOVUK, PRESS = map(Style.load, ("health", "govuk", "press"))

names = st.text(st.characters(categories=["L", "Nd", "Zs", "P"]), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param([], "", id="none"),
        pytest.param(["RUH"], "RUH", id="one"),
        pytest.param(["AWP", "RUH"], "AWP and RUH", id="two"),
        pytest.param(["Bath", "Bristol", "Gloucester"], "Bath, Bristol and Gloucester", id="three"),
        pytest.param(["A, B", "C"], "A, B; and C", id="a pair with a comma"),
        pytest.param(["Avon and Wiltshire", "Bath"], "Avon and Wiltshire, and Bath", id="a pair with and"),
        pytest.param(
            ["Yorkshire and Humberside", "Bath", "Stroud"],
            "Yorkshire and Humberside, Bath, and Stroud",
            id="three with and",
        ),
        pytest.param(
            ["the North West", "Buckinghamshire and East Berkshire", "Yorkshire"],
            "the North West, Buckinghamshire and East Berkshire, and Yorkshire",
            id="and within a later item",
        ),
        pytest.param(["‘A, b’", "‘C and d’", "E"], "‘A, b’, ‘C and d’ and E", id="titles in marks"),
        pytest.param(["‘A’ and ‘b’, too", "C"], "‘A’ and ‘b’, too; and C", id="marks within an item"),
        pytest.param(
            ["Avon and Wiltshire Mental Health Trust", "Bath"],
            "Avon and Wiltshire Mental Health Trust and Bath",
            id="and within a whole name",
        ),
        pytest.param(["Holland", "Sandwich"], "Holland and Sandwich", id="letters of and within a word"),
    ],
)
def test_a_list_reads_as_one_sentence_part(items: list[str], expected: str) -> None:
    assert words.listed(items) == expected


def test_a_list_may_offer_a_choice() -> None:
    assert words.listed(["gold", "silver", "bronze"], conjunction="or") == "gold, silver or bronze"
    assert words.listed(["gold or silver", "bronze"], conjunction="or") == "gold or silver, or bronze"


@given(items=st.lists(names, min_size=1, max_size=6))
def test_a_list_holds_each_item_whole_and_in_order(items: list[str]) -> None:
    between = r"(?:[,;] |[,;]? and )"
    assert re.fullmatch(between.join(map(re.escape, items)), words.listed(items))


@given(items=st.lists(names, min_size=2, max_size=6))
def test_a_list_has_one_kind_of_mark_and_an_and_before_the_last(items: list[str]) -> None:
    said = words.listed(items)
    assert said.endswith(f" and {items[-1]}")
    if not any(re.search(r"[,;]|\band\b", item) for item in items):
        assert said.count(",") == len(items) - 2
        assert ";" not in said


@pytest.mark.parametrize(
    ("style", "count", "expected"),
    [
        pytest.param(HEALTH, 3, ("a,", "b and", "c."), id="health, three"),
        pytest.param(HEALTH, 2, ("a and", "b."), id="health, two"),
        pytest.param(HEALTH, 1, ("a.",), id="health, one"),
        pytest.param(HEALTH, 0, (), id="health, none"),
        pytest.param(GOVUK, 3, ("a", "b", "c"), id="govuk"),
    ],
)
def test_bullets_end_as_the_style_says(style: Style, count: int, expected: tuple[str, ...]) -> None:
    assert words.bulleted("abc"[:count], style) == expected


def test_a_bullet_never_gets_a_second_full_stop() -> None:
    assert words.bulleted(["One.", "What matters to you?"], HEALTH)[-1] == "What matters to you?"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("nomination", "nominations"),
        ("category", "categories"),
        ("day", "days"),
        ("trust", "trusts"),
        ("prize", "prizes"),
        ("business", "businesses"),
        ("church", "churches"),
        ("CCG", "CCGs"),
        ("GP practice", "GP practices"),
        ("person", "people"),
        ("Person with lived experience", "People with lived experience"),
        ("child", "children"),
        ("member of staff", "members of staff"),
        ("runner-up", "runners-up"),
        ("team at work", "teams at work"),
        ("Clinical Commissioning Group (CCG)", "Clinical Commissioning Groups (CCG)"),
        ("analysis", "analyses"),
    ],
)
def test_a_noun_has_its_plural(one: str, many: str) -> None:
    assert words.pluralised(one) == many


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("has", "have"),
        ("has been shortlisted", "have been shortlisted"),
        ("is", "are"),
        ("was", "were"),
        ("does", "do"),
        ("wishes", "wish"),
        ("celebrates", "celebrate"),
        ("passes", "pass"),
        ("raises", "raise"),
        ("goes", "go"),
        ("says", "say"),
        ("applies", "apply"),
        ("praises", "praise"),
        ("won", "won"),
        ("will be", "will be"),
    ],
)
def test_a_verb_agrees_with_its_subject(one: str, many: str) -> None:
    assert words.agreed(one, is_plural=False) == one
    assert words.agreed(one, is_plural=True) == many


@pytest.mark.parametrize(
    "phrase",
    [
        "an NHS trust",
        "a UK award",
        "an award",
        "a university",
        "a European first",
        "an uninvited guest",
        "an unidentified risk",
        "an hour",
        "a hospital",
        "an honorary degree",
        "an HSJ Patient Safety Award",
        "a NICE standard",
        "an MSc student",
        "an A-level",
        "a U-turn",
        "a one-off prize",
        "an 18-month project",
        "an 11,000-strong network",
        "a 110-bed hospital",
        "an £800 bursary",
        "a £1,000 bursary",
        "an 8-week pilot",
        "an estimated saving",
        "a ‘Best Team’ prize",
    ],
)
def test_the_article_follows_the_sound(phrase: str) -> None:
    assert words.articled(phrase.split(" ", 1)[1]) == phrase


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the West of England AHSN", "the West of England AHSN’s"),
        ("Royal United Hospitals", "Royal United Hospitals’"),
        ("NHS", "NHS’s"),
        ("Sainsbury’s", "Sainsbury’s"),
        ("Guy's", "Guy's"),
        ("trusts’", "trusts’"),
    ],
)
def test_a_possessive_takes_the_right_ending(name: str, expected: str) -> None:
    assert words.possessive(name) == expected


@given(name=names)
def test_a_possessive_never_doubles(name: str) -> None:
    once = words.possessive(name)
    assert words.possessive(once) == once
    assert once.startswith(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two trusts won", "Two trusts won."),
        ("“we won”", "“We won”."),
        ("‘we won.’", "‘We won.’"),
        ("who won?", "Who won?"),
        ("RUH received two nominations:", "RUH received two nominations:"),
        ("éclair", "Éclair."),
        ("27 strokes", "27 strokes."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_once(text: str, expected: str) -> None:
    assert words.sentence(text) == expected


def test_a_sentence_leaves_out_its_empty_parts() -> None:
    assert words.sentence("two trusts", "", "won", "") == "Two trusts won."


def test_both_stands_only_before_a_pair() -> None:
    assert [words.both("abc"[:count]) for count in (1, 2, 3)] == ["a", "both a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [(HEALTH, ("“One.", "“Two.”")), (GOVUK, ("“One.", "“Two.”")), (PRESS, ("“One.", "“Two.”"))],
    ids=["health", "govuk", "press"],
)
def test_speech_opens_each_paragraph_and_closes_the_last(style: Style, expected: tuple[str, ...]) -> None:
    assert words.spoken(["One.", "Two."], style) == expected
    assert words.spoken(["One."], style) == ("“One.”",)
    assert words.spoken([], style) == ()


def test_a_style_may_close_every_paragraph_of_speech(changed: Callable[..., Style]) -> None:
    closes = changed(HEALTH, "quotations", opens_each_paragraph=False)
    assert words.spoken(["One.", "Two."], closes) == ("“One.”", "“Two.”")


def test_titles_are_marked_as_the_style_says() -> None:
    assert [words.titled("T", style) for style in (HEALTH, GOVUK, PRESS)] == ["‘T’", "‘T’", "“T”"]
    assert words.headlined("T", HEALTH) == "‘T’"


def test_the_door_of_words_is_in_order() -> None:
    assert sorted(words.__all__) == words.__all__

"""House styles: complete, named, and data."""

from __future__ import annotations

import re
from importlib import resources

import pytest

import nominate.prose
from nominate.errors import UsageError
from nominate.files.yaml_text import read_yaml
from nominate.prose import Style
from nominate.styles.checking import checked
from nominate.styles.extending import rules_said
from nominate.styles.stock import stock_styles
from nominate.styles.style import RelativeDays, Weekdays, rules


def test_three_styles_come_with_the_package() -> None:
    assert stock_styles() == ("govuk", "health", "press")


@pytest.mark.parametrize("name", ["health", "govuk", "press"])
def test_a_stock_style_is_complete_and_knows_its_name(name: str) -> None:
    style = Style.load(name)
    assert style.name == name
    assert style.title
    assert style.well_known
    assert len(style.quotations.speech) == len(style.quotations.titles) == 2
    for pattern in (style.numbers.range, style.dates.range):
        assert pattern.count("{}") == 2


def test_a_style_takes_over_what_it_does_not_say() -> None:
    health, press = Style.load("health"), Style.load("press")
    assert press.extends == "health"
    assert press.hedges == health.hedges
    assert press.numbers.thousands == health.numbers.thousands
    assert press.dates.midnight == health.dates.midnight


def test_a_style_may_empty_what_it_takes_over() -> None:
    assert Style.load("health").bullets.after_each == ","
    assert Style.load("govuk").bullets.after_each == ""


def test_the_styles_differ_where_their_houses_do() -> None:
    health, govuk, press = map(Style.load, ("health", "govuk", "press"))
    assert [style.numbers.words_up_to for style in (health, govuk, press)] == [9, 1, 9]
    assert [style.dates.weekday for style in (health, govuk, press)] == [
        Weekdays.ALWAYS,
        Weekdays.WITHOUT_YEAR,
        Weekdays.NEVER,
    ]
    assert [style.dates.relative_days for style in (health, govuk, press)] == [
        RelativeDays.NEVER,
        RelativeDays.WITH_DATE,
        RelativeDays.ALONE,
    ]
    assert [style.bullets.are_used for style in (health, govuk, press)] == [True, True, False]


def test_a_style_is_loaded_once() -> None:
    assert Style.load("health") is Style.load("health")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("heath", "no style 'heath'; did you mean 'health'? choose from govuk, health, press"),
        ("../secret", "no style '../secret'; choose from govuk, health, press"),
        ("", "no style ''; choose from"),
    ],
)
def test_an_unknown_style_is_told_with_the_known_ones(name: str, says: str) -> None:
    with pytest.raises(UsageError, match=re.escape(says)):
        Style.load(name)


@pytest.mark.parametrize("name", ["health", "govuk", "press"])
def test_a_stock_style_says_where_every_rule_comes_from(name: str) -> None:
    assert set(rules()) <= set(Style.load(name).sources)
    assert all(Style.load(name).sources.values())


@pytest.mark.parametrize("name", ["health", "govuk", "press"])
def test_a_stock_style_gives_a_source_for_what_it_says_and_for_nothing_else(name: str) -> None:
    text = resources.files("nominate.styles").joinpath("profiles", f"{name}.yaml").read_text("utf-8")
    own = read_yaml(text, file=name).data
    assert isinstance(own, dict)
    sources = own["sources"]
    assert isinstance(sources, dict)
    assert sorted(sources) == sorted(rules_said(own))


@pytest.mark.parametrize("name", ["health", "govuk", "press"])
def test_a_stock_style_keeps_to_the_rules_for_rules(name: str) -> None:
    assert list(checked(Style.load(name))) == []


def test_the_door_of_prose_is_in_order() -> None:
    assert sorted(nominate.prose.__all__) == list(nominate.prose.__all__)

"""The words that a template may ask for: those of the house, in its style, and a few plain ones."""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import Mock

import attrs
import pytest

from nominate import Organisation, View
from nominate.documents import plain
from nominate.prose import Style, templated, words
from nominate.prose.templates.filters import FILTERS
from nominate.register.counting import count

TRUST = Organisation(
    id="ruh",
    name="Royal United Hospitals Bath",
    short_name="Royal United",
    abbreviation="RUH",
    abbreviation_article="the",
)


@pytest.fixture
def said(small_view: View) -> Callable[..., str]:
    """What a template prints, in a house style, told by a publisher with an abbreviation."""
    settings = attrs.evolve(small_view.settings, publisher="ruh")
    shown = attrs.evolve(small_view, organisations=(TRUST,), settings=settings)

    def say(template: str, style: str = "health") -> str:
        (block,) = templated(shown, f"# T\n\n{template}", style=Style.load(style)).blocks
        return plain(block.content)  # type: ignore[union-attr]  # each template here writes one paragraph

    return say


def test_a_total_is_counted_once_however_often_a_template_asks_for_it(
    said: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = Mock(wraps=count)
    monkeypatch.setattr("nominate.prose.templates.tree.counts.count", counting)
    assert said("{% for _ in range(9) %}{{ counts.wins }}{% endfor %}") == "0" * 9
    assert counting.call_count == 1


@pytest.mark.parametrize(
    ("template", "words_"),
    [
        ("{{ 3|numbered }}, {{ 12|numbered }}", "three, 12"),
        ("{{ 27|numbered(starts_sentence=true) }}", "Twenty-seven"),
        ("{{ 1200 }}, {{ 1.5 }}, {{ 3 / 2 }}", "1,200, 1.5, 1.5"),
        ("{{ 2|counted('entry') }}, {{ 0|counted('child', many='bairns') }}", "two entries, no bairns"),
        ("{{ 'abc'|length }}", "3"),
        ("{% if counts|length > 3 %}several{% endif %}", "several"),
        ("{{ 1|all_of('entry') }}, {{ 2|all_of('entry') }}", "the entry, both entries"),
        ("{{ 3|ranked }}, {{ 22|ranked }}", "third, 22nd"),
        ("{{ 500|ranged(1900) }}", "500 to 1,900"),
        ("{{ 'Team of the Year'|headlined }}", "‘Team of the Year’"),
        ("{{ as_of }}, {{ as_of|dated }}", "Thursday 1 October, Thursday 1 October"),
        ("{{ as_of|dated(preposition=true) }}", "on Thursday 1 October"),
        (
            "{{ publisher|introduced }}; {{ publisher|introduced }}",
            "Royal United Hospitals Bath (RUH); the RUH",
        ),
        ("{{ publisher.name|introduced(article=false) }}", "Royal United Hospitals Bath"),
        ("{{ publisher|shortened }}, {{ publisher|shortened(article=false) }}", "the RUH, RUH"),
        ("{{ publisher.name }}, {{ publisher.name.abbreviation }}", "Royal United Hospitals Bath, RUH"),
        ("{{ 'has'|agreed(1) }} {{ 'has'|agreed(2) }} {{ 'has'|agreed(true) }}", "has have have"),
        ("{{ 'is'|agreed(editions) }} {{ 'is'|agreed(edition.entries) }}", "is are"),
        ("{{ 'wishes'|agreed(publisher) }} {{ 'is'|agreed(edition) }}", "wishes are"),
        ("{{ ['a', 'b', 3]|listed }}; {{ ['a', 'b']|listed(conjunction='or') }}", "a, b and 3; a or b"),
        ("{{ ['a', 'b']|both }}; {{ [publisher.name]|both }}", "both a and b; Royal United Hospitals Bath"),
        ("{{ ['a', 'b', 'c']|bulleted|join(' / ') }}", "a, / b and / c."),
        ("{{ ['a', 'b']|spoken|join(' / ') }}", "“a / “b”"),
        ("{{ publisher.name.abbreviation|possessive }}", "RUH’s"),
        ("{{ edition.entries[0].title|titled }}", "‘The SKIP team’"),
        ("{{ 'NHS trust'|articled }}, {{ 'category'|pluralised }}", "an NHS trust, categories"),
        ("{{ 'the end'|capitalised }}; {{ 'the end'|sentence }}", "The end; The end."),
        ("{{ 'Ab'|upper }} {{ 'Ab'|lower }} {{ ' a '|trim }} {{ 'ab'|replace('a', 'c') }}", "AB ab a cb"),
        ("{{ ['a', 'b']|join }} {{ 'a' ~ 1 ~ 'b' }} {{ 2 * 3 + 2 ** 3 % 5 }}", "ab a1b 9"),
        ("{{ edition.ordinal|default('none') }} {{ edition.ordinal|d(2) }}", "none 2"),
        ("{{ edition.entries|map(attribute='title')|listed }}", "The SKIP team and Tŷ Gŵyr wards"),
        ("{{ edition.entries|map(attribute='category.name')|unique|listed }}", "Team of the Year"),
        ("{{ edition.entries|selectattr('id', 'eq', 'skip')|list|length }}", "1"),
        ("{{ edition.entries|rejectattr('place', 'defined')|map(attribute='id')|listed }}", "skip and wards"),
        (
            (
                "{{ [3, 1, 2]|sort|reverse|listed }} "
                "{{ [1, 2]|select('odd')|first }} {{ [1, 2]|reject('odd')|last }}"
            ),
            "3, 2 and 1 1 2",
        ),
        (
            (
                "{% for name, own in edition.entries|groupby('category.name') %}"
                "{{ name }}: {{ own|length }}{% endfor %}"
            ),
            "Team of the Year: 2",
        ),
        (
            (
                "{% for x in edition.entries %}{{ loop.index }} {{ loop.cycle('a', 'b') }}"
                "{{ '' if loop.last else ', ' }}{% endfor %}"
            ),
            "1 a, 2 b",
        ),
        (
            (
                "{% set n = namespace(x=0) %}{% for i in range(3) %}"
                "{% set n.x = n.x + i %}{% endfor %}{{ n.x }} {{ n.y|default('no') }}"
            ),
            "3 no",
        ),
        (
            (
                "{% macro m(x, y='b') %}{{ x }}{{ y }}{% endmacro %}{{ m('a') }} "
                "{% with z = 1 %}{{ z }}{% endwith %}"
            ),
            "ab 1",
        ),
        (
            (
                "{{ edition['year'] }} {{ edition.entries[-1].id }} {{ 'abc'[1] }} "
                "{{ {'a': 1}.a }} {{ 'abc'[:2] }}"
            ),
            "2020 wards b 1 ab",
        ),
    ],
)
def test_a_template_has_the_words_of_the_house(said: Callable[..., str], template: str, words_: str) -> None:
    assert said(template) == words_


@pytest.mark.parametrize(
    ("style", "says"), [("health", "two: “a”"), ("govuk", "2: “a”"), ("press", "two: “a”")]
)
def test_the_house_style_decides_about_words(said: Callable[..., str], style: str, says: str) -> None:
    assert said("{{ 2|numbered }}: {{ ['a']|spoken|join }}", style) == says


def test_filters_have_the_names_of_the_words_that_they_ask() -> None:
    plain_ones = {"upper", "lower", "trim", "replace", "join"}
    assert set(FILTERS) - plain_ones <= set(words.__all__)


def test_an_abbreviation_that_is_not_used_again_is_not_introduced(said: Callable[..., str]) -> None:
    assert said("{{ publisher|introduced }} won.") == "Royal United Hospitals Bath won."


def test_a_name_that_one_piece_has_introduced_is_new_to_the_next(said: Callable[..., str]) -> None:
    first, second = (said("{{ publisher|introduced }}") for _ in range(2))
    assert first == second

"""A publisher's own house style: what it takes over, and every mistake told with its line and its cure."""

from __future__ import annotations

import json
import pickle
import re
from decimal import Decimal
from enum import Enum

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import File, FrozenDict, Money, When
from nominate.errors import DataError, OptionError, Severity, UsageError
from nominate.files.plain import plain
from nominate.files.yaml_writing import yaml_text
from nominate.prose import Style
from nominate.prose import words as words_of
from nominate.styles.checking import MOST_ORDINALS
from nominate.styles.reading import examined_style
from nominate.styles.style import (
    BulletRules,
    DateRules,
    HedgeRules,
    MoneyRules,
    NumberRules,
    QuotationRules,
    RelativeDays,
    Weekdays,
    rules,
)

STOCK = ("govuk", "health", "press")


def read(text: str, name: str = "ours.yaml") -> Style:
    return Style.read(text, name=name)


def told(text: str | bytes, name: str = "ours.yaml") -> list[str]:
    with pytest.raises(DataError) as caught:
        Style.read(text, name=name)
    return list(map(str, caught.value.problems))


def test_a_style_says_only_what_differs() -> None:
    ours = read("extends: govuk\ntitle: Our news\nnumbers: {words_up_to: 9}\n")
    govuk = Style.load("govuk")
    assert (ours.name, ours.title, ours.about, ours.extends) == ("ours", "Our news", "", "govuk")
    assert ours.numbers == attrs.evolve(govuk.numbers, words_up_to=9)
    for section in ("money", "dates", "quotations", "bullets", "hedges", "well_known"):
        assert getattr(ours, section) == getattr(govuk, section)


def test_a_style_may_have_a_name_of_its_own() -> None:
    ours = read("{name: tide, extends: press}")
    assert (ours.name, ours.title) == ("tide", "tide")


def test_a_symbol_is_added_to_those_that_are_there() -> None:
    symbols = read("extends: health\nmoney: {symbols: {CHF: CHF, USD: US$}}").money.symbols
    assert symbols == {"GBP": "£", "EUR": "€", "USD": "US$", "CHF": "CHF"}


def test_a_list_takes_the_place_of_the_other() -> None:
    assert read("extends: health\nwell_known: [NHS]").well_known == ("NHS",)
    assert read("extends: health\nwell_known: []").well_known == ()


def test_an_empty_text_empties_and_nothing_takes_over() -> None:
    assert read('extends: health\nbullets: {after_each: ""}').bullets.after_each == ""
    assert read("extends: health\nbullets: {after_each: }").bullets.after_each == ","
    assert read("extends: health\nbullets:\n").bullets == Style.load("health").bullets


def test_a_source_goes_with_its_rule() -> None:
    text = (
        "extends: health\nnumbers: {words_up_to: 3, percent: '{} %'}\nsources: {numbers.percent: our guide}"
    )
    sources = read(text).sources
    assert sources["numbers.percent"] == "our guide"
    assert "numbers.words_up_to" not in sources
    assert sources["dates.weekday"] == Style.load("health").sources["dates.weekday"]


@pytest.mark.parametrize("name", STOCK)
def test_a_style_that_extends_one_and_says_nothing_writes_as_that_one(name: str) -> None:
    ours, stock = read(f"extends: {name}"), Style.load(name)
    assert attrs.evolve(ours, name=name, title=stock.title, about=stock.about, extends=stock.extends) == stock


def test_a_whole_style_needs_to_extend_none() -> None:
    whole = plain(attrs.evolve(Style.load("press"), extends="", name="whole"))
    assert isinstance(whole, dict)
    assert read(yaml_text(whole)) == attrs.evolve(Style.load("press"), extends="", name="whole")


def test_a_style_may_be_json() -> None:
    ours = {"extends": "press", "bullets": {"are_used": True}, "numbers": {"words_up_to": 10}}
    style = Style.read(json.dumps(ours).encode(), name="ours.JSON")
    assert (style.bullets.are_used, style.numbers.words_up_to, style.name) == (True, 10, "ours")


def test_a_style_is_read_as_text_with_or_without_a_mark() -> None:
    assert Style.read(b"\xef\xbb\xbfextends: govuk\r\n", name="ours.yaml") == read("extends: govuk\n")
    assert Style.read("extends: govuk".encode("utf-16"), name="ours.yaml") == read("extends: govuk")


def test_a_style_survives_pickling_and_can_be_a_key() -> None:
    ours = read("{extends: govuk, money: {symbols: {CHF: Fr}}}")
    assert pickle.loads(pickle.dumps(ours)) == ours  # noqa: S301 - our own bytes
    assert {ours: 1}[read("{extends: govuk, money: {symbols: {CHF: Fr}}}")] == 1


def test_a_style_is_read_once_for_many_pieces() -> None:
    assert read("extends: govuk") is read("extends: govuk")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        # what it extends
        (
            "",
            "ours.yaml:1:1: extends: 'extends' is missing; write which style it differs from: govuk, health,",
        ),
        ("title: Ours", "extends: 'extends' is missing; write which style"),
        (
            "extends: helth",
            "ours.yaml:1:10: extends: 'helth' is not a style that comes with nominate; did you",
        ),
        ("extends: helth", "did you mean 'health'? choose from govuk, health, press"),
        (
            "extends: ours.yaml",
            "'ours.yaml' is not a style that comes with nominate; choose from govuk, health",
        ),
        ("extends: [govuk]", "extends: expected text, found a list; choose from govuk, health, press"),
        # keys and types
        (
            "[a]",
            "ours.yaml:1:1: expected a map with keys such as extends, title, numbers, dates, found a list",
        ),
        ("just text", "expected a map with keys such as extends, title, numbers, dates, found text"),
        (
            "extends: health\nnumbres: {}",
            "ours.yaml:2:1: numbres: 'numbres' is not a key of a house style; did you mean 'numbers'?",
        ),
        (
            "extends: health\ndates: {week_day: always}",
            "ours.yaml:2:9: dates.week_day: 'week_day' is not a key of the date rules; did you mean 'weekday",
        ),
        (
            "extends: health\nnumbers: 9",
            "ours.yaml:2:10: numbers: expected a map with keys such as words_up_to",
        ),
        ("extends: health\nnumbers: {words_up_to: nine}", "'nine' is not a whole number; write digits only"),
        (
            "extends: health\ndates: {weekday: sometimes}",
            "ours.yaml:2:18: dates.weekday: 'sometimes' is not one of the choices",
        ),
        ("extends: health\nkeeps_ampersands: maybe", "'maybe' is neither yes nor no; write yes or no"),
        (
            'extends: health\ndates: {midday: ""}',
            "dates.midday: 'midday' is empty; the date rules must have it",
        ),
        (
            "extends: health\nwell_known: [NHS, [UK]]",
            "ours.yaml:2:19: well_known[1]: expected text, found a list",
        ),
        ("extends: health\nwell_known: [NHS, '\u200b']", "well_known[1]: "),
        # rules beyond types
        (
            "extends: health\nnumbers: {range: '{} to'}",
            "ours.yaml:2:18: numbers.range: '{} to' does not hold {} twice; write as in '{} to {}'",
        ),
        ("extends: health\nnumbers: {range: '{} to {} or {}'}", "does not hold {} twice"),
        (
            "extends: health\nnumbers: {percent: per cent}",
            "numbers.percent: 'per cent' does not hold {} once",
        ),
        ("extends: health\nnumbers: {percent: '{0}%'}", "'{0}%' does not hold {} once; write as in '{}%'"),
        ("extends: health\nnumbers: {percent: '{}{!r}'}", "does not hold {} once"),
        ("extends: health\nmoney: {millions: million}", "money.millions: 'million' does not hold {} once"),
        ("extends: health\nmoney: {billions: '{}000m'}", "'{}000m' brings a digit of its own; write as in"),
        ("extends: health\ndates: {range: '{}'}", "dates.range: '{}' does not hold {} twice"),
        (
            "extends: health\nnumbers: {words_up_to: -1}",
            "numbers.words_up_to: -1 is less than nothing; write 0",
        ),
        ("extends: health\nnumbers: {first_word_up_to: 9999999999}", "'9999999999' is not a whole number"),
        (
            "extends: health\nnumbers: {ordinal_words_up_to: 1000}",
            "numbers.ordinal_words_up_to: 1,000 is too many; write at most 100",
        ),
        ("extends: health\nnumbers: {thousands: .}", "numbers.thousands: '.' cannot stand between digits"),
        (
            "extends: health\nnumbers: {thousands: and}",
            "'and' cannot stand between digits; write one sign, as in ','",
        ),
        ("extends: health\ndates: {minute_mark: h}", "dates.minute_mark: 'h' cannot stand between digits"),
        (
            "extends: health\nmoney: {symbols: {gbp: £}}",
            "ours.yaml:2:24: money.symbols.gbp: 'gbp' is not the code of a currency; did you mean 'GBP'?",
        ),
        ("extends: health\nmoney: {symbols: {pound: £}}", "write its three capital letters, as in GBP"),
        (
            "extends: health\nmoney: {symbols: {GBP: £1}}",
            "'£1' brings a digit of its own; write the sign alone",
        ),
        (
            "extends: health\nbullets: {before_last: or one of 3}",
            "bullets.before_last: 'or one of 3' brings a digit of its own; write a word, as in 'and'",
        ),
        (
            "extends: health\nquotations: {speech: [“, “]}",
            "ours.yaml:2:22: quotations.speech: '“ “' is no opening and closing mark; write ['“', '”']",
        ),
        (
            "extends: health\nquotations: {titles: [‘]}",
            "quotations.titles: '‘' is no opening and closing mark",
        ),
        (
            "extends: health\nquotations: {headlines: []}",
            "'nothing' is no opening and closing mark; choose a pair",
        ),
        ("extends: health\nquotations: {speech: ['*', '*']}", "choose a pair from “” ‘’ «» \"\" ''"),
        (
            "extends: health\nhedges: {verb: [over]}",
            "ours.yaml:2:17: hedges.verb[0]: 'over' is a hedge of the amount, too; keep one of the two",
        ),
        (
            "extends: health\nhedges: {noun: [Estimated]}",
            "ours.yaml:2:17: hedges.noun[0]: 'Estimated' has a capital; write 'estimated': it finds both",
        ),
        (
            "extends: health\nsources: {numbers.word_up_to: our guide}",
            "'numbers.word_up_to' is not a rule; did you mean 'numbers.words_up_to'?",
        ),
        ("extends: health\nsources: {zzz: us}", "'zzz' is not a rule; write it as in numbers.words_up_to"),
        # what a file may not be
        ("extends: &a health", "'&a' is read as a YAML anchor"),
        ("extends: health\nextends: press", "ours.yaml:2:1: 'extends' stands twice"),
        ("extends: !!python/name:os.system x", "is read as a YAML tag"),
        ("a: [" * 50, "nested more than 40 deep"),
        ("extends: 'health", "ours.yaml:"),
        (b"\xff\xfe\xfa", "ours.yaml: not utf-16"),
        (b"extends: \xff", "ours.yaml:1:10: byte 0xff is not UTF-8 text"),
        (b"#" * 1_000_001, "ours.yaml: more than 1 MB; a house style is a page of rules"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_cure(text: str | bytes, says: str) -> None:
    assert any(says in line for line in told(text)), told(text)


def test_every_mistake_is_told_at_once_in_the_order_of_the_file() -> None:
    text = """\
extends: helth
numbers:
  words_up_to: ten
  range: to
quotation: {}
money:
  millions: m
sources: {money: us}
"""
    assert [re.match(r"ours\.yaml:(\d+):\d+: (\S+):", line).groups() for line in told(text)] == [  # type: ignore[union-attr]  # a line that does not match fails, too
        ("1", "extends"),
        ("3", "numbers.words_up_to"),
        ("4", "numbers.range"),
        ("5", "quotation"),
        ("7", "money.millions"),
        ("8", "sources.money"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "extends: health\nnumbers: 9",
        "extends: health\nnumbers: {words_up_to: nine}",
        "extends: health\nnumbres: {}",
        "extends: helth",
        "title: Ours",
        "extends: health\nhedges: {verb: [over]}",
    ],
)
def test_one_mistake_makes_one_message(text: str) -> None:
    assert len(told(text)) == 1


def test_the_last_hedge_of_two_is_at_fault_where_both_are_ones_own() -> None:
    (line,) = told("extends: health\nhedges: {noun: [rising], verb: [rising]}")
    assert line.startswith("ours.yaml:2:17: hedges.noun[0]: 'rising' is a hedge of the verb, too")


def test_a_warning_does_not_stop_a_style() -> None:
    style, problems = examined_style("extends: health\ntitle: Ours #1\n", name="ours.yaml")
    assert style is not None
    assert [problem.code for problem in problems] == ["W111"]
    assert read("extends: health\ntitle: Ours #1\n").title == "Ours"


def test_an_option_asks_for_a_stock_style_a_file_or_none() -> None:
    class Words(Enum):
        PRESS = "press"
        HOUSE = "house"

    assert Style.asked(None) is None
    assert Style.asked(Words.PRESS) is Style.load("press")
    file = Style.asked(File(name="ours.yaml", content=b"extends: govuk"))
    assert file == read("extends: govuk")
    with pytest.raises(UsageError, match="no style 'house'; choose from"):
        Style.asked(Words.HOUSE)


def test_a_faulty_file_of_an_option_is_a_faulty_option() -> None:
    content = b"extends: govuk\nnumbers: {words_up_to: x, range: y}"
    with pytest.raises(OptionError) as caught:
        Style.asked(File(name="ours.yaml", content=content))
    assert [line.partition(": ")[0] for line in str(caught.value).splitlines()] == [
        "ours.yaml:2:24",
        "ours.yaml:2:34",
    ]


words = st.text(st.characters(min_codepoint=97, max_codepoint=122), min_size=1, max_size=8)
marks = st.sampled_from([("“", "”"), ("‘", "’"), ("«", "»"), ('"', '"'), ("'", "'")])
one = st.builds("{} {{}} {}".format, words, words) | st.just("{}%")
two = st.builds("{{}}{}{{}}".format, words | st.sampled_from(["–", " to "]))
hedges = st.lists(words, unique=True, max_size=9).map(
    lambda said: HedgeRules(verb=tuple(said[::3]), amount=tuple(said[1::3]), noun=tuple(said[2::3]))
)
styles = st.builds(
    Style,
    name=words,
    title=words,
    about=st.just("") | words,
    extends=st.just("") | st.sampled_from(STOCK),
    numbers=st.builds(
        NumberRules,
        words_up_to=st.integers(0, 999_999_999),
        first_word_up_to=st.integers(0, 999_999_999),
        ordinal_words_up_to=st.integers(0, MOST_ORDINALS),
        range=two,
        percent=one,
        thousands=st.sampled_from(["", ",", "'", "_"]),
    ),
    money=st.builds(
        MoneyRules,
        symbols=st.just(Style.load("health").money.symbols),
        millions=one,
        billions=one,
    ),
    dates=st.builds(
        DateRules,
        weekday=st.sampled_from(Weekdays),
        drops_current_year=st.booleans(),
        relative_days=st.sampled_from(RelativeDays),
        range=two,
        minute_mark=st.sampled_from([":", "."]),
        midday=words,
        midnight=words,
    ),
    quotations=st.builds(
        QuotationRules, speech=marks, titles=marks, headlines=marks, opens_each_paragraph=st.booleans()
    ),
    bullets=st.builds(
        BulletRules,
        are_used=st.booleans(),
        after_each=st.sampled_from(["", ",", ";"]),
        before_last=st.just("") | words,
        after_last=st.sampled_from(["", "."]),
    ),
    hedges=hedges,
    has_plural_collectives=st.booleans(),
    keeps_ampersands=st.booleans(),
    well_known=st.lists(words, max_size=3).map(tuple),
    sources=st.dictionaries(st.sampled_from(rules()), words).map(FrozenDict),
)


def _written(style: Style) -> dict[str, object]:
    """The whole style as a file says it: also what is at its default, which a base would else fill in."""
    whole = plain(style)
    said: dict[str, object] = {**whole} if isinstance(whole, dict) else {}
    empty = {
        "thousands": "numbers",
        "after_each": "bullets",
        "before_last": "bullets",
        "after_last": "bullets",
    }
    for rule, section in empty.items():
        said[section] = {rule: "", **said.get(section, {})}  # type: ignore[dict-item]  # a section is a map
    said["hedges"] = {"verb": [], "amount": [], "noun": [], **said.get("hedges", {})}  # type: ignore[dict-item]  # as above
    return {"well_known": [], **said}


@given(styles)
def test_a_style_that_is_written_out_and_read_again_is_the_same(style: Style) -> None:
    again = read(json.dumps(_written(style)), name=f"{style.name}.json")
    base = Style.load(style.extends).sources if style.extends else {}
    assert attrs.evolve(again, sources=style.sources) == style
    assert {name: again.sources[name] for name in style.sources} == style.sources
    assert not base or set(again.sources) == set(style.sources)


@given(styles)
def test_every_phrase_can_be_written_in_every_style(style: Style) -> None:
    assert words_of.ranged(500, 900, style).replace("900", "500").count("500") == 2
    assert "12" in words_of.percentage(12, style)
    assert "3" in words_of.priced(Money(amount=Decimal(3_000_000)), style)
    assert words_of.ranked(100, style)
    assert words_of.numbered(999, style, starts_sentence=True)
    assert "2020" in words_of.dated(When.parse("2020-11-03T21:30"), style)
    assert words_of.spoken(["We are proud.", "It was hard."], style)
    assert len(words_of.bulleted(["Bath", "Bristol", "Gloucester"], style)) == 3


@given(st.binary(max_size=200) | st.text(max_size=200))
def test_whatever_a_file_holds_it_is_a_style_or_a_list_of_faults(content: bytes | str) -> None:
    style, problems = examined_style(content, name="ours.yaml")
    assert (style is None) is any(problem.severity is Severity.ERROR for problem in problems)

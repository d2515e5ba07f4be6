"""Numbers, counts and money: exact, and in the form of the style."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.model.money import Money
from nominate.prose import Style, words

HEALTH, GOVUK, PRESS = STYLES = tuple(map(Style.load, ("health", "govuk", "press")))
UNITS = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
UNITS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15}
UNITS |= {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
TENS |= {"ninety": 90}


def value_of(said: str) -> int:
    """The number that its words say, read back independently."""
    total = group = 0
    for word in said.lower().replace("-", " ").split():
        if word in UNITS or word in TENS:
            group += (UNITS | TENS)[word]
        elif word == "hundred":
            group *= 100
        elif word in {"thousand", "million"}:
            total, group = total + group * {"thousand": 1_000, "million": 1_000_000}[word], 0
    return total + group


@given(number=st.integers(0, 999_999_999))
def test_a_number_in_words_says_that_number(number: int) -> None:
    assert value_of(words.spelled(number)) == number


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "zero"),
        (21, "twenty-one"),
        (100, "one hundred"),
        (101, "one hundred and one"),
        (1_000, "one thousand"),
        (1_001, "one thousand and one"),
        (1_100, "one thousand one hundred"),
        (2_500_040, "two million five hundred thousand and forty"),
    ],
)
def test_words_join_hundreds_with_and(number: int, expected: str) -> None:
    assert words.spelled(number) == expected


@pytest.mark.parametrize("number", [-1, 1_000_000_000])
def test_a_number_that_nobody_writes_in_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="write it in digits"):
        words.spelled(number)


@pytest.mark.parametrize(
    ("number", "health", "govuk", "press"),
    [
        (1, "one", "one", "one"),
        (2, "two", "2", "two"),
        (9, "nine", "9", "nine"),
        (10, "10", "10", "10"),
        (1_000, "1,000", "1,000", "1,000"),
        (-3, "-3", "-3", "-3"),
        (Decimal("3.50"), "3.5", "3.5", "3.5"),
        (Decimal(5), "five", "5", "five"),
        (Decimal("1E+3"), "1,000", "1,000", "1,000"),
    ],
)
def test_a_number_is_in_words_or_digits_by_style(
    number: int | Decimal, health: str, govuk: str, press: str
) -> None:
    assert tuple(words.numbered(number, style) for style in STYLES) == (health, govuk, press)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_a_sentence_starts_with_a_word_where_one_is_short_enough(style: Style) -> None:
    assert words.numbered(27, style, starts_sentence=True) == "Twenty-seven"
    assert words.numbered(1_200, style, starts_sentence=True) == "1,200"
    assert words.counted(0, "entry", style, starts_sentence=True) == "No entries"


@given(number=st.integers(0, 10**12), style=st.sampled_from(STYLES), starts=st.booleans())
def test_a_count_says_its_number_and_agrees_with_it(number: int, style: Style, *, starts: bool) -> None:
    said, _, noun = words.counted(number, "nomination", style, starts_sentence=starts).rpartition(" ")
    assert noun == ("nomination" if number == 1 else "nominations")
    if said.lower() == "no":
        assert number == 0
    else:
        assert number == (int(said.replace(",", "")) if said[0].isdigit() else value_of(said))


def test_a_count_takes_the_plural_that_data_gives() -> None:
    assert words.counted(2, "NHS trust", HEALTH, many="trusts of the NHS") == "two trusts of the NHS"
    assert [words.all_of(count, "entry", HEALTH) for count in (1, 2)] == ["the entry", "both entries"]
    assert words.all_of(3, "entry", GOVUK, many="submissions") == "all 3 submissions"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "first"),
        (2, "second"),
        (3, "third"),
        (9, "ninth"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (102, "102nd"),
        (113, "113th"),
        (1_003, "1,003rd"),
    ],
)
def test_a_place_in_an_order_is_said_as_people_do(number: int, expected: str) -> None:
    assert words.ranked(number, HEALTH) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(12, "twelfth"), (20, "twentieth"), (25, "twenty-fifth"), (8, "eighth")]
)
def test_a_style_may_spell_longer_ordinals(number: int, expected: str, changed: Callable[..., Style]) -> None:
    assert words.ranked(number, changed(HEALTH, "numbers", ordinal_words_up_to=99)) == expected


def test_shares_and_ranges_are_in_digits() -> None:
    assert words.percentage(50, PRESS) == "50%"
    assert words.percentage(Decimal("0.5"), HEALTH) == "0.5%"
    assert [words.ranged(2, 1_900, style) for style in STYLES] == ["2 to 1,900", "2 to 1,900", "2–1,900"]


@pytest.mark.parametrize(
    ("amount", "currency", "health", "press"),
    [
        ("629000", "GBP", "£629,000", "£629,000"),
        ("1000", "GBP", "£1,000", "£1,000"),
        ("75.50", "GBP", "£75.50", "£75.50"),
        ("75.00", "GBP", "£75", "£75"),
        ("0.5", "GBP", "£0.50", "£0.50"),
        ("3500000", "GBP", "£3.5 million", "£3.5m"),
        ("3510000", "EUR", "€3.51 million", "€3.51m"),
        ("3512345", "GBP", "£3,512,345", "£3,512,345"),
        ("2000000000", "GBP", "£2 billion", "£2bn"),
        ("1250000000", "GBP", "£1.25 billion", "£1.25bn"),
        ("1001000000", "GBP", "£1,001 million", "£1,001m"),
        ("500", "CHF", "CHF 500", "CHF 500"),
        ("-20", "GBP", "-£20", "-£20"),
    ],
)
def test_a_sum_is_exact_in_every_style(amount: str, currency: str, health: str, press: str) -> None:
    money = Money(amount=Decimal(amount), currency=currency)
    assert (words.priced(money, HEALTH), words.priced(money, PRESS)) == (health, press)


@given(amount=st.decimals(0, 10**12, places=2), style=st.sampled_from(STYLES))
def test_a_sum_is_never_rounded(amount: Decimal, style: Style) -> None:
    said = words.priced(Money(amount=amount), style).removeprefix("£").replace(",", "").replace(" ", "")
    number = said.rstrip("bilmon")
    size = {"": 1, "million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9}[said[len(number) :]]
    assert Decimal(number) * size == amount


@pytest.mark.parametrize(
    ("is_", "hedges", "expected"),
    [
        ("saving", ("estimated", "over"), "an estimated saving of over £629,000"),
        ("saving", (), "a saving of £629,000"),
        ("saving", ("nearly",), "a saving of nearly £629,000"),
        ("", (), "£629,000"),
        ("", ("over",), "over £629,000"),
        ("", ("estimated",), "an estimated £629,000"),
        ("", ("estimated", "over"), "an estimated sum of over £629,000"),
        ("saving", ("potentially",), "potentially a saving of £629,000"),
        ("saving", ("in the region of",), "a saving of in the region of £629,000"),
        ("bursary", ("up to",), "a bursary of up to £629,000"),
    ],
)
def test_money_keeps_every_hedge_in_its_place(is_: str, hedges: tuple[str, ...], expected: str) -> None:
    assert words.valued(Money(amount=Decimal(629_000), is_=is_, hedges=hedges), HEALTH) == expected


@given(
    hedges=st.lists(
        st.sampled_from(["estimated", "over", "potentially", "Around", "roughly", "oddly", "or so"]),
        max_size=5,
    )
)
def test_every_hedge_stands_in_exactly_one_place_and_order_is_kept(hedges: list[str]) -> None:
    verb, amount, noun = (
        words.hedged("", hedges, HEALTH, at="verb"),
        words.hedged("", hedges, HEALTH, at="amount"),
        words.hedged("", hedges, HEALTH, at="noun"),
    )
    said = " ".join(part for part in (verb, amount, noun) if part)
    assert sorted(said.split()) == sorted(" ".join(hedges).split())
    assert amount == " ".join(hedge for hedge in hedges if hedge in {"over", "Around", "roughly", "or so"})

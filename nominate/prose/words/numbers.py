"""Numbers, counts, ordinals and percentages, in words or digits as the style says."""

from __future__ import annotations

from decimal import Decimal

from nominate.prose.words.grammar import capitalised, pluralised
from nominate.styles.style import Style

__all__ = ["all_of", "counted", "numbered", "ordinal", "percentage", "ranged", "ranked", "spelled"]

Number = int | Decimal

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_GROUPS = ((1_000_000, "million"), (1_000, "thousand"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
# No press office writes a longer number in words; at the start of a sentence it recasts.
_MOST_IN_WORDS = 999_999_999


def spelled(number: int) -> str:
    """A whole number from 0 to 999,999,999 in words, as British English says it.

    Raises:
        ValueError: the number is outside that range.

    >>> spelled(27), spelled(1105)
    ('twenty-seven', 'one thousand one hundred and five')
    """
    if not 0 <= number <= _MOST_IN_WORDS:
        raise ValueError(f"{number} is not from 0 to {_MOST_IN_WORDS:,}; write it in digits")
    if number < 20:
        return _UNITS[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_UNITS[units]}" if units else "")
    if number < 1_000:
        hundreds, rest = divmod(number, 100)
        return f"{_UNITS[hundreds]} hundred" + (f" and {spelled(rest)}" if rest else "")
    size, name = next(group for group in _GROUPS if number >= group[0])
    groups, rest = divmod(number, size)
    link = " and " if 0 < rest < 100 else " "
    return f"{spelled(groups)} {name}" + (f"{link}{spelled(rest)}" if rest else "")


def numbered(number: Number, style: Style, *, starts_sentence: bool = False) -> str:
    """A number within or at the start of a sentence; a fraction is always in digits, and exact.

    >>> house = Style.load("health")
    >>> numbered(9, house), numbered(1000, house), numbered(Decimal("3.50"), house)
    ('nine', '1,000', '3.5')
    >>> numbered(27, house, starts_sentence=True)
    'Twenty-seven'
    """
    rules = style.numbers
    most = max(rules.words_up_to, rules.first_word_up_to if starts_sentence else 0)
    whole = int(number)
    if whole != number or not 0 <= whole <= min(most, _MOST_IN_WORDS):
        return digits(number, rules.thousands)
    return capitalised(spelled(whole)) if starts_sentence else spelled(whole)


def digits(number: Number, thousands: str) -> str:
    """A number in digits, exactly as it is, without zeros at the end of a fraction.

    >>> digits(Decimal("1234.50"), ",")
    '1,234.5'
    """
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", thousands)


def counted(number: Number, one: str, style: Style, *, many: str = "", starts_sentence: bool = False) -> str:
    """A number with what it counts; none of it is "no".

    `one` is the noun for one, `many` for several where the rules do not give it.

    >>> house = Style.load("health")
    >>> counted(3, "nomination", house), counted(1, "nomination", house), counted(0, "category", house)
    ('three nominations', 'one nomination', 'no categories')
    >>> counted(2, "member organisation", house, starts_sentence=True)
    'Two member organisations'
    """
    noun = one if number == 1 else many or pluralised(one)
    if number == 0:
        return f"{'No' if starts_sentence else 'no'} {noun}"
    return f"{numbered(number, style, starts_sentence=starts_sentence)} {noun}"


def all_of(number: int, one: str, style: Style, *, many: str = "") -> str:
    """The whole of a group that the reader knows: the one, both, or all of so many.

    >>> house = Style.load("health")
    >>> all_of(1, "entry", house), all_of(2, "entry", house), all_of(3, "entry", house)
    ('the entry', 'both entries', 'all three entries')
    """
    if number == 1:
        return f"the {one}"
    several = many or pluralised(one)
    return f"both {several}" if number == 2 else f"all {numbered(number, style)} {several}"


def ranked(number: int, style: Style) -> str:
    """A place in an order, from 1.

    >>> house = Style.load("health")
    >>> ranked(1, house), ranked(11, house), ranked(22, house)
    ('first', '11th', '22nd')
    """
    if 0 < number <= style.numbers.ordinal_words_up_to:
        return ordinal(number)
    ending = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return digits(number, style.numbers.thousands) + ending


def ordinal(number: int) -> str:
    """A place in an order in words, whatever the house style.

    >>> ordinal(2), ordinal(21)
    ('second', 'twenty-first')
    """
    head, _, last = spelled(number).rpartition("-")
    said = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return f"{head}-{said}" if head else said


def percentage(number: Number, style: Style) -> str:
    """A share of a hundred, always in digits.

    >>> percentage(Decimal("12.5"), Style.load("health"))
    '12.5%'
    """
    return style.numbers.percent.format(digits(number, style.numbers.thousands))


def ranged(start: Number, end: Number, style: Style) -> str:
    """From one number to another, both included, always in digits.

    >>> ranged(500, 1900, Style.load("govuk")), ranged(500, 1900, Style.load("press"))
    ('500 to 1,900', '500–1,900')
    """
    mark = style.numbers.thousands
    return style.numbers.range.format(digits(start, mark), digits(end, mark))

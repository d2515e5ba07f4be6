"""The records of a house style: everything about wording that a publisher may decide.

Nothing here knows a rule of grammar: those are the same in every house, and live in `nominate.prose.words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

import attrs

from nominate.errors import DataError, OptionError
from nominate.files.in_hand import FileInHand
from nominate.model.fields import Line, Text
from nominate.model.mapping import FrozenDict

__all__ = [
    "BulletRules",
    "DateRules",
    "HedgeRules",
    "MoneyRules",
    "NumberRules",
    "QuotationRules",
    "RelativeDays",
    "Style",
    "Weekdays",
    "rules",
]


class Weekdays(Enum):
    """When a date says its day of the week."""

    ALWAYS = "always"
    WITHOUT_YEAR = "without year"
    NEVER = "never"


class RelativeDays(Enum):
    """Whether a day near the moment of publication is called today, yesterday or tomorrow.

    `with date` adds the date in brackets, so that the text stays true when it is read later.
    """

    NEVER = "never"
    ALONE = "alone"
    WITH_DATE = "with date"


@attrs.frozen(kw_only=True)
class NumberRules:
    """Which numbers are words, and how digits are set; a pattern's braces take the numbers.

    Attributes:
        words_up_to: the greatest number that is a word within a sentence
        first_word_up_to: the greatest number that is a word at the start of one; 0 where digits may start it
        ordinal_words_up_to: the last of first, second, third that is a word, as a number
        range: from one number to another
        percent: a share of a hundred
        thousands: the sign between thousands, or nothing
    """

    words_up_to: int
    first_word_up_to: int
    ordinal_words_up_to: int
    range: Line
    percent: Line
    thousands: Line = ""


@attrs.frozen(kw_only=True)
class MoneyRules:
    """How sums are written; a pattern's braces take the digits.

    Attributes:
        symbols: the sign of a currency, by its code; one without is written with its code
        millions: a sum that is round in millions
        billions: a sum that is round in billions
    """

    symbols: FrozenDict[str, Line]
    millions: Line
    billions: Line


@attrs.frozen(kw_only=True)
class DateRules:
    """Which parts of a date and time are said, and the signs between them.

    Attributes:
        weekday: when a date says its day of the week
        drops_current_year: whether the year of publication is left out
        relative_days: whether a day near publication is called today, yesterday or tomorrow
        range: from one date to another
        minute_mark: the sign between hours and minutes
        midday: the word for 12 in the day
        midnight: the word for 12 in the night
    """

    weekday: Weekdays
    drops_current_year: bool
    relative_days: RelativeDays
    range: Line
    minute_mark: Line
    midday: Line
    midnight: Line


@attrs.frozen(kw_only=True)
class QuotationRules:
    """The marks around words that are somebody else's, each as opening and closing mark.

    Attributes:
        speech: the marks around what somebody said
        titles: the marks around the title of an entry or a category
        headlines: the marks around words quoted in a headline
        opens_each_paragraph: whether a quote of several paragraphs opens each one, and closes only the last
    """

    speech: tuple[Line, ...]
    titles: tuple[Line, ...]
    headlines: tuple[Line, ...]
    opens_each_paragraph: bool


@attrs.frozen(kw_only=True)
class BulletRules:
    """How a list is set: one below the other, or running on within its sentence.

    Attributes:
        are_used: whether lists are set as bullets
        after_each: the mark after each item but the last
        before_last: the word after the last item but one, in place of the mark
        after_last: the mark after the last item
    """

    are_used: bool
    after_each: Line = ""
    before_last: Line = ""
    after_last: Line = ""


@attrs.frozen(kw_only=True)
class HedgeRules:
    """Where each hedging word stands; no style may take one away.

    Attributes:
        verb: the words that stand before the verb
        amount: the words that stand before the amount
        noun: the words that stand before the noun
    """

    verb: tuple[Line, ...] = ()
    amount: tuple[Line, ...] = ()
    noun: tuple[Line, ...] = ()


# What is worded by a style is kept beside it.
@attrs.frozen(kw_only=True, cache_hash=True)
class Style:
    """A house style: one publisher's answers to every question of wording.

    Attributes:
        name: one word for it
        title: what people call it
        about: whose it is, and where it comes from
        extends: the style that it was made from
        numbers: numbers, ordinals and percentages
        money: sums of money
        dates: dates and times
        quotations: quotation marks
        bullets: lists
        hedges: words such as potentially and over
        has_plural_collectives: whether a team have, instead of has
        keeps_ampersands: whether names keep their &
        well_known: abbreviations that need no introduction
        sources: where each rule comes from, by the rule's name, as in numbers.words_up_to

    >>> Style.load("govuk").numbers.words_up_to
    1
    """

    name: Line
    title: Line
    about: Text = ""
    extends: Line = ""
    numbers: NumberRules
    money: MoneyRules
    dates: DateRules
    quotations: QuotationRules
    bullets: BulletRules
    hedges: HedgeRules
    has_plural_collectives: bool
    keeps_ampersands: bool
    well_known: tuple[Line, ...] = ()
    sources: FrozenDict[str, Text] = FrozenDict()

    @classmethod
    def load(cls, name: str) -> Style:
        """The stock style of that name: `health`, `govuk` or `press`.

        Raises:
            UsageError: there is no such style; the message names the nearest and lists all.

        >>> Style.load("health").dates.weekday
        <Weekdays.ALWAYS: 'always'>
        """
        from nominate.styles.stock import stock_style  # noqa: PLC0415 - it makes records of this file

        return stock_style(name)

    @classmethod
    def read(cls, content: bytes | str, *, name: str) -> Style:
        """The style in a file of YAML or JSON that `extends` a stock one and says what differs.

        `name` is the file's, for messages and for a style that has no name of its own.

        Raises:
            DataError: it is no such file, or a rule in it cannot be kept; `problems` has every fault.

        >>> ours = Style.read("{extends: govuk, numbers: {words_up_to: 9}}", name="ours.yaml")
        >>> ours.name, ours.numbers.words_up_to, ours.dates == Style.load("govuk").dates
        ('ours', 9, True)
        """
        from nominate.styles.reading import read_style  # noqa: PLC0415 - it makes records of this file

        return read_style(content, name=name)

    @classmethod
    def asked(cls, choice: Enum | FileInHand | None) -> Style | None:
        """The style that an option of an exporter asks for: a stock one by its word, a file, or none.

        Raises:
            UsageError: there is no stock style of that word.
            OptionError: the file cannot be read as a style; the message has every fault, one a line.

        >>> from nominate import File
        >>> Style.asked(File(name="ours.yaml", content=b"{extends: govuk, title: Ours}")).title
        'Ours'
        """
        match choice:
            case None:
                return None
            case Enum():
                return cls.load(str(choice.value))
        try:
            return cls.read(choice.content, name=choice.name)
        except DataError as error:
            raise OptionError(str(error)) from None


_TOLD = ("name", "title", "about", "extends", "sources")


@cache
def rules() -> tuple[str, ...]:
    """The name of every rule that a style decides, in the order of the records.

    >>> rules()[:2], rules()[-1]
    (('numbers.words_up_to', 'numbers.first_word_up_to'), 'well_known')
    """
    return tuple(_rules())


def _rules() -> Iterator[str]:
    for field in attrs.fields(attrs.resolve_types(Style)):
        if field.name in _TOLD:
            continue
        if isinstance(field.type, type) and attrs.has(field.type):
            yield from (f"{field.name}.{rule.name}" for rule in attrs.fields(field.type))
        else:
            yield field.name

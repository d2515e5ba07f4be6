"""The records of a house style: everything about wording that a publisher may decide.

Nothing here knows a rule of grammar: those are the same in every house, and live in `nominate.prose.words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache

import attrs

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

    `words_up_to` is the greatest number that is a word within a sentence, `first_word_up_to` at its start
    (0: digits may start a sentence), `ordinal_words_up_to` of first, second, third.
    """

    words_up_to: int
    first_word_up_to: int
    ordinal_words_up_to: int
    range: Line
    percent: Line
    thousands: Line = ""


@attrs.frozen(kw_only=True)
class MoneyRules:
    """How sums are written: symbols by currency code, and patterns for sums that are round in millions."""

    symbols: FrozenDict[str, Line]
    millions: Line
    billions: Line


@attrs.frozen(kw_only=True)
class DateRules:
    """Which parts of a date and time are said, and the signs between them."""

    weekday: Weekdays
    drops_current_year: bool
    relative_days: RelativeDays
    range: Line
    minute_mark: Line
    midday: Line
    midnight: Line


@attrs.frozen(kw_only=True)
class QuotationRules:
    """The marks around speech, titles and quotes in headlines, each as opening and closing mark.

    `opens_each_paragraph`: a quote of several paragraphs opens each one, and closes only the last.
    """

    speech: tuple[Line, ...]
    titles: tuple[Line, ...]
    headlines: tuple[Line, ...]
    opens_each_paragraph: bool


@attrs.frozen(kw_only=True)
class BulletRules:
    """Whether lists are set as bullets, and what stands after each item, before the last (a word), after it.

    Where bullets are not used, a list runs on within its sentence.
    """

    are_used: bool
    after_each: Line = ""
    before_last: Line = ""
    after_last: Line = ""


@attrs.frozen(kw_only=True)
class HedgeRules:
    """Where each hedging word stands: before the verb, the amount or the noun."""

    verb: tuple[Line, ...] = ()
    amount: tuple[Line, ...] = ()
    noun: tuple[Line, ...] = ()


@attrs.frozen(kw_only=True)
class Style:
    """A house style: one publisher's answers to every question of wording.

    `title` names it for people, `about` says whose it is, `extends` names the profile that it was made from.
    `has_plural_collectives`: "the team have", not "the team has". `keeps_ampersands`: in names.
    `well_known` are abbreviations that need no introduction.
    `sources` says where each rule comes from, by the rule's name, as in `numbers.words_up_to`.

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

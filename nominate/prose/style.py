"""The records of a house style: everything about wording that a publisher may decide.

The stock profiles are data beside this file, in `styles/`; a profile that `extends` another says only what
differs. Nothing here knows a rule of grammar: those are the same in every house, and live in `words`.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from pathlib import Path

import attrs

from nominate.errors import UsageError, nearest, shown
from nominate.files.text_data import Data
from nominate.model.fields import Line
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
    "stock_styles",
]

_STYLES = Path(__file__).with_name("styles")


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

    `title` names it for people, `extends` the profile that it was made from.
    `has_plural_collectives`: "the team have", not "the team has". `keeps_ampersands`: in names.
    `well_known` are abbreviations that need no introduction.

    >>> Style.load("govuk").numbers.words_up_to
    1
    """

    name: Line
    title: Line
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

    @classmethod
    def load(cls, name: str) -> Style:
        """The stock style of that name: `health`, `govuk` or `press`.

        Raises:
            UsageError: there is no such style; the message names the nearest and lists all.

        >>> Style.load("health").dates.weekday
        <Weekdays.ALWAYS: 'always'>
        """
        if name not in stock_styles():
            near = nearest(name, stock_styles())
            cure = f"did you mean {near!r}? " if near else ""
            raise UsageError(f"no style {shown(name)}; {cure}choose from {', '.join(stock_styles())}")
        return _loaded(name)


@cache
def stock_styles() -> tuple[str, ...]:
    """The names of the profiles that come with the package, in alphabetical order.

    >>> stock_styles()
    ('govuk', 'health', 'press')
    """
    return tuple(sorted(path.stem for path in _STYLES.glob("*.yaml")))


@cache
def _loaded(name: str) -> Style:
    from nominate.files.converter import structured  # noqa: PLC0415 - brings cattrs, which is heavy

    return structured(_profile(name), Style)


def _profile(name: str) -> Data:
    """What a stock file says, on top of what the one that it extends says."""
    from nominate.files.yaml_text import read_yaml  # noqa: PLC0415 - as above

    path = _STYLES / f"{name}.yaml"
    own = read_yaml(path.read_text("utf-8"), file=path.name).data
    base = own.get("extends") if isinstance(own, dict) else None
    return _merged(_profile(base), own) if isinstance(base, str) else own


def _merged(base: Data, own: Data) -> Data:
    """Map by map, key by key; a list or text takes the place of the other."""
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    return base | {key: _merged(base.get(key), value) for key, value in own.items()}

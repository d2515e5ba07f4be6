"""Sums of money and the hedges that belong to them, word for word."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from nominate.model.money import Money
from nominate.prose.words.grammar import articled
from nominate.prose.words.numbers import digits
from nominate.styles.style import Style

__all__ = ["HedgePlace", "hedged", "priced", "valued"]

HedgePlace = Literal["verb", "amount", "noun"]
_MILLION, _BILLION = Decimal(1_000_000), Decimal(1_000_000_000)


def priced(money: Money, style: Style) -> str:
    """The exact sum without its hedges; never rounded, in millions only where that is exact.

    >>> house = Style.load("health")
    >>> priced(Money(amount=Decimal(629000)), house), priced(Money(amount=Decimal("75.50")), house)
    ('£629,000', '£75.50')
    >>> priced(Money(amount=Decimal(3500000)), house)
    '£3.5 million'
    """
    symbol = style.money.symbols.get(money.currency, f"{money.currency} ")
    sign = "-" if money.amount < 0 else ""
    return f"{sign}{symbol}{_amount(abs(money.amount), style)}"


def _amount(amount: Decimal, style: Style) -> str:
    mark = style.numbers.thousands
    for size, pattern in ((_BILLION, style.money.billions), (_MILLION, style.money.millions)):
        # Two decimals of a million are as many as a reader takes in.
        if amount >= size and amount % (size / 100) == 0:
            return pattern.format(digits(amount / size, mark))
    text = digits(amount, mark)
    # Pence are always two digits: £75.50.
    return f"{text}0" if len(text.rpartition(".")[2]) == 1 and "." in text else text


def valued(money: Money, style: Style) -> str:
    """The sum as a noun phrase: what it is, with every hedge in its place and none lost.

    >>> house = Style.load("health")
    >>> valued(Money(amount=Decimal(629000), is_="saving", hedges=("estimated", "over")), house)
    'an estimated saving of over £629,000'
    >>> valued(Money(amount=Decimal(629000), hedges=("estimated",)), house)
    'an estimated £629,000'
    """
    amount = hedged(priced(money, style), money.hedges, style, at="amount")
    before = hedged("", money.hedges, style, at="verb")
    noun = hedged(money.is_, money.hedges, style, at="noun")
    if noun and not money.is_:
        # "An estimated over £629,000" is no English: the sum needs a noun between the two.
        is_bare = amount == priced(money, style)
        phrase = articled(f"{noun} {amount}" if is_bare else f"{noun} sum of {amount}")
    else:
        phrase = f"{articled(noun)} of {amount}" if noun else amount
    return f"{before} {phrase}".strip()


def hedged(said: str, hedges: Iterable[str], style: Style, *, at: HedgePlace) -> str:
    """A verb, amount or noun after those of the hedges that stand before it, in their order.

    A hedge that the style does not know stands before the verb when it ends in -ly, else before the amount:
    asking for all three places gives every hedge once.

    >>> house, hedges = Style.load("health"), ("potentially", "over")
    >>> hedged("prevented", hedges, house, at="verb"), hedged("27 strokes", hedges, house, at="amount")
    ('potentially prevented', 'over 27 strokes')
    """
    before = [hedge for hedge in hedges if _place(hedge, style) == at]
    return " ".join([*before, said] if said else before)


def _place(hedge: str, style: Style) -> HedgePlace:
    rules, word = style.hedges, hedge.casefold()
    if word in rules.noun:
        return "noun"
    if word in rules.verb:
        return "verb"
    return "verb" if word.endswith("ly") and word not in rules.amount else "amount"

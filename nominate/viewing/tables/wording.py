"""How the cells of several tables say what a field holds."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from nominate.model.award import Prize
from nominate.model.money import Money
from nominate.model.organisation import Organisation
from nominate.model.source import Source

__all__ = ["listed", "money_text", "prize_text", "short_name", "source_text"]


def listed(names: Iterable[str]) -> str:
    """Several names in one cell; names may have commas of their own.

    >>> listed(["Bath, Wells and Frome", "Bristol"])
    'Bath, Wells and Frome; Bristol'
    """
    return "; ".join(names)


def money_text(money: Money | None) -> str:
    """An amount with its currency code and thousands parted, exact to the last digit; empty for none.

    >>> money_text(Money(amount=Decimal("1000"), currency="GBP"))
    'GBP 1,000'
    """
    return "" if money is None else _amount(money.amount, money.currency)


def _amount(amount: Decimal, currency: str) -> str:
    return f"{currency} {amount:,f}"


def prize_text(prize: Prize | None) -> str:
    """What it is, with its amount where it has one.

    >>> prize_text(Prize(kind="bursary", amount=Decimal(1000)))
    'bursary, GBP 1,000'
    """
    if prize is None:
        return ""
    return prize.kind if prize.amount is None else f"{prize.kind}, {_amount(prize.amount, prize.currency)}"


def source_text(source: Source) -> str:
    """What a source is called and its address, as far as either is known.

    >>> source_text(Source(title="Audit 2019", url="https://audit.example.org/"))
    'Audit 2019: https://audit.example.org/'
    """
    return ": ".join(part for part in (source.title or source.publisher, source.url) if part)


def short_name(organisation: Organisation) -> str:
    """The name that people use after the first mention."""
    return organisation.short_name or organisation.name

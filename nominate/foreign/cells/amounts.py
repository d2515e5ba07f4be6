"""Amounts of money and links as people type them into a cell, exact or refused."""

from __future__ import annotations

import re
from decimal import Decimal

from nominate.errors import shown
from nominate.files.faults import Fault
from nominate.files.text_rules import LINK_PATTERN
from nominate.model.money import Money

__all__ = ["sheet_link", "sheet_money"]

_CURRENCIES = {"£": "GBP", "€": "EUR", "$": "USD"}
_FREE = re.compile(r"free( of charge| entry| to enter)?|no (fee|cost|charge)", re.IGNORECASE)
_MONEY = re.compile(
    r"(?P<before>[£€$]|[A-Z]{3})?\s*(?P<number>\d{1,3}(?:[, ]\d{3})+|\d+)(?P<rest>\.\d{1,2})?\s*"
    r"(?P<thousand>k)?\s*(?P<behind>[A-Z]{3}|€)?",
)
_LINK = re.compile(LINK_PATTERN)
_BARE = re.compile(r"www\.[\w-]+(\.[\w-]+)+(/\S*)?", re.IGNORECASE)
_TOO_MUCH = 10**12
_PENNIES = Decimal("0.01")


def sheet_money(value: str | int | Decimal) -> Money:
    """An amount with its currency, pounds unless another is said; "free" is nought.

    Raises:
        Fault: it is no amount, or more than one.

    >>> sheet_money("£1,250").amount, sheet_money("EUR 300").currency, sheet_money("Free").amount
    (Decimal('1250'), 'EUR', Decimal('0'))
    """
    if isinstance(value, int | Decimal):
        amount = Decimal(value)
        if not 0 <= amount < _TOO_MUCH:
            raise Fault("W740", f"{value} is no amount that anybody pays", "write what is to be paid")
        # A workbook keeps amounts as binary fractions.
        return Money(amount=amount if amount == amount.to_integral_value() else amount.quantize(_PENNIES))
    if _FREE.fullmatch(value.strip()):
        return Money(amount=Decimal(0))
    found = _MONEY.fullmatch(value.strip())
    if found is None:
        raise Fault("W740", f"{shown(value)} is not one amount of money", "write it as £1,250")
    number = Decimal(re.sub(r"\D", "", found["number"]) + (found["rest"] or ""))
    if number >= _TOO_MUCH:
        raise Fault("W740", f"{shown(value)} is no amount that anybody pays", "write what is to be paid")
    currency = found["before"] or found["behind"] or "GBP"
    return Money(
        amount=number * 1000 if found["thousand"] else number, currency=_CURRENCIES.get(currency, currency)
    )


def sheet_link(text: str) -> str:
    """A link, https where a bare `www.` names no other way.

    Raises:
        Fault: it is no link.

    >>> sheet_link("www.example.org/awards")
    'https://www.example.org/awards'
    """
    plain = text.strip()
    if _LINK.fullmatch(plain):
        return plain
    if _BARE.fullmatch(plain):
        return f"https://{plain}"
    raise Fault("W740", f"{shown(text)} is not a link", "begin it with https://")

"""Amounts that cannot be: below zero, or in a currency that has no code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from nominate.errors import shown
from nominate.model.money import Money
from nominate.register.checks.finding import Finding, Path

__all__ = ["amount_findings", "hedge_findings", "money_findings"]

_CODE = re.compile(r"[A-Z]{3}")
_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD"}


def money_findings(at: Path, money: Money | None) -> Iterator[Finding]:
    """Faults in an amount of money and in its hedges; None has none."""
    if money is not None:
        yield from amount_findings(at, money.amount, money.currency)
        yield from hedge_findings((*at, "hedges"), money.hedges)


def amount_findings(at: Path, amount: Decimal | None, currency: str) -> Iterator[Finding]:
    """Faults in an amount and in its currency, each written beside the other."""
    if amount is not None and amount < 0:
        yield Finding(
            code="E522",
            at=(*at, "amount"),
            message=f"{amount} is less than nothing",
            hint="write the amount without a sign, and what it is in words, as in is: saving",
        )
    if _CODE.fullmatch(currency) is None:
        code = _SIGNS.get(currency, currency.upper() if currency.isalpha() and len(currency) == 3 else "")
        yield Finding(
            code="E523",
            at=(*at, "currency"),
            message=f"{shown(currency)} is not the code of a currency",
            hint=f"did you mean {code!r}?" if code else "write its three capital letters, as in GBP",
        )


def hedge_findings(at: Path, hedges: tuple[str, ...]) -> Iterator[Finding]:
    """Hedges without a word in them."""
    for place, hedge in enumerate(hedges):
        if not hedge.strip():
            yield Finding(
                code="E524",
                at=(*at, place),
                message="a hedge without a word",
                hint="write the source's own word, as in potentially, or take it away",
            )

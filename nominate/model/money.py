"""Money as its source says it: an exact amount, a currency, and the hedges that belong to it."""

from __future__ import annotations

from decimal import Decimal

import attrs

from nominate.model.fields import Line, Public

__all__ = ["Money"]


@attrs.frozen(kw_only=True)
class Money:
    """An amount in a currency; `currency` is an ISO 4217 code, `is_` says what it is, as in `saving`.

    Attributes:
        amount: how much, exactly as the source says
        currency: three letters, as in GBP (ISO 4217)
        is_: what it is, as in saving
        hedges: the source's own words of caution, in its order, as in estimated, over

    >>> Money(amount=Decimal(629000), is_="saving", hedges=("estimated", "over")).currency
    'GBP'
    """

    amount: Public[Decimal]
    currency: Public[Line] = "GBP"
    is_: Public[Line] = ""
    hedges: Public[tuple[Line, ...]] = ()

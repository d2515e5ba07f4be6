"""The forms of a batch: what the files of each are called, and by which order they are made."""

from __future__ import annotations

import os
from collections.abc import Sequence

import attrs

from nominate.batch.naming import Pattern, pattern
from nominate.errors import UsageError
from nominate.exporting.exporters import Exporters
from nominate.exporting.output import Output, orders_for
from nominate.exporting.rendering import Order

__all__ = ["Sheaf", "sheaves"]


@attrs.frozen(kw_only=True)
class Sheaf:
    """The files of one form: how they are named, and the order by which they are made.

    >>> sheaves([Output(path="{id}.csv")], fields=("id",), exporters=Exporters())[0].order.exporter.name
    'csv'
    """

    pattern: Pattern
    order: Order


def sheaves(outputs: Sequence[Output], *, fields: Sequence[str], exporters: Exporters) -> tuple[Sheaf, ...]:
    """What each output means, checked; `fields` are those that a name may have.

    Raises:
        UsageError: there is no output, or what `pattern` refuses.
        Also what `orders_for` raises.
    """
    if not outputs:
        raise UsageError("nothing says what the files are called; name them, as in 'briefings/{id}.pdf'")
    patterns = [pattern(os.fspath(one.path), fields=fields) for one in outputs]
    pairs = zip(patterns, orders_for(outputs, exporters), strict=True)
    return tuple(Sheaf(pattern=named, order=order) for named, order in pairs)

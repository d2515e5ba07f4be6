"""The sums and products of a template, refused where they would grow without end."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from nominate.prose.templates.allowance import RANGE, TEXT, within
from nominate.prose.templates.faults import Fault
from nominate.prose.templates.session import named

__all__ = ["WATCHED", "worked_out"]

_DEEDS: Mapping[str, Callable[[Any, Any], object]] = {
    "+": operator.add,
    "*": operator.mul,
    "**": operator.pow,
    "%": operator.mod,
}
WATCHED = frozenset(_DEEDS)
"""The signs of arithmetic that can make much out of little, or that mean something else for texts."""

_MOST_DIGITS = 30
_MOST_TIMES = 9


def worked_out(sign: str, left: object, right: object) -> object:
    """What two values make.

    Raises:
        Fault: it would be too much, or the sign has no meaning for them.

    >>> worked_out("*", 3, 2), worked_out("+", "a", "b")
    (6, 'ab')
    """
    if _are_numbers(left, right):
        _refuse_powers(sign, left, right)
    elif sign not in {"+", "*"}:
        raise Fault("E632", f"{sign} has no meaning for {named(left)} and {named(right)}")
    else:
        within(
            _size(sign, left, right), *((TEXT, "one text") if sign == "+" else (RANGE, "one text or list"))
        )
    result = _DEEDS[sign](left, right)
    if isinstance(result, int | float | Decimal) and abs(result) >= 10**_MOST_DIGITS:
        raise Fault("E633", f"the template makes a number of more than {_MOST_DIGITS} digits")
    return result


def _are_numbers(*values: object) -> bool:
    return all(isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in values)


def _refuse_powers(sign: str, left: Any, right: Any) -> None:  # noqa: ANN401 - numbers of any sort
    if sign == "**" and not (0 <= right <= _MOST_TIMES and abs(left) < 10**3):
        raise Fault("E633", f"{left} ** {right} is more than a piece can need")


def _size(sign: str, left: object, right: object) -> int:
    sizes = [len(value) for value in (left, right) if isinstance(value, str | tuple | list)]
    times = next((value for value in (left, right) if isinstance(value, int)), 1)
    return sum(sizes) * times if sign == "*" else sum(sizes)

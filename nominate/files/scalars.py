"""Text to numbers, dates and words of a list: exactly, or a fault that says what would do."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from nominate.errors import shown
from nominate.files.faults import Fault, wrong_shape
from nominate.files.text_data import Data
from nominate.files.words import choice_called, meant_choice
from nominate.model.embargo import CLEARED, DateKind
from nominate.model.when import When

__all__ = [
    "choice_reader",
    "read_embargo_end",
    "read_fraction",
    "read_number",
    "read_when",
    "read_whole",
    "read_yes_or_no",
]

E = TypeVar("E", bound=Enum)

_WHOLE = re.compile(r"-?[0-9]{1,9}")
# No register counts to a thousand million million, and none needs a millionth of a penny.
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_FRACTION = re.compile(r"([0-9]{1,4})/([1-9][0-9]{0,3})|[01](\.[0-9]{1,6})?")
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_LONGEST_DATE = 60


def read_yes_or_no(value: Data, _type: object) -> bool:
    """`yes`, `no`, `true` or `false`, or JSON's own; nothing else is near enough.

    >>> read_yes_or_no("no", bool)
    False
    """
    if isinstance(value, bool):
        return value
    text = _text(value, "yes or no")
    if text not in _YES_OR_NO:
        raise Fault("E204", f"{shown(text)} is neither yes nor no", "write yes or no")
    return _YES_OR_NO[text]


def read_whole(value: Data, _type: object) -> int:
    """A whole number of at most nine digits.

    >>> read_whole("23", int)
    23
    """
    text = _text(value, "a whole number")
    if not _WHOLE.fullmatch(text):
        raise Fault("E210", f"{shown(text)} is not a whole number", _number_hint(text))
    return int(text)


def read_number(value: Data, _type: object) -> Decimal:
    """A number exactly as written, of at most fifteen digits before the point and six after.

    >>> read_number("629000.50", Decimal)
    Decimal('629000.50')
    """
    text = _text(value, "a number")
    if not _NUMBER.fullmatch(text):
        raise Fault("E210", f"{shown(text)} is not a number", _number_hint(text))
    return Decimal(text)


def read_fraction(value: Data, _type: object) -> Fraction:
    """A part of a whole, as `1/3` or `0.25`.

    >>> read_fraction("1/3", Fraction)
    Fraction(1, 3)
    """
    text = _text(value, "a fraction")
    if not _FRACTION.fullmatch(text):
        raise Fault("E210", f"{shown(text)} is not a fraction", "write it as 1/2 or 0.5")
    return Fraction(text)


def read_when(value: Data, _type: object) -> When:
    """A date as far as it is known.

    >>> read_when("2020-11", When)
    When('2020-11')
    """
    text = _text(value, "a date")
    if len(text) > _LONGEST_DATE:
        raise Fault("E209", f"{shown(text)} is not a date")
    try:
        return When.parse(text)
    except ValueError as error:
        message, _, hint = str(error).partition("; ")
        raise Fault("E209", message, hint) from None


def read_embargo_end(value: Data, _type: object) -> When | DateKind | str:
    """The end of an embargo: a time, the kind of a date of the edition, or `cleared`.

    >>> read_embargo_end("ceremony", object)
    <DateKind.CEREMONY: 'ceremony'>
    """
    text = _text(value, "a time, the kind of a date, or cleared")
    if text == CLEARED:
        return CLEARED
    if text in _DATE_KINDS:
        return _DATE_KINDS[text]
    if text[:1].isdigit():
        return read_when(text, When)
    near = meant_choice(text, DateKind)
    meant = f"did you mean {near!r}? " if near else ""
    hint = f"{meant}write a time such as 2020-11-12T20:00, what a date is of, such as ceremony, or cleared"
    raise Fault("E204", f"{shown(text)} does not end an embargo", hint)


def choice_reader(choices: type[E]) -> Callable[[Data, object], E]:
    """The function that takes one of the words of an enum.

    >>> from nominate.model.decision import Outcome
    >>> choice_reader(Outcome)("won", Outcome)
    <Outcome.WON: 'won'>
    """
    by_word = {str(choice.value): choice for choice in choices}

    def read(value: Data, _type: object) -> E:
        if type(value) is str and value in by_word:
            return by_word[value]
        text = _text(value, "text")
        near = meant_choice(text, choices)
        meant = f"did you mean {near!r}? " if near else ""
        hint = f"{meant}choose from {', '.join(by_word)}"
        raise Fault("E204", f"{shown(text)} is not {choice_called(choices)}", hint)

    return read


_DATE_KINDS = {kind.value: kind for kind in DateKind}


def _text(value: Data, expected: str) -> str:
    if type(value) is not str:
        raise wrong_shape(expected, value)
    return value


def _number_hint(text: str) -> str:
    plain = re.sub(r"[\s,_£$€%]|(?<=\d)(st|nd|rd|th)$", "", text)
    return f"write {plain}" if _NUMBER.fullmatch(plain) and plain != text else "write digits only"

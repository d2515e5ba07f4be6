"""From what a cell holds to what a field of a record holds, by the rules that a register file has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from nominate.errors import shown
from nominate.files.converter import structured
from nominate.files.faults import Fault
from nominate.files.typed_dates import read_typed_date
from nominate.files.words import choice_called, meant_choice, synonym
from nominate.importing.intake import IntakeValue
from nominate.model.fields import key_of
from nominate.model.money import Money
from nominate.model.when import When
from nominate.register.changes import RECORDS, RecordKind
from nominate.viewing.cell_digests import cell_text

__all__ = ["FieldReader", "Note", "chosen", "parts_of", "text_of"]

E = TypeVar("E", bound=Enum)

_SIGNS = {"£": "GBP", "€": "EUR", "$": "USD"}
_MONEY = re.compile(
    r"(?P<before>[A-Za-z]{3}|[£€$])? *(?P<amount>-?[\d,]+(\.\d+)?) *(?P<after>[A-Za-z]{3}|[£€$])?"
)

Note = Callable[[str], None]
"""What is called with a sentence when a word or date was taken for another."""


def text_of(value: IntakeValue) -> str:
    """What a cell says, as a register file would write it; empty for an empty cell.

    >>> text_of(3), text_of(When(2020, 11)), text_of(None), text_of(" a ")
    ('3', '2020-11', '', 'a')
    """
    # Only a moment has a zone, and it keeps its own.
    return str(value) if isinstance(value, When) else cell_text(value, zone=UTC)


def parts_of(value: IntakeValue) -> tuple[str, ...]:
    """The members of a cell that holds several, each on a line or behind a semicolon.

    >>> parts_of("Bath, Wells; Bristol")
    ('Bath, Wells', 'Bristol')
    """
    return tuple(part for part in map(str.strip, re.split(r"[;\n]", text_of(value))) if part)


@attrs.frozen(kw_only=True)
class FieldReader:
    """Reads cells for the fields of records; `day_first` says how 03/04/2020 is meant.

    >>> FieldReader(day_first=True).value(RecordKind.NOMINATION, "submitted", "28 Feb 2020", note=print)
    When('2020-02-28')
    """

    day_first: bool

    def value(self, kind: RecordKind, field: str, value: IntakeValue, *, note: Note) -> object:
        """What the field would hold; None for an empty cell. Raises `Fault`."""
        key, _, entry = field.partition(".")
        record: type = RECORDS[kind]
        hint = _hints(record)[key]
        if entry:
            return _only(structured({entry: text_of(value)}, _bare(hint))) if text_of(value) else None
        return self.of_type(hint, value, note=note)

    def of_type(self, hint: Any, value: IntakeValue, *, note: Note) -> object:  # noqa: ANN401 - a type, annotated
        """The value of a cell as that type; None for an empty one. Raises `Fault`."""
        text = text_of(value)
        if not text:
            return None
        for kind in _kinds(hint):
            if kind is When:
                return self.when(value, note=note)
            if isinstance(kind, type) and issubclass(kind, Enum):
                return chosen(kind, text, note=note)
            if kind is Money:
                return _money(value)
        is_list = get_origin(_bare(hint)) is tuple
        made: object = structured([*parts_of(value)] if is_list else text, hint)
        return made

    def when(self, value: IntakeValue, *, note: Note) -> When:
        """The date that a cell holds. Raises `Fault`."""
        match value:
            case When():
                return value
            case str():
                return self._typed(value, note)
        if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 2999:
            return When(value)
        hint = "give the cell a date, or write what is known, as November 2020"
        raise Fault("E209", f"{shown(value)} is not a date", hint)

    def _typed(self, text: str, note: Note) -> When:
        try:
            typed = read_typed_date(text, day_first=self.day_first)
        except ValueError as error:
            message, _, hint = str(error).partition("; ")
            raise Fault("E209", message, hint) from None
        if typed.taken_for:
            note(f"{shown(text)} is taken for {typed.when}, {typed.taken_for}")
        return typed.when


def chosen(choices: type[E], text: str, *, note: Note) -> E:
    """The choice that a word means, also by another word for it, which is told. Raises `Fault`.

    >>> from nominate.model.decision import Outcome
    >>> chosen(Outcome, "Finalist", note=print)
    'Finalist' is taken for 'shortlisted'
    <Outcome.SHORTLISTED: 'shortlisted'>
    """
    folded = " ".join(text.casefold().split())
    values = {str(each.value).casefold(): each for each in choices}
    if folded in values:
        return values[folded]
    known = synonym(text, choices)
    if known:
        note(f"{shown(text)} is taken for {known!r}")
        return choices(known)
    near = meant_choice(text, choices)
    listed = ", ".join(str(each.value) for each in choices)
    cure = f"did you mean {near!r}? choose from {listed}" if near else f"choose from {listed}"
    raise Fault("E204", f"{shown(text)} is not {choice_called(choices)}", cure)


def _money(value: IntakeValue) -> Money:
    text = text_of(value)
    found = _MONEY.fullmatch(text)
    signs = [found[side] for side in ("before", "after") if found[side]] if found else []
    if found is None or len(signs) > 1:
        raise Fault("E210", f"{shown(text)} is not an amount of money", "write it as GBP 295 or £295")
    currency = _SIGNS.get(signs[0], signs[0].upper()) if signs else "GBP"
    return structured({"amount": found["amount"].replace(",", ""), "currency": currency}, Money)


def _only(entries: dict[str, object]) -> object:
    return next(iter(entries.values()))


@cache
def _hints(record: type) -> dict[str, Any]:
    return {key_of(name): hint for name, hint in get_type_hints(record, include_extras=True).items()}


def _bare(hint: Any) -> Any:  # noqa: ANN401 - a type, annotated
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _kinds(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - a type, annotated
    """The types that a value of the field may have, without what is noted beside them."""
    bare = _bare(hint)
    if get_origin(bare) in {Union, UnionType}:
        for each in get_args(bare):
            yield from _kinds(each)
    elif bare is not NoneType:
        yield bare

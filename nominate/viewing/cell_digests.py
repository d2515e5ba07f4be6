"""The digest of what a cell says, so that a file can carry what it was made from in a few letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import attrs

from nominate.model.date_words import local
from nominate.model.when import When

__all__ = ["cell_digest", "cell_digests", "cell_text"]

CellValue: TypeAlias = str | int | Decimal | When | None

_BYTES = 5
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(one + other for one in _LETTERS for other in _LETTERS)
_TEN_BITS = len(_PAIRS) - 1


# Whoever compares cells asks for the same ones again. By type, since 1 and True are equal and do not say the
# same.
@lru_cache(maxsize=131_072, typed=True)
def cell_digest(value: CellValue, *, zone: tzinfo) -> str:
    r"""Eight letters that stand for what a cell says; `zone` is that of the register's times.

    Made of `cell_text`, so that a sheet which went through another program, and was not edited, has the same
    digests. Two different cells share one with a chance of one in 10¹².

    >>> from datetime import UTC
    >>> cell_digest("shortlisted", zone=UTC)
    'cs3m7fgv'
    >>> cell_digest("shortlisted \r\n", zone=UTC) == cell_digest("shortlisted", zone=UTC)
    True
    """
    return next(cell_digests((value,), zone=zone))


def cell_digests(values: Iterable[CellValue], *, zone: tzinfo) -> Iterator[str]:
    """The digest of each of many cells, made anew for each: for columns whose cells hardly repeat.

    >>> from datetime import UTC
    >>> list(cell_digests(["shortlisted", 7], zone=UTC)) == [
    ...     cell_digest(each, zone=UTC) for each in ("shortlisted", 7)
    ... ]
    True
    """
    for value in values:
        # A sheet of a hundred thousand rows has a million and a half of these; nearly all are plain text.
        if isinstance(value, str) and value.isascii() and value.isprintable():
            said = value.strip().encode()
        else:
            said = cell_text(value, zone=zone).encode("utf-8", "surrogatepass")
        # Base 32 by ten bits at a time.
        number = int.from_bytes(blake2b(said, digest_size=_BYTES).digest(), "big")
        first, second = _PAIRS[number >> 30], _PAIRS[number >> 20 & _TEN_BITS]
        yield f"{first}{second}{_PAIRS[number >> 10 & _TEN_BITS]}{_PAIRS[number & _TEN_BITS]}"


def cell_text(value: CellValue, *, zone: tzinfo) -> str:
    r"""What a cell says, whichever program wrote it last.

    - Text: composed Unicode (NFC), line feeds alone for the end of a line, no white space at the end of a
      line nor around the whole. An empty cell is an empty text.
    - A number: its digits without exponent and without zeros at the end: 1, 1.0 and 1.00 are one.
    - Yes and no: `yes`, `no`.
    - A date: the text form of what is known, `2020-11` for a month; times by the register's clock, and
      midnight as the day alone, since a sheet cannot tell the two apart.

    >>> from datetime import UTC
    >>> [cell_text(each, zone=UTC) for each in (None, " a \r\nb ", Decimal("1.50"), True, When(2020, 11))]
    ['', 'a\nb', '1.5', 'yes', '2020-11']
    """
    match value:
        case str():
            return _text(value)
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case When():
            return _date(local(value, zone))
    return _number(Decimal(value))


def _text(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _number(number: Decimal) -> str:
    if not number.is_finite():
        return str(number)
    plain = f"{number:f}"
    shorter = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if shorter == "-0" else shorter


def _date(when: When) -> str:
    end = "" if when.end is None else f"/{_date(when.end)}"
    own = attrs.evolve(when, end=None)
    is_midnight = own.hour == 0 and own.minute == 0
    return f"{attrs.evolve(own, hour=None, minute=None) if is_midnight else own}{end}"

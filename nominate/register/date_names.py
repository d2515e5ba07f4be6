"""What the dates of an edition are called: none has an id, and each of them has to be found again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nominate.model.award import KeyDate
from nominate.model.embargo import DateKind

__all__ = ["called", "date_called", "date_names", "with_date"]


def called(date: KeyDate) -> str:
    """What happens, and whom it is for; two dates of an edition may well be called the same.

    >>> from nominate.model.award import Target
    >>> target = Target(category="team")
    >>> called(KeyDate(what=DateKind.CEREMONY)), called(KeyDate(what=DateKind.JUDGING, for_=target))
    ('ceremony', 'judging-for-team')
    >>> called(KeyDate(what=DateKind.OTHER, name="Photo call"))
    'other-photo-call'
    """
    target = date.for_
    whose = (target.category or target.nomination or "") if target is not None else ""
    own = "-".join(re.findall(r"\w+", date.name.casefold())) if date.what is DateKind.OTHER else ""
    what = "-".join(part for part in (date.what.value.replace(" ", "-"), own) if part)
    return f"{what}-for-{whose}" if whose else what


def date_names(dates: Iterable[KeyDate]) -> tuple[str, ...]:
    """A name for each date that no other of them has: the second of two with one name is number 2.

    >>> date_names([KeyDate(what=DateKind.INTERVIEW), KeyDate(what=DateKind.INTERVIEW)])
    ('interview', 'interview-2')
    """
    counts: dict[str, int] = {}
    names = []
    for date in dates:
        name = called(date)
        number = counts[name] = counts.get(name, 0) + 1
        names.append(name if number == 1 else f"{name}-{number}")
    return tuple(names)


def date_called(dates: Iterable[KeyDate], name: str) -> KeyDate | None:
    """The date of that name; None where there is none.

    >>> date_called([], "ceremony") is None
    True
    """
    held = tuple(dates)
    return dict(zip(date_names(held), held, strict=True)).get(name)


def with_date(dates: Iterable[KeyDate], name: str, date: KeyDate | None) -> tuple[KeyDate, ...]:
    """The dates with that one in its place, or behind the others where it is new; None takes it out.

    >>> [date.venue for date in with_date([], "ceremony", KeyDate(what=DateKind.CEREMONY, venue="Bath"))]
    ['Bath']
    """
    held = tuple(dates)
    named = dict(zip(date_names(held), held, strict=True))
    return tuple(each for each in {**named, name: date}.values() if each is not None)

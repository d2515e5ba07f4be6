"""`Scope`: which part of a register is meant, in the words of the command line's filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from nominate.errors import UsageError, nearest, shown
from nominate.model.decision import Outcome
from nominate.model.when import When

__all__ = ["Scope", "scope"]


_TEXTS = ("award", "edition", "category", "organisation", "programme", "member_of")


@attrs.frozen(kw_only=True)
class Scope:
    """The filters of a selection; within one a single match is enough, and every given one must match.

    `edition` is written `award/edition`; `organisation` includes its teams; `member_of` is a network's id;
    `year` is the calendar year of an edition; `outcome` is how an entry stands; `announced` is a period in
    which something of the entry was surely announced.

    >>> Scope(year=(2020,)).is_everything
    False
    """

    award: tuple[str, ...] = ()
    edition: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    programme: tuple[str, ...] = ()
    outcome: tuple[Outcome, ...] = ()
    year: tuple[int, ...] = ()
    member_of: tuple[str, ...] = ()
    announced: tuple[When, ...] = ()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Scope()

    @property
    def names_entries(self) -> bool:
        """Whether it asks for entries by something of their own, so only for editions that hold one."""
        own = (self.category, self.organisation, self.programme, self.outcome, self.member_of, self.announced)
        return any(own)


def scope(filters: Mapping[str, object]) -> Scope:
    """The scope that filters by name mean; a value is one or several, text or number.

    Raises:
        UsageError: there is no such filter, or a value that it does not take.

    >>> scope({"edition": "hsj-patient-safety/2020", "outcome": ["won", "shortlisted"]}).outcome
    (<Outcome.WON: 'won'>, <Outcome.SHORTLISTED: 'shortlisted'>)
    """
    names = [field.name for field in attrs.fields(Scope)]
    for name in filters:
        if name not in names:
            near = nearest(name, names)
            cure = f"did you mean {near!r}? " if near else ""
            raise UsageError(f"no filter {name!r}; {cure}choose from {', '.join(names)}")
    texts = {name: tuple(map(str, _several(filters.get(name)))) for name in _TEXTS}
    return Scope(
        award=texts["award"],
        edition=texts["edition"],
        category=texts["category"],
        organisation=texts["organisation"],
        programme=texts["programme"],
        member_of=texts["member_of"],
        outcome=tuple(map(_outcome, _several(filters.get("outcome")))),
        year=tuple(map(_year, _several(filters.get("year")))),
        announced=tuple(map(_period, _several(filters.get("announced")))),
    )


def _several(value: object) -> Iterable[object]:
    if value is None:
        return ()
    return value if isinstance(value, (list, tuple, set, frozenset)) else (value,)


def _outcome(value: object) -> Outcome:
    if isinstance(value, Outcome):
        return value
    choices = [each.value for each in Outcome]
    if value not in choices:
        near = nearest(str(value), choices)
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"{value!r} is not an outcome; {cure}choose from {', '.join(choices)}")
    return Outcome(value)


def _year(value: object) -> int:
    text = str(value)
    if len(text) != 4 or not text.isascii() or not text.isdigit():
        raise UsageError(f"{value!r} is not a year; write it in four digits, as in 2020")
    return int(text)


def _period(value: object) -> When:
    try:
        period = value if isinstance(value, When) else When.parse(str(value))
    except ValueError:
        period = None
    if period is None or not all(map(_is_calendar, (period, period.end or period))):
        raise UsageError(
            f"{shown(value)} is not a period; write a day, a month or a year, or an interval from the "
            "earlier to the later, as in 2026-10, or 2026-10/2026-12 for a quarter"
        )
    return period


def _is_calendar(when: When) -> bool:
    """Whether it begins and ends with a day that is sure."""
    return when.hour is None and not when.is_approximate

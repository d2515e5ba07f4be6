"""The index: every record by its id, made once and handed to each check."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, tzinfo
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

import attrs

from nominate.model.award import Award, AwardCategory, Edition, KeyDate
from nominate.model.embargo import DateKind
from nominate.model.nomination import Nomination
from nominate.model.organisation import Organisation
from nominate.model.person import Person
from nominate.model.settings import Records
from nominate.model.when import When
from nominate.register.checks.finding import Path
from nominate.register.checks.moments import Moments
from nominate.register.checks.suggestions import Suggestions
from nominate.register.kinds import STOCK_KINDS

__all__ = ["EVERY_YEAR", "EditionIndex", "Index", "KnownIds", "indexed", "zone_of"]


EVERY_YEAR = range(10_000)
"""The years of an edition whose id names none."""

# A postponed ceremony lies a year or two away from its edition's year; a slip of the pen lies further.
_MOST_YEARS = 2


@attrs.frozen(kw_only=True)
class KnownIds:
    """Ids that the files hold in records too broken to read, so that pointing at one is no second fault.

    An edition is written `award/edition`. Whatever lies inside a broken award or edition counts as known.

    >>> KnownIds(organisations=frozenset({"ruh"})).people
    frozenset()
    """

    kinds: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
    awards: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    nominations: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class EditionIndex:
    """One edition with its place and its parts by id; `name` is written `award/edition`.

    `dates` are those of each kind in file order, each with its place in the list. `years` are those in which
    its dates may lie, by the year that its id is or begins with: every year where it begins with none.
    """

    at: Path
    name: str
    years: range
    award: Award
    edition: Edition
    categories: Mapping[str, AwardCategory]
    dates: Mapping[DateKind, tuple[tuple[int, KeyDate], ...]]


@attrs.frozen(kw_only=True, eq=False)
class Index:
    """The records by their ids, with all that the checks share; the first of two with one id counts.

    `ids` holds, for each word that a message uses (`organisation`, `person`, …), every id of that sort that
    exists, broken records included. `as_of` is now, None where nobody said.
    """

    records: Records
    known: KnownIds
    as_of: When | None
    moments: Moments
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    awards: Mapping[str, Award]
    editions: Mapping[str, EditionIndex]
    nominations: Mapping[str, Nomination]
    ids: Mapping[str, AbstractSet[str]]
    suggestions: Suggestions

    def is_broken(self, edition: str) -> bool:
        """Whether an edition, written `award/edition`, stands in the files but could not be read."""
        return edition in self.known.editions or edition.partition("/")[0] in self.known.awards


def indexed(records: Records, known: KnownIds, as_of: When | None) -> Index:
    """The index of some records, in one pass over all but the nominations' parts."""
    nominations = _by_id(records.nominations)
    ids: dict[str, AbstractSet[str]] = {
        "kind": _ids(STOCK_KINDS) | _ids(records.kinds) | known.kinds,
        "organisation": _ids(records.organisations) | known.organisations,
        "person": _ids(records.people) | known.people,
        "programme": _ids(records.programmes) | known.programmes,
        "award": _ids(records.awards) | known.awards,
        "nomination": nominations.keys() | known.nominations if known.nominations else nominations.keys(),
    }
    return Index(
        records=records,
        known=known,
        as_of=as_of,
        moments=Moments(zone_of(records.register.timezone) or UTC),
        organisations=_by_id(records.organisations),
        people=_by_id(records.people),
        awards=_by_id(records.awards),
        editions=_editions(records),
        nominations=nominations,
        ids=ids,
        suggestions=Suggestions(records, ids),
    )


def zone_of(name: str) -> tzinfo | None:
    """The time zone of that name, or None where there is none.

    >>> zone_of("Europe/Bath") is None
    True
    """
    try:
        return ZoneInfo(name)
    # Beside its own KeyError it lets through what the file system makes of an odd name.
    except (KeyError, ValueError, OSError):
        return None


class _Named(Protocol):
    @property
    def id(self) -> str:
        """What others name it by."""


_N = TypeVar("_N", bound=_Named)


def _ids(records: Iterable[_Named]) -> frozenset[str]:
    return frozenset([record.id for record in records])


def _by_id(records: Sequence[_N]) -> Mapping[str, _N]:
    found = {record.id: record for record in records}
    if len(found) < len(records):
        # The first of two with one id counts, in the place where it stands.
        found.update((record.id, record) for record in reversed(records))
    return found


def _editions(records: Records) -> Mapping[str, EditionIndex]:
    found: dict[str, EditionIndex] = {}
    for award_place, award in enumerate(records.awards):
        for edition_place, edition in enumerate(award.editions):
            name = f"{award.id}/{edition.id}"
            if name not in found:
                found[name] = EditionIndex(
                    at=("awards", award_place, "editions", edition_place),
                    name=name,
                    years=_years(edition.id),
                    award=award,
                    edition=edition,
                    categories=_by_id(edition.categories),
                    dates=_by_kind(edition),
                )
    return found


def _years(name: str) -> range:
    found = re.match(r"\d{4}(?!\d)", name)
    if found is None:
        return EVERY_YEAR
    return range(int(found[0]) - _MOST_YEARS, int(found[0]) + _MOST_YEARS + 1)


def _by_kind(edition: Edition) -> Mapping[DateKind, tuple[tuple[int, KeyDate], ...]]:
    kinds = dict.fromkeys(date.what for date in edition.dates)
    return {
        kind: tuple((place, date) for place, date in enumerate(edition.dates) if date.what is kind)
        for kind in kinds
    }

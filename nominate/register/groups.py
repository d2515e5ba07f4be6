"""Who belongs to whom, and under which name when: teams to organisations, organisations to networks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import TypeVar

import attrs

from nominate.model.award import Award, Edition
from nominate.model.organisation import FormerName, Organisation
from nominate.model.person import Role
from nominate.model.when import When

__all__ = ["day_of", "has_role", "is_member", "linked", "named_on", "parts", "roots"]

Named = TypeVar("Named", Organisation, Award)

_NAMES = ("name", "introduce_as", "short_name", "abbreviation", "abbreviation_article", "singular")


def roots(organisations: Iterable[Organisation]) -> Mapping[str, str]:
    """For each organisation's id, the id of the one that it counts as: the topmost that it is part of."""
    parents = {each.id: each.part_of for each in organisations}
    found: dict[str, str] = {}
    for name in parents:
        seen, top = {name}, name
        while (parent := parents.get(top)) is not None and parent in parents and parent not in seen:
            seen.add(parent)
            top = parent
        found[name] = top
    return found


def parts(organisations: Iterable[Organisation]) -> Mapping[str, Sequence[str]]:
    """For each organisation's id that others are part of, the ids of those, in file order."""
    found: dict[str, list[str]] = {}
    for each in organisations:
        if each.part_of is not None:
            found.setdefault(each.part_of, []).append(each.id)
    return found


def linked(name: str, links: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """An id and all that it is linked to, however deep.

    >>> sorted(linked("trust", {"trust": ["ward"], "ward": ["team"]}))
    ['team', 'trust', 'ward']
    """
    found, waiting = {name}, [name]
    while waiting:
        fresh = [each for each in links.get(waiting.pop(), ()) if each not in found]
        found.update(fresh)
        waiting.extend(fresh)
    return frozenset(found)


def is_member(
    organisation: Organisation, network: str, during: tuple[datetime, datetime], zone: tzinfo
) -> bool | None:
    """Whether an organisation belonged to a network all through a stretch of time.

    `during` is its first moment and the first after it. None where the dates do not say.
    """
    spans = [each for each in organisation.member_of if each.organisation == network]
    answers = [_covers(each.since, each.until, during, zone) for each in spans]
    if True in answers:
        return True
    return None if None in answers else False


def named_on(record: Named, day: When | None, zone: tzinfo) -> Named:
    """The organisation or award under the name that it had on a day; as it is now where no day is given."""
    if not record.former_names or day is None:
        return record
    first = day.first_moment(zone)
    past = [each for each in record.former_names if first < each.until.end_moment(zone)]
    return _renamed(record, min(past, key=lambda each: each.until.end_moment(zone))) if past else record


def day_of(edition: Edition) -> When | None:
    """When an edition is, as far as one date can say: the year that its id begins with, else its first date.

    A date for one nomination says nothing of the edition.

    >>> day_of(Edition(id="2020-21"))
    When('2020')
    """
    year = _year_of(edition.id)
    if year is not None:
        return year
    shared = (date for date in edition.dates if date.for_ is None or date.for_.nomination is None)
    return next((date.when for date in shared if date.when is not None), None)


# Every view asks for that of its editions, and a register has few ids of them.
@lru_cache(maxsize=4096)
def _year_of(edition: str) -> When | None:
    """The year that an edition's id begins with."""
    year = re.match(r"[12]\d{3}(?!\d)", edition)
    return When(int(year[0])) if year is not None else None


def has_role(role: Role, day: When | None, zone: tzinfo) -> bool:
    """Whether somebody may have had a role on a day; where nothing says that they had not, they had.

    >>> from datetime import UTC
    >>> has_role(Role(title="Lead", since=When(2020)), When(2019), UTC)
    False
    """
    return day is None or not (
        (role.since is not None and day.is_before(role.since, zone))
        or (role.until is not None and day.is_after(role.until, zone))
    )


def _renamed(record: Named, former: FormerName) -> Named:
    names = {field: getattr(former, field) for field in _NAMES if hasattr(record, field)}
    return attrs.evolve(record, **names, article=former.article or record.article)


def _covers(
    since: When | None, until: When | None, during: tuple[datetime, datetime], zone: tzinfo
) -> bool | None:
    first, end = during
    is_before = since is not None and end <= since.first_moment(zone)
    is_after = until is not None and first >= until.end_moment(zone)
    if is_before or is_after:
        return False
    is_begun = since is None or first >= since.end_moment(zone)
    is_running = until is None or end <= until.first_moment(zone)
    return True if is_begun and is_running else None

"""Who belongs to whom, and under which name when: teams to organisations, organisations to networks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import TypeVar

import attrs

from nominate.model.award import Award, Edition
from nominate.model.organisation import FormerName, Organisation
from nominate.model.when import When
from nominate.register.register import Register

__all__ = ["day_of", "is_member", "named_on", "roots", "within"]

Named = TypeVar("Named", Organisation, Award)

_NAMES = ("name", "introduce_as", "short_name", "abbreviation", "abbreviation_article", "singular")


def roots(register: Register) -> Mapping[str, str]:
    """For each organisation's id, the id of the one that it counts as: the topmost that it is part of."""
    parents = {each.id: each.part_of for each in register.organisations}
    found: dict[str, str] = {}
    for name in parents:
        seen, top = {name}, name
        while (parent := parents.get(top)) is not None and parent not in seen:
            seen.add(parent)
            top = parent
        found[name] = top
    return found


def within(register: Register, name: str) -> frozenset[str]:
    """The ids of an organisation and of all that is part of it, however deep."""
    children: dict[str, list[str]] = {}
    for each in register.organisations:
        if each.part_of is not None:
            children.setdefault(each.part_of, []).append(each.id)
    found, waiting = {name}, [name]
    while waiting:
        fresh = [each for each in children.get(waiting.pop(), ()) if each not in found]
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
    """When an edition is, as far as one date can say: its year where its id is one, else its first date."""
    if len(edition.id) == 4 and edition.id.isdigit():
        return When(int(edition.id))
    return next((date.when for date in edition.dates if date.when is not None), None)


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

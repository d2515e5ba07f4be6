"""An edition as its audience may know it: named as it was, dated as was known, cleared of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

import attrs

from nominate.model.award import Award, AwardCategory, Edition, KeyDate
from nominate.register.groups import day_of, named_on
from nominate.register.standing import Clearance, Place, dates_then_known, opening, place_of, settled
from nominate.viewing.clearing import cleared
from nominate.viewing.entry import Event
from nominate.viewing.then import award_then

__all__ = ["ToldEdition", "events", "told_edition"]


@attrs.frozen(kw_only=True)
class ToldEdition:
    """An edition with its award, both cleared; the award comes without its editions.

    `embargoed_until` is the latest moment, in UTC, at which a date or a result of it becomes public.
    """

    id: str
    award: Award
    edition: Edition
    categories: Mapping[str, AwardCategory]
    embargoed_until: datetime | None


def told_edition(
    award: Award, edition: Edition, clearance: Clearance, entries: frozenset[str]
) -> ToldEdition:
    """The edition as an audience may know it; a date for one nomination stays only if `entries` has that."""
    dates = tuple(
        date
        for date in dates_then_known(edition, clearance)
        if date.for_ is None or date.for_.nomination is None or date.for_.nomination in entries
    )
    then = award_then(attrs.evolve(award, editions=()), clearance)
    named = named_on(then, day_of(attrs.evolve(edition, dates=dates)), clearance.zone)
    categories = tuple(_told_category(each, edition, clearance) for each in edition.categories)
    shown = attrs.evolve(
        edition, name=edition.name or f"{edition.id} {named.name}", dates=dates, categories=categories
    )
    clean = cleared(shown, clearance.audience)
    return ToldEdition(
        id=f"{award.id}/{edition.id}",
        award=cleared(named, clearance.audience),
        edition=clean,
        categories={each.id: each for each in clean.categories},
        embargoed_until=max(_openings(edition, dates, categories, clearance.zone), default=None),
    )


def events(told: ToldEdition, zone: tzinfo) -> Iterator[tuple[tuple[bool, datetime], Event]]:
    """The dates of an edition as events, each with its sorting key: the earliest it may be, unknown last."""
    for date in told.edition.dates:
        target = date.for_
        category = told.categories.get(target.category or "") if target is not None else None
        event = Event(
            award=told.award,
            edition=told.edition,
            edition_id=told.id,
            date=date,
            category=category,
            entry_id=(target.nomination or "") if target is not None else "",
        )
        earliest = datetime.max.replace(tzinfo=zone) if date.when is None else date.when.first_moment(zone)
        yield (date.when is None, earliest), event


def _told_category(category: AwardCategory, edition: Edition, clearance: Clearance) -> AwardCategory:
    result = category.result
    if result is None:
        return category
    opens = opening(result, Place(edition=edition, category=category.id), clearance.zone)
    return category if clearance.knows(result, opens) else attrs.evolve(category, result=None)


def _openings(
    edition: Edition, dates: tuple[KeyDate, ...], categories: tuple[AwardCategory, ...], zone: tzinfo
) -> Iterator[datetime]:
    for date in dates:
        opens = opening(date, place_of(edition, date), zone)
        if opens is not None:
            yield opens
        yield from (settled(was.announced, zone) for was in date.was if was.announced is not None)
    for category in categories:
        if category.result is not None:
            opens = opening(category.result, Place(edition=edition, category=category.id), zone)
            if opens is not None:
                yield opens

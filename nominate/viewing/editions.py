"""An edition as its audience may know it: named as it was, dated as was known, cleared of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, tzinfo
from functools import cached_property

import attrs

from nominate.model.award import Award, AwardCategory, Certainty, Edition, KeyDate
from nominate.register.groups import day_of, named_on
from nominate.register.standing import Clearance, Place, dates_then_known, opening, place_of, settled
from nominate.viewing.clearing import cleared
from nominate.viewing.entry import Event
from nominate.viewing.then import award_then

__all__ = ["TellableEdition", "ToldEdition"]

EventAt = tuple[tuple[bool, datetime], Event]

_MOMENT = timedelta(microseconds=1)


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
    zone: tzinfo

    @cached_property
    def organisations(self) -> frozenset[str]:
        """The ids of those that it names: hosts and sponsors."""
        hosts = (each.organisation for each in (*self.award.hosts, *self.edition.hosts))
        return frozenset(hosts).union(*(each.sponsor for each in self.edition.categories))

    @cached_property
    def events(self) -> tuple[EventAt, ...]:
        """Its dates as events, each with its sorting key: see `_order`."""
        return tuple(map(self._event, self.edition.dates))

    def _event(self, date: KeyDate) -> EventAt:
        target = date.for_
        event = Event(
            award=self.award,
            edition=self.edition,
            edition_id=self.id,
            date=date,
            category=self.categories.get(target.category or "") if target is not None else None,
            entry_id=(target.nomination or "") if target is not None else "",
        )
        return _order(date, self.zone), event


def _order(date: KeyDate, zone: tzinfo) -> tuple[bool, datetime]:
    """By the earliest that it may be, unknown last; what is postponed to no day yet ends its month or year.

    Nobody has to be ready for that on the first day: a new date would be announced before.
    """
    if date.when is None:
        return True, datetime.max.replace(tzinfo=zone)
    if date.certainty is Certainty.POSTPONED and date.when.date is None:
        return False, date.when.end_moment(zone) - _MOMENT
    return False, date.when.first_moment(zone)


@attrs.frozen(kw_only=True)
class _ToldDate:
    """A date, cleared, with its place among those of its edition and the latest moment that opens it."""

    place: int
    date: KeyDate
    opens: datetime | None


class TellableEdition:
    """An edition made ready once for every view that tells it: a date for one nomination goes with that one.

    >>> from datetime import UTC
    >>> from nominate.model.fields import Audience
    >>> from nominate.model.when import When
    >>> clearance = Clearance(audience=Audience.PUBLIC, as_of=When(2020), zone=UTC)
    >>> edition = TellableEdition(Award(id="hsj", name="HSJ Awards"), Edition(id="2020"), clearance)
    >>> edition.told([]).edition.name
    '2020 HSJ Awards'
    """

    def __init__(self, award: Award, edition: Edition, clearance: Clearance) -> None:
        self._edition: Edition = edition
        self._clearance: Clearance = clearance
        self._own: dict[str, list[_ToldDate]] = {}
        self._shared: list[_ToldDate] = []
        for place, date in enumerate(dates_then_known(edition, clearance)):
            name = date.for_.nomination if date.for_ is not None else None
            among = self._shared if name is None else self._own.setdefault(name, [])
            among.append(self._told_date(place, date))
        self._whole: ToldEdition = self._with_shared_dates(award)

    def told(self, entries: Iterable[str]) -> ToldEdition:
        """The edition in a view that holds the nominations with these ids."""
        if not self._own:
            return self._whole
        own = [date for name in dict.fromkeys(entries) for date in self._own.get(name, ())]
        if not own:
            return self._whole
        dates = sorted((*self._shared, *own), key=lambda each: each.place)
        return attrs.evolve(
            self._whole,
            edition=attrs.evolve(self._whole.edition, dates=tuple(each.date for each in dates)),
            embargoed_until=_latest([self._whole.embargoed_until, *(each.opens for each in own)]),
        )

    def _with_shared_dates(self, award: Award) -> ToldEdition:
        edition, clearance = self._edition, self._clearance
        dates = tuple(each.date for each in self._shared)
        then = award_then(attrs.evolve(award, editions=()), clearance)
        named = named_on(then, day_of(attrs.evolve(edition, dates=dates)), clearance.zone)
        shown = attrs.evolve(
            edition,
            name=edition.name or f"{edition.id} {named.name}",
            dates=dates,
            categories=tuple(map(self._category, edition.categories)),
        )
        clean = cleared(shown, clearance.audience)
        opens = [each.opens for each in self._shared]
        return ToldEdition(
            id=f"{award.id}/{edition.id}",
            award=cleared(named, clearance.audience),
            edition=clean,
            categories={each.id: each for each in clean.categories},
            embargoed_until=_latest([*opens, *map(self._opening, shown.categories)]),
            zone=clearance.zone,
        )

    def _told_date(self, place: int, date: KeyDate) -> _ToldDate:
        zone = self._clearance.zone
        before = (settled(was.announced, zone) for was in date.was if was.announced is not None)
        return _ToldDate(
            place=place,
            date=cleared(date, self._clearance.audience),
            opens=_latest([opening(date, place_of(self._edition, date), zone), *before]),
        )

    def _category(self, category: AwardCategory) -> AwardCategory:
        result = category.result
        if result is None or self._clearance.knows(result, self._opening(category)):
            return category
        return attrs.evolve(category, result=None)

    def _opening(self, category: AwardCategory) -> datetime | None:
        if category.result is None:
            return None
        place = Place(edition=self._edition, category=category.id)
        return opening(category.result, place, self._clearance.zone)


def _latest(moments: Iterable[datetime | None]) -> datetime | None:
    return max((each for each in moments if each is not None), default=None)

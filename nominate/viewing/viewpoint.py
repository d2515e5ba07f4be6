"""Where views are made: a register in front of one audience at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter

import attrs

from nominate.model.award import Award
from nominate.model.fields import Audience
from nominate.model.mapping import FrozenDict
from nominate.model.settings import Settings
from nominate.register.history import History
from nominate.register.knowledge import Knowledge
from nominate.register.register import Register
from nominate.register.scope import Scope
from nominate.register.selection import Selection, selection
from nominate.register.standing import Clearance
from nominate.viewing.beside import ClearedFiles
from nominate.viewing.editions import TellableEdition, ToldEdition
from nominate.viewing.entry import Entry
from nominate.viewing.lookup import Lookup
from nominate.viewing.naming import everything, named_in
from nominate.viewing.view import View

__all__ = ["Viewpoint"]

Known = tuple[tuple[int, History], ...]


class Viewpoint:
    """Makes every view of a register for one audience at one moment; what several hold is made once.

    >>> from datetime import UTC
    >>> from nominate.model.settings import Records
    >>> from nominate.model.when import When
    >>> clearance = Clearance(audience=Audience.PUBLIC, as_of=When(2020, 10, 1), zone=UTC)
    >>> viewpoint = Viewpoint(Register(records=Records()), clearance)
    >>> viewpoint.view(viewpoint.selection(Scope()))
    <View public as of 2020-10-01: 0 nominations in 0 editions>
    """

    def __init__(self, register: Register, clearance: Clearance) -> None:
        self._register: Register = register
        self._clearance: Clearance = clearance
        self._knowledge: Knowledge = Knowledge(register, clearance)
        self._lookup: Lookup = Lookup(register=register, clearance=clearance)
        self._editions: dict[str, TellableEdition] = {}
        self._entries: dict[int, Entry] = {}
        self._order: dict[str, int] = {name: place for place, name in enumerate(register.editions)}

    def selection(self, scope: Scope) -> Selection:
        """The scope made ready for the register.

        Raises:
            RecordNotFound: it names something that the register does not hold.
        """
        return selection(self._knowledge, scope)

    def view(self, chosen: Selection) -> View:
        """What the audience may know of what is chosen.

        Raises:
            RecordNotFound: an entry names a category or a person that the register does not hold.
        """
        known = tuple(chosen.known)
        told = self._told(chosen, known)
        entries = tuple(self._entry(place, past, told) for place, past in known)
        awards = _awards(told.values())
        settings = _settings(self._register.settings, awards, self._clearance)
        is_whole = self._clearance.is_internal and chosen.scope.is_everything
        named = (
            everything(self._lookup)
            if is_whole
            else named_in(entries, told.values(), self._lookup, settings.publisher)
        )
        events = sorted((each for edition in told.values() for each in edition.events), key=itemgetter(0))
        return View(
            audience=self._clearance.audience,
            as_of=self._clearance.as_of,
            scope=chosen.scope,
            settings=settings,
            kinds=self._register.kinds_of(each.kind for each in named.organisations),
            entries=entries,
            awards=awards,
            organisations=named.organisations,
            people=named.people,
            programmes=named.programmes,
            events=tuple(event for _, event in events),
            embargoed_until=_embargoed_until(entries, told.values(), self._clearance),
            files=ClearedFiles(self._register.files, (settings.style, *_pictures(entries))),
        )

    def _told(self, chosen: Selection, known: Known) -> dict[str, ToldEdition]:
        entries: dict[str, list[str]] = {}
        for place, _ in known:
            nomination = self._register.nominations[place]
            entries.setdefault(nomination.edition, []).append(nomination.id)
        names = set(entries) if chosen.scope.names_entries else {*entries, *chosen.editions}
        return {
            name: self._edition(name).told(entries.get(name, ()))
            for name in sorted(names, key=self._order.__getitem__)
        }

    def _edition(self, name: str) -> TellableEdition:
        if name not in self._editions:
            award, edition = self._register.editions[name]
            self._editions[name] = TellableEdition(award, edition, self._clearance)
        return self._editions[name]

    def _entry(self, place: int, known: History, told: dict[str, ToldEdition]) -> Entry:
        nomination = self._register.nominations[place]
        edition = told[nomination.edition]
        if place not in self._entries:
            self._entries[place] = self._lookup.entry(nomination, known, edition)
        entry = self._entries[place]
        # Another view may hold other dates of the edition: those for its own entries.
        return entry if entry.edition is edition.edition else attrs.evolve(entry, edition=edition.edition)


def _pictures(entries: Iterable[Entry]) -> Iterator[str]:
    return (image.file for entry in entries for image in entry.images)


def _awards(told: Iterable[ToldEdition]) -> tuple[Award, ...]:
    grouped: dict[str, list[ToldEdition]] = {}
    for each in told:
        grouped.setdefault(each.award.id, []).append(each)
    # The name of the latest edition is the one for the award as a whole.
    return tuple(
        attrs.evolve(group[-1].award, editions=tuple(each.edition for each in group))
        for group in grouped.values()
    )


def _settings(settings: Settings, awards: Iterable[Award], clearance: Clearance) -> Settings:
    if clearance.is_internal or not settings.complete_since:
        return settings
    years = settings.complete_since
    kept = {award.id: years[award.id] for award in awards if award.id in years}
    return attrs.evolve(settings, complete_since=FrozenDict(kept))


def _embargoed_until(
    entries: Iterable[Entry], told: Iterable[ToldEdition], clearance: Clearance
) -> datetime | None:
    if clearance.audience is Audience.PUBLIC:
        return None
    ends = [each.history.embargoed_until for each in entries] + [each.embargoed_until for each in told]
    return max((end for end in ends if end is not None), default=None)

"""Making a view: what the audience may know, selected, cleared and looked up, each in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import itemgetter

import attrs

from nominate.errors import UsageError, nearest, shown
from nominate.files.pausing import collector_paused
from nominate.model.award import Award
from nominate.model.fields import Audience
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination
from nominate.model.settings import Settings
from nominate.model.when import When
from nominate.register.history import History, history
from nominate.register.register import Register
from nominate.register.scope import scope
from nominate.register.selection import Selection, selection
from nominate.register.standing import Clearance
from nominate.viewing.beside import ClearedFiles
from nominate.viewing.editions import ToldEdition, events, told_edition
from nominate.viewing.entry import Entry
from nominate.viewing.lookup import Lookup
from nominate.viewing.naming import everything, named_in
from nominate.viewing.view import View

__all__ = ["view"]


def view(
    register: Register, *, as_of: When | str, audience: Audience | str = Audience.PUBLIC, **filters: object
) -> View:
    """What an audience may know of a register at a moment.

    Args:
        register: the whole register; nothing of it that the audience may not know is in the view.
        as_of: the moment; a day, month or year means its first moment, in the register's time zone.
        audience: `public`, `press` or `internal`.
        filters: what to select: `award`, `edition` (written `award/edition`), `category`, `organisation`,
            `programme`, `outcome`, `year`, `member_of`; each one value or several.

    Raises:
        UsageError: a filter, an audience or a moment that does not exist.
        RecordNotFound: a filter names a record that the register does not hold.

    >>> from nominate.model.settings import Records
    >>> view(Register(records=Records()), as_of="2020-10-01").entries
    ()
    """
    clearance = Clearance(audience=_audience(audience), as_of=_moment(as_of), zone=register.zone)
    chosen = selection(register, scope(filters), clearance)
    with collector_paused():
        return _view(register, chosen, clearance)


def _view(register: Register, chosen: Selection, clearance: Clearance) -> View:
    known = _known(register, chosen)
    told = _told_editions(register, chosen, [nomination for nomination, _ in known])
    lookup = Lookup(register=register, clearance=clearance)
    entries = tuple(lookup.entry(each, past, told[each.edition]) for each, past in known)
    awards = _awards(told)
    settings = _settings(register.settings, awards, clearance)
    is_whole = clearance.is_internal and chosen.scope.is_everything
    named = everything(lookup) if is_whole else named_in(entries, awards, lookup, settings.publisher)
    return View(
        audience=clearance.audience,
        as_of=clearance.as_of,
        scope=chosen.scope,
        settings=settings,
        kinds=register.kinds_of(each.kind for each in named.organisations),
        entries=entries,
        awards=awards,
        organisations=named.organisations,
        people=named.people,
        programmes=named.programmes,
        events=tuple(
            event
            for _, event in sorted(
                (pair for each in told.values() for pair in events(each, clearance.zone)), key=itemgetter(0)
            )
        ),
        embargoed_until=_embargoed_until(entries, told.values(), clearance),
        files=ClearedFiles(register.files, (settings.style, *_pictures(entries))),
    )


def _pictures(entries: Iterable[Entry]) -> Iterator[str]:
    return (image.file for entry in entries for image in entry.images)


def _audience(audience: Audience | str) -> Audience:
    if isinstance(audience, Audience):
        return audience
    choices = [each.value for each in Audience]
    if audience not in choices:
        near = nearest(audience, choices)
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"{audience!r} is not an audience; {cure}choose from {', '.join(choices)}")
    return Audience(audience)


def _moment(as_of: When | str) -> When:
    if isinstance(as_of, When):
        return as_of
    if not isinstance(as_of, str):
        raise UsageError(f"as_of is {shown(as_of)}; give a When, or text such as '2020-10-01'")
    try:
        return When.parse(as_of)
    except ValueError as error:
        raise UsageError(f"as of {error}") from None


def _known(register: Register, chosen: Selection) -> list[tuple[Nomination, History]]:
    editions = {
        f"{award.id}/{edition.id}": edition
        for award in register.awards
        for edition in award.editions
        if chosen.has_edition(award.id, edition)
    }
    known = []
    for nomination in chosen.nominations:
        edition = editions.get(nomination.edition)
        if edition is None or not chosen.has_nomination(nomination):
            continue
        past = history(nomination, edition, chosen.clearance)
        if past is not None and chosen.has_history(nomination, past):
            known.append((nomination, past))
    return known


def _told_editions(
    register: Register, chosen: Selection, known: Iterable[Nomination]
) -> dict[str, ToldEdition]:
    entries: dict[str, set[str]] = {}
    for nomination in known:
        entries.setdefault(nomination.edition, set()).add(nomination.id)
    return {
        name: told_edition(award, edition, chosen.clearance, frozenset(entries.get(name, ())))
        for award in register.awards
        for edition in award.editions
        if (name := f"{award.id}/{edition.id}") in entries
        or (not chosen.scope.names_entries and chosen.has_edition(award.id, edition))
    }


def _awards(told: dict[str, ToldEdition]) -> tuple[Award, ...]:
    grouped: dict[str, list[ToldEdition]] = {}
    for each in told.values():
        grouped.setdefault(each.award.id, []).append(each)
    # The name of the latest edition is the one for the award as a whole.
    return tuple(
        attrs.evolve(group[-1].award, editions=tuple(each.edition for each in group))
        for group in grouped.values()
    )


def _settings(settings: Settings, awards: Iterable[Award], clearance: Clearance) -> Settings:
    if clearance.is_internal:
        return settings
    names = {award.id for award in awards}
    kept = {name: year for name, year in settings.complete_since.items() if name in names}
    return attrs.evolve(settings, complete_since=FrozenDict(kept))


def _embargoed_until(
    entries: Iterable[Entry], told: Iterable[ToldEdition], clearance: Clearance
) -> datetime | None:
    if clearance.audience is Audience.PUBLIC:
        return None
    ends = [each.history.embargoed_until for each in entries] + [each.embargoed_until for each in told]
    return max((end for end in ends if end is not None), default=None)

"""Where figures and results were read: each place once, with all that was read there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

from nominate.documents import Content, Inline, Link, Sentence
from nominate.model.programme import Programme
from nominate.model.source import Source
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.programmes import figures_of
from nominate.prose.stories.desk import Desk
from nominate.prose.words import Name, listed, sentence
from nominate.viewing.entry import Entry

__all__ = ["references"]

_NOMINATED = "nominated"
_SCHEME = re.compile(r"^(?:https?://|mailto:)")
_Subject = tuple[tuple[str, ...], tuple[str, ...]]
"""The lists and results, and the ids of the programmes with figures, that were read in one place."""


@attrs.define(kw_only=True)
class _Place:
    """A source in the making: what was read there, how it was counted, and for which records."""

    source: Source
    known_as: str = ""
    site: tuple[str | None, str] = (None, "")
    lists: list[str] = attrs.field(factory=list)
    programmes: list[Programme] = attrs.field(factory=list)
    units: list[str] = attrs.field(factory=list)
    methods: list[str] = attrs.field(factory=list)
    ids: list[str] = attrs.field(factory=list)

    @property
    def subject(self) -> _Subject:
        """What was read there; places of one subject share a note."""
        return tuple(dict.fromkeys(self.lists)), tuple([each.id for each in self.programmes])


_Places = dict[tuple[str, ...], _Place]


def references(
    editions: Iterable[EditionFacts], programmes: Iterable[Programme], desk: Desk
) -> Iterator[list[Sentence]]:
    """The sources of figures, then of results and lists; the places of one subject in one note."""
    places: _Places = {}
    for programme in programmes:
        _read_figures(programme, places, desk)
    for facts in editions:
        for said, entries in _told(facts):
            for entry in entries:
                _read_outcome(entry, said, facts, places)
    subjects: dict[_Subject, list[_Place]] = {}
    for place in places.values():
        subjects.setdefault(place.subject, []).append(place)
    yield from ([*_said(lists, held, desk)] for (lists, _), held in subjects.items())


def _read_figures(programme: Programme, places: _Places, desk: Desk) -> None:
    for figures in figures_of(programme, desk.view):
        place = _place(figures.source, places)
        place.site = (programme.url, programme.name)
        place.programmes.append(programme)
        place.units += figures.units
        place.methods += figures.methods
        place.ids += figures.sources


def _told(facts: EditionFacts) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The entries that are told, by what says how they stand."""
    yield "results", (*facts.won, *facts.honoured)
    yield "shortlist", facts.shortlisted
    yield "longlist", facts.longlisted
    yield "results", facts.revoked


def _read_outcome(entry: Entry, said: str, facts: EditionFacts, places: _Places) -> None:
    decision = entry.decision
    if decision is None or decision.source is None or not decision.source.is_named:
        return
    place = _place(decision.source, places)
    place.known_as = place.known_as or _page(decision.source, facts)
    place.site = (facts.award.url, facts.award.name)
    place.lists.append("nominations" if decision.label == _NOMINATED else said)
    place.ids += (entry.id, facts.id)


def _place(source: Source, places: _Places) -> _Place:
    """The place that a source is, by its address, else by its title and publisher."""
    key = (source.url,) if source.url is not None else (source.title, source.publisher)
    place = places.get(key)
    if place is None:
        place = places[key] = _Place(source=source)
    return place


def _page(source: Source, facts: EditionFacts) -> str:
    """What a source's page is, where it is a page of the edition or the edition names it."""
    labels = [label for label, url in facts.edition.links.items() if url == source.url]
    if labels:
        return f"{facts.edition.name}: {labels[0]}"
    own = facts.edition.source
    is_own = own is not None and own.url is not None and own.url == source.url
    return own.title or own.publisher if own is not None and is_own else ""


def _unnamed(place: _Place) -> str:
    """A page by the site that it stands on, where that is of something with a name, else by its address."""
    address = _address(place.source.url or "")
    url, name = place.site
    is_there = url is not None and _address(url).partition("/")[0] == address.partition("/")[0]
    return f"{name} website" if is_there else address


def _said(lists: tuple[str, ...], places: list[_Place], desk: Desk) -> Iterator[Sentence]:
    """One note: what was read, where, and how it was counted."""
    first, is_one = places[0], len(places) == 1
    subjects = [f"the {each}" for each in lists]
    if first.programmes:
        names = (desk.mention(Name.of(each)) for each in first.programmes)
        subjects.append(f"the figures on {listed(names)}")
    content: list[Inline] = [f"{'Source' if is_one else 'Sources'} of {listed(subjects)}: "]
    for number, place in enumerate(places):
        content += ["; "] if number else []
        content += _named(place, desk)
        if place.units and not is_one:
            content.append(f" (on {listed(dict.fromkeys(place.units))})")
    ids = dict.fromkeys([name for place in places for name in place.ids])
    yield Sentence(content=(*content, "."), sources=tuple(ids))
    for place in places:
        for method in dict.fromkeys(place.methods):
            yield Sentence(content=sentence(method), sources=tuple(dict.fromkeys(place.ids)))


def _named(place: _Place, desk: Desk) -> Content:
    """A source by its title, what we know its page as, its publisher, site or address; with its day."""
    source = place.source
    words = source.title or place.known_as or source.publisher or _unnamed(place)
    publisher = source.publisher if source.publisher and source.publisher not in words else ""
    day = desk.plain_day(source.on) if source.on is not None else ""
    rest = (f", {publisher}" if publisher else "") + (f", {day}" if day else "")
    named: Inline = Link(text=words, url=source.url) if source.url else words
    return (named, rest) if rest else (named,)


# The pages of an award stand on one site.
@lru_cache(maxsize=1024)
def _address(url: str) -> str:
    """An address as people write it by hand."""
    return _SCHEME.sub("", url).rstrip("/")

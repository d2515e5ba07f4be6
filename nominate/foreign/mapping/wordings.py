"""The words and names of a file that a mapping settles: what a status means, and which names are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from nominate.foreign.cells.naming import abbreviated, is_person, names_in
from nominate.foreign.cells.near_names import Resemblance, abbreviations_in, near_names
from nominate.foreign.cells.statuses import NOTHING, status_words, statuses_in, suggested_status
from nominate.foreign.cells.tidying import folded, one_line
from nominate.foreign.finding.meanings import Meaning
from nominate.foreign.finding.tables import Table
from nominate.foreign.mapping.mapping_file import MappingFile, TableMapping
from nominate.model.mapping import FrozenDict

__all__ = ["Unknown", "Wordings", "wordings_of"]

_BODIES = frozenset({Meaning.ORGANISATION, Meaning.PARTNER})
_MOST_PEOPLE = 5_000


@attrs.frozen(kw_only=True)
class Unknown:
    """A word that is not known for sure: where it first stands, how often, and what it may mean."""

    word: str
    count: int
    place: str
    suggestion: str = ""


@attrs.frozen(kw_only=True)
class Wordings:
    """The words that are understood, those that are not, and the names that are or may be one.

    >>> Wordings(words={"Finalist": "shortlisted"}).unknown
    ()
    """

    words: Mapping[str, str] = attrs.field(default=FrozenDict())
    unknown: tuple[Unknown, ...] = ()
    same: Mapping[str, str] = attrs.field(default=FrozenDict())
    alike: tuple[Resemblance, ...] = ()
    people: tuple[str, ...] = ()


def wordings_of(tables: Sequence[tuple[Table, TableMapping]], *, before: MappingFile) -> Wordings:
    """What the cells of some tables say in words and names; what was settled `before` stays so."""
    words, unknown = _words(tables, before)
    names = Counter(_names(tables, _BODIES | {Meaning.NOMINEE}, are_people=False))
    persons = {name for name in _names(tables, {Meaning.NOMINEE}, are_people=False) if is_person(name)}
    people = {*before.people, *sorted(persons)[:_MOST_PEOPLE]}
    bodies = Counter({name: count for name, count in names.items() if name not in people})
    same = {**_abbreviations(bodies), **before.same}
    settled = {folded(name) for name in same}
    spelled = _by_spelling(bodies, settled)
    return Wordings(
        words=words,
        unknown=tuple(unknown),
        same=same,
        alike=near_names(spelled),
        people=tuple(sorted(people)),
    )


def _words(
    tables: Iterable[tuple[Table, TableMapping]], before: MappingFile
) -> tuple[dict[str, str], list[Unknown]]:
    counts: Counter[str] = Counter()
    places: dict[str, str] = {}
    for table, mapping in tables:
        for heading in table.headings:
            if mapping.columns.get(heading.title) is Meaning.STATUS:
                for row in table.entries:
                    word = one_line(row.cells[heading.place])
                    if word:
                        counts[word] += 1
                        where = f"{heading.letters}{row.number}"
                        places.setdefault(word, f"{table.sheet}!{where}" if table.sheet else where)
    own = status_words(before.words)
    words = dict(before.words)
    unknown = []
    for word, count in counts.items():
        found = statuses_in(word, own)
        if found is None:
            suggestion = suggested_status(word)
            unknown.append(Unknown(word=word, count=count, place=places[word], suggestion=suggestion))
        elif len(found) == 1 and word not in words:
            words[word] = NOTHING if found[0] is None else found[0].value
    return words, unknown


def _names(
    tables: Iterable[tuple[Table, TableMapping]], meanings: Iterable[Meaning], *, are_people: bool
) -> Iterator[str]:
    wanted = frozenset(meanings)
    for table, mapping in tables:
        for heading in table.headings:
            if mapping.columns.get(heading.title) in wanted:
                for cell in table.cells(heading):
                    if isinstance(cell, str):
                        yield from names_in(cell, are_people=are_people)


def _abbreviations(names: Mapping[str, int]) -> dict[str, str]:
    """The abbreviations in brackets that also stand alone, with the name that each stands for."""
    alone = {folded(name): name for name in names}
    return {
        alone[folded(short)]: full
        for short, full in abbreviations_in(names).items()
        if folded(short) in alone
    }


def _by_spelling(names: Mapping[str, int], settled: Iterable[str]) -> dict[str, int]:
    """Each name by the first of its spellings, with how often it stands in all of them."""
    known = {*settled}
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for name, count in names.items():
        full = abbreviated(name)[0]
        key = folded(full)
        if key and key not in known:
            counts[first.setdefault(key, full)] += count
    return counts

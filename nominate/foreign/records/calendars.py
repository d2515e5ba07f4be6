"""The awards and editions that entries name, with their categories, and dates for whom they are for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from nominate.files.slugs import as_slug
from nominate.foreign.cells.dates import SheetDate
from nominate.foreign.cells.tidying import folded
from nominate.foreign.records.bodies import Names
from nominate.foreign.records.ids import Ids
from nominate.foreign.rows.entries import SheetEntry
from nominate.model.award import Award, AwardCategory, Certainty, Edition, KeyDate, Target
from nominate.model.embargo import DateKind
from nominate.model.mapping import FrozenDict

__all__ = ["NO_AWARD", "NO_CATEGORY", "NO_EDITION", "Placed", "Seats", "awards_of", "seats_of"]

NO_AWARD = "Award not named"
"""The name of the award of rows that name none."""

NO_CATEGORY = "Category not given"
"""The name of the category of rows that give none."""

NO_EDITION = "undated"
"""The id of the edition of rows that say no year."""


@attrs.frozen(kw_only=True)
class Placed:
    """Where an entry belongs: the ids of its award, edition and category, and its own."""

    award: str
    edition: str
    category: str
    nomination: str = ""


@attrs.frozen(kw_only=True)
class Seats:
    """The ids of the awards, editions and categories that entries name, and the names behind them."""

    awards: Mapping[str, str]
    editions: Mapping[tuple[str, str], str]
    categories: Mapping[tuple[str, str], Mapping[str, tuple[str, str]]]

    def of(self, entry: SheetEntry, names: Names) -> Placed:
        """Where an entry belongs."""
        award = names.key(entry.award or NO_AWARD)
        edition = (award, folded(entry.edition or NO_EDITION))
        category = folded(entry.category or NO_CATEGORY)
        return Placed(
            award=self.awards[award],
            edition=self.editions[edition],
            category=self.categories[edition][category][0] if not entry.is_award else "",
        )


def seats_of(entries: Iterable[SheetEntry], names: Names) -> Seats:
    """Ids for every award, edition and category that entries name; a category keeps its id in every edition.

    >>> from nominate.register.changes import Origin
    >>> entry = SheetEntry(origin=Origin(), award="HSJ Awards", edition="2020", category="Team of the Year")
    >>> seats_of([entry], Names({})).of(entry, Names({})).category
    'team-of-the-year'
    """
    awards: dict[str, str] = {}
    editions: dict[tuple[str, str], str] = {}
    categories: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    ids, edition_ids, category_ids = Ids(), defaultdict[str, Ids](Ids), defaultdict[tuple[str, str], Ids](Ids)
    for entry in entries:
        name = entry.award or NO_AWARD
        award = names.key(name)
        awards.setdefault(award, "") or awards.update({award: ids.take(names.kept(name), otherwise="award")})
        at = (award, folded(entry.edition or NO_EDITION))
        if at not in editions:
            editions[at] = edition_ids[award].take(entry.edition or NO_EDITION, otherwise="edition")
        own = folded(entry.category or NO_CATEGORY)
        if not entry.is_award and own not in categories[at]:
            called = entry.category or NO_CATEGORY
            categories[at][own] = (category_ids[at].take(called, otherwise="category"), called)
    return Seats(awards=awards, editions=editions, categories=categories)


def awards_of(placed: Iterable[tuple[SheetEntry, Placed]], seats: Seats, names: Names) -> tuple[Award, ...]:
    """Every award with its editions in order, their categories, dates and links."""
    told: dict[tuple[str, str], list[tuple[SheetEntry, Placed]]] = defaultdict(list)
    called: dict[str, str] = {}
    for entry, place in placed:
        called.setdefault(place.award, names.kept(entry.award or NO_AWARD))
        told[place.award, place.edition].append((entry, place))
    categories = {
        (seats.awards[award], seats.editions[award, edition]): tuple(
            AwardCategory(id=own, name=name) for own, name in found.values()
        )
        for (award, edition), found in seats.categories.items()
    }
    return tuple(
        Award(
            id=award,
            name=name,
            editions=tuple(
                _edition(edition, name, told[award, edition], categories.get((award, edition), ()))
                for edition in sorted(edition for own, edition in told if own == award)
            ),
        )
        for award, name in called.items()
    )


def _edition(
    edition: str,
    award: str,
    told: list[tuple[SheetEntry, Placed]],
    categories: tuple[AwardCategory, ...],
) -> Edition:
    said = next((entry.edition for entry, _ in told if entry.edition), "")
    is_plain = as_slug(said) == said or said[:1].isdigit()
    links = {entry.award_url for entry, _ in told if entry.award_url}
    name = award if edition == NO_EDITION else "" if is_plain else f"{award} {said}"
    return Edition(
        id=edition,
        name=name,
        dates=tuple(_dates(told)),
        links=FrozenDict({"award": links.pop()} if len(links) == 1 else {}),
        categories=categories,
    )


def _dates(told: list[tuple[SheetEntry, Placed]]) -> Iterator[KeyDate]:
    by_kind: dict[DateKind, list[tuple[SheetDate, Placed]]] = defaultdict(list)
    for entry, place in told:
        for kind, date in entry.dates:
            by_kind[kind].append((date, place))
    unread = {kind for entry, _ in told for kind in entry.unread_dates}
    for kind in (kind for kind in DateKind if kind in by_kind):
        yield from _agreed(kind, by_kind[kind], is_all=kind not in unread)


def _agreed(kind: DateKind, told: list[tuple[SheetDate, Placed]], *, is_all: bool) -> Iterator[KeyDate]:
    """One date where all rows agree; else one for each category whose rows agree; else one for each entry."""
    general = {date for date, place in told if not place.nomination}
    if is_all and len({date for date, _ in told}) == 1:
        yield _key_date(kind, told[0][0], None)
        return
    yield from (_key_date(kind, date, None) for date in sorted(general, key=lambda date: str(date.when)))
    by_category: dict[str, dict[SheetDate, list[Placed]]] = defaultdict(lambda: defaultdict(list))
    for date, place in told:
        if place.nomination and date not in general:
            by_category[place.category][date].append(place)
    for category, dates in by_category.items():
        if len(dates) == 1:
            yield _key_date(kind, next(iter(dates)), Target(category=category))
            continue
        for date, places in dates.items():
            yield from (_key_date(kind, date, Target(nomination=place.nomination)) for place in places)


def _key_date(kind: DateKind, date: SheetDate, target: Target | None) -> KeyDate:
    return KeyDate(
        what=kind,
        when=date.when,
        weekday=date.weekday,
        mode=date.mode,
        certainty=date.certainty or Certainty.CONFIRMED,
        for_=target,
    )

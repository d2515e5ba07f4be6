"""The entries by award: each edition with who runs it, its entries, and what became of its categories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.documents import Block, Bullets, Heading, Item, Paragraph, Table, plain
from nominate.model.award import Award, AwardCategory, CategoryResultKind, Edition, Prize
from nominate.model.money import Money
from nominate.model.nomination import Progress
from nominate.prose.facts.declared import declared
from nominate.prose.facts.editions import EditionFacts
from nominate.prose.facts.roles import hosting
from nominate.prose.stories.below.notes import declared_said
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.phrases.editions import edition_name
from nominate.prose.summarising.standings import BEST_FIRST
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import articled, ended, listed, pluralised, sentence, titled, valued
from nominate.viewing.entry import Entry
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["by_award", "furthest_first"]

_HEADER = ("Category", "Nomination", "Nominated", "Outcome")
_ALONE = {True: "Results", False: "Nominations"}
_RANKS = {outcome: rank for rank, outcome in enumerate(BEST_FIRST)}
# What was sent before what is nearly ready, down to a mere idea; then what was given up.
_WORK = {progress: (progress.is_given_up, -place) for place, progress in enumerate(Progress)}

_RESULTS = {
    CategoryResultKind.NO_AWARD: ": no award was given",
    CategoryResultKind.CANCELLED: " was cancelled",
    CategoryResultKind.MERGED: " was merged",
}


def by_award(telling: Telling) -> Iterator[Block]:
    """A part for each edition that has entries, in file order; one alone needs no heading of its own."""
    entries: dict[str, list[Entry]] = {}
    for entry in telling.view.entries:
        entries.setdefault(entry.edition_id, []).append(entry)
    if not entries:
        return
    is_alone = len(telling.view.editions) == 1
    is_of_results = telling.kind is SummaryKind.RESULTS
    yield Heading(content=_ALONE[is_of_results] if is_alone else "By award")
    for name, (award, edition) in telling.view.editions.items():
        if name in entries:
            if not is_alone:
                yield Heading(content=edition.name, level=3, sources=(name,))
            yield from _edition(name, award, edition, entries[name], telling)


def furthest_first(entries: Iterable[Entry]) -> list[Entry]:
    """The entries by how far they got, those that won before all others; else in their own order.

    Where nothing is decided, those of which the team's own work is furthest come first.
    """
    return sorted(entries, key=_rank)


def _rank(entry: Entry) -> tuple[int, tuple[bool, int]]:
    # Of what is decided, and where nothing is recorded, it was sent.
    work = entry.nomination.progress if entry.outcome is None else None
    return _RANKS[entry.outcome], _WORK[work or Progress.SUBMITTED]


def _edition(
    name: str, award: Award, edition: Edition, entries: list[Entry], telling: Telling
) -> Iterator[Block]:
    for label, url in edition.links.items():
        telling.sources.name(url, f"{edition.name}: {label}")
    cited = telling.sources.cite(edition.source, name)
    about = " ".join(_about(name, award, edition, telling))
    if about:
        yield Paragraph(content=about + cited, sources=(name,))
    ordered = _ordered(entries, edition, telling)
    yield Table(
        caption=f"Nominations in {edition_name(award, edition)}",
        header=_HEADER,
        rows=[
            (entry.category.name, entry.title, telling.nominees(entry), telling.standing(entry))
            for entry in ordered
        ],
        sources=(name,),
        row_sources=tuple([(entry.id,) for entry in ordered]),
    )
    notes = [*_notes(edition, entries, telling)]
    if notes:
        yield Bullets(items=notes, sources=(name,))


def _ordered(entries: list[Entry], edition: Edition, telling: Telling) -> list[Entry]:
    """By category; where it is of results, the best before that."""
    if len(entries) == 1:
        return entries
    places = {category.id: place for place, category in enumerate(edition.categories)}
    ordered = sorted(entries, key=lambda entry: places[entry.category_id])
    return furthest_first(ordered) if telling.kind is SummaryKind.RESULTS else ordered


def _notes(edition: Edition, entries: list[Entry], telling: Telling) -> Iterator[Item]:
    """What the table does not say of the categories, in their order."""
    winners: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.history.has_won:
            winners.setdefault(entry.category_id, []).append(entry)
    categories = edition.categories
    # Of what one organisation or programme has, the categories of others are no news.
    if telling.view.scope.names_entries:
        entered = {named for entry in entries for named in (entry.nomination.category, entry.category_id)}
        categories = tuple([each for each in categories if each.id in entered])
    for category in categories:
        yield from _category(category, edition, winners.get(category.id, []), telling)


def _about(name: str, award: Award, edition: Edition, telling: Telling) -> Iterator[str]:
    """Who runs it, and what its organiser says of its size."""
    roles: dict[str, list[str]] = {}
    for host in edition.hosts or award.hosts:
        organisation = telling.view.organisation(host.organisation)
        if organisation is not None:
            roles.setdefault(host.role or "host", []).append(organisation.name)
    for role, names in roles.items():
        called = role if len(names) == 1 else pluralised(role)
        yield sentence(f"{called}: {listed(names)}")
    if edition.declared:
        facts, desk = EditionFacts(id=name, award=award, edition=edition), Desk(telling.view, telling.style)
        for total in declared(facts, hosting(facts, telling.view)):
            yield from (plain(each.content) for each in declared_said(total, facts, desk))


def _category(
    category: AwardCategory, edition: Edition, winners: list[Entry], telling: Telling
) -> Iterator[Item]:
    """What the table does not say of a category: a tie, the prize where it was won, its own result."""
    if len(winners) < 2 and category.prize is None and category.result is None:
        return
    name = titled(category.name, telling.style)
    ids = tuple(entry.id for entry in winners)
    if len(winners) > 1:
        both = listed(entry.title for entry in winners)
        yield Item(content=ended(f"{name}: a tie; the winners are {both}"), sources=ids)
    if winners and category.prize is not None:
        cited = telling.sources.cite(category.prize.source, *ids)
        said = ended(f"{name}: {_prize(category.prize, telling)}")
        yield Item(content=said + cited, sources=ids)
    result = category.result
    if result is None:
        return
    into = next(
        (titled(each.name, telling.style) for each in edition.categories if each.id == result.into), ""
    )
    day = f", {telling.day(result.announced)}" if result.announced is not None else ""
    said = f"{name}{_RESULTS[result.is_]}{f' into {into}' if into else ''}{day}"
    yield Item(content=ended(said) + telling.sources.cite(result.source))


def _prize(prize: Prize, telling: Telling) -> str:
    if prize.amount is None:
        said = articled(prize.kind)
    else:
        said = valued(Money(amount=prize.amount, currency=prize.currency, is_=prize.kind), telling.style)
    said += f" for each {prize.per.removeprefix('each ')}" if prize.per else ""
    return f"{said}, for {prize.purpose}" if prize.purpose else said

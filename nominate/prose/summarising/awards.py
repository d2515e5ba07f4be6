"""The entries by award: each edition with who runs it, its entries, and what became of its categories."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Bullets, Heading, Item, Paragraph, Table
from nominate.model.award import Award, AwardCategory, CategoryResultKind, Edition, Prize
from nominate.model.money import Money
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import articled, ended, listed, pluralised, sentence, titled, valued
from nominate.viewing.entry import Entry

__all__ = ["by_award"]

_RESULTS = {
    CategoryResultKind.NO_AWARD: "no award was given",
    CategoryResultKind.CANCELLED: "was cancelled",
    CategoryResultKind.MERGED: "was merged",
}


def by_award(telling: Telling) -> Iterator[Block]:
    """A part for each edition that has entries, in file order."""
    entries: dict[str, list[Entry]] = {}
    for entry in telling.view.entries:
        entries.setdefault(entry.edition_id, []).append(entry)
    yield Heading(content="By award")
    for name, (award, edition) in telling.view.editions.items():
        if name in entries:
            yield from _edition(name, award, edition, entries[name], telling)


def _edition(
    name: str, award: Award, edition: Edition, entries: list[Entry], telling: Telling
) -> Iterator[Block]:
    yield Heading(content=edition.name, level=3, sources=(name,))
    for label, url in edition.links.items():
        telling.sources.name(url, f"{edition.name}: {label}")
    cited = telling.sources.cite(edition.source, name)
    about = " ".join(_about(award, edition, telling))
    if about:
        yield Paragraph(content=about + cited, sources=(name,))
    places = {category.id: place for place, category in enumerate(edition.categories)}
    ordered = sorted(entries, key=lambda entry: places[entry.category_id])
    yield Table(
        caption=f"Nominations in {' '.join(part for part in (award.article, edition.name) if part)}",
        header=["Category", "Nomination", "Nominated", "Outcome"],
        rows=[
            (entry.category.name, entry.title, telling.nominees(entry), telling.standing(entry))
            for entry in ordered
        ],
        sources=(name,),
        row_sources=tuple((entry.id,) for entry in ordered),
    )
    winners: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.history.has_won:
            winners.setdefault(entry.category_id, []).append(entry)
    notes = [
        item
        for category in edition.categories
        for item in _category(category, edition, winners.get(category.id, []), telling)
    ]
    if notes:
        yield Bullets(items=notes, sources=(name,))


def _about(award: Award, edition: Edition, telling: Telling) -> Iterator[str]:
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
        figures = listed(f"{what} {number:,}" for what, number in edition.declared.items())
        yield sentence(f"the organiser’s own figures: {figures}")


def _category(
    category: AwardCategory, edition: Edition, winners: list[Entry], telling: Telling
) -> Iterator[Item]:
    """What the table does not say of a category: a tie, the prize where it was won, its own result."""
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
    said = f"{name}: {_RESULTS[result.is_]}{f' into {into}' if into else ''}{day}"
    yield Item(content=ended(said) + telling.sources.cite(result.source))


def _prize(prize: Prize, telling: Telling) -> str:
    if prize.amount is None:
        said = articled(prize.kind)
    else:
        said = valued(Money(amount=prize.amount, currency=prize.currency, is_=prize.kind), telling.style)
    said += f" for each {prize.per.removeprefix('each ')}" if prize.per else ""
    return f"{said}, for {prize.purpose}" if prize.purpose else said

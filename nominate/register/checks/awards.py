"""Awards, their editions and categories: hosts, sponsors, prizes, and results beside the entries' own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.model.award import AwardCategory, CategoryResultKind, Edition
from nominate.model.mapping import FrozenDict
from nominate.model.programme import Partner
from nominate.register.checks.amounts import amount_findings
from nominate.register.checks.announcements import Setting, announcement_findings
from nominate.register.checks.calendars import calendar_findings
from nominate.register.checks.cycles import cycles
from nominate.register.checks.dates import date_findings, far_findings
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.index import EditionIndex, Index
from nominate.register.checks.references import category_fault, references

__all__ = ["in_awards"]


def in_awards(index: Index) -> Iterator[Finding]:
    """Faults in the awards, edition by edition."""
    for place, award in enumerate(index.records.awards):
        at = ("awards", place)
        yield from _hosts(index, at, award.hosts)
        yield from _ordinals(at, award.editions)
    for edition in index.editions.values():
        yield from _hosts(index, edition.at, edition.edition.hosts)
        yield from _negative(edition.at, edition.edition.declared)
        yield from date_findings(index, edition)
        yield from calendar_findings(index, edition)
        for place, category in enumerate(edition.edition.categories):
            yield from _category(index, (*edition.at, "categories", place), edition, category)
        yield from _merged_in_circles(edition)


def _hosts(index: Index, at: Path, hosts: tuple[Partner, ...]) -> Iterator[Finding]:
    pointed = (((*at, "hosts", place, "organisation"), each.organisation) for place, each in enumerate(hosts))
    yield from references(index, "organisation", pointed)


def _ordinals(at: Path, editions: Iterable[Edition]) -> Iterator[Finding]:
    seen: dict[int, str] = {}
    for place, edition in enumerate(editions):
        if edition.ordinal is None:
            continue
        own = (*at, "editions", place, "ordinal")
        if edition.ordinal < 1:
            yield Finding(
                code="E541",
                at=own,
                message=f"{edition.ordinal} is not a number that editions are counted by",
                hint="write 1 for the first",
            )
        elif (other := seen.setdefault(edition.ordinal, edition.id)) != edition.id:
            yield Finding(
                code="W542",
                at=own,
                message=f"{other} is number {edition.ordinal} already",
                hint="count the editions again, or leave ordinal out",
            )


def _negative(at: Path, declared: FrozenDict[str, int]) -> Iterator[Finding]:
    for word, number in declared.items():
        if number < 0:
            yield Finding(
                code="E541",
                at=(*at, "declared", word),
                message=f"{number} is less than nothing",
                hint="write the organiser's own number",
            )


def _category(index: Index, at: Path, edition: EditionIndex, category: AwardCategory) -> Iterator[Finding]:
    sponsors = (((*at, "sponsor", place), each) for place, each in enumerate(category.sponsor))
    yield from references(index, "organisation", sponsors)
    yield from _negative(at, category.declared)
    if category.prize is not None:
        yield from amount_findings((*at, "prize"), category.prize.amount, category.prize.currency)
    result = category.result
    if result is None:
        return
    own = (*at, "result")
    yield from announcement_findings(index, own, result, Setting(edition=edition, category=category.id))
    yield from far_findings((*own, "announced"), result.announced, edition)
    yield from future(index, (*own, "known"), result.known, "known")
    is_merged = result.is_ is CategoryResultKind.MERGED
    if is_merged and result.into is None:
        yield Finding(
            code="E460",
            at=own,
            message="a merged category went into another one, and which is not said",
            hint="write into: and the other category's id",
        )
    if result.into is not None and not is_merged:
        yield Finding(
            code="E461",
            at=(*own, "into"),
            message=f"only a merged category goes into another one, not one with {result.is_.value!r}",
            hint="write is: merged, or take into away",
        )
    if result.into is not None and result.into not in edition.categories:
        yield category_fault(index, edition, result.into, (*own, "into"))


def _merged_in_circles(edition: EditionIndex) -> Iterator[Finding]:
    into = {
        each.id: [each.result.into]
        for each in edition.edition.categories
        if each.result is not None and each.result.into is not None
    }
    places = {each.id: place for place, each in enumerate(edition.edition.categories)}
    for circle in cycles(into):
        chain = ", ".join(f"merged into {name!r}" for name in circle[1:])
        yield Finding(
            code="E333",
            at=(*edition.at, "categories", places[circle[0]], "result", "into"),
            message=f"{circle[0]!r} comes back to itself: {chain}",
            hint="name the category that was judged in the end",
        )

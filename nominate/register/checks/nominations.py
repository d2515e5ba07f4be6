"""Nominations: where they are entered, who is nominated for what, and the team's own part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from nominate.errors import shown
from nominate.model.nomination import Nomination, Nominee, Progress
from nominate.model.outcomes import REACHED
from nominate.register.checks.amounts import money_findings
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.images import image_findings
from nominate.register.checks.index import Index
from nominate.register.checks.marks import is_in_marks
from nominate.register.checks.pointing import decision_fault
from nominate.register.checks.quotes import quote_findings
from nominate.register.checks.references import category_fault, edition_fault, references, unknown
from nominate.register.checks.submissions import submission_findings

__all__ = ["in_nominations"]


def in_nominations(index: Index) -> Iterator[Finding]:
    """Faults in the nominations, but for their decisions."""
    organisations, programmes = index.ids["organisation"], index.ids["programme"]
    for place, nomination in enumerate(index.records.nominations):
        edition = index.editions.get(nomination.edition)
        if edition is None or nomination.category not in edition.categories:
            yield from _entry(index, ("nominations", place), nomination)
        if nomination.programme is not None and nomination.programme not in programmes:
            yield unknown(index, "programme", nomination.programme, ("nominations", place, "programme"))
        if not _is_usual(nomination.nominees, organisations):
            yield from _nominees(index, ("nominations", place), nomination.nominees)
        if nomination.progress is not Progress.SUBMITTED and nomination.progress is not None:
            yield from _progress(("nominations", place), nomination.progress, nomination)
        if is_in_marks(nomination.title):
            yield Finding(
                code="W324",
                at=("nominations", place, "title"),
                message="a title that brings its own quotation marks would be printed with two pairs",
                hint="write the words alone",
            )
        if nomination.quotes or nomination.images:
            yield from _shown(index, ("nominations", place), nomination)
        if nomination.fee is not None or nomination.costs:
            yield from _money(("nominations", place), nomination)
        if nomination.tasks or nomination.submitted is not None:
            yield from _done(index, ("nominations", place), nomination)
    yield from _entered_twice(index)


def _is_usual(nominees: tuple[Nominee, ...], organisations: AbstractSet[str]) -> bool:
    """Whether they are organisations that exist, each once and without a share: nearly all are."""
    for nominee in nominees:
        if (
            nominee.organisation not in organisations
            or nominee.person is not None
            or nominee.share is not None
        ):
            return False
    count = len(nominees)
    return count == 1 or 0 < count == len({nominee.organisation for nominee in nominees})


def _entry(index: Index, at: Path, nomination: Nomination) -> Iterator[Finding]:
    edition = index.editions.get(nomination.edition)
    if edition is not None:
        yield category_fault(index, edition, nomination.category, (*at, "category"))
    elif not index.is_broken(nomination.edition):
        yield edition_fault(index, nomination.edition, (*at, "edition"))


def _nominees(index: Index, at: Path, nominees: tuple[Nominee, ...]) -> Iterator[Finding]:
    if not nominees:
        yield Finding(
            code="W470",
            at=at,
            message="nobody is nominated",
            hint="write nominees: and the ids of organisations or people",
        )
        return
    seen: set[tuple[str | None, str | None, str]] = set()
    for place, nominee in enumerate(nominees):
        own = (*at, "nominees", place)
        if (nominee.organisation is None) == (nominee.person is None):
            yield Finding(
                code="E321",
                at=own,
                message="a nominee is one organisation or one person",
                hint="write organisation: or person:; two nominees are two items of the list",
            )
        yield from references(index, "organisation", [((*own, "organisation"), nominee.organisation)])
        yield from references(index, "person", [((*own, "person"), nominee.person)])
        key = (nominee.organisation, nominee.person, nominee.role)
        if key in seen:
            yield Finding(
                code="W323",
                at=own,
                message=f"{nominee.organisation or nominee.person!r} is nominated twice here",
                hint="take one away, or give each its own role",
            )
        seen.add(key)
    yield from _shares(at, nominees)


def _shares(at: Path, nominees: tuple[Nominee, ...]) -> Iterator[Finding]:
    given = [nominee.share for nominee in nominees if nominee.share is not None]
    if not given:
        return
    wrong = [share for share in given if not 0 < share <= 1]
    for place, nominee in enumerate(nominees):
        if nominee.share in wrong:
            yield Finding(
                code="E550",
                at=(*at, "nominees", place, "share"),
                message=f"{nominee.share} is not a part of one entry",
                hint="write a fraction, as in 1/2",
            )
    if len(given) < len(nominees):
        message = f"{len(given)} of {len(nominees)} nominees have a share"
    elif sum(given) != 1:
        message = f"the shares sum to {sum(given)}, not to 1"
    else:
        return
    if not wrong:
        yield Finding(
            code="E551",
            at=(*at, "nominees"),
            message=message,
            hint="give all of them one, summing to 1, or none",
        )


def _shown(index: Index, at: Path, nomination: Nomination) -> Iterator[Finding]:
    for place, quote in enumerate(nomination.quotes):
        yield from quote_findings(index, (*at, "quotes", place), quote)
    for place, image in enumerate(nomination.images):
        yield from image_findings(index, (*at, "images", place), image)
    ids = nomination.decision_ids
    about = [
        *(((*at, "quotes", place, "of"), quote.of) for place, quote in enumerate(nomination.quotes)),
        *(((*at, "images", place, "of"), image.of) for place, image in enumerate(nomination.images)),
    ]
    for own, name in about:
        if name is not None and name not in ids:
            yield decision_fault(nomination, name, own)


def _money(at: Path, nomination: Nomination) -> Iterator[Finding]:
    yield from money_findings((*at, "fee"), nomination.fee)
    for place, cost in enumerate(nomination.costs):
        yield from money_findings((*at, "costs", place, "money"), cost.money)


def _done(index: Index, at: Path, nomination: Nomination) -> Iterator[Finding]:
    yield from future(index, (*at, "submitted"), nomination.submitted, "submitted")
    for place, task in enumerate(nomination.tasks):
        yield from future(index, (*at, "tasks", place, "done"), task.done, "done")
    yield from submission_findings(index, at, nomination)


def _progress(at: Path, progress: Progress, nomination: Nomination) -> Iterator[Finding]:
    reached = [each.outcome for each in nomination.decisions if each.outcome in REACHED]
    if reached:
        yield Finding(
            code="W472",
            at=(*at, "progress"),
            message=f"{progress.value!r}, and yet it was {reached[-1].value}",
            hint="write progress: submitted",
        )


def _entered_twice(index: Index) -> Iterator[Finding]:
    nominations = index.records.nominations
    titles = Counter([each.title for each in nominations])
    if len(titles) == len(nominations):
        return
    seen: dict[tuple[object, ...], int] = {}
    for place, each in enumerate(nominations):
        if titles[each.title] == 1:
            continue
        first = seen.setdefault((each.edition, each.category, each.title, each.nominees), place)
        if first != place:
            yield Finding(
                code="W471",
                at=("nominations", place),
                message=f"{shown(nominations[first].id)} has the same edition, category, title and nominees",
                hint="take one away, with its decisions moved to the other",
            )

"""The dates of an edition, each by itself: its weekday, its target, its earlier values."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.errors import shown
from nominate.model.award import KeyDate, Target, Weekday
from nominate.model.embargo import DateKind
from nominate.model.when import When
from nominate.register.checks.announcements import Setting, announcement_findings
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.index import EditionIndex, Index
from nominate.register.checks.references import category_fault, unknown

__all__ = ["date_findings", "far_findings"]

_WEEKDAYS = tuple(Weekday)
# Who may enter reaches back for years, and an emblem may be shown for years.
_FAR = (DateKind.ELIGIBILITY_FROM, DateKind.ELIGIBILITY_TO, DateKind.EMBLEM_EXPIRES)


def date_findings(index: Index, edition: EditionIndex) -> Iterator[Finding]:
    """Faults in the dates of one edition, each looked at alone."""
    for place, date in enumerate(edition.edition.dates):
        at = (*edition.at, "dates", place)
        yield from _weekday(at, date)
        if date.what is DateKind.OTHER and not date.name:
            yield Finding(
                code="E406",
                at=at,
                message="a date of its own kind needs a name",
                hint="write name: and what happens",
            )
        if date.for_ is not None:
            yield from _target(index, (*at, "for"), date.for_, edition)
        yield from _earlier(index, at, date)
        if date.what not in _FAR:
            yield from far_findings((*at, "when"), date.when, edition)
        setting = Setting(
            edition=edition,
            category=date.for_.category if date.for_ else None,
            nomination=date.for_.nomination if date.for_ else None,
        )
        if date.announced is not None or date.embargo is not None:
            yield from announcement_findings(index, at, date, setting)
        yield from future(index, (*at, "known"), date.known, "known")


def far_findings(at: Path, when: When | None, edition: EditionIndex) -> Iterator[Finding]:
    """A finding where a date lies years away from the year that its edition is called by."""
    if when is not None and when.year not in edition.years:
        yield Finding(
            code="W408",
            at=at,
            message=f"{when} is years away from the edition {edition.name}",
            hint="mend the year, if it is a slip of the pen",
        )


def _weekday(at: Path, date: KeyDate) -> Iterator[Finding]:
    day = date.when.date if date.when is not None else None
    if day is None or date.weekday is None:
        return
    right = _WEEKDAYS[day.weekday()]
    if date.weekday is not right:
        yield Finding(
            code="E401",
            at=(*at, "weekday"),
            message=f"{day} is a {right.value}, not a {date.weekday.value}",
            hint="ask which of the two is right before you mend the other",
        )


def _target(index: Index, at: Path, target: Target, edition: EditionIndex) -> Iterator[Finding]:
    if (target.category is None) == (target.nomination is None):
        yield Finding(
            code="E322",
            at=at,
            message="a date is for one category or for one nomination",
            hint="write for: {category: …} or for: {nomination: …}, or leave for out where it is for all",
        )
    if target.category is not None and target.category not in edition.categories:
        yield category_fault(index, edition, target.category, (*at, "category"))
    if target.nomination is not None:
        yield from _nomination(index, (*at, "nomination"), target.nomination, edition)


def _nomination(index: Index, at: Path, name: str, edition: EditionIndex) -> Iterator[Finding]:
    if name not in index.ids["nomination"]:
        yield unknown(index, "nomination", name, at)
        return
    nomination = index.nominations.get(name)
    if nomination is not None and nomination.edition != edition.name:
        yield Finding(
            code="E324",
            at=at,
            message=f"the nomination {shown(name)} is one of {nomination.edition}, not of {edition.name}",
            hint="name one of this edition, or move the date",
        )


def _earlier(index: Index, at: Path, date: KeyDate) -> Iterator[Finding]:
    is_surely_before = index.moments.is_surely_before
    told = [*(each.announced for each in date.was), date.announced]
    for place, was in enumerate(date.was):
        own = (*at, "was", place)
        if any(is_surely_before(later, was.announced) for later in told[place + 1 :]):
            yield Finding(
                code="E404",
                at=own,
                message=f"this value was announced on {was.announced}, after the one that follows it",
                hint="write the earlier values with the oldest first",
            )
        if was.when == date.when:
            yield Finding(
                code="W405",
                at=own,
                message=f"the earlier value {was.when} is the present one",
                hint="write what the date was before, or take the line away",
            )
        elif is_surely_before(date.when, was.when) and not was.reason:
            yield Finding(
                code="W409",
                at=own,
                message=f"the earlier value {was.when} is later than the present {date.when}",
                hint="swap the two, or write reason: and why it was brought forward",
            )

"""Whatever is told at a moment: a decision, a category's result, a date that is not public yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import attrs

from nominate.model.award import Certainty, KeyDate
from nominate.model.embargo import DateKind, Embargo
from nominate.model.when import When
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.index import EditionIndex, Index

__all__ = ["Setting", "announcement_findings", "waited_for"]


class _Announced(Protocol):
    @property
    def announced(self) -> When | None:
        """When it was told."""

    @property
    def embargo(self) -> Embargo | None:
        """Until when it may not be told."""


@attrs.frozen(kw_only=True)
class Setting:
    """Where something is told: in an edition (None for one that is not there), a category, a nomination."""

    edition: EditionIndex | None
    category: str | None = None
    nomination: str | None = None


def announcement_findings(
    index: Index, at: Path, announced: _Announced, setting: Setting
) -> Iterator[Finding]:
    """Faults in when something may be told: what an embargo lacks, and what would slip out too early."""
    if announced.embargo is None:
        yield from _unguarded(index, at, announced.announced)
        return
    if announced.announced is None:
        yield Finding(
            code="W422",
            at=(*at, "embargo"),
            message="an embargo on what is never announced: it stays closed for good",
            hint="write announced: and when everybody may know",
        )
    match announced.embargo.until:
        case DateKind() as kind:
            yield from _until_date(index, at, announced.announced, kind, setting)
        case When() as when:
            yield from _until_moment(index, at, announced.announced, when)
        case _:
            yield from _until_cleared(index, at, announced.announced)


def _unguarded(index: Index, at: Path, announced: When | None) -> Iterator[Finding]:
    if announced is None or index.as_of is None or announced.hour is not None:
        return
    first, end = index.moments.bounds(announced)
    # What is not known to the day counts from its end (DESIGN, what an audience may know).
    is_vague = announced.day is None or announced.is_approximate or announced.end is not None
    if (end if is_vague else first) > index.moments.bounds(index.as_of)[0]:
        when = f"when {announced} has ended" if is_vague else f"at midnight as {announced} begins"
        yield Finding(
            code="W426",
            at=(*at, "announced"),
            message=f"with neither a time nor an embargo this becomes public {when}",
            hint=f"write the time, as in {_evening(announced)}, or an embargo",
        )


def _evening(when: When) -> str:
    return f"{when.year:04}-{when.month:02}-{when.day:02}T20:00" if when.day else "2020-11-12T20:00"


def _until_moment(index: Index, at: Path, announced: When | None, until: When) -> Iterator[Finding]:
    if until.hour is None:
        yield Finding(
            code="W424",
            at=(*at, "embargo", "until"),
            message=f"an embargo until {until} without a time ends when all of {until} is over",
            hint=f"write the time, as in {_evening(until)}",
        )
    yield from _too_early(index, at, announced, until, "")


def _until_cleared(index: Index, at: Path, announced: When | None) -> Iterator[Finding]:
    if index.as_of is not None and index.moments.is_surely_before(announced, index.as_of):
        yield Finding(
            code="W425",
            at=(*at, "embargo"),
            message=f"announced on {announced}, and still closed until somebody clears it",
            hint="take the embargo away if it is cleared",
        )


def _until_date(
    index: Index, at: Path, announced: When | None, kind: DateKind, setting: Setting
) -> Iterator[Finding]:
    # A reference to an edition that is not there has its own finding.
    if setting.edition is None:
        return
    dates = waited_for(setting.edition, kind, setting)
    reason = _reason(setting.edition, kind, dates)
    if reason:
        yield Finding(
            code="W423",
            at=(*at, "embargo", "until"),
            message=f"this stays closed: {reason}",
            hint="write the time itself, as in 2020-11-12T20:00, or mend the date",
        )
    else:
        when = dates[0].when
        yield from _too_early(index, at, announced, when, f"with the {kind.value} ")


def waited_for(edition: EditionIndex, kind: DateKind, setting: Setting) -> tuple[KeyDate, ...]:
    """The dates of that kind that an embargo may wait for: its category's or nomination's own, else all's."""
    dates = [date for _, date in edition.dates.get(kind, ())]
    own = tuple(date for date in dates if _is_own(date, setting))
    return own or tuple(date for date in dates if date.for_ is None)


def _is_own(date: KeyDate, setting: Setting) -> bool:
    if date.for_ is None:
        return False
    if date.for_.nomination is not None:
        return date.for_.nomination == setting.nomination
    return date.for_.category == setting.category


def _reason(edition: EditionIndex, kind: DateKind, dates: tuple[KeyDate, ...]) -> str:
    """Why no date ends an embargo, or an empty text where one does."""
    match dates:
        case ():
            return f"{edition.name} has no date {kind.value!r}"
        case (date,) if date.certainty is not Certainty.CONFIRMED:
            return f"the {kind.value} is {date.certainty.value}"
        case (KeyDate(when=When() as when),):
            is_known_day = when.day is not None and not when.is_approximate
            return "" if is_known_day else f"the {kind.value} is known only as {when}"
        case (_,):
            return f"nobody knows when the {kind.value} is"
        case _:
            return f"{edition.name} has {len(dates)} dates {kind.value!r}, and either could be meant"


def _too_early(
    index: Index, at: Path, announced: When | None, until: When | None, what: str
) -> Iterator[Finding]:
    if index.moments.is_surely_before(announced, until):
        yield Finding(
            code="E421",
            at=(*at, "announced"),
            message=f"announced on {announced}, before its embargo ends {what}on {until}",
            hint="announced is when everybody may know: write the end of the embargo, or mend the embargo",
        )

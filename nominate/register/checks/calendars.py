"""The dates of an edition beside each other: what must come first, and what stands twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nominate.model.award import Certainty, KeyDate, Target
from nominate.model.embargo import DateKind
from nominate.register.checks.finding import Finding
from nominate.register.checks.index import EditionIndex, Index

__all__ = ["calendar_findings"]

Dated = tuple[int, KeyDate]

_K = DateKind
_RESULTS = (_K.WINNERS_NOTIFIED, _K.CEREMONY, _K.RESULTS_PUBLISHED)
_LISTS = (_K.LONGLIST_ANNOUNCED, _K.SHORTLIST_NOTIFIED, _K.SHORTLIST_ANNOUNCED)
_DEADLINES = (_K.EARLY_BIRD, _K.ENTRY_DEADLINE, _K.EXTENDED_DEADLINE, _K.LATE_DEADLINE)

# What cannot be otherwise, whoever runs the award.
_MUST: Mapping[DateKind, tuple[DateKind, ...]] = {
    _K.ENTRIES_OPEN: (*_DEADLINES, *_LISTS, *_RESULTS),
    _K.EARLY_BIRD: (_K.ENTRY_DEADLINE,),
    _K.ENTRY_DEADLINE: (_K.EXTENDED_DEADLINE, _K.LATE_DEADLINE, *_LISTS, *_RESULTS),
    _K.EXTENDED_DEADLINE: _RESULTS,
    _K.LATE_DEADLINE: _RESULTS,
    _K.LONGLIST_ANNOUNCED: (_K.SHORTLIST_ANNOUNCED, *_RESULTS),
    _K.SHORTLIST_NOTIFIED: _RESULTS,
    _K.SHORTLIST_ANNOUNCED: _RESULTS,
    _K.PUBLIC_VOTE_OPENS: (_K.PUBLIC_VOTE_CLOSES,),
    _K.ELIGIBILITY_FROM: (_K.ELIGIBILITY_TO,),
    _K.TABLE_DEADLINE: (_K.CEREMONY,),
    _K.CEREMONY: (_K.EMBLEM_EXPIRES,),
}
# What is otherwise now and then, as with honours that are published first and handed over later.
_SHOULD: Mapping[DateKind, tuple[DateKind, ...]] = {
    _K.LAUNCH: (_K.ENTRY_DEADLINE,),
    _K.INTENTION_TO_ENTER: (_K.ENTRY_DEADLINE,),
    _K.ENTRY_DEADLINE: (_K.INTERVIEW, _K.PRESENTATION, _K.SITE_VISIT, _K.JUDGING),
    _K.SHORTLIST_NOTIFIED: (_K.SHORTLIST_ANNOUNCED,),
    _K.ASSET_DEADLINE: (_K.CEREMONY,),
    _K.INTERVIEW: _RESULTS,
    _K.PRESENTATION: _RESULTS,
    _K.SITE_VISIT: _RESULTS,
    _K.JUDGING: _RESULTS,
    _K.PUBLIC_VOTE_CLOSES: _RESULTS,
    _K.CEREMONY: (_K.RESULTS_PUBLISHED, _K.FEEDBACK),
}
# Of these everybody has one; interviews, judging days and ceremonies may be several.
_ONCE = (_K.ENTRIES_OPEN, *_DEADLINES, _K.LONGLIST_ANNOUNCED, _K.SHORTLIST_ANNOUNCED, _K.RESULTS_PUBLISHED)


def calendar_findings(index: Index, edition: EditionIndex) -> Iterator[Finding]:
    """Dates of one edition in an order that cannot be, for everybody and for each one that has its own."""
    seen: set[tuple[int, DateKind, DateKind]] = set()
    for calendar in _calendars(edition):
        for code, rules in (("E402", _MUST), ("W403", _SHOULD)):
            for finding, key in _misplaced(index, edition, calendar, (code, rules)):
                if key not in seen:
                    seen.add(key)
                    yield finding
    yield from _twice(edition)


def _calendars(edition: EditionIndex) -> Iterator[Mapping[DateKind, list[Dated]]]:
    """What holds for everybody, then for each target: its own dates, and everybody's where it has none."""
    by_target: dict[Target | None, dict[DateKind, list[Dated]]] = {None: {}}
    for place, date in enumerate(edition.edition.dates):
        if date.when is not None and date.certainty not in (Certainty.POSTPONED, Certainty.CANCELLED):
            by_target.setdefault(date.for_, {}).setdefault(date.what, []).append((place, date))
    everybody = by_target.pop(None)
    yield everybody
    for own in by_target.values():
        yield {**everybody, **own}


def _misplaced(
    index: Index,
    edition: EditionIndex,
    calendar: Mapping[DateKind, list[Dated]],
    told: tuple[str, Mapping[DateKind, tuple[DateKind, ...]]],
) -> Iterator[tuple[Finding, tuple[int, DateKind, DateKind]]]:
    code, rules = told
    for first, others in rules.items():
        for place, date in calendar.get(first, ()):
            for other in others:
                later = calendar.get(other, ())
                # Where a date is held in parts, only one after all of them is surely wrong.
                if later and all(index.moments.is_surely_before(each.when, date.when) for _, each in later):
                    finding = Finding(
                        code=code,
                        at=(*edition.at, "dates", place),
                        message=f"the {first.value} on {date.when} is after the {other.value} on "
                        f"{later[-1][1].when}",
                        hint="mend the date that is wrong, or write certainty: postponed",
                    )
                    yield finding, (place, first, other)


def _twice(edition: EditionIndex) -> Iterator[Finding]:
    for kind in _ONCE:
        seen: dict[Target | None, int] = {}
        for place, date in edition.dates.get(kind, ()):
            if date.certainty in (Certainty.POSTPONED, Certainty.CANCELLED):
                continue
            first = seen.setdefault(date.for_, place)
            if first != place:
                yield Finding(
                    code="W407",
                    at=(*edition.at, "dates", place),
                    message=f"the {kind.value} stands twice, here and at dates[{first}]",
                    hint="keep one, with what it was before under was:",
                )

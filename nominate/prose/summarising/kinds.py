"""Which kind of summary a view calls for, and which kinds it can carry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import attrs

from nominate.errors import NothingToExport
from nominate.prose.facts.editions import Standing, standing, told_editions
from nominate.prose.summarising.sections.ahead import holding
from nominate.prose.summarising.subjects import organisation_of, programme_of
from nominate.viewing.entry import Entry
from nominate.viewing.summary_kind import SummaryKind
from nominate.viewing.view import View

__all__ = ["carried", "kind_of"]

_NIGHT = timedelta(days=7)
_RESULTS = (Standing.WON, Standing.HONOURED)
# One sentence for every reason: it must not tell what an audience may not know yet.
_NOTHING = (
    "nothing to sum up: of what was asked for, this audience may know no nomination and no date that lies "
    "ahead at this moment; take a filter away, or ask as of a later moment or for another audience"
)


def kind_of(view: View) -> SummaryKind:
    """What a summary of the view is of, where nobody says: by what was asked for, then by what it holds.

    Raises:
        NothingToExport: it holds neither a nomination nor a date that lies ahead.
    """
    scope = view.scope
    if not view.entries:
        if any(True for _ in holding(view)):
            return SummaryKind.DEADLINES
        raise NothingToExport(_NOTHING)
    if scope.programme and programme_of(view) is not None:
        return SummaryKind.PROGRAMME
    if scope.organisation and organisation_of(view) is not None:
        return SummaryKind.ORGANISATION
    if len(view.editions) > 1:
        return SummaryKind.REVIEW
    return (
        SummaryKind.RESULTS if any(_is_fresh(entry, view) for entry in view.entries) else SummaryKind.EDITION
    )


def _is_fresh(entry: Entry, view: View) -> bool:
    """Whether its win or honour was announced on a day of the week before the view's moment."""
    told = entry.decision.announced if entry.decision is not None else None
    if told is None or told.date is None or standing(entry) not in _RESULTS:
        return False
    return told.first_moment(view.zone) <= view.moment < told.end_moment(view.zone) + _NIGHT


@attrs.frozen(kw_only=True)
class _Rule:
    """What a kind needs: `is_carried` by a view, else `lacks` says what is not there."""

    is_carried: Callable[[View], bool]
    lacks: str


def _has_results(view: View) -> bool:
    return any(facts.has_results or facts.ended for facts in told_editions(view))


_RULES: Mapping[SummaryKind, _Rule] = {
    SummaryKind.EDITION: _Rule(
        is_carried=lambda view: bool(view.entries) and len(view.editions) == 1,
        lacks="it holds no edition with nominations, or several editions; choose an edition",
    ),
    SummaryKind.ORGANISATION: _Rule(
        is_carried=lambda view: bool(view.entries) and organisation_of(view) is not None,
        lacks="the nominations are not all of the same organisation; choose an organisation",
    ),
    SummaryKind.PROGRAMME: _Rule(
        is_carried=lambda view: bool(view.entries) and programme_of(view) is not None,
        lacks="the nominations are not all of the same programme; choose a programme",
    ),
    SummaryKind.REVIEW: _Rule(is_carried=lambda view: bool(view.entries), lacks="there is no nomination"),
    SummaryKind.DEADLINES: _Rule(
        is_carried=lambda view: any(True for _ in holding(view)), lacks="no date lies ahead"
    ),
    SummaryKind.RESULTS: _Rule(
        is_carried=_has_results, lacks="no result of any nomination has been announced"
    ),
}


def carried(view: View, kind: SummaryKind) -> SummaryKind:
    """The kind that is asked for.

    Raises:
        NothingToExport: the view cannot carry it; the message says what is missing.
    """
    rule = _RULES[kind]
    if not rule.is_carried(view):
        raise NothingToExport(
            f"cannot make a summary of the kind {kind.value!r}: as far as the view knows, {rule.lacks}; "
            "leave the kind out to have it chosen from what was asked for"
        )
    return kind

"""What a summary is called: what it is about, and of which time."""

from __future__ import annotations

from nominate.model.award import Award
from nominate.prose.summarising.subjects import organisation_of, period_of, programme_of, reviewed
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import capitalised, dated
from nominate.viewing.summary_kind import SummaryKind

__all__ = ["title"]

_OF_EDITION = {
    SummaryKind.EDITION: "summary",
    SummaryKind.RESULTS: "results",
    SummaryKind.DEADLINES: "dates ahead",
}
# Of an award, and of a network or of whatever there is.
_OF_MANY = {
    SummaryKind.REVIEW: ("review", "awards review"),
    SummaryKind.RESULTS: ("results", "award results"),
    SummaryKind.DEADLINES: ("dates ahead", "award dates ahead"),
}


def title(telling: Telling) -> str:
    """The title, in the same words whatever the audience may know."""
    view, kind = telling.view, telling.kind
    if kind in _OF_EDITION and len(view.editions) == 1:
        ((_, edition),) = view.editions.values()
        return f"{edition.name}: {_OF_EDITION[kind]}"
    if kind is SummaryKind.ORGANISATION:
        organisation = organisation_of(view)
        return _awards_of(telling.called(organisation) if organisation is not None else "", telling)
    if kind is SummaryKind.PROGRAMME:
        programme = programme_of(view)
        return _awards_of(telling.called(programme) if programme is not None else "", telling)
    return _of_many(telling)


def _awards_of(name: str, telling: Telling) -> str:
    """One edition by its name, several by their years."""
    view = telling.view
    if len(view.editions) == 1:
        ((_, edition),) = view.editions.values()
        return f"{name}: {edition.name}"
    period = period_of(view)
    when = dated(period, telling.brief, preposition=True) if period is not None else ""
    return f"{name}: awards {when or 'summary'}"


def _of_many(telling: Telling) -> str:
    whose, (of_award, of_all) = reviewed(telling.view), _OF_MANY[telling.kind]
    period = period_of(telling.view) if telling.kind is not SummaryKind.DEADLINES else None
    when = f", {dated(period, telling.brief)}" if period is not None else ""
    if isinstance(whose, Award):
        return f"{whose.name}: {of_award}{when}"
    return f"{telling.called(whose)}: {of_all}{when}" if whose is not None else f"{capitalised(of_all)}{when}"

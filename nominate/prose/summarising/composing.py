"""`summary`: a view as a document to read, print or lay out; and the parts of each kind, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nominate.documents import Block, Document, Heading
from nominate.documents.tree.sentences import joined
from nominate.prose.house import house_style
from nominate.prose.stories.tops.status import status_of
from nominate.prose.summarising.kinds import carried, kind_of
from nominate.prose.summarising.sections.ahead import dates_ahead
from nominate.prose.summarising.sections.awards import by_award
from nominate.prose.summarising.sections.charts import charts_of_outcomes, dates_by_month
from nominate.prose.summarising.sections.contacts import contacts
from nominate.prose.summarising.sections.figures import key_figures
from nominate.prose.summarising.sections.impacts import impacts
from nominate.prose.summarising.sections.organisations import by_organisation, totals_by_organisation
from nominate.prose.summarising.sections.origins import origins
from nominate.prose.summarising.sections.statements import statements
from nominate.prose.summarising.sections.work import the_work
from nominate.prose.summarising.short_form import short_form
from nominate.prose.summarising.telling import Telling
from nominate.prose.summarising.tops.standfirsts import standfirst
from nominate.prose.summarising.tops.titles import title
from nominate.prose.words import dated, listed
from nominate.styles.style import Style
from nominate.viewing.summary_kind import SummaryKind
from nominate.viewing.view import View

__all__ = ["summary"]

Part = Callable[[Telling], Iterator[Block]]

_FIGURES: tuple[Part, ...] = (key_figures, charts_of_outcomes)
_BEHIND: tuple[Part, ...] = (contacts, origins)
_OF_ONE: tuple[Part, ...] = (
    *_FIGURES,
    by_award,
    totals_by_organisation,
    dates_ahead,
    impacts,
    statements,
    *_BEHIND,
)
# What each kind has, in order; a part of which there is nothing to say adds nothing.
_ANATOMY: Mapping[SummaryKind, tuple[Part, ...]] = {
    SummaryKind.EDITION: _OF_ONE,
    SummaryKind.ORGANISATION: _OF_ONE,
    SummaryKind.PROGRAMME: (
        key_figures,
        the_work,
        impacts,
        charts_of_outcomes,
        by_award,
        totals_by_organisation,
        dates_ahead,
        statements,
        *_BEHIND,
    ),
    SummaryKind.REVIEW: (*_FIGURES, by_organisation, by_award, dates_ahead, impacts, statements, *_BEHIND),
    SummaryKind.DEADLINES: (key_figures, dates_ahead, dates_by_month, by_award, *_BEHIND),
    SummaryKind.RESULTS: (
        key_figures,
        charts_of_outcomes,
        by_award,
        statements,
        impacts,
        totals_by_organisation,
        dates_ahead,
        *_BEHIND,
    ),
}
_MOST_HEADINGS = 12


def summary(
    view: View, *, kind: SummaryKind | None = None, is_short: bool = False, style: Style | None = None
) -> Document:
    """Everything that a view holds, for one audience, in one document; or the short form, for one page.

    In reading order: status, title, one paragraph, key figures, then the parts that the kind asks for, each
    figure with where it comes from, and what is left out. `kind` is chosen from what was asked for and what
    the view holds where none is given; `style` is the register's own.

    Raises:
        NothingToExport: the view holds nothing to sum up, or not what the kind needs; the message says what
            is missing.
        UsageError: the register names a style that does not exist.
    """
    telling = Telling(
        view=view,
        style=style or house_style(view),
        kind=kind_of(view) if kind is None else carried(view, kind),
        is_short=is_short,
    )
    publisher = view.publisher
    said = standfirst(telling)
    blocks = tuple(short_form(telling) if is_short else _blocks(telling))
    return Document(
        title=title(telling),
        status=status_of(view, telling.brief, free="For release"),
        details=_in_a_line(_details(telling)) if is_short else tuple(_details(telling)),
        standfirst=joined(said),
        sentences=said,
        blocks=blocks,
        author=publisher.name if publisher is not None else "",
        language=view.settings.language,
        has_contents=sum(isinstance(block, Heading) for block in blocks) > _MOST_HEADINGS,
    )


def _details(telling: Telling) -> Iterator[str]:
    """Whose it is, of which moment, of which part, and by which digest of the view it can be told again."""
    view = telling.view
    if view.publisher is not None:
        yield f"Prepared by {telling.called(view.publisher)}"
    yield f"As of {dated(view.as_of, telling.brief, zone=view.zone)}"
    if view.scope.outcome:
        yield f"Only nominations that stand as {listed(each.value for each in view.scope.outcome)}"
    if view.scope.category:
        names = {entry.category.name: None for entry in view.entries}
        yield f"Only in {listed(names)}" if names else "Only some categories"
    yield f"Revision {view.revision[:12]}"


def _in_a_line(details: Iterator[str]) -> tuple[str]:
    """All of them on a page where lines are dear."""
    first, *others = details
    return ("; ".join((first, *(f"{each[0].lower()}{each[1:]}" for each in others))),)


def _blocks(telling: Telling) -> Iterator[Block]:
    for part in _ANATOMY[telling.kind]:
        yield from part(telling)

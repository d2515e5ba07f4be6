"""`summary`: a view as a document to read, print or lay out."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Document, Heading, Paragraph
from nominate.errors import NothingToExport
from nominate.prose.house import house_style
from nominate.prose.summarising.ahead import dates_ahead
from nominate.prose.summarising.awards import by_award
from nominate.prose.summarising.impacts import impacts
from nominate.prose.summarising.opening import key_figures, standfirst, status, title
from nominate.prose.summarising.organisations import by_organisation
from nominate.prose.summarising.statements import statements
from nominate.prose.summarising.telling import Telling
from nominate.styles.style import Style
from nominate.viewing.view import View

__all__ = ["summary"]


def summary(view: View, *, style: Style | None = None) -> Document:
    """Everything that a view holds about its entries, for one audience, in one document.

    In reading order: status, title, one paragraph, key figures with the rules that they were counted by, the
    entries by award and by organisation, dates ahead, impact, quotes, sources, and what is left out.
    `style` is the register's own where none is given.

    Raises:
        NothingToExport: the view holds no entry.
        UsageError: the register names a style that does not exist.
    """
    if not view.entries:
        raise NothingToExport("the view holds no entry, so there is nothing to sum up")
    telling = Telling(view=view, style=style or house_style(view))
    publisher = view.publisher
    return Document(
        title=title(telling),
        status=status(telling),
        standfirst=standfirst(telling),
        blocks=_blocks(telling),
        author=publisher.name if publisher is not None else "",
        language=view.settings.language,
    )


def _blocks(telling: Telling) -> Iterator[Block]:
    for part in (key_figures, by_award, by_organisation, dates_ahead, impacts, statements):
        yield from part(telling)
    sources = telling.sources.listed(telling.brief)
    if sources is not None:
        yield Heading(content="Sources")
        yield sources
    yield Heading(content="About this summary")
    yield Paragraph(content=" ".join(_about(telling)))


def _about(telling: Telling) -> Iterator[str]:
    view = telling.view
    if view.left_out:
        yield view.left_out
    yield "A date that is known only to the month or year is given as such."
    yield f"Revision {view.revision[:12]}."

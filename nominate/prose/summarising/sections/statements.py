"""Quotes ready to use: word for word, with who said them, where and when."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Heading, Inline, Quotation, Strong
from nominate.prose.facts.statements import citation_of
from nominate.prose.summarising.telling import Telling
from nominate.prose.words import dated, spoken, titled
from nominate.viewing.entry import Entry, Statement

__all__ = ["statements", "words_told"]


def statements(telling: Telling) -> Iterator[Block]:
    """What the judges said, then every quote that the audience may have, in file order; nothing without any.

    The team itself is told whether each quote is approved.
    """
    citations = [each for entry in telling.view.entries if (each := citation_of(entry)) is not None]
    if citations:
        yield Heading(content="What the judges said")
    for citation in citations:
        yield Quotation(
            paragraphs=spoken(citation.paragraphs, telling.style),
            attribution=f"The judges, about {titled(citation.title, telling.style)}",
            sources=citation.sources,
        )
    told = [*words_told(telling)]
    if told:
        yield Heading(content="Quotes" if telling.is_internal else "Quotes ready to use")
    for entry, statement in told:
        yield Quotation(
            paragraphs=spoken(statement.paragraphs, telling.style),
            attribution=tuple(_attribution(entry, statement, telling)),
            url=statement.source.url or "" if statement.source is not None else "",
            sources=(entry.id,),
        )


def words_told(telling: Telling) -> Iterator[tuple[Entry, Statement]]:
    """Every quote that the audience may have, with the entry that it is about."""
    for entry in telling.view.entries:
        yield from ((entry, each) for each in entry.statements)


def _attribution(entry: Entry, statement: Statement, telling: Telling) -> Iterator[Inline]:
    organisation = statement.organisation.name if statement.organisation is not None else ""
    who = ", ".join(part for part in (statement.name, statement.role, organisation) if part)
    where = f"in {statement.via}" if statement.via else ""
    when = dated(statement.said, telling.brief, zone=telling.view.zone) if statement.said is not None else ""
    said = ", ".join(part for part in (where, when) if part)
    yield f"{who or 'Speaker not named'}; about {titled(entry.title, telling.style)}"
    if said:
        yield f" ({said})"
    yield telling.sources.cite(statement.source, entry.id)
    if telling.is_internal:
        yield ". "
        yield Strong(text="Approved." if statement.is_approved else "Not approved yet: do not use.")

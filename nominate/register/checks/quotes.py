"""Quotes: who speaks, and whether their words may be used."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.model.quote import Quote
from nominate.register.checks.finding import Finding, Path
from nominate.register.checks.futures import future
from nominate.register.checks.index import Index
from nominate.register.checks.marks import is_in_marks
from nominate.register.checks.references import references

__all__ = ["quote_findings"]


def quote_findings(index: Index, at: Path, quote: Quote) -> Iterator[Finding]:
    """Faults in one quote."""
    speaker = quote.speaker
    if speaker is None or (speaker.person is None and not speaker.name):
        yield Finding(
            code="E501",
            at=at if speaker is None else (*at, "speaker"),
            message="a quote without a speaker",
            hint="write speaker: and a person's id, or {name: …, role: …}",
        )
    if speaker is not None:
        own = (*at, "speaker")
        yield from references(index, "person", [((*own, "person"), speaker.person)])
        yield from references(index, "organisation", [((*own, "organisation"), speaker.organisation)])
    if quote.approved is None:
        yield Finding(
            code="W502",
            at=at,
            message="a quote that nobody has approved is left out of everything public",
            hint="write approved: {by: …, on: …} once somebody has",
        )
    else:
        yield from future(index, (*at, "approved", "on"), quote.approved.on, "approved")
    if is_in_marks(quote.text.strip()):
        yield Finding(
            code="W503",
            at=(*at, "text"),
            message="a quote that brings its own quotation marks would be printed with two pairs",
            hint="write the words alone",
        )

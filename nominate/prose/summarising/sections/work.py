"""The programme that a summary is of: what it is, what it does, and who does it."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Heading, Link, Paragraph, Sentence
from nominate.model.programme import Programme
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.sections.programmes import work_introduced
from nominate.prose.summarising.subjects import programme_of
from nominate.prose.summarising.telling import Telling
from nominate.viewing.view import View

__all__ = ["the_work"]


def the_work(telling: Telling) -> Iterator[Block]:
    """A paragraph as the news tells it, and where to read more; nothing where the register says nothing."""
    programme = programme_of(telling.view)
    if programme is None:
        return
    blocks: list[Block] = []
    desk = Desk(telling.view, telling.style)
    said = _introduction(programme, telling.view, desk)
    if desk.has_idle_introductions:
        said = _introduction(programme, telling.view, desk.anew())
    if said:
        blocks.append(Paragraph.of(said))
    if programme.url is not None:
        link = Link(text=f"Visit the website of {programme.name}", url=programme.url)
        blocks.append(Paragraph(content=link, sources=(programme.id,)))
    if blocks:
        yield Heading(content=f"About the {programme.noun}", sources=(programme.id,))
        yield from blocks


def _introduction(programme: Programme, view: View, desk: Desk) -> list[Sentence]:
    """Under the names of the day of the last nomination."""
    return [*work_introduced(programme, view.entries[-1], desk, is_known=True)]

"""The programme that a summary is of: what it is, what it does, and who does it."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Heading, Link, Paragraph
from nominate.prose.stories.desk import Desk
from nominate.prose.stories.programmes import work_introduced
from nominate.prose.summarising.subjects import programme_of
from nominate.prose.summarising.telling import Telling

__all__ = ["the_work"]


def the_work(telling: Telling) -> Iterator[Block]:
    """A paragraph as the news tells it, and where to read more; nothing where the register says nothing."""
    programme = programme_of(telling.view)
    if programme is None:
        return
    entry = telling.view.entries[-1]
    desk = Desk(telling.view, telling.style)
    said = [*work_introduced(programme, entry, desk, is_known=True)]
    if desk.has_idle_introductions:
        said = [*work_introduced(programme, entry, desk.anew(), is_known=True)]
    if not said and programme.url is None:
        return
    yield Heading(content=f"About the {programme.noun}", sources=(programme.id,))
    if said:
        yield Paragraph.of(said)
    if programme.url is not None:
        link = Link(text=f"Visit the website of {programme.name}", url=programme.url)
        yield Paragraph(content=link, sources=(programme.id,))

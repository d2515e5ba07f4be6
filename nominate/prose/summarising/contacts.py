"""Whom to ask: the publisher first, then those who are nominated and say how they are reached."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import Block, Bullets, Heading, Inline, Item, Link, Strong
from nominate.model.organisation import Organisation
from nominate.prose.summarising.telling import Telling

__all__ = ["contacts"]


def contacts(telling: Telling, *, is_short: bool = False) -> Iterator[Block]:
    """A line for each organisation that can be reached; `is_short` keeps the publisher's alone."""
    items = [_item(each) for each in _reachable(telling, is_short=is_short)]
    if items:
        yield Heading(content="Contacts")
        yield Bullets(items=items)


def _reachable(telling: Telling, *, is_short: bool) -> Iterator[Organisation]:
    view = telling.view
    publisher = view.publisher
    if publisher is not None and (_words(publisher) or publisher.url):
        yield publisher
    nominated = {name for entry in view.entries for name in (*entry.leads, *entry.partners)}
    for each in view.organisations if not is_short else ():
        if each.id in nominated and each != publisher and _words(each):
            yield each


def _words(organisation: Organisation) -> str:
    """How journalists reach it; for the team itself, which alone gets the second, how the team does."""
    known = (" ".join(text.split()) for text in (organisation.press_contact, organisation.contact))
    return "; ".join(part for part in known if part)


def _item(organisation: Organisation) -> Item:
    words = _words(organisation)
    content: list[Inline] = [Strong(text=organisation.name)]
    content += [f": {words}"] if words else []
    if organisation.url is not None:
        named = f"website of {organisation.article} {organisation.name}".replace("  ", " ")
        content += ["; " if words else ": ", Link(text=named, url=organisation.url)]
    return Item(content=content, sources=(organisation.id,))

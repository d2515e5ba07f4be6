"""Whom to ask: the publisher first, then those who are nominated and say how they are reached."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from nominate.documents import Block, Bullets, Heading, Inline, Item, Link, Strong
from nominate.model.organisation import Organisation
from nominate.prose.summarising.telling import Telling

__all__ = ["contact_of_publisher", "contacts"]


def contacts(telling: Telling) -> Iterator[Block]:
    """A line for each organisation that can be reached; nothing where there is none."""
    items = [*contact_of_publisher(telling), *map(_item, _reachable(telling))]
    if items:
        yield Heading(content="Contacts")
        yield Bullets(items=items)


def contact_of_publisher(telling: Telling, *, in_short: bool = False) -> Iterator[Item]:
    """The line of the organisation that speaks, if it says how it is reached; `in_short` in one way."""
    publisher = telling.view.publisher
    if publisher is None or not (_words(publisher) or publisher.url):
        return
    if in_short:
        publisher = attrs.evolve(publisher, url=None if _words(publisher) else publisher.url)
    yield _item(publisher)


def _reachable(telling: Telling) -> Iterator[Organisation]:
    view = telling.view
    nominated = {name for entry in view.entries for name in (*entry.leads, *entry.partners)}
    for each in view.organisations:
        if each.id in nominated and each != view.publisher and _words(each):
            yield each


def _words(organisation: Organisation) -> str:
    """How journalists reach it; for the team itself, which alone gets the second, how the team does."""
    known = (" ".join(text.split()) for text in (organisation.press_contact, organisation.contact))
    return "; ".join(part for part in known if part)


def _item(organisation: Organisation) -> Item:
    words = _words(organisation)
    named = f"website of {organisation.article} {organisation.name}".replace("  ", " ")
    content: list[Inline] = [Strong(text=organisation.name), f": {words}"] if words else []
    if organisation.url is not None:
        content += ["; "] if words else []
        content += [Link(text=named if words else f"Visit the {named}", url=organisation.url)]
    return Item(content=content, sources=(organisation.id,))

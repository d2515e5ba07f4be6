"""What may be added below a piece for its publishers: shorter headlines, and where each fact comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nominate import Source, View
from nominate.documents import (
    Block,
    Bullets,
    Content,
    Document,
    Figure,
    Heading,
    Inline,
    Item,
    Link,
    NumberedList,
    Paragraph,
    Quotation,
    Sentence,
    Table,
    plain,
)

__all__ = ["shorter_headlines", "where_from"]


def shorter_headlines(piece: Document) -> Iterator[Block]:
    """The headlines for places that have less room, the longest first; nothing where there is none."""
    if piece.short_titles:
        yield Heading(content="Shorter headlines")
        yield Bullets(items=piece.short_titles)


def where_from(piece: Document, view: View) -> Iterator[Block]:
    """Every sentence of a piece, with the ids of the records that it rests on and where those were read."""
    known = {name: tuple(sources) for name, sources in _sources(view)}
    yield Heading(content="Where each fact comes from")
    yield Table(
        caption="What is said, the records that it rests on, and the sources of those records",
        header=["What is said", "Records", "Their sources"],
        rows=[
            (each.content, ", ".join(each.sources), _cited(each.sources, known))
            for each in _sentences(piece)
            if each.sources
        ],
    )


def _sentences(piece: Document) -> Iterator[Sentence]:
    """All that a piece says, in reading order; what has no sentences of its own comes whole."""
    yield Sentence(content=piece.title, sources=piece.title_sources)
    yield from piece.sentences
    for block in piece.blocks:
        match block:
            case Paragraph():
                yield from _said_in(block)
            case Bullets() | NumberedList():
                for item in block.items:
                    yield from _said_in(item)
            case Heading():
                yield Sentence(content=block.content, sources=block.sources)
            case Quotation():
                words = " ".join(map(plain, block.paragraphs))
                yield Sentence(content=words, sources=block.sources)
            case Figure():
                yield Sentence(content=block.alt, sources=block.sources)


def _said_in(block: Paragraph | Item) -> Iterable[Sentence]:
    return block.sentences or (Sentence(content=block.content, sources=block.sources),)


def _sources(view: View) -> Iterator[tuple[str, Iterable[Source]]]:
    """Where the records of a view were read, by their ids, each place once."""
    for name, (_, edition) in view.editions.items():
        yield name, filter(None, [edition.source])
    for programme in view.programmes:
        read = [impact.source for impact in programme.impacts]
        read += [programme.adoption.source] if programme.adoption is not None else []
        yield programme.id, dict.fromkeys(filter(None, read))
    for entry in view.entries:
        yield entry.id, filter(None, [entry.decision.source if entry.decision is not None else None])


def _cited(ids: Iterable[str], known: Mapping[str, tuple[Source, ...]]) -> Content:
    """The titles of the places, as links where they have an address."""
    places = dict.fromkeys(source for name in ids for source in known.get(name, ()))
    said: list[Inline] = []
    for place in places:
        words = place.title or place.publisher or (place.url or "").partition("://")[2]
        said += ["; "] if said else []
        said.append(Link(text=words, url=place.url) if place.url is not None else words)
    return tuple(said)

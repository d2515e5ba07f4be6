"""A piece as bytes: the story of the view, its appendix of sources, and what the story does not name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import attrs

from nominate import Problem, Severity, View
from nominate.documents import (
    Block,
    Bullets,
    Content,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
    plain,
)
from nominate.prose import Style, story
from nominate_news import NewsOptions
from nominate_news._forms import formed, unshown

__all__ = ["write_piece"]

# A message that nobody reads to its end tells nothing.
_MOST_NAMED = 10


def write_piece(view: View, options: NewsOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the piece; gives a warning where entries are not named in it, or a picture cannot be shown."""
    style = Style.load(options.style.value) if options.style is not None else None
    piece = story(view, style=style)
    shown = _with_sources(piece) if options.sources else piece
    out.write(formed(shown, view, options))
    return (*_unnamed(view, piece), *unshown(piece, view, options))


def _with_sources(piece: Document) -> Document:
    rows = [(words, ", ".join(ids)) for block in piece.blocks for words, ids in _told(block) if ids]
    table = Table(
        caption="What is said, and the records that it rests on",
        header=["What is said", "Records"],
        rows=rows,
    )
    heading = Heading(content="Where each fact comes from")
    return attrs.evolve(piece, blocks=(*piece.blocks, heading, table))


def _told(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a block says, part by part, with the ids that each part rests on."""
    match block:
        case Paragraph() | Heading():
            yield plain(block.content), block.sources
        case Bullets() | NumberedList():
            yield from ((plain(item.content), item.sources or block.sources) for item in block.items)
        case Quotation():
            yield plain(_joined(block.paragraphs)), block.sources
        case Figure():
            yield block.alt, block.sources


def _joined(paragraphs: Iterable[Content]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield f"{' ' if number else ''}{plain(paragraph)}"


def _unnamed(view: View, piece: Document) -> Iterator[Problem]:
    named: set[str] = set()
    for block in piece.blocks:
        if isinstance(block, Bullets | NumberedList):
            named.update(*(item.sources for item in block.items))
        if not isinstance(block, Rule):
            named.update(block.sources)
    missing = [entry.id for entry in view.entries if entry.id not in named]
    if missing:
        shown, more = missing[:_MOST_NAMED], len(missing) - _MOST_NAMED
        rest = f" and {more:,} more" if more > 0 else ""
        yield Problem(
            code="W608",
            message=f"not listed or honoured, so the piece does not name {', '.join(shown)}{rest}",
            severity=Severity.WARNING,
        )

"""What a document says, word by word and in reading order, which is the measure of what is read back."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.documents import (
    Block,
    Bullets,
    Chart,
    Content,
    Document,
    Figure,
    Heading,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
)


def words_of(document: Document) -> list[str]:
    """All of them but the table of contents."""
    told = [document.status, document.title, *document.details, _said(document.standfirst)]
    told += [text for block in document.blocks for text in _texts(block)]
    return " ".join(told).split()


def words_in(block: Block) -> list[str]:
    return " ".join(_texts(block)).split()


def _said(content: Content) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in content)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield _said(block.content)
        case Bullets() | NumberedList():
            for number, item in enumerate(block.items, start=1):
                yield "•" if isinstance(block, Bullets) else f"{number}."
                yield _said(item.content)
                yield from _texts(item.below) if item.below is not None else ()
        case Quotation():
            yield from map(_said, block.paragraphs)
            yield _said(block.attribution)
        case Table():
            yield block.caption
            yield from (_said(cell) for row in (block.header, *block.rows) for cell in row)
        case Chart():
            yield from _texts(block.table)
        case KeyFigures():
            yield from map(_said, block.phrases)
        case Figure():
            yield from (f"Picture: {block.alt}", _said(block.caption), block.credit)
        case Rule():
            pass

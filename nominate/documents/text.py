"""A document as plain text, as an e-mail or a text field takes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nominate.documents.characters import cleaned, columns, lines, one_line
from nominate.documents.tree.blocks import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
)
from nominate.documents.tree.charts import Chart, KeyFigures
from nominate.documents.tree.inlines import Content, Inline, Link
from nominate.documents.tree.tables import Table

__all__ = ["to_text"]

_GAP = "  "
_INDENT = "    "


def to_text(document: Document, *, width: int | None = 72) -> str:
    """The words with line ends, nothing else that could be taken for a mark; ends with one line feed.

    `width` is the longest line in columns; None leaves each paragraph on one line. A word longer than
    that, such as an address, is never broken.

    >>> print(to_text(Document(title="Two win", blocks=[Bullets(items=["=1+1", "<b>"])])), end="")
    Two win
    =======
    <BLANKLINE>
    - =1+1
    - <b>
    """
    head = (
        _flowing((document.status,), width),
        _underlined((document.title,), "=", width),
        *(_flowing((each,), width) for each in document.details),
        _flowing(document.standfirst, width),
    )
    told = (*head, *(_block(block, width) for block in document.blocks))
    return "\n\n".join("\n".join(part) for part in told if part) + "\n"


def _block(block: Block, width: int | None) -> list[str]:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Paragraph():
            return _flowing(block.content, width)
        case Heading():
            return (
                _underlined(block.content, "-", width) if block.level == 2 else _flowing(block.content, width)
            )
        case Bullets() | NumberedList():
            return list(_items(block, width))
        case Quotation():
            return list(_quotation(block, width))
        case Table():
            return _table(block, width)
        case KeyFigures():
            return list(_items(Bullets(items=block.phrases), width))
        case Chart():
            return _table(block.table, width)
        case Figure():
            return list(_figure(block, width))
        case Rule():
            return ["* * *"]


def _items(block: Bullets | NumberedList, width: int | None) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        marker = "- " if isinstance(block, Bullets) else f"{number}. "
        inner = width and width - len(marker)
        told = [*_flowing(item.content, inner), *(_items(item.below, inner) if item.below else ())]
        yield from _indented(told or [""], first=marker)


def _quotation(block: Quotation, width: int | None) -> Iterator[str]:
    inner = width and width - len(_INDENT)
    told = [_flowing(paragraph, inner) for paragraph in block.paragraphs]
    if block.attribution:
        told.append(list(_indented(_flowing(block.attribution, inner and inner - 2), first="— ")))
    for number, part in enumerate(told):
        yield from ("",) if number else ()
        yield from _indented(part, first=_INDENT)


def _figure(block: Figure, width: int | None) -> Iterator[str]:
    """What the picture shows, and below it, set in, what is said and who made it."""
    yield from _flowing((block.words,), width)
    for part in (block.caption, (block.credit,)):
        yield from _indented(_flowing(part, width and width - len(_INDENT)), first=_INDENT)


def _indented(told: Iterable[str], *, first: str) -> Iterator[str]:
    rest = " " * len(first)
    for number, line in enumerate(told):
        yield ((rest if number else first) + line).rstrip(" ")


def _table(block: Table, width: int | None) -> list[str]:
    header = [_written(cell) for cell in block.header]
    rows = [[_written(cell) for cell in row] for row in block.rows]
    widths = [max(map(columns, column)) for column in zip(header, *rows, strict=True)]
    caption = _flowing((block.caption,), width)
    if width is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return [*caption, *_as_records(header, rows, width)]
    rules = ["-" * max(size, 1) for size in widths]
    return [
        *caption,
        "",
        *(_aligned(row, widths, block.number_columns) for row in (header, rules, *rows)),
    ]


def _aligned(row: list[str], widths: list[int], number_columns: tuple[int, ...]) -> str:
    cells = []
    for column, (cell, size) in enumerate(zip(row, widths, strict=True)):
        gap = " " * (size - columns(cell))
        cells.append(gap + cell if column in number_columns else cell + gap)
    return _GAP.join(cells).rstrip(" ")


def _as_records(header: list[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """A table too wide for the page, one row after the other, each cell under its own name."""
    for row in rows:
        yield ""
        for name, cell in zip(header, row, strict=True):
            yield from _wrapped(one_line(f"{name}: {cell}"), width)


def _underlined(content: Content, mark: str, width: int | None) -> list[str]:
    told = _wrapped(_written(content), width)
    return [*told, mark * max(map(columns, told), default=0)] if told else []


def _flowing(content: Content, width: int | None) -> list[str]:
    return [line for part in lines(_joined(content)) for line in _wrapped(part, width)]


def _joined(content: Content) -> str:
    return "".join(map(_inline, content))


def _inline(inline: Inline) -> str:
    match inline:
        case str():
            return inline
        case Link():
            return _linked(inline)
        case _:
            return cleaned(inline.text).replace("\n", " ")


def _linked(link: Link) -> str:
    """The words with the address behind, once where both are the same."""
    words, address = cleaned(link.text).replace("\n", " "), link.url.removeprefix("mailto:")
    return words if words.strip() in (address, link.url) else f"{words} ({address})"


def _written(content: Content) -> str:
    return one_line(_joined(content))


def _wrapped(text: str, width: int | None) -> list[str]:
    if width is None or columns(text) <= width:
        return [text] if text else []
    told: list[list[str]] = []
    filled = width
    for word in text.split(" "):
        size = columns(word)
        if told and filled + 1 + size <= width:
            told[-1].append(word)
            filled += 1 + size
        else:
            told.append([word])
            filled = size
    return list(map(" ".join, told))

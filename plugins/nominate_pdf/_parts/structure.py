"""What a document is, as tags: built from its blocks before anything is laid out, so in reading order.

`described` gives the node of the whole document, and one for each block; who lays a block out finds the nodes
of its parts as their children, in the order in which a function here makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from nominate.documents import (
    Block,
    Bullets,
    Chart,
    Content,
    Document,
    Figure,
    Heading,
    Item,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quotation,
    Rule,
    Table,
    plain,
)
from nominate_pdf._file.nodes import Node

_COLUMN_HEADER = "/O/Table/Scope/Column"
_ROW_HEADER = "/O/Table/Scope/Row"
_BULLETED = "/O/List/ListNumbering/Disc"
_NUMBERED = "/O/List/ListNumbering/Decimal"
_LISTED = ("H2", "H3")
_MOST_ENTRIES = 16
_UNMARKED = "/O/List/ListNumbering/None"


@attrs.frozen(eq=False)
class Entry:
    """An entry of the table of contents: the heading that it leads to, its node, and the link's own."""

    heading: Heading
    target: Node
    link: Node = attrs.field(factory=lambda: Node("Link"))


@attrs.frozen(kw_only=True, eq=False)
class Described:
    """The nodes of a document: the whole, and those that its parts are drawn into.

    `blocks` has one for each block of the document; a rule has none to draw into, so its own stays empty.
    So many of them as `above_contents` says stand above the table of contents.
    """

    root: Node
    logo: Node
    status: Node
    title: Node
    details: tuple[Node, ...]
    standfirst: Node
    contents: tuple[Entry, ...]
    contents_title: Node
    above_contents: int
    blocks: tuple[Node, ...]


def described(document: Document) -> Described:
    """The tree of the whole document: logo, status, title, details, standfirst, then its blocks.

    The contents stand after the key figures that it begins with, or else before every block, and list what
    comes below them.
    """
    status, title, standfirst, contents_title = Node("P"), Node("H1"), Node("P"), Node("Caption")
    logo = Node("Figure")
    details = tuple(Node("P") for _ in document.details)
    blocks = tuple(_nodes(document.blocks))
    above = _above_contents(document.blocks)
    below = zip(document.blocks[above:], blocks[above:], strict=True)
    contents = _entries(below) if document.has_contents else ()
    listing = Node("TOC", (contents_title, *_listed(contents)))
    opening = (logo, status, title, *details, standfirst)
    return Described(
        root=Node("Document", (*opening, *blocks[:above], listing, *blocks[above:])),
        logo=logo,
        status=status,
        title=title,
        details=details,
        standfirst=standfirst,
        contents=contents,
        contents_title=contents_title,
        above_contents=above,
        blocks=blocks,
    )


def _above_contents(blocks: tuple[Block, ...]) -> int:
    """How many blocks the key figures and their heading are, which belong on the first page."""
    return next((place for place, each in enumerate(blocks[:2], start=1) if isinstance(each, KeyFigures)), 0)


def _entries(below: Iterable[tuple[Block, Node]]) -> tuple[Entry, ...]:
    """Entries of the two levels below the title; of one, where there would be too many to look through."""
    found = [
        Entry(block, node) for block, node in below if isinstance(block, Heading) and node.tag in _LISTED
    ]
    if len(found) > _MOST_ENTRIES:
        found = [each for each in found if each.target.tag == _LISTED[0]]
    return tuple(found)


def _listed(entries: Iterable[Entry]) -> list[Node]:
    """An item for each entry of the first level, with a list of those below it.

    The key figures stand above the contents, so that a heading below theirs has no entry to be below.
    """
    items: list[tuple[Node, list[Node]]] = []
    below: list[Node] | None = None
    for entry in entries:
        reference = Node("Reference", (entry.link,))
        if entry.target.tag == _LISTED[0]:
            below = []
            items.append((reference, below))
        elif below is None:
            items.append((reference, []))
        else:
            below.append(Node("TOCI", (reference,)))
    return [Node("TOCI", (first, Node("TOC", inner)) if inner else (first,)) for first, inner in items]


def _nodes(blocks: Iterable[Block]) -> Iterator[Node]:
    above = 1
    for block in blocks:
        if isinstance(block, Heading) and plain(block.content):
            # A heading that says nothing is no heading, so the one below it may be nearer than it thinks.
            above = min(block.level, above + 1)
            yield Node(f"H{above}")
        else:
            yield _node(block)


def level_of(heading: Node) -> int:
    """The level of a heading's node, counted from 1.

    >>> level_of(Node("H2"))
    2
    """
    return int(heading.tag.removeprefix("H"))


def _node(block: Block) -> Node:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading() | Paragraph() | Rule():
            return Node("P")
        case Bullets() | NumberedList():
            return list_node(block)
        case Quotation():
            return Node("BlockQuote", (Node("P") for _ in quoted(block)))
        case Table():
            return table_node(block)
        case Chart():
            return Node("Div", (Node("Figure", alt=block.alt), table_node(block.table)))
        case KeyFigures():
            return Node("L", map(_figure_item, block.figures), attributes=_UNMARKED)
        case Figure():
            return figure_node(block)


def list_node(block: Bullets | NumberedList) -> Node:
    """An `L` of one `LI` for each item: an `Lbl`, an `LBody`, and in the body the list below it, if any."""
    attributes = _BULLETED if isinstance(block, Bullets) else _NUMBERED
    return Node("L", map(_item_node, block.items), attributes=attributes)


def _item_node(item: Item) -> Node:
    within = [Node("P")] if item.below is None else [Node("P"), list_node(item.below)]
    return Node("LI", (Node("Lbl"), Node("LBody", within)))


def _figure_item(_figure: object) -> Node:
    return Node("LI", (Node("LBody"),))


def quoted(block: Quotation) -> tuple[Content, ...]:
    """What stands within a quotation: its paragraphs, then whose words they are, if that is told."""
    return (*block.paragraphs, block.attribution) if block.attribution else block.paragraphs


def table_node(table: Table) -> Node:
    """A `Table` of a `Caption`, a `THead` of one row, and a `TBody`; the cells of a row are its children."""
    header = Node("TR", [Node("TH", (), _COLUMN_HEADER) for _ in table.header])
    # A head needs a body below it; an empty table is a body of the header alone.
    head = Node("THead" if table.rows else "TBody", (header,))
    body = Node("TBody", [_row_node(table) for _ in table.rows])
    return Node("Table", (Node("Caption"), head, body))


def _row_node(table: Table) -> Node:
    width = len(table.header)
    if table.has_row_headers:
        return Node("TR", [Node("TH", (), _ROW_HEADER), *[Node("TD") for _ in range(width - 1)]])
    return Node("TR", [Node("TD") for _ in range(width)])


def figure_node(block: Figure) -> Node:
    """A `Div` of the picture as `Figure`, its caption and its credit."""
    return Node("Div", (Node("Figure", alt=block.alt), Node("P"), Node("P")))

"""From the blocks of a document to strips, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from nominate.documents import (
    Block,
    Bullets,
    Chart,
    Content,
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
from nominate.errors import Problem
from nominate_pdf._file.nodes import Node
from nominate_pdf._looks import ATTRIBUTION, BODY, CAPTION, COLUMN, HEADINGS, MARGIN, Colour, Look
from nominate_pdf._pages.strips import HeadingStrip, RuleStrip, Strip, TextStrip
from nominate_pdf._parts.charts import chart_strip
from nominate_pdf._parts.figures import picture_strip
from nominate_pdf._parts.structure import level_of, quoted
from nominate_pdf._parts.tables import table_strips
from nominate_pdf._parts.tiles import tile_strips
from nominate_pdf._setting.typesetter import Typesetter

_GAP = 10.0
_ITEM_GAP = 4.0
_INDENT = 20.0
_QUOTE_INDENT = 18.0
_ABOVE_HEADINGS = (30.0, 20.0, 14.0)
_ABOVE_TILES = 16.0
_BULLET = "•"


class Layout:
    """Lays out one document's blocks; `problems` gathers what could not be drawn."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self.problems: list[Problem] = []

    def strips(self, blocks: Iterable[Block], nodes: Iterable[Node]) -> Iterator[Strip]:
        """Every block's strips, one block after the other, each drawn into its node."""
        for (block, following), node in zip(pairwise((*blocks, None)), nodes, strict=True):
            if isinstance(block, Paragraph) and isinstance(following, Table | Chart):
                yield from self._introduction(block, node)
            elif block is not None:
                yield from self._block(block, node)

    def _introduction(self, block: Paragraph, node: Node) -> Iterator[Strip]:
        """A paragraph whose end stays with the table or chart that it introduces."""
        return self._text(block.content, BODY, block.sources, node, before=_GAP, stays_with_next=True)

    def _block(self, block: Block, node: Node) -> Iterator[Strip]:  # noqa: PLR0911 - one for each kind of block
        match block:
            case Heading():
                return self._heading(block, node)
            case Paragraph():
                return self._text(block.content, BODY, block.sources, node, before=_GAP)
            case Bullets() | NumberedList():
                return self._list(block, node, MARGIN, before=_GAP)
            case Quotation():
                return self._quotation(block, node)
            case Table():
                return self._table(block, node)
            case Chart():
                return self._chart(block, node)
            case KeyFigures():
                return tile_strips(block, node, self._typesetter, before=_ABOVE_TILES)
            case Figure():
                return self._figure(block, node)
            case Rule():
                return iter((RuleStrip(height=20, before=_GAP),))

    def _heading(self, block: Heading, node: Node) -> Iterator[Strip]:
        rank = min(block.level - 2, len(HEADINGS) - 1)
        look = HEADINGS[rank]
        lines = self._typesetter.lines(block.content, look, COLUMN, block.sources)
        for number, line in enumerate(lines):
            yield HeadingStrip(
                lines=(line,),
                look=look,
                into=node,
                height=look.leading,
                before=0 if number else _ABOVE_HEADINGS[rank],
                stays_with_next=True,
                title="" if number else plain(block.content),
                level=level_of(node) - 1,
            )

    def _text(
        self,
        content: Content,
        look: Look,
        sources: Iterable[str],
        node: Node,
        *,
        before: float,
        stays_with_next: bool = False,
    ) -> Iterator[Strip]:
        lines = self._typesetter.lines(content, look, COLUMN, sources)
        held = _held(len(lines), stays_with_next=stays_with_next)
        for number, (line, is_held) in enumerate(zip(lines, held, strict=True)):
            yield TextStrip(
                lines=(line,),
                look=look,
                into=node,
                height=look.leading,
                before=0 if number else before,
                stays_with_next=is_held,
            )

    def _list(self, block: Bullets | NumberedList, node: Node, x: float, *, before: float) -> Iterator[Strip]:
        indent = _INDENT
        if isinstance(block, NumberedList):
            ruler = self._typesetter.ruler(BODY.face, BODY.size)
            indent = max(_INDENT, ruler(f"{len(block.items)}. ") + 4)
        for number, (item, own) in enumerate(zip(block.items, node.children, strict=True), start=1):
            mark = _BULLET if isinstance(block, Bullets) else f"{number}."
            above = _ITEM_GAP if number > 1 else before
            yield from self._item(item, own, mark, (x, indent), before=above)

    def _item(
        self, item: Item, node: Node, mark: str, place: tuple[float, float], *, before: float
    ) -> Iterator[Strip]:
        x, indent = place
        label, body = node.children
        inner = min(x + indent, MARGIN + COLUMN / 2)
        width = MARGIN + COLUMN - inner
        lines = self._typesetter.lines(item.content, BODY, width, item.sources) or ("",)
        for number, (line, is_held) in enumerate(zip(lines, _held(len(lines)), strict=True)):
            yield TextStrip(
                lines=(line,),
                look=BODY,
                into=body.children[0],
                height=BODY.leading,
                before=0 if number else before,
                stays_with_next=is_held,
                x=inner,
                mark="" if number else f"{mark} ",
                mark_x=x,
                mark_into=label,
            )
        if item.below is not None:
            yield from self._list(item.below, body.children[1], inner, before=_ITEM_GAP)

    def _quotation(self, block: Quotation, node: Node) -> Iterator[Strip]:
        last = len(block.paragraphs) - 1
        for number, (content, own) in enumerate(zip(quoted(block), node.children, strict=True)):
            is_told = number <= last
            look, above = (BODY, 9.0) if is_told else (ATTRIBUTION, 6.0)
            inset = above if number else 2.0
            lines = self._typesetter.lines(content, look, COLUMN - _QUOTE_INDENT, block.sources)
            # Whose words they are stays with the end of the words.
            held = _held(len(lines), stays_with_next=number == last and bool(block.attribution))
            for place, (line, is_held) in enumerate(zip(lines, held, strict=True)):
                yield TextStrip(
                    lines=(line,),
                    look=look,
                    into=own,
                    height=look.leading + (0 if place else inset),
                    before=0 if number or place else 14,
                    stays_with_next=is_held,
                    x=MARGIN + _QUOTE_INDENT,
                    inset=0 if place else inset,
                    bar=Colour.MAIN,
                )

    def _chart(self, block: Chart, node: Node) -> Iterator[Strip]:
        """The chart below its caption; one that is too large for a page is told by its table alone."""
        drawn = chart_strip(block, node, self._typesetter, before=8)
        _figure, table = node.children
        if drawn is None:
            yield from self._table(block.table, table)
            return
        yield from self._caption(block.caption, block.sources, table)
        yield drawn

    def _caption(self, text: str, sources: Iterable[str], table: Node) -> Iterator[Strip]:
        caption = table.children[0]
        for strip in self._text((text,), CAPTION, sources, caption, before=14, stays_with_next=True):
            yield strip if strip.stays_with_next else attrs.evolve(strip, stays_with_next=True)

    def _table(self, block: Table, node: Node) -> Iterator[Strip]:
        yield from self._caption(block.caption, block.sources, node)
        yield from table_strips(block, node, self._typesetter, before=6)

    def _figure(self, block: Figure, node: Node) -> Iterator[Strip]:
        picture, caption, credit = node.children
        drawn = picture_strip(block, picture, before=14) if block.image else None
        if isinstance(drawn, Problem):
            self.problems.append(drawn)
        if drawn is None or isinstance(drawn, Problem):
            picture.tag, picture.alt = "P", ""
            yield from self._text((f"Picture: {block.alt}",), ATTRIBUTION, block.sources, picture, before=4)
        else:
            yield drawn
        yield from self._text(block.caption, ATTRIBUTION, block.sources, caption, before=4)
        if block.credit:
            yield from self._text((block.credit,), ATTRIBUTION, block.sources, credit, before=4)


def _held(count: int, *, stays_with_next: bool = False) -> list[bool]:
    """Which lines of one paragraph stay with the next: at least two of them end or begin a page."""
    held = [False] * count
    if count > 1:
        held[0] = held[-2] = True
    if count:
        held[-1] = stays_with_next
    return held

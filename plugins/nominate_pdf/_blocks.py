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
from nominate_pdf._figures import picture_strip
from nominate_pdf._setting import Typesetter
from nominate_pdf._strips import HeadingStrip, RuleStrip, Strip, TextStrip
from nominate_pdf._tables import table_strips
from nominate_pdf._theme import (
    ACCENT,
    ATTRIBUTION,
    BODY,
    CAPTION,
    COLUMN,
    HEADINGS,
    MARGIN,
    Look,
)

_GAP = 10.0
_ITEM_GAP = 4.0
_INDENT = 20.0
_QUOTE_INDENT = 18.0
_ABOVE_HEADINGS = (30.0, 20.0, 14.0)
_BULLET = "•"


class Layout:
    """Lays out one document's blocks; `problems` gathers what could not be drawn."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self.problems: list[Problem] = []

    def strips(self, blocks: Iterable[Block]) -> Iterator[Strip]:
        """Every block's strips, one block after the other."""
        for block, following in pairwise((*blocks, None)):
            if isinstance(block, Paragraph) and isinstance(following, Table):
                yield from self._introduction(block)
            elif block is not None:
                yield from self._block(block)

    def _introduction(self, block: Paragraph) -> Iterator[Strip]:
        """A paragraph whose end stays with the table that it introduces."""
        strips = list(self._text(block.content, BODY, block.sources, before=_GAP))
        yield from strips[:-1]
        yield from (attrs.evolve(strip, stays_with_next=True) for strip in strips[-1:])

    def _block(self, block: Block) -> Iterator[Strip]:  # noqa: PLR0911 - one for each kind of block
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._text(block.content, BODY, block.sources, before=_GAP)
            case Bullets() | NumberedList():
                return self._list(block, MARGIN, before=_GAP)
            case Quotation():
                return self._quotation(block)
            case Table():
                return self._table(block)
            case Chart():
                return self._table(block.table)
            case KeyFigures():
                return self._list(Bullets(items=block.phrases), MARGIN, before=_GAP)
            case Figure():
                return self._figure(block)
            case Rule():
                return iter((RuleStrip(height=20, before=_GAP),))

    def _heading(self, block: Heading) -> Iterator[Strip]:
        rank = min(block.level - 2, len(HEADINGS) - 1)
        look = HEADINGS[rank]
        lines = self._typesetter.lines(block.content, look, COLUMN, block.sources)
        for number, line in enumerate(lines):
            yield HeadingStrip(
                lines=(line,),
                look=look,
                height=look.leading,
                before=0 if number else _ABOVE_HEADINGS[rank],
                stays_with_next=True,
                title="" if number else plain(block.content),
                level=block.level - 1,
            )

    def _text(
        self, content: Content, look: Look, sources: Iterable[str], *, before: float
    ) -> Iterator[Strip]:
        lines = self._typesetter.lines(content, look, COLUMN, sources)
        return _held(
            [TextStrip(lines=(line,), look=look, height=look.leading) for line in lines], before=before
        )

    def _list(self, block: Bullets | NumberedList, x: float, *, before: float) -> Iterator[Strip]:
        indent = _INDENT
        if isinstance(block, NumberedList):
            ruler = self._typesetter.ruler(BODY.face, BODY.size)
            indent = max(_INDENT, ruler(f"{len(block.items)}. ") + 4)
        for number, item in enumerate(block.items, start=1):
            mark = _BULLET if isinstance(block, Bullets) else f"{number}."
            yield from self._item(item, mark, x, indent, before=_ITEM_GAP if number > 1 else before)

    def _item(self, item: Item, mark: str, x: float, indent: float, *, before: float) -> Iterator[Strip]:
        inner = min(x + indent, MARGIN + COLUMN / 2)
        width = MARGIN + COLUMN - inner
        lines = self._typesetter.lines(item.content, BODY, width, item.sources) or ("",)
        strips = [
            TextStrip(
                lines=(line,),
                look=BODY,
                height=BODY.leading,
                x=inner,
                mark="" if number else f"{mark} ",
                mark_x=x,
            )
            for number, line in enumerate(lines)
        ]
        yield from _held(strips, before=before)
        if item.below is not None:
            yield from self._list(item.below, inner, before=_ITEM_GAP)

    def _quotation(self, block: Quotation) -> Iterator[Strip]:
        parts = [(paragraph, BODY, 9.0) for paragraph in block.paragraphs]
        if block.attribution:
            parts.append((block.attribution, ATTRIBUTION, 6.0))
        for number, (content, look, above) in enumerate(parts):
            inset = above if number else 2.0
            is_last = number == len(parts) - 1
            yield from _held(
                list(self._barred(content, look, block.sources, inset=inset)),
                before=0 if number else 14,
                # Whose words they are stays with the end of the words.
                stays_with_next=not is_last and parts[number + 1][1] is ATTRIBUTION,
            )

    def _barred(
        self, content: Content, look: Look, sources: Iterable[str], *, inset: float
    ) -> Iterator[TextStrip]:
        x = MARGIN + _QUOTE_INDENT
        for number, line in enumerate(self._typesetter.lines(content, look, MARGIN + COLUMN - x, sources)):
            above = 0 if number else inset
            yield TextStrip(
                lines=(line,), look=look, height=look.leading + above, x=x, inset=above, bar=ACCENT
            )

    def _table(self, block: Table) -> Iterator[Strip]:
        for strip in self._text((block.caption,), CAPTION, block.sources, before=14):
            yield attrs.evolve(strip, stays_with_next=True)
        yield from table_strips(block, self._typesetter, before=6)

    def _figure(self, block: Figure) -> Iterator[Strip]:
        told = [block.caption, (block.credit,) if block.credit else ()]
        drawn = picture_strip(block, before=14) if block.image else None
        if isinstance(drawn, Problem):
            self.problems.append(drawn)
        if drawn is None or isinstance(drawn, Problem):
            told.insert(0, (f"Picture: {block.alt}",))
        else:
            yield drawn
        for content in told:
            yield from self._text(content, ATTRIBUTION, block.sources, before=4)


def _held(strips: list[TextStrip], *, before: float, stays_with_next: bool = False) -> Iterator[Strip]:
    """Lines of one paragraph: at least two of them end or begin a page, and the first has space above."""
    last = len(strips) - 1
    for number, strip in enumerate(strips):
        is_held = number in {0, last - 1} if number < last else stays_with_next
        yield attrs.evolve(strip, before=0 if number else before, stays_with_next=is_held)

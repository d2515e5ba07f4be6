"""What content is, in the words of PDF: nodes of a tree in reading order; and artifacts, which are none."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

Area = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

# A mark is kept as one number, as a long table has hundreds of thousands: its page times this, and its own.
MARKS_OF_A_PAGE = 1 << 20


class Node:
    """A part of the content: its tag, its parts in reading order, and words for what is no text.

    `attributes` is the inside of an attribute dictionary, as `/O/Table/Scope/Column`. `alt` stands for a
    picture, `actual` for what letters say that are drawn otherwise, `language` is a BCP 47 tag.
    A node that has no children is drawn into: `drawn` is what it holds so, for most a single mark.

    >>> [child.tag for child in Node("LI", [Node("Lbl"), Node("LBody")]).children]
    ['Lbl', 'LBody']
    """

    __slots__ = ("actual", "alt", "attributes", "children", "drawn", "language", "reference", "tag")

    # Attributes without their name: a keyword takes a third of the time that a cell takes.
    def __init__(
        self,
        tag: str,
        children: Iterable[Node] = (),
        attributes: str = "",
        *,
        alt: str = "",
        actual: str = "",
        language: str = "",
    ) -> None:
        self.tag = tag
        self.children = tuple(children)
        self.drawn: int | list[Drawn] | None = None
        self.attributes = attributes
        self.alt = alt
        self.actual = actual
        self.language = language
        self.reference = ""

    def take(self, drawn: Drawn) -> None:
        """Hold one more that is put into it."""
        held = self.drawn
        if held is None:
            self.drawn = drawn if isinstance(drawn, int) else [drawn]
        elif isinstance(held, int):
            self.drawn = [held, drawn]
        else:
            held.append(drawn)


@attrs.frozen
class Artifact:
    """What a reader by ear or by finger skips; `entries` is the inside of its property list.

    >>> Artifact("/Type/Pagination/Subtype/Header").entries
    '/Type/Pagination/Subtype/Header'
    """

    entries: str = ""
    begun: str = attrs.field(init=False)
    """The operator that begins it on a page."""

    @begun.default
    def _begun(self) -> str:
        return f"/Artifact <<{self.entries}>> BDC\n" if self.entries else "/Artifact BMC\n"


DECORATION = Artifact()
HEADER = Artifact("/Type/Pagination/Attached[/Top]/Subtype/Header")
FOOTER = Artifact("/Type/Pagination/Attached[/Bottom]/Subtype/Footer")
REPEATED = Artifact("/Type/Pagination")
"""What stood before and is drawn again because a new page begins, as the header of a table."""

Place = Node | Artifact
"""Where a mark belongs."""


@attrs.frozen
class Annotated:
    """An annotation that belongs to a node: the page that it is on, and the number of its object."""

    page: int
    number: int


Drawn = int | Node | Annotated
"""What is put into a node on a page: a mark, a link with its own marks, or an annotation."""

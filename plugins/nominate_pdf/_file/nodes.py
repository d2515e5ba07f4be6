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

    >>> [child.tag for child in Node("LI", [Node("Lbl"), Node("LBody")]).children]
    ['Lbl', 'LBody']
    """

    __slots__ = ("actual", "alt", "attributes", "kids", "language", "number", "tag")

    def __init__(
        self,
        tag: str,
        children: Iterable[Node] = (),
        *,
        attributes: str = "",
        alt: str = "",
        actual: str = "",
        language: str = "",
    ) -> None:
        self.tag = tag
        self.kids: list[Node | int | Annotated] = list(children)
        self.attributes = attributes
        self.alt = alt
        self.actual = actual
        self.language = language
        self.number = 0

    @property
    def children(self) -> list[Node]:
        """The nodes within, without the marks that were drawn."""
        return [kid for kid in self.kids if isinstance(kid, Node)]


@attrs.frozen
class Artifact:
    """What a reader by ear or by finger skips; `entries` is the inside of its property list.

    >>> Artifact("/Type/Pagination/Subtype/Header").entries
    '/Type/Pagination/Subtype/Header'
    """

    entries: str = ""


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

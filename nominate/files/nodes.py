"""What stands where in the text of a file: each part from its first character to its last."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TypeAlias

import attrs

__all__ = ["Collection", "Node", "Slot", "TextNode", "Wanted"]

Wanted: TypeAlias = Mapping[str, AbstractSet[int]]
"""Of which sections which records are to be gone into; of the others only the ends are looked for."""


@attrs.frozen(kw_only=True)
class Node:
    """A part of a text, from its first character up to the one after its last, counted from 0.

    What follows on the same line, such as a comment, is no part of it. One that nobody wanted to know more of
    is a plain `Node`.

    >>> Node(start=2, end=5).end
    5
    """

    start: int
    end: int


@attrs.frozen(kw_only=True)
class TextNode(Node):
    """A text or number; `style` is the sign that it begins with: a quotation mark, | or >, or none.

    >>> TextNode(start=2, end=7, style='"').style
    '"'
    """

    style: str = ""


@attrs.frozen(kw_only=True)
class Slot:
    r"""A place in a map or list, and the node in it.

    It begins with its key, its dash or, in a list within brackets, with the node itself. `lead` is where the
    node may begin at the earliest: behind the colon or the dash; -1 where there is none.

    >>> Slot(start=0, lead=3, node=TextNode(start=4, end=7), key="id").key
    'id'
    """

    start: int
    lead: int
    node: Node
    key: str = ""


@attrs.frozen(kw_only=True)
class Collection(Node):
    """A map or list; `is_flow` says that it stands within brackets.

    >>> Collection(start=0, end=2, is_map=False, is_flow=True).slots
    ()
    """

    is_map: bool
    is_flow: bool
    slots: tuple[Slot, ...] = ()

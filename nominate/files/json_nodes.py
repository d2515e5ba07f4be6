"""Where each part of a JSON text begins and ends, for whoever changes it in its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from nominate.files.nodes import Collection, Node, Slot, TextNode, Wanted

__all__ = ["json_nodes"]

_SPACE = re.compile(r"[ \t\n]*")
# For the ends alone, whatever the values are.
_scanner = json.JSONDecoder(parse_int=str, parse_float=str)


def json_nodes(text: str, wanted: Wanted) -> Node:
    """The outermost part of a text that `read_json` has read without a fault.

    >>> root = json_nodes('{"people": [{"id": "a"}]}', {"people": {0}})
    >>> [(slot.key, slot.start, slot.lead, slot.node.start, slot.node.end) for slot in root.slots]
    [('people', 1, 10, 11, 24)]
    """
    return _Reader(text).root(wanted)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text

    def root(self, wanted: Wanted) -> Node:
        """The node of the whole text, with those records in it that are wanted."""
        start = self._skip(0)
        if self._text[start] != "{":
            return self._node(start)
        return self._collection(start, lambda key, place: self._section(place, wanted.get(str(key))))

    def _section(self, start: int, records: AbstractSet[int] | None) -> Node:
        if records is None:
            return self._unread(start)
        if self._text[start] == "[":
            return self._collection(
                start, lambda number, place: self._node(place) if number in records else self._unread(place)
            )
        return self._node(start)

    def _node(self, start: int) -> Node:
        if self._text[start] in "{[":
            return self._collection(start, lambda _, place: self._node(place))
        style = '"' if self._text[start] == '"' else ""
        return TextNode(start=start, end=self._end(start), style=style)

    def _unread(self, start: int) -> Node:
        return Node(start=start, end=self._end(start))

    def _end(self, start: int) -> int:
        return _scanner.raw_decode(self._text, start)[1]

    def _collection(self, start: int, read: Callable[[str | int, int], Node]) -> Collection:
        slots = tuple(self._slots(start, read))
        end = self._skip(slots[-1].node.end if slots else start + 1) + 1
        return Collection(start=start, end=end, is_map=self._text[start] == "{", is_flow=True, slots=slots)

    def _slots(self, start: int, read: Callable[[str | int, int], Node]) -> Iterator[Slot]:
        place, number = self._skip(start + 1), 0
        while self._text[place] not in "]}":
            if self._text[start] == "{":
                key, behind = _scanner.raw_decode(self._text, place)
                lead = self._skip(behind) + 1
                node = read(key, self._skip(lead))
                yield Slot(start=place, lead=lead, node=node, key=key)
            else:
                node = read(number, place)
                yield Slot(start=place, lead=place, node=node)
            place, number = self._skip(node.end), number + 1
            place = self._skip(place + 1) if self._text[place] == "," else place

    def _skip(self, place: int) -> int:
        found = _SPACE.match(self._text, place)
        return found.end() if found else place

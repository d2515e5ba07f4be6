"""Where each part of a YAML text begins and ends, for whoever changes it in its place.

Reading needs only where a part begins (`nominate.files.yaml_text`); this goes over the text once more.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from nominate.files.nodes import Collection, Node, Slot, TextNode, Wanted

__all__ = ["yaml_nodes"]

_COLON = re.compile(r"[ \t]*:")
_GAP = re.compile(r"(?:\s+|#[^\n]*)*")
# The library's events have no common class that says where they stand.
_Event: TypeAlias = Any


def yaml_nodes(text: str, wanted: Wanted) -> Node | None:
    r"""The outermost part of a text that `read_yaml` has read without a fault; None where there is none.

    >>> root = yaml_nodes("people:\n  - id: a  # first\n", {"people": {0}})
    >>> people = root.slots[0].node
    >>> [(slot.start, slot.lead, slot.node.start, slot.node.end) for slot in people.slots]
    [(10, 11, 12, 17)]
    """
    import yaml  # noqa: PLC0415 - `import nominate` stays light

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        return _Reader(loader.get_event, text).root(wanted)
    finally:
        loader.dispose()


class _Reader:
    """Reads the events of one text, which has no fault."""

    def __init__(self, next_event: Callable[[], _Event], text: str) -> None:
        from yaml import events  # noqa: PLC0415 - `import nominate` stays light

        self._next = next_event
        self._kinds = events
        self._text = text

    def root(self, wanted: Wanted) -> Node | None:
        """The node of the first document, with those records in it that are wanted; None of an empty file."""
        self._next()
        if isinstance(self._next(), self._kinds.StreamEndEvent):
            return None
        event = self._next()
        if not isinstance(event, self._kinds.MappingStartEvent):
            return self._node(event)
        return self._map(event, lambda key, first: self._section(first, wanted.get(key)))

    def _section(self, event: _Event, records: AbstractSet[int] | None) -> Node:
        if records is None:
            return self._unread(event)
        if isinstance(event, self._kinds.SequenceStartEvent):
            return self._list(
                event, lambda place, first: self._node(first) if place in records else self._unread(first)
            )
        return self._node(event)

    def _node(self, event: _Event) -> Node:
        if isinstance(event, self._kinds.ScalarEvent):
            return self._text_node(event)
        if isinstance(event, self._kinds.MappingStartEvent):
            return self._map(event, lambda _, first: self._node(first))
        return self._list(event, lambda _, first: self._node(first))

    def _text_node(self, event: _Event) -> TextNode:
        return TextNode(start=event.start_mark.index, end=self._end(event), style=event.style or "")

    def _map(self, start: _Event, read: Callable[[str, _Event], Node]) -> Collection:
        slots: list[Slot] = []
        while not isinstance(key := self._next(), self._kinds.MappingEndEvent):
            colon = _COLON.match(self._text, self._end(key))
            node = read(key.value, self._next())
            slots.append(
                Slot(start=key.start_mark.index, lead=colon.end() if colon else -1, node=node, key=key.value)
            )
        return self._collection(start, key, slots, is_map=True)

    def _list(self, start: _Event, read: Callable[[int, _Event], Node]) -> Collection:
        slots: list[Slot] = []
        place = start.start_mark.index
        while not isinstance(event := self._next(), self._kinds.SequenceEndEvent):
            node = read(len(slots), event)
            if start.flow_style:
                slots.append(Slot(start=node.start, lead=node.start, node=node))
            else:
                dash = self._behind_gap(place)
                slots.append(Slot(start=dash, lead=dash + 1, node=node))
                place = node.end
        return self._collection(start, event, slots, is_map=False)

    def _collection(self, start: _Event, end: _Event, slots: list[Slot], *, is_map: bool) -> Collection:
        is_flow = bool(start.flow_style)
        last = slots[-1].node.end if slots else start.start_mark.index
        return Collection(
            start=start.start_mark.index,
            end=end.end_mark.index if is_flow else last,
            is_map=is_map,
            is_flow=is_flow,
            slots=tuple(slots),
        )

    def _unread(self, event: _Event) -> Node:
        """From the first event of a part past its last one, with nothing kept but the ends."""
        start = end = event.start_mark.index
        depth = 0
        while True:
            if isinstance(event, self._kinds.ScalarEvent):
                end = self._end(event)
            elif isinstance(event, self._kinds.CollectionStartEvent):
                depth += 1
            else:
                depth -= 1
                # The end of a block has no sign of its own, and its event stands where the next part begins.
                end = event.end_mark.index if self._is_bracket(event) else end
            if not depth:
                return Node(start=start, end=end)
            event = self._next()

    def _is_bracket(self, event: _Event) -> bool:
        return self._text[event.start_mark.index : event.end_mark.index] in {"]", "}"}

    def _end(self, event: _Event) -> int:
        """Where a text ends: the last line that a block holds, not the empty ones after it."""
        end: int = event.end_mark.index
        if not event.style or event.style not in "|>":
            return end
        start: int = event.start_mark.index
        line = self._text.find("\n", start + len(self._text[start:end].rstrip()))
        return line if 0 <= line <= end else end

    def _behind_gap(self, place: int) -> int:
        """The next place that is neither white space nor a comment."""
        found = _GAP.match(self._text, place)
        return found.end() if found else place

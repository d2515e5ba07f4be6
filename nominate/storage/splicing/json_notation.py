"""JSON: the indentation and the spaces of a file are found in it and kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal

from nominate.files.nodes import Collection, Slot, TextNode
from nominate.files.plain import Plain
from nominate.files.yaml_scalars import typed_text
from nominate.storage.splicing.flow import inserted, is_spread, removed
from nominate.storage.splicing.notation import Addition
from nominate.storage.splicing.splices import Splice, line_start

__all__ = ["JsonNotation"]

_INDENTED = re.compile(r'\n([ \t]+)"')
_SPACED = re.compile(r'"[:,] ')
_SPACE = re.compile(r"[ \t]*")


class JsonNotation:
    """A JSON text; every map and list in it stands within brackets.

    >>> from nominate.files.json_nodes import json_nodes
    >>> text = '{"a": 1}'
    >>> root = json_nodes(text, {"a": {0}})
    >>> list(JsonNotation(text).replace(root, root.slots[0], "one"))
    [Splice(start=6, end=7, text='"one"')]
    """

    def __init__(self, text: str) -> None:
        self._text = text
        found = _INDENTED.search(text)
        self._indent = found[1] if found else None
        # A file for machines alone has no spaces.
        self._separators = (", ", ": ") if found or _SPACED.search(text) else (",", ":")
        # A file that was written with escapes is read by something that wants them.
        self._is_ascii = text.isascii() and "\\u" in text

    def replace(self, holder: Collection, slot: Slot, value: Plain) -> Iterator[Splice]:
        """Put a value in the place of another; a number stays one."""
        node = slot.node
        if isinstance(node, TextNode) and not node.style and isinstance(value, Decimal):
            yield Splice(node.start, node.end, typed_text(value))
        else:
            yield Splice(node.start, node.end, self._written(holder, value))

    def insert(self, holder: Collection, addition: Addition) -> Iterator[Splice]:
        """Put a value in, parted from the others as they are from each other."""
        written = self._written(holder, addition.value)
        if holder.is_map:
            written = f"{self._dumped(addition.key, None)}{self._separators[1]}{written}"
        yield from inserted(
            self._text,
            holder,
            written,
            behind=addition.behind,
            kept=addition.kept,
            comma=self._separators[0],
        )

    def remove(self, holder: Collection, number: int, kept: AbstractSet[int]) -> Iterator[Splice]:
        """Take a value out, with its comma."""
        yield from removed(holder, number, kept)

    def fitted(
        self, _holder: Collection, _slot: Slot, splices: tuple[Splice, ...], _value: Plain
    ) -> tuple[Splice, ...]:
        """The splices as they are: a line of JSON has no best length."""
        return splices

    def _written(self, holder: Collection, value: Plain) -> str:
        if not is_spread(self._text, holder) or self._indent is None:
            return self._dumped(value, None)
        margin = _SPACE.match(self._text, line_start(self._text, holder.slots[0].start))
        own = margin[0] if margin else ""
        return self._dumped(value, self._indent).replace("\n", f"\n{own}")

    def _dumped(self, value: Plain, indent: str | None) -> str:
        separators = self._separators if indent is None else None
        return json.dumps(
            value, ensure_ascii=self._is_ascii, indent=indent, separators=separators, default=str
        )

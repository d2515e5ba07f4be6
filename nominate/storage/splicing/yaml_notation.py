"""YAML: comments, indentation, quotation marks and the sort of each list stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from nominate.files.nodes import Collection, Slot, TextNode
from nominate.files.plain import Plain
from nominate.files.yaml_writing import behind_colon, behind_dash, inline_entry, inline_text
from nominate.storage.splicing import block, flow
from nominate.storage.splicing.notation import Addition
from nominate.storage.splicing.splices import CannotSplice, Splice, column_of, line_end, line_start
from nominate.storage.splicing.texts import flow_text, in_style

__all__ = ["YamlNotation"]

_WIDTH = 120


class YamlNotation:
    r"""A YAML text, in which a map or list stands on lines of its own or within brackets.

    >>> from nominate.files.yaml_nodes import yaml_nodes
    >>> text = "people:\n- id: ann\n  name: 'Ann'  # us\n"
    >>> person = yaml_nodes(text, {"people": {0}}).slots[0].node.slots[0].node
    >>> list(YamlNotation(text).replace(person, person.slots[1], "Dr Ann"))
    [Splice(start=26, end=31, text="'Dr Ann'"), Splice(start=37, end=37, text='')]
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def replace(self, holder: Collection, slot: Slot, value: Plain) -> Iterator[Splice]:
        """Put a value in the place of another; a text keeps its quotation marks, or stays a block."""
        node = slot.node
        if holder.is_flow:
            yield from self._replace_within(slot, value)
        elif isinstance(node, TextNode) and not isinstance(value, dict | list):
            yield from block.put(self._text, slot, *in_style(value, node, self._text, self._indent(slot)))
        else:
            yield from block.put(self._text, slot, *self._written(holder, slot, value))

    def insert(self, holder: Collection, addition: Addition) -> Iterable[Splice]:
        """Put a value in, on lines of its own or within the brackets."""
        if not holder.is_flow:
            return block.inserted(self._text, holder, addition)
        value = addition.value
        written = inline_entry(addition.key, value) if holder.is_map else inline_text(value, is_within=True)
        return flow.inserted(self._text, holder, written, behind=addition.behind, kept=addition.kept)

    def remove(self, holder: Collection, number: int, kept: AbstractSet[int]) -> Iterable[Splice]:
        """Take a value out, with the comment on its line and no other."""
        if holder.is_flow:
            return flow.removed(holder, number, kept)
        return block.removed(self._text, holder, number)

    def fitted(
        self, holder: Collection, slot: Slot, splices: tuple[Splice, ...], value: Plain
    ) -> Iterable[Splice]:
        """The splices, or what stands within the brackets on lines of its own where one grows too long."""
        node = slot.node
        is_flow = isinstance(node, Collection) and node.is_flow
        if holder.is_flow or not is_flow or "\n" in self._text[node.start : node.end]:
            return splices
        width = line_end(self._text, node.start) - line_start(self._text, node.start)
        grown = width + sum(len(each.text) - (each.end - each.start) for each in splices)
        # Whoever wrote a longer line did not mind.
        return self.replace(holder, slot, value) if width <= _WIDTH < grown else splices

    def _indent(self, slot: Slot) -> str:
        return " " * column_of(self._text, slot.start)

    def _written(self, holder: Collection, slot: Slot, value: Plain) -> tuple[str, list[str]]:
        indent = self._indent(slot)
        if holder.is_map:
            return behind_colon(value, indent, slot.lead - line_start(self._text, slot.lead))
        was_block = isinstance(slot.node, Collection) and not slot.node.is_flow
        return behind_dash(value, indent, is_block=was_block or block.has_blocks(holder))

    def _replace_within(self, slot: Slot, value: Plain) -> Iterator[Splice]:
        if slot.lead < 0:
            raise CannotSplice
        node = slot.node
        if isinstance(value, dict | list):
            written = inline_text(value, is_within=True)
        else:
            written = flow_text(value, node.style if isinstance(node, TextNode) else "", is_within=True)
        if node.start == node.end:
            # Where in the empty space it ends, the two parsers do not agree.
            end = next(place for place in range(slot.lead, len(self._text)) if self._text[place] != " ")
            yield Splice(slot.lead, end, f" {written}")
        else:
            yield Splice(node.start, node.end, written)

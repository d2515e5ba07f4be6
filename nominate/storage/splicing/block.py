"""Maps and lists on lines of their own: every line that is not concerned stays, and so does every comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nominate.files.nodes import Collection, Slot, TextNode
from nominate.files.yaml_writing import entry_lines, item_lines
from nominate.storage.splicing.notation import Addition
from nominate.storage.splicing.splices import CannotSplice, Splice, column_of, line_end, line_start
from nominate.storage.splicing.texts import HEADER

__all__ = ["end_within", "has_blocks", "inserted", "is_parted", "put", "removed"]

_COMMENT = re.compile(r"\n( *)#[^\n]*")


def put(text: str, slot: Slot, behind: str, below: Sequence[str]) -> Iterator[Splice]:
    """Put in the place of a value what stands behind its colon or dash, and the lines below it."""
    node = slot.node
    if slot.lead < 0:
        raise CannotSplice
    lines = "".join(f"\n{line}" for line in below)
    lead = f" {behind}" if behind else ""
    header = (
        HEADER.match(text, node.start) if isinstance(node, TextNode) and node.style in {"|", ">"} else None
    )
    if header is not None:
        yield Splice(node.start, header.end(), behind)
        yield Splice(line_end(text, header.end()), node.end, lines)
    elif node.start == node.end:
        end = line_end(text, slot.lead)
        yield Splice(slot.lead, slot.lead, lead)
        yield Splice(end, end, lines)
    elif _is_below(text, slot, has_lines=bool(below)):
        yield Splice(slot.lead, slot.lead, lead)
        yield Splice(line_start(text, node.start) - 1, line_end(text, node.end), lines)
    else:
        end = line_end(text, node.end)
        # The lines below are set as if one space stood before the first.
        yield Splice(slot.lead, node.end, lead) if below else Splice(node.start, node.end, behind)
        yield Splice(end, end, lines)


def inserted(text: str, holder: Collection, addition: Addition) -> Iterator[Splice]:
    """Put a value in on lines of its own, behind the slot of that number and the comments within it."""
    behind, slots = addition.behind, holder.slots
    indent = " " * column_of(text, slots[0].start)
    lines = (
        entry_lines(addition.key, addition.value, indent)
        if holder.is_map
        else item_lines(addition.value, indent, is_block=has_blocks(holder))
    )
    if behind < 0 and (0 in addition.kept or not _is_on_own_line(text, slots[0])):
        place = slots[0].start
        # A comment below what is taken out keeps the line feed before it.
        is_ended = 0 not in addition.kept and _has_comment_between(text, slots)
        yield Splice(
            place, place, "\n".join(lines).removeprefix(indent) + ("" if is_ended else f"\n{indent}")
        )
    else:
        # Behind what is taken out just as well as before it, where no line of it is in the way.
        place = end_within(text, slots[max(behind, 0)], len(indent))
        gap = [""] if is_parted(text, holder) else []
        yield Splice(place, place, "".join(f"\n{line}" for line in (*gap, *lines)))


def removed(text: str, holder: Collection, number: int) -> Iterator[Splice]:
    """Take out the lines of a slot, with one of two empty lines around them."""
    slot = holder.slots[number]
    start, end = line_start(text, slot.start), line_end(text, slot.node.end)
    if not _is_on_own_line(text, slot):
        yield _removed_behind_dash(text, holder.slots)
    else:
        is_blank_below = not text[end : line_end(text, end + 1)].strip()
        above = line_start(text, start - 1)
        is_blank_above = above > 0 and not text[above:start].strip()
        yield Splice((above if is_blank_above and is_blank_below else start) - 1, end)


def has_blocks(holder: Collection) -> bool:
    """Whether a list sets its maps on lines of their own, each key on one."""
    maps = [slot.node for slot in holder.slots if isinstance(slot.node, Collection) and slot.node.is_map]
    return bool(maps) and not any(node.is_flow for node in maps)


def is_parted(text: str, holder: Collection) -> bool:
    """Whether an empty line stands between any two of its slots."""
    pairs = zip(holder.slots, holder.slots[1:], strict=False)
    gaps = [text[one.node.end : other.start] for one, other in pairs]
    return bool(gaps) and all("\n\n" in gap for gap in gaps)


def _is_below(text: str, slot: Slot, *, has_lines: bool) -> bool:
    """Whether a value begins on a line of its own, and gives way by whole lines."""
    is_block = isinstance(slot.node, Collection) and not slot.node.is_flow
    return (is_block or has_lines) and "\n" in text[slot.lead : slot.node.start]


def _removed_behind_dash(text: str, slots: Sequence[Slot]) -> Splice:
    """Take out the first of several slots, which stands behind a dash: the next one comes up to it."""
    is_commented = _has_comment_between(text, slots)
    end = line_end(text, slots[0].node.end) if is_commented else slots[1].start
    return Splice(slots[0].start, end)


def _is_on_own_line(text: str, slot: Slot) -> bool:
    return not text[line_start(text, slot.start) : slot.start].strip()


def _has_comment_between(text: str, slots: Sequence[Slot]) -> bool:
    """Whether a comment stands on a line between the first slot and the next."""
    return bool(text[line_end(text, slots[0].node.end) : slots[1].start].strip())


def end_within(text: str, slot: Slot, column: int) -> int:
    """The end of a slot's last line, or of the comments below it that are set further in than it is."""
    end = line_end(text, slot.node.end)
    while (comment := _COMMENT.match(text, end)) and len(comment[1]) > column:
        end = comment.end()
    return end

"""Maps and lists within brackets: what comes in and goes out with its comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from nominate.files.nodes import Collection
from nominate.storage.splicing.splices import Splice

__all__ = ["inserted", "is_spread", "removed"]

_COMMA = re.compile(r"\s*,\s*")


def inserted(
    text: str, holder: Collection, written: str, *, behind: int, kept: AbstractSet[int], comma: str = ", "
) -> Iterator[Splice]:
    """Put in what is written behind the slot of that number; at least one is kept.

    It is parted from the others as they are from each other, or by `comma`.

    >>> from nominate.files.json_nodes import json_nodes
    >>> holder = json_nodes('{"a": 1}', {})
    >>> list(inserted('{"a": 1}', holder, '"b": 2', behind=0, kept={0}))
    [Splice(start=7, end=7, text=', "b": 2')]
    """
    separator = _separator(text, holder, comma)
    before = behind
    while before >= 0 and before not in kept:
        before -= 1
    if before >= 0:
        place = holder.slots[before].node.end
        yield Splice(place, place, f"{separator}{written}")
    else:
        place = holder.slots[min(kept)].start
        yield Splice(place, place, f"{written}{separator}")


def removed(holder: Collection, number: int, kept: AbstractSet[int]) -> Iterator[Splice]:
    """Take out the slot of that number with the comma between it and the next that stays.

    >>> from nominate.files.json_nodes import json_nodes
    >>> list(removed(json_nodes('{"a": 1, "b": 2}', {}), 1, {0}))
    [Splice(start=7, end=15, text='')]
    """
    slots = holder.slots
    if any(other < number for other in kept):
        yield Splice(slots[number - 1].node.end, slots[number].node.end)
    else:
        yield Splice(slots[number].start, slots[number + 1].start)


def is_spread(text: str, holder: Collection) -> bool:
    """Whether its parts, of which it has one at least, stand each on a line of its own.

    >>> from nominate.files.json_nodes import json_nodes
    >>> is_spread('{"a": 1}', json_nodes('{"a": 1}', {}))
    False
    """
    return "\n" in text[holder.start : holder.slots[0].start]


def _separator(text: str, holder: Collection, comma: str) -> str:
    """What parts two of its slots, as it does already or as their first one is set."""
    slots = holder.slots
    between = _COMMA.fullmatch(text, slots[0].node.end, slots[1].start) if len(slots) > 1 else None
    if between is not None:
        return between[0]
    lead = text[holder.start + 1 : slots[0].start]
    return f",{lead}" if "\n" in lead and lead.isspace() else comma

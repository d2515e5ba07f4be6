"""From what a record said and what it is to say to the splices that make its text say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

from nominate.files.nodes import Collection, Slot
from nominate.files.plain import Plain
from nominate.storage.splicing.meant import Meant
from nominate.storage.splicing.notation import Addition, Notation
from nominate.storage.splicing.splices import Splice

__all__ = ["amended"]

_Additions: TypeAlias = dict[int, list[tuple[str, Plain]]]
"""What comes in behind each slot, with its key; -1 is before the first."""

_Kept: TypeAlias = dict[int, "tuple[Meant | None, Meant] | None"]
"""What each slot that stays said and is to say; None where it stays as it is."""


def amended(
    notation: Notation, holder: Collection, slot: Slot, before: Meant, after: Meant
) -> Iterable[Splice]:
    """The splices for the value in a slot; none where it says already what it is to say.

    The text may say it in its own way: an item without its list, a default that is written out.
    """
    if before.whole == after.whole:
        return ()
    node = slot.node
    if isinstance(after.whole, list) and not (isinstance(node, Collection) and not node.is_map):
        if len(before.items) == len(after.items) == 1:
            return amended(notation, holder, slot, before.items[0], after.items[0])
        return notation.replace(holder, slot, after.short)
    if isinstance(node, Collection) and isinstance(after.whole, dict | list):
        walk = _map if node.is_map else _list
        splices = walk(notation, node, before, after)
        if splices is not None:
            return notation.fitted(holder, slot, splices, after.short)
    return notation.replace(holder, slot, after.short)


def _map(notation: Notation, node: Collection, before: Meant, after: Meant) -> tuple[Splice, ...] | None:
    """The splices within a map, or None where nothing of it stays."""
    gone = set(before.keys) - set(after.keys)
    places = {slot.key: number for number, slot in enumerate(node.slots) if slot.key not in gone}
    kept: _Kept = {number: _entry(key, before, after) for key, number in places.items()}
    additions: _Additions = {}
    behind = -1
    for key in after.keys:
        behind = places.get(key, behind)
        if key not in places:
            additions.setdefault(behind, []).append((key, after.entry(key).short))
    return _walked(notation, node, kept, additions)


def _entry(key: str, before: Meant, after: Meant) -> tuple[Meant | None, Meant] | None:
    # What is written out though it means nothing, as in `notes:`, said nothing before.
    was = before.entry(key) if key in before.keys else None
    return (was, after.entry(key)) if key in after.keys else None


def _list(notation: Notation, node: Collection, before: Meant, after: Meant) -> tuple[Splice, ...] | None:
    """The splices within a list, or None where nothing of it stays that another could stand beside."""
    old, new = before.items, after.items
    kept: _Kept = {}
    additions: _Additions = {}
    matcher = SequenceMatcher(
        None, [_token(each) for each in old], [_token(each) for each in new], autojunk=False
    )
    for tag, start, end, first, last in matcher.get_opcodes():
        # Two items with ids are one or they are not; of others the first takes the place of the first.
        paired = 0 if tag == "replace" and _has_ids(new[first:last]) else min(end - start, last - first)
        kept.update((start + number, (old[start + number], new[first + number])) for number in range(paired))
        if paired < last - first:
            additions[end - 1] = [("", each.short) for each in new[first + paired : last]]
    return _walked(notation, node, kept, additions)


def _has_ids(items: Iterable[Meant]) -> bool:
    return any("id" in item.keys for item in items)


def _token(item: Meant) -> str:
    """What two items have in common if they are one and the same."""
    name = item.whole.get("id") if isinstance(item.whole, dict) else None
    return f"id {name}" if name is not None else repr(item.whole)


def _walked(
    notation: Notation, node: Collection, kept: _Kept, additions: _Additions
) -> tuple[Splice, ...] | None:
    # Where all goes, only a list on lines of its own leaves a place for what comes.
    has_place = bool(kept) or not (node.is_map or node.is_flow)
    return tuple(_splices(notation, node, kept, additions)) if has_place else None


def _splices(notation: Notation, node: Collection, kept: _Kept, additions: _Additions) -> Iterator[Splice]:
    """Slot by slot, so that what comes in at one place comes in order."""
    staying = frozenset(kept)
    for number in range(-1, len(node.slots)):
        if number in kept:
            yield from _amended(notation, node, node.slots[number], kept[number])
        elif number >= 0:
            yield from notation.remove(node, number, staying)
        for key, value in additions.get(number, ()):
            yield from notation.insert(node, Addition(value=value, key=key, behind=number, kept=staying))


def _amended(
    notation: Notation, node: Collection, slot: Slot, meant: tuple[Meant | None, Meant] | None
) -> Iterable[Splice]:
    if meant is None:
        return ()
    was, now = meant
    if was is None:
        return notation.replace(node, slot, now.short)
    return amended(notation, node, slot, was, now)

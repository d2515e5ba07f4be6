"""The sections of one file: records that change in their place, go away, or come in behind the others."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

import attrs

from nominate.files.converter import keys_of
from nominate.files.json_nodes import json_nodes
from nominate.files.nodes import Collection, Node, Slot
from nominate.files.plain import Plain, plain
from nominate.files.yaml_nodes import yaml_nodes
from nominate.files.yaml_writing import item_lines, section_lines, yaml_text
from nominate.model.settings import Records
from nominate.register.changes import Record
from nominate.storage.splicing import block
from nominate.storage.splicing.amending import amended
from nominate.storage.splicing.json_notation import JsonNotation
from nominate.storage.splicing.meant import Meant
from nominate.storage.splicing.notation import Addition, Notation
from nominate.storage.splicing.splices import Splice, column_of
from nominate.storage.splicing.yaml_notation import YamlNotation

__all__ = ["SectionChanges", "section_splices"]


@attrs.frozen(kw_only=True)
class SectionChanges:
    """What becomes of a section of one file, which holds some records now.

    `amended` has, by the place of a record in the section, what it was and what it is to be; `anew` the
    places of those that are to be written anew, without regard to how they stand there.

    >>> SectionChanges(removed=frozenset({2})).places
    frozenset({2})
    """

    held: Sequence[Record] = ()
    amended: Mapping[int, tuple[Record, Record]] = attrs.field(factory=dict)
    removed: AbstractSet[int] = frozenset()
    added: tuple[Record, ...] = ()
    anew: AbstractSet[int] = frozenset()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that the section is to hold."""
        kept = (
            self.amended[place][1] if place in self.amended else record
            for place, record in enumerate(self.held)
            if place not in self.removed
        )
        return (*kept, *self.added)

    @property
    def places(self) -> frozenset[int]:
        """The places of the records that are touched."""
        return frozenset(self.amended) | self.removed


def section_splices(text: str, changes: Mapping[str, SectionChanges], *, is_json: bool) -> Iterator[Splice]:
    """The splices that make the changes in a file without a fault.

    Raises:
        CannotSplice: something stands in a way that nothing can be put in beside it.

    >>> from nominate.model.person import Person
    >>> changes = {"people": SectionChanges(added=(Person(id="ann", name="Ann"),))}
    >>> next(section_splices("people: []", changes, is_json=False)).text
    ''
    """
    wanted = {section: each.places for section, each in changes.items()}
    root = (json_nodes if is_json else yaml_nodes)(text, wanted)
    if not isinstance(root, Collection) or not root.slots:
        yield _first_sections(text, root, changes, is_json=is_json)
        return
    file = _File(text, root, JsonNotation(text) if is_json else YamlNotation(text))
    for section in keys_of(Records):
        if section in changes:
            yield from file.splices(section, changes[section])


def _first_sections(
    text: str, root: Node | None, changes: Mapping[str, SectionChanges], *, is_json: bool
) -> Splice:
    """The first sections of a file that has none yet."""
    data: dict[str, Plain] = {
        section: [plain(each) for each in changes[section].added]
        for section in keys_of(Records)
        if section in changes
    }
    if root is not None and root.start < root.end:
        written = json.dumps(data, ensure_ascii=False, indent=2, default=str) if is_json else yaml_text(data)
        return Splice(root.start, root.end, written.removesuffix("\n"))
    gap = "" if text.endswith("\n") or not text else "\n"
    return Splice(len(text), len(text), gap + yaml_text(data))


@attrs.frozen
class _File:
    text: str
    root: Collection
    notation: Notation

    def splices(self, section: str, changes: SectionChanges) -> Iterator[Splice]:
        """What to put in and to take out for the changes of a section."""
        slot = next((slot for slot in self.root.slots if slot.key == section), None)
        if slot is None:
            return self._new(section, changes.added)
        if isinstance(slot.node, Collection) and not slot.node.is_map and slot.node.slots:
            return self._listed(slot, slot.node, changes)
        return self._single(slot, changes)

    def _listed(self, slot: Slot, node: Collection, changes: SectionChanges) -> Iterator[Splice]:
        """The splices in a section that is a list of records."""
        kept = frozenset(range(len(node.slots))) - changes.removed
        if node.is_flow and not kept:
            yield from self.notation.replace(self.root, slot, [plain(each) for each in changes.added])
            return
        for place, (before, after) in sorted(changes.amended.items()):
            yield from self._amended(node, node.slots[place], before, after, is_anew=place in changes.anew)
        for place in sorted(changes.removed):
            yield from self.notation.remove(node, place, kept)
        last = len(node.slots) - 1
        if not node.is_flow:
            yield from self._behind_block(node, changes.added)
            return
        for record in changes.added:
            yield from self.notation.insert(node, Addition(value=plain(record), behind=last, kept=kept))

    def _single(self, slot: Slot, changes: SectionChanges) -> Iterator[Splice]:
        """The splices in a section that holds nothing, or one record that is not set as a list."""
        if changes.added or changes.removed:
            yield from self._whole(slot, changes.records)
            return
        for place, (before, after) in changes.amended.items():
            yield from self._amended(self.root, slot, before, after, is_anew=place in changes.anew)

    def _whole(self, slot: Slot, records: Iterable[Record]) -> Iterator[Splice]:
        data = [plain(each) for each in records]
        if self.root.is_flow or not data:
            yield from self.notation.replace(self.root, slot, data)
        else:
            yield from block.put(self.text, slot, "", section_lines(slot.key, data)[1:])

    def _amended(
        self, holder: Collection, slot: Slot, before: Record, after: Record, *, is_anew: bool
    ) -> Iterable[Splice]:
        if is_anew:
            return self.notation.replace(holder, slot, plain(after))
        return amended(self.notation, holder, slot, Meant.of(before), Meant.of(after))

    def _behind_block(self, node: Collection, records: Iterable[Record]) -> Iterator[Splice]:
        """Records that come in behind the last one, each on lines of its own."""
        last = node.slots[-1]
        column = column_of(self.text, last.start)
        is_block = self.text[last.node.start] != "{"
        gap = [""] if block.is_parted(self.text, node) else []
        lines = [
            line
            for record in records
            for line in (*gap, *item_lines(plain(record), " " * column, is_block=is_block))
        ]
        if lines:
            place = block.end_within(self.text, last, column)
            yield Splice(place, place, "".join(f"\n{line}" for line in lines))

    def _new(self, section: str, records: Iterable[Record]) -> Iterator[Splice]:
        """A section that comes in behind the one that stands before it in every register."""
        data: list[Plain] = [plain(each) for each in records]
        behind = -1
        for key in keys_of(Records)[: keys_of(Records).index(section)]:
            behind = next((n for n, slot in enumerate(self.root.slots) if slot.key == key), behind)
        if self.root.is_flow:
            kept = frozenset(range(len(self.root.slots)))
            addition = Addition(value=data, key=section, behind=behind, kept=kept)
            yield from self.notation.insert(self.root, addition)
            return
        lines = section_lines(section, data)
        if behind < 0:
            place = self.root.slots[0].start
            yield Splice(place, place, "".join(f"{line}\n" for line in (*lines, "")))
        else:
            place = block.end_within(self.text, self.root.slots[behind], 0)
            yield Splice(place, place, "".join(f"\n{line}" for line in ("", *lines)))

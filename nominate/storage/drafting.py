"""From changes to the new texts of a register's files, each proved before anything is written."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from nominate.errors import DataError, Problem
from nominate.files.reading import name_of, text_of
from nominate.model.settings import Records
from nominate.register.apart import ABOVE, SECTIONS
from nominate.register.changes import Change, Record
from nominate.register.register import Register
from nominate.storage.beside import FilesBeside
from nominate.storage.finding import folder_of, register_files
from nominate.storage.housing import Housing
from nominate.storage.loading import content_of, examine_contents
from nominate.storage.parts import Part, Parts
from nominate.storage.redrafting import redrafted
from nominate.storage.splicing.sections import SectionChanges
from nominate.storage.wording import unwritable

__all__ = ["Draft", "draft"]


@attrs.frozen(kw_only=True)
class Draft:
    """What some changes would write, and the register that would then be read.

    Attributes:
        path: the file or folder of the register
        changes: as they were asked for
        register: as it would be read; new records stand where their files have them
        sources: the bytes of every file, as they were when the draft was made
        contents: the new bytes of each file that would change
        problems: what is worth another look, such as a record that lost its comments
    """

    path: Path
    changes: tuple[Change, ...]
    register: Register
    sources: Mapping[Path, bytes] = attrs.field(repr=False)
    contents: Mapping[Path, bytes] = attrs.field(repr=False)
    problems: tuple[Problem, ...] = ()

    def diff(self) -> str:
        """The lines that would change, as programmers write it: a unified diff, empty where nothing does."""
        return "".join(line for path in self.contents for line in self._diff(path))

    def _diff(self, path: Path) -> Iterator[str]:
        name = name_of(path)
        before, after = (
            text_of(content, file=name).splitlines(keepends=True)
            for content in (self.sources[path], self.contents[path])
        )
        for line in difflib.unified_diff(before, after, name, name):
            yield line if line.endswith("\n") else f"{line}\n"


def draft(path: str | os.PathLike[str], changes: Iterable[Change]) -> Draft:
    """The files of a register with the changes in them; nothing is written.

    Raises:
        DataError: the register holds faults, or a change cannot be made; `problems` has every reason.
        UnreadableInput: a file could not be read.
        OutputError: a new text would not say what was asked for: a fault of ours.
    """
    place, told = Path(path), tuple(changes)
    sources = {file: content_of(file) for file in register_files(place)}
    examination = examine_contents(sources, folder=folder_of(place))
    after = examination.sound.apply(told).records
    work = _work(examination.parts.parts, after, told)
    parts = list(examination.parts.parts)
    paths = {name_of(file): file for file in sources}
    contents: dict[Path, bytes] = {}
    problems: list[Problem] = []
    for number, sections in work.items():
        file = paths[parts[number].document.file]
        made = redrafted(parts[number], file, sources[file], sections)
        parts[number], contents[file] = made.part, made.content
        problems += made.problems
    records = Parts(parts=tuple(parts)).records
    return Draft(
        path=place,
        changes=told,
        register=Register(records=records, files=FilesBeside(folder_of(place), records)),
        sources=sources,
        contents=contents,
        problems=tuple(problems),
    )


def _work(
    parts: tuple[Part, ...], after: Records, changes: tuple[Change, ...]
) -> dict[int, dict[str, SectionChanges]]:
    """For the number of each file that changes, what becomes of its sections."""
    work: dict[int, dict[str, SectionChanges]] = {}
    housing = Housing(parts)
    for section, touched in _touched(changes).items():
        now: dict[str, Record] = {each.id: each for each in getattr(after, section) if each.id in touched}
        left = dict(now)
        for number, part in enumerate(parts):
            found = _changed(getattr(part.records, section), touched, now)
            if found.places:
                work.setdefault(number, {})[section] = found
            for record in getattr(part.records, section):
                left.pop(record.id, None)
        for record in left.values():
            home = housing.home_of(section, record)
            sections = work.setdefault(home, {})
            before = sections.get(section) or SectionChanges(held=getattr(parts[home].records, section))
            sections[section] = attrs.evolve(before, added=(*before.added, record))
        _refuse_unwritable(section, now.values(), touched)
    return dict(sorted(work.items()))


def _touched(changes: Iterable[Change]) -> dict[str, dict[str, list[Change]]]:
    """For each section the changes of each of its records, by its id; an edition's are those of its award."""
    touched: dict[str, dict[str, list[Change]]] = {}
    for change in changes:
        kind = change.kind
        while kind in ABOVE:
            kind = ABOVE[kind]
        name = change.record.partition("/")[0]
        touched.setdefault(SECTIONS[kind], {}).setdefault(name, []).append(change)
    return touched


def _changed(
    records: Sequence[Record], touched: Mapping[str, object], now: Mapping[str, Record]
) -> SectionChanges:
    amended: dict[int, tuple[Record, Record]] = {}
    removed: set[int] = set()
    for place, record in enumerate(records):
        if record.id not in touched:
            continue
        if record.id not in now:
            removed.add(place)
        elif now[record.id] != record:
            amended[place] = record, now[record.id]
    return SectionChanges(held=records, amended=amended, removed=frozenset(removed))


def _refuse_unwritable(section: str, records: Iterable[Record], touched: Mapping[str, list[Change]]) -> None:
    problems = [problem for record in records for problem in unwritable(section, record, touched[record.id])]
    if problems:
        raise DataError(problems)

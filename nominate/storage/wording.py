"""Whether what a record is to say can be written to a file and read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from nominate.errors import Problem, shown
from nominate.files.converter import accepted
from nominate.files.explaining import explained
from nominate.files.json_text import read_json
from nominate.files.plain import Plain, plain, widened
from nominate.model.settings import Records
from nominate.register.changes import Change, Record

__all__ = ["unwritable"]

_WITHIN = re.compile(r"(editions|categories)\[(\d+)\]")
# A record of any kind: which one has which list within it, its path says.
_Record: TypeAlias = Any


def unwritable(section: str, record: Record, changes: Iterable[Change]) -> Iterator[Problem]:
    r"""Why a record cannot be written as it is, each told at the change that made it so.

    >>> from nominate.model.person import Person
    >>> print(*unwritable("people", Person(id="ann", name="Ann\0"), ()))
    people[0].name: 'Ann\x00' holds the hidden character U+0000; take it out
    """
    own = tuple(changes)
    document = read_json(json.dumps({section: [plain(record)]}, default=str), file="")
    records = accepted(document.data, Records)
    if records is None:
        for problem in explained(document).problems:
            yield _told(attrs.evolve(problem, line=0, column=0), record, own)
    elif getattr(records, section) != (record,):
        again = widened(getattr(records, section)[0])
        for path, before, after in _differences(widened(record), again, f"{section}[0]"):
            message = f"{shown(before)} would be read as {shown(after)}"
            fault = Problem(code="E708", message=message, hint="give what a file can say", path=path)
            yield _told(fault, record, own)


def _differences(before: Plain, after: Plain, path: str) -> Iterator[tuple[str, Plain, Plain]]:
    """The innermost parts that differ, with the way to each."""
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        for key, value in before.items():
            yield from _differences(value, after[key], f"{path}.{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences(one, other, f"{path}[{number}]")
    elif before != after:
        yield path, before, after


def _told(problem: Problem, record: Record, changes: tuple[Change, ...]) -> Problem:
    """The problem at the change of that field, else at the last one of the record."""
    name, key = _named(record, problem.path)
    own = [each for each in changes if each.record == name] or changes
    if not own:
        return problem
    change = next((each for each in own if each.field.partition(".")[0] == key), own[-1])
    return change.refusal(problem.code, problem.message, problem.hint)


def _named(record: _Record, path: str) -> tuple[str, str]:
    """The name of the innermost record on the way to a part, and its key there."""
    name = str(record.id)
    for step in path.split(".")[1:]:
        within = _WITHIN.fullmatch(step)
        if within is None:
            return name, step.partition("[")[0]
        record = getattr(record, within[1])[int(within[2])]
        name += f"/{record.id}"
    return name, ""

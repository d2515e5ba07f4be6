"""The journal of a register: who changed what, and when, one line of JSON for each change."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, BinaryIO, get_args, get_origin, get_type_hints

import attrs

from nominate.errors import OutputError, Problem, Severity
from nominate.files.converter import structured
from nominate.files.json_text import read_json
from nominate.files.plain import Plain, plain
from nominate.files.reading import JSON_LIMIT, name_of, read_bytes, reason_of
from nominate.model.fields import key_of
from nominate.model.mapping import FrozenDict
from nominate.register.changes import RECORDS, Change, Origin, RecordKind
from nominate.storage.finding import own_folder

__all__ = ["Journal", "Noted", "journal_of", "noted"]

_NAME = "journal.jsonl"


@attrs.frozen(kw_only=True)
class Noted:
    """A change that was written to the files, when, and by whom; both are as they were told.

    >>> change = Change(kind=RecordKind.PERSON, record="ann", field="name", before="Ann", after="Dr Ann")
    >>> print(Noted(when="2026-11-22T09:30:00+00:00", by="ann@laptop", change=change).change)
    person 'ann': name
    """

    when: str
    by: str
    change: Change


@attrs.frozen(kw_only=True)
class Journal:
    """What a journal holds, the oldest first, and a warning for each line that cannot be read."""

    entries: tuple[Noted, ...] = ()
    problems: tuple[Problem, ...] = ()


def journal_of(path: str | os.PathLike[str]) -> Journal:
    """The journal of the register in a file or folder; empty where nothing was changed by us yet.

    Raises:
        UnreadableInput: it is there and cannot be read.

    >>> journal_of("/no/such/register.yaml")
    Journal(entries=(), problems=())
    """
    place = own_folder(Path(path)) / _NAME
    if not place.exists():
        return Journal()
    entries: list[Noted] = []
    problems: list[Problem] = []
    for number, line in enumerate(read_bytes(place, limit=JSON_LIMIT).split(b"\n"), start=1):
        if line.strip():
            try:
                entries.append(_entry(line.decode()))
            except Exception:  # noqa: BLE001 - whatever is wrong with a line, the others are worth reading
                problems.append(_damaged(place, number))
    return Journal(entries=tuple(entries), problems=tuple(problems))


def noted(folder: Path, entries: Iterable[Noted]) -> None:
    """Add entries to the journal in that folder, whole lines and all at once.

    Raises:
        OutputError: it cannot be written; what it held, it still holds.
    """
    path = folder / _NAME
    lines = "".join(f"{_line(each)}\n" for each in entries).encode()
    try:
        with path.open("ab+") as file:
            # A line that was cut off stays one, and does not swallow the next.
            file.write(lines if _ends_whole(file) else b"\n" + lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OutputError(f"{name_of(path)}: cannot be written: {reason_of(error)}") from None


def _ends_whole(file: BinaryIO) -> bool:
    if not file.seek(0, os.SEEK_END):
        return True
    file.seek(-1, os.SEEK_END)
    return file.read(1) == b"\n"


def _line(entry: Noted) -> str:
    change = entry.change
    data = {
        "when": entry.when,
        "by": entry.by,
        "origin": {key: value for key, value in attrs.asdict(change.origin).items() if value},
        "kind": change.kind.value,
        "record": change.record,
        "field": change.field,
        "before": _plain(change.before),
        "after": _plain(change.after),
    }
    return json.dumps(data, ensure_ascii=False, default=str)


def _plain(value: object) -> Plain | None:
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    # An empty text says no more than nothing given, and no field would take it.
    return None if value is None or value == "" else plain(value)


def _entry(line: str) -> Noted:
    data: Any = read_json(line, file="").data
    kind, field = RecordKind(data["kind"]), data["field"]
    hint = _hint(kind, field)
    before, after = (
        None if data[key] is None else structured(data[key], hint) for key in ("before", "after")
    )
    origin = data["origin"]
    return Noted(
        when=data["when"],
        by=data["by"],
        change=Change(
            kind=kind,
            record=data["record"],
            field=field,
            before=before,
            after=after,
            origin=Origin(**{**origin, "line": int(origin.get("line", 0))}),
        ),
    )


def _hint(kind: RecordKind, field: str) -> Any:  # noqa: ANN401 - what a type hint is has no type
    """What the values of a field are; of the record itself, where there is no field."""
    record = RECORDS[kind]
    if not field:
        return record
    key, _, entry = field.partition(".")
    attribute = next(each.name for each in attrs.fields(record) if key_of(each.name) == key)
    hint = get_type_hints(record, include_extras=True)[attribute]
    if not entry:
        return hint
    while get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    # A map names its keys before its values; the dates of an edition are of one kind.
    return get_args(hint)[1 if get_origin(hint) is FrozenDict else 0]


def _damaged(path: Path, line: int) -> Problem:
    return Problem(
        code="W712",
        severity=Severity.WARNING,
        file=name_of(path),
        line=line,
        message="this line of the journal cannot be read",
        hint="the register itself is not touched by that",
    )

"""All that is wrong with a file's data, each fault in one plain message; asked only when there is a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, get_args, get_type_hints

import attrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from nominate.errors import Problem, shown
from nominate.files.annotations import Type, is_tuple
from nominate.files.converter import is_not_given, keys_of, structured
from nominate.files.faults import Fault, wrong_shape
from nominate.files.text_data import Data, Document, Path
from nominate.files.words import meant_key, record_called
from nominate.model.fields import key_of
from nominate.model.settings import Records

__all__ = ["Explained", "Told", "explained", "faults"]

# A record of whatever type its section has.
_Record: TypeAlias = Any
Told: TypeAlias = tuple[Path, Problem, bool]
"""The way to a fault, the fault, and whether it is the key that is at fault, not its value."""


@attrs.frozen(kw_only=True)
class Explained:
    """What can be kept of a faulty file: its sound records, and the data of those that are broken.

    `places` has for each section where in the file's own list each sound record stands; `broken` the name of
    the section and the data of each record that has a fault, so that its id is still known.
    """

    records: Records
    places: Mapping[str, tuple[int, ...]]
    broken: tuple[tuple[str, Data], ...]
    problems: tuple[Problem, ...]


def explained(document: Document) -> Explained:
    """Every fault of the data with its file, line and column, in file order, and what is sound all the same.

    >>> from nominate.files.yaml_text import read_yaml
    >>> print(explained(read_yaml("people: [{id: lead, nam: Dr Ann}]", file="a.yaml")).problems[0])
    a.yaml:1:21: people[0].nam: 'nam' is not a key of a person; did you mean 'name'?
    """
    reader = _Reader(document)
    records = reader.read()
    found = sorted([*document.problems, *reader.problems], key=lambda problem: (problem.line, problem.column))
    return Explained(
        records=records, places=reader.places, broken=tuple(reader.broken), problems=tuple(found)
    )


def faults(data: Data, record: type) -> Iterator[Told]:
    """Every fault of data as one record of that type.

    >>> from nominate.model.organisation import Kind
    >>> [path for path, _, _ in faults({"id": "trust", "one": ["a", "b"]}, Kind)]
    [('one',), ('many',)]
    """
    try:
        structured(data, record, is_detailed=True)
    except (Fault, ClassValidationError) as error:
        yield from _faults(error, (), data)


@cache
def _sections() -> Mapping[str, tuple[Type, bool]]:
    """The type of each section's records, and whether the section is a list of them."""
    types = {name: get_args(kind)[0] for name, kind in get_type_hints(Records, include_extras=True).items()}
    return {
        key_of(name): (get_args(kind)[0], True) if is_tuple(kind) else (kind, False)
        for name, kind in types.items()
    }


class _Reader:
    """Reads record by record, so that one broken record costs no other."""

    def __init__(self, document: Document) -> None:
        self.problems: list[Problem] = []
        self.places: dict[str, tuple[int, ...]] = {}
        self.broken: list[tuple[str, Data]] = []
        self._document = document

    def read(self) -> Records:
        """The records of the file; those that cannot be read are told as faults."""
        data = self._document.data
        if data is None:
            return Records()
        if not isinstance(data, dict):
            fault = wrong_shape(f"a map with keys such as {', '.join(_sections())}", data)
            hint = "begin the file with one of them and a colon; nominate init writes an example"
            self._tell([((), attrs.evolve(fault.problem, hint=hint), False)])
            return Records()
        self._tell(_unknown_keys(Records, {*data} - {*_sections()}, (), data))
        sections = {
            name: self._section(name, data[name], kind, is_list=is_list)
            for name, (kind, is_list) in _sections().items()
            if name in data and not is_not_given(data[name])
        }
        return Records(**{name: section for name, section in sections.items() if section is not None})

    def _section(self, name: str, data: Data, kind: Type, *, is_list: bool) -> _Record:
        if not is_list:
            return self._record(name, (name,), data, kind)
        items = enumerate(data) if isinstance(data, list) else [(0, data)]
        sound = []
        for place, item in items:
            path = (name, place) if isinstance(data, list) else (name,)
            record = self._record(name, path, item, kind)
            if record is not None:
                sound.append((place, record))
        self.places[name] = tuple(place for place, _ in sound)
        return tuple(record for _, record in sound)

    def _record(self, section: str, path: Path, data: Data, kind: Type) -> _Record:
        try:
            return structured(data, kind, is_detailed=True)
        except (Fault, ClassValidationError) as error:
            self.broken.append((section, data))
            self._tell(_faults(error, path, data))
            return None

    def _tell(self, told: Iterator[Told] | list[Told]) -> None:
        self.problems += [
            self._document.problem(problem, path, is_key=is_key) for path, problem, is_key in told
        ]


def _faults(error: BaseException, path: Path, data: Data) -> Iterator[Told]:
    """The faults in one of cattrs' groups, each with its way through the data as it stands in the file."""
    match error:
        case ClassValidationError():
            yield from _record_faults(error, path, data)
        case IterableValidationError():
            for inner, note in error.group_exceptions()[0]:
                yield from _faults(inner, *_followed(path, data, note.index))
        case Fault():
            yield path, error.problem, False
        case _:
            raise error


def _record_faults(error: ClassValidationError, path: Path, data: Data) -> Iterator[Told]:
    named, others = error.group_exceptions()
    unknown = {
        key for each in others if isinstance(each, ForbiddenExtraKeysError) for key in each.extra_fields
    }
    yield from _unknown_keys(error.cl, unknown, path, data)
    meant = {meant_key(key, keys_of(error.cl)) for key in unknown}
    for inner, note in named:
        key = key_of(note.name)
        if not isinstance(inner, KeyError):
            yield from _faults(inner, *_followed(path, data, key))
        elif key not in meant:
            yield _missing(error.cl, (*path, key), data, key)


def _followed(path: Path, data: Data, step: str | int) -> tuple[Path, Data]:
    """One step on; where a short form leaves the step out, the value itself stands for it."""
    if isinstance(data, dict) and isinstance(step, str):
        return (*path, step), data.get(step)
    if isinstance(data, list) and isinstance(step, int):
        return (*path, step), data[step]
    return path, data


def _missing(record: type, path: Path, data: Data, key: str) -> Told:
    is_empty = isinstance(data, dict) and key in data
    message = f"{key!r} is {'empty' if is_empty else 'missing'}"
    return path, Problem(code="E202", message=message, hint=f"{record_called(record)} must have it"), False


def _unknown_keys(record: type, unknown: set[str], path: Path, data: Data) -> Iterator[Told]:
    keys = keys_of(record)
    for key in (key for key in data if key in unknown) if isinstance(data, dict) else ():
        near = meant_key(key, keys)
        if near:
            hint = f"did you mean {near!r}?"
        elif " " in key and is_not_given(data[key] if isinstance(data, dict) else None):
            hint = "a comma within { } begins another key: put text that holds one in quotation marks"
        else:
            hint = f"choose from {', '.join(keys)}"
        message = f"{shown(key)} is not a key of {record_called(record)}"
        yield (*path, key), Problem(code="E201", message=message, hint=hint), True

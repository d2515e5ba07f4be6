"""`examine` and `load`: from files to a checked register, with every fault of every file at once."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeAlias

import attrs

from nominate.errors import DataError, Problem, Severity, UnreadableInput, UsageError, shown
from nominate.files.converter import accepted
from nominate.files.explaining import explained
from nominate.files.json_text import read_json
from nominate.files.pausing import collector_paused
from nominate.files.reading import JSON_LIMIT, LIMIT, name_of, read_bytes, read_stream, text_of
from nominate.files.text_data import Document
from nominate.files.yaml_text import read_yaml
from nominate.model.settings import Records
from nominate.model.when import When
from nominate.register.checks import Finding, check
from nominate.register.checks import Path as Way
from nominate.register.register import Register
from nominate.storage.beside import FilesBeside, unread_pictures
from nominate.storage.finding import folder_of, misnamed_files, register_files
from nominate.storage.house_styles import style_problems
from nominate.storage.parts import Part, Parts

__all__ = [
    "Examination",
    "Readable",
    "content_of",
    "document_of",
    "examine",
    "examine_contents",
    "is_json",
    "load",
]

Readable: TypeAlias = "str | os.PathLike[str] | BinaryIO"
"""A file, a folder of files, or an open binary stream, as standard input is."""


@attrs.frozen(kw_only=True)
class Examination:
    """What was found in a register's files: the register, unless there is an error, and every problem.

    `problems` are in file order, warnings among them; `files` are all that were looked at;
    `is_unreadable` says that some file could not be read at all.
    """

    register: Register | None
    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    is_unreadable: bool
    parts: Parts = attrs.field(repr=False)

    @property
    def sound(self) -> Register:
        """The register.

        Raises:
            DataError: it holds faults; `UnreadableInput` where a file could not be read at all.
        """
        if self.register is None:
            raise (UnreadableInput if self.is_unreadable else DataError)(self.errors)
        return self.register

    def place(self, at: Way) -> Problem:
        """Where a record or a part of one stands, told as a problem without a message.

        `at` is the way through the merged records, as `nominate.register.checks` writes it.
        """
        return self.parts.problem(Finding(code="E", at=at, message=""))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are no mere warnings."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load(source: Readable) -> Register:
    """The register in a file, a folder of files or a stream, every reference checked.

    Raises:
        DataError: it holds faults; `problems` has all of them.
        UnreadableInput: a file could not be read at all; `problems` has the faults of the others too.
        UsageError: the source is none of these.

    >>> import io
    >>> load(io.BytesIO(b"people: [{id: lead, name: Dr Ann Example}]")).person("lead").name
    'Dr Ann Example'
    """
    return examine(source).sound


def examine(source: Readable, *, as_of: When | None = None) -> Examination:
    """All that can be said about a register's files; nothing that is wrong with them is raised.

    `as_of` is now: without it there is no warning of what is still to come. Raises `UsageError` as `load`.

    >>> import io
    >>> print(*examine(io.BytesIO(b"people: [{id: lead}]")).problems)
    -:1:10: people[0].name: 'name' is missing; a person must have it
    """
    path = Path(source) if isinstance(source, str | os.PathLike) else None
    try:
        files = _files(source)
        misnamed = misnamed_files(path) if path is not None else ()
    except UnreadableInput as error:
        return Examination(
            register=None, problems=error.problems, files=(), is_unreadable=True, parts=Parts(parts=())
        )
    with collector_paused():
        return _examined(files, misnamed, as_of, folder=folder_of(path) if path is not None else None)


_File: TypeAlias = tuple[str, Callable[[], Document]]


def _files(source: Readable) -> tuple[_File, ...]:
    """The name of each file and how to read it; a stream is read as what it looks like."""
    if isinstance(source, str | os.PathLike):
        return tuple((name_of(path), partial(_from_file, path)) for path in register_files(Path(source)))
    if not _gives_bytes(source):
        wanted = "a path, or a file open for reading bytes; text that you hold is io.BytesIO(text.encode())"
        raise UsageError(f"a register is read from {wanted}; this is {shown(source)}")
    name = str(getattr(source, "name", "-"))
    return ((name, partial(_from_stream, source, name)),)


def _gives_bytes(source: object) -> bool:
    return hasattr(source, "read") and not isinstance(source, io.TextIOBase)


def examine_contents(contents: Mapping[Path, bytes], *, folder: Path) -> Examination:
    """As `examine`, of files whose bytes are at hand, in name order; `folder` is that of the register.

    >>> contents = {Path("a.yaml"): b"people: [{id: lead, name: Dr Ann Example}]"}
    >>> examine_contents(contents, folder=Path()).sound.person("lead").name
    'Dr Ann Example'
    """
    files = tuple((name_of(path), partial(document_of, content, path)) for path, content in contents.items())
    with collector_paused():
        return _examined(files, (), None, folder=folder)


def content_of(path: Path) -> bytes:
    """What a register's own file holds.

    Raises:
        UnreadableInput: it cannot be read, or is too large for a register.
    """
    return read_bytes(path, limit=JSON_LIMIT if path.suffix.lower() == ".json" else LIMIT)


def document_of(content: bytes, path: Path) -> Document:
    """The data of a register's own file, whose bytes are at hand.

    Raises:
        UnreadableInput: it is no text, or neither YAML nor JSON.

    >>> document_of(b"people: []", Path("a.yaml")).data
    {'people': []}
    """
    text = text_of(content, file=name_of(path))
    return _read(text, name_of(path), is_json=is_json(path, text))


def is_json(path: Path, text: str) -> bool:
    """Whether a file holds JSON: as its name says, or as it looks where the name does not say.

    >>> is_json(Path("a.yaml"), "{}"), is_json(Path("a"), "{}")
    (False, True)
    """
    suffix = path.suffix.lower()
    return suffix == ".json" or (suffix not in {".yaml", ".yml"} and _looks_json(text))


def _from_file(path: Path) -> Document:
    return document_of(content_of(path), path)


def _from_stream(stream: BinaryIO, name: str) -> Document:
    text = text_of(read_stream(stream, name=name, limit=JSON_LIMIT), file=name)
    return _read(text, name, is_json=_looks_json(text))


def _looks_json(text: str) -> bool:
    return text.lstrip()[:1] in {"{", "["}


def _read(text: str, name: str, *, is_json: bool) -> Document:
    return read_json(text, file=name) if is_json else read_yaml(text, file=name)


def _examined(
    files: tuple[_File, ...], misnamed: tuple[Problem, ...], as_of: When | None, *, folder: Path | None
) -> Examination:
    names = tuple(name for name, _ in files)
    documents, problems = _documents(files, folder)
    is_unreadable = bool(problems)
    parts = Parts(parts=tuple(_part(document, problems) for document in documents))
    problems += parts.repeated_settings
    beside = FilesBeside(folder, parts.records) if folder is not None else None
    # With a file missing, what points into it would look like a fault of its own.
    if not is_unreadable:
        problems += [
            parts.problem(finding) for finding in check(parts.records, known=parts.known, as_of=as_of)
        ]
        problems += style_problems(parts, beside)
        problems += map(parts.problem, unread_pictures(parts.records, beside) if beside is not None else ())
    # First of all, since what points into a file that was not read looks like a fault.
    problems = [*misnamed, *problems]
    order = {name: number for number, name in enumerate(names)}
    problems.sort(key=lambda problem: (order.get(problem.file, -1), problem.line, problem.column))
    is_sound = all(problem.severity is Severity.WARNING for problem in problems)
    return Examination(
        register=Register(records=parts.records, files=beside or {}) if is_sound else None,
        problems=tuple(problems),
        files=names,
        is_unreadable=is_unreadable,
        parts=parts,
    )


def _documents(files: Iterable[_File], folder: Path | None) -> tuple[list[Document], list[Problem]]:
    """The files that can be read, and what is wrong with the others."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for _, read in files:
        try:
            documents.append(read())
        except UnreadableInput as error:
            problems += error.problems
    styles = {name_of(folder / name) for name in map(_style_of, documents) if name} if folder else set()
    # A house style of one's own lies beside the register and is not part of it.
    return [each for each in documents if each.file not in styles or _style_of(each)], problems


def _style_of(document: Document) -> str:
    settings = document.data.get("register") if isinstance(document.data, dict) else None
    style = settings.get("style") if isinstance(settings, dict) else None
    return style.strip() if isinstance(style, str) else ""


def _part(document: Document, problems: list[Problem]) -> Part:
    """The records of one file; its faults are added to `problems`."""
    is_sound = all(problem.severity is Severity.WARNING for problem in document.problems)
    data = {} if document.data is None else document.data
    records = accepted(data, Records) if is_sound else None
    if records is not None:
        problems += document.problems
        return Part(document=document, records=records)
    found = explained(document)
    problems += found.problems
    return Part(document=document, records=found.records, places=found.places, broken=found.broken)

"""From the text of a mapping file to the mapping, or to every fault in it with its line."""

from __future__ import annotations

from collections.abc import Iterator

from nominate.errors import DataError, Problem, nearest, shown
from nominate.files.converter import accepted
from nominate.files.explaining import Told, faults
from nominate.files.faults import wrong_shape
from nominate.files.reading import text_of
from nominate.files.text_data import Document, Path
from nominate.files.yaml_text import read_yaml
from nominate.foreign.cells.statuses import STATUS_WORDS
from nominate.foreign.cells.tidying import folded
from nominate.foreign.finding.meanings import SEVERAL, Meaning
from nominate.foreign.mapping.mapping_file import MappingFile

__all__ = ["read_mapping"]


def read_mapping(content: bytes, *, name: str) -> MappingFile:
    """The mapping in a file; `name` is what messages call it.

    Raises:
        DataError: it is no mapping, or says what cannot be; `problems` has every fault with its line.

    >>> read_mapping(b"{file: ours.csv, tables: [{columns: {Trust: organisation}}]}", name="a.yaml").file
    'ours.csv'
    """
    document = read_yaml(text_of(content, file=name), file=name)
    mapping = accepted(document.data, MappingFile)
    if mapping is None:
        raise DataError(_in_order([*document.problems, *_told(document, _every_fault(document))]))
    found = [*document.problems, *_told(document, _contradictions(mapping))]
    if found:
        raise DataError(_in_order(found))
    return mapping


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _told(document: Document, found: Iterator[Told]) -> Iterator[Problem]:
    return (document.problem(problem, path, is_key=is_key) for path, problem, is_key in found)


def _every_fault(document: Document) -> Iterator[Told]:
    if not isinstance(document.data, dict):
        shape = wrong_shape("a map with keys such as file, tables, words, same", document.data)
        yield (), shape.problem, False
        return
    yield from faults(document.data, MappingFile)


def _contradictions(mapping: MappingFile) -> Iterator[Told]:
    for place, table in enumerate(mapping.tables):
        seen: dict[Meaning, str] = {}
        at: Path = ("tables", place)
        for title, meaning in table.columns.items():
            first = seen.setdefault(meaning, title)
            if meaning not in SEVERAL and first != title:
                message = f"{shown(first)} is the {meaning.value} already"
                hint = "write keep for one of the two"
                yield (*at, "columns", title), Problem(code="E741", message=message, hint=hint), False
        titles = {folded(title) for title in table.columns}
        for key, told in (("edition_from", (table.edition_from,)), ("fill_down", table.fill_down)):
            for title in told:
                if title and titles and folded(title) not in titles:
                    near = nearest(title, table.columns)
                    hint = f"did you mean {near!r}?" if near else "write the title as under columns"
                    message = f"no column {shown(title)}"
                    yield (*at, key), Problem(code="E741", message=message, hint=hint), False
    for word, means in mapping.words.items():
        if means not in STATUS_WORDS:
            near = nearest(means, STATUS_WORDS)
            meant = f"did you mean {near!r}? " if near else ""
            hint = f"{meant}choose from {', '.join(STATUS_WORDS)}"
            message = f"{shown(means)} is not what a word may mean"
            yield ("words", word), Problem(code="E204", message=message, hint=hint), False

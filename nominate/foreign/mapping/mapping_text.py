"""A proposal as the text of a mapping file: YAML with the reason behind each line, for people to edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nominate.files.yaml_scalars import scalar_text
from nominate.foreign.cells.statuses import STATUS_WORDS
from nominate.foreign.finding.meanings import DATES, SAYS
from nominate.foreign.mapping.mapping_file import MappingFile, Rows, TableMapping
from nominate.foreign.mapping.proposing import Proposal, ProposedTable
from nominate.foreign.mapping.wordings import Wordings

__all__ = ["mapping_text"]

_BEHIND = 48
_HEAD = """\
# How nominate reads {file}.
#
# Change what is wrong, save, and run the same command again: it finds this file and reads by it. So does a
# later import of a file with the same titles.
#
# A column may become:
{meanings}
#   a date of the award:{dates}
#
# A word of a status may mean:{words}
"""
_WORDS_HEAD = """
# What your words for how an entry stands mean. What is not understood has a "#" before it: write what it
# means and take the "# " away. Until then it is kept beside the entry, and means nothing.
"""
_SAME_HEAD = """
# Names that are one organisation: the other name, and the one to keep. What only looks alike has a "#" before
# it: take the "# " away if the two are one.
"""
_PEOPLE_HEAD = """
# The nominees that are persons; every other one is an organisation.
"""


def mapping_text(proposal: Proposal) -> str:
    """The whole text; it is read back by `read_mapping`, with what people changed in it."""
    mapping = proposal.mapping
    parts = [
        _head(mapping),
        "\n".join(["", f"file: {scalar_text(mapping.file)}", *_tables(proposal.tables)]),
        *_wordings(proposal.wordings),
    ]
    return "\n".join(part.rstrip("\n") for part in parts) + "\n"


def _head(mapping: MappingFile) -> str:
    longest = max(len(meaning.value) for meaning in SAYS)
    meanings = "\n".join(f"#   {meaning.value:{longest}}  {says}" for meaning, says in SAYS.items())
    dates = _folded([kind.value for kind in DATES.values()], indent="#     ")
    words = _folded([word for word in STATUS_WORDS if word], indent="#   ")
    return _HEAD.format(file=mapping.file, meanings=meanings, dates=dates, words=words)


def _folded(words: Iterable[str], *, indent: str) -> str:
    import textwrap  # noqa: PLC0415 - only such a file needs it

    return "\n" + textwrap.fill(", ".join(words), width=104, initial_indent=indent, subsequent_indent=indent)


def _tables(tables: Iterable[ProposedTable]) -> Iterator[str]:
    yield "tables:"
    for table in tables:
        first, *rest = _table(table)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)


def _table(proposed: ProposedTable) -> Iterator[str]:
    mapping, reasons = proposed.mapping, proposed.reasons
    if mapping.sheet:
        yield f"sheet: {scalar_text(mapping.sheet)}"
    if mapping.header:
        yield _noted(f"header: {_numbers(mapping.header)}", reasons.get("header", ""))
    if mapping.until is not None:
        yield _noted(f"until: {mapping.until}", "another table begins below")
    yield _noted(f"rows: {mapping.rows.value}", reasons.get("rows", ""))
    if mapping.rows is not Rows.LEFT_OUT:
        yield from _occasion(mapping, reasons)
    if mapping.columns:
        yield "columns:"
        for title, meaning in mapping.columns.items():
            yield _noted(f"  {scalar_text(title)}: {meaning.value}", _column_note(proposed, title))


def _occasion(mapping: TableMapping, reasons: Mapping[str, str]) -> Iterator[str]:
    for key in ("award", "edition", "edition_from", "category"):
        value = getattr(mapping, key)
        if value or key in reasons:
            yield _noted(f"{key}: {scalar_text(value) if value else '~'}", reasons.get(key, ""))
    if mapping.sections:
        yield _noted("sections: yes", reasons.get("sections", ""))
    if mapping.fill_down:
        listed = ", ".join(scalar_text(title, is_within=True) for title in mapping.fill_down)
        yield _noted(f"fill_down: [{listed}]", reasons.get("fill_down", ""))


def _numbers(numbers: tuple[int, ...]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"[{', '.join(map(str, numbers))}]"


def _column_note(proposed: ProposedTable, title: str) -> str:
    heading = (
        next(each for each in proposed.table.headings if each.title == title) if proposed.table else None
    )
    column = proposed.columns[title]
    filled = f"{column.filled} filled" if column.filled else "empty"
    return f"{heading.letters}: {column.reason}; {filled}" if heading else column.reason


def _noted(line: str, note: str) -> str:
    return f"{line:{_BEHIND}}  # {' '.join(note.split())}" if note else line


def _wordings(wordings: Wordings) -> Iterator[str]:
    if wordings.words or wordings.unknown:
        yield _WORDS_HEAD + "words:"
        yield from (f"  {scalar_text(word)}: {means}" for word, means in wordings.words.items())
        for unknown in wordings.unknown:
            times = "once" if unknown.count == 1 else f"{unknown.count} times"
            line = f"  # {scalar_text(unknown.word)}: {unknown.suggestion or '?'}"
            yield _noted(line, f"{times}, first in {unknown.place}")
    if wordings.same or wordings.alike:
        yield _SAME_HEAD + "same:"
        yield from (f"  {scalar_text(name)}: {scalar_text(other)}" for name, other in wordings.same.items())
        for each in wordings.alike:
            yield _noted(f"  # {scalar_text(each.name)}: {scalar_text(each.other)}", each.reason)
    if wordings.people:
        yield _PEOPLE_HEAD + "people:"
        yield from (f"  - {scalar_text(name)}" for name in wordings.people)

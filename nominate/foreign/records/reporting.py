"""What became of a sheet, told in plain text: its columns, what it makes, and what could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import attrs

from nominate.errors import Problem
from nominate.foreign.cells.near_names import Resemblance
from nominate.foreign.mapping.mapping_file import MappingFile, Rows, TableMapping
from nominate.foreign.mapping.proposing import Proposal, ProposedTable
from nominate.foreign.records.building import Built
from nominate.foreign.rows.reading import Passed, Read

__all__ = ["Grouped", "columns_told", "grouped", "made_told", "report_text"]

_CELLS_SHOWN = 12
_RECORDS = (
    ("nominations", "nomination", "nominations"),
    ("organisations", "organisation", "organisations"),
    ("people", "person", "people"),
    ("programmes", "programme", "programmes"),
    ("awards", "award", "awards"),
)


@attrs.frozen(kw_only=True)
class Grouped:
    """A problem that several cells have: its first place, how many there are, and the cells of some.

    >>> first = Problem(code="W741", message="'Maybe' is not understood", file="a.xlsx", sheet="A", cell="F7")
    >>> print(Grouped(first=first, count=2, cells=("F7", "F9")))
    a.xlsx:A!F7: 'Maybe' is not understood (2 cells: F7, F9)
    """

    first: Problem
    count: int
    cells: tuple[str, ...]

    def __str__(self) -> str:
        plain = f"{self.first}".replace(": warning: ", ": ", 1)
        if self.count == 1:
            return plain
        more = ", …" if self.count > len(self.cells) else ""
        return f"{plain} ({self.count:,} cells: {', '.join(self.cells)}{more})"


def grouped(problems: Iterable[Problem]) -> tuple[Grouped, ...]:
    """The problems, those with the same words told once for each sheet, in the order of the first of each."""
    found: dict[tuple[str, str, str, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.code, problem.sheet, problem.message, problem.hint), []).append(problem)
    return tuple(
        Grouped(
            first=own[0],
            count=len(own),
            cells=tuple(each.cell or f"line {each.line}" for each in own[:_CELLS_SHOWN]),
        )
        for own in found.values()
    )


def columns_told(mapping: MappingFile, proposal: Proposal | None = None) -> Iterator[str]:
    """Each table with what its columns become; with the reasons where it is a proposal.

    >>> lists = TableMapping(sheet="Lists", rows=Rows.LEFT_OUT)
    >>> list(columns_told(MappingFile(file="a.xlsx", tables=(lists,))))
    ['Lists: not read']
    """
    proposed = {each.mapping: each for each in proposal.tables} if proposal is not None else {}
    for table in mapping.tables:
        found = proposed.get(table)
        yield _table_line(table, found.reasons if found is not None else {})
        if table.rows is not Rows.LEFT_OUT:
            yield from _column_lines(table, found)


def made_told(built: Built) -> str:
    """How many records of each kind there are.

    >>> from nominate.model.settings import Records
    >>> made_told(Built(records=Records(), origins=(), problems=()))
    'no records'
    """
    counts = {name: len(getattr(built.records, name)) for name, _, _ in _RECORDS}
    told = [
        f"{counts[name]:,} {one if counts[name] == 1 else many}"
        for name, one, many in _RECORDS
        if counts[name]
    ]
    editions = sum(len(award.editions) for award in built.records.awards)
    return (
        f"{', '.join(told)} in {editions:,} edition{'s' * (editions != 1)}"
        if editions
        else ", ".join(told) or "no records"
    )


def report_text(
    mapping: MappingFile,
    read: Read,
    made: Built,
    *,
    proposal: Proposal | None = None,
    most: int | None = None,
) -> str:
    """All of it; of each list at most so many lines."""
    parts = [
        [f"{read.file}: {read.rows:,} row{'s' * (read.rows != 1)} beside the titles", ""],
        columns_told(mapping, proposal),
        ["", f"It makes: {made_told(made)}"],
        _listed("Rows that hold no entry", _passed(read.passed), most),
        _listed("What could not be read", map(str, grouped((*read.problems, *made.problems))), most),
        _listed("Names that may be one", _alike(proposal.wordings.alike if proposal else ()), most),
        ["", *_public(made)],
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def _table_line(table: TableMapping, reasons: Mapping[str, str]) -> str:
    name = table.sheet or "the file"
    if table.rows is Rows.LEFT_OUT:
        return f"{name}: not read; {reasons['rows']}" if reasons.get("rows") else f"{name}: not read"
    numbers = " and ".join(map(str, table.header))
    told = [f"titles in row {numbers}" if numbers else "titles where they are found"]
    for key in ("award", "edition", "edition_from", "category"):
        value = getattr(table, key)
        if value:
            why = f" ({reasons[key]})" if key in reasons else ""
            told.append(f"{key.replace('_', ' ')} {value}{why}")
    told += ["each row an award with its dates"] if table.rows is Rows.AWARDS else []
    told += ["headings between rows name the award or edition"] if table.sections else []
    told += [f"empty cells of {', '.join(table.fill_down)} mean the one above"] if table.fill_down else []
    return f"{name}: {'; '.join(told)}"


def _column_lines(table: TableMapping, found: ProposedTable | None) -> Iterator[str]:
    widest = max((len(title) for title in table.columns), default=0)
    meanings = max((len(meaning.value) for meaning in table.columns.values()), default=0)
    letters = {each.title: each.letters for each in found.table.headings} if found and found.table else {}
    for title, meaning in table.columns.items():
        letter = f"{letters[title]:3}" if letters else ""
        line = f"  {letter}{title:{min(widest, 40)}}  {meaning.value:{meanings}}"
        reason = found.columns[title].reason if found is not None else ""
        yield f"{line}  {reason}".rstrip()


def _listed(head: str, lines: Iterable[str], most: int | None) -> Iterator[str]:
    every = list(lines)
    if not every:
        return
    yield from ("", f"{head} ({len(every):,}):")
    yield from (f"  {line}" for line in islice(every, most))
    if most is not None and len(every) > most:
        yield f"  … and {len(every) - most:,} more"


def _passed(rows: Sequence[Passed]) -> Iterator[str]:
    return (f"{row.origin}: {row.kind.value}: {row.text[:100]}" for row in rows)


def _alike(found: Iterable[Resemblance]) -> Iterator[str]:
    return (f"{each.name} / {each.other} ({each.reason})" for each in found)


def _public(made: Built) -> Iterator[str]:
    decisions = Counter(
        decision.announced is not None
        for nomination in made.records.nominations
        for decision in nomination.decisions
    )
    told = f"{decisions[True]:,} outcome{'s' * (decisions[True] != 1)}"
    if decisions[True]:
        yield f"PUBLIC from the day on which they say that they were announced: {told}."
    if not decisions[True]:
        yield "No outcome is public: none says when it was announced."
    if decisions[False]:
        yield "To publish an outcome, write announced: and the day beside it in the register."
    yield "What became nothing else is kept beside its entry, under extra; only your team sees it."

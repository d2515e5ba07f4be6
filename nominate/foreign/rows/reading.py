"""A file by its mapping: every row that holds an entry, and everything that is none or could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from nominate.errors import Problem, Severity, nearest, shown
from nominate.foreign.cells.dates import SheetDate
from nominate.foreign.cells.naming import names_in
from nominate.foreign.cells.occasions import Occasion, occasion_in
from nominate.foreign.cells.statuses import status_words
from nominate.foreign.cells.tidying import folded, one_line
from nominate.foreign.finding.header_rows import Header
from nominate.foreign.finding.meanings import DATES, Meaning
from nominate.foreign.finding.row_kinds import RowKind
from nominate.foreign.finding.tables import Heading, Table, table_under, tables_in
from nominate.foreign.mapping.columns import proposed_columns
from nominate.foreign.mapping.mapping_file import MappingFile, Rows, TableMapping
from nominate.foreign.rows.entries import SheetEntry
from nominate.foreign.rows.row_reading import read_row
from nominate.foreign.rows.sayings import Settled
from nominate.model.mapping import FrozenDict
from nominate.register.changes import Origin
from nominate.sheets import Row, Sheet, Workbook

__all__ = ["Passed", "Read", "ReadTable", "fits", "read_by"]

_SHARE = 0.6
_BODIES = frozenset({Meaning.ORGANISATION, Meaning.PARTNER, Meaning.NOMINEE})


@attrs.frozen(kw_only=True)
class Passed:
    """A row that holds no entry: where it stands, what it is, and what it says."""

    origin: Origin
    kind: RowKind
    text: str


@attrs.frozen(kw_only=True)
class ReadTable:
    """The entries of one table; `letters` are those of the column for each meaning and each kept title."""

    sheet: str = ""
    entries: tuple[SheetEntry, ...] = ()
    letters: Mapping[str, str] = FrozenDict()


@attrs.frozen(kw_only=True)
class Read:
    """All that a file says: its entries, the rows that are none, and what could not be read.

    Every row of a sheet that is read is a row of titles, an entry, or passed.
    """

    file: str
    tables: tuple[ReadTable, ...] = ()
    passed: tuple[Passed, ...] = ()
    problems: tuple[Problem, ...] = ()
    same: Mapping[str, str] = FrozenDict()

    @property
    def entries(self) -> tuple[SheetEntry, ...]:
        """Those of all tables, in their order."""
        return tuple(entry for table in self.tables for entry in table.entries)

    @property
    def rows(self) -> int:
        """How many rows there are beside the titles."""
        return len(self.entries) + len(self.passed)


def read_by(mapping: MappingFile, workbook: Workbook) -> Read:
    """Read a file as its mapping says; sheets that the mapping does not name are told.

    >>> from nominate.sheets import Row
    >>> rows = (Row(1, ("Award", "Trust")), Row(2, ("HSJ Awards 2020", "Avon Trust")), Row(3, ("Total", 1)))
    >>> columns = FrozenDict({"Award": Meaning.AWARD, "Trust": Meaning.ORGANISATION})
    >>> mapping = MappingFile(file="a.xlsx", tables=(TableMapping(sheet="A", header=(1,), columns=columns),))
    >>> found = read_by(mapping, Workbook(name="a.xlsx", sheets=(Sheet(name="A", rows=rows),)))
    >>> found.entries[0].edition, found.passed[0].kind
    ('2020', <RowKind.TOTAL: 'a total'>)
    """
    problems = [*workbook.problems]
    located: list[tuple[Table, TableMapping]] = []
    for told in mapping.tables:
        if told.rows is not Rows.LEFT_OUT:
            found, own = _located(workbook, told)
            problems += own
            located += [found] if found is not None else []
    problems += _unnamed(mapping, workbook)
    settled = _settled(mapping, located)
    parts = [_table(workbook.name, table, told, settled) for table, told in located]
    return Read(
        file=workbook.name,
        tables=tuple(table for part in parts for table in part.tables),
        passed=(*_above(workbook, located), *(row for part in parts for row in part.passed)),
        problems=(*problems, *(problem for part in parts for problem in part.problems)),
        same=mapping.same,
    )


def fits(told: TableMapping, workbook: Workbook) -> bool:
    """Whether a file has the sheet of a table, and in it the titles of its columns."""
    sheet = workbook.sheet(told.sheet)
    return sheet is not None and _under_its_titles(sheet, told) is not None


def _unnamed(mapping: MappingFile, workbook: Workbook) -> Iterator[Problem]:
    named = {told.sheet.casefold() for told in mapping.tables}
    for sheet in workbook.sheets:
        if sheet.rows and sheet.name.casefold() not in named:
            yield Problem(
                code="W743",
                severity=Severity.WARNING,
                file=workbook.name,
                message=f"the sheet {shown(sheet.name)} is not read",
                hint="the mapping file does not name it",
            )


def _located(
    workbook: Workbook, told: TableMapping
) -> tuple[tuple[Table, TableMapping] | None, list[Problem]]:
    sheet = workbook.sheet(told.sheet)
    if sheet is None:
        near = nearest(told.sheet, [each.name for each in workbook.sheets])
        hint = f"did you mean {near!r}?" if near else _named(workbook)
        return None, [_error(workbook, "E742", f"no sheet {shown(told.sheet)}", hint)]
    table = _under_its_titles(sheet, told)
    if table is None:
        hint = "write the number of the row with the titles as header: in the mapping file"
        where = f"sheet {shown(sheet.name)}" if sheet.name else "the file"
        return None, [_error(workbook, "E740", f"no row of {where} holds these titles", hint)]
    if not told.columns:
        columns = {title: each.meaning for title, each in proposed_columns(table, award=told.award).items()}
        return (table, attrs.evolve(told, columns=FrozenDict(columns))), []
    return (table, told), list(_other_columns(workbook.name, table, told))


def _named(workbook: Workbook) -> str:
    return f"the sheets are {', '.join(repr(sheet.name) for sheet in workbook.sheets)}"


def _error(workbook: Workbook, code: str, message: str, hint: str) -> Problem:
    return Problem(code=code, file=workbook.name, message=message, hint=hint)


def _under_its_titles(sheet: Sheet, told: TableMapping) -> Table | None:
    """The table at the rows that the mapping names, or wherever its titles have moved to."""
    rows = tuple(row for row in sheet.rows if row.number in told.header)
    if rows and len(rows) == len(told.header):
        table = table_under(sheet, Header(rows=rows, is_sure=True), last=told.until or 0)
        if not told.columns or _has_titles(table, told):
            return table
    if told.header and not told.columns:
        return None
    return next((table for table in tables_in(sheet) if not told.columns or _has_titles(table, told)), None)


def _has_titles(table: Table, told: TableMapping) -> bool:
    wanted = {folded(title) for title in told.columns}
    return len(wanted & table.titles) >= _SHARE * len(wanted)


def _other_columns(file: str, table: Table, told: TableMapping) -> Iterator[Problem]:
    known = {folded(title): title for title in told.columns}
    for heading in table.headings:
        if folded(heading.title) not in known:
            cell = f"{heading.letters}{table.header.numbers[-1]}"
            origin = Origin(file=file, sheet=table.sheet, cell=cell if table.sheet else "")
            yield origin.problem(
                Problem(
                    code="W743",
                    severity=Severity.WARNING,
                    message=f"the column {shown(heading.title)} is new, and kept as extra",
                    hint="say what it becomes under columns in the mapping file",
                )
            )
    for title in sorted({*known} - table.titles):
        yield Problem(
            code="W743",
            severity=Severity.WARNING,
            file=file,
            sheet=table.sheet,
            cell=f"A{table.header.numbers[-1]}" if table.sheet else "",
            message=f"no column {shown(known[title])}",
            hint="mend its title in the mapping file, or leave it",
        )


def _settled(mapping: MappingFile, located: Iterable[tuple[Table, TableMapping]]) -> Settled:
    bodies: set[str] = set()
    for table, told in located:
        for heading, meaning in _columns(table, told):
            if meaning in _BODIES:
                cells = (cell for cell in table.cells(heading) if isinstance(cell, str))
                bodies.update(folded(name) for cell in cells for name in names_in(cell, are_people=False))
    people = frozenset(folded(name) for name in mapping.people)
    return Settled(words=status_words(mapping.words), people=people, bodies=frozenset(bodies))


def _columns(table: Table, told: TableMapping) -> list[tuple[Heading, Meaning]]:
    known = {folded(title): meaning for title, meaning in told.columns.items()}
    return [(heading, known.get(folded(heading.title), Meaning.KEEP)) for heading in table.headings]


def _table(file: str, table: Table, told: TableMapping, settled: Settled) -> Read:
    columns = _columns(table, told)
    origin = Origin(file=file, sheet=table.sheet)
    around = Occasion(award=told.award, edition=told.edition)
    entries: list[SheetEntry] = []
    passed: list[Passed] = []
    problems: list[Problem] = []
    for row, kind in _filled_down(table, told):
        if kind is not RowKind.ENTRY:
            passed.append(_passed(origin, row, kind))
            if kind is RowKind.SECTION and told.sections:
                around = _section(row, around)
            continue
        read = read_row(row, columns, around=around, origin=origin, settled=settled)
        entries.append(_completed(read.entry, told, columns))
        problems += read.problems
    letters = {
        heading.title if meaning is Meaning.KEEP else meaning.value: heading.letters
        for heading, meaning in reversed(columns)
    }
    own = ReadTable(sheet=table.sheet, entries=tuple(entries), letters=FrozenDict(letters))
    return Read(file=file, tables=(own,), passed=tuple(passed), problems=tuple(problems))


def _above(workbook: Workbook, located: Iterable[tuple[Table, TableMapping]]) -> Iterator[Passed]:
    """The rows of the sheets that are read which stand in none of their tables."""
    taken: dict[str, set[int]] = {}
    for table, _ in located:
        rows = (*table.header.rows, *table.rows)
        taken.setdefault(table.sheet, set()).update(row.number for row in rows)
    for sheet in workbook.sheets:
        origin = Origin(file=workbook.name, sheet=sheet.name)
        for row in sheet.rows if sheet.name in taken else ():
            if row.number not in taken[sheet.name]:
                yield _passed(origin, row, RowKind.ABOVE)


def _filled_down(table: Table, told: TableMapping) -> Iterator[tuple[Row, RowKind]]:
    wanted = {folded(title) for title in told.fill_down}
    places = [heading.place for heading in table.headings if folded(heading.title) in wanted]
    above: dict[int, object] = {}
    for row, kind in zip(table.rows, table.kinds, strict=True):
        if kind is not RowKind.ENTRY or not places:
            yield row, kind
            continue
        above |= {place: row.cells[place] for place in places if row.cells[place] is not None}
        cells = list(row.cells)
        for place in places:
            cells[place] = above.get(place)  # type: ignore[call-overload]  # what a cell of the row above holds
        yield Row(row.number, tuple(cells)), kind


def _passed(origin: Origin, row: Row, kind: RowKind) -> Passed:
    text = " | ".join(one_line(cell) for cell in row.cells if cell is not None)
    at = {"cell": f"A{row.number}"} if origin.sheet else {"line": row.number}
    return Passed(origin=attrs.evolve(origin, **at), kind=kind, text=text)


def _section(row: Row, around: Occasion) -> Occasion:
    found = occasion_in(one_line(next(cell for cell in row.cells if cell is not None)))
    return Occasion(award=found.award or around.award, edition=found.edition or around.edition)


def _completed(
    entry: SheetEntry, told: TableMapping, columns: Iterable[tuple[Heading, Meaning]]
) -> SheetEntry:
    """The entry with what its table says of every row."""
    edition = entry.edition or _year_of(entry, told, columns)
    category = entry.category or told.category
    return attrs.evolve(entry, edition=edition, category=category, is_award=told.rows is Rows.AWARDS)


def _year_of(entry: SheetEntry, told: TableMapping, columns: Iterable[tuple[Heading, Meaning]]) -> str:
    giver = folded(told.edition_from)
    kinds = {DATES[each] for heading, each in columns if folded(heading.title) == giver and each in DATES}
    dates: list[SheetDate] = [date for kind, date in entry.dates if kind in kinds]
    return str(dates[0].when.year) if dates else ""

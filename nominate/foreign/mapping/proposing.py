"""A mapping for a file that nobody has mapped yet, each part of it with the reason, for people to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

import attrs

from nominate.foreign.cells.occasions import Occasion, occasion_in
from nominate.foreign.cells.tidying import folded, one_line
from nominate.foreign.finding.meanings import CONDITIONS, DATES, Meaning
from nominate.foreign.finding.row_kinds import RowKind
from nominate.foreign.finding.tables import Table, tables_in
from nominate.foreign.mapping.columns import Proposed, proposed_columns
from nominate.foreign.mapping.mapping_file import MappingFile, Rows, TableMapping
from nominate.foreign.mapping.wordings import Wordings, wordings_of
from nominate.model.mapping import FrozenDict
from nominate.sheets import Sheet, Workbook

__all__ = ["Proposal", "ProposedTable", "proposed"]

_NOMINEES = frozenset({Meaning.ORGANISATION, Meaning.PERSON, Meaning.NOMINEE})
# An entry is somebody with something, somewhere, that stands somehow; two of the four make a table of them.
_SIDES = (
    _NOMINEES,
    frozenset({Meaning.TITLE, Meaning.PROGRAMME}),
    frozenset({Meaning.AWARD, Meaning.CATEGORY, Meaning.EDITION}),
    frozenset({*CONDITIONS, Meaning.STATUS, Meaning.SUBMITTED}),
)
_YEAR_GIVERS = (
    Meaning.CEREMONY,
    Meaning.RESULTS_PUBLISHED,
    Meaning.SHORTLIST_ANNOUNCED,
    Meaning.ENTRY_DEADLINE,
)
_BESIDE = (Meaning.AWARD_LINK, Meaning.NOTES, Meaning.KEEP, Meaning.LEAVE_OUT, Meaning.FEE, Meaning.COST)
_FILLED_DOWN = (Meaning.AWARD, Meaning.EDITION, Meaning.CATEGORY)
_GAPS = 0.3
# The sheets of a tracker that nominate made: only this one of them has a row for each entry.
_ENTRIES = "Nominations"
_OURS = {_ENTRIES, "About", "Base"}


@attrs.frozen(kw_only=True)
class ProposedTable:
    """What one table is proposed to become: its mapping, and for each of its keys and columns the reason.

    `table` is None for a sheet in which no row of titles was found.
    """

    mapping: TableMapping
    table: Table | None = attrs.field(default=None, repr=False)
    columns: Mapping[str, Proposed] = attrs.field(default=FrozenDict(), repr=False)
    reasons: Mapping[str, str] = attrs.field(default=FrozenDict(), repr=False)


@attrs.frozen(kw_only=True)
class Proposal:
    """What a file is proposed to become, with the reason of each part, and what only people can decide.

    >>> from nominate.sheets import Row
    >>> rows = (Row(1, ("Award", "Trust", "Status")), Row(2, ("HSJ Awards 2020", "Avon Trust", "Finalist")))
    >>> found = proposed(Workbook(name="ours.xlsx", sheets=(Sheet(name="A", rows=rows),)))
    >>> dict(found.mapping.words), found.tables[0].columns["Trust"].reason
    ({'Finalist': 'shortlisted'}, 'its title')
    """

    file: str
    tables: tuple[ProposedTable, ...]
    wordings: Wordings

    @property
    def mapping(self) -> MappingFile:
        """The mapping as it stands, to be read with, written, or edited."""
        return MappingFile(
            file=self.file,
            tables=tuple(table.mapping for table in self.tables),
            words=FrozenDict(self.wordings.words),
            same=FrozenDict(self.wordings.same),
            people=self.wordings.people,
        )


def proposed(workbook: Workbook, *, remembered: MappingFile | None = None) -> Proposal:
    """Propose what a file becomes; what `remembered` says of such columns, words and names is kept to."""
    before = remembered or MappingFile(file=workbook.name)
    stem = PurePath(workbook.name).stem
    is_ours = _OURS.issubset(sheet.name for sheet in workbook.sheets)
    tables = tuple(
        table
        for sheet in workbook.sheets
        if sheet.rows
        for table in _sheet_tables(sheet, stem=stem, before=before, is_ours=is_ours)
    )
    read = [
        (each.table, each.mapping)
        for each in tables
        if each.table is not None and each.mapping.rows is not Rows.LEFT_OUT
    ]
    return Proposal(file=workbook.name, tables=tables, wordings=wordings_of(read, before=before))


def _sheet_tables(sheet: Sheet, *, stem: str, before: MappingFile, is_ours: bool) -> Iterator[ProposedTable]:
    tables = tables_in(sheet)
    if is_ours and sheet.name != _ENTRIES:
        mapping = TableMapping(sheet=sheet.name, rows=Rows.LEFT_OUT)
        yield ProposedTable(mapping=mapping, reasons=FrozenDict(rows="a sheet that nominate made"))
        return
    for table in tables:
        yield _proposed_table(table, stem=stem, before=before, is_one_of_several=len(tables) > 1)
    if not tables:
        reason = "no row of titles found; if there is one, write header: and its number"
        mapping = TableMapping(sheet=sheet.name, rows=Rows.LEFT_OUT)
        yield ProposedTable(mapping=mapping, reasons=FrozenDict(rows=reason))


def _proposed_table(
    table: Table, *, stem: str, before: MappingFile, is_one_of_several: bool
) -> ProposedTable:
    named = _named(table, stem)
    award = next((each.award for each, _ in named if each.is_award), "")
    columns = proposed_columns(table, award=award, remembered=_remembered_columns(table, before))
    meanings = {proposed.meaning: title for title, proposed in reversed(columns.items())}
    reasons = {"header": _KNOWN if table.header.is_sure else _FIRST_ROW}
    is_sure = table.header.is_sure
    rows = _rows(meanings, reasons, is_of_award=bool(award)) if is_sure else Rows.LEFT_OUT
    mapping = TableMapping(
        sheet=table.sheet,
        header=table.header.numbers,
        until=(table.last or None) if is_one_of_several else None,
        rows=rows,
        fill_down=tuple(_filled_down(table, meanings, reasons)),
        columns=FrozenDict({title: proposed.meaning for title, proposed in columns.items()}),
    )
    if rows is not Rows.LEFT_OUT:
        mapping = _with_occasion(table, mapping, meanings, named, reasons)
    return ProposedTable(
        mapping=mapping, table=table, columns=FrozenDict(columns), reasons=FrozenDict(reasons)
    )


_KNOWN = "the titles are words that I know"
_FIRST_ROW = "the first full row, and no titles that I know; if they are, write rows: entries"


def _remembered_columns(table: Table, before: MappingFile) -> dict[str, Meaning]:
    """What the columns of these titles became before, in the sheet of this name rather than in another."""
    ordered = sorted(before.tables, key=lambda each: each.sheet == table.sheet)
    known = {folded(title): meaning for each in ordered for title, meaning in each.columns.items()}
    return {
        heading.title: known[folded(heading.title)]
        for heading in table.headings
        if folded(heading.title) in known
    }


def _named(table: Table, stem: str) -> list[tuple[Occasion, str]]:
    """What the lines around a table call it, the nearest first, each with where it stands."""
    lines = [(banner.text, banner.address) for banner in reversed(table.above)]
    lines += [(table.sheet, "the sheet's name"), (stem.replace("_", " "), "the file's name")]
    return [(occasion_in(text), f"from {where}") for text, where in lines if text]


def _rows(meanings: Mapping[Meaning, str], reasons: dict[str, str], *, is_of_award: bool) -> Rows:
    present = {*meanings} | ({Meaning.AWARD} if is_of_award else set())
    sides = sum(not side.isdisjoint(present) for side in _SIDES)
    is_calendar = Meaning.AWARD in meanings and not present.isdisjoint(DATES)
    if sides > 1 and not (is_calendar and present <= {Meaning.AWARD, Meaning.EDITION, *DATES, *_BESIDE}):
        return Rows.ENTRIES
    if is_calendar:
        reasons["rows"] = "awards with their dates, and nothing of entries"
        return Rows.AWARDS
    reasons["rows"] = "its columns say too little of entries"
    return Rows.LEFT_OUT


def _filled_down(table: Table, meanings: Mapping[Meaning, str], reasons: dict[str, str]) -> Iterator[str]:
    rows = list(table.entries)
    for meaning in _FILLED_DOWN:
        heading = next((each for each in table.headings if each.title == meanings.get(meaning)), None)
        if heading is None or not rows or rows[0].cells[heading.place] is None:
            continue
        gaps = sum(row.cells[heading.place] is None for row in rows)
        if gaps > (_GAPS * len(rows) if meaning is Meaning.CATEGORY else 0):
            reasons["fill_down"] = f"{gaps} of {len(rows)} cells are empty below the first"
            yield heading.title


def _with_occasion(
    table: Table,
    mapping: TableMapping,
    meanings: Mapping[Meaning, str],
    named: list[tuple[Occasion, str]],
    reasons: dict[str, str],
) -> TableMapping:
    """The mapping with the award and the edition that the lines around the table name."""
    sections = [row for row, kind in zip(table.rows, table.kinds, strict=True) if kind is RowKind.SECTION]
    if sections:
        said = one_line(next(cell for cell in sections[0].cells if cell is not None))
        reasons["sections"] = f"{said!r} in row {sections[0].number}"
        mapping = attrs.evolve(mapping, sections=True)
    if Meaning.AWARD not in meanings and not (sections and table.kinds[0] is RowKind.SECTION):
        award, reasons["award"] = _award(named)
        mapping = attrs.evolve(mapping, award=award)
    if Meaning.EDITION not in meanings and not _have_years(table, meanings.get(Meaning.AWARD, "")):
        near = [(each.edition, why) for each, why in named[:-1] if each.edition]
        giver = next((meanings[each] for each in _YEAR_GIVERS if each in meanings), "")
        if near:
            edition, reasons["edition"] = near[0]
            mapping = attrs.evolve(mapping, edition=edition)
        elif giver:
            reasons["edition_from"] = "no other column says the year; look whether this one does"
            mapping = attrs.evolve(mapping, edition_from=giver)
        elif named[-1][0].edition:
            mapping = attrs.evolve(mapping, edition=named[-1][0].edition)
            reasons["edition"] = named[-1][1]
    return mapping


def _award(named: list[tuple[Occasion, str]]) -> tuple[str, str]:
    for wanted in ((each for each in named if each[0].is_award), (each for each in named if each[0].award)):
        found = next(wanted, None)
        if found is not None:
            is_sure = found[0].is_award
            return found[0].award, found[1] if is_sure else f"{found[1]}; write the award's own name"
    return "", "nothing names the award: write its name here"


def _have_years(table: Table, title: str) -> bool:
    heading = next((each for each in table.headings if each.title == title), None)
    return heading is not None and any(occasion_in(one_line(cell)).edition for cell in table.cells(heading))

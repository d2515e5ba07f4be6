"""Workbooks read into grids: values as they stand, whichever program saved the file last."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO
from xml.etree.ElementTree import ParseError

from nominate.errors import Problem, Severity, shown
from nominate.files.pausing import collector_paused
from nominate.files.reading import INTAKE_LIMIT, read_stream, unreadable
from nominate.sheets.archive import Archive, damaged, not_xml, too_large
from nominate.sheets.grid import Area, Row, Sheet, Workbook
from nominate.sheets.opendocument import surveyed_tables
from nominate.sheets.package import SheetPart, sheet_parts
from nominate.sheets.survey import NEAR, Survey, parsed, surveyed
from nominate.sheets.values import Cells

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

__all__ = ["read_workbook"]

# A tracker of 100,000 nominations has three million cells.
_SHEETS, _CELLS = 250, NEAR
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES, _CONTENT = "[Content_Types].xml", "content.xml"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
_PROLOG = 4_096
_NAME_ONE = "name an .xlsx, .xlsm, .ods or .csv file"
_SAVE_AS = "open it in Excel or LibreOffice and save it as .xlsx"
_TAKE_OFF = "open it and take the password off (in Excel: File, Info, Protect Workbook)"
_CALCULATE = "open the file in Excel or LibreOffice, which calculates it, and save it"


def read_workbook(source: BinaryIO, *, name: str) -> Workbook:
    """Every sheet of an `.xlsx`, `.xlsm` or `.ods` file, which is told by its content; `name` is the file's.

    Formulas stand by the value that the file holds for them. A cell that shows an error, as `#N/A`, or a
    formula that was never calculated, has what it shows as its text, and a problem with sheet and cell.

    Raises:
        UnreadableInput: it is no such file, is damaged, protected by a password, or larger than any tracker.
    """
    content = read_stream(source, name=name, limit=INTAKE_LIMIT)
    _refuse_other_files(content, name)
    archive = Archive(content, file=name)
    surveys = _open_document(archive) if _CONTENT in archive.names else _package(archive)
    with collector_paused():
        return Workbook(name=name, sheets=tuple(_sheets(content, surveys, name)))


def _refuse_other_files(content: bytes, name: str) -> None:
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED in content:
            raise unreadable(name, "E121", "it is protected by a password", _TAKE_OFF)
        raise unreadable(name, "E120", "this is a file of Excel 97 to 2003, which is not read", _SAVE_AS)
    if not content.startswith(b"PK"):
        raise unreadable(name, "E120", "this is no workbook", _NAME_ONE)


def _open_document(archive: Archive) -> list[tuple[SheetPart, Survey]]:
    if archive.read("mimetype").strip() != _OPEN_DOCUMENT:
        raise unreadable(archive.file, "E120", "this is no workbook", _NAME_ONE)
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise unreadable(archive.file, "E121", "it is protected by a password", _TAKE_OFF)
    try:
        tables = surveyed_tables(archive.read(_CONTENT))
    except (ParseError, ValueError):
        raise not_xml(archive.file, _CONTENT) from None
    _refuse_size(tables.values(), archive.file)
    return [(SheetPart(name=name, part=_CONTENT), survey) for name, survey in tables.items()]


def _package(archive: Archive) -> list[tuple[SheetPart, Survey]]:
    if _TYPES not in archive.names:
        raise unreadable(archive.file, "E120", "this is no workbook", _NAME_ONE)
    # Every part is looked at, whatever it is called: which of them are sheets is for the reader to say.
    surveys = {part: _survey(archive, part, pieces) for part, pieces in archive.parts()}
    _refuse_size(surveys.values(), archive.file)
    sheets = sheet_parts(archive)
    if not sheets:
        raise unreadable(archive.file, "E120", "this is no workbook", _NAME_ONE)
    if len(sheets) > _SHEETS:
        raise too_large(archive.file, f"it has {len(sheets):,} sheets, and at most {_SHEETS} are read")
    return [(sheet, surveys[sheet.part]) for sheet in sheets]


def _survey(archive: Archive, part: str, pieces: Iterable[bytes]) -> Survey:
    is_xml = part.endswith((".xml", ".rels"))
    found = surveyed(_without_surprises(archive, part, pieces) if is_xml else pieces, is_near=True)
    if found is not None:
        return found
    content = archive.read(part)
    found = surveyed([content], is_near=False)
    if found is not None and found.area <= _CELLS:
        return found
    try:
        return parsed(content)
    except (ParseError, ValueError):
        if is_xml:
            raise not_xml(archive.file, part) from None
        return Survey()


def _without_surprises(archive: Archive, part: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same pieces, of which the first shows that the part is UTF-8 and brings no entities of its own."""
    for place, piece in enumerate(pieces):
        if place == 0 and (b"\0" in piece[:_PROLOG] or b"<!DOCTYPE" in piece[:_PROLOG]):
            raise not_xml(archive.file, part)
        yield piece


def _refuse_size(surveys: Iterable[Survey], name: str) -> None:
    for survey in surveys:
        if survey.rows > _LAST_ROW or survey.columns > _LAST_COLUMN:
            raise damaged(name, "a cell lies beyond the last row or column that a sheet can have")
        if survey.area > _CELLS:
            told = f"a sheet reaches over {survey.rows:,} rows and {survey.columns:,} columns"
            raise too_large(name, told)


def _sheets(content: bytes, surveys: Iterable[tuple[SheetPart, Survey]], name: str) -> Iterator[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - only where one is read

    at, cells = "", Cells()
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for part, survey in surveys:
            at = f"the sheet {shown(part.name)}: "
            yield _sheet(book.get_sheet_by_name(part.name), part, survey, cells, file=name)
    except CalamineError as error:
        raise damaged(name, f"{at}{str(error)[:1].lower()}{str(error)[1:]}") from None


def _sheet(given: CalamineSheet, part: SheetPart, survey: Survey, cells: Cells, *, file: str) -> Sheet:
    rows = _without_blank_end(_with_shown(_rows(given, cells), survey.unread))
    return Sheet(
        name=part.name,
        rows=rows,
        is_hidden=part.is_hidden,
        merged=tuple(
            Area(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
            for (first_row, first_column), (last_row, last_column) in given.merged_cell_ranges or ()
        ),
        tables=part.tables,
        links=dict(_links(part, survey)),
        problems=tuple(_problems(part.name, survey, file)),
    )


def _links(part: SheetPart, survey: Survey) -> Iterator[tuple[str, str]]:
    """The linked cells with where they lead outside; a range of several by its first cell."""
    for cells, (relation, place) in survey.links.items():
        # An OpenDocument file tells the address itself, where a package tells its relation.
        target = part.targets.get(relation, "") if part.part != _CONTENT else relation
        if target and not target.startswith("#"):
            yield cells.partition(":")[0], f"{target}#{place}" if place else target


def _rows(given: CalamineSheet, cells: Cells) -> list[Row]:
    if given.start is None:
        return []
    before = (None,) * given.start[1]
    return [
        Row(number, (*before, *map(cells.__getitem__, values)))
        for number, values in enumerate(given.iter_rows(), 1)
        # Most rows begin with their id; a row of noughts alone is no blank one either.
        if any(values) or values.count("") < len(values)
    ]


def _with_shown(rows: list[Row], unread: dict[str, str]) -> list[Row]:
    """The rows with what their cells without a value show."""
    if not unread:
        return rows
    cells = {row.number: list(row.cells) for row in rows}
    for address, said in unread.items():
        area = Area.parse(address)
        own = cells.setdefault(area.first_row, [])
        own.extend([None] * (area.first_column - len(own)))
        own[area.first_column - 1] = said
    width = max(map(len, cells.values()))
    return [Row(number, (*own, *[None] * (width - len(own)))) for number, own in sorted(cells.items())]


def _without_blank_end(rows: list[Row]) -> tuple[Row, ...]:
    """The rows without the columns after the last one that holds something."""
    full = width = len(rows[0].cells) if rows else 0
    while width and all(row.cells[width - 1] is None for row in rows):
        width -= 1
    return tuple(rows) if width == full else tuple(Row(row.number, row.cells[:width]) for row in rows)


def _problems(sheet: str, survey: Survey, file: str) -> Iterator[Problem]:
    for address, said in survey.unread.items():
        yield _unread(file, sheet, address, said)
    if survey.hidden_rows:
        told = "1 row is" if survey.hidden_rows == 1 else f"{survey.hidden_rows:,} rows are"
        yield Problem(
            code="W125",
            severity=Severity.WARNING,
            file=file,
            sheet=sheet,
            message=f"{told} hidden or filtered away, and read all the same",
        )


def _unread(file: str, sheet: str, address: str, said: str) -> Problem:
    is_formula = said.startswith("=")
    return Problem(
        code="E123",
        file=file,
        sheet=sheet,
        cell=address,
        message="the formula was never calculated" if is_formula else f"the cell shows {shown(said)}",
        hint=_CALCULATE if is_formula else "mend the cell, or empty it",
    )

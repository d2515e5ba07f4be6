"""The file itself: the parts of a workbook, one after another, with the rows among them.

The same workbook gives the same bytes, whenever it is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import BinaryIO

import attrs

from nominate import Brand, PluginError
from nominate_excel._cells.rows import RowStream
from nominate_excel._package.chart import chart_xml
from nominate_excel._package.drawing import drawing_xml
from nominate_excel._package.relations import Relation, relations_xml
from nominate_excel._package.sheet import sheet_head, sheet_tail, table_xml
from nominate_excel._package.styles import STYLES, THEME, Styles
from nominate_excel._package.workbook import ABOUT_PROGRAM, about_file_xml, kinds_xml, workbook_xml
from nominate_excel._package.zipped import Part, Zip, deflated, encoded
from nominate_excel._parts import Sheet, Table
from nominate_excel._sheets.front import Front

__all__ = ["Book", "write_package"]

_PACKAGE = "application/vnd.openxmlformats-package"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_METADATA = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORKBOOK, _STRINGS, _SHEET = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet"
_FILE, _PROGRAM = "docProps/core.xml", "docProps/app.xml"


@attrs.frozen(kw_only=True)
class Book:
    """What a workbook is made of beside its rows; `lists` says where the words of each drop-down stand."""

    sheets: tuple[Sheet, ...]
    front: Front
    lists: Mapping[str, str]
    styles: Styles
    brand: Brand


def write_package(book: Book, stream: RowStream, out: BinaryIO) -> None:
    """Write the workbook with the rows of its sheets.

    Raises:
        PluginError: what came out does not hold as many rows as went in, or is larger than a file can be.
    """
    package = _Package(out)
    package.add_opening(book)
    for place, sheet in enumerate(book.sheets, 1):
        package.add_sheet(book, sheet, f"{_SHEET}{place}.xml", stream)
    package.add_end(book, stream)


class _Package:
    """Writes the parts, and remembers of what kind each is, since the last one tells."""

    def __init__(self, out: BinaryIO) -> None:
        self._zip: Zip = Zip(out)
        self._kinds: dict[str, str] = {}
        self._endings: list[str] = []
        self._numbers: Counter[str] = Counter()

    def add_opening(self, book: Book) -> None:
        """Write what says what the file is: programs that only look at its beginning find it there."""
        self._keep(_PROGRAM, f"{_OFFICE}.extended-properties+xml", _made(ABOUT_PROGRAM))
        self._keep(_FILE, f"{_PACKAGE}.core-properties+xml", _made(about_file_xml(book.front)))
        self._zip.add("_rels/.rels", _beginning())
        self._keep(STYLES, f"{_OFFICE}.spreadsheetml.styles+xml", book.styles.styles)
        self._keep(THEME, f"{_OFFICE}.theme+xml", book.styles.theme)

    def add_sheet(self, book: Book, sheet: Sheet, name: str, stream: RowStream) -> None:
        """Write a sheet and its own parts; with other than as many rows as were meant, none can be used."""
        related = [*self._drawing(book, sheet), *self._tables(sheet)]
        self._kinds[name] = f"{_OFFICE}.spreadsheetml.worksheet+xml"
        self._zip.stream(name, _sheet_pieces(book, sheet, stream, related))
        wanted = sheet.height
        if stream.height != wanted:
            raise PluginError(
                f"sheet {sheet.name!r} holds {stream.height:,} rows where {wanted:,} were meant"
            )
        links = stream.links.names.items()
        related += (Relation(key, "hyperlink", target, is_outside=True) for target, key in links)
        self._relate(name, related)

    def _drawing(self, book: Book, sheet: Sheet) -> Iterator[Relation]:
        """Write what lies over the cells; gives the sheet's relation to it."""
        if not sheet.charts and sheet.picture is None:
            return
        related = [Relation(f"rId{place}", *told) for place, told in enumerate(self._drawn(book, sheet), 1)]
        name = self._add("xl/drawings/drawing", "drawing", drawing_xml(sheet))
        self._relate(name, related)
        yield Relation("drawing", "drawing", f"/{name}")

    def _drawn(self, book: Book, sheet: Sheet) -> Iterator[tuple[str, str]]:
        """Write the charts and the picture; gives the kind and the place of each."""
        for chart in sheet.charts:
            xml = chart_xml(chart, sheet, book.brand.main)
            yield "chart", f"/{self._add('xl/charts/chart', 'drawingml.chart', xml)}"
        if sheet.picture is not None:
            ending = sheet.picture.ending
            self._endings.append(ending)
            name = f"xl/media/image{len(self._endings)}.{ending}"
            self._zip.add(name, deflated(sheet.picture.content))
            yield "image", f"/{name}"

    def _tables(self, sheet: Sheet) -> Iterator[Relation]:
        """Write the tables of a sheet; gives its relations to them."""
        for first, block in sheet.placed:
            if isinstance(block, Table):
                number = self._numbers["xl/tables/table"] + 1
                name = self._add("xl/tables/table", "spreadsheetml.table", table_xml(block, first, number))
                yield Relation(f"table{number}", "table", f"/{name}")

    def add_end(self, book: Book, stream: RowStream) -> None:
        """Write what tells of the sheets that have been written, and end the file."""
        self._kinds[_STRINGS] = f"{_OFFICE}.spreadsheetml.sharedStrings+xml"
        self._zip.stream(_STRINGS, stream.strings.xml())
        workbook = _made(workbook_xml(book.sheets, book.lists))
        self._keep(_WORKBOOK, f"{_OFFICE}.spreadsheetml.sheet.main+xml", workbook)
        sheets = [f"{_SHEET}{place}.xml" for place, _ in enumerate(book.sheets, 1)]
        own = [Relation(f"rId{place}", "worksheet", f"/{name}") for place, name in enumerate(sheets, 1)]
        shared = (("styles", STYLES), ("theme", THEME), ("sharedStrings", _STRINGS))
        self._relate(_WORKBOOK, [*own, *(Relation(kind, kind, f"/{name}") for kind, name in shared)])
        self._zip.add("[Content_Types].xml", _made(kinds_xml(self._kinds, self._endings)))
        self._zip.close()

    def _add(self, name: str, kind: str, xml: str) -> str:
        """Write the next of several parts of one kind; gives its name."""
        self._numbers[name] += 1
        whole = f"{name}{self._numbers[name]}.xml"
        self._keep(whole, f"{_OFFICE}.{kind}+xml", _made(xml))
        return whole

    def _keep(self, name: str, kind: str, part: Part) -> None:
        self._kinds[name] = kind
        self._zip.add(name, part)

    def _relate(self, name: str, related: Sequence[Relation]) -> None:
        if related:
            folder, _, last = name.rpartition("/")
            self._zip.add(f"{folder}/_rels/{last}.rels", _made(relations_xml(related)))


def _sheet_pieces(book: Book, sheet: Sheet, stream: RowStream, related: Sequence[Relation]) -> Iterator[str]:
    yield sheet_head(sheet, book.styles.dresses)
    yield from stream.rows(sheet)
    yield from sheet_tail(sheet, book.front, stream.links, related)


@lru_cache(maxsize=64)
def _made(xml: str) -> Part:
    # Small parts are often the same in many trackers: what refers to what, and the kinds of parts.
    return deflated(encoded(xml))


@cache
def _beginning() -> Part:
    """Where a reader begins: what refers to the workbook and to what is said of the file."""
    begun = (
        Relation("rId1", "officeDocument", _WORKBOOK),
        Relation("rId2", _METADATA, _FILE),
        Relation("rId3", "extended-properties", _PROGRAM),
    )
    return _made(relations_xml(begun))

"""The file itself: what openpyxl saves of the workbook without its rows, put right, with our rows among it.

The same workbook gives the same bytes, whenever it is written.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from openpyxl import Workbook

from nominate import PluginError
from nominate_excel._cells.links import SheetLinks
from nominate_excel._cells.rows import RowStream
from nominate_excel._cells.text import text_xml, without_controls
from nominate_excel._parts import Sheet, Table, height, letter

__all__ = ["write_package"]

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRINGS, _MEDIA = "xl/sharedStrings.xml", "xl/media/"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
# The least that a zip can tell: a moment of writing would make equal workbooks unequal files.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o600 << 16
# At a hundred thousand rows the usual level, 6, takes 2.5 times as long as this, for a sixth fewer bytes.
_LEVEL = 2

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_DRAWING = re.compile(r"xl/drawings/drawing(\d+)\.xml")
_NO_ROWS = re.compile(r"<sheetData\s*/>|<sheetData></sheetData>")
_SIZE = re.compile(r'(?<=<dimension ref=")[^"]*')
_FRAME = re.compile(r'(<(?:\w+:)?cNvPr [^>]*name="(?:Chart|Image) \d+")(?: descr="[^"]*")?')
_MOMENT = re.compile(r"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_PROGRAM = re.compile(r"<Application>.*</AppVersion>")
_FONT = re.compile(r"<font>(.*?)</font>")
_FONT_PART = re.compile(r"<(\w+)[^<>]*/>")
# The order of CT_Font (ECMA-376, part 1, 18.8.22), which openpyxl 3.1 does not keep.
_FONT_ORDER = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]


def write_package(workbook: Workbook, sheets: tuple[Sheet, ...], stream: RowStream, out: BinaryIO) -> None:
    """Write the workbook with the rows of its sheets, which are `sheets` in the same order.

    Raises:
        PluginError: what came out does not hold as many rows as went in.
    """
    saved = io.BytesIO()
    workbook.save(saved)
    written = _FromHere(out)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            xml = source.read(name)
            if found := _SHEET.fullmatch(name):
                _write_sheet(target, name, xml, sheets[int(found[1]) - 1], stream)
            elif name.startswith(_MEDIA):
                target.writestr(_member(name), xml)
            else:
                target.writestr(_member(name), _mended(name, xml, sheets, stream.links))
        _write(target, _STRINGS, stream.strings.xml())


class _FromHere:
    """A file from where it stands on, so that what is before it moves no place inside the zip."""

    def __init__(self, out: BinaryIO) -> None:
        self._out: BinaryIO = out
        self._start: int = out.tell()

    def write(self, content: bytes) -> int:
        return self._out.write(content)

    def tell(self) -> int:
        return self._out.tell() - self._start

    def seek(self, place: int) -> int:
        return self._out.seek(place + self._start) - self._start

    def flush(self) -> None:
        self._out.flush()

    def close(self) -> None:
        """The host opened the file and closes it."""


def _write_sheet(target: zipfile.ZipFile, name: str, xml: bytes, sheet: Sheet, stream: RowStream) -> None:
    """Write a sheet; with other than as many rows as were meant, the file must not be used."""
    _write(target, name, _sheet_pieces(xml, sheet, stream))
    wanted = height(sheet.blocks)
    if stream.height != wanted:
        raise PluginError(f"sheet {sheet.name!r} holds {stream.height:,} rows where {wanted:,} were meant")


def _write(target: zipfile.ZipFile, name: str, pieces: Iterable[str]) -> None:
    with target.open(_member(name), "w") as part:
        for piece in pieces:
            part.write(piece.encode())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _NO_MOMENT)
    member.compress_type = zipfile.ZIP_DEFLATED
    # The level of the whole zip is not that of a member that brings its own date.
    member._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 - public from Python 3.13 on
    member.create_system, member.external_attr = _UNIX, _MODE
    return member


def _sheet_pieces(xml: bytes, sheet: Sheet, stream: RowStream) -> Iterator[str]:
    widest = max(len(block.columns) if isinstance(block, Table) else 1 for block in sheet.blocks)
    size = f"A1:{letter(widest)}{height(sheet.blocks)}"
    head, tail = _NO_ROWS.split(xml.decode(), maxsplit=1)
    yield f"{_SIZE.sub(size, head)}<sheetData>"
    yield from stream.rows(sheet)
    # Links come after the drop-downs and before the margins of the page (ECMA-376, part 1, 18.3.1.99).
    before, margins, after = tail.partition("<pageMargins")
    yield f"</sheetData>{before}"
    if stream.links:
        yield f'<hyperlinks xmlns:r="{_RELATIONSHIPS}">'
        yield from stream.links.xml()
        yield "</hyperlinks>"
    yield f"{margins}{after}"


def _mended(name: str, xml: bytes, sheets: tuple[Sheet, ...], links: SheetLinks) -> bytes:
    """A part that openpyxl made, with what it lacks; `links` are those of the sheet before it."""
    text = xml.decode()
    if name == "docProps/core.xml":
        text = _MOMENT.sub("", text)
    elif name == "docProps/app.xml":
        # The program that made it is this one; openpyxl would say that it was Excel.
        text = _PROGRAM.sub("<Application>nominate</Application>", text)
    elif name == "xl/styles.xml":
        text = _FONT.sub(_ordered, text)
    elif name == "[Content_Types].xml":
        text = _with(text, f'<Override PartName="/{_STRINGS}" ContentType="{_STRINGS_TYPE}"/>')
    elif name == "xl/_rels/workbook.xml.rels":
        text = _with(text, _relationship("strings", "sharedStrings", f"/{_STRINGS}", ""))
    elif name.startswith("xl/worksheets/_rels/"):
        external = ' TargetMode="External"'
        names = links.names.items()
        text = _with(
            text, "".join(_relationship(key, "hyperlink", target, external) for target, key in names)
        )
    elif found := _DRAWING.fullmatch(name):
        text = _described(text, [sheet for sheet in sheets if sheet.charts][int(found[1]) - 1])
    return text.encode()


def _described(drawing: str, sheet: Sheet) -> str:
    """A drawing whose charts and picture have their alt text, and of which nothing else says it is one."""
    says = [chart.says for chart in sheet.charts]
    if sheet.picture is not None:
        says.append(sheet.picture.says)
    told = iter(says)
    return _FRAME.sub(lambda frame: f'{frame[1]} descr="{text_xml(without_controls(next(told)))}"', drawing)


def _with(xml: str, more: str) -> str:
    """The XML of a part with more before its end."""
    start, end, rest = xml.rpartition("</")
    return f"{start}{more}{end}{rest}"


def _relationship(key: str, kind: str, target: str, mode: str) -> str:
    return f'<Relationship Id="{key}" Type="{_RELATIONSHIPS}/{kind}" Target="{text_xml(target)}"{mode}/>'


def _ordered(font: re.Match[str]) -> str:
    parts = sorted(_FONT_PART.finditer(font[1]), key=lambda part: _FONT_ORDER.index(part[1]))
    return f"<font>{''.join(part[0] for part in parts)}</font>"

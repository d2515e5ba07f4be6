"""The file itself: what openpyxl saves of the workbook without its rows, put right, with our rows among it.

The same workbook gives the same bytes, whenever it is written.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from openpyxl import Workbook

from nominate import PluginError
from nominate_excel._parts import Sheet, Table, height, letter
from nominate_excel._rows import RowStream, SheetLink
from nominate_excel._text import text_xml

__all__ = ["packaged"]

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRINGS = "xl/sharedStrings.xml"
_STRINGS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
# The least that a zip can tell: a moment of writing would make equal workbooks unequal files.
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o600 << 16
_READ_AT_ONCE = 1 << 20

_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_DRAWING = re.compile(r"xl/drawings/drawing(\d+)\.xml")
_NO_ROWS = re.compile(r"<sheetData\s*/>|<sheetData></sheetData>")
_SIZE = re.compile(r'(?<=<dimension ref=")[^"]*')
_CHART_FRAME = re.compile(r'<(?:\w+:)?cNvPr [^>]*name="Chart \d+"')
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


def packaged(workbook: Workbook, sheets: tuple[Sheet, ...], stream: RowStream) -> bytes:
    """The bytes of the workbook with the rows of its sheets, which are `sheets` in the same order.

    Raises:
        PluginError: what came out does not hold as many rows as went in.
    """
    saved, written = io.BytesIO(), io.BytesIO()
    workbook.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            xml = source.read(name)
            if found := _SHEET.fullmatch(name):
                _write(target, name, _sheet_pieces(xml, sheets[int(found[1]) - 1], stream))
            else:
                target.writestr(_member(name), _mended(name, xml, sheets, stream.links))
        _write(target, _STRINGS, stream.strings.xml())
    _check_rows(written, sheets)
    return written.getvalue()


def _write(target: zipfile.ZipFile, name: str, pieces: Iterable[str]) -> None:
    with target.open(_member(name), "w") as part:
        for piece in pieces:
            part.write(piece.encode())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _NO_MOMENT)
    member.compress_type = zipfile.ZIP_DEFLATED
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
    yield f"</sheetData>{before}{_links_xml(stream.links)}{margins}{after}"


def _mended(name: str, xml: bytes, sheets: tuple[Sheet, ...], links: list[SheetLink]) -> bytes:
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
        names = _link_names(links).items()
        text = _with(
            text, "".join(_relationship(key, "hyperlink", target, external) for target, key in names)
        )
    elif found := _DRAWING.fullmatch(name):
        says = [sheet.chart.says for sheet in sheets if sheet.chart is not None][int(found[1]) - 1]
        text = _CHART_FRAME.sub(lambda frame: f'{frame[0]} descr="{text_xml(says)}"', text)
    return text.encode()


def _with(xml: str, more: str) -> str:
    """The XML of a part with more before its end."""
    start, end, rest = xml.rpartition("</")
    return f"{start}{more}{end}{rest}"


def _relationship(key: str, kind: str, target: str, mode: str) -> str:
    return f'<Relationship Id="{key}" Type="{_RELATIONSHIPS}/{kind}" Target="{text_xml(target)}"{mode}/>'


def _link_names(links: Iterable[SheetLink]) -> Mapping[str, str]:
    """The key of each address that is linked to, by the address: many cells may share one."""
    targets = dict.fromkeys(link.target for link in links)
    return {target: f"link{place}" for place, target in enumerate(targets, 1)}


def _links_xml(links: list[SheetLink]) -> str:
    if not links:
        return ""
    names = _link_names(links)
    each = "".join(
        f'<hyperlink ref="{link.cell}" r:id="{names[link.target]}" tooltip="{text_xml(link.tip)}"/>'
        for link in links
    )
    return f'<hyperlinks xmlns:r="{_RELATIONSHIPS}">{each}</hyperlinks>'


def _ordered(font: re.Match[str]) -> str:
    parts = sorted(_FONT_PART.finditer(font[1]), key=lambda part: _FONT_ORDER.index(part[1]))
    return f"<font>{''.join(part[0] for part in parts)}</font>"


def _check_rows(written: io.BytesIO, sheets: tuple[Sheet, ...]) -> None:
    """Read the finished file: as many rows as were meant are in it, or it must not be used."""
    with zipfile.ZipFile(written) as archive:
        for place, sheet in enumerate(sheets, 1):
            wanted = height(sheet.blocks)
            with archive.open(f"xl/worksheets/sheet{place}.xml") as part:
                found = _rows_in(part)
            if found != wanted:
                raise PluginError(f"sheet {sheet.name!r} holds {found:,} rows where {wanted:,} were meant")


def _rows_in(part: IO[bytes]) -> int:
    # Text cannot hold it: its angle brackets are escaped.
    mark = b"<row "
    found, rest = 0, b""
    while piece := part.read(_READ_AT_ONCE):
        joined = rest + piece
        found += joined.count(mark)
        rest = joined[1 - len(mark) :]
    return found

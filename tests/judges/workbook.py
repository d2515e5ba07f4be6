"""What Microsoft's accessibility checker would say of a workbook, from its parts alone.

The rules are those of its page for Excel (support.microsoft.com, "Rules for the Accessibility Checker", read
2026-11), and those of our own that it leaves to people: nothing hidden, nothing said by colour alone, and the
cursor where reading begins.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

from nominate.branding.contrast import LEAST_CONTRAST, contrast

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
CORE = "{http://purl.org/dc/elements/1.1/}"
_NO_WORDS = re.compile(r"(?:\s*|name of file|chart \d*|image \d*|picture \d*)", re.IGNORECASE)
_NO_LABEL = re.compile(r"(?:https?:|mailto:|www\.)|(?:click here|here|link|more)$", re.IGNORECASE)
_DEFAULT_NAME = re.compile(r"(?:sheet|tabelle|feuil)\d+", re.IGNORECASE)
_ROW = re.compile(r"\d+")


def faults(content: bytes) -> list[str]:
    """Every fault, in words; an accessible workbook has none."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return [fault for rule in _RULES for fault in rule(parts)]


def _tree(parts: dict[str, bytes], name: str) -> ET.Element:
    return ET.fromstring(parts[name])  # noqa: S314 - our own file, made a moment ago


def _trees(parts: dict[str, bytes], start: str) -> Iterator[tuple[str, ET.Element]]:
    for name in parts:
        if name.startswith(start) and name.endswith(".xml"):
            yield name, _tree(parts, name)


def _objects_have_alt_text(parts: dict[str, bytes]) -> Iterator[str]:
    for name, drawing in _trees(parts, "xl/drawings/drawing"):
        for shape in drawing.iter(f"{DRAWING}cNvPr"):
            if _NO_WORDS.fullmatch(shape.get("descr", "")):
                yield f"{name}: {shape.get('name')} has no alt text"


def _tables_have_headers(parts: dict[str, bytes]) -> Iterator[str]:
    for name, table in _trees(parts, "xl/tables/"):
        columns = [column.get("name", "") for column in table.iter(f"{MAIN}tableColumn")]
        if table.get("headerRowCount", "1") != "1" or not all(column.strip() for column in columns):
            yield f"{name}: table {table.get('displayName')} has no header row"


def _nothing_is_merged_or_hidden(parts: dict[str, bytes]) -> Iterator[str]:
    for name, sheet in _trees(parts, "xl/worksheets/"):
        if sheet.find(f"{MAIN}mergeCells") is not None:
            yield f"{name}: cells are merged"
        if any(each.get("hidden") in {"1", "true"} for each in sheet.iter()):
            yield f"{name}: a row or column is hidden"
    for sheet in _tree(parts, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        if sheet.get("state", "visible") != "visible":
            yield f"sheet {sheet.get('name')} is hidden"


def _sheets_have_names(parts: dict[str, bytes]) -> Iterator[str]:
    for sheet in _tree(parts, "xl/workbook.xml").iter(f"{MAIN}sheet"):
        if _DEFAULT_NAME.fullmatch(sheet.get("name", "")):
            yield f"sheet {sheet.get('name')} has the name of nothing"


def _links_say_where_they_go(parts: dict[str, bytes]) -> Iterator[str]:
    texts = _shared(parts)
    for name, sheet in _trees(parts, "xl/worksheets/"):
        cells = {cell.get("r"): cell for cell in sheet.iter(f"{MAIN}c")}
        for link in sheet.iter(f"{MAIN}hyperlink"):
            said = _said(cells.get(link.get("ref")), texts)
            if _NO_LABEL.match(said) or not said.strip():
                yield f"{name}: link {link.get('ref')} says {said!r}"
            if not link.get("tooltip"):
                yield f"{name}: link {link.get('ref')} has no ScreenTip"


def _shared(parts: dict[str, bytes]) -> list[str]:
    return ["".join(item.itertext()) for item in _tree(parts, "xl/sharedStrings.xml")]


def _said(cell: ET.Element | None, texts: list[str]) -> str:
    if cell is None:
        return ""
    if cell.get("t") == "inlineStr":
        return "".join(cell.itertext())
    text = cell.findtext(f"{MAIN}v") or ""
    return texts[int(text)] if cell.get("t") == "s" else text


def _text_can_be_read(parts: dict[str, bytes]) -> Iterator[str]:
    styles = _tree(parts, "xl/styles.xml")
    fonts = [_colour(font.find(f"{MAIN}color"), "000000") for font in styles.find(f"{MAIN}fonts") or ()]
    grounds = [_ground(fill) for fill in styles.find(f"{MAIN}fills") or ()]
    worn = [
        (fonts[int(style.get("fontId", "0"))], grounds[int(style.get("fillId", "0"))])
        for style in styles.find(f"{MAIN}cellXfs") or ()
    ]
    worn += [
        (
            _colour(rule.find(f"{MAIN}font/{MAIN}color"), "000000"),
            _colour(rule.find(f"{MAIN}fill/{MAIN}patternFill/{MAIN}bgColor"), "FFFFFF"),
        )
        for rule in styles.iter(f"{MAIN}dxf")
    ]
    for ink, paper in worn:
        if contrast(ink, paper) < LEAST_CONTRAST:
            yield f"styles: {ink} on {paper} is hard to read"


def _ground(fill: ET.Element) -> str:
    pattern = fill.find(f"{MAIN}patternFill")
    is_solid = pattern is not None and pattern.get("patternType") == "solid"
    return _colour(fill.find(f"{MAIN}patternFill/{MAIN}fgColor"), "FFFFFF") if is_solid else "FFFFFF"


def _colour(element: ET.Element | None, usual: str) -> str:
    return usual if element is None else (element.get("rgb") or usual)[-6:]


def _nothing_is_said_by_colour_alone(parts: dict[str, bytes]) -> Iterator[str]:
    for found in _tree(parts, "xl/styles.xml").iter(f"{MAIN}numFmt"):
        if "[red]" in found.get("formatCode", "").lower():
            yield f"styles: {found.get('formatCode')} says by colour alone that a number is negative"
    for name, sheet in _trees(parts, "xl/worksheets/"):
        for rule in sheet.iter(f"{MAIN}cfRule"):
            if rule.get("type") not in {"beginsWith", "containsText"}:
                yield f"{name}: a rule colours cells whose text does not say why"


def _no_row_is_blank(parts: dict[str, bytes]) -> Iterator[str]:
    for name, sheet in _trees(parts, "xl/worksheets/"):
        rows = [int(row.get("r", "0")) for row in sheet.iter(f"{MAIN}row") if len(row)]
        if any(later - before > 1 for before, later in pairwise([0, *rows])):
            yield f"{name}: a row is blank"
        size = sheet.find(f"{MAIN}dimension")
        last = "" if size is None else size.get("ref", "").rpartition(":")[2]
        if not rows or int((_ROW.search(last) or _ROW.search("0"))[0]) > rows[-1]:  # type: ignore[index]  # there is one
            yield f"{name}: rows at its end are blank"


def _the_document_has_a_title_and_a_language(parts: dict[str, bytes]) -> Iterator[str]:
    core = _tree(parts, "docProps/core.xml")
    for name in ("title", "language"):
        if not (core.findtext(f"{CORE}{name}") or "").strip():
            yield f"the document has no {name}"


def _reading_begins_at_the_first_cell(parts: dict[str, bytes]) -> Iterator[str]:
    views = _tree(parts, "xl/workbook.xml").iter(f"{MAIN}workbookView")
    if any(view.get("activeTab", "0") != "0" for view in views):
        yield "the workbook does not open on its first sheet"
    for name, sheet in _trees(parts, "xl/worksheets/"):
        if any(each.get("activeCell", "A1") != "A1" for each in sheet.iter(f"{MAIN}selection")):
            yield f"{name}: the cursor is not in A1"


_RULES = (
    _objects_have_alt_text,
    _tables_have_headers,
    _nothing_is_merged_or_hidden,
    _sheets_have_names,
    _links_say_where_they_go,
    _text_can_be_read,
    _nothing_is_said_by_colour_alone,
    _no_row_is_blank,
    _the_document_has_a_title_and_a_language,
    _reading_begins_at_the_first_cell,
)

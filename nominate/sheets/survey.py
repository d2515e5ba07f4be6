"""What stands in a sheet's XML beside its values: how far it reaches, and which cells hold none to read.

A part is surveyed by patterns where it is written as all common programs write it, in a tenth of the time of
parsing; anything else is parsed. So its reach is known before a reader that sets aside memory for every cell
within it sees the sheet.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element
from xml.sax.saxutils import unescape

import attrs

from nominate.sheets.grid import column_letters, column_number

__all__ = ["NEAR", "Survey", "parsed", "surveyed"]

# No cell beyond row 199,999 or column DZ: where most sheets end, and less than is read at most.
_NEAR_ROWS, _NEAR_COLUMNS = 199_999, 130
NEAR = _NEAR_ROWS * _NEAR_COLUMNS
"""How many cells a sheet may have that is surveyed in the least time."""

# The attributes are those of nearly every cell, in the order that all programs write them, and none is tried
# a second way: a large sheet has millions of these.
_FAR = re.compile(
    rb'<c(?! r="[A-D]?[A-Z]1?[0-9]{1,5}"(?: s="[0-9]*+")?+(?: t="[^"<>]*+")?+ ?/?>)(?=[\s/>])', re.ASCII
)
# A cell as it is usually written, its letters and digits taken; whatever else begins a cell takes nothing.
_CELL = re.compile(
    rb'<c(?: r="([A-Z]{1,3})([0-9]{1,7})"(?: (?:s|t|cm|vm|ph)="[^"<>]*")* ?/?>|(?=[\s/>]))', re.ASCII
)
_PREFIXED = re.compile(rb"<[^\s<>/:\"'=]+:c[\s/>]", re.ASCII)
_MAY_BE_PREFIXED = re.compile(rb":c[\s/>]", re.ASCII)
_ERROR = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"(?: s="\d+")? t="e"[^>/]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL
)
_UNCALCULATED = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"(?: s="\d+")?(?: t="n")? ?>'
    rb"<f\b(?:[^>]*/>|[^>]*>([^<]*)</f>)(?:<v ?/>|<v></v>)?</c>"
)
_LINK = re.compile(
    rb'<hyperlink(?=[^>]*?\sref="([^"]*)")(?:(?=[^>]*?:id="([^"]*)"))?(?:(?=[^>]*?\slocation="([^"]*)"))?'
)
# What all of those hold, and little else does: found in a third of the time.
_MAY_BE_UNCALCULATED = re.compile(rb"(?:</f>|<f\b[^>]*/>)(?:</c>|<v ?/>|<v></v>)")
_HIDDEN = re.compile(rb'<row\b[^>]*\shidden="(?:1|true)"')
# Patterns, since Python finds one byte string in another in twice the time.
_MAY_BE_FORMULA, _MAY_BE_ERROR, _MAY_BE_HIDDEN, _MAY_BE_LINK = (
    re.compile(said) for said in (b"<f", b't="e"', b"hidden=", b"<hyperlink ")
)
_ROW_END = b"</row>"
_LARGEST_BLOCK = 8 << 20


@attrs.frozen(kw_only=True)
class Survey:
    """How far a sheet's cells reach, which of them hold no value, and how many of its rows are hidden.

    `rows` and `columns` may say too much, never too little.
    `unread` has what a cell without a value shows instead: an error, or `=` and a formula never calculated.
    `links` has, for each range of linked cells, the id of a relation of the part, and what follows its `#`.

    >>> surveyed([b'<row r="2"><c r="B2" t="e"><v>#N/A</v></c></row>'], is_near=False)
    Survey(rows=2, columns=2, unread={'B2': '#N/A'}, links={}, hidden_rows=0)
    """

    rows: int = 0
    columns: int = 0
    unread: dict[str, str] = attrs.field(factory=dict)
    links: dict[str, tuple[str, str]] = attrs.field(factory=dict)
    hidden_rows: int = 0

    @property
    def area(self) -> int:
        """How many cells the reach takes in."""
        return self.rows * self.columns


def surveyed(pieces: Iterable[bytes], *, is_near: bool) -> Survey | None:
    """The survey of a part by its patterns; None where it has to be parsed to be understood.

    With `is_near` its reach is only compared with `NEAR`, in half the time; None then may mean a larger one.
    """
    found: list[Survey] = []
    for block in _blocks(pieces):
        own = _of_block(block, is_near=is_near)
        if own is None:
            return None
        found.append(own)
    return _together(found)


def parsed(content: bytes) -> Survey:
    """The survey of a part by its elements; only cells that are not empty count.

    Raises:
        ParseError: it is not XML.
        ValueError: it declares entities, which could make it anything.

    >>> parsed(b"<x><row><c><v>1</v></c><c/></row><row><c/><c><f>A1</f></c></row></x>")
    Survey(rows=2, columns=2, unread={'B2': '=A1'}, links={}, hidden_rows=0)
    """
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only for what is written in an unusual way

    rows = columns = hidden = above = 0
    unread: dict[str, str] = {}
    links: dict[str, tuple[str, str]] = {}
    for _, element in iterparse(io.BytesIO(content), forbid_dtd=True):
        if _local(element) == "hyperlink":
            told = {_bare(name): value for name, value in element.attrib.items()}
            links[told.get("ref", "")] = (told.get("id", ""), told.get("location", ""))
        if _local(element) != "row":
            continue
        above = int(element.get("r") or above + 1)
        hidden += element.get("hidden") in {"1", "true"}
        for row, column, cell in _placed(element, above):
            if len(cell):
                rows, columns = max(rows, row), max(columns, column)
            if fault := _fault(cell):
                unread[f"{column_letters(column)}{row}"] = fault
        element.clear()
    return Survey(rows=rows, columns=columns, unread=unread, links=links, hidden_rows=hidden)


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut where a row ends."""
    rest = b""
    for piece in pieces:
        looked = max(len(rest) - len(_ROW_END), 0)
        rest += piece
        cut = rest.rfind(_ROW_END, looked)
        if cut >= 0 or len(rest) > _LARGEST_BLOCK:
            end = cut + len(_ROW_END) if cut >= 0 else len(rest)
            yield rest[:end]
            rest = rest[end:]
    yield rest


def _of_block(block: bytes, *, is_near: bool) -> Survey | None:
    reach = _near(block) if is_near else _reach(block)
    if reach is None or (_MAY_BE_PREFIXED.search(block) and _PREFIXED.search(block)):
        return None
    unread: dict[str, str] = {}
    if _MAY_BE_FORMULA.search(block) and _MAY_BE_UNCALCULATED.search(block):
        unread |= {cell.decode(): f"={_said(formula)}" for cell, formula in _UNCALCULATED.findall(block)}
    if _MAY_BE_ERROR.search(block):
        unread |= {cell.decode(): _said(said) for cell, said in _ERROR.findall(block)}
    return Survey(
        rows=reach[0],
        columns=reach[1],
        unread=unread,
        links=_links(block) if _MAY_BE_LINK.search(block) else {},
        hidden_rows=len(_HIDDEN.findall(block)) if _MAY_BE_HIDDEN.search(block) else 0,
    )


def _near(block: bytes) -> tuple[int, int] | None:
    return None if _FAR.search(block) else (_NEAR_ROWS, _NEAR_COLUMNS)


def _reach(block: bytes) -> tuple[int, int] | None:
    """The last row and column of the cells, those among them that are empty and have a format."""
    places = _CELL.findall(block)
    letters = {letter for letter, _ in places}
    if b"" in letters:
        return None
    rows = max(map(int, {digits for _, digits in places}), default=0)
    return rows, max((column_number(letter.decode()) for letter in letters), default=0)


def _together(surveys: list[Survey]) -> Survey:
    return Survey(
        rows=max((each.rows for each in surveys), default=0),
        columns=max((each.columns for each in surveys), default=0),
        unread={cell: said for each in surveys for cell, said in each.unread.items()},
        links={cells: link for each in surveys for cells, link in each.links.items()},
        hidden_rows=sum(each.hidden_rows for each in surveys),
    )


def _placed(row: Element, number: int) -> Iterator[tuple[int, int, Element]]:
    """The cells of a row with the row and column of each; one that does not say follows the one before."""
    column = 0
    for cell in row:
        if _local(cell) != "c":
            continue
        reference = cell.get("r", "").upper()
        letters = reference.rstrip("0123456789")
        column = column_number(letters) if letters else column + 1
        yield int(reference[len(letters) :] or number), column, cell


def _fault(cell: Element) -> str:
    parts = {_local(part): part.text or "" for part in cell}
    if cell.get("t") == "e":
        return parts.get("v", "")
    is_empty = "f" in parts and not parts.get("v") and cell.get("t", "n") == "n"
    return f"={parts['f']}" if is_empty else ""


def _links(block: bytes) -> dict[str, tuple[str, str]]:
    return {
        cells.decode(): (relation.decode(), _said(place) if place else "")
        for cells, relation, place in _LINK.findall(block)
    }


def _said(text: bytes) -> str:
    return unescape(text.decode("utf-8", "replace"))


def _local(element: Element) -> str:
    return _bare(str(element.tag))


def _bare(name: str) -> str:
    return name.rpartition("}")[2]

"""Workbooks written part by part, as no library would, so that a reader meets what it must not trust."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from nominate.sheets import Sheet, Workbook, read_workbook

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET = "xl/worksheets/sheet1.xml"

PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PARTS}"/>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="a" '
    f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>'
    '<sheet name="Awards" sheetId="1" r:id="s"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="s" '
    f'Type="{_LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}

Packed = Callable[..., bytes]
Read = Callable[..., Sheet]


def worksheet(rows: str, *, after: str = "") -> str:
    return f'<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def packed() -> Packed:
    """A workbook of one sheet with these rows; further parts replace or add to its own."""

    def make(rows: str = "", *, after: str = "", **parts: str | bytes) -> bytes:
        named = {name.replace("__", "/"): content for name, content in parts.items()}
        return pack({**PARTS, SHEET: worksheet(rows, after=after), **named})

    return make


@pytest.fixture
def read(packed: Packed) -> Read:
    """The only sheet of a workbook with these rows."""

    def make(rows: str, *, after: str = "") -> Sheet:
        return opened(packed(rows, after=after)).sheets[0]

    return make


def opened(content: bytes, *, name: str = "awards.xlsx") -> Workbook:
    return read_workbook(io.BytesIO(content), name=name)


@pytest.fixture(name="opened")
def _opened() -> Callable[..., Workbook]:
    return opened


@pytest.fixture(name="parts")
def _parts() -> dict[str, str | bytes]:
    """The parts of a workbook of one empty sheet, to be changed and packed."""
    return {**PARTS, SHEET: worksheet("")}


@pytest.fixture(name="pack")
def _pack() -> Callable[[Mapping[str, str | bytes]], bytes]:
    return pack

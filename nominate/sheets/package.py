"""What an Office Open XML package says of its sheets: name, part, whether hidden, and table objects."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

import attrs

from nominate.errors import shown
from nominate.sheets.archive import Archive, damaged, not_xml
from nominate.sheets.grid import Area, NamedTable

__all__ = ["SheetPart", "sheet_parts"]


@attrs.frozen(kw_only=True)
class SheetPart:
    """One sheet as the package names it: its part, whether it is hidden, its table objects.

    `targets` are the addresses outside that it links to, by the ids of their relations.

    >>> SheetPart(name="Awards", part="xl/worksheets/sheet1.xml").is_hidden
    False
    """

    name: str
    part: str
    is_hidden: bool = False
    tables: tuple[NamedTable, ...] = ()
    targets: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen
class _Relation:
    """Where a part leads: an address outside, or another part; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str
    is_outside: bool


def sheet_parts(archive: Archive) -> tuple[SheetPart, ...]:
    """Every sheet that holds cells, in the order of the workbook; chart sheets are left out.

    Raises:
        UnreadableInput: the package is damaged, or a sheet that it names is not in it.
    """
    start = next((each for each in _relations(archive, "") if each.kind == "officeDocument"), None)
    if start is None:
        return ()
    targets = {each.id: each for each in _relations(archive, start.target)}
    sheets = [sheet for sheet in _parsed(archive, start.target).iter() if _local(sheet) == "sheet"]
    named = [(sheet, targets.get(_relation(sheet))) for sheet in sheets]
    return tuple(
        _sheet_part(archive, sheet, link.target if link is not None else "")
        for sheet, link in named
        if link is None or link.kind == "worksheet"
    )


def _sheet_part(archive: Archive, sheet: Element, part: str) -> SheetPart:
    name = sheet.get("name", "")
    if part not in archive.names:
        raise damaged(archive.file, f"the sheet {shown(name)}, which it names, is not in it")
    relations = _relations(archive, part)
    return SheetPart(
        name=name,
        part=part,
        is_hidden=sheet.get("state", "visible") != "visible",
        tables=tuple(_table(archive, each.target) for each in relations if each.kind == "table"),
        targets={each.id: each.target for each in relations if each.is_outside},
    )


def _table(archive: Archive, part: str) -> NamedTable:
    table = _parsed(archive, part)
    try:
        return NamedTable(name=table.get("displayName", ""), area=Area.parse(table.get("ref", "")))
    except ValueError:
        raise damaged(archive.file, f"its table {shown(part)} takes up no cells") from None


def _relations(archive: Archive, part: str) -> tuple[_Relation, ...]:
    """Those of a part, or of the package as a whole where the name is empty."""
    folder, name = posixpath.split(part)
    described = posixpath.join(folder, "_rels", f"{name}.rels")
    if part and described not in archive.names:
        return ()
    return tuple(_read(link, folder) for link in _parsed(archive, described))


def _read(link: Element, folder: str) -> _Relation:
    target, is_outside = link.get("Target", ""), link.get("TargetMode") == "External"
    if not is_outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return _Relation(link.get("Id", ""), link.get("Type", "").rpartition("/")[2], target, is_outside)


def _parsed(archive: Archive, part: str) -> Element:
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - only where a workbook is read

    content = archive.read(part)
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except (ParseError, ValueError):
        raise not_xml(archive.file, part) from None
    return root


def _relation(sheet: Element) -> str:
    return next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]

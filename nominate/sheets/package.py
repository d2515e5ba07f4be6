"""What an Office Open XML package says of its sheets: name, part, whether hidden, and table objects."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
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


def sheet_parts(archive: Archive) -> tuple[SheetPart, ...]:
    """Every sheet that holds cells, in the order of the workbook; chart sheets are left out.

    Raises:
        UnreadableInput: the package is damaged, or a sheet that it names is not in it.
    """
    workbook = next((target for _, kind, target in _links(archive, "") if kind == "officeDocument"), "")
    targets = {link: (kind, target) for link, kind, target in _links(archive, workbook)}
    return tuple(
        _sheet_part(archive, sheet, target)
        for sheet in _parsed(archive, workbook).iter()
        if _local(sheet) == "sheet"
        for kind, target in (targets.get(_relation(sheet), ("worksheet", "")),)
        if kind == "worksheet"
    )


def _sheet_part(archive: Archive, sheet: Element, target: str) -> SheetPart:
    name = sheet.get("name", "")
    if target not in archive.names:
        raise damaged(archive.file, f"the sheet {shown(name)}, which it names, is not in it")
    return SheetPart(
        name=name,
        part=target,
        is_hidden=sheet.get("state", "visible") != "visible",
        tables=tuple(_tables(archive, target)),
        targets=dict(_targets(archive, target)),
    )


def _tables(archive: Archive, part: str) -> Iterator[NamedTable]:
    for _, kind, target in _links(archive, part):
        if kind == "table":
            table = _parsed(archive, target)
            try:
                area = Area.parse(table.get("ref", ""))
            except ValueError:
                raise damaged(archive.file, f"a table of {part} takes up no cells") from None
            yield NamedTable(name=table.get("displayName", ""), area=area)


def _targets(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    for link in _relations(archive, part):
        if link.get("TargetMode") == "External":
            yield link.get("Id", ""), link.get("Target", "")


def _links(archive: Archive, part: str) -> Iterator[tuple[str, str, str]]:
    """The relations of a part, or of the package: the id of each, the last word of its kind, its target."""
    for link in _relations(archive, part):
        if link.get("TargetMode") != "External":
            kind = link.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), link.get("Target", "")))
            yield link.get("Id", ""), kind, target.lstrip("/")


def _relations(archive: Archive, part: str) -> Iterable[Element]:
    folder, name = posixpath.split(part)
    described = posixpath.join(folder, "_rels", f"{name}.rels")
    return _parsed(archive, described) if not part or described in archive.names else ()


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

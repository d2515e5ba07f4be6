"""The workbook as a whole: its sheets and names, what it says of itself, and the kinds of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from nominate_excel._cells.text import text_xml, without_controls
from nominate_excel._package.relations import DECLARATION, MAIN, OFFICE
from nominate_excel._parts import Sheet, letter
from nominate_excel._sheets.front import Front

__all__ = ["ABOUT_PROGRAM", "about_file_xml", "kinds_xml", "workbook_xml"]

_METADATA = "http://schemas.openxmlformats.org/package/2006"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
ABOUT_PROGRAM = (
    f'{DECLARATION}<Properties xmlns="{_PROPERTIES}"><Application>nominate</Application></Properties>'
)
"""The part that says which program made the file."""


def workbook_xml(sheets: Iterable[Sheet], lists: Mapping[str, str]) -> str:
    """The part that names the sheets, the lists behind drop-downs and what is printed.

    The key of the relation to a sheet is `rId` with its place, counted from 1.
    """
    named = [(place, sheet) for place, sheet in enumerate(sheets, 1)]
    told = "".join(
        f'<sheet name="{text_xml(sheet.name)}" sheetId="{place}" state="visible" r:id="rId{place}"/>'
        for place, sheet in named
    )
    names = [f'<definedName name="{text_xml(name)}">{place}</definedName>' for name, place in lists.items()]
    names += (name for place, sheet in named for name in _printed(place - 1, sheet))
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/>'
        f'<bookViews><workbookView activeTab="0"/></bookViews><sheets>{told}</sheets>'
        f"<definedNames>{''.join(names)}</definedNames>"
        '<calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'
    )


def _printed(place: int, sheet: Sheet) -> Iterator[str]:
    """The first row of a table stands on each of its pages."""
    name = f"'{sheet.name}'"
    if sheet.printed:
        area = f"{name}!$A$1:${letter(sheet.printed)}${sheet.height}"
        yield f'<definedName name="_xlnm.Print_Area" localSheetId="{place}">{area}</definedName>'
    if sheet.frozen is not None:
        yield f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">{name}!$1:$1</definedName>'


def about_file_xml(front: Front) -> str:
    """The part with the file's properties."""
    properties = {
        "creator": front.creator,
        "title": front.title,
        "description": " ".join(front.notes),
        "subject": f"Nominations as of {front.as_of}",
        "language": front.language,
    }
    told = "".join(
        f"<dc:{name}>{escape(without_controls(text))}</dc:{name}>" for name, text in properties.items()
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_METADATA}/metadata/core-properties" '
        f'xmlns:dc="{_DUBLIN_CORE}">{told}</cp:coreProperties>'
    )


def kinds_xml(kinds: Mapping[str, str], endings: Iterable[str]) -> str:
    """The part that tells the kind of each other part, by its name; `endings` are those of pictures."""
    defaults = "".join(f'<Default Extension="{end}" ContentType="image/{end}"/>' for end in endings)
    parts = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{DECLARATION}<Types xmlns="{_METADATA}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{defaults}{parts}</Types>'
    )

"""What lies over the cells of a sheet: its charts and its picture, each with its place, size and words."""

from __future__ import annotations

from collections.abc import Iterator

from nominate_excel._cells.text import text_xml, without_controls
from nominate_excel._package.relations import DECLARATION, DRAWING, OFFICE
from nominate_excel._parts import Chart, Picture, Sheet

__all__ = ["drawing_xml"]

# English metric units: of a row of the usual height, of the chart beside the tables, and of a pixel of a
# ninety-sixth of an inch.
_ROW, _WIDTH, _PIXEL = 190_440, 6_120_000, 9_525
# The most that the logo may be, in pixels: beside the title and its notes.
_LOGO_HEIGHT, _LOGO_WIDTH = 76, 240


def drawing_xml(sheet: Sheet) -> str:
    """The part; the keys of its relations count its charts and then its picture: `rId1` and so on."""
    return (
        f'{DECLARATION}<wsDr xmlns="{DRAWING}/spreadsheetDrawing" xmlns:a="{DRAWING}/main" '
        f'xmlns:c="{DRAWING}/chart" xmlns:r="{OFFICE}">{"".join(_frames(sheet))}</wsDr>'
    )


def _frames(sheet: Sheet) -> Iterator[str]:
    number = 0
    for number, chart in enumerate(sheet.charts, 1):
        yield _placed(chart.column, chart.row, (_WIDTH, chart.rows * _ROW), _chart(chart, number))
    if sheet.picture is not None:
        picture = sheet.picture
        yield _placed(picture.column, picture.row, _size(picture), _picture(picture, number + 1))


def _placed(column: int, row: int, size: tuple[int, int], content: str) -> str:
    return (
        f"<oneCellAnchor><from><col>{column - 1}</col><colOff>0</colOff>"
        f"<row>{row - 1}</row><rowOff>0</rowOff></from>"
        f'<ext cx="{size[0]}" cy="{size[1]}"/>{content}<clientData/></oneCellAnchor>'
    )


def _chart(chart: Chart, number: int) -> str:
    return (
        f'<graphicFrame macro=""><nvGraphicFramePr>{_named("Chart", number, chart.says)}'
        "<cNvGraphicFramePr/></nvGraphicFramePr>"
        '<xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xfrm>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/chart"><c:chart r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></graphicFrame>"
    )


def _picture(picture: Picture, number: int) -> str:
    width, height = _size(picture)
    return (
        f"<pic><nvPicPr>{_named('Image', number, picture.says)}<cNvPicPr/></nvPicPr>"
        f'<blipFill><a:blip r:embed="rId{number}" cstate="print"/>'
        "<a:stretch><a:fillRect/></a:stretch></blipFill>"
        f'<spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></spPr></pic>'
    )


def _named(kind: str, number: int, says: str) -> str:
    return f'<cNvPr id="{number}" name="{kind} {number}" descr="{text_xml(without_controls(says))}"/>'


def _size(picture: Picture) -> tuple[int, int]:
    """As large as there is room for, with its proportions."""
    scale = min(_LOGO_HEIGHT / picture.height, _LOGO_WIDTH / picture.width)
    return round(picture.width * scale) * _PIXEL, round(picture.height * scale) * _PIXEL

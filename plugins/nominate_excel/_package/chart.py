"""The charts: bars with a title, titled axes and their values beside them, and the same said in words."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from nominate_excel._cells.text import without_controls
from nominate_excel._package.relations import DECLARATION, DRAWING
from nominate_excel._parts import Chart, Sheet, Table

__all__ = ["chart_xml"]

_MOST_STEPS = 6
# Hundredths of a point: as large as leaves room for a label at every bar.
_TITLE, _LABEL = 1200, 900
# Every bar has its word: a program may leave out each second one otherwise. The first bar is on top, and the
# numbers still below the bars. Unless they are said to be there, Excel leaves the axes out.
_CHART = (
    f'{DECLARATION}<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main">'
    '<c:chart>{title}<c:autoTitleDeleted val="0"/><c:plotArea>'
    '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{measure}</c:v></c:tx>'
    '<c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></c:spPr>'
    '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/></c:dLbls>'
    "<c:cat><c:strRef><c:f>{labels}</c:f><c:strCache>{names}</c:strCache></c:strRef></c:cat>"
    "<c:val><c:numRef><c:f>{values}</c:f>"
    "<c:numCache><c:formatCode>0</c:formatCode>{numbers}</c:numCache></c:numRef></c:val></c:ser>"
    '<c:gapWidth val="60"/><c:axId val="10"/><c:axId val="100"/></c:barChart>'
    '<c:catAx><c:axId val="10"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/>{axis_title}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>{letters}'
    '<c:crossAx val="100"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/></c:catAx>'
    '<c:valAx><c:axId val="100"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
    '<c:delete val="0"/><c:axPos val="b"/>{measure_title}<c:numFmt formatCode="0" sourceLinked="0"/>'
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>{letters}<c:crossAx val="10"/>'
    '<c:crosses val="max"/><c:majorUnit val="{step}"/></c:valAx></c:plotArea>'
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
)
_LETTERS = (
    f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{_LABEL}"/></a:pPr>'
    '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)


def chart_xml(chart: Chart, sheet: Sheet, colour: str) -> str:
    """The chart of the first two columns of a table of the sheet.

    It holds their values too, for previewers that look up no cells.
    """
    first = next(
        row + 1 for row, block in sheet.placed if isinstance(block, Table) and block.name == chart.table
    )
    last = first + len(chart.bars) - 1
    labels, values = (f"'{sheet.name}'!${column}${first}:${column}${last}" for column in "AB")
    return _CHART.format(
        title=_title(chart.title, _TITLE),
        measure=_said(chart.measure),
        colour=colour,
        labels=labels,
        names=_points(name for name, _ in chart.bars),
        values=values,
        numbers=_points(str(number) for _, number in chart.bars),
        axis_title=_title(chart.axis, _LABEL),
        measure_title=_title(chart.measure, _LABEL),
        letters=_LETTERS,
        step=_step(max(number for _, number in chart.bars)),
    )


def _title(text: str, size: int) -> str:
    letters = f'sz="{size}" b="1"'
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr {letters}/></a:pPr>"
        f"<a:r><a:rPr {letters}/><a:t>{_said(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _points(texts: Iterable[str]) -> str:
    points = [f'<c:pt idx="{place}"><c:v>{_said(text)}</c:v></c:pt>' for place, text in enumerate(texts)]
    return f'<c:ptCount val="{len(points)}"/>{"".join(points)}'


def _said(text: str) -> str:
    return escape(without_controls(text))


def _step(largest: int) -> int:
    """The distance of two numbers at the axis: one, two or five times a power of ten.

    >>> [_step(number) for number in (1, 6, 7, 30, 1_000)]
    [1, 1, 2, 5, 200]
    """
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if largest <= step * _MOST_STEPS:
                return step
        size *= 10

"""The chart: bars with a title, titled axes, their values beside them, and the same said in words."""

from __future__ import annotations

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun

from nominate_excel._parts import Chart, Sheet, Table, placed

__all__ = ["bar_chart"]

# Centimetres: of a row of the usual height, and of the chart beside the tables.
_ROW, _WIDTH = 0.529, 17
_MOST_STEPS = 6
# Hundredths of a point: as large as leaves room for a label at every bar.
_TITLE, _LABEL = 1200, 900


def bar_chart(chart: Chart, sheet: Sheet, colour: str) -> BarChart:
    """The chart of the first two columns of a table of the sheet, which holds its values too."""
    first = next(
        row + 1
        for row, block in placed(sheet.blocks)
        if isinstance(block, Table) and block.name == chart.table
    )
    last = first + len(chart.bars) - 1
    made = BarChart()
    made.type = "bar"
    made.title = _title(chart.title, _TITLE)
    made.legend = None
    made.gapWidth = 60
    made.width, made.height = _WIDTH, round(chart.rows * _ROW, 1)
    made.x_axis.title, made.y_axis.title = _title(chart.axis, _LABEL), _title(chart.measure, _LABEL)
    # Every bar has its word: a program may leave out each second one otherwise.
    made.x_axis.tickLblSkip = 1
    made.x_axis.txPr = made.y_axis.txPr = RichText(p=[_sized(_LABEL)])
    # Unless they are said to be there, Excel leaves the axes out.
    made.x_axis.delete = made.y_axis.delete = False
    # The first bar on top, and the numbers still below the bars.
    made.x_axis.scaling.orientation = "maxMin"
    made.y_axis.crosses = "max"
    made.y_axis.number_format = "0"
    made.y_axis.scaling.min = 0
    made.y_axis.majorUnit = _step(max(number for _, number in chart.bars))
    made.y_axis.majorGridlines = None
    labels, values = (f"'{sheet.name}'!${column}${first}:${column}${last}" for column in "AB")
    made.series.append(_series(chart, labels, values, colour))
    return made


def _title(text: str, size: int) -> Title:
    run = CharacterProperties(sz=size, b=True)
    written = Paragraph(pPr=ParagraphProperties(defRPr=run), r=[RegularTextRun(rPr=run, t=text)])
    return Title(tx=Text(rich=RichText(p=[written])), overlay=False)


def _sized(size: int) -> Paragraph:
    return Paragraph(
        pPr=ParagraphProperties(defRPr=CharacterProperties(sz=size)), endParaRPr=CharacterProperties()
    )


def _series(chart: Chart, labels: str, values: str, colour: str) -> Series:
    # The values stand in the chart as well, for previewers that look up no cells.
    texts = [StrVal(idx=place, v=name) for place, (name, _) in enumerate(chart.bars)]
    numbers = [NumVal(idx=place, v=str(number)) for place, (_, number) in enumerate(chart.bars)]
    return Series(
        idx=0,
        order=0,
        tx=SeriesLabel(v=chart.measure),
        cat=AxDataSource(strRef=StrRef(f=labels, strCache=StrData(ptCount=len(texts), pt=texts))),
        val=NumDataSource(
            numRef=NumRef(f=values, numCache=NumData(formatCode="0", ptCount=len(numbers), pt=numbers))
        ),
        spPr=GraphicalProperties(solidFill=colour),
        dLbls=DataLabelList(
            showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
        ),
    )


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

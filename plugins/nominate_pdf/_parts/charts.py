"""Charts: the bars are a figure, and the words around them are the cells of the table that says the same.

So the figures stand on the page once, and whoever reads by ear hears what the chart comes to, then a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from nominate.documents import Area, Chart, Drawing, Part, Words, drawing_of
from nominate_pdf._file.nodes import Node
from nominate_pdf._looks import BOTTOM, COLUMN, LABEL, MARGIN, PAGE_HEIGHT, TOP, Colour
from nominate_pdf._pages.pen import Pen
from nominate_pdf._pages.strips import Strip
from nominate_pdf._setting.lines import Line, Piece, said_by
from nominate_pdf._setting.typesetter import Typesetter

# With a caption above it, a chart still fits on one page.
_TALLEST = PAGE_HEIGHT - TOP - BOTTOM - 60
# So wide that no line of a chart is ever broken here: the drawing has broken it where it must.
_ENDLESS = 1e9

_COLOURS = {Part.BAR: Colour.MAIN, Part.AXIS: Colour.QUIET}
_HEADER = attrs.evolve(LABEL, colour=Colour.QUIET)


@attrs.frozen(kw_only=True, eq=False)
class ChartStrip(Strip):
    """A chart on one page; `cells` are the nodes of its header row, then of each bar: name and number."""

    drawing: Drawing
    lines: tuple[Line, ...]
    figure: Node
    cells: tuple[tuple[Node, Node], ...]

    def draw(self, pen: Pen, top: float) -> None:
        """The bars and the axis as one figure, then the words, each into its cell."""
        areas = [shape for shape in self.drawing.shapes if isinstance(shape, Area)]
        left, right = min(each.x for each in areas), max(each.x + each.width for each in areas)
        upper, lower = min(each.y for each in areas), max(each.y + each.height for each in areas)
        with pen.figure(self.figure, MARGIN + left, top - lower, right - left, lower - upper):
            for each in areas:
                bottom = top - each.y - each.height
                pen.fill(MARGIN + each.x, bottom, each.width, each.height, _COLOURS[each.part])
        for words, line in zip(self.drawing.words, self.lines, strict=True):
            look = _HEADER if words.part is Part.HEADER else LABEL
            above = top - words.y + look.leading / 2
            pen.write((line,), look, MARGIN + words.x, above, self._cell(words))

    def _cell(self, words: Words) -> Node:
        if words.part is Part.HEADER:
            return self.cells[0][words.bar]
        return self.cells[1 + words.bar][words.part is Part.NUMBER]


def chart_strip(chart: Chart, node: Node, typesetter: Typesetter, *, before: float) -> ChartStrip | None:
    """The chart without its caption, of which `node` is the figure and the table; None for one too tall."""
    setting = _Setting(typesetter)
    printable = _printable(chart, setting)
    drawing = drawing_of(printable, width=COLUMN, size=LABEL.size, measure=setting.width)
    if drawing.height > _TALLEST or drawing.width > COLUMN:
        return None
    figure, table = node.children
    cells = tuple(_rows(table))
    _tell_whole_names(printable, drawing, cells[1:])
    return ChartStrip(
        drawing=drawing,
        lines=tuple(setting.line(words.text) for words in drawing.words),
        figure=figure,
        cells=cells,
        height=drawing.height,
        before=before,
    )


def _printable(chart: Chart, setting: _Setting) -> Chart:
    """The chart with words as they can be printed, which nearly all are as they are."""
    headers = [setting.printable(text, chart.sources) for text in (chart.label_header, chart.value_header)]
    labels = [setting.printable(bar.label, bar.sources) for bar in chart.bars]
    if headers == [chart.label_header, chart.value_header] and labels == [bar.label for bar in chart.bars]:
        return chart
    return attrs.evolve(
        chart,
        label_header=headers[0],
        value_header=headers[1],
        bars=[attrs.evolve(bar, label=label) for bar, label in zip(chart.bars, labels, strict=True)],
    )


def _rows(table: Node) -> Iterator[tuple[Node, Node]]:
    _caption, head, body = table.children
    for row in (*head.children, *body.children):
        name, number = row.children
        yield name, number


def _tell_whole_names(chart: Chart, drawing: Drawing, cells: Iterable[tuple[Node, Node]]) -> None:
    """Of a name of which only a part stands on the page, as of most months, the whole is told."""
    shown = [""] * len(chart.bars)
    for words in drawing.words:
        if words.part is Part.NAME:
            shown[words.bar] += words.text
    for bar, part, (name, _) in zip(chart.bars, shown, cells, strict=True):
        if part != bar.label:
            name.actual = bar.label


class _Setting:
    """The words of a chart as lines of one look."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter

    def printable(self, text: str, sources: Iterable[str]) -> str:
        """The text as its letters can be printed; what could not be is told once, with its sources."""
        lines = self._typesetter.lines((text,), LABEL, _ENDLESS, sources)
        if lines == (text,):
            return text
        return " ".join(said_by(line).strip() for line in lines) or text

    def line(self, text: str) -> Line:
        """One line; a space at its end, which says that it goes on, is kept."""
        (line,) = self._typesetter.lines((text,), LABEL, _ENDLESS) or ("",)
        if not text.endswith(" "):
            return line
        return f"{line} " if isinstance(line, str) else (*line, Piece(" ", LABEL.face))

    def width(self, text: str) -> float:
        """How wide a text is, whatever fonts it takes."""
        line = self.line(text)
        if isinstance(line, str):
            return self._typesetter.ruler(LABEL.face, LABEL.size)(line)
        return sum(self._typesetter.width(piece, LABEL) for piece in line)

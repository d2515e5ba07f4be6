"""A drawing as SVG within a page: no script and no style of its own, so that the page's colours hold."""

from __future__ import annotations

import unicodedata
from functools import cache

from nominate.documents.drawing import Area, Drawing, Words, drawing_of
from nominate.documents.tree.charts import Chart
from nominate.documents.web.escaping import as_attribute, as_text

__all__ = ["chart_svg", "guessed_width"]

SIZE = 16.0
"""Of the words, in pixels where the page's own text has its usual size."""

# Nobody knows the reader's font, so the widest of the usual ones is taken: DejaVu Sans, in parts of its size.
_NARROW, _SLIM, _WIDE = " .,:;'’‘!|ijlI", 'frt()[]/-–"“”', "mwMW@%&—…"
_WIDTHS = {
    **dict.fromkeys(_NARROW, 0.34),
    **dict.fromkeys(_SLIM, 0.5),
    **dict.fromkeys(_WIDE, 1.0),
}


def chart_svg(chart: Chart, *, width: int, name: str, kind: str) -> str:
    """The chart as one picture with a name and a description, as wide as so many pixels of usual text.

    `name` is what its ids begin with, which nothing else on the page has; `kind` is its class.

    >>> from nominate.documents.tree.charts import Bar
    >>> chart = Chart(
    ...     caption="Outcomes", alt="One won.", label_header="Outcome", value_header="Nominations",
    ...     bars=[Bar(label="Won", value=1)],
    ... )
    >>> chart_svg(chart, width=320, name="chart-1", kind="wide").startswith('<svg class="wide" role="img"')
    True
    """
    drawing = drawing_of(chart, width=width, size=SIZE, measure=guessed_width)
    shapes = "".join(map(_shape, drawing.shapes))
    return (
        f'<svg class="{kind}" role="img" aria-labelledby="{name}-name" aria-describedby="{name}-says" '
        f'width="{width / SIZE:g}rem" {_view_box(drawing)}>\n'
        f'<title id="{name}-name">{as_attribute(chart.caption)}</title>\n'
        f'<desc id="{name}-says">{as_attribute(chart.description)}</desc>\n{shapes}</svg>\n'
    )


def _view_box(drawing: Drawing) -> str:
    return f'viewBox="0 0 {_placed(drawing.width)} {_placed(drawing.height)}"'


def _shape(shape: Area | Words) -> str:
    match shape:
        case Area():
            return (
                f'<rect class="{shape.part.value}" x="{_placed(shape.x)}" y="{_placed(shape.y)}" '
                f'width="{_placed(shape.width)}" height="{_placed(shape.height)}"/>\n'
            )
        case Words():
            # From the middle of the line down to where its letters stand.
            baseline = shape.y + 0.35 * SIZE
            return (
                f'<text class="{shape.part.value}" x="{_placed(shape.x)}" y="{_placed(baseline)}">'
                f"{as_text(shape.text)}</text>\n"
            )


def _placed(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def guessed_width(text: str) -> float:
    """About how wide a text is on anybody's screen, rather more than less.

    >>> guessed_width("Won") < guessed_width("Wow")
    True
    """
    return SIZE * sum(map(_width, text))


@cache
def _width(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.combining(letter):
        return 0.0
    if letter.isupper() or not letter.isalnum():
        return 0.8
    return 1.05 if unicodedata.east_asian_width(letter) in "WF" else 0.65

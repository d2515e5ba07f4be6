"""A chart as geometry: areas and words at measured places, which every form draws with its own pen.

All measures are in the form's own unit, points or pixels; x grows to the right and y downwards, from the
upper left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

import attrs

from nominate.documents.characters import one_line
from nominate.documents.tree.charts import Bar, Chart

__all__ = ["Area", "Drawing", "Measure", "Part", "Words", "drawing_of"]

Measure = Callable[[str], float]
"""The width of a text in the size in which the chart's words are set."""

# Of the whole width, names beside bars fill this at most; where one needs more, all go above.
_MOST_FOR_NAMES = 0.48
_MOST_LINES_BESIDE = 2
_LEAST_FOR_BARS = 0.25
_WIDEST_COLUMN = 0.7
_MOST_COLUMN_WIDTH = 4.0
_COLUMN_HEIGHT = 10.0
_LEADING = 1.3
_GAP = 0.65
_AXIS = 1.0


class Part(Enum):
    """What a shape of a chart stands for.

    >>> Part("bar").name
    'BAR'
    """

    BAR = "bar"
    AXIS = "axis"
    HEADER = "header"
    NAME = "name"
    NUMBER = "number"


@attrs.frozen(kw_only=True)
class Area:
    """A rectangle, from its upper left corner.

    >>> Area(part=Part.BAR, x=0, y=0, width=10, height=5).width
    10
    """

    part: Part
    x: float
    y: float
    width: float
    height: float


@attrs.frozen(kw_only=True)
class Words:
    """One line of text from `x` on; `y` is the middle of the line, `width` what the ruler says of it.

    `bar` is the place of the bar that it tells of, counted from 0; of a header, it is the column of the table
    that it names. A line that goes on in the next ends with a space, so that whoever reads the text back
    reads words apart.

    >>> Words(part=Part.NAME, bar=0, x=0, y=8, text="Won", width=20).text
    'Won'
    """

    part: Part
    bar: int
    x: float
    y: float
    text: str
    width: float


@attrs.frozen(kw_only=True)
class Drawing:
    """The shapes of one chart, in reading order, and the room that they fill.

    >>> Drawing(width=200, height=16, shapes=()).words
    ()
    """

    width: float
    height: float
    shapes: tuple[Area | Words, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """Its texts alone, in reading order."""
        return tuple(each for each in self.shapes if isinstance(each, Words))


def drawing_of(chart: Chart, *, width: float, size: float, measure: Measure) -> Drawing:
    """The chart drawn that wide, its words of that size and as wide as `measure` says.

    Bars run from the left, each with its name before or above it and its number at its end. A chart over
    time has columns, where the numbers fit above them; below, every name stands, or every second, third and
    so on, and a year only once. The headers of names and numbers stand above both, or at the two axes. No
    words ever lie over others, and a bar of nought has no area. The drawing is wider than asked only where
    one number alone needs that.

    >>> chart = Chart(
    ...     caption="Outcomes", alt="One won.", label_header="Outcome", value_header="Nominations",
    ...     bars=[Bar(label="Won", value=1)],
    ... )
    >>> [each.text for each in drawing_of(chart, width=200, size=10, measure=len).words]
    ['Outcome', 'Nominations', 'Won', '1']
    """
    most = max(bar.value for bar in chart.bars)
    sheet = _Sheet(chart=chart, width=width, size=size, measure=measure, most=most)
    slot = width / len(chart.bars)
    names = [_Dated.of(bar) for bar in chart.bars]
    has_room = slot >= sheet.widest_number + size / 2
    if chart.over_time and has_room and 2 * max(measure(each.name) for each in names) <= width:
        return _columns(sheet, names, slot)
    return _rows(sheet)


@attrs.frozen(kw_only=True)
class _Sheet:
    """What the shapes of one chart share; `most` is what its longest bar stands for."""

    chart: Chart
    width: float
    size: float
    measure: Measure
    most: int

    @property
    def bars(self) -> tuple[Bar, ...]:
        """The bars of the chart, in its order."""
        return self.chart.bars

    @property
    def line(self) -> float:
        """How high a line of text is."""
        return self.size * _LEADING

    @property
    def gap(self) -> float:
        """The room between two bars."""
        return self.size * _GAP

    @property
    def widest_number(self) -> float:
        """How wide the widest number beside a bar is."""
        return max(self.measure(_number(bar)) for bar in self.bars)

    def share(self, bar: Bar) -> float:
        """Its part of the longest bar."""
        return bar.value / (self.most or 1)

    def words(self, part: Part, bar: int, text: str, x: float, y: float) -> Words:
        """A line of text that begins at a place; the space at its end takes no room."""
        return Words(part=part, bar=bar, x=x, y=y, text=text, width=self.measure(text.rstrip(" ")))

    def block(self, part: Part, bar: int, lines: list[str], x: float, top: float) -> list[Words]:
        """Lines one below the other."""
        return [
            self.words(part, bar, text, x, top + self.line * (place + 0.5))
            for place, text in enumerate(lines)
        ]

    def wrapped(self, text: str, width: float) -> list[str]:
        """A text as lines of at most that width."""
        return list(_wrapped(text, width, self.measure))


def _number(bar: Bar) -> str:
    return f"{bar.value:,}"


def _rows(sheet: _Sheet) -> Drawing:
    """Bars from left to right, their names beside them, or above where they are too long for that."""
    labels = [sheet.chart.label_header, *(bar.label for bar in sheet.bars)]
    widest = max(sheet.measure(one_line(label)) for label in labels)
    beside = min(widest, _MOST_FOR_NAMES * sheet.width)
    start, least = beside + sheet.gap, _LEAST_FOR_BARS * sheet.width
    room = sheet.width - start - sheet.gap - sheet.widest_number
    lines = max(len(sheet.wrapped(label, beside)) for label in labels)
    longest_word = max(sheet.measure(word) for label in labels for word in label.split())
    if lines > _MOST_LINES_BESIDE or longest_word > beside or room < least:
        return _rows_below_names(sheet)
    header, *names = (sheet.wrapped(label, beside) for label in labels)
    told = sheet.wrapped(sheet.chart.value_header, sheet.width - start)
    top = sheet.line * max(len(header), len(told))
    shapes: list[Area | Words] = [
        *sheet.block(Part.HEADER, 0, header, 0, top - sheet.line * len(header)),
        *sheet.block(Part.HEADER, 1, told, start, top - sheet.line * len(told)),
    ]
    y = top + sheet.gap
    for place, (bar, name) in enumerate(zip(sheet.bars, names, strict=True)):
        height = sheet.line * len(name)
        shapes += sheet.block(Part.NAME, place, name, 0, y)
        shapes += _bar(sheet, place, start, y + height / 2, room * sheet.share(bar))
        y += height + sheet.gap
    shapes.append(_axis(start - _AXIS, top + sheet.gap / 2, _AXIS, y - top - sheet.gap))
    return Drawing(width=sheet.width, height=y - sheet.gap / 2, shapes=tuple(shapes))


def _rows_below_names(sheet: _Sheet) -> Drawing:
    room = sheet.width - _AXIS - sheet.gap - sheet.widest_number
    longest = max(room, _LEAST_FOR_BARS * sheet.width)
    shapes: list[Area | Words] = []
    y = 0.0
    for column, text in enumerate((sheet.chart.label_header, sheet.chart.value_header)):
        lines = sheet.wrapped(text, sheet.width)
        shapes += sheet.block(Part.HEADER, column, lines, 0, y)
        y += sheet.line * len(lines)
    for place, bar in enumerate(sheet.bars):
        y += sheet.gap
        lines = sheet.wrapped(bar.label, sheet.width)
        shapes += sheet.block(Part.NAME, place, lines, 0, y)
        y += sheet.line * len(lines)
        shapes += _bar(sheet, place, _AXIS, y + sheet.line / 2, longest * sheet.share(bar))
        shapes.append(_axis(0, y, _AXIS, sheet.line))
        y += sheet.line
    return Drawing(width=sheet.width + longest - room, height=y, shapes=tuple(shapes))


def _bar(sheet: _Sheet, place: int, x: float, middle: float, length: float) -> Iterator[Area | Words]:
    if length:
        yield Area(part=Part.BAR, x=x, y=middle - sheet.size / 2, width=length, height=sheet.size)
    number = _number(sheet.bars[place])
    yield sheet.words(Part.NUMBER, place, number, x + length + sheet.gap, middle)


def _axis(x: float, y: float, width: float, height: float) -> Area:
    return Area(part=Part.AXIS, x=x, y=y, width=width, height=height)


@attrs.frozen
class _Dated:
    """The name of a column without its year, and the year, if it ends with one."""

    name: str
    year: str

    @classmethod
    def of(cls, bar: Bar) -> _Dated:
        """The label of a bar, taken apart where a year ends it."""
        name, _, year = one_line(bar.label).rpartition(" ")
        is_dated = bool(name) and len(year) == 4 and year.isdecimal()
        return cls(name, year) if is_dated else cls(one_line(bar.label), "")


def _columns(sheet: _Sheet, names: list[_Dated], slot: float) -> Drawing:
    """Columns from left to right, with the names below and each year below where it begins."""
    title = sheet.wrapped(sheet.chart.value_header, sheet.width)
    top = sheet.line * (len(title) + 1)
    base = top + _COLUMN_HEIGHT * sheet.size
    thick = min(slot * _WIDEST_COLUMN, _MOST_COLUMN_WIDTH * sheet.size)
    step = _step([sheet.measure(each.name) for each in names], slot, sheet.gap)
    years = dict(_years(sheet, names, slot, base + _AXIS + 1.5 * sheet.line, step))
    below = base + _AXIS + sheet.line * (2 if years else 1)
    header = sheet.wrapped(sheet.chart.label_header, sheet.width)
    shapes: list[Area | Words] = [
        *sheet.block(Part.HEADER, 0, header, 0, below),
        *sheet.block(Part.HEADER, 1, title, 0, 0),
        _axis(0, base, sheet.width, _AXIS),
    ]
    for place, (bar, dated) in enumerate(zip(sheet.bars, names, strict=True)):
        middle = slot * (place + 0.5)
        height = (base - top) * sheet.share(bar)
        if place % step == 0:
            line = base + _AXIS + sheet.line / 2
            told = f"{dated.name} " if place in years else dated.name
            shapes.append(_centred(sheet, Part.NAME, place, told, middle, line))
        shapes += [years[place]] if place in years else []
        if bar.value:
            shapes.append(
                Area(part=Part.BAR, x=middle - thick / 2, y=base - height, width=thick, height=height)
            )
        over = base - height - sheet.line / 2
        shapes.append(_centred(sheet, Part.NUMBER, place, _number(bar), middle, over))
    return Drawing(width=sheet.width, height=below + sheet.line * len(header), shapes=tuple(shapes))


def _step(widths: list[float], slot: float, gap: float) -> int:
    """Every how many columns a name has room, even where the first or the last is moved inwards."""
    widest = max(widths)
    needed = widest + gap + max(0.0, (widest - slot) / 2)
    return max(1, -int(-needed // slot))


def _years(
    sheet: _Sheet, names: list[_Dated], slot: float, y: float, step: int
) -> Iterator[tuple[int, Words]]:
    """Each year with the first named column of it, unless the one before it leaves no room."""
    free = 0.0
    for place in range(0, len(names), step):
        dated = names[place]
        if not dated.year or (place and names[place - step].year == dated.year):
            continue
        words = _centred(sheet, Part.NAME, place, dated.year, slot * (place + 0.5), y)
        if words.x >= free:
            yield place, words
            free = words.x + words.width + sheet.gap


def _centred(sheet: _Sheet, part: Part, place: int, text: str, middle: float, y: float) -> Words:
    width = sheet.measure(text.rstrip(" "))
    x = min(max(0.0, middle - width / 2), sheet.width - width)
    return Words(part=part, bar=place, x=x, y=y, text=text, width=width)


def _wrapped(text: str, width: float, measure: Measure) -> Iterator[str]:
    """The text as lines that fit; a word that is too wide for one is broken where it must be."""
    line = ""
    for word in one_line(text).split(" "):
        joined = f"{line} {word}" if line else word
        if measure(joined) <= width:
            line = joined
            continue
        if line:
            yield f"{line} "
        *whole, line = _broken(word, width, measure)
        yield from whole
    yield line


def _broken(word: str, width: float, measure: Measure) -> Iterator[str]:
    part = ""
    for letter in word:
        if part and measure(part + letter) > width:
            yield part
            part = ""
        part += letter
    yield part

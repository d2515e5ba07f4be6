"""A chart as geometry: areas and words at measured places, which every form draws with its own pen.

All measures are in the form's own unit, points or pixels; x grows to the right and y downwards, from the
upper left corner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum

import attrs

from nominate.documents.characters import one_line
from nominate.documents.charts import Bar, Chart

__all__ = ["Area", "Drawing", "Measure", "Part", "Words", "drawing_of"]

Measure = Callable[[str], float]
"""The width of a text in the size in which the chart's words are set."""

# Of the whole width, names beside bars fill this at most; where one needs more lines, all go above.
_MOST_FOR_NAMES = 0.42
_MOST_LINES_BESIDE = 2
_LEAST_FOR_BARS = 0.25
_WIDEST_COLUMN = 0.7
_MOST_COLUMN_WIDTH = 4.0
_COLUMN_HEIGHT = 10.0
_LEADING = 1.3
_AXIS = 1.0


class Part(Enum):
    """What a shape of a chart stands for.

    >>> Part("bar").name
    'BAR'
    """

    BAR = "bar"
    AXIS = "axis"
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

    A line that goes on in the next ends with a space, so that whoever reads the text back reads words apart.

    >>> Words(part=Part.NAME, x=0, y=8, text="Won", width=20).text
    'Won'
    """

    part: Part
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
    so on, and a year only once. No words ever lie over others, and a bar of nought has no area. The drawing
    is wider than asked only where one number alone needs that.

    >>> chart = Chart(
    ...     caption="Outcomes", alt="One won.", label_header="Outcome", value_header="Nominations",
    ...     bars=[Bar(label="Won", value=1)],
    ... )
    >>> [each.text for each in drawing_of(chart, width=200, size=10, measure=len).words]
    ['Won', '1']
    """
    sheet = _Sheet(bars=chart.bars, width=width, size=size, measure=measure)
    slot = width / len(chart.bars)
    names = [_Dated.of(bar) for bar in chart.bars]
    has_room = slot >= sheet.widest_number + size / 2
    if chart.over_time and has_room and 2 * max(measure(each.name) for each in names) <= width:
        return _columns(sheet, names, slot)
    return _rows(sheet)


@attrs.frozen(kw_only=True)
class _Sheet:
    """What the shapes of one chart share."""

    bars: tuple[Bar, ...]
    width: float
    size: float
    measure: Measure

    @property
    def line(self) -> float:
        return self.size * _LEADING

    @property
    def gap(self) -> float:
        return self.size / 2

    @property
    def widest_number(self) -> float:
        return max(self.measure(_number(bar)) for bar in self.bars)

    def share(self, bar: Bar) -> float:
        """Its part of the longest bar."""
        return bar.value / (max(each.value for each in self.bars) or 1)

    def words(self, part: Part, text: str, x: float, y: float) -> Words:
        return Words(part=part, x=x, y=y, text=text, width=self.measure(text.rstrip(" ")))


def _number(bar: Bar) -> str:
    return f"{bar.value:,}"


def _rows(sheet: _Sheet) -> Drawing:
    """Bars from left to right, their names beside them, or above where they are too long for that."""
    widest = max(sheet.measure(one_line(bar.label)) for bar in sheet.bars)
    beside = min(widest, _MOST_FOR_NAMES * sheet.width)
    names = [list(_wrapped(bar.label, beside, sheet.measure)) for bar in sheet.bars]
    start, least = beside + sheet.gap, _LEAST_FOR_BARS * sheet.width
    room = sheet.width - start - sheet.gap - sheet.widest_number
    is_beside = max(map(len, names)) <= _MOST_LINES_BESIDE and room >= least
    if not is_beside:
        names = [list(_wrapped(bar.label, sheet.width, sheet.measure)) for bar in sheet.bars]
        start, room = _AXIS, room + start - _AXIS
    longest = max(room, least)
    shapes: list[Area | Words] = []
    y = sheet.gap / 2
    for bar, lines in zip(sheet.bars, names, strict=True):
        told = sheet.line * len(lines)
        middle = y + (told / 2 if is_beside else told + sheet.line / 2)
        shapes += [
            sheet.words(Part.NAME, text, 0, y + sheet.line * (place + 0.5))
            for place, text in enumerate(lines)
        ]
        shapes += _bar(sheet, bar, start, middle, longest * sheet.share(bar))
        bottom = y + told + (0 if is_beside else sheet.line)
        # Beside the names the axis is one line; above, names stand in its way.
        top = y if is_beside else y + told
        space = sheet.gap / 2 if is_beside else 0
        shapes.append(_axis(start - _AXIS, top - space, _AXIS, bottom - top + 2 * space))
        y = bottom + sheet.gap
    return Drawing(width=sheet.width + longest - room, height=y - sheet.gap / 2, shapes=tuple(shapes))


def _axis(x: float, y: float, width: float, height: float) -> Area:
    return Area(part=Part.AXIS, x=x, y=y, width=width, height=height)


def _bar(sheet: _Sheet, bar: Bar, x: float, middle: float, length: float) -> Iterator[Area | Words]:
    if bar.value:
        yield Area(part=Part.BAR, x=x, y=middle - sheet.size / 2, width=length, height=sheet.size)
    yield sheet.words(Part.NUMBER, _number(bar), x + length + sheet.gap, middle)


@attrs.frozen
class _Dated:
    """The name of a column without its year, and the year, if it ends with one."""

    name: str
    year: str

    @classmethod
    def of(cls, bar: Bar) -> _Dated:
        name, _, year = one_line(bar.label).rpartition(" ")
        is_dated = bool(name) and len(year) == 4 and year.isdecimal()
        return cls(name, year) if is_dated else cls(one_line(bar.label), "")


def _columns(sheet: _Sheet, names: list[_Dated], slot: float) -> Drawing:
    """Columns from left to right, with the names below and each year below where it begins."""
    base = sheet.line + _COLUMN_HEIGHT * sheet.size
    thick = min(slot * _WIDEST_COLUMN, _MOST_COLUMN_WIDTH * sheet.size)
    step = _step([sheet.measure(each.name) for each in names], slot, sheet.gap)
    shapes: list[Area | Words] = [_axis(0, base, sheet.width, _AXIS)]
    years = list(_years(sheet, names, slot, base + 2 * sheet.line))
    for place, (bar, dated) in enumerate(zip(sheet.bars, names, strict=True)):
        middle = slot * (place + 0.5)
        height = (base - sheet.line) * sheet.share(bar)
        if place % step == 0:
            shapes.append(_centred(sheet, Part.NAME, dated.name, middle, base + 0.7 * sheet.line))
        shapes += [each for at, each in years if at == place]
        if bar.value:
            shapes.append(
                Area(part=Part.BAR, x=middle - thick / 2, y=base - height, width=thick, height=height)
            )
        shapes.append(_centred(sheet, Part.NUMBER, _number(bar), middle, base - height - sheet.line / 2))
    lines = 2.6 if years else 1.3
    return Drawing(width=sheet.width, height=base + lines * sheet.line, shapes=tuple(shapes))


def _step(widths: list[float], slot: float, gap: float) -> int:
    """Every how many columns a name has room, even where the first or the last is moved inwards."""
    widest = max(widths)
    needed = widest + gap + max(0.0, (widest - slot) / 2)
    return max(1, -int(-needed // slot))


def _years(sheet: _Sheet, names: list[_Dated], slot: float, middle: float) -> Iterator[tuple[int, Words]]:
    """Each year with the column at which it begins, unless the one before it leaves no room."""
    free = 0.0
    for place, dated in enumerate(names):
        if not dated.year or (place and names[place - 1].year == dated.year):
            continue
        words = _centred(sheet, Part.NAME, dated.year, slot * (place + 0.5), middle - 0.2 * sheet.line)
        if words.x >= free:
            yield place, words
            free = words.x + words.width + sheet.gap


def _centred(sheet: _Sheet, part: Part, text: str, middle: float, y: float) -> Words:
    words = sheet.words(part, text, 0, y)
    return attrs.evolve(words, x=min(max(0.0, middle - words.width / 2), sheet.width - words.width))


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

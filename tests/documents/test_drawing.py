"""Charts as geometry: nothing lies over anything else, lengths are true, and nobody's figure is left out."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.documents import Area, Bar, Chart, Drawing, Part, Words, drawing_of

SIZE = 10.0
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def measure(text: str) -> float:
    return 5.5 * len(text)


def drawn(bars: list[Bar], *, width: float = 480, over_time: bool = False) -> Drawing:
    chart = Chart(
        caption="Entries",
        alt="One leads.",
        label_header="Name",
        value_header="Entries",
        bars=bars,
        over_time=over_time,
    )
    return drawing_of(chart, width=width, size=SIZE, measure=measure)


def months(number: int, *, value: int = 3) -> list[Bar]:
    return [Bar(label=f"{MONTHS[at % 12]} {2020 + at // 12}", value=value + at % 7) for at in range(number)]


def box(shape: Area | Words) -> tuple[float, float, float, float]:
    if isinstance(shape, Area):
        return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    return shape.x, shape.y - SIZE / 2, shape.x + shape.width, shape.y + SIZE / 2


def overlap(one: Area | Words, other: Area | Words) -> bool:
    first, second = box(one), box(other)
    near = 0.01
    return (
        first[0] < second[2] - near
        and second[0] < first[2] - near
        and first[1] < second[3] - near
        and second[1] < first[3] - near
    )


def said(drawing: Drawing, part: Part) -> list[str]:
    return [each.text for each in drawing.words if each.part is part]


def bar_areas(drawing: Drawing) -> list[Area]:
    return [each for each in drawing.shapes if isinstance(each, Area) and each.part is Part.BAR]


LABELS = st.text("abc Wŵ-", min_size=1, max_size=90).filter(str.strip)
BARS = st.lists(
    st.builds(Bar, label=LABELS, value=st.integers(min_value=0, max_value=10**12)), min_size=1, max_size=30
)


@given(bars=BARS, width=st.sampled_from([160.0, 280.0, 480.0, 640.0]), over_time=st.booleans())
def test_no_words_lie_over_others_or_over_a_bar_and_all_stay_inside(
    bars: list[Bar], width: float, over_time: bool
) -> None:
    drawing = drawn(bars, width=width, over_time=over_time)
    for words in drawing.words:
        left, top, right, bottom = box(words)
        assert left >= 0
        assert top >= 0
        assert right <= drawing.width + 0.01
        assert bottom <= drawing.height + 0.01
    for one, other in combinations(drawing.shapes, 2):
        if isinstance(one, Words) or isinstance(other, Words):
            assert not overlap(one, other), (one, other)


@given(bars=BARS, over_time=st.booleans())
def test_every_number_is_told_once_and_every_bar_is_as_long_as_its_number_says(
    bars: list[Bar], over_time: bool
) -> None:
    drawing = drawn(bars, over_time=over_time)
    assert said(drawing, Part.NUMBER) == [f"{bar.value:,}" for bar in bars]
    areas = bar_areas(drawing)
    values = [bar.value for bar in bars if bar.value]
    assert len(areas) == len(values)
    most = max(values, default=1)
    is_upright = len({round(each.y + each.height, 3) for each in areas}) == 1 and len(areas) > 1
    lengths = [each.height if is_upright else each.width for each in areas]
    for length, value in zip(lengths, values, strict=True):
        assert length == pytest.approx(max(lengths) * value / most)


@given(bars=BARS)
def test_every_name_is_told_whole_however_it_is_broken(bars: list[Bar]) -> None:
    told = "".join(said(drawn(bars), Part.NAME)).replace(" ", "")
    assert told == "".join(bar.label for bar in bars).replace(" ", "")


@given(bars=BARS, width=st.sampled_from([160.0, 480.0]), over_time=st.booleans())
def test_words_tell_which_bar_they_are_of_in_reading_order(
    bars: list[Bar], width: float, over_time: bool
) -> None:
    words = drawn(bars, width=width, over_time=over_time).words
    headers = [each for each in words if each.part is Part.HEADER]
    assert [(each.bar, each.text) for each in headers] == [(0, "Name"), (1, "Entries")]
    told = [each for each in words if each.part is not Part.HEADER]
    assert [each.bar for each in told] == sorted(each.bar for each in told)
    for each in told:
        if each.part is Part.NUMBER:
            assert each.text == f"{bars[each.bar].value:,}"
        else:
            assert each.text.strip() in " ".join(bars[each.bar].label.split())


def test_short_names_stand_beside_their_bars_and_long_ones_above() -> None:
    beside = drawn([Bar(label="Won", value=2), Bar(label="Highly commended", value=1)])
    above = drawn([Bar(label="a name of very many words " * 6, value=2)])
    name, number = [each for each in beside.words if each.part is not Part.HEADER][:2]
    assert name.y == pytest.approx(number.y)
    first, *_, last = [each for each in above.words if each.part is not Part.HEADER]
    assert first.y < last.y
    assert first.text.endswith(" ")


def test_a_year_of_months_is_columns_with_each_year_once() -> None:
    drawing = drawn(months(14), over_time=True)
    assert len({each.y + each.height for each in bar_areas(drawing)}) == 1
    assert [text for text in said(drawing, Part.NAME) if text.isdecimal()] == ["2020", "2021"]


def test_months_that_have_no_room_are_left_out_at_even_steps() -> None:
    told = said(drawn(months(20), over_time=True), Part.NAME)
    assert told == ["January ", "2020", "April", "July", "October", "January ", "2021", "April", "July"]


def test_a_year_stands_below_a_month_that_is_named() -> None:
    late = [Bar(label=label, value=1) for label in ("December 2026", "January 2027", "February 2027")]
    told = said(drawn([*late, *months(17)], over_time=True), Part.NAME)
    assert told[:4] == ["December ", "2026", "January ", "2020"]


def test_columns_that_would_be_too_narrow_for_their_numbers_are_bars() -> None:
    narrow = drawn(months(20, value=1_000_000), over_time=True, width=280)
    assert len({each.x for each in bar_areas(narrow)}) == 1
    assert "January 2020" in said(narrow, Part.NAME)


def test_years_are_named_one_by_one() -> None:
    years = drawn([Bar(label=str(year), value=year % 5) for year in range(2015, 2025)], over_time=True)
    assert said(years, Part.NAME) == [str(year) for year in range(2015, 2025)]


def test_what_is_all_nought_has_no_bar_but_every_number() -> None:
    for over_time in (False, True):
        drawing = drawn([Bar(label="Won", value=0), Bar(label="Lost", value=0)], over_time=over_time)
        assert bar_areas(drawing) == []
        assert said(drawing, Part.NUMBER) == ["0", "0"]


def test_a_number_that_needs_more_room_than_there_is_gets_it() -> None:
    assert drawn([Bar(label="Won", value=10**60)], width=160).width > 160

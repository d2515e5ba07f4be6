"""Dates: said as far as they are known, and no further."""

from __future__ import annotations

import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate.model.when import When
from nominate.prose import Style, words

HEALTH, GOVUK, PRESS = STYLES = tuple(map(Style.load, ("health", "govuk", "press")))
AUTUMN = When(2020, 9, 1)
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
MONTHS += ["September", "October", "November", "December"]

dates = st.dates(When(1900).first_moment().date(), When(2100).first_moment().date())


@st.composite
def whens(draw: st.DrawFn) -> When:
    day = draw(dates)
    text = f"{day}T{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}"
    return When.parse(text[: draw(st.sampled_from([4, 7, 10, 16]))])


@pytest.mark.parametrize(
    ("text", "bare", "placed"),
    [
        pytest.param("2017", "2017", "in 2017", id="year"),
        pytest.param("2020", "2020", "in 2020", id="the current year is still a year"),
        pytest.param("2020-11", "November", "in November", id="month of this year"),
        pytest.param("2021-01", "January 2021", "in January 2021", id="month of another year"),
        pytest.param(
            "2017-10-11",
            "Wednesday 11 October 2017",
            "on Wednesday 11 October 2017",
            id="day of another year",
        ),
        pytest.param("2020-11-03", "Tuesday 3 November", "on Tuesday 3 November", id="day of this year"),
        pytest.param(
            "2020-11-12T20:00", "8pm on Thursday 12 November", "at 8pm on Thursday 12 November", id="time"
        ),
        pytest.param(
            "2020-02-28T23:59",
            "11:59pm on Friday 28 February",
            "at 11:59pm on Friday 28 February",
            id="last minute",
        ),
        pytest.param(
            "2020-11-12T00:00",
            "midnight at the start of Thursday 12 November",
            "at midnight at the start of Thursday 12 November",
            id="midnight",
        ),
        pytest.param("2020-10~", "around October", "around October", id="about a month"),
        pytest.param("2021-10-05~", "around 5 October 2021", "around 5 October 2021", id="about a day"),
        pytest.param(
            "2020-11-03/2020-11-05",
            "Tuesday 3 to Thursday 5 November",
            "from Tuesday 3 to Thursday 5 November",
            id="days of one month",
        ),
        pytest.param(
            "2021-11-30/2021-12-02",
            "Tuesday 30 November to Thursday 2 December 2021",
            "from Tuesday 30 November to Thursday 2 December 2021",
            id="days of two months",
        ),
        pytest.param("2020-09/2020-11", "September to November", "from September to November", id="months"),
        pytest.param(
            "2020-12/2021-01", "December to January 2021", "from December to January 2021", id="two years"
        ),
        pytest.param("2019/2021", "2019 to 2021", "from 2019 to 2021", id="years"),
        pytest.param("2020-11/2020-12-02", "November to Wednesday 2 December", None, id="unlike ends"),
        pytest.param(
            "2020-09~/2020-11", "around September to November", "around September to November", id="~"
        ),
        pytest.param(
            "2020-11-03T09:00/2020-11-03T17:30",
            "9am to 5:30pm on Tuesday 3 November",
            "from 9am to 5:30pm on Tuesday 3 November",
            id="times of one day",
        ),
        pytest.param(
            "2020-11-03T09:00/2020-11-04T17:00",
            "9am on Tuesday 3 November to 5pm on Wednesday 4 November",
            None,
            id="times of two days",
        ),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(text: str, bare: str, placed: str | None) -> None:
    when = When.parse(text)
    assert words.dated(when, HEALTH, now=AUTUMN) == bare
    assert words.dated(when, HEALTH, now=AUTUMN, preposition=True) == (placed or f"from {bare}")


@pytest.mark.parametrize(
    ("text", "govuk", "press"),
    [
        pytest.param("2017-10-11", "11 October 2017", "11 October 2017", id="another year"),
        pytest.param("2020-11-03", "Tuesday 3 November", "3 November", id="this year"),
        pytest.param("2020-11-03T12:30", "12:30pm on Tuesday 3 November", "12.30pm on 3 November", id="time"),
        pytest.param("2020-11-03T12:00", "midday on Tuesday 3 November", "noon on 3 November", id="noon"),
        pytest.param(
            "2020-11-03/2020-11-05", "Tuesday 3 to Thursday 5 November", "3 to 5 November", id="days"
        ),
        pytest.param(
            "2021-11-03/2021-11-05", "3 to 5 November 2021", "3 to 5 November 2021", id="later days"
        ),
    ],
)
def test_other_houses_say_dates_their_way(text: str, govuk: str, press: str) -> None:
    when = When.parse(text)
    assert (words.dated(when, GOVUK, now=AUTUMN), words.dated(when, PRESS, now=AUTUMN)) == (govuk, press)


@pytest.mark.parametrize(
    ("day", "health", "govuk", "press"),
    [
        ("2020-11-11", "on Wednesday 11 November", "yesterday (11 November 2020)", "yesterday"),
        ("2020-11-12", "on Thursday 12 November", "today (12 November 2020)", "today"),
        ("2020-11-13", "on Friday 13 November", "tomorrow (13 November 2020)", "tomorrow"),
        ("2020-11-14", "on Saturday 14 November", "on Saturday 14 November", "on 14 November"),
        ("2020-11", "in November", "in November", "in November"),
        (
            "2020-11-12T20:00",
            "at 8pm on Thursday 12 November",
            "at 8pm today (12 November 2020)",
            "at 8pm today",
        ),
    ],
)
def test_a_day_near_publication_is_called_so_where_the_style_allows(
    day: str, health: str, govuk: str, press: str
) -> None:
    now = When.parse("2020-11-12T09:00")
    said = tuple(words.dated(When.parse(day), style, now=now, preposition=True) for style in STYLES)
    assert said == (health, govuk, press)


def test_no_day_is_near_when_the_moment_is_not_known_to_the_day() -> None:
    assert words.dated(When(2020, 11, 12), PRESS, now=When(2020, 11)) == "12 November"


def test_the_year_is_said_without_a_moment_and_where_the_style_keeps_it(
    changed: Callable[..., Style],
) -> None:
    assert words.dated(When(2020, 11), HEALTH) == "November 2020"
    keeps = changed(HEALTH, "dates", drops_current_year=False)
    assert words.dated(When(2020, 11), keeps, now=AUTUMN) == "November 2020"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-08-17T23:30Z", "12:30am on Tuesday 18 August"),
        ("2020-11-12T20:00+01:00", "7pm on Thursday 12 November"),
        ("2020-11-12T20:00Z~", "around 8pm on 12 November"),
        ("2020-08-17T08:00Z/2020-08-17T16:00Z", "9am to 5pm on Monday 17 August"),
    ],
)
def test_a_time_of_another_zone_is_said_in_the_register_s(text: str, expected: str) -> None:
    assert words.dated(When.parse(text), HEALTH, now=AUTUMN, zone=ZoneInfo("Europe/London")) == expected


@given(when=whens(), style=st.sampled_from(STYLES))
def test_a_date_in_words_names_every_known_part_and_no_other(when: When, style: Style) -> None:
    said = words.dated(when, style)
    assert str(when.year) in said
    assert [month for month in MONTHS if month in said] == ([MONTHS[when.month - 1]] if when.month else [])
    numbers = {int(number) for number in re.findall(r"\d+", re.sub(r"\d+(?:[:.]\d+)?[ap]m", "", said))}
    assert numbers == {when.year} | ({when.day} if when.day else set())


@given(when=whens(), now=whens(), style=st.sampled_from(STYLES))
def test_a_preposition_changes_nothing_but_the_start(when: When, now: When, style: Style) -> None:
    placed = words.dated(when, style, now=now, preposition=True)
    bare = words.dated(when, style, now=now)
    assert placed.removesuffix(bare) in {"", "in ", "on ", "at "}


@given(hour=st.integers(0, 23), minute=st.integers(0, 59), style=st.sampled_from(STYLES))
def test_a_time_of_day_can_be_read_back(hour: int, minute: int, style: Style) -> None:
    said = words.timed(hour, minute, style)
    if said in {"midnight", "midday", "noon"}:
        assert (hour, minute) == (0 if said == "midnight" else 12, 0)
    else:
        found = re.fullmatch(r"(\d+)(?:[:.](\d\d))?([ap])m", said)
        assert found is not None
        assert int(found[1]) % 12 + (12 if found[3] == "p" else 0) == hour
        assert int(found[2] or 0) == minute


@pytest.mark.parametrize(
    ("pattern", "text", "said"),
    [
        ("{} to {}", "2020-11-03/2020-11-05", "from 3 to 5 November"),
        ("{} until {}", "2020-11-03/2020-11-05", "from 3 until 5 November"),
        ("{}–{}", "2020-11-03/2020-11-05", "on 3–5 November"),
        ("{}–{}", "2020-09/2020-11", "in September–November"),
        ("{}–{}", "2020-11-03T09:30/2020-11-03T11:00", "at 9.30am–11am on 3 November"),
        ("between {} and {}", "2020-11-03/2020-11-05", "between 3 and 5 November"),
        ("{}–{}", "2020-11-03~/2020-11-05", "around 3–5 November"),
    ],
)
def test_a_preposition_fits_the_way_in_which_the_style_writes_an_interval(
    changed: Callable[..., Style], pattern: str, text: str, said: str
) -> None:
    style = changed(PRESS, "dates", range=pattern)
    assert words.dated(When.parse(text), style, now=AUTUMN, preposition=True) == said

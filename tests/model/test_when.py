from __future__ import annotations

import contextlib
from datetime import UTC, date
from zoneinfo import ZoneInfo

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import When

LONDON = ZoneInfo("Europe/London")

days = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@st.composite
def whens(draw: st.DrawFn) -> When:
    day = draw(days)
    is_approximate = draw(st.booleans())
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    offset = draw(st.sampled_from((None, 0, 60, -330)))
    return draw(
        st.sampled_from(
            (
                When(day.year, is_approximate=is_approximate),
                When(day.year, day.month, is_approximate=is_approximate),
                When(day.year, day.month, day.day, is_approximate=is_approximate),
                When(day.year, day.month, day.day, hour, minute, offset),
            )
        )
    )


@given(whens())
def test_a_moment_survives_its_own_text(when: When) -> None:
    assert When.parse(str(when)) == when


@given(whens(), whens())
def test_of_two_moments_at_most_one_is_before_the_other(one: When, other: When) -> None:
    assert not (one.is_before(other, LONDON) and other.is_before(one, LONDON))
    assert one.is_before(other, LONDON) == other.is_after(one, LONDON)


@given(whens(), whens(), whens())
def test_before_carries_over(one: When, other: When, third: When) -> None:
    if one.is_before(other) and other.is_before(third):
        assert one.is_before(third)


@given(whens())
def test_a_moment_ends_after_it_begins(when: When) -> None:
    assert when.first_moment(LONDON) < when.end_moment(LONDON)


@given(whens().filter(lambda when: when.precision != "minute"))
def test_dates_are_read_as_an_independent_edtf_reader_reads_them(when: When) -> None:
    theirs = edtf.parse_edtf(str(when))
    assert theirs.lower_strict()[:3] == (when.year, when.month or 1, when.day or 1)
    assert isinstance(theirs, edtf.UncertainOrApproximate) is when.is_approximate


@pytest.mark.parametrize(
    ("earlier", "later", "answer"),
    [
        ("2020-10", "2020-11", True),
        ("2020-11", "2020-10", False),
        ("2020-11", "2020-11-03", None),
        ("2020-11", "2020-11", None),
        ("2020-11-03", "2020-11-03T20:00", None),
        ("2020-11-03T20:00", "2020-11-03T20:00", False),
        ("2020-11-03T19:59", "2020-11-03T20:00", True),
        ("2020-10~", "2020-11-15", None),
        ("2020-10~", "2021-01", True),
        ("2020-11-03/2020-11-05", "2020-11-06", True),
        ("2020-11-03/2020-11-05", "2020-11-05", None),
        ("2020-07-01T20:00", "2020-07-01T19:30Z", True),
    ],
)
def test_comparison_answers_yes_no_or_unknown(earlier: str, later: str, answer: bool | None) -> None:
    assert When.parse(earlier).is_before(When.parse(later), LONDON) is answer


def test_a_time_without_a_zone_is_in_the_given_one() -> None:
    summer = When.parse("2020-07-01T20:00")
    assert summer.first_moment(LONDON).astimezone(UTC).hour == 19
    assert summer.first_moment(UTC).hour == 20


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("3/11/2020", "2020-11-03"),
        ("03.11.2020", "2020-11-03"),
        ("2020-21", "seasons and quarters"),
        ("2020-1X", "only ~ (about) and / (an interval)"),
        ("2020-13-01", "not a day or time of the calendar"),
        ("2021-02-29", "not a day or time of the calendar"),
        ("next week", "write what is known as"),
        ("2020-11-05/2020-11-03", "ends before it begins"),
        ("0999", "not a day or time of the calendar"),
        ("", "write what is known as"),
    ],
)
def test_a_text_that_is_no_date_is_refused_with_what_would_do(text: str, cure: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        When.parse(text)
    assert cure in str(raised.value)


@given(st.text(max_size=20))
def test_no_text_is_read_wrongly_or_raises_anything_else(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert When.parse(When.parse(text).__str__()) == When.parse(text)


def test_parts_may_not_be_left_out_in_between() -> None:
    with pytest.raises(ValueError, match="leaves out"):
        When(2020, day=3)


@pytest.mark.parametrize(
    ("text", "day"), [("2020-11-03", date(2020, 11, 3)), ("2020-11", None), ("2020-11-03~", None)]
)
def test_only_a_known_day_is_a_calendar_date(text: str, day: date | None) -> None:
    assert When.parse(text).date == day

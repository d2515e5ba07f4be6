from __future__ import annotations

from datetime import timedelta, timezone

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate import When, date_words
from nominate.files.typed_dates import read_typed_date
from nominate.model.date_words import local

ZONE = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2020", "2020"),
        ("2020-11-12", "2020-11-12"),
        ("2020-11-12 18:00", "2020-11-12T18:00"),
        ("2020-11-12T18:00:00", "2020-11-12T18:00"),
        ("12 November 2020", "2020-11-12"),
        (" 12  Nov   2020 ", "2020-11-12"),
        ("12th of November 2020", "2020-11-12"),
        ("Thursday 12 November 2020", "2020-11-12"),
        ("Thu, 12 Nov. 2020 at 6:30", "2020-11-12T06:30"),
        ("November 12, 2020", "2020-11-12"),
        ("12-Nov-20", "2020-11-12"),
        ("12-Nov-2020 18.30", "2020-11-12T18:30"),
        ("Sept 2020", "2020-09"),
        ("Nov-2020", "2020-11"),
        ("11/2020", "2020-11"),
        ("2020/11/12", "2020-11-12"),
        ("25/12/2020", "2020-12-25"),
        ("5.5.2020", "2020-05-05"),
        ("about July 2027", "2027-07~"),
        ("circa 2027", "2027~"),
        ("10 to 21 May 2027", "2027-05-10/2027-05-21"),
        ("10–21 May 2027", "2027-05-10/2027-05-21"),
        ("28 February to 2 March 2027", "2027-02-28/2027-03-02"),
        ("May to June 2027", "2027-05/2027-06"),
        ("2026 - 2027", "2026/2027"),
        ("12/11/2020 - 14/11/2020", "2020-11-12/2020-11-14"),
        ("about May to June 2027", "2027-05~/2027-06~"),
        ("Nov-20", None),
        ("31 February 2020", None),
        ("10 to May 2027", None),
        ("soon to 12 May 2027", None),
        ("12 Whenuary 2020", None),
        ("13/13/2020", None),
        ("tbc", None),
        ("", None),
        ("1" * 200, None),
    ],
)
def test_a_typed_date_is_read_or_refused_with_what_would_do(typed: str, read: str | None) -> None:
    if read is None:
        with pytest.raises(ValueError, match="is not a date; write what is known, as 12 November 2020"):
            read_typed_date(typed)
    else:
        assert str(read_typed_date(typed).when) == read


@pytest.mark.parametrize(
    ("typed", "day_first", "read", "taken_for"),
    [
        ("03/04/2020", True, "2020-04-03", "the day before the month"),
        ("03/04/2020", False, "2020-03-04", "the month before the day"),
        ("25/04/2020", True, "2020-04-25", ""),
        ("25/04/2020", False, "2020-04-25", "the day before the month"),
        ("04/25/2020", True, "2020-04-25", "the month before the day"),
        ("04/04/2020", True, "2020-04-04", ""),
        ("1/2/20 to 25/12/2020", True, "2020-02-01/2020-12-25", "the day before the month"),
    ],
)
def test_numbers_that_could_be_two_days_are_told(
    typed: str, day_first: bool, read: str, taken_for: str
) -> None:
    found = read_typed_date(typed, day_first=day_first)
    assert (str(found.when), found.taken_for) == (read, taken_for)


@st.composite
def moments(draw: st.DrawFn) -> When:
    limits = {"month": (1, 12), "day": (1, 28), "hour": (0, 23), "minute": (0, 59)}
    known = draw(st.sampled_from([0, 1, 2, 4]))
    parts = {name: draw(st.integers(*limits[name])) for name in [*limits][:known]}
    when = When(draw(st.integers(1990, 2040)), is_approximate=draw(st.booleans()))
    return attrs.evolve(when, **parts)  # type: ignore[arg-type]  # whole numbers all


@given(moments())
def test_what_a_tracker_says_in_words_is_read_as_the_same_date(when: When) -> None:
    assert read_typed_date(date_words(when, zone=ZONE)).when == local(when, ZONE)


@given(moments(), moments())
def test_so_is_what_it_says_of_an_interval(one: When, other: When) -> None:
    first, last = sorted((one, other), key=lambda when: (when.year, when.month or 0, when.day or 0))
    try:
        interval = attrs.evolve(first, is_approximate=last.is_approximate, end=last)
    except ValueError:
        return
    assert read_typed_date(date_words(interval, zone=ZONE)).when == local(interval, ZONE)

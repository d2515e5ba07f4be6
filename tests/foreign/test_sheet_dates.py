from __future__ import annotations

import pytest

from nominate.files.faults import Fault
from nominate.foreign.cells.dates import is_not_told, numbered_date, sheet_date

READ = {
    "Nov 2020": "2020-11",
    "Nov-20": "2020-11",
    "Nov '20": "2020-11",
    "November, 2020": "2020-11",
    "2020 Apr": "2020-04",
    "2020": "2020",
    "12/11/20": "2020-11-12",
    "12.11.2020": "2020-11-12",
    "12-Nov-20": "2020-11-12",
    "Thurs 12th November 2020": "2020-11-12",
    "November 12, 2020": "2020-11-12",
    "on 12 Nov 2020.": "2020-11-12",
    "9-13 November 2020": "2020-11-09/2020-11-13",
    "9 and 10 November 2020": "2020-11-09/2020-11-10",
    "30 Nov – 2 Dec 2020": "2020-11-30/2020-12-02",
    "12/11/2020-14/11/2020": "2020-11-12/2020-11-14",
    "Sep-Nov 2020": "2020-09/2020-11",
    "w/c 9 Nov 2020": "2020-11-09/2020-11-15",
    "week ending 15/11/2020": "2020-11-09/2020-11-15",
    "c. Nov 2020": "2020-11~",
    "12 Nov 2020 5pm": "2020-11-12T17:00",
    "12am 3 May 2021": "2021-05-03T00:00",
    "12.30pm on 3 May 2021": "2021-05-03T12:30",
    "12/11/2020 23:59": "2020-11-12T23:59",
    "12 Nov 2020 at noon": "2020-11-12T12:00",
    "12 Nov 2020, 17:00 BST": "2020-11-12T17:00+01:00",
    "2020-11-03/2020-11-05": "2020-11-03/2020-11-05",
}
REFUSED = {
    "Autumn 2020": "an interval such as 2020-09/2020-11",
    "Q3 2020": "names no month",
    "12 Nov": "the year is missing",
    "May": "the year is missing",
    "w/c 9 Nov": "the year is missing",
    "w/c Nov 2020": "is not a date",
    "2019/20": "write 2019, 2020 or 2019/2020",
    "11/25/2020": "write 2020-11-25",
    "31/02/2020": "is not a date",
    "Friday 12 November 2020": "is a Thursday, not a Friday",
    "Monday 2020": "is not a date",
    "12 Nov 98": "in four digits",
    "12 Nov 2020 (was 3 Nov)": "says more than a date",
    "9 and 12 November 2020": "is not a date",
    "Nov 2020 GMT": "is not a date",
    "extended to 28 Feb 2020": "is not a date",
    "soon": "is not a date",
}


@pytest.mark.parametrize(("typed", "meant"), READ.items(), ids=READ)
def test_a_typed_date_is_read_as_far_as_it_is_certain(typed: str, meant: str) -> None:
    assert str(sheet_date(typed).when) == meant


@pytest.mark.parametrize(("typed", "said"), REFUSED.items(), ids=REFUSED)
def test_a_date_that_is_not_certain_is_refused_with_what_would_do(typed: str, said: str) -> None:
    with pytest.raises(Fault) as refused:
        sheet_date(typed)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "certainty", "mode"),
    [
        ("12 Nov 2020 (tbc)", "provisional", None),
        ("12 Nov 2020 TBC", "provisional", None),
        ("Nov 2020 (expected) (online)", "estimated", "virtual"),
        ("12 Nov 2020 (in person)", None, "in person"),
    ],
)
def test_a_remark_says_how_sure_a_date_is_and_how_people_meet(
    typed: str, certainty: str | None, mode: str | None
) -> None:
    found = sheet_date(typed)
    assert (found.certainty and found.certainty.value, found.mode and found.mode.value) == (certainty, mode)


@pytest.mark.parametrize(("typed", "left"), [("mid-November 2020", "mid"), ("by 5 Nov 2020", "by")])
def test_what_a_date_cannot_hold_is_left_over_and_not_lost(typed: str, left: str) -> None:
    assert sheet_date(typed).left_over == left


@pytest.mark.parametrize("typed", ["TBC", "t.b.a.", "n/a", "-", "?", "not yet announced", "Awaiting dates"])
def test_a_cell_that_says_nothing_is_no_date_and_no_fault(typed: str) -> None:
    assert is_not_told(typed)


def test_a_year_alone_is_a_date_known_to_the_year() -> None:
    assert str(numbered_date(2020).when) == "2020"


@pytest.mark.parametrize(("number", "said"), [(44_147, "the day 2020-11-12"), (7, "is not a date")])
def test_a_number_is_no_date_and_the_hint_says_which_one_it_may_have_been(number: int, said: str) -> None:
    with pytest.raises(Fault) as refused:
        numbered_date(number)
    assert said in str(refused.value)

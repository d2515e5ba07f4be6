"""What is remembered of a column while many rows are made changes nothing of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, timedelta

import pytest

from nominate import When, cell_digest
from nominate.viewing.cell_digests import cell_digests
from nominate_excel._cells.remembered import RememberedCells, RememberedTexts

MANY = 20_000
FIRST = date(1960, 1, 1)


def shouted(texts: Sequence[str]) -> list[str]:
    return [text.upper() for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        [f"entry {number}" for number in range(MANY)],
        [f"entry {number % 9_000}" for number in range(4 * MANY)],
        [f"entry {number * 7_919 % 30_011 // 2}" for number in range(2 * MANY)],
        ["won"] * MANY,
    ],
    ids=["none repeats", "all repeat late", "half repeat", "one"],
)
def test_texts_become_the_same_however_often_they_come(texts: list[str]) -> None:
    remembered = RememberedTexts(shouted)
    made = [each for first in range(0, len(texts), 500) for each in remembered.of(texts[first : first + 500])]
    assert made == shouted(texts)
    assert len(remembered) < MANY


def test_dates_become_the_same_however_many_there_are() -> None:
    days = [FIRST + timedelta(days=number) for number in range(MANY)]
    dates = [When(day.year, day.month, day.day) for day in days]
    remembered = RememberedCells(str)
    twice = [remembered.of(dates[first : first + 500]) for first in (*range(0, MANY, 500), 0)]
    assert [each for batch in twice[:-1] for each in batch] == [day.isoformat() for day in days]
    assert twice[-1] == twice[0]


@pytest.mark.parametrize("value", ["won", " Tŷ \r\n", "", 7, True, None, When(2020, 11), "half of \ud83d"])
def test_many_cells_have_the_digests_of_each(value: str | int | When | None) -> None:
    assert list(cell_digests([value, value], zone=UTC)) == [cell_digest(value, zone=UTC)] * 2

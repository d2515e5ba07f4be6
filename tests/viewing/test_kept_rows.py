"""Rows of shared records are kept for the next view of a batch, and say the same as rows made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import nominate
from nominate import Audience, Register
from nominate.viewing.tables.kept import Kept

MANY = 10_000


@pytest.fixture(scope="module")
def demo() -> Register:
    return nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")


def test_what_is_kept_makes_room() -> None:
    kept: Kept[str] = Kept()
    assert [kept.keep(number, str(number)) for number in range(MANY)] == list(map(str, range(MANY)))
    assert len(kept) < MANY


@pytest.mark.parametrize("of", ["dates", "awards"])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_table_says_the_same_between_those_of_other_views(
    demo: Register, audience: Audience, of: str
) -> None:
    views = dict(nominate.views(demo, as_of="2026-11-22", audience=audience))
    alone = {
        name: list(
            nominate.view(demo, organisation=[name], as_of="2026-11-22", audience=audience).table(of=of)
        )
        for name in views
    }
    assert {name: list(view.table(of=of)) for name, view in views.items()} == alone


def test_far_away_is_told_from_the_day_of_the_view(demo: Register) -> None:
    def told(day: str) -> list[object]:
        return list(nominate.view(demo, as_of=day).table(("days_left",), of="dates"))

    before = told("2026-11-21")
    assert told("2026-11-22") != before
    assert told("2026-11-21") == before

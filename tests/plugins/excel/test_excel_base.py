"""The sheet Base tells what each cell was made from, and nothing of what its audience may not know."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import attrs
import pytest

import nominate
from nominate import Register, View, When, cell_digest

Rows = Callable[..., list[list[object]]]

SHEETS = {
    "Nominations": "nominations",
    "Deadlines": "dates",
    "Awards and categories": "awards",
    "Organisations": "organisations",
}


def told(rows: Rows, view: View, of: str, **options: object) -> dict[str, str]:
    return {str(row[1]): str(row[2]) for row in rows(view, "Base", **options) if row[0] == of}


@pytest.mark.parametrize("audience", ["internal", "public"])
@pytest.mark.parametrize(("sheet", "table"), SHEETS.items())
def test_every_row_has_the_digest_of_each_of_its_cells(
    aberdwr: Register, rows: Rows, audience: str, sheet: str, table: str
) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience=audience)
    names = [*map(unquote, told(rows, view, "Columns")[sheet].split())]
    assert names == [
        each.name for each in view.columns_of(table) if each.name != "id" and not each.is_of_the_day
    ]
    kept = told(rows, view, sheet)
    cells = list(view.table(["id", *names], of=table))[1:]
    assert kept == {
        str(row[0]): " ".join(cell_digest(cell, zone=view.zone) for cell in row[1:]) for row in cells
    }


def test_a_tracker_of_a_period_says_so_and_comes_back_as_it_went(
    aberdwr: Register, rows: Rows, tmp_path: Path
) -> None:
    periods = ["2026-10", "2025-06-19"]
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal", announced=periods)
    about = {row[0]: row[1] for row in rows(view, "About") if len(row) > 1}
    assert about["Holds"] == "announced October 2026 or 19 June 2025"
    nominate.export(view, tmp_path / "tracker.xlsx")
    taken = nominate.take_in(tmp_path / "tracker.xlsx")
    assert dict(taken.scope) == {"announced": ("2026-10", "2025-06-19")}
    merged = nominate.merge(taken, aberdwr, known=When(2026, 11, 23, 12, 0))
    assert merged.is_empty
    assert not merged.problems


def test_it_says_from_which_view_the_workbook_was_made(aberdwr: Register, rows: Rows) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", year=2026, outcome=["won", "shortlisted"])
    facts = told(rows, view, "Workbook")
    assert json.loads(facts.pop("scope")) == {"outcome": ["won", "shortlisted"], "year": [2026]}
    assert facts == {
        "format": "1", "revision": view.revision, "audience": "public", "as of": "2026-11-22",
    }  # fmt: skip


def test_a_change_of_one_cell_changes_one_digest(small_view: View, rows: Rows) -> None:
    first = small_view.entries[0]
    other = attrs.evolve(first, nomination=attrs.evolve(first.nomination, title="Another title"))
    before = told(rows, small_view, "Nominations")["skip"].split()
    changed = attrs.evolve(small_view, entries=(other, *small_view.entries[1:]))
    after = told(rows, changed, "Nominations")["skip"].split()
    assert [one != two for one, two in zip(before, after, strict=True)] == [
        True,
        *[False] * (len(before) - 1),
    ]


def test_only_the_chosen_columns_are_told(small_view: View, rows: Rows) -> None:
    assert told(rows, small_view, "Columns", columns=["outcome", "title"])["Nominations"] == "outcome title"


def test_a_sheet_of_columns_that_change_by_the_day_has_rows_without_digests(
    aberdwr: Register, rows: Rows
) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal", award="coastal-care")
    kept = told(rows, view, "Nominations", columns=["days_left"])
    assert list(kept) == [entry.id for entry in view.entries]
    assert set(kept.values()) == {""}

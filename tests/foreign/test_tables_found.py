from __future__ import annotations

from pathlib import Path

import pytest
from made_up.messy_sheets import messy_sheet

from nominate.foreign.finding.row_kinds import RowKind
from nominate.foreign.finding.tables import Table, tables_in
from nominate.foreign.rows.opening import opened_sheets
from nominate.sheets import Area, Row, Sheet


def found(name: str, folder: Path) -> list[Table]:
    sheets = opened_sheets(messy_sheet(name, folder)).sheets
    return [table for sheet in sheets for table in tables_in(sheet)]


def grid(*rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> Sheet:
    width = max(map(len, rows))
    listed = [
        Row(number, (*row, *(None,) * (width - len(row))))  # type: ignore[arg-type]  # cells of a test
        for number, row in enumerate(rows, 1)
        if any(row)
    ]
    return Sheet(name="A", rows=tuple(listed), merged=tuple(map(Area.parse, merged)))


@pytest.mark.parametrize(
    ("name", "headers"),
    [
        ("titled", [(4,)]),
        ("grouped", [(1, 2)]),
        ("one_sheet_a_year", [(1,), (1,), (1,)]),
        ("sectioned", [(1,)]),
        ("stacked", [(2,), (8,)]),
        ("calendar", [(1,)]),
    ],
)
def test_the_row_of_titles_is_found_wherever_it_stands(
    name: str, headers: list[tuple[int, ...]], tmp_path: Path
) -> None:
    assert [table.header.numbers for table in found(name, tmp_path)] == headers


def test_a_table_may_begin_in_any_column(tmp_path: Path) -> None:
    assert found("titled", tmp_path)[0].headings[0].letters == "B"


def test_banners_above_a_table_are_kept_with_their_cells(tmp_path: Path) -> None:
    above = [(banner.address, banner.text) for banner in found("titled", tmp_path)[0].above]
    assert above[0] == ("B1", "Skellbeck Patient Safety Awards 2020")


def test_a_second_table_ends_the_first(tmp_path: Path) -> None:
    first, second = found("stacked", tmp_path)
    assert (first.last, [row.number for row in first.rows]) == (6, [3])
    assert second.above[0].address == "A7"


def test_a_title_under_a_group_is_told_with_it_only_where_it_would_stand_twice() -> None:
    rows = (
        ("Award", "Ours", None, "Theirs", None),
        (None, "Date", "Status", "Date", "Result", "Notes"),
        ("A", 1, 2, 3, 4, 5),
    )
    table = tables_in(grid(*rows, merged=("B1:C1", "D1:E1")))[0]
    assert [heading.title for heading in table.headings] == [
        "Award",
        "Ours: Date",
        "Status",
        "Theirs: Date",
        "Result",
        "Notes",
    ]


def test_a_csv_file_has_groups_without_merged_cells() -> None:
    rows = (
        (None, "Dates", None, "Our work", None),
        ("Award", "Opens", "Closes", "Status", "Closes"),
        ("A", *"1234"),
    )
    table = tables_in(grid(*rows))[0]
    assert [heading.title for heading in table.headings][-1] == "Our work: Closes"


def test_what_stands_below_an_empty_title_completes_it() -> None:
    rows = (
        ("Award", "Category", None, None),
        (None, None, "Deadline", "Ceremony"),
        ("A", "B", "May 2020", None),
    )
    table = tables_in(grid(*rows))[0]
    assert table.header.numbers == (1, 2)


def test_columns_with_one_title_or_none_are_told_apart() -> None:
    table = tables_in(grid(("Award", "Status", "Notes", "Notes", None), ("A", "Won", "a", "b", "c")))[0]
    assert [heading.title for heading in table.headings][2:] == ["Notes", "Notes (column D)", "column E"]


def test_titles_that_nobody_knows_are_taken_from_the_first_full_row() -> None:
    table = tables_in(grid(("Our list",), ("Wibble", "Wobble"), ("x", 1), ("y", 2)))[0]
    assert (table.header.numbers, table.header.is_sure) == ((2,), False)


@pytest.mark.parametrize("rows", [(("Won",), ("HC",)), (("a", "a"), ("b", 1)), ((1, 2), (3, 4))])
def test_a_list_or_numbers_alone_have_no_titles(rows: tuple[tuple[object, ...], ...]) -> None:
    assert tables_in(grid(*rows)) == ()


def test_an_empty_sheet_has_no_table() -> None:
    assert tables_in(Sheet(name="A")) == ()


def test_a_long_table_is_searched_for_others_to_its_end() -> None:
    entries = [("Kindness", "Aberdwr Trust", f"Ward {number}", "Won") for number in range(100)]
    rows = (
        ("Category", "Trust", "Title", "Status"),
        *entries,
        (None,),
        ("Award", "Nominee", "Project title", "Result"),
    )
    assert [table.header.numbers for table in tables_in(grid(*rows, ("A", "B", "C", "D")))] == [(1,), (103,)]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (("Total", None, 7), RowKind.TOTAL),
        (("TOTAL", None, "7 entries"), RowKind.ENTRY),
        (("Grand total", "2 entries of 3", 7), RowKind.ENTRY),
        (("Award", "Trust", "Status"), RowKind.TITLES),
        (("Lantern Awards",), RowKind.SECTION),
        (("2020",), RowKind.SECTION),
        (("thanks to all",), RowKind.NOTE),
        (("Key:", "green is submitted"), RowKind.NOTE),
        (("* without VAT",), RowKind.NOTE),
        (("Lantern Awards", "Aberdwr Trust", "Won"), RowKind.ENTRY),
        (("Status", "Aberdwr Trust", "Won", "a"), RowKind.ENTRY),
    ],
)
def test_a_row_that_holds_no_entry_is_known_as_what_it_is(row: tuple[object, ...], kind: RowKind) -> None:
    titles = ("Award", "Trust", "Status", "Fee")
    table = tables_in(grid(titles, ("Lantern Awards", "Avon Trust", "Won", 1), row))[0]
    assert table.kinds[-1] is kind


def test_a_total_that_says_in_words_what_it_counts_is_no_entry() -> None:
    titles = ("Award", "Trust", "Title", "Status", "Fee")
    first = ("Lantern Awards", "Avon Trust", "A lamp", "Won", 1)
    assert tables_in(grid(titles, first, ("TOTAL", None, "1 entry")))[0].kinds[-1] is RowKind.TOTAL


def test_titles_with_nothing_below_them_are_no_table() -> None:
    rows = (("Award", "Status"), ("Lantern Awards", "Won"), ("Status", "Award"))
    assert [table.header.numbers for table in tables_in(grid(*rows))] == [(1,)]


def test_an_area_that_is_merged_and_empty_fills_nothing() -> None:
    sheet = grid(("Award", "Status", "Notes"), ("A", "Won", "x"), (), ("B", "HC", "y"), merged=("C3:C4",))
    assert [row.cells[2] for row in tables_in(sheet)[0].rows] == ["x", "y"]


def test_a_title_that_is_a_whole_paragraph_is_none() -> None:
    rows = (("Award", "Status", "Category", "please write here what you know " * 3), ("A", "Won", "B", "x"))
    assert tables_in(grid(*rows))[0].headings[3].title.startswith("please write")


def test_the_same_titles_in_another_order_head_a_table_of_their_own() -> None:
    rows = (("Award", "Trust", "Status"), ("A", "B", "Won"), ("Trust", "Award", "Status"), ("B", "A", "Won"))
    assert [table.header.numbers for table in tables_in(grid(*rows))] == [(1,), (3,)]


def test_a_cell_merged_downwards_holds_for_each_of_its_rows(tmp_path: Path) -> None:
    rows = found("merged_down", tmp_path)[0].rows
    assert {row.cells[0] for row in rows} == {"Lantern Awards 2020"}

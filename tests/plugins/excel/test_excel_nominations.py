from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import nominate
from nominate import OptionError, Register, View

Book = Callable[..., Any]  # the stubs take every part of a sheet to be absent
Column = Callable[..., list[object]]
Rows = Callable[..., list[list[object]]]
TeamView = Callable[..., View]

ENTRY = "  - {id: skip, edition: hsj/2020, category: team, title: SKIP, nominees: [ruh]"


def at(text: str) -> datetime:
    """A time as the readers of a workbook tell it, which know no zones."""
    return datetime.fromisoformat(text)


def next_of(column: Column, view: View, **options: object) -> list[str]:
    """How far away the next step of each entry is, with what it is."""
    far = column(view, "Nominations", "Days left", **options)
    what = column(view, "Nominations", "Next step", **options)
    return [f"{days} ({step})" if step else "" for days, step in zip(far, what, strict=True)]


def test_every_entry_has_its_row_in_the_order_of_the_view(aberdwr: Register, column: Column) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    assert column(view, "Nominations", "ID") == [entry.id for entry in view.entries]


def test_the_cells_are_those_of_the_table(aberdwr: Register, rows: Rows) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22")
    texts = [
        each.name for each in view.columns if each.kind.value in {"text", "choice", "long text", "money"}
    ]
    assert rows(view, "Nominations", columns=texts) == [list(row) for row in view.table(texts)]


def test_the_public_gets_no_internal_column(aberdwr: Register, rows: Rows) -> None:
    header = rows(nominate.view(aberdwr, as_of="2026-11-22"), "Nominations")[0]
    assert not {"Owner", "Notes", "Fee", "Progress", "Next step", "Due", "Days left"} & set(header)


@pytest.mark.parametrize(
    ("when", "shown", "number_format"),
    [
        ("2020-11-12", at("2020-11-12"), "d mmm yyyy"),
        ("2020-11-12T20:05", at("2020-11-12T20:05"), "d mmm yyyy hh:mm"),
        ("2020-07-01T20:05Z", at("2020-07-01T21:05"), "d mmm yyyy hh:mm"),
        ("1900-02-28", "28 February 1900", "d mmm yyyy"),
        ("2020-11", "November 2020", "d mmm yyyy"),
        ("2020", "2020", "d mmm yyyy"),
        ("2020-10~", "about October 2020", "d mmm yyyy"),
        ("2020-11-03/2020-11-05", "3 to 5 November 2020", "d mmm yyyy"),
        ("2020-10-30/2020-11-02", "30 October to 2 November 2020", "d mmm yyyy"),
        ("2020-12-30/2021-01-02", "30 December 2020 to 2 January 2021", "d mmm yyyy"),
        ("2020-10/2020-11", "October to November 2020", "d mmm yyyy"),
        ("2020/2021", "2020 to 2021", "d mmm yyyy"),
        ("2020-10~/2020-11", "about October to November 2020", "d mmm yyyy"),
        (
            "2020-11-03T09:00/2020-11-03T17:00",
            "3 November 2020, 09:00 to 3 November 2020, 17:00",
            "d mmm yyyy",
        ),
    ],
)
def test_a_date_is_a_real_one_only_where_the_day_is_known(
    team_view: TeamView, book: Book, when: str, shown: object, number_format: str
) -> None:
    view = team_view(f"{ENTRY}, submitted: '{when}'}}")
    sheet = book(view, columns=["submitted"])["Nominations"]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (shown, number_format)


def test_a_column_of_dates_whose_day_is_not_known_has_one_to_sort_by(team_view: TeamView, rows: Rows) -> None:
    view = team_view(f"{ENTRY}}}")
    header, row = rows(view, "Nominations", columns=["ceremony", "entry_deadline"])
    assert header == ["ID", "Ceremony", "Ceremony: earliest day", "Entry deadline"]
    assert row[1:3] == ["November 2020", date(2020, 11, 1)]


def test_calamine_reads_days_and_times_too(team_view: TeamView, rows: Rows) -> None:
    view = team_view(f"{ENTRY}, submitted: 2020-02-03}}")
    assert rows(view, "Nominations", columns=["submitted", "entry_deadline"])[1][1:] == [
        date(2020, 2, 3),
        at("2020-02-28T23:59"),
    ]


def test_the_link_of_an_entry_goes_to_its_page_and_says_its_title(team_view: TeamView, book: Book) -> None:
    view = team_view(f"{ENTRY}, url: 'https://hsj.example.org/skip?a=1&b=2'}}")
    cell = book(view, columns=["link"])["Nominations"]["B2"]
    assert (cell.value, cell.hyperlink.target) == ("SKIP", "https://hsj.example.org/skip?a=1&b=2")
    assert cell.hyperlink.tooltip == "https://hsj.example.org/skip?a=1&b=2"


def test_a_link_to_the_award_says_the_award(team_view: TeamView, book: Book) -> None:
    cell = book(team_view(f"{ENTRY}}}"), columns=["award_link"])["Nominations"]["B2"]
    assert (cell.value, cell.hyperlink.target) == ("HSJ Awards", "https://hsj.example.org/")


def test_the_table_has_filters_and_its_header_and_ids_stay_in_sight(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22")
    sheet = book(view)["Nominations"]
    table = sheet.tables["Nominations"]
    assert table.ref == table.autoFilter.ref == sheet.dimensions
    assert sheet.freeze_panes == "B2"
    assert [each.name for each in table.tableColumns] == [cell.value for cell in sheet[1]]


@pytest.mark.parametrize(("title", "field"), [("Outcome", "outcome"), ("Progress", "progress")])
def test_a_drop_down_offers_every_word_of_the_list(
    aberdwr: Register, book: Book, title: str, field: str
) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    made = book(view)
    rule = next(
        each for each in made["Nominations"].data_validations.dataValidation if each.promptTitle == title
    )
    sheet, _, cells = made.defined_names[rule.formula1].attr_text.partition("!")
    offered = tuple(row[0].value for row in made[sheet][cells.replace("$", "")])
    assert offered == next(each.choices for each in view.columns if each.name == field)
    assert rule.showInputMessage
    assert rule.showErrorMessage
    # Rows that come in under the table have it, too.
    assert str(rule.sqref).endswith(str(len(view.entries) + 201))


@pytest.mark.parametrize(
    ("sheet", "title", "some"),
    [
        ("Nominations", "Edition", "2027 Coastal Care Awards"),
        ("Nominations", "Category", "Volunteer of the Year"),
        ("Deadlines", "Edition", "2027 Coastal Care Awards"),
        ("Deadlines", "What", "judging"),
        ("Deadlines", "For", "all entries"),
    ],
)
def test_a_new_row_is_offered_what_there_is_and_may_name_what_is_new(
    aberdwr: Register, book: Book, sheet: str, title: str, some: str
) -> None:
    made = book(nominate.view(aberdwr, as_of="2026-11-22", audience="internal"))
    rule = next(each for each in made[sheet].data_validations.dataValidation if each.promptTitle == title)
    lists, _, cells = made.defined_names[rule.formula1].attr_text.partition("!")
    offered = [row[0].value for row in made[lists][cells.replace("$", "")]]
    assert some in offered
    assert len(offered) == len(set(offered))
    assert rule.errorStyle == "warning"
    assert "if it is new" in rule.error


@pytest.mark.parametrize("as_of", ["2022-01-01", "2026-11-22", "2030-01-01"])
def test_there_is_room_for_what_excel_says_of_the_days_on_another_day(
    aberdwr: Register, book: Book, as_of: str
) -> None:
    sheet = book(nominate.view(aberdwr, as_of=as_of, audience="internal"))["Deadlines"]
    column = next(cell.column_letter for cell in sheet[1] if cell.value == "Days left")
    assert sheet.column_dimensions[column].width >= len("in 129 days at the earliest")


def test_a_drop_down_that_would_be_too_long_is_left_out(book: Book, tmp_path: Path) -> None:
    register = tmp_path / "register.json"
    categories = [{"id": f"c{number}", "name": f"Category {number}"} for number in range(32_768)]
    register.write_text(
        json.dumps(
            {
                "register": {"publisher": "own"},
                "organisations": [{"id": "own", "name": "Own"}],
                "awards": [
                    {"id": "a", "name": "Awards", "editions": [{"id": "2020", "categories": categories}]}
                ],
                "nominations": [{"id": "n", "edition": "a/2020", "category": "c1", "title": "A title"}],
            }
        )
    )
    made = book(nominate.view(nominate.load(register), as_of="2026-11-22", audience="internal"))
    titles = [each.promptTitle for each in made["Nominations"].data_validations.dataValidation]
    assert "Edition" in titles
    assert "Category" not in titles


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ("progress: drafting", "soon: in 3 days (entry deadline)"),
        ("", "soon: in 3 days (entry deadline)"),
        ("progress: submitted", ""),
        ("progress: drafting, submitted: 2020-02-20", ""),
        ("progress: not pursued", ""),
        (
            "progress: submitted, tasks: [{what: Book seats, due: 2020-02-22}]",
            "overdue by 3 days (Book seats)",
        ),
        (
            "progress: submitted, tasks: [{what: Book seats, due: 2020-02-24}]",
            "overdue by 1 day (Book seats)",
        ),
        (
            "progress: submitted, tasks: [{what: Book, due: 2020-01}]",
            "overdue by at least 25 days (Book)",
        ),
        ("progress: submitted, tasks: [{what: Book, due: 2020-02-25}]", "soon: today (Book)"),
        ("progress: submitted, tasks: [{what: Book, due: 2020-02-26}]", "soon: tomorrow (Book)"),
        ("progress: submitted, tasks: [{what: Book, due: 2020-02-22, done: 2020-02-21}]", ""),
        ("progress: submitted, tasks: [Book]", ""),
        (
            "progress: drafting, tasks: [{what: Draft, due: 2020-02-26}, {what: Send, due: 2020-02-27}]",
            "soon: tomorrow (Draft)",
        ),
    ],
)
def test_what_is_due_next_is_said_in_words(
    team_view: TeamView, column: Column, fields: str, words: str
) -> None:
    view = team_view(f"{ENTRY}, {fields}}}" if fields else f"{ENTRY}}}")
    assert next_of(column, view)[0] == words


@pytest.mark.parametrize(
    ("progress", "words"), [("drafting", "overdue by 2 days (entry deadline)"), ("~", "")]
)
def test_only_work_that_is_known_to_be_unfinished_is_overdue(
    team_view: TeamView, column: Column, progress: str, words: str
) -> None:
    view = team_view(f"{ENTRY}, progress: {progress}}}", as_of="2020-03-01")
    assert next_of(column, view)[0] == words


def test_days_left_are_worked_out_by_excel_where_the_sheet_shows_the_date(
    team_view: TeamView, book: Book
) -> None:
    view = team_view(f"{ENTRY}, progress: drafting}}")
    kept = book(view, columns=["next_due", "days_left"])["Nominations"]["C2"].value
    assert str(kept).startswith("=IF(ISNUMBER(B2),")
    assert "TODAY()" in str(kept)
    assert book(view, columns=["days_left"])["Nominations"]["B2"].value == "soon: in 3 days"


def test_days_are_counted_from_the_moment_of_the_view(team_view: TeamView, column: Column) -> None:
    early = team_view(f"{ENTRY}, progress: drafting}}", as_of="2020-01-01")
    assert next_of(column, early) == ["in 58 days (entry deadline)"]


def test_how_many_days_are_soon_is_an_option(team_view: TeamView, column: Column) -> None:
    view = team_view(f"{ENTRY}, progress: drafting}}")
    assert next_of(column, view, soon=2) == ["in 3 days (entry deadline)"]


def test_colours_follow_the_words(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    sheet = book(view)["Nominations"]
    titles = {cell.column_letter: cell.value for cell in sheet[1]}
    words = {
        (titles[str(ranges.sqref)[0]], rule.text)
        for ranges in sheet.conditional_formatting
        for rule in ranges.rules
    }
    assert words == {("Days left", "overdue"), ("Days left", "soon"), ("Outcome", "won")}


def test_columns_are_chosen_and_ordered_by_option_after_the_id(team_view: TeamView, rows: Rows) -> None:
    view = team_view(f"{ENTRY}}}")
    header = rows(view, "Nominations", columns=["title", "id", "award"])[0]
    assert header == ["ID", "Title", "Award"]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (["titel"], "did you mean 'title'"),
        (["owner"], "no column 'owner' for audience 'public'"),
        (["xyz"], "no column 'xyz' for audience 'public'; choose from id, title"),
        (["title", "title"], "column 'title' is named twice"),
    ],
)
def test_a_column_that_cannot_be_is_refused_with_the_choices(
    small_view: View, columns: list[str], message: str
) -> None:
    with pytest.raises(OptionError, match=message):
        nominate.render(small_view, "excel", options={"columns": columns})


def test_days_before_today_cannot_be_soon(small_view: View) -> None:
    with pytest.raises(OptionError, match="'soon' must be >= 0"):
        nominate.render(small_view, "excel", options={"soon": -1})


def test_widths_fit_what_the_columns_hold(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    sheet = book(view)["Nominations"]
    for number, cell in enumerate(sheet[1], 1):
        width = sheet.column_dimensions[cell.column_letter].width
        assert max(map(len, str(cell.value).split())) < width <= 40, (number, cell.value)


def test_a_row_is_as_high_as_its_longest_text(team_view: TeamView, book: Book) -> None:
    notes = "a line\\n" * 4
    sheet = book(team_view(f'{ENTRY}, notes: "{notes}"}}'))["Nominations"]
    assert sheet.row_dimensions[2].height == 4 * 15


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (
            "{what: extended deadline, when: 2020-03-06, for: {nomination: skip}}",
            "in 10 days (extended deadline)",
        ),
        (
            "{what: extended deadline, when: 2020-03-06, for: {nomination: other}}",
            "in 3 days (entry deadline)",
        ),
        ("{what: extended deadline, when: 2020-03-06}", "in 3 days (entry deadline)"),
        ("{what: entry deadline, when: 2020-02-27, for: {category: team}}", "in 2 days (entry deadline)"),
        (
            (
                "{what: entry deadline, when: 2020-02-27, for: {category: team}}\n"
                "{what: entry deadline, when: 2020-03-01, for: {nomination: skip}}"
            ),
            "in 5 days (entry deadline)",
        ),
        (
            "{what: extended deadline, when: 2020-03-06, for: {nomination: skip}, certainty: cancelled}",
            "in 3 days (entry deadline)",
        ),
    ],
)
def test_the_deadline_of_an_entry_is_the_one_nearest_to_it(
    team_view: TeamView, column: Column, dates: str, words: str
) -> None:
    other = "  - {id: other, edition: hsj/2020, category: team, title: Other, progress: submitted}\n"
    view = team_view(f"{other}{ENTRY}, progress: drafting}}", dates=dates)
    assert next_of(column, view, soon=0)[1] == words

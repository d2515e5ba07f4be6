"""Deadlines, organisations, lists and what the sheet About says of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import attrs
import pytest

import nominate
from nominate import Register, View

Book = Callable[..., Any]  # the stubs take every part of a sheet to be absent
Column = Callable[..., list[object]]
Rows = Callable[..., list[list[object]]]
TeamView = Callable[..., View]

DRAFT = "  - {id: skip, edition: hsj/2020, category: team, title: SKIP, nominees: [ruh], progress: drafting}"
WON = """
  - id: skip
    edition: hsj/2020
    category: team
    title: SKIP
    nominees: [sepsis-team]
    decisions: [{outcome: won, announced: 2020-02-01}]
"""


def test_deadlines_come_the_earliest_first_and_unknown_ones_last(team_view: TeamView, rows: Rows) -> None:
    _, *body = rows(team_view(DRAFT), "Deadlines")
    assert [row[1:7] for row in body] == [
        [
            "entry deadline",
            datetime.fromisoformat("2020-02-28T23:59"),
            date(2020, 2, 28),
            3.0,
            "soon: in 3 days",
            "was 14 February 2020 (extended)",
        ],
        ["ceremony", "November 2020", date(2020, 11, 1), 250.0, "in 250 days at the earliest", ""],
        ["judging", "not known", "", "", "date not known", ""],
    ]


def test_a_deadline_says_for_whom_it_is_and_how_sure_it_is(team_view: TeamView, rows: Rows) -> None:
    dates = (
        "{what: interview, when: 2020-05-01, for: {category: team}, mode: hybrid, venue: Bath}\n"
        "{what: extended deadline, when: 2020-05-02, for: {nomination: skip}, certainty: postponed,"
        " source: 'https://hsj.example.org/dates'}"
    )
    _, *body = rows(team_view(DRAFT, dates=dates), "Deadlines")
    assert [[row[5], *row[8:13]] for row in body][1:3] == [
        ["in 66 days", "Team of the Year", "confirmed", "hybrid", "Bath", ""],
        ["postponed", "SKIP", "postponed", "", "", "extended deadline"],
    ]


def test_a_source_without_an_address_is_named(team_view: TeamView, rows: Rows) -> None:
    dates = "{what: launch, when: 2020-01-05, source: {title: a letter}}"
    assert rows(team_view(DRAFT, dates=dates), "Deadlines")[1][-2] == "a letter"


def test_a_deadline_that_passed_is_overdue_only_while_an_entry_is_being_worked_on(
    team_view: TeamView, column: Column
) -> None:
    drafting = team_view(DRAFT, as_of="2020-03-01")
    submitted = team_view(DRAFT.replace("drafting", "submitted"), as_of="2020-03-01")
    told = [column(view, "Deadlines", "Days left")[0] for view in (drafting, submitted)]
    assert told == ["overdue by 2 days", "over"]


@pytest.mark.parametrize(
    ("when", "as_of", "words"),
    [
        ("2020-11", "2020-11-10", "this month, day not known"),
        ("2020", "2020-11-10", "this year, day not known"),
        ("2020-11~", "2020-11-10", "about now"),
        ("2020-11-09/2020-11-12", "2020-11-10", "under way"),
        ("2020-11-09~/2020-11-12", "2020-11-10", "about now"),
        ("2020-11-20/2020-11-22", "2020-11-10", "soon: in 10 days"),
        ("2021-01~", "2020-11-10", "in 21 days at the earliest"),
        ("2020-11-10T17:00", "2020-11-10", "soon: today"),
        ("2020-11-10T17:00", "2020-11-10T18:00", "over"),
        ("2020-11-11", "2020-11-10T23:59", "soon: tomorrow"),
        ("2021-06-15T00:30", "2021-06-14T23:45", "soon: tomorrow"),
        ("2020-11-09", "2020-11-10", "over"),
    ],
)
def test_how_far_away_a_date_is(
    team_view: TeamView, column: Column, when: str, as_of: str, words: str
) -> None:
    view = team_view(DRAFT, dates=f"{{what: launch, when: '{when}'}}", as_of=as_of)
    said = dict(zip(column(view, "Deadlines", "What"), column(view, "Deadlines", "Days left"), strict=True))
    assert said["launch"] == words


def test_editions_without_dates_are_said_to_have_none(small_view: View, rows: Rows) -> None:
    assert rows(small_view, "Deadlines") == [["No date of these editions is known."]]


def test_organisations_are_counted_with_their_teams(team_view: TeamView, rows: Rows) -> None:
    header, *body = rows(team_view(WON), "Organisations")
    assert [dict(zip(header, row, strict=True)) for row in body] == [
        {
            "ID": "ruh", "Organisation": "Royal United Hospitals Bath", "Short name": "", "Abbreviation": "",
            "Kind": "NHS trust", "Part of": "", "Member of": "", "Nominations": 1, "Shortlisted": 1,
            "Wins": 1, "Place": "", "Website": "", "Notes": "",
        },
        {
            "ID": "sepsis-team", "Organisation": "Sepsis Team", "Short name": "", "Abbreviation": "",
            "Kind": "team", "Part of": "Royal United Hospitals Bath", "Member of": "", "Nominations": 0,
            "Shortlisted": 0, "Wins": 0, "Place": "", "Website": "", "Notes": "",
        },
    ]  # fmt: skip


def test_memberships_say_since_and_until_when(aberdwr: Register, column: Column) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    said = column(view, "Organisations", "Member of")
    assert "Aberdŵr Health Network (since April 2018 until 31 December 2024)" in said
    assert "Aberdŵr Health Network (since 2022)" in said


def test_an_organisation_links_to_its_pages_by_its_name(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    linked = {
        cell.value: cell.hyperlink.target for cell in book(view)["Organisations"]["L"] if cell.hyperlink
    }
    assert linked == {each.name: each.url for each in view.organisations if each.url}


def test_a_view_that_names_no_organisation_says_so(small_view: View, rows: Rows) -> None:
    nobody = attrs.evolve(small_view, organisations=())
    assert rows(nobody, "Organisations") == [["No organisation is named."]]


def test_an_organisation_that_the_view_does_not_hold_is_told_by_its_id(
    small_view: View, column: Column
) -> None:
    alone = attrs.evolve(small_view.organisations[0], part_of="elsewhere")
    view = attrs.evolve(small_view, organisations=(alone,))
    assert column(view, "Organisations", "Part of") == ["elsewhere"]


def test_the_sheets_stand_in_the_order_in_which_they_are_read(small_view: View, book: Book) -> None:
    assert book(small_view).sheetnames == [
        "Summary", "Nominations", "Deadlines", "Awards and categories", "Organisations", "Lists", "About",
        "Base",
    ]  # fmt: skip


def test_the_lists_hold_what_the_drop_downs_offer_and_nothing_else(small_view: View, rows: Rows) -> None:
    _, *body = rows(small_view, "Lists", columns=["title"])
    assert body == [["Awards and categories: What", word] for word in ("award", "edition", "category")]


def test_about_explains_every_sheet_and_every_column(aberdwr: Register, book: Book) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience="internal")
    made = book(view)
    about = made["About"]
    held = {table.name: [row[:3] for row in about[table.ref]] for table in about.tables.values()}
    others = [name for name in made.sheetnames if name != "About"]
    assert [row[0].value for row in held["Sheets_explained"][1:]] == others
    explained = {(row[2].value, row[0].value) for row in held["Columns_explained"][1:]}
    headers = {
        (sheet.title, cell.value)
        for sheet in map(made.__getitem__, others)
        for table in sheet.tables.values()
        for cell in sheet[table.ref][0]
    }
    assert explained == headers


@pytest.mark.parametrize(
    ("audience", "as_of", "status"),
    [
        ("public", "2027-03-12", "For everybody"),
        ("internal", "2026-11-22", "Internal: not for publication"),
        ("press", "2027-03-12", "Embargoed until 11 March 2027, 21:30"),
    ],
)
def test_about_says_who_may_see_it(
    aberdwr: Register, rows: Rows, audience: str, as_of: str, status: str
) -> None:
    view = nominate.view(aberdwr, as_of=as_of, audience=audience, edition="clear-voice/2027")
    facts = {row[0]: row[1] for row in rows(view, "About")}
    assert (facts["Audience"], facts["Status"], facts["Revision"]) == (audience, status, view.revision)
    assert facts.get("Left out", "") == view.left_out
    assert facts["As of"] == {"2027-03-12": "12 March 2027", "2026-11-22": "22 November 2026"}[as_of]


def test_a_press_view_in_which_nothing_waits_is_for_the_press(small_view: View, rows: Rows) -> None:
    view = attrs.evolve(small_view, audience=nominate.Audience.PRESS)
    assert ["Status", "For the press", ""] in rows(view, "About")


def test_about_says_which_part_of_the_register_it_holds_and_how_to_send_it_back(
    aberdwr: Register, rows: Rows
) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", award="coastal-care", outcome=["won", "shortlisted"])
    facts = {row[0]: row[1] for row in rows(view, "About")}
    assert facts["Holds"] == "award coastal-care; outcome won or shortlisted"
    assert "nominate import FILE REGISTER" in str(facts["Sending it back"])


def test_awards_are_an_outline_of_editions_and_categories(team_view: TeamView, rows: Rows) -> None:
    header, *body = rows(team_view(WON), "Awards and categories")
    told = [dict(zip(header, row, strict=True)) for row in body]
    assert [(row["ID"], row["What"], row["Name"], row["Nominations"], row["Wins"]) for row in told] == [
        ("hsj", "award", "HSJ Awards", 1.0, 1.0),
        ("hsj/2020", "edition", "2020 HSJ Awards", 1.0, 1.0),
        ("hsj/2020/team", "category", "Team of the Year", 1.0, 1.0),
    ]

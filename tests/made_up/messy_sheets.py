"""Workbooks as teams keep them, made up: every network, trust, award and person in them is fictional."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Cells = Sequence[str | float | date | None]


def _put(sheet: Worksheet, rows: Iterable[Cells], *, row: int = 1, column: int = 1) -> None:
    for number, cells in enumerate(rows, row):
        for place, cell in enumerate(cells, column):
            if cell is not None:
                sheet.cell(number, place, cell)


def titled(book: Workbook) -> None:
    """A title merged over the sheet, blank rows, a table that begins in column B, a total and a note."""
    sheet = book.create_sheet("Entries")
    sheet["B1"] = "Skellbeck Patient Safety Awards 2020"
    sheet.merge_cells("B1:H1")
    sheet["B2"] = "Last updated by the communications team"
    rows: list[Cells] = [
        ("Trust", "Category", "Project", "Status", "Entry fee (£)", "Closing date", "Budget code"),
        (
            "Aberdwr Hospitals Trust (AHT)",
            "Team of the Year",
            "Calmer wards",
            "Finalist",
            250,
            "28/02/2020",
            "C1",
        ),
        ("AHT", "Learning Award", "Sleep well", "Winner", "£300", date(2020, 2, 28), "C2"),
        (
            "Brynmor Community Trust",
            "Team of the Year",
            "Home sooner",
            "Submitted",
            None,
            "28 Feb 2020",
            None,
        ),
        ("Total", None, None, None, 550, None, None),
        ("* fees without VAT", None, None, None, None, None, None),
    ]
    _put(sheet, rows, row=4, column=2)


def grouped(book: Workbook) -> None:
    """Two rows of titles: what three columns have in common stands above them."""
    sheet = book.create_sheet("2021")
    top = ("Award", "Category", "Organisation", "Entry title", "Key dates", None, None, "Result")
    low = (None, None, None, None, "Deadline", "Shortlist", "Ceremony", None)
    rows: list[Cells] = [
        (
            "Skellbeck Nursing Awards",
            "Ward",
            "Aberdwr Hospitals Trust",
            "Quiet nights",
            "1/3/2021",
            "May 2021",
            "Thursday 9 September 2021 (virtual)",
            "Shortlisted",
        ),
        (
            "Skellbeck Nursing Awards",
            "Ward",
            "Brynmor Community Trust",
            "Open doors",
            "1/3/2021",
            "May 2021",
            "Thursday 9 September 2021 (virtual)",
            "Unsuccessful",
        ),
    ]
    _put(sheet, [top, low, *rows])
    sheet.merge_cells("E1:G1")
    for letters in "ABCDH":
        sheet.merge_cells(f"{letters}1:{letters}2")


def one_sheet_a_year(book: Workbook) -> None:
    """A sheet for each year of an award, and two that hold no entries."""
    for year, result in ((2019, "Won"), (2020, "Highly Commended")):
        sheet = book.create_sheet(f"Lantern Awards {year}")
        rows: list[Cells] = [
            ("Category", "Nominee", "Title", "Outcome"),
            ("Kindness", "Ann Example", "A kind word", result),
        ]
        _put(sheet, rows)
    _put(book.create_sheet("Lists"), [("Won",), ("HC",), ("Finalist",)])
    _put(book.create_sheet("Contacts"), [("Name", "Email"), ("Ann Example", "ann@example.org")])


def sectioned(book: Workbook) -> None:
    """Headings between the rows say which award they are for; the titles are repeated under each."""
    sheet = book.create_sheet("All entries")
    titles = ("Category", "Organisation", "Project title", "Status")
    rows: list[Cells] = [
        titles,
        ("Skellbeck Digital Awards 2019",),
        ("Best App", "Aberdwr Hospitals Trust", "Bed finder", "Not shortlisted"),
        ("Skellbeck Digital Awards 2020",),
        titles,
        ("Best App", "Brynmor Community Trust", "Nurse rota", "Draft"),
        ("Subtotal", 1),
    ]
    _put(sheet, rows)


def worded(book: Workbook) -> None:
    """Words, dates, amounts, names and ticks as people type them, some of which mean nothing for sure."""
    sheet = book.create_sheet("Tracker")
    titles = (
        "Award",
        "Year",
        "Category",
        "Organisation(s)",
        "Entry",
        "Stage",
        "Shortlisted?",
        "Result",
        "Deadline",
        "Entry fee",
        "Lead",
        "Award website",
        "Internal deadline",
        "Notes",
        "Comments",
    )
    rows: list[Cells] = [
        (
            "Lantern Awards",
            2020,
            "Kindness",
            "Aberdwr Hospitals Trust; Brynmor Community Trust",
            "A kind word",
            "Submitted",
            "Y",
            "HC",
            "w/c 9 Nov 2020",
            "free",
            "Ann Example",
            "www.lantern.example",
            "1/11",
            "call",
            "later",
        ),
        (
            "Lantern Awards",
            2020,
            "Courage",
            "Aberdwr Hospital Trust",
            "Standing up",
            "In progress",
            "N",
            "Gold",
            "Autumn 2020",
            "£250 + VAT",
            "Bob Sample",
            "https://lantern.example",
            None,
            None,
            None,
        ),
        (
            "Lantern Awards",
            2021,
            "Kindness",
            "The Aberdwr Hospitals Trust",
            "Listening",
            "tbc",
            "maybe",
            None,
            "Friday 12 November 2020",
            99.5,
            "Ann Example",
            None,
            None,
            None,
            None,
        ),
    ]
    _put(sheet, [titles, *rows])


def stacked(book: Workbook) -> None:
    """Two tables under each other, each with its own banner and titles."""
    sheet = book.create_sheet("Both")
    _put(
        sheet,
        [
            ("Lantern Awards 2020",),
            ("Category", "Organisation", "Title", "Status"),
            ("Kindness", "Aberdwr Hospitals Trust", "A kind word", "Won"),
        ],
    )
    _put(
        sheet,
        [
            ("Skellbeck Nursing Awards 2021",),
            ("Organisation", "Project title", "Category", "Deadline", "Result"),
            ("Brynmor Community Trust", "Open doors", "Ward", "1 March 2021", "Shortlisted"),
        ],
        row=7,
    )


def merged_down(book: Workbook) -> None:
    """An award that is merged over its rows, and a category that is written once and left out below."""
    sheet = book.create_sheet("Awards")
    _put(
        sheet,
        [
            ("Award", "Category", "Organisation", "Title"),
            ("Lantern Awards 2020", "Kindness", "Aberdwr Hospitals Trust", "A kind word"),
            (None, None, "Brynmor Community Trust", "A kinder word"),
            (None, None, "Cwmdu Ambulance Service", "The kindest word"),
        ],
    )
    sheet.merge_cells("A2:A4")


def calendar(book: Workbook) -> None:
    """Awards with their dates, and nothing of entries."""
    sheet = book.create_sheet("Calendar")
    _put(
        sheet,
        [
            ("Awards scheme", "Opens", "Closing date", "Ceremony"),
            ("Lantern Awards 2022", "Jan 2022", "4 March 2022 5pm", "Nov 2022 (tbc)"),
            ("Skellbeck Nursing Awards 2022", None, "1/4/22", None),
        ],
    )


MESSY: dict[str, Callable[[Workbook], None]] = {
    each.__name__: each
    for each in (
        titled,
        grouped,
        one_sheet_a_year,
        sectioned,
        worded,
        stacked,
        merged_down,
        calendar,
    )
}
"""Each of them by its name."""


def messy_sheet(name: str, folder: Path) -> Path:
    """The workbook of that name, saved in a folder."""
    book = Workbook()
    book.remove(book.worksheets[0])
    MESSY[name](book)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path

"""Text comes out as it was, or is refused with its place; links are links only where Excel can open them."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import nominate
from nominate import ExporterFailed, Severity, View
from nominate.testing import example
from nominate.testing.examples import HOSTILE
from nominate_excel._cells.maker import Dress
from nominate_excel._cells.rows import RowStream
from nominate_excel._parts import Cell, Link, Look, Sheet, SheetColumn, small_table

Book = Callable[..., Any]  # the stubs take every part of a sheet to be absent
Judge = Callable[[str], str]

CONTROLS = (
    "a\x01b",
    "a\tb",
    "a\r\nb",
    "\x1f",
    "_x005F_",
    "_x0041_ _xZZZZ_ _x00e9_",
    " leading and trailing ",
    "a\n b",
)


def titled(view: View, *titles: str) -> View:
    """A view whose entries have these titles."""
    first = view.entries[0]
    entries = [
        attrs.evolve(first, nomination=attrs.evolve(first.nomination, id=f"n{number}", title=title))
        for number, title in enumerate(titles)
    ]
    return attrs.evolve(view, entries=tuple(entries))


def titles_of(content: bytes) -> list[str]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [str(row[1]) for row in book.get_sheet_by_name("Nominations").to_python()[1:]]


def test_text_that_looks_like_something_else_is_read_back_as_it_was(small_view: View) -> None:
    texts = (*HOSTILE, *CONTROLS)
    content = nominate.render(titled(small_view, *texts), "excel", options={"columns": ["title"]})
    assert titles_of(content) == list(texts)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1),
        min_size=1,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_text_without_half_characters_is_read_back_as_it_was(texts: list[str]) -> None:
    content = nominate.render(titled(example("bare"), *texts), "excel", options={"columns": ["title"]})
    assert titles_of(content) == texts


def test_text_is_never_a_formula_an_error_or_a_number(small_view: View, book: Book) -> None:
    sheet = book(titled(small_view, *HOSTILE), columns=["title"])["Nominations"]
    assert {cell.data_type for cell in sheet["B"]} == {"s"}


def test_what_looks_like_a_formula_stays_text_when_a_person_edits_it(small_view: View, book: Book) -> None:
    sheet = book(titled(small_view, "=1+1", "+44 117", "-2", "@x", "plain"), columns=["title"])["Nominations"]
    assert [cell.quotePrefix for cell in sheet["B"][1:]] == [True, True, True, True, False]
    assert {cell.number_format for cell in sheet["B"][1:]} == {"@"}


def test_libreoffice_shows_the_same_text(small_view: View, judge: Judge, tmp_path: Path) -> None:
    file = tmp_path / "tracker.xlsx"
    nominate.export(titled(small_view, *HOSTILE), file, options={"columns": ["title"]})
    second_sheet = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,2"
    subprocess.run(
        [
            judge("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", second_sheet, "--outdir", str(tmp_path), str(file),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with (tmp_path / "tracker-Nominations.csv").open(encoding="utf-8", newline="") as lines:
        _, *told = csv.reader(lines, delimiter="\t")
    assert [line[1] for line in told] == list(HOSTILE)


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("half of \ud83d", "holds half of a character"),
        ("\uffff", "holds half of a character"),
        ("x" * 32_768, "is 32,768 characters long, and a cell holds at most 32,767"),
        ("😀" * 16_384, "is 32,768 characters long, and a cell holds at most 32,767"),
    ],
    ids=["surrogate", "noncharacter", "long", "long in pairs"],
)
def test_text_that_no_cell_can_hold_is_refused_with_record_and_column(
    small_view: View, title: str, message: str
) -> None:
    view = titled(small_view, "fine", title)
    with pytest.raises(ExporterFailed) as failure:
        nominate.render(view, "excel", options={"columns": ["title", "award"]})
    problem = failure.value.problems[0]
    assert (problem.code, problem.sheet, problem.cell) == ("E610", "Nominations", "B3")
    assert problem.message.startswith(f"'Title' of 'n1' {message}")


@pytest.mark.parametrize("title", ["x" * 32_767, "😀" * 16_383 + "x"], ids=["long", "long in pairs"])
def test_the_longest_text_that_a_cell_can_hold_is_kept_whole(small_view: View, title: str) -> None:
    content = nominate.render(titled(small_view, title), "excel", options={"columns": ["title"]})
    assert titles_of(content) == [title]


def linked(view: View, address: str) -> View:
    first = view.entries[0]
    nomination = attrs.evolve(first.nomination, url=address)
    return attrs.evolve(view, entries=(attrs.evolve(first, nomination=nomination),))


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://hsj.example.org/a?b=1&c=2#d", "https://hsj.example.org/a?b=1&c=2#d"),
        ("mailto:awards@hsj.example.org", "mailto:awards@hsj.example.org"),
        ("HTTP://hsj.example.org/", "HTTP://hsj.example.org/"),
        ('https://hsj.example.org/a "b" <c>', "https://hsj.example.org/a%20%22b%22%20%3Cc%3E"),
        ("https://hsj.example.org/100%", "https://hsj.example.org/100%25"),
        ("https://aberdŵr.example.org/tŷ", "https://aberdŵr.example.org/tŷ"),
    ],
)
def test_a_web_or_mail_address_is_a_link(small_view: View, book: Book, address: str, target: str) -> None:
    cell = book(linked(small_view, address), columns=["link"])["Nominations"]["B2"]
    assert (cell.value, cell.hyperlink.target) == ("The SKIP team", target)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "https://[x/",
        "mailto:nobody",
        "=HYPERLINK(1)",
        f"https://hsj.example.org/{'a' * 2_079}",
    ],
)
def test_any_other_address_is_plain_text(small_view: View, book: Book, address: str) -> None:
    cell = book(linked(small_view, address), columns=["link"])["Nominations"]["B2"]
    assert (cell.value, cell.hyperlink) == (address, None)


def test_a_long_address_is_whole_in_the_link_and_cut_only_in_its_screentip(
    small_view: View, book: Book
) -> None:
    address = f"https://hsj.example.org/{'a' * 500}"
    link = book(linked(small_view, address), columns=["link"])["Nominations"]["B2"].hyperlink
    assert link.target == address
    assert (len(link.tooltip), link.tooltip[-1]) == (255, "…")


def stream() -> RowStream:
    zone = nominate.view(nominate.Register(records=nominate.Records()), as_of="2020").zone
    return RowStream({look: Dress(number, 50) for number, look in enumerate(Look)}, zone)


def one_column(*cells: Cell, look: Look = Look.TEXT) -> Sheet:
    column = SheetColumn(title="A", width=20, says="", look=look)
    return Sheet(name="A", says="", blocks=(small_table("A", (column,), [(cell,) for cell in cells]),))


def test_links_beyond_what_a_sheet_holds_stay_text_and_are_told() -> None:
    made = stream()
    links = (Link(f"https://a.example.org/{number}", "a") for number in range(65_532))
    written = "".join(made.rows(one_column(*links)))
    assert len(made.links) == 65_530
    assert [(problem.code, problem.severity) for problem in made.problems] == [("W611", Severity.WARNING)]
    assert made.problems[0].message.startswith("2 links cannot be clicked")
    # The header, the words of all links, and, where there is none any more, two addresses.
    assert len(set(re.findall(r"<v>(\d+)</v>", written))) == 4


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (7, "<v>7</v>"),
        (-7, "<v>-7</v>"),
        (Decimal("1250.50"), "<v>1250.50</v>"),
        (Decimal("1E+3"), "<v>1000</v>"),
        (999_999_999_999_999, "<v>999999999999999</v>"),
    ],
)
def test_a_number_is_exact(number: Cell, shown: str) -> None:
    assert shown in "".join(stream().rows(one_column(number, look=Look.COUNT)))


@pytest.mark.parametrize("number", [9_999_999_999_999_999, Decimal("0.1234567890123456"), Decimal("NaN")])
def test_a_number_that_excel_would_change_is_text(number: Cell) -> None:
    assert f"<t>{number}</t>" in "".join(stream().rows(one_column(number)))

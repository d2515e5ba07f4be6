"""A row that comes again in a batch of trackers is made once, and that changes nothing of what they say."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nominate
from nominate import Column, ColumnKind, Register, When, cell_digest
from nominate_excel._base.telling import Tellings
from nominate_excel._cells.heights import Lines
from nominate_excel._cells.known import KnownRows
from nominate_excel._cells.lengths import line_lengths
from nominate_excel._cells.maker import Dress
from nominate_excel._parts import NUMBER, Cell, Few, Link, Look, SheetColumn, few
from nominate_excel._sheets.dressing import dressed

DRESSES = {look: Dress(number, 50) for number, look in enumerate(Look)}
COLUMN = SheetColumn(title="A", width=20, says="")
MANY = 10_000


@pytest.fixture(scope="module")
def demo() -> Register:
    return nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")


def test_a_tracker_is_the_same_before_and_after_all_others(demo: Register) -> None:
    views = dict(nominate.views(demo, as_of="2026-11-22", audience="internal"))
    first = {name: nominate.render(view, "excel") for name, view in views.items()}
    again = {name: nominate.render(view, "excel") for name, view in reversed(views.items())}
    assert again == first


@pytest.mark.parametrize("audience", ["public", "press"])
def test_a_tracker_holds_nothing_of_another_audience_made_before(demo: Register, audience: str) -> None:
    def made(of: str) -> object:
        return nominate.render(nominate.view(demo, as_of="2026-11-22", audience=of), "excel")

    before = made(audience)
    made("internal")
    assert made(audience) == before


def test_days_are_counted_anew_on_another_day(demo: Register) -> None:
    def made(day: str) -> object:
        return nominate.render(nominate.view(demo, as_of=day, audience="internal"), "excel")

    before = made("2026-11-21")
    assert made("2026-11-22") != before
    assert made("2026-11-21") == before


def test_rows_are_told_alike_however_many_there_were_before() -> None:
    tellings = Tellings(("id", "place"), ("place",), UTC)
    rows = [(f"row-{number}", f"place {number % 9}") for number in range(MANY)]
    told = [row for first in (*range(0, MANY, 100), 0) for row in tellings.of(rows[first : first + 100])]
    assert [(row.id, *row.cells[1:]) for row in told] == [*rows, *rows[:100]]
    assert [row.line for row in told[:100]] == [cell_digest(place, zone=UTC) for _, place in rows[:100]]


def test_equal_rows_are_told_by_the_same_one_as_long_as_they_are_remembered() -> None:
    tellings = Tellings(("id",), (), UTC)
    assert tellings.of([("a",)]) == tellings.of([("a",)])
    assert tellings.of([("a",)])[0].line == ""


def test_rows_are_the_same_xml_however_many_were_made_before() -> None:
    known = KnownRows(DRESSES, UTC)
    rows = [(f"row {number}",) for number in range(MANY)]
    made = [
        row.xml
        for first in (*range(0, MANY, 250), 0)
        for row in known.of(few((COLUMN,), rows[first : first + 250]), (COLUMN,), (20,))  # type: ignore[arg-type]
    ]
    assert made[-250:] == made[:250]
    assert [row[0] in xml for row, xml in zip(rows, made, strict=False)] == [True] * MANY


def test_rows_are_the_same_xml_however_many_kinds_there_were_before() -> None:
    known = KnownRows(DRESSES, UTC)
    some = few((COLUMN,), [("a text of some words",)])
    assert isinstance(some, Few)
    before = [known.of(some, (COLUMN,), (width,)) for width in range(3, 600)]
    assert [known.of(some, (COLUMN,), (width,)) for width in range(3, 600)] == before
    assert len({row.xml for rows in before for row in rows}) > 1


def test_rows_too_many_to_be_remembered_are_a_batch() -> None:
    assert isinstance(few((COLUMN,), [("a",)] * 250), Few)
    assert few((COLUMN,), [("a",)] * 251) == (("a",) * 251,)


def test_a_link_that_excel_would_not_open_is_told_by_its_address() -> None:
    column = SheetColumn(title="A", width=20, says="", look=Look.LINK)
    links: list[tuple[Cell]] = [
        ("",),
        (Link("javascript:alert(1)", "b"),),
        (Link("https://a.example.org/", "c"),),
    ]
    some = few((column,), links)
    assert isinstance(some, Few)
    empty, closed, opened = KnownRows(DRESSES, UTC).of(some, (column,), (20,))
    assert (empty.xml, empty.links) == (f'<row r="{NUMBER}"></row>', ())
    assert (">javascript:alert(1)<" in closed.xml, closed.links) == (True, ())
    assert (">c<" in opened.xml, opened.links) == (True, (("A", "https://a.example.org/"),))


@given(
    texts=st.lists(st.text(st.sampled_from("ab \n"), max_size=70), min_size=1),
    kind=st.sampled_from(ColumnKind),
    title=st.text(st.sampled_from("ab "), min_size=1, max_size=60).filter(str.strip),
)
def test_a_row_is_as_high_in_its_column_as_in_the_widest(
    texts: list[str], kind: ColumnKind, title: str
) -> None:
    column = dressed(
        Column(name="x", title=title, says="", kind=kind),
        "organisations",
        max(line_lengths(texts, UTC)),
        (),
    )
    narrow, widest = [0] * len(texts), [0] * len(texts)
    Lines(column.width).raise_rows(narrow, texts)
    Lines(column.widest).raise_rows(widest, texts)
    assert [max(lines, 1) for lines in narrow] == [max(lines, 1) for lines in widest]


def test_the_longest_line_of_a_cell_is_that_of_what_it_shows() -> None:
    assert line_lengths(["a", "bb\nccc", When(2020, 11), 1_250], UTC) == [1, 3, 13, 4]

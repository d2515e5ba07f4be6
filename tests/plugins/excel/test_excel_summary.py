from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import nominate
from nominate import RULES, Outcome, Register, View

Book = Callable[..., Any]  # the stubs take every part of a sheet to be absent
Rows = Callable[..., list[list[object]]]
TeamView = Callable[..., View]


@pytest.fixture(scope="module")
def view(aberdwr: Register) -> View:
    return nominate.view(aberdwr, as_of="2026-11-22", audience="internal")


def table_of(sheet: Worksheet, name: str) -> list[tuple[object, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet[sheet.tables[name].ref]][1:]


def test_each_figure_stands_beside_its_rule_in_words(view: View, book: Book) -> None:
    figures = table_of(book(view)["Summary"], "Figures")
    live = {
        "nominations": "=ROWS(Nominations[ID])",
        "wins": '=COUNTIFS(Nominations[Outcome],"won*")',
    }
    assert figures == [
        (
            rule.title,
            live.get(rule.name, view.totals[rule.name]),
            f"{rule.says}; kept up to date by Excel" if rule.name in live else rule.says,
        )
        for rule in RULES
    ]


def test_each_figure_shows_its_value_to_programs_that_do_not_calculate(view: View, rows: Rows) -> None:
    shown = {str(row[0]): row[1] for row in rows(view, "Summary")}
    assert {rule.title: shown[rule.title] for rule in RULES} == {
        rule.title: view.totals[rule.name] for rule in RULES
    }


def test_the_editions_are_counted_by_excel_unless_their_name_is_a_pattern(
    small_view: View, book: Book
) -> None:
    first, second = small_view.entries
    odd = attrs.evolve(second, edition=attrs.evolve(second.edition, name="Awards?"))
    counts = table_of(book(attrs.evolve(small_view, entries=(first, odd)))["Summary"], "Edition_counts")
    assert [row[0] for row in counts] == ["2020 HSJ Awards", "Awards?"]
    assert str(counts[0][1]).startswith("=COUNTIFS(Nominations[Edition],A")
    assert counts[1][1] == 1


def test_counts_by_outcome_are_formulas_with_their_values_beside_them(
    view: View, book: Book, rows: Rows
) -> None:
    sheet = book(view)["Summary"]
    formulas = [row[1] for row in table_of(sheet, "Outcome_counts")]
    first = int(sheet.tables["Outcome_counts"].ref[1:].split(":")[0]) + 1
    values = [row[1] for row in rows(view, "Summary")[first - 1 : first - 1 + len(formulas)]]
    assert formulas[0] == f'=COUNTIFS(Nominations[Outcome],A{first}&"*")'
    assert all(str(formula).startswith("=") for formula in formulas)
    assert sum(int(str(value).removesuffix(".0")) for value in values) == len(view.entries)


def test_outcomes_come_from_the_lowest_to_the_highest_and_the_undecided_after_them(
    view: View, book: Book
) -> None:
    named = [str(row[0]) for row in table_of(book(view)["Summary"], "Outcome_counts")]
    assert named[-2:] == ["no outcome yet", "any other outcome"]
    order = [outcome.value for outcome in Outcome]
    assert named[:-2] == sorted(named[:-2], key=order.index)


def test_without_the_outcome_column_the_counts_are_numbers(small_view: View, book: Book) -> None:
    sheet = book(small_view, columns=["title"])["Summary"]
    assert table_of(sheet, "Outcome_counts") == [("shortlisted", 2)]


def test_a_declined_win_counts_as_won(team_view: TeamView, rows: Rows) -> None:
    view = team_view(
        "  - id: skip\n    edition: hsj/2020\n    category: team\n    title: SKIP\n"
        "    decisions:\n      - {outcome: won, announced: 2020-02-01}\n"
        "      - {outcome: declined, of: won, announced: 2020-02-02}\n"
    )
    assert ["won", 1.0, ""] in rows(view, "Summary")


def test_the_title_is_that_of_the_one_edition_or_award_or_of_the_publisher(
    small_view: View, west_of_england: Register, aberdwr: Register, rows: Rows
) -> None:
    one_award = nominate.view(aberdwr, as_of="2026-11-22", award="coastal-care")
    titles = [
        rows(each, "Summary")[0][0]
        for each in (small_view, one_award, nominate.view(west_of_england, as_of="2026-11-22"))
    ]
    assert titles == [
        "2020 HSJ Awards: our nominations",
        "Coastal Care Awards: our nominations",
        "West of England AHSN: awards and nominations",
    ]


def test_a_register_without_a_publisher_has_a_plain_title(view: View, rows: Rows) -> None:
    nameless = attrs.evolve(view, settings=attrs.evolve(view.settings, publisher=None))
    assert rows(nameless, "Summary")[0][0] == "Awards and nominations"


def test_the_title_is_an_option(small_view: View, rows: Rows) -> None:
    assert rows(small_view, "Summary", title="Our year")[0][0] == "Our year"


def test_the_chart_has_a_title_titled_axes_and_alt_text(view: View) -> None:
    content = nominate.render(view, "excel")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    for title in ("Nominations by outcome", "Outcome", "Nominations"):
        assert f">{title}</" in chart
    assert chart.count('delete val="0"') == 2
    # Every bar has its word.
    assert 'tickLblSkip val="1"' in chart
    said = re.search(r'descr="([^"]*)"', drawing)
    assert said
    assert said[1].startswith("Bar chart of the nominations by outcome: longlisted 1, shortlisted 3")


def test_the_chart_holds_its_values_for_previewers(small_view: View) -> None:
    content = nominate.render(small_view, "excel")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        chart = package.read("xl/charts/chart1.xml").decode()
    assert re.search(r"<(\w+:)?strCache>.*shortlisted.*</(\w+:)?strCache>", chart)
    assert re.search(r"<(\w+:)?numCache>.*<(\w+:)?v>2</(\w+:)?v>.*</(\w+:)?numCache>", chart)

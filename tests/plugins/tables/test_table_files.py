"""The tables of a view as csv and JSON, read back by programs that are not ours."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import nominate
from nominate import OptionError, Register, View
from nominate.sheets import restored
from nominate.testing import EXAMPLES, example

SCHEMA = json.loads((Path(__file__).parents[3] / "schemas" / "table.schema.json").read_text("utf-8"))
TABLES = ("nominations", "dates", "awards", "organisations")


@pytest.fixture(scope="module")
def aberdwr() -> Register:
    return nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")


def csv_rows(view: View, **options: object) -> list[list[str]]:
    text = nominate.render(view, "csv", options=options).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def told(view: View, **options: object) -> Any:
    return json.loads(nominate.render(view, "json", options=options))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("audience", ["public", "internal"])
def test_csv_holds_the_cells_of_the_table(aberdwr: Register, table: str, audience: str) -> None:
    view = nominate.view(aberdwr, as_of="2026-11-22", audience=audience)
    wanted = [[str(cell) for cell in row] for row in view.table(of=table)]
    place = [column.name for column in view.columns_of(table)].index("id")
    ours = [[row[place], *row[:place], *row[place + 1 :]] for row in wanted]
    made = csv_rows(view, table=table, made_from="no")
    assert [[restored(cell) for cell in row] for row in made] == ours
    assert [row[:-1] for row in csv_rows(view, table=table)] == made


def test_csv_is_utf_8_with_its_mark_and_lines_as_windows_ends_them(small_view: View) -> None:
    content = nominate.render(small_view, "csv", options={"columns": ["title"], "made_from": False})
    assert content == "\ufeffID,Title\r\nskip,The SKIP team\r\nwards,Tŷ Gŵyr wards\r\n".encode()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_title_comes_back_from_csv_as_it_was_and_is_never_a_formula(title: str) -> None:
    view = example("bare")
    first = attrs.evolve(view.entries[0], nomination=attrs.evolve(view.entries[0].nomination, title=title))
    cell = csv_rows(attrs.evolve(view, entries=(first,)), columns=["title"])[1][1]
    assert restored(cell) == title
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("audience", "as_of"), [("public", "2026-11-22"), ("press", "2027-03-12")])
def test_json_is_as_its_schema_says(aberdwr: Register, table: str, audience: str, as_of: str) -> None:
    view = nominate.view(aberdwr, as_of=as_of, audience=audience, year=[2026, 2027], outcome="won")
    made = told(view, table=table)
    Draft202012Validator(SCHEMA).validate(made)
    rows = list(view.table(of=table))[1:]
    assert len(made["rows"]) == len(rows)
    assert (made["revision"], made["scope"]) == (view.revision, {"outcome": ["won"], "year": [2026, 2027]})
    names = {column["name"] for column in made["columns"]}
    assert all(set(row) == names | {"made_from"} for row in made["rows"])
    assert all(len(row["made_from"].split()) == len(made["made_from"]) for row in made["rows"])


def test_json_of_a_period_says_which(aberdwr: Register) -> None:
    made = told(nominate.view(aberdwr, as_of="2026-11-22", announced=["2026-10", "2026-11/2026-12"]))
    Draft202012Validator(SCHEMA).validate(made)
    assert made["scope"] == {"announced": ["2026-10", "2026-11/2026-12"]}


@pytest.mark.parametrize("name", EXAMPLES)
def test_json_of_difficult_registers_is_as_its_schema_says(name: str) -> None:
    Draft202012Validator(SCHEMA).validate(told(example(name)))


def test_the_schema_refuses_what_is_no_such_table(small_view: View) -> None:
    made = told(small_view)
    broken = [made | {"format": 2}, made | {"rows": [{}]}, made | {"more": 1}, made | {"revision": "1"}]
    assert [Draft202012Validator(SCHEMA).is_valid(each) for each in (made, *broken)] == [True, *[False] * 4]


def test_an_empty_table_is_a_table(small_view: View) -> None:
    empty = attrs.evolve(small_view, entries=())
    assert told(empty)["rows"] == []
    assert len(csv_rows(empty)) == 1


def test_each_row_of_json_is_a_line(small_view: View) -> None:
    text = nominate.render(small_view, "json", options={"columns": ["title"], "made_from": False}).decode()
    lines = text.splitlines()
    assert lines[-4:] == [
        '    {"id": "skip", "title": "The SKIP team"},',
        '    {"id": "wards", "title": "Tŷ Gŵyr wards"}',
        "  ]",
        "}",
    ]


@pytest.mark.parametrize("exporter", ["csv", "json"])
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"columns": ["titel"]}, "did you mean 'title'"),
        ({"columns": ["owner"]}, "no column 'owner' for audience 'public'; choose from id"),
        ({"columns": ["title", "title"]}, "column 'title' is named twice"),
        ({"table": "dates", "columns": ["title"]}, "no column 'title' for audience 'public'"),
        ({"table": "people"}, "choose from nominations, dates, awards, organisations"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_with_the_choices(
    small_view: View, exporter: str, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(OptionError, match=message):
        nominate.render(small_view, exporter, options=options)

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.messy_sheets import MESSY, messy_sheet

import nominate
from nominate.errors import Severity
from nominate.foreign.finding.meanings import Meaning
from nominate.foreign.finding.row_kinds import RowKind
from nominate.foreign.mapping.mapping_file import MappingFile, Rows, TableMapping
from nominate.foreign.mapping.proposing import proposed
from nominate.foreign.records.building import Built, built
from nominate.foreign.records.reporting import grouped, report_text
from nominate.foreign.rows.opening import opened_sheets
from nominate.foreign.rows.reading import Read, read_by
from nominate.model.mapping import FrozenDict
from nominate.model.nomination import Nomination
from nominate.model.when import When
from nominate.register.checks import check
from nominate.register.register import Register
from nominate.sheets import Cell, Row, Sheet, Workbook
from nominate.storage.splitting import split_texts


def read(workbook: Workbook, mapping: MappingFile | None = None) -> Read:
    return read_by(mapping or proposed(workbook).mapping, workbook)


def made(name: str, folder: Path) -> tuple[Read, Built]:
    found = read(opened_sheets(messy_sheet(name, folder)))
    return found, built(found)


def of_rows(*rows: tuple[Cell, ...], sheet: str = "Lantern Awards 2020") -> Workbook:
    width = max(map(len, rows))
    listed = [Row(number, (*row, *(None,) * (width - len(row)))) for number, row in enumerate(rows, 1)]
    return Workbook(name="a.xlsx", sheets=(Sheet(name=sheet, rows=tuple(listed)),))


def entry(titles: tuple[str, ...], cells: tuple[Cell, ...]) -> Nomination:
    return built(read(of_rows(titles, cells))).records.nominations[0]


def saved(records: Built, folder: Path) -> Path:
    for name, text in split_texts(Register(records=records.records), heads={"register": "ours"}).items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("name", MESSY)
def test_the_register_of_any_messy_workbook_loads_without_an_error(name: str, tmp_path: Path) -> None:
    _, records = made(name, tmp_path)
    (tmp_path / "register").mkdir()
    folder = saved(records, tmp_path / "register")
    found = nominate.examine(folder, as_of=When(2026, 11, 23))
    assert found.errors == ()
    assert found.sound == Register(records=records.records)


@pytest.mark.parametrize("name", MESSY)
def test_every_row_is_an_entry_or_is_told(name: str, tmp_path: Path) -> None:
    workbook = opened_sheets(messy_sheet(name, tmp_path))
    mapping = proposed(workbook).mapping
    found = read_by(mapping, workbook)
    for sheet in workbook.sheets:
        own = [table for table in mapping.tables if table.sheet == sheet.name]
        if all(table.rows is Rows.LEFT_OUT for table in own):
            continue
        titles = {number for table in own for number in table.header}
        rows = {row.number for row in sheet.rows} - titles
        origins = [*(each.origin for each in found.entries), *(each.origin for each in found.passed)]
        told = {origin for origin in origins if origin.sheet == sheet.name}
        assert {f"A{number}" for number in rows} == {origin.cell for origin in told}


@pytest.mark.parametrize("name", MESSY)
def test_nothing_of_a_sheet_is_public_by_accident(name: str, tmp_path: Path) -> None:
    _, records = made(name, tmp_path)
    view = nominate.view(Register(records=records.records), as_of=When(2026, 11, 23))
    assert view.entries == ()


@pytest.mark.parametrize(
    ("name", "nominations", "editions"),
    [
        ("titled", 3, ["skellbeck-patient-safety-awards/2020"]),
        ("grouped", 2, ["skellbeck-nursing-awards/2021"]),
        ("one_sheet_a_year", 2, ["lantern-awards/2019", "lantern-awards/2020"]),
        ("sectioned", 2, ["skellbeck-digital-awards/2019", "skellbeck-digital-awards/2020"]),
        ("worded", 3, ["lantern-awards/2020", "lantern-awards/2021"]),
        ("stacked", 2, ["lantern-awards/2020", "skellbeck-nursing-awards/2021"]),
        ("merged_down", 3, ["lantern-awards/2020"]),
        ("calendar", 0, ["lantern-awards/2022", "skellbeck-nursing-awards/2022"]),
    ],
)
def test_a_workbook_makes_the_nominations_and_editions_that_a_reader_sees_in_it(
    name: str, nominations: int, editions: list[str], tmp_path: Path
) -> None:
    register = Register(records=made(name, tmp_path)[1].records)
    assert (len(register.nominations), sorted(register.editions)) == (nominations, editions)


def test_a_row_becomes_an_entry_with_all_that_it_says(tmp_path: Path) -> None:
    found = made("worded", tmp_path)[1].records.nominations[0]
    assert found.title == "A kind word"
    assert [each.organisation for each in found.nominees] == [
        "aberdwr-hospitals-trust",
        "brynmor-community-trust",
    ]
    assert [each.outcome.value for each in found.decisions] == ["shortlisted", "highly commended"]
    assert (found.progress and found.progress.value, found.owner) == ("submitted", "Ann Example")
    assert found.fee is not None
    assert found.notes == "Notes: call\n\nComments: later"
    assert found.extra == {"Internal deadline": "1/11"}


def test_a_cell_that_cannot_be_read_is_kept_and_told_with_its_place(tmp_path: Path) -> None:
    found, records = made("worded", tmp_path)
    told = {problem.place: problem.code for problem in found.problems}
    assert told == {
        f"worded.xlsx:Tracker!{cell}": code
        for cell, code in (("G4", "W741"), ("H3", "W741"), ("I3", "W740"), ("I4", "W740"), ("J3", "W740"))
    }
    assert records.records.nominations[1].extra["Deadline"] == "Autumn 2020"


def test_a_deadline_that_one_row_cannot_tell_is_not_lent_to_it(tmp_path: Path) -> None:
    awards = made("worded", tmp_path)[1].records.awards
    dates = awards[0].editions[0].dates
    assert [(str(date.when), date.for_ and date.for_.category) for date in dates] == [
        ("2020-11-09/2020-11-15", "kindness")
    ]


def test_dates_on_which_rows_disagree_are_for_their_categories_or_entries() -> None:
    rows = (
        ("Category", "Title", "Deadline"),
        ("Kindness", "One", "1 May 2020"),
        ("Kindness", "Two", "1 May 2020"),
        ("Courage", "Three", "2 May 2020"),
        ("Courage", "Four", "3 May 2020"),
    )
    dates = built(read(of_rows(*rows))).records.awards[0].editions[0].dates
    found = [(str(date.when), date.for_ and (date.for_.category, date.for_.nomination)) for date in dates]
    assert found == [
        ("2020-05-01", ("kindness", None)),
        ("2020-05-02", (None, "three-2020")),
        ("2020-05-03", (None, "four-2020")),
    ]


def test_a_date_of_the_award_itself_is_for_all_whatever_an_entry_adds() -> None:
    sheets = [
        Sheet(
            name="Calendar",
            rows=(Row(1, ("Award", "Closing date")), Row(2, ("Lantern Awards 2020", "1 May 2020"))),
        ),
        Sheet(
            name="Entries",
            rows=(
                Row(1, ("Award", "Category", "Title", "Deadline")),
                Row(2, ("Lantern Awards 2020", "Kindness", "One", "8 May 2020")),
            ),
        ),
    ]
    dates = built(read(Workbook(name="a.xlsx", sheets=tuple(sheets)))).records.awards[0].editions[0].dates
    assert [(str(date.when), date.for_ is None) for date in dates] == [
        ("2020-05-01", True),
        ("2020-05-08", False),
    ]


def test_dates_that_cannot_be_are_kept_aside_and_told() -> None:
    rows = (("Category", "Title", "Deadline", "Ceremony"), ("Kindness", "One", "1 May 2020", "1 March 2020"))
    records = built(read(of_rows(*rows)))
    edition = records.records.awards[0].editions[0]
    assert (len(edition.dates), edition.extra) == (1, {"entry deadline": "2020-05-01"})
    assert [problem.code for problem in records.problems] == ["W745"]


def test_only_the_edition_and_the_entry_that_contradict_themselves_lose_a_date() -> None:
    rows = (
        ("Award", "Category", "Title", "Result", "Deadline", "Ceremony", "Announced", "Decision date"),
        (
            "Lantern Awards 2020",
            "A",
            "One",
            "Won",
            "1 May 2020",
            "1 March 2020",
            "1 June 2020",
            "2 June 2020",
        ),
        ("Lantern Awards 2021", "A", "Two", "Won", "1 May 2021", "1 June 2021", "1 July 2021", "1 July 2021"),
    )
    records = built(read(of_rows(*rows, sheet="S")))
    assert [len(edition.dates) for edition in records.records.awards[0].editions] == [1, 2]
    assert [bool(each.extra) for each in records.records.nominations] == [True, False]
    assert [problem.code for problem in records.problems] == ["W745", "W745"]


def test_what_a_date_cannot_hold_is_told_and_kept_beside_it() -> None:
    titles = ("Category", "Title", "Ceremony", "Submitted")
    found = read(of_rows(titles, ("A", "One", "mid-November 2020", "by 1 May 2020")))
    nomination = built(found).records.nominations[0]
    assert nomination.extra == {"Ceremony": "mid-November 2020", "Submitted": "by 1 May 2020"}
    assert (str(nomination.submitted), len(found.problems)) == ("2020-05-01", 2)


def test_a_column_that_is_left_out_leaves_nothing_behind() -> None:
    workbook = of_rows(("Category", "Title", "Phone"), ("A", "One", "0123"))
    mapping = proposed(workbook).mapping
    columns = FrozenDict({**mapping.tables[0].columns, "Phone": Meaning.LEAVE_OUT})
    told = attrs.evolve(mapping, tables=(attrs.evolve(mapping.tables[0], columns=columns),))
    assert built(read(workbook, told)).records.nominations[0].extra == {}


def test_a_name_that_stands_twice_in_a_row_is_one_nominee() -> None:
    found = entry(("Category", "Trust", "Partner"), ("A", "Aberdwr Trust", "Aberdwr Trust; Brynmor Trust"))
    assert [(each.organisation, each.role) for each in found.nominees] == [
        ("aberdwr-trust", ""),
        ("brynmor-trust", "partner"),
    ]


def test_a_decision_told_before_it_was_made_loses_the_day_and_keeps_it_as_extra() -> None:
    titles = ("Category", "Title", "Result", "Decision date", "Announced")
    found = entry(titles, ("Kindness", "One", "Won", "2 May 2020", "1 May 2020"))
    assert (found.decisions[0].on, str(found.decisions[0].announced)) == (None, "2020-05-01")
    assert found.extra == {"decided": "2020-05-02"}


def test_what_is_announced_before_its_embargo_ends_is_not_announced() -> None:
    titles = ("Category", "Title", "Result", "Embargo", "Announced")
    found = entry(titles, ("Kindness", "One", "Won", "9 May 2020 8pm", "1 May 2020"))
    decision = found.decisions[0]
    assert (decision.announced, decision.embargo is not None) == (None, True)
    assert found.extra == {"announced": "2020-05-01"}


def test_a_day_of_announcement_without_an_outcome_is_kept() -> None:
    found = entry(("Category", "Title", "Result", "Announced"), ("Kindness", "One", "tbc", "1 May 2020"))
    assert (found.decisions, found.extra) == ((), {"Announced": "2020-05-01"})


def test_an_outcome_is_public_once_a_column_says_when_it_was_announced() -> None:
    workbook = of_rows(("Category", "Title", "Result", "Announced"), ("Kindness", "One", "Won", "1 May 2020"))
    records = built(read(workbook))
    assert len(nominate.view(Register(records=records.records), as_of=When(2020, 6)).entries) == 1
    assert "were announced: 1 outcome." in report_text(proposed(workbook).mapping, read(workbook), records)


def test_ids_are_short_different_and_the_same_for_the_same_sheet() -> None:
    rows = (
        ("Category", "Trust", "Title"),
        ("A", "Ærø Trust", "One"),
        ("B", "Ærø Trust", "One"),
        ("C", "東京", "二"),
    )
    ids = [[each.id for each in built(read(of_rows(*rows))).records.nominations] for _ in range(2)]
    assert ids[0] == ids[1] == ["aero-trust-one-2020", "aero-trust-one-2020-2", "organisation-2020"]


def test_the_sheets_own_ids_are_kept_and_a_wrong_one_is_told() -> None:
    found = read(of_rows(("ID", "Category", "Title"), ("our-1", "A", "One"), ("No. 2", "A", "Two")))
    assert [each.id for each in built(found).records.nominations] == ["our-1", "two-2020"]
    assert [problem.place for problem in found.problems] == ["a.xlsx:Lantern Awards 2020!A3"]


def test_spellings_of_one_name_are_one_organisation_by_the_usual_of_them() -> None:
    rows = (
        ("Category", "Trust"),
        ("A", "ABERDWR TRUST"),
        ("B", "Aberdwr Trust (AT)"),
        ("C", "The Aberdwr Trust"),
        ("D", "AT"),
    )
    organisations = built(read(of_rows(*rows))).records.organisations
    assert [(each.id, each.name, each.abbreviation) for each in organisations] == [
        ("at", "Aberdwr Trust", "AT")
    ]
    assert organisations[0].aliases == ("ABERDWR TRUST", "The Aberdwr Trust")


def test_names_that_a_mapping_calls_one_are_one_even_in_a_circle() -> None:
    workbook = of_rows(("Category", "Trust"), ("A", "Aberdwr"), ("B", "Aberdwr Trust"))
    circle = FrozenDict({"Aberdwr": "Aberdwr Trust", "Aberdwr Trust": "Aberdwr"})
    for same in (FrozenDict({"Aberdwr": "Aberdwr Trust"}), circle):
        mapping = attrs.evolve(proposed(workbook).mapping, same=same)
        assert len(built(read(workbook, mapping)).records.organisations) == 1


def test_what_rows_lack_is_said_once_for_each_sheet() -> None:
    workbook = of_rows(
        ("Trust", "Status"), ("Aberdwr Trust", "Won"), ("Brynmor Trust", "Won"), sheet="Sheet1"
    )
    records = built(read(workbook))
    said = [problem.message for problem in records.problems]
    assert [message.split(";")[0] for message in said] == [
        "2 rows without a year",
        "2 rows without a category",
        "2 rows without a title",
    ]
    assert records.records.nominations[0].title == "Aberdwr Trust"


def test_costs_links_evidence_and_people_find_their_fields() -> None:
    titles = (
        "Category",
        "Title",
        "Person",
        "Partner",
        "Tickets",
        "Evidence",
        "Link",
        "Award link",
        "Written by",
        "Summary",
        "Project",
    )
    cells = (
        "A", "One", "Dr Ann Example", "Brynmor Trust", "£90",
        "https://a.example/x\nThe minutes",
        "www.a.example/1", "https://lantern.example", "Ann Example; Bob Sample", "About it",
        "Calmer Wards (CW)",
    )  # fmt: skip
    records = built(read(of_rows(titles, cells))).records
    found = records.nominations[0]
    assert [(each.person, each.organisation, each.role) for each in found.nominees] == [
        ("dr-ann-example", None, ""),
        (None, "brynmor-trust", "partner"),
    ]
    assert [(each.what, each.money.amount) for each in found.costs] == [("Tickets", Decimal(90))]
    assert [(each.url, each.title) for each in found.evidence] == [
        ("https://a.example/x", ""),
        (None, "The minutes"),
    ]
    assert (found.url, found.summary) == ("https://www.a.example/1", "About it")
    assert found.contributors == ("Ann Example", "Bob Sample")
    assert records.awards[0].editions[0].links == {"award": "https://lantern.example"}
    assert (records.programmes[0].name, records.programmes[0].abbreviation) == ("Calmer Wards", "CW")


def test_a_text_that_is_too_long_is_cut_told_and_kept_whole() -> None:
    long = "word " * 100
    found = read(of_rows(("Category", "Title"), ("A", long)))
    nomination = built(found).records.nominations[0]
    assert (len(nomination.title) <= 300, nomination.title[-1], nomination.extra["Title"]) == (
        True,
        "…",
        long.strip(),
    )
    assert len(found.problems) == 1


def test_two_cells_of_one_meaning_that_disagree_are_both_kept() -> None:
    found = entry(("Category", "Title", "Status", "Stage"), ("A", "One", "Submitted", "Draft"))
    assert (found.progress and found.progress.value, found.extra) == ("submitted", {"Stage": "Draft"})


def test_an_edition_without_a_year_is_called_as_it_is_written() -> None:
    workbook = of_rows(
        ("Award", "Edition", "Category", "Title"), ("Lantern Awards", "Spring round", "A", "One"), sheet="S"
    )
    edition = built(read(workbook)).records.awards[0].editions[0]
    assert (edition.id, edition.name) == ("spring-round", "Lantern Awards Spring round")


def test_the_year_may_come_from_a_column_of_dates() -> None:
    rows = (
        ("Award", "Category", "Title", "Ceremony"),
        ("Lantern Awards", "A", "One", "May 2020"),
        ("Lantern Awards", "A", "Two", None),
    )
    found = read(of_rows(*rows, sheet="S"))
    assert [each.edition for each in found.entries] == ["2020", ""]


@pytest.mark.parametrize(
    ("table", "code", "said"),
    [
        (TableMapping(sheet="Lantern Award 2020"), "E742", "did you mean 'Lantern Awards 2020'?"),
        (TableMapping(sheet="xyz"), "E742", "the sheets are 'Lantern Awards 2020'"),
        (TableMapping(sheet="Lantern Awards 2020", header=(9,)), "E740", "header:"),
        (
            TableMapping(
                sheet="Lantern Awards 2020", columns=FrozenDict({"A": Meaning.TITLE, "B": Meaning.FEE})
            ),
            "E740",
            "header:",
        ),
    ],
)
def test_a_mapping_that_does_not_fit_the_file_is_told_with_what_would_do(
    table: TableMapping, code: str, said: str
) -> None:
    workbook = of_rows(("Category", "Title"), ("A", "One"))
    found = read(workbook, MappingFile(file="a.xlsx", tables=(table,)))
    assert (found.problems[0].code, found.rows) == (code, 0)
    assert said in found.problems[0].hint


def test_titles_that_moved_down_are_found_again_and_new_columns_are_kept_and_told() -> None:
    columns = FrozenDict({"Category": Meaning.CATEGORY, "Title": Meaning.TITLE, "Gone": Meaning.FEE})
    table = TableMapping(
        sheet="Lantern Awards 2020", header=(1,), award="Lantern Awards", edition="2020", columns=columns
    )
    workbook = of_rows(("a new banner",), ("Category", "Title", "Colour"), ("A", "One", "red"))
    found = read(workbook, MappingFile(file="a.xlsx", tables=(table,)))
    assert found.entries[0].extra == {"Colour": "red"}
    assert [problem.message for problem in found.problems] == [
        "the column 'Colour' is new, and kept as extra",
        "no column 'Gone'",
    ]
    assert [row.kind for row in found.passed] == [RowKind.ABOVE]


def test_a_header_that_somebody_names_is_taken_as_it_is() -> None:
    workbook = of_rows(("wibble", "wobble"), ("Won", "quiet nights"), ("HC", "open doors"), sheet="S")
    table = TableMapping(sheet="S", header=(1,), award="Lantern Awards", edition="2020")
    found = read(workbook, MappingFile(file="a.xlsx", tables=(table,)))
    assert [entry.extra["wobble"] for entry in found.entries] == ["quiet nights", "open doors"]


def test_a_sheet_that_the_mapping_does_not_name_is_told() -> None:
    found = read(of_rows(("Category", "Title"), ("A", "One")), MappingFile(file="a.xlsx"))
    assert [problem.message for problem in found.problems] == ["the sheet 'Lantern Awards 2020' is not read"]


def test_the_same_problem_in_many_cells_is_told_once_with_the_cells() -> None:
    rows = [
        ("Category", "Title", "Result"),
        *(("A", str(number), "Gold") for number in range(20)),
        ("A", "x", "Won"),
    ]
    told = grouped(read(of_rows(*rows, *[("A", "y", "Won")] * 20)).problems)
    assert len(told) == 1
    assert str(told[0]).endswith("(20 cells: C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, …)")


CELLS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(-(10**12), 10**12),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.booleans(),
    st.sampled_from(
        ["Won", "TBC", "12 Nov 2020", "Gold", "Y", "A Trust; B Trust", "£5", "QQQ 5", "www.a.example", "2020"]
    ),
    st.builds(When, st.integers(1990, 2040), st.integers(1, 12), st.integers(1, 28)),
)
MEANINGS = st.sampled_from([meaning for meaning in Meaning if meaning is not Meaning.LEAVE_OUT])


@settings(max_examples=200, deadline=None)
@given(
    columns=st.lists(MEANINGS, min_size=1, max_size=8, unique=True),
    rows=st.lists(st.lists(CELLS, min_size=8, max_size=8), min_size=1, max_size=6),
)
def test_whatever_stands_in_the_cells_the_register_can_be_written_and_no_row_is_lost(
    columns: list[Meaning], rows: list[list[Cell]]
) -> None:
    titles = tuple(f"Column {number}" for number in range(len(columns)))
    listed = [
        tuple(row[: len(columns)]) for row in rows if any(cell is not None for cell in row[: len(columns)])
    ]
    table = TableMapping(
        sheet="Lantern Awards 2020", header=(1,), columns=FrozenDict(dict(zip(titles, columns, strict=True)))
    )
    found = read(of_rows(titles, *listed), MappingFile(file="a.xlsx", tables=(table,)))
    records = built(found)
    assert found.rows == len(listed)
    assert "register.yaml" in split_texts(Register(records=records.records), heads={})
    assert [each for each in check(records.records) if each.severity is Severity.ERROR] == []

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from made_up.messy_sheets import MESSY, messy_sheet

from nominate.errors import DataError
from nominate.foreign.finding.meanings import DATES, SAYS, Meaning
from nominate.foreign.finding.titles import likely_meaning
from nominate.foreign.mapping.mapping_file import MappingFile, Rows, TableMapping
from nominate.foreign.mapping.mapping_reading import read_mapping
from nominate.foreign.mapping.mapping_text import mapping_text
from nominate.foreign.mapping.proposing import Proposal, proposed
from nominate.foreign.rows.opening import opened_sheets
from nominate.model.mapping import FrozenDict
from nominate.sheets import Area, Cell, Row, Sheet, Workbook


def proposal(name: str, folder: Path) -> Proposal:
    return proposed(opened_sheets(messy_sheet(name, folder)))


def of_columns(
    *columns: tuple[str, tuple[Cell, ...]], sheet: str = "A", file: str = "a.xlsx"
) -> TableMapping:
    """The mapping of a table of these columns, each with its title and its cells."""
    cells = zip(*(own for _, own in columns), strict=True)
    rows = [Row(1, tuple(title for title, _ in columns)), *(Row(n, own) for n, own in enumerate(cells, 2))]
    return proposed(Workbook(name=file, sheets=(Sheet(name=sheet, rows=tuple(rows)),))).mapping.tables[0]


STATUS = ("Status", ("Won", "Submitted"))
TITLE = ("Entry title", ("A kind word", "Listening"))
WORDS = {
    "Closing date": Meaning.ENTRY_DEADLINE,
    "Organsation": Meaning.ORGANISATION,
    "Awards ceremony (date)": Meaning.CEREMONY,
    "Award category": Meaning.CATEGORY,
    "Name of the lead organisation": Meaning.ORGANISATION,
    "Shortlisted Y/N": Meaning.SHORTLISTED,
    "Internal deadline": Meaning.KEEP,
    "Approved by": Meaning.KEEP,
    "Date shortlist was announced": Meaning.SHORTLIST_ANNOUNCED,
    "Budget code": Meaning.KEEP,
    "Ref": Meaning.KEEP,
}


@pytest.mark.parametrize(("title", "meaning"), WORDS.items(), ids=WORDS)
def test_a_title_means_what_the_trade_means_by_it(title: str, meaning: Meaning) -> None:
    assert likely_meaning(title).meaning is meaning


def test_a_date_that_would_publish_an_outcome_is_never_taken_from_a_word_among_others() -> None:
    assert likely_meaning("Announced to staff in the newsletter").meaning is not Meaning.ANNOUNCED
    assert likely_meaning("Date announced").meaning is Meaning.ANNOUNCED


@pytest.mark.parametrize(
    ("title", "cells", "meaning"),
    [
        ("Shortlisted", ("Y", "N"), Meaning.SHORTLISTED),
        ("Shortlisted", ("May 2020", "12/5/20"), Meaning.SHORTLIST_ANNOUNCED),
        ("Shortlisted", ("finalist", "unsuccessful"), Meaning.STATUS),
        ("Winner", ("Aberdwr Trust", "Ann Example"), Meaning.NOMINEE),
        ("Winner", ("Aberdwr Trust", "Brynmor Trust"), Meaning.ORGANISATION),
        ("Winner", ("some", "words"), Meaning.KEEP),
        ("Shortlisted", (3, 1), Meaning.KEEP),
        ("Nominee", ("12", "7"), Meaning.KEEP),
        ("Submitted", ("yes", "no"), Meaning.SUBMITTED_IF_YES),
        ("Deadline", ("Won", "Submitted"), Meaning.STATUS),
        ("Deadline", ("ask", "them"), Meaning.KEEP),
        ("Deadline", (None, None), Meaning.ENTRY_DEADLINE),
        ("State", ("Ohio", "Texas"), Meaning.KEEP),
        ("Outcome", ("yes", "no"), Meaning.KEEP),
        ("Nominee", ("Aberdwr Trust", "Ann Example"), Meaning.NOMINEE),
        ("Nominee", ("Dr Ann Example", "Bob Sample"), Meaning.PERSON),
        ("Lead", ("Aberdwr Trust", "Brynmor Trust"), Meaning.ORGANISATION),
        ("Lead", ("Ann", "Bob"), Meaning.OWNER),
        ("Fee", ("ask", "them"), Meaning.KEEP),
        ("Link", ("https://a.example/1", "https://a.example/2"), Meaning.LINK),
        ("Link", ("https://x.sharepoint.example/1", "https://a.example/2"), Meaning.EVIDENCE),
        ("Link", ("the form", "the page"), Meaning.KEEP),
        ("ID", ("a-1", "a-2"), Meaning.ID),
        ("ID", ("a-1", "a-1"), Meaning.KEEP),
    ],
)
def test_what_a_column_becomes_follows_its_cells_where_they_say_otherwise(
    title: str, cells: tuple[Cell, ...], meaning: Meaning
) -> None:
    category = ("Category", ("Kindness", "Courage"))
    assert of_columns(TITLE, category, (title, cells)).columns[title] is meaning


def test_a_name_that_is_neither_a_persons_nor_a_bodys_is_the_title() -> None:
    table = of_columns(
        ("Category", ("Kindness", "Courage")), ("Name", ("quiet nights", "open doors")), STATUS
    )
    assert table.columns["Name"] is Meaning.TITLE


def test_a_title_whose_cells_are_results_is_the_status() -> None:
    table = of_columns(("Category", ("Kindness", "Courage")), ("Nomination", ("Won", "Shortlisted")))
    assert table.columns["Nomination"] is Meaning.STATUS


def test_a_programme_in_the_trades_sense_is_an_award() -> None:
    table = of_columns(("Programme", ("Lantern Awards", "Skellbeck Prize")), TITLE, STATUS)
    assert table.columns["Programme"] is Meaning.AWARD


def test_a_programme_beside_an_award_is_work_of_ours() -> None:
    awards = ("Award", ("Lantern Awards", "Skellbeck Prize"))
    table = of_columns(awards, ("Programme", ("Calmer Wards", "Open Doors")), TITLE)
    assert table.columns["Programme"] is Meaning.PROGRAMME


def test_awards_under_a_banner_that_names_the_award_are_its_categories() -> None:
    table = of_columns(("Award", ("Kindness", "Courage")), TITLE, STATUS, sheet="Lantern Awards 2020")
    assert (table.award, table.edition, table.columns["Award"]) == (
        "Lantern Awards",
        "2020",
        Meaning.CATEGORY,
    )


def test_of_two_titles_the_one_that_says_entry_wins_and_the_other_is_the_work() -> None:
    table = of_columns(("Project", ("Calmer Wards", "Open Doors")), TITLE, STATUS)
    assert (table.columns["Entry title"], table.columns["Project"]) == (Meaning.TITLE, Meaning.PROGRAMME)


def test_of_two_columns_with_one_meaning_the_second_is_kept() -> None:
    table = of_columns(
        TITLE, STATUS, ("Deadline", ("May 2020", "May 2020")), ("Closing date", (None, "June 2020"))
    )
    assert (table.columns["Deadline"], table.columns["Closing date"]) == (
        Meaning.ENTRY_DEADLINE,
        Meaning.KEEP,
    )


@pytest.mark.parametrize(
    ("sheet", "file", "award", "edition"),
    [
        ("Lantern Awards 2019", "ours.xlsx", "Lantern Awards", "2019"),
        ("2019", "lantern awards.xlsx", "lantern awards", "2019"),
        ("Sheet1", "Lantern_Awards_2019.xlsx", "Lantern Awards", "2019"),
        ("Sheet1", "book.xlsx", "book", ""),
        ("Sheet1", "tracker.xlsx", "", ""),
    ],
)
def test_the_award_comes_from_the_nearest_line_that_names_one(
    sheet: str, file: str, award: str, edition: str
) -> None:
    table = of_columns(TITLE, STATUS, sheet=sheet, file=file)
    assert (table.award, table.edition) == (award, edition)


def test_without_any_year_a_column_of_dates_gives_the_edition() -> None:
    table = of_columns(
        TITLE, STATUS, ("Ceremony", ("Nov 2020", "Dec 2021")), ("Deadline", ("May 2020", None))
    )
    assert table.edition_from == "Ceremony"


def test_a_year_beside_the_awards_names_needs_no_other() -> None:
    table = of_columns(
        ("Award", ("Lantern Awards 2020", "Lantern Awards 2021")), TITLE, ("Ceremony", (None, "May 2021"))
    )
    assert (table.edition, table.edition_from) == ("", "")


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("one_sheet_a_year", [Rows.ENTRIES, Rows.ENTRIES, Rows.LEFT_OUT, Rows.LEFT_OUT]),
        ("calendar", [Rows.AWARDS]),
    ],
)
def test_a_sheet_without_entries_is_left_out_or_read_for_its_awards(
    name: str, rows: list[Rows], tmp_path: Path
) -> None:
    assert [table.rows for table in proposal(name, tmp_path).mapping.tables] == rows


def test_a_sheet_whose_titles_nobody_knows_is_left_out_until_somebody_says_what_they_are() -> None:
    awards = ("Bronze awards>", ("Aberdwr Trust", "Brynmor Trust"))
    table = of_columns(awards, ("Silver awards>", ("Cwmdu Trust", None)))
    assert (table.header, table.rows) == ((1,), Rows.LEFT_OUT)


def test_a_list_of_organisations_is_no_table_of_entries() -> None:
    table = of_columns(
        ("Organisation", ("Aberdwr Trust", "Brynmor Trust")), ("Nominations", (3, 4)), ("Notes", ("a", "b"))
    )
    assert table.rows is Rows.LEFT_OUT


def test_an_empty_sheet_is_not_spoken_of() -> None:
    assert proposed(Workbook(name="a.xlsx", sheets=(Sheet(name="Empty"),))).tables == ()


def test_words_that_are_understood_are_shown_and_those_that_are_not_suggested(tmp_path: Path) -> None:
    wordings = proposal("worded", tmp_path).wordings
    assert wordings.words["HC"] == "highly commended"
    assert [(each.word, each.place, each.suggestion) for each in wordings.unknown] == [
        ("Gold", "Tracker!H3", "won")
    ]


def test_names_that_are_nearly_one_are_suggested_and_never_merged(tmp_path: Path) -> None:
    found = proposal("worded", tmp_path).wordings
    assert [(each.name, each.other) for each in found.alike] == [
        ("Aberdwr Hospital Trust", "Aberdwr Hospitals Trust")
    ]
    assert found.same == {}


def test_an_abbreviation_that_stands_alone_is_one_with_its_name(tmp_path: Path) -> None:
    assert proposal("titled", tmp_path).wordings.same == {"AHT": "Aberdwr Hospitals Trust"}


def test_nominees_that_look_like_persons_are_listed() -> None:
    rows = (
        Row(1, ("Category", "Nominee", "Status")),
        Row(2, ("A", "Aberdwr Trust", "Won")),
        Row(3, ("B", "Ann Example", "Won")),
    )
    found = proposed(Workbook(name="a.xlsx", sheets=(Sheet(name="A", rows=rows),))).mapping
    assert (found.tables[0].columns["Nominee"], found.people) == (Meaning.NOMINEE, ("Ann Example",))


@pytest.mark.parametrize("name", MESSY)
def test_a_proposal_is_read_back_from_its_text_as_it_was(name: str, tmp_path: Path) -> None:
    found = proposal(name, tmp_path)
    assert read_mapping(mapping_text(found).encode(), name="a.mapping.txt") == found.mapping


def test_the_text_says_why_each_column_becomes_what_it_does(tmp_path: Path) -> None:
    text = mapping_text(proposal("titled", tmp_path))
    assert "Trust: organisation                             # B: its title; 3 filled" in text
    assert "award: Skellbeck Patient Safety Awards            # from B1" in text


def test_persons_among_the_nominees_stand_in_the_text() -> None:
    rows = (Row(1, ("Category", "Nominee")), Row(2, ("A", "Aberdwr Trust")), Row(3, ("B", "Ann Example")))
    text = mapping_text(proposed(Workbook(name="a.xlsx", sheets=(Sheet(name="A", rows=rows),))))
    assert text.endswith("people:\n  - Ann Example\n")


def test_a_title_that_says_little_is_known_by_what_stands_above_it() -> None:
    rows = (
        Row(1, ("Award", "Category", "Shortlist", None)),
        Row(2, (None, None, "Published", "By")),
        Row(3, ("Lantern Awards", "A", "May 2020", "Ann")),
    )
    merged = (Area.parse("C1:D1"), Area.parse("A1:A2"), Area.parse("B1:B2"))
    sheet = Sheet(name="A", rows=rows, merged=merged)
    columns = proposed(Workbook(name="a.xlsx", sheets=(sheet,))).mapping.tables[0].columns
    assert columns["Published"] is Meaning.SHORTLIST_ANNOUNCED


def test_a_suggestion_takes_effect_when_its_mark_is_taken_away(tmp_path: Path) -> None:
    text = mapping_text(proposal("worded", tmp_path))
    taken = text.replace("# Gold:", "Gold:").replace("# Aberdwr Hospital Trust:", "Aberdwr Hospital Trust:")
    mapping = read_mapping(taken.encode(), name="a.mapping.txt")
    assert (mapping.words["Gold"], mapping.same["Aberdwr Hospital Trust"]) == (
        "won",
        "Aberdwr Hospitals Trust",
    )


def test_what_was_read_before_is_proposed_again_whatever_the_titles_say(tmp_path: Path) -> None:
    workbook = opened_sheets(messy_sheet("titled", tmp_path))
    table = TableMapping(sheet="Other", columns=FrozenDict({"budget CODE": Meaning.NOTES}))
    before = MappingFile(file="last year.xlsx", tables=(table,), words=FrozenDict({"Finalist": "longlisted"}))
    found = proposed(workbook, remembered=before)
    assert found.mapping.tables[0].columns["Budget code"] is Meaning.NOTES
    assert found.mapping.words["Finalist"] == "longlisted"
    assert found.tables[0].columns["Budget code"].reason == "as it was read before"


def test_the_sheet_of_the_same_name_is_remembered_rather_than_another(tmp_path: Path) -> None:
    workbook = opened_sheets(messy_sheet("titled", tmp_path))
    tables = [
        TableMapping(sheet=sheet, columns=FrozenDict({"Budget code": meaning}))
        for sheet, meaning in (("Entries", Meaning.NOTES), ("Other", Meaning.KEEP))
    ]
    for order in (tables, tables[::-1]):
        before = MappingFile(file="a.xlsx", tables=tuple(order))
        assert proposed(workbook, remembered=before).mapping.tables[0].columns["Budget code"] is Meaning.NOTES


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a]", "1:1: expected a map with keys such as file, tables"),
        (
            "file: a.xlsx\ntabels: []",
            "2:1: tabels: 'tabels' is not a key of a mapping file; did you mean 'tables'?",
        ),
        ("file: a.xlsx\ntables: [{columns: {Trust: organization}}]", "did you mean 'organisation'?"),
        ("file: a.xlsx\ntables: [{columns: {A: title, B: title}}]", "'A' is the title already"),
        ("file: a.xlsx\ntables: [{columns: {A: title}, fill_down: [B]}]", "no column 'B'"),
        (
            "file: a.xlsx\ntables: [{columns: {Deadline: title}, edition_from: Deadlin}]",
            "did you mean 'Deadline'?",
        ),
        (
            "file: a.xlsx\nwords: {Gold: wonn}",
            "2:15: words.Gold: 'wonn' is not what a word may mean; did you mean 'won'?",
        ),
        ("file: a.xlsx\nwords: {Gold: xyz}", "choose from longlisted, shortlisted"),
        ("file: a.xlsx\nfile: b.xlsx", "E107"),
    ],
)
def test_a_mistake_in_a_mapping_file_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(DataError) as refused:
        read_mapping(text.encode(), name="a.mapping.txt")
    told = [f"{problem.code} {problem}" for problem in refused.value.problems]
    assert any(said in each for each in told), told


def test_every_date_that_a_column_may_become_is_one_of_the_registers() -> None:
    assert {meaning.value for meaning in DATES} == {kind.value for kind in DATES.values()}
    assert set(SAYS) | set(DATES) == set(Meaning)


def test_a_table_names_its_sheet_in_short() -> None:
    found = read_mapping(b"{file: a.xlsx, tables: [Entries]}", name="a.mapping.txt")
    assert found.tables == (attrs.evolve(TableMapping(), sheet="Entries"),)

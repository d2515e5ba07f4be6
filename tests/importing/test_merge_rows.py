"""New rows, rows that are gone, and rows and columns that people move about."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from made_up.sent_trackers import NOW, edited, intake_of, merged, with_row, with_sheet

import nominate
from nominate import (
    Intake,
    IntakeColumn,
    IntakeSheet,
    Nomination,
    Nominee,
    Outcome,
    Progress,
    RecordKind,
    Register,
    When,
)
from nominate.importing.intake import IntakeValue

TABLE = "nominations"
NEW = {"title": "Bread for the night shift", "edition": "2026 Tide Awards", "category": "Team of the Year"}


def added(register: Register, intake: Intake) -> dict[str, object]:
    """The records that the safe changes add, by name."""
    merge = nominate.merge(intake, register, known=NOW)
    changes = merge.accepted("safe")
    register.apply(changes)
    return {change.record: change.after for change in changes}


def test_a_new_row_becomes_a_nomination_with_everything_that_it_names(
    register: Register, sent: Intake
) -> None:
    cells: dict[str, IntakeValue] = {
        **NEW,
        "organisations": "Harbour Trust; Hill Charity",
        "partners": "quay",
        "people": "Dr Ann Example",
        "programme": "LAN",
        "progress": "sent",
        "outcome": "finalist",
        "announced": "10 June 2026",
        "owner": "Ben",
        "fee": 50,
    }
    made = added(register, with_row(sent, TABLE, **cells))
    (entry,) = made.values()
    assert isinstance(entry, Nomination)
    assert entry.id == "harbour-bread-for-the-night-shift-2026"
    assert (entry.edition, entry.category, entry.programme) == ("tide/2026", "team", "lanterns")
    assert entry.nominees == (
        Nominee(organisation="harbour"),
        Nominee(organisation="hill"),
        Nominee(organisation="quay", role="partner"),
        Nominee(person="ann"),
    )
    assert (entry.progress, entry.owner) == (Progress.SUBMITTED, "Ben")
    (decision,) = entry.decisions
    assert (decision.outcome, decision.announced) == (Outcome.SHORTLISTED, When(2026, 6, 10))


def test_new_ids_differ_from_those_that_are_taken(register: Register, sent: Intake) -> None:
    twice = with_row(with_row(sent, TABLE, **NEW), TABLE, **{**NEW, "category": "ward"}, organisations="quay")
    assert list(added(register, twice)) == [
        "bread-for-the-night-shift-2026",
        "quay-bread-for-the-night-shift-2026",
    ]
    same = with_row(with_row(sent, TABLE, **NEW), TABLE, **{**NEW, "category": "ward"})
    assert list(added(register, same)) == [
        "bread-for-the-night-shift-2026",
        "bread-for-the-night-shift-2026-2",
    ]


def test_an_id_that_somebody_chose_is_kept(register: Register, sent: Intake) -> None:
    assert list(added(register, with_row(sent, TABLE, id="bread", **NEW))) == ["bread"]
    refused = nominate.merge(with_row(sent, TABLE, id="Bread 1", **NEW), register, known=NOW)
    assert refused.problems[0].message == "'Bread 1' is not an id"


def test_an_edition_may_be_named_by_its_year_beside_the_award(register: Register, sent: Intake) -> None:
    row = {**NEW, "edition": "2027", "category": "ward", "award": "Ebb Prizes"}
    (made,) = added(register, with_row(sent, TABLE, **row)).values()
    assert isinstance(made, Nomination)
    assert made.edition == "tide/2027"


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            {"title": "Bread"},
            "a new nomination needs more than this row says; fill in the edition and the category",
        ),
        ({**NEW, "edition": "Tidal Awards"}, "no edition 'Tidal Awards'"),
        ({**NEW, "edition": "2031", "award": "Tide Awards"}, "no edition '2031 Tide Awards'"),
        (
            {**NEW, "category": "Wart of the Year"},
            "no category of tide/2026 'Wart of the Year'; did you mean ward",
        ),
        ({**NEW, "organisations": "Nobody"}, "no organisation 'Nobody'"),
        ({**NEW, "outcome": "declined"}, "there is no outcome yet that could be declined"),
        ({**NEW, "submitted": "soon"}, "'soon' is not a date"),
    ],
)
def test_a_new_row_that_cannot_be_understood_adds_nothing(
    register: Register, sent: Intake, cells: dict[str, str], told: str
) -> None:
    merge = nominate.merge(with_row(sent, TABLE, **cells), register, known=NOW)
    assert merge.is_empty
    assert told in str(merge.problems[0])
    assert merge.problems[0].sheet == "Nominations"


def test_what_a_new_row_cannot_bring_is_told(register: Register, sent: Intake) -> None:
    merge = nominate.merge(with_row(sent, TABLE, **NEW, tasks="Bake"), register, known=NOW)
    assert [problem.code for problem in merge.problems] == ["W739"]
    assert len(merge.changes) == 1


def test_a_file_that_is_imported_twice_adds_its_new_rows_once(register: Register, sent: Intake) -> None:
    intake = with_row(sent, TABLE, **NEW, organisations="quay")
    intake = with_row(intake, "organisations", name="Lantern Works")
    intake = with_row(intake, "awards", record="category", edition="tide/2026", name="Boat of the Year")
    after = register.apply(nominate.merge(intake, register, known=NOW).accepted("safe"))
    again = nominate.merge(intake, after, known=NOW)
    assert again.is_empty
    assert [problem.code for problem in again.problems] == ["W738"] * 3


def test_new_organisations_awards_editions_and_categories_may_be_named_in_the_same_file(
    register: Register, sent: Intake
) -> None:
    intake = with_row(sent, "organisations", name="Lantern Works CIC", abbreviation="LW", part_of="Oil Mill")
    intake = with_row(intake, "organisations", name="Oil Mill")
    intake = with_row(intake, "awards", record="award", name="Gull Prizes")
    intake = with_row(intake, "awards", record="edition", award="Gull Prizes", name="Gull Prizes 2028")
    row = {"record": "category", "edition": "Gull Prizes 2028", "name": "Light of the Year", "sponsor": "LW"}
    intake = with_row(intake, "awards", **row)
    entry = {"title": "Lights", "edition": "Gull Prizes 2028", "category": "Light of the Year"}
    made = added(register, with_row(intake, TABLE, **entry, organisations="Lantern Works CIC"))
    assert list(made) == [
        "lw",
        "oil-mill",
        "gull-prizes",
        "gull-prizes/2028",
        "gull-prizes/2028/light-of-the-year",
        "lw-lights-2028",
    ]
    assert isinstance(lantern := made["lw"], nominate.Organisation)
    assert lantern.part_of == "oil-mill"


@pytest.mark.parametrize(
    ("cells", "record"),
    [
        ({"name": "Gull Prizes"}, "gull-prizes"),
        ({"id": "gulls", "name": "Gull Prizes"}, "gulls"),
        ({"award": "Tide Awards", "name": "Tide Awards 2028"}, "tide/2028"),
        ({"id": "tide/2028"}, ""),
        ({"id": "tide/2028", "name": "The third"}, "tide/2028"),
        ({"award": "Tide Awards", "name": "Spring Tides"}, "tide/spring-tides"),
        ({"edition": "2027 Tide Awards", "name": "Team of the Year"}, "tide/2027/team-of-the-year"),
        ({"id": "tide/2027/team", "name": "Team of the Year"}, "tide/2027/team"),
    ],
)
def test_a_new_row_of_the_awards_says_by_its_cells_what_it_is_about(
    register: Register, sent: Intake, cells: dict[str, str], record: str
) -> None:
    assert "".join(added(register, with_row(sent, "awards", **cells))) == record


@pytest.mark.parametrize(
    ("table", "cells", "told"),
    [
        ("organisations", {"kind": "charity"}, "a new organisation needs a name"),
        ("organisations", {"name": "Mill", "kind": "sort"}, "no kind of organisation 'sort'"),
        ("awards", {"record": "award", "url": "https://a.example.org"}, "a new award needs a name"),
        ("awards", {"record": "edition", "name": "Tide 2028"}, "a new edition needs its award"),
        ("awards", {"record": "category", "name": "Light"}, "a new category needs its edition"),
        ("awards", {"record": "edition", "award": "Tidy", "name": "Tide 2028"}, "no award 'Tidy'"),
        ("awards", {"record": "award", "name": "Gull", "url": "gull"}, "'gull' is not a link"),
    ],
)
def test_new_rows_of_other_sheets_are_refused_likewise(
    register: Register, sent: Intake, table: str, cells: dict[str, str], told: str
) -> None:
    merge = nominate.merge(with_row(sent, table, **cells), register, known=NOW)
    assert merge.is_empty
    assert told in str(merge.problems[0])


def without(sheet: IntakeSheet, *names: str) -> IntakeSheet:
    rows = tuple(row for row in sheet.rows if row.values[0] not in names)
    return attrs.evolve(sheet, rows=rows)


def test_a_row_that_is_gone_asks_before_its_record_goes(register: Register, sent: Intake) -> None:
    intake = with_sheet(sent, TABLE, lambda sheet: without(sheet, "tea"))
    merge = nominate.merge(intake, register, known=NOW)
    assert not merge.changes
    (question,) = merge.questions
    assert question.says == "the row of nomination 'tea' is gone: shall it go from the register, too?"
    assert merge.accepted("safe") == ()
    after = register.apply(merge.accepted(question.id))
    assert [each.id for each in after.nominations] == ["lamp", "bell", "boat"]


def test_a_row_that_is_gone_and_was_changed_since_says_so(register: Register, sent: Intake) -> None:
    changed = register.apply(merged(sent, register, (TABLE, "tea", "title", "Tea at three")).accepted("safe"))
    merge = nominate.merge(with_sheet(sent, TABLE, lambda sheet: without(sheet, "tea")), changed, known=NOW)
    assert merge.questions[0].says.endswith("It was changed since the file was made.")


def test_records_with_all_that_they_hold_can_go_together(register: Register, sent: Intake) -> None:
    intake = with_sheet(sent, TABLE, lambda sheet: without(sheet, "tea", "bell"))
    intake = with_sheet(
        intake, "awards", lambda sheet: without(sheet, "tide/2027", "tide/2027/ward", "tide/2026/team")
    )
    after = register.apply(nominate.merge(intake, register, known=NOW).accepted("all"))
    assert list(after.editions) == ["tide/2026"]


def test_a_record_that_went_from_both_sides_is_no_question(register: Register, sent: Intake) -> None:
    intake = with_sheet(sent, TABLE, lambda sheet: without(sheet, "tea"))
    after = register.apply(nominate.merge(intake, register, known=NOW).accepted("all"))
    assert nominate.merge(intake, after, known=NOW).is_empty


def test_an_edit_of_a_record_that_the_register_has_no_more_is_told(register: Register, sent: Intake) -> None:
    gone = with_sheet(sent, TABLE, lambda sheet: without(sheet, "tea"))
    after = register.apply(nominate.merge(gone, register, known=NOW).accepted("all"))
    assert nominate.merge(sent, after, known=NOW).is_empty
    merge = merged(sent, after, (TABLE, "tea", "title", "Tea at three"))
    assert merge.is_empty
    (problem,) = merge.problems
    assert problem.place == "tracker.xlsx:Nominations!B4"
    assert problem.message == "'tea' is no longer in the register"


def test_sorted_rows_and_moved_columns_change_nothing(register: Register, sent: Intake) -> None:
    def turned(sheet: IntakeSheet) -> IntakeSheet:
        rows = tuple(attrs.evolve(row, values=row.values[::-1]) for row in sheet.rows[::-1])
        return attrs.evolve(sheet, columns=sheet.columns[::-1], rows=rows)

    merge = nominate.merge(with_sheet(sent, TABLE, turned), register, known=NOW)
    assert merge.is_empty
    assert not merge.problems


def test_a_column_that_somebody_took_out_is_left_alone(register: Register, sent: Intake) -> None:
    def narrower(sheet: IntakeSheet) -> IntakeSheet:
        place = [column.name for column in sheet.columns].index("notes")
        rows = tuple(
            attrs.evolve(row, values=row.values[:place] + row.values[place + 1 :]) for row in sheet.rows
        )
        return attrs.evolve(sheet, columns=sheet.columns[:place] + sheet.columns[place + 1 :], rows=rows)

    assert nominate.merge(with_sheet(sent, TABLE, narrower), register, known=NOW).is_empty


def with_column(sheet: IntakeSheet, title: str, **cells: str) -> IntakeSheet:
    rows = tuple(attrs.evolve(row, values=(*row.values, cells.get(str(row.values[0])))) for row in sheet.rows)
    return attrs.evolve(sheet, columns=(*sheet.columns, IntakeColumn(title=title, letter="ZZ")), rows=rows)


def test_a_column_of_their_own_is_kept_as_extra(register: Register, sent: Intake) -> None:
    intake = with_sheet(sent, TABLE, lambda sheet: with_column(sheet, "Budget code", lamp="B1"))
    merge = nominate.merge(intake, register, known=NOW)
    after = register.apply(merge.accepted("safe"))
    assert after.nomination("lamp").extra == {"Budget code": "B1"}
    assert nominate.merge(intake, after, known=NOW).is_empty
    other = with_sheet(sent, TABLE, lambda sheet: with_column(sheet, "Budget code", lamp="B2"))
    assert [each.mine for each in nominate.merge(other, after, known=NOW).conflicts] == ["B1"]


def test_a_new_row_keeps_what_stands_in_columns_of_their_own(register: Register, sent: Intake) -> None:
    intake = with_sheet(sent, TABLE, lambda sheet: with_column(sheet, "Budget code"))
    (made,) = added(register, with_row(intake, TABLE, **NEW, **{"Budget code": "B3"})).values()
    assert isinstance(made, Nomination)
    assert made.extra == {"Budget code": "B3"}


def renamed(name: str, title: str) -> Callable[[IntakeSheet], IntakeSheet]:
    def change(sheet: IntakeSheet) -> IntakeSheet:
        columns = tuple(
            attrs.evolve(column, name="", title=title) if column.name == name else column
            for column in sheet.columns
        )
        return attrs.evolve(sheet, columns=columns)

    return change


def test_a_renamed_column_is_known_again_by_its_cells_and_told(register: Register, sent: Intake) -> None:
    intake = with_sheet(
        edited(sent, (TABLE, "lamp", "title", "Lantern")), TABLE, renamed("title", "Headline")
    )
    merge = nominate.merge(intake, register, known=NOW)
    assert [(each.record, each.theirs) for each in merge.changes] == [("lamp", "Lantern")]
    assert "'Headline' is taken for 'Title'" in str(merge.problems[0])


def test_a_column_with_a_like_title_is_not_taken_for_ours_in_silence(
    register: Register, sent: Intake
) -> None:
    intake = with_sheet(
        edited(sent, (TABLE, "lamp", "owner", "Cai"), (TABLE, "tea", "owner", "Dai")),
        TABLE,
        renamed("owner", "Onwer"),
    )
    merge = nominate.merge(intake, register, known=NOW)
    assert not merge.changes
    (question,) = merge.questions
    assert question.says == "is the column 'Onwer' one of their own, or the column 'Owner'?"
    assert [each.changes[0].field for each in question.proposals] == ["extra.Onwer", "extra.Onwer"]


def test_a_sheet_without_its_column_of_ids_is_refused_as_a_whole(register: Register, sent: Intake) -> None:
    def headless(sheet: IntakeSheet) -> IntakeSheet:
        rows = tuple(attrs.evolve(row, values=row.values[1:]) for row in sheet.rows)
        return attrs.evolve(sheet, columns=sheet.columns[1:], rows=rows)

    merge = nominate.merge(with_sheet(sent, TABLE, headless), register, known=NOW)
    assert merge.is_empty
    assert [problem.code for problem in merge.problems] == ["E726"]


def test_a_row_that_lost_its_id_is_not_taken_for_a_new_one(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "lamp", "id", None), (TABLE, "lamp", "title", "Lantern"))
    assert merge.is_empty
    assert "this looks like 'lamp' without its id" in str(merge.problems[-1])


def test_a_new_row_that_is_much_like_one_that_is_gone_is_new_all_the_same(
    register: Register, sent: Intake
) -> None:
    intake = with_sheet(sent, TABLE, lambda sheet: without(sheet, "tea"))
    row = {**NEW, "progress": "drafting", "award": "Tide Awards", "ceremony": "October 2026"}
    merge = nominate.merge(with_row(intake, TABLE, **row), register, known=NOW)
    assert len(merge.changes) == 1
    assert len(merge.questions) == 1


def test_an_id_that_stands_twice_is_refused_where_it_comes_again(register: Register, sent: Intake) -> None:
    merge = nominate.merge(with_row(sent, TABLE, id="lamp", **NEW), register, known=NOW)
    assert merge.is_empty
    assert "the id 'lamp' stands in row 2, too; empty this cell if the row is a new one" in str(
        merge.problems[0]
    )


def test_empty_rows_say_nothing(register: Register, sent: Intake) -> None:
    assert nominate.merge(with_row(sent, TABLE, title="  "), register, known=NOW).is_empty


@pytest.fixture(scope="module")
def longer(register: Register) -> tuple[Register, Intake]:
    """A register of forty entries more, and a tracker of it."""
    base = register.nomination("tea")
    changes = [
        nominate.Change(
            kind=RecordKind.NOMINATION,
            record=f"entry-{number:02}",
            after=attrs.evolve(
                base, id=f"entry-{number:02}", title=f"Entry {number:02}", owner=f"Owner {number % 7}"
            ),
        )
        for number in range(40)
    ]
    wider = register.apply(changes)
    return wider, intake_of(nominate.view(wider, as_of="2026-11-22", audience="internal"))


def columned(intake: Intake, name: str, change: Callable[[list[IntakeValue]], list[IntakeValue]]) -> Intake:
    def turned(sheet: IntakeSheet) -> IntakeSheet:
        place = [column.name for column in sheet.columns].index(name)
        cells = change([row.values[place] for row in sheet.rows])
        rows = tuple(
            attrs.evolve(row, values=(*row.values[:place], cell, *row.values[place + 1 :]))
            for row, cell in zip(sheet.rows, cells, strict=True)
        )
        return attrs.evolve(sheet, rows=rows)

    return with_sheet(intake, TABLE, turned)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda cells: cells[::-1], "the cells of 'Title' were sorted without their rows"),
        (
            lambda cells: ["Entry", *cells[:-1]],
            "the cells of 'Title' were moved by a row, without their rows",
        ),
        (lambda cells: [*cells[1:], "Entry"], "the cells of 'Title' were moved by a row, without their rows"),
        (lambda cells: ["Same"] * 6 + cells[6:], "6 of 44 cells of 'Title' were changed"),
    ],
    ids=["sorted", "moved down", "moved up", "many"],
)
def test_what_happened_to_a_whole_column_is_asked_once(
    longer: tuple[Register, Intake], change: Callable[[list[IntakeValue]], list[IntakeValue]], says: str
) -> None:
    register, sent = longer
    merge = nominate.merge(columned(sent, "title", change), register, known=NOW)
    assert not merge.changes
    assert [question.says for question in merge.questions] == [says]
    register.apply(merge.accepted(merge.questions[0].id))


def test_a_few_edits_of_a_column_are_nothing_to_ask_about(longer: tuple[Register, Intake]) -> None:
    register, sent = longer
    merge = merged(sent, register, *((TABLE, f"entry-{number:02}", "owner", "Eve") for number in range(4)))
    assert len(merge.changes) == 4
    assert not merge.questions


def test_many_lost_rows_are_asked_about_once(longer: tuple[Register, Intake]) -> None:
    register, sent = longer
    shorter = with_sheet(sent, TABLE, lambda sheet: attrs.evolve(sheet, rows=sheet.rows[:30]))
    merge = nominate.merge(shorter, register, known=NOW)
    assert [question.says for question in merge.questions] == [
        "14 of 44 rows are gone: shall they go from the register, too?"
    ]
    assert len(merge.questions[0].changes) == 14

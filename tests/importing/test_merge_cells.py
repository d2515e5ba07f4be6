"""One edited cell at a time: what it becomes, and what is refused at its sheet and cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from made_up.sent_trackers import Edit, edited, intake_of, merged

import nominate
from nominate import Intake, Money, Nominee, Progress, Register, When
from nominate.importing.intake import IntakeValue

TABLE = "nominations"


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("title", "A lantern on every ward", "title", "A lantern on every ward"),
        ("title", "  A lantern \n", "title", "A lantern"),
        ("owner", None, "owner", ""),
        ("progress", "In review", "progress", Progress.IN_REVIEW),
        ("progress", None, "progress", None),
        ("submitted", When(2026, 2, 21), "submitted", When(2026, 2, 21)),
        ("submitted", "February 2026", "submitted", When(2026, 2)),
        ("submitted", 2026, "submitted", When(2026)),
        ("notes", "One\r\nTwo", "notes", "One\nTwo"),
        ("contributors", "Ben; Cai", "contributors", ("Ben", "Cai")),
        ("fee", "£1,295.50", "fee", Money(amount=Decimal("1295.50"))),
        ("fee", 295, "fee", Money(amount=Decimal(295))),
        ("fee", "EUR 20", "fee", Money(amount=Decimal(20), currency="EUR")),
        ("link", "https://tide.example.org/lamp", "url", "https://tide.example.org/lamp"),
        ("programme", None, "programme", None),
        ("category", "Team of the Year", "category", "team"),
        ("category", "team", "category", "team"),
    ],
)
def test_an_edited_cell_becomes_the_value_of_its_field(
    register: Register, sent: Intake, column: str, typed: IntakeValue, field: str, value: object
) -> None:
    merge = merged(sent, register, (TABLE, "lamp", column, typed))
    assert len(merge.changes) == 1
    assert not merge.conflicts
    assert not merge.questions
    assert getattr(register.apply(merge.accepted("safe")).nomination("lamp"), field) == value


@pytest.mark.parametrize(
    ("column", "typed", "told"),
    [
        ("title", None, "E705 'Title' cannot be empty; give it a value"),
        ("title", "A\nlamp", "E205 'A\\nlamp' has more than one line; write it on one line"),
        ("title", "a" * 301, "E206 301 characters are too many; keep it to 300"),
        ("progress", "submited", "E204 'submited' is not a word for progress; did you mean 'submitted'?"),
        ("submitted", "soon", "E209 'soon' is not a date; write what is known"),
        ("submitted", Decimal("44000.5"), "E209 Decimal('44000.5') is not a date; give the cell a date"),
        ("submitted", True, "E209 True is not a date"),
        ("fee", "much", "E210 'much' is not an amount of money; write it as GBP 295 or £295"),
        ("fee", "£ 20 EUR", "E210 '£ 20 EUR' is not an amount of money"),
        ("link", "tide.example.org/lamp", "E208 'tide.example.org/lamp' is not a link; did you mean"),
        ("programme", "Lantern at Night", "E722 no programme 'Lantern at Night'; did you mean lanterns?"),
        ("category", "Boat of the Year", "E722 no category of tide/2026 'Boat of the Year'; did you mean"),
        ("category", None, "E705 'Category' cannot be empty; give it a value"),
        ("organisations", "Harbor Hospital", "E722 no organisation 'Harbor Hospital'; did you mean harbour?"),
        ("people", "Zed", "E722 no person 'Zed'; add it first, or write the id of one that there is"),
        ("prize", "Gold", "E720 'Prize' cannot be changed in a sheet; change it in the register"),
    ],
)
def test_what_a_cell_cannot_mean_is_refused_at_that_cell(
    register: Register, sent: Intake, column: str, typed: IntakeValue, told: str
) -> None:
    merge = merged(sent, register, (TABLE, "lamp", column, typed))
    assert merge.is_empty
    (problem,) = merge.problems
    assert f"{problem.code} {problem.message}; {problem.hint}".startswith(told)
    letter = next(each.letter for each in sent.sheets[0].columns if each.name == column)
    assert (problem.file, problem.sheet, problem.cell) == ("tracker.xlsx", "Nominations", f"{letter}2")


def test_a_word_for_another_is_taken_for_it_and_told(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "tea", "progress", "Sent"))
    assert register.apply(merge.accepted("safe")).nomination("tea").progress is Progress.SUBMITTED
    assert [str(each) for each in merge.problems] == [
        "tracker.xlsx:Nominations!F4: warning: 'Sent' is taken for 'submitted'"
    ]


def test_a_day_that_could_be_two_is_read_the_british_way_and_told(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "lamp", "submitted", "03/04/2026"))
    assert register.apply(merge.accepted("safe")).nomination("lamp").submitted == When(2026, 4, 3)
    assert "is taken for 2026-04-03, the day before the month" in str(merge.problems[0])


def test_a_column_that_cannot_be_changed_is_told_once_with_how_many_cells(
    register: Register, sent: Intake
) -> None:
    edits = [(TABLE, name, "ceremony", "tomorrow") for name in ("lamp", "bell", "tea")]
    (problem,) = merged(sent, register, *edits).problems
    assert problem.message == "'Ceremony' cannot be changed in a sheet; 3 of its cells were"


def test_what_changes_from_day_to_day_by_itself_is_never_an_edit(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "lamp", "days_left", "in 400 days"))
    assert merge.is_empty
    assert not merge.problems


@pytest.mark.parametrize(
    ("edit", "field", "value"),
    [
        (("organisations", "hill", "name", "Hill and Dale"), "name", "Hill and Dale"),
        (("organisations", "hill", "kind", "NHS trust"), "kind", "nhs trust"),
        (("organisations", "hill", "part_of", ""), "part_of", None),
        (("organisations", "quay", "part_of", "Old Quay Hospital"), "part_of", "harbour"),
        (("organisations", "quay", "place", "Porth"), "place", "Porth"),
        (("awards", "tide", "name", "The Tide Awards"), "name", "The Tide Awards"),
        (("awards", "tide/2026", "about", "The first."), "about", "The first."),
        (("awards", "tide/2026/ward", "about", None), "about", ""),
        (("awards", "tide/2026/team", "sponsor", "HH; quay"), "sponsor", ("harbour", "quay")),
    ],
)
def test_organisations_awards_editions_and_categories_come_home_too(
    register: Register, sent: Intake, edit: Edit, field: str, value: object
) -> None:
    table, record, _, _ = edit
    merge = merged(sent, register, edit)
    assert [each.record for each in merge.changes] == [record]
    after = register.apply(merge.accepted("safe"))
    match record.split("/"):
        case (award, edition, category):
            found: object = after.category(f"{award}/{edition}", category)
        case (_, _):
            found = after.edition(record)
        case _:
            found = after.award(record) if table == "awards" else after.organisation(record)
    assert getattr(found, field) == value


def test_an_edition_has_no_link_of_its_own(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, ("awards", "tide/2026", "url", "https://tide.example.org"))
    assert merge.problems[0].message == "an edition has no url"


@pytest.mark.parametrize(
    ("cells", "nominees"),
    [
        ({"organisations": "Harbour Trust"}, "harbour:lead quay:supplier"),
        ({"organisations": "HH; Hill Charity"}, "harbour:lead quay:supplier hill:"),
        ({"organisations": None}, "quay:supplier"),
        ({"partners": "Quay Digital; hill"}, "harbour:lead quay:supplier hill:partner"),
        ({"organisations": "Quay Digital", "partners": "Harbour Hospitals"}, "harbour:partner quay:"),
        ({"people": "Dr Example"}, "harbour:lead quay:supplier ann:"),
    ],
)
def test_nominees_stay_as_recorded_as_long_as_they_are_named(
    register: Register, sent: Intake, cells: dict[str, IntakeValue], nominees: str
) -> None:
    merge = merged(sent, register, *((TABLE, "lamp", column, typed) for column, typed in cells.items()))
    after = register.apply(merge.accepted("safe")).nomination("lamp").nominees
    assert " ".join(f"{each.organisation or each.person}:{each.role}" for each in after) == nominees


def test_a_person_who_is_nominated_stays_beside_a_new_organisation(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "tea", "organisations", "Hill Charity"))
    after = register.apply(merge.accepted("safe")).nomination("tea").nominees
    assert after == (Nominee(person="ann"), Nominee(organisation="hill"))


def test_another_name_of_the_same_nominee_changes_nothing(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "lamp", "organisations", "harbour"))
    assert merge.is_empty
    assert not merge.problems


def test_an_entry_may_move_to_another_edition_that_has_its_category(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "lamp", "edition", "Tide Awards 2027"))
    assert register.apply(merge.accepted("safe")).nomination("lamp").edition == "tide/2027"
    refused = merged(sent, register, (TABLE, "tea", "edition", "tide/2027"))
    assert refused.problems[0].message == "no category of tide/2027 'team'"


def test_a_name_that_several_have_is_refused_with_their_ids(register: Register) -> None:
    twin = nominate.Organisation(id="hill-two", name="Hill Charity")
    added = nominate.Change(kind=nominate.RecordKind.ORGANISATION, record="hill-two", after=twin)
    wider = register.apply([added])
    sent = intake_of(nominate.view(wider, as_of="2026-11-22", audience="internal"))
    merge = merged(sent, wider, (TABLE, "lamp", "partners", "Hill Charity"))
    assert str(merge.problems[0]).endswith("is the name of several; write the id: hill or hill-two")


def test_a_nominee_without_a_role_leads(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "bell", "organisations", "Quay Digital"))
    after = register.apply(merge.accepted("safe")).nomination("bell").nominees
    assert after == (Nominee(organisation="quay"),)


def test_the_register_stays_as_it_is_and_so_does_the_intake(register: Register, sent: Intake) -> None:
    before = register.records
    touched = edited(sent, (TABLE, "lamp", "title", "Another"))
    nominate.merge(touched, register, known=When(2026, 11, 23))
    assert register.records is before
    assert register.nomination("lamp").title == "A lamp on every ward"

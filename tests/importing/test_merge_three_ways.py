"""Both sides edit: what is safe, what is in conflict, and what nobody but the register's holder is told."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from made_up.sent_trackers import NOW, edited, intake_of, merged, with_row, with_sheet

import nominate
from nominate import Change, Decision, Intake, Outcome, RecordKind, Register, UsageError, When

TABLE = "nominations"


def changed(register: Register, field: str, value: object, *, name: str = "lamp") -> Register:
    before = getattr(register.nomination(name), field)
    change = Change(kind=RecordKind.NOMINATION, record=name, field=field, before=before or None, after=value)
    return register.apply([change])


def test_an_untouched_file_asks_for_nothing_whatever_the_register_says_now(
    register: Register, sent: Intake
) -> None:
    after = changed(changed(register, "title", "A lantern"), "owner", "Ben")
    merge = nominate.merge(sent, after, known=NOW)
    assert merge.is_empty
    assert not merge.problems


def test_what_both_sides_changed_is_a_conflict_with_mine_theirs_and_base(
    register: Register, sent: Intake
) -> None:
    after = changed(register, "title", "A lantern")
    merge = merged(sent, after, (TABLE, "lamp", "title", "A light"))
    (conflict,) = merge.conflicts
    assert (conflict.mine, conflict.theirs, conflict.base) == ("A lantern", "A light", None)
    assert not merge.changes
    assert merge.accepted("safe") == ()
    assert after.apply(merge.accepted(conflict.id)).nomination("lamp").title == "A light"


def test_the_journal_tells_what_a_conflict_was_made_from(register: Register, sent: Intake) -> None:
    def change(before: str, after: str) -> Change:
        return Change(kind=RecordKind.NOMINATION, record="lamp", field="title", before=before, after=after)

    journal = [change("A lamp on every ward", "A lantern"), change("A lantern", "A candle")]
    after = register.apply(journal)
    intake = edited(sent, (TABLE, "lamp", "title", "A light"))
    (conflict,) = nominate.merge(intake, after, known=NOW, journal=journal).conflicts
    assert (conflict.mine, conflict.base) == ("A candle", "A lamp on every ward")


def test_the_journal_tells_of_dates_too(register: Register, sent: Intake) -> None:
    change = Change(
        kind=RecordKind.NOMINATION,
        record="lamp",
        field="submitted",
        before=When(2026, 2, 20),
        after=When(2026, 2, 21),
    )
    intake = edited(sent, (TABLE, "lamp", "submitted", When(2026, 2, 22)))
    (conflict,) = nominate.merge(intake, register.apply([change]), known=NOW, journal=[change]).conflicts
    assert conflict.base == "20 February 2026"


def test_the_base_of_a_choice_is_known_by_its_digest_alone(register: Register, sent: Intake) -> None:
    after = changed(register, "progress", nominate.Progress.APPROVED)
    (conflict,) = merged(sent, after, (TABLE, "lamp", "progress", "drafting")).conflicts
    assert (conflict.mine, conflict.theirs, conflict.base) == ("approved", "drafting", "submitted")


def test_the_same_edit_on_both_sides_is_no_change(register: Register, sent: Intake) -> None:
    after = changed(register, "title", "A light")
    assert merged(sent, after, (TABLE, "lamp", "title", "A light")).is_empty


def test_different_cells_of_one_row_do_not_disturb_each_other(register: Register, sent: Intake) -> None:
    after = changed(register, "owner", "Ben")
    merge = merged(sent, after, (TABLE, "lamp", "title", "A light"))
    now = after.apply(merge.accepted("safe")).nomination("lamp")
    assert (now.title, now.owner) == ("A light", "Ben")


def test_an_edit_of_what_was_decided_meanwhile_is_a_conflict(register: Register, sent: Intake) -> None:
    decisions = register.nomination("lamp").decisions
    after = changed(
        register,
        "decisions",
        (*decisions, Decision(outcome=Outcome.UNSUCCESSFUL, announced=When(2026, 10, 15))),
    )
    merge = merged(sent, after, (TABLE, "lamp", "outcome", "won"))
    assert [(each.mine, each.theirs, each.base) for each in merge.conflicts] == [
        ("unsuccessful", "won", "shortlisted")
    ]


@pytest.fixture(scope="module")
def public(register: Register) -> Intake:
    """A tracker for the public, made before anybody may know who won."""
    return intake_of(nominate.view(register, as_of="2026-07-01", audience="public"))


def test_a_public_tracker_takes_nothing_away_that_it_did_not_hold(register: Register, public: Intake) -> None:
    assert [row.values[0] for row in public.sheets[0].rows] == ["lamp", "bell"]
    merge = nominate.merge(public, register, known=NOW)
    assert merge.is_empty
    assert not merge.problems


def test_a_public_tracker_never_touches_columns_that_it_did_not_get(
    register: Register, public: Intake
) -> None:
    assert "notes" not in [column.name for column in public.sheets[0].columns]
    merge = merged(public, register, (TABLE, "lamp", "title", "A light"))
    assert [change.field for change in merge.accepted("all")] == ["title"]


def test_a_hidden_result_makes_no_conflict_of_cells_that_nobody_edited(
    register: Register, public: Intake
) -> None:
    merge = merged(public, register, (TABLE, "bell", "title", "The bell by night"))
    assert [each.record for each in merge.changes] == ["bell"]
    assert not merge.conflicts


def test_an_outcome_that_the_register_knows_already_is_no_change(register: Register, public: Intake) -> None:
    assert merged(public, register, (TABLE, "bell", "outcome", "won")).is_empty


def test_an_outcome_beside_a_hidden_one_needs_a_decision(register: Register, public: Intake) -> None:
    (conflict,) = merged(public, register, (TABLE, "bell", "outcome", "highly commended")).conflicts
    assert (conflict.mine, conflict.theirs) == ("won", "highly commended")


def test_without_digests_a_hidden_result_is_still_no_edit(register: Register) -> None:
    view = nominate.view(register, as_of="2026-07-01", audience="public")
    bare = intake_of(view, has_base=False)
    assert bare.sheets[0].rows[1].values[0] == "bell"
    assert nominate.merge(bare, register, known=NOW).is_empty


@pytest.fixture(scope="module")
def bare(register: Register) -> Intake:
    """A tracker that does not tell what its cells were made from."""
    return intake_of(nominate.view(register, as_of="2026-11-22", audience="internal"), has_base=False)


def test_without_digests_the_view_is_made_again_and_compared(register: Register, bare: Intake) -> None:
    assert nominate.merge(bare, register, known=NOW).is_empty
    merge = merged(bare, register, (TABLE, "lamp", "title", "A light"), (TABLE, "lamp", "owner", None))
    assert [(each.column, each.base) for each in merge.changes] == [
        ("Title", "A lamp on every ward"),
        ("Owner", "Ann"),
    ]


def test_without_digests_a_changed_register_makes_every_other_edit_a_conflict(
    register: Register, bare: Intake
) -> None:
    after = changed(register, "owner", "Ben", name="tea")
    merge = merged(bare, after, (TABLE, "lamp", "title", "A light"), (TABLE, "boat", "owner", "Cai"))
    assert [(each.column, each.base) for each in merge.conflicts] == [("Title", None), ("Owner", None)]
    assert [each.record for each in merge.changes] == ["boat"]


def test_without_digests_an_unknown_id_asks_whether_it_is_new(register: Register, bare: Intake) -> None:
    row = {"id": "soup", "title": "Soup", "edition": "tide/2026", "category": "team"}
    merge = nominate.merge(with_row(bare, TABLE, **row), register, known=NOW)
    assert merge.questions[0].says == "the register has no nomination 'soup', perhaps no longer: is it new?"


def test_a_sheet_that_is_not_ours_fills_gaps_and_asks_about_the_rest(
    register: Register, bare: Intake
) -> None:
    foreign = attrs.evolve(bare, audience="", as_of=None, revision="", scope={})
    merge = merged(
        foreign,
        register,
        (TABLE, "boat", "owner", "Cai"),
        (TABLE, "lamp", "owner", "Ben"),
        (TABLE, "lamp", "title", None),
    )
    assert [each.record for each in merge.changes] == ["boat"]
    assert [(each.mine, each.theirs) for each in merge.conflicts] == [("Ann", "Ben")]


def test_a_row_that_the_base_does_not_list_is_compared_with_the_register(
    register: Register, sent: Intake
) -> None:
    def narrower(sheet: nominate.IntakeSheet) -> nominate.IntakeSheet:
        base = sheet.base or nominate.IntakeBase()
        rows = {name: digests for name, digests in base.rows.items() if name != "lamp"}
        return attrs.evolve(sheet, base=attrs.evolve(base, rows=rows))

    intake = with_sheet(sent, TABLE, narrower)
    assert nominate.merge(intake, register, known=NOW).is_empty
    assert [each.record for each in merged(intake, register, (TABLE, "lamp", "title", "Light")).changes] == [
        "lamp"
    ]


def test_a_cell_of_which_the_base_tells_nothing_is_compared_likewise(
    register: Register, sent: Intake
) -> None:
    def silent(sheet: nominate.IntakeSheet) -> nominate.IntakeSheet:
        base = sheet.base or nominate.IntakeBase()
        rows = {name: ("",) * len(digests) for name, digests in base.rows.items()}
        return attrs.evolve(sheet, base=attrs.evolve(base, rows=rows))

    intake = with_sheet(sent, TABLE, silent)
    assert nominate.merge(intake, register, known=NOW).is_empty
    assert len(merged(intake, register, (TABLE, "lamp", "title", "Light")).changes) == 1


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ({"audience": "everybody"}, "'everybody' is not an audience"),
        ({"scope": {"colour": ("red",)}}, "no filter 'colour'"),
        ({"scope": {"award": ("gone",)}}, "no award 'gone'"),
    ],
)
def test_a_file_that_says_of_itself_what_cannot_be_changes_nothing(
    register: Register, sent: Intake, says: dict[str, Any], told: str
) -> None:
    odd = attrs.evolve(edited(sent, (TABLE, "lamp", "title", "Light")), **says)
    merge = nominate.merge(odd, register, known=NOW)
    assert merge.is_empty
    assert merge.problems[0].code == "E727"
    assert told in merge.problems[0].message


def test_a_sheet_of_nothing_that_we_know_is_passed_over(register: Register, sent: Intake) -> None:
    other = attrs.evolve(sent.sheets[0], of="", name="Scribbles", base=None)
    assert nominate.merge(attrs.evolve(sent, sheets=(other,)), register, known=NOW).is_empty


def test_what_the_importer_could_not_read_is_told_with_the_rest(register: Register, sent: Intake) -> None:
    problem = nominate.Problem(code="E101", message="a torn page", sheet="Nominations", cell="C3")
    merge = nominate.merge(attrs.evolve(sent, problems=(problem,)), register, known=NOW)
    assert merge.problems == (problem,)


def test_choices_name_ids_records_or_kinds_of_change(register: Register, sent: Intake) -> None:
    after = changed(register, "owner", "Ben")
    merge = merged(
        sent,
        after,
        (TABLE, "lamp", "title", "Light"),
        (TABLE, "lamp", "owner", "Cai"),
        (TABLE, "tea", "title", "Tea at three"),
        ("organisations", "quay", "place", "Porth"),
    )
    names = {(each.record, each.column): each.id for each in (*merge.changes, *merge.conflicts)}
    assert {change.field for change in merge.accepted("lamp")} == {"title", "owner"}
    assert [change.field for change in merge.accepted(names["lamp", "Owner"])] == ["owner"]
    assert [change.record for change in merge.accepted("safe")] == ["quay", "lamp", "tea"]
    assert merge.accepted("all", "safe", "lamp") == merge.accepted("all")
    with pytest.raises(UsageError, match=r"nothing to accept is called 'lamb'; did you mean 'lamp'\?"):
        merge.accepted("lamb")
    with pytest.raises(UsageError, match="ids change with the file"):
        merge.accepted("!!")


def test_ids_stay_the_same_and_are_short(register: Register, sent: Intake) -> None:
    one = merged(sent, register, (TABLE, "lamp", "title", "Light"))
    two = merged(sent, register, (TABLE, "lamp", "title", "Lantern"), (TABLE, "tea", "title", "Tea"))
    assert one.changes[0].id == two.changes[0].id
    assert len(one.changes[0].id) == 6


def test_a_proposal_is_told_in_a_line(register: Register, sent: Intake) -> None:
    row = {"title": "Soup", "edition": "tide/2026", "category": "team"}
    intake = with_row(edited(sent, (TABLE, "lamp", "title", "Light")), TABLE, **row)
    intake = with_sheet(
        intake, TABLE, lambda sheet: attrs.evolve(sheet, rows=(*sheet.rows[:2], *sheet.rows[3:]))
    )
    merge = nominate.merge(intake, register, known=NOW)
    (question,) = merge.questions
    assert [str(each) for each in (*merge.changes, *question.proposals)] == [
        "nomination 'lamp': Title: 'A lamp on every ward' becomes 'Light'",
        "nomination 'soup-2026': is new",
        "nomination 'tea': goes away",
    ]


def test_a_merge_is_told_as_plain_data(register: Register, sent: Intake) -> None:
    merge = merged(
        sent,
        register,
        (TABLE, "lamp", "outcome", "won"),
        (TABLE, "lamp", "fee", "£20.50"),
        (TABLE, "bell", "outcome", "shortlisted"),
        (TABLE, "tea", "title", None),
    )
    told = merge.to_json()
    assert list(told) == ["file", "changes", "conflicts", "questions", "problems"]
    fee = next(each.to_json() for each in merge.changes if each.column == "Fee")
    assert {key: fee[key] for key in ("kind", "record", "column", "mine", "theirs", "base")} == {
        "kind": "nomination",
        "record": "lamp",
        "column": "Fee",
        "mine": "",
        "theirs": "£20.50",
        "base": "",
    }
    assert fee["changes"] == [
        {"kind": "nomination", "record": "lamp", "field": "fee", "before": None, "after": {"amount": "20.50"}}
    ]
    assert fee["origin"] == {
        "file": "tracker.xlsx",
        "sheet": "Nominations",
        "cell": _cell(sent, "fee"),
        "line": 0,
    }
    assert merge.questions[0].to_json()["proposals"]


def _cell(sent: Intake, name: str) -> str:
    return next(column.letter for column in sent.sheets[0].columns if column.name == name) + "2"

"""A changed outcome becomes a decision more: a history grows, and nothing in it is overwritten."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up.sent_trackers import NOW, intake_of, merged

import nominate
from nominate import (
    Change,
    DateKind,
    Decision,
    Embargo,
    Intake,
    Outcome,
    RecordKind,
    Register,
    Source,
    When,
)
from nominate.importing.intake import IntakeValue

TABLE = "nominations"
SOURCE = Source(file="tracker.xlsx")


def added(register: Register, sent: Intake, name: str, **cells: IntakeValue) -> tuple[Decision, ...]:
    """The decisions that all accepted changes add to the history of a nomination, which stays as it was."""
    merge = merged(sent, register, *((TABLE, name, column, typed) for column, typed in cells.items()))
    assert not merge.conflicts
    before = register.nomination(name).decisions
    after = register.apply(merge.accepted("all")).nomination(name).decisions
    assert after[: len(before)] == before
    return after[len(before) :]


def test_a_changed_outcome_is_a_new_decision_with_the_workbook_as_its_source(
    register: Register, sent: Intake
) -> None:
    (decision,) = added(register, sent, "lamp", outcome="won")
    assert decision == Decision(outcome=Outcome.WON, source=SOURCE, known=NOW)


def test_the_first_outcome_of_an_entry_begins_its_history(register: Register, sent: Intake) -> None:
    (decision,) = added(register, sent, "tea", outcome="Longlisted", announced="May 2026", label="long list")
    assert (decision.outcome, decision.announced, decision.label) == (
        Outcome.LONGLISTED,
        When(2026, 5),
        "long list",
    )


def test_what_is_edited_beside_a_new_outcome_belongs_to_that_decision(
    register: Register, sent: Intake
) -> None:
    (decision,) = added(
        register,
        sent,
        "lamp",
        outcome="won",
        announced=When(2026, 10, 15),
        embargo="ceremony",
        label="victor",
    )
    assert decision == Decision(
        outcome=Outcome.WON,
        announced=When(2026, 10, 15),
        label="victor",
        embargo=Embargo(until=DateKind.CEREMONY),
        source=SOURCE,
        known=NOW,
    )


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("cleared", "cleared"),
        ("15 October 2026, 20:00", When(2026, 10, 15, 20, 0)),
        ("Ceremony", DateKind.CEREMONY),
    ],
)
def test_an_embargo_may_be_a_time_a_date_of_the_edition_or_a_word(
    register: Register, sent: Intake, typed: str, until: object
) -> None:
    (decision,) = added(register, sent, "lamp", outcome="won", announced=When(2026, 10, 15), embargo=typed)
    assert decision.embargo == Embargo(until=until)  # type: ignore[arg-type]  # one of its three types


def test_an_embargo_that_is_emptied_is_taken_off_by_a_decision_that_corrects(
    register: Register, sent: Intake
) -> None:
    (decision,) = added(register, sent, "bell", embargo=None)
    assert (decision.outcome, decision.corrects, decision.embargo) == (Outcome.WON, "won", None)


def test_declining_is_a_decision_of_its_own_about_the_win(register: Register, sent: Intake) -> None:
    (decision,) = added(register, sent, "bell", outcome="won (declined)")
    assert (decision.outcome, decision.of) == (Outcome.DECLINED, "won")


def test_winning_and_declining_at_once_are_two_decisions(register: Register, sent: Intake) -> None:
    won, declined = added(register, sent, "lamp", outcome="Winner (declined)", announced="15 Oct 2026")
    assert (won.outcome, won.announced) == (Outcome.WON, When(2026, 10, 15))
    assert (declined.outcome, declined.of, declined.announced) == (Outcome.DECLINED, "won", won.announced)


def test_a_prize_that_is_taken_after_all_is_accepted(register: Register) -> None:
    refused = register.apply(
        merged(_sent(register), register, (TABLE, "bell", "outcome", "won (declined)")).accepted("safe")
    )
    (decision,) = added(refused, _sent(refused), "bell", outcome="won")
    assert (decision.outcome, decision.of) == (Outcome.ACCEPTED, "won")


def test_revoking_points_at_what_it_takes_away(register: Register, sent: Intake) -> None:
    (decision,) = added(register, sent, "bell", outcome="revoked")
    assert (decision.outcome, decision.of) == (Outcome.REVOKED, "won")


@pytest.mark.parametrize(
    ("name", "typed"),
    [("lamp", "unsuccessful"), ("lamp", "withdrawn"), ("bell", "withdrawn"), ("boat", "ineligible")],
)
def test_an_end_goes_on_with_the_history(register: Register, sent: Intake, name: str, typed: str) -> None:
    (decision,) = added(register, sent, name, outcome=typed)
    assert decision.corrects is None
    assert merged(sent, register, (TABLE, name, "outcome", typed)).changes


@pytest.mark.parametrize(
    ("name", "typed", "wrong"),
    [("bell", "shortlisted", "won"), ("bell", "highly commended", "won"), ("boat", "won", "unsuccessful")],
)
def test_another_result_asks_whether_the_last_word_was_wrong_and_corrects_it(
    register: Register, sent: Intake, name: str, typed: str, wrong: str
) -> None:
    merge = merged(sent, register, (TABLE, name, "outcome", typed))
    assert not merge.changes
    (question,) = merge.questions
    assert question.says == f"{name} is recorded as {wrong}: was that wrong, and is it {typed}?"
    (decision,) = added(register, sent, name, outcome=typed)
    assert (decision.outcome.value, decision.corrects) == (typed, wrong)


def test_another_date_of_an_announcement_asks_and_says_the_same_decision_again(
    register: Register, sent: Intake
) -> None:
    merge = merged(sent, register, (TABLE, "lamp", "announced", When(2026, 6, 11)))
    assert "lamp is shortlisted already: was what is recorded of that wrong?" in merge.questions[0].says
    (decision,) = added(register, sent, "lamp", announced=When(2026, 6, 11))
    assert decision == Decision(
        outcome=Outcome.SHORTLISTED,
        label="finalist",
        announced=When(2026, 6, 11),
        corrects="shortlisted",
        source=SOURCE,
        known=NOW,
    )


def test_what_was_not_known_before_may_be_filled_in_without_asking(register: Register, sent: Intake) -> None:
    merge = merged(sent, register, (TABLE, "boat", "label", "not placed"))
    assert not merge.questions
    (decision,) = added(register, sent, "boat", label="not placed")
    assert (decision.label, decision.corrects) == ("not placed", "unsuccessful")


@pytest.mark.parametrize(
    ("name", "cells", "told"),
    [
        ("lamp", {"outcome": None}, "E721 an outcome cannot be taken away here; record in the register"),
        ("lamp", {"announced": None}, "E721 when it was announced cannot be taken away here"),
        ("tea", {"announced": "May 2026"}, "E728 this is about an outcome, and there is none yet"),
        ("tea", {"outcome": "declined"}, "E728 there is no outcome yet that could be declined"),
        ("lamp", {"outcome": "recategorised"}, "E728 'recategorised' needs more than a sheet can say; say"),
        ("lamp", {"outcome": "placed"}, "E728 'placed' needs more than a sheet can say; record the place"),
        (
            "lamp",
            {"outcome": "shortlistd"},
            "E204 'shortlistd' is not an outcome; did you mean 'shortlisted'",
        ),
        ("lamp", {"outcome": "won", "announced": "soon"}, "E209 'soon' is not a date"),
        ("lamp", {"outcome": "won", "embargo": "later"}, "E209 'later' is not a date"),
    ],
)
def test_what_a_sheet_cannot_say_of_an_outcome_is_refused_with_what_would_do(
    register: Register, sent: Intake, name: str, cells: dict[str, IntakeValue], told: str
) -> None:
    merge = merged(sent, register, *((TABLE, name, column, typed) for column, typed in cells.items()))
    assert merge.is_empty
    (problem,) = merge.problems
    assert f"{problem.code} {problem.message}; {problem.hint}".startswith(told)


def test_an_entry_that_a_decision_moved_keeps_its_category(register: Register) -> None:
    moved = Decision(outcome=Outcome.RECATEGORISED, to="team")
    before = register.nomination("lamp").decisions
    change = nominate.Change(
        kind=nominate.RecordKind.NOMINATION,
        record="lamp",
        field="decisions",
        before=before,
        after=(*before, moved),
    )
    register = register.apply([change])
    merge = merged(_sent(register), register, (TABLE, "lamp", "category", "ward"))
    assert merge.problems[0].message == "a decision moved this entry to its category"


def _sent(register: Register) -> Intake:
    return intake_of(nominate.view(register, as_of="2026-11-24", audience="internal"))


_ENDS = st.sampled_from([Outcome.WON, Outcome.COMMENDED, Outcome.UNSUCCESSFUL])
_NAMES = ("lamp", "bell", "tea", "boat")


@settings(max_examples=60)
@given(
    mine=st.dictionaries(st.sampled_from(["lamp", "tea"]), _ENDS),
    theirs=st.dictionaries(st.sampled_from(_NAMES), st.sampled_from([Outcome.LONGLISTED, Outcome.WON])),
)
def test_whatever_both_sides_decided_no_history_loses_a_decision_and_every_clash_is_shown(
    register: Register, sent: Intake, mine: Mapping[str, Outcome], theirs: Mapping[str, Outcome]
) -> None:
    now = register.apply(
        [
            Change(
                kind=RecordKind.NOMINATION,
                record=name,
                field="decisions",
                before=register.nomination(name).decisions,
                after=(
                    *register.nomination(name).decisions,
                    Decision(outcome=outcome, announced=When(2026, 11, 1)),
                ),
            )
            for name, outcome in mine.items()
        ]
    )
    merge = merged(sent, now, *((TABLE, name, "outcome", typed.value) for name, typed in theirs.items()))
    was, held = (
        {entry.id: entry.outcome for entry in nominate.view(own, as_of=NOW, audience="internal").entries}
        for own in (register, now)
    )
    wanted = {name for name, typed in theirs.items() if typed not in (was[name], held[name])}
    asked = {each.record for question in merge.questions for each in question.proposals}
    assert {each.record for each in merge.conflicts} == {name for name in wanted if name in mine}
    assert {each.record for each in merge.changes} | asked == wanted - mine.keys()
    assert not merge.problems
    after = now.apply(merge.accepted("all"))
    for name in _NAMES:
        before = now.nomination(name).decisions
        assert after.nomination(name).decisions[: len(before)] == before
        more = after.nomination(name).decisions[len(before) :]
        assert [each.outcome for each in more] == ([theirs[name]] if name in wanted else [])

from __future__ import annotations

from typing import Any

import pytest

from nominate import (
    Award,
    AwardCategory,
    Decision,
    Edition,
    History,
    Nomination,
    Outcome,
    Records,
    Register,
    When,
    view,
)


def history(*decisions: Decision) -> History:
    categories = (AwardCategory(id="team", name="Team"), AwardCategory(id="ward", name="Ward"))
    award = Award(id="hsj", name="HSJ", editions=(Edition(id="2020", categories=categories),))
    entry = Nomination(id="a", edition="hsj/2020", category="team", title="A", decisions=decisions)
    register = Register(records=Records(awards=(award,), nominations=(entry,)))
    return view(register, as_of="2021-01-01").entries[0].history


def told(outcome: str, **more: Any) -> Decision:
    return Decision(outcome=Outcome(outcome), announced=When(2020, 8, 17), **more)


SHORTLISTED, WON, UNSUCCESSFUL = told("shortlisted"), told("won"), told("unsuccessful")


@pytest.mark.parametrize(
    ("decisions", "outcome", "has_won"),
    [
        pytest.param((SHORTLISTED,), "shortlisted", False, id="shortlisted"),
        pytest.param((SHORTLISTED, WON), "won", True, id="won"),
        pytest.param((SHORTLISTED, UNSUCCESSFUL), "unsuccessful", False, id="unsuccessful"),
        pytest.param(
            (WON, told("declined", of="won")), "won", True, id="a declined prize still counts as won"
        ),
        pytest.param((WON, told("revoked", of="won")), "revoked", False, id="a revoked win does not"),
        pytest.param((WON, told("revoked")), "revoked", False, id="revoked takes the last that was reached"),
        pytest.param(
            (WON, told("disqualified", of="won")), "disqualified", False, id="nor a disqualified one"
        ),
        pytest.param(
            (WON, told("revoked", of="won"), told("reinstated", of="won")),
            "won",
            True,
            id="reinstated gives it back",
        ),
        pytest.param(
            (WON, told("revoked", of="won"), told("reinstated", of="revoked")),
            "won",
            True,
            id="by the revocation",
        ),
        pytest.param((WON, told("revoked"), told("reinstated")), "won", True, id="or without a pointer"),
        pytest.param(
            (SHORTLISTED, WON, told("shortlisted", corrects="won")), "shortlisted", False, id="corrected"
        ),
        pytest.param(
            (SHORTLISTED, told("recategorised", to="ward")), "shortlisted", False, id="moved, still in"
        ),
        pytest.param((told("recategorised", to="ward"),), "recategorised", False, id="only moved"),
    ],
)
def test_how_an_entry_stands(decisions: tuple[Decision, ...], outcome: str, has_won: bool) -> None:
    found = history(*decisions)
    assert found.outcome is Outcome(outcome)
    assert found.has_won is has_won


def test_reaching_the_shortlist_and_ending_there_are_two_questions() -> None:
    waiting, ended, won = history(SHORTLISTED), history(SHORTLISTED, UNSUCCESSFUL), history(SHORTLISTED, WON)
    assert [each.reached(Outcome.SHORTLISTED) for each in (waiting, ended, won)] == [True, True, True]
    assert [each.ended_at(Outcome.SHORTLISTED) for each in (waiting, ended, won)] == [False, True, False]


def test_a_revoked_win_had_been_reached() -> None:
    assert history(WON, told("revoked")).reached(Outcome.WON)


def test_what_is_final_by_itself_ended_there() -> None:
    assert history(SHORTLISTED, told("highly commended")).ended_at(Outcome.HIGHLY_COMMENDED)


def test_an_entry_that_was_reinstated_has_not_ended() -> None:
    assert history(SHORTLISTED, told("disqualified")).ended_at(Outcome.SHORTLISTED)
    back = history(SHORTLISTED, told("disqualified"), told("reinstated", of="disqualified"))
    assert not back.ended_at(Outcome.SHORTLISTED)
    assert back.outcome is Outcome.SHORTLISTED


def test_an_entry_that_moved_stands_in_its_new_category() -> None:
    assert history(SHORTLISTED, told("recategorised", to="ward")).category == "ward"


@pytest.mark.parametrize(
    ("answers", "is_declined"), [(("declined",), True), (("declined", "accepted"), False), ((), False)]
)
def test_the_last_answer_to_a_prize_counts(answers: tuple[str, ...], is_declined: bool) -> None:
    assert history(WON, *(told(answer, of="won") for answer in answers)).is_declined is is_declined


def test_a_corrected_decision_is_kept_beside_the_history() -> None:
    found = history(SHORTLISTED, WON, told("shortlisted", corrects="won"))
    assert [each.outcome for each in found.corrected] == [Outcome.WON]
    assert Outcome.WON not in [each.outcome for each in found.decisions]


def test_ids_tell_nothing_of_decisions_that_may_not_be_known() -> None:
    hidden = Decision(outcome=Outcome.WON)
    shown = history(hidden, WON, told("declined", of="won-2"))
    assert [each.id for each in shown.decisions] == ["won", "declined"]
    assert shown.decisions[1].of == "won"
    assert shown == history(WON, told("declined", of="won"))

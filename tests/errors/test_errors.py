from __future__ import annotations

import pickle

import pytest

from nominate import DataError, Problem, Severity, UnreadableInput
from nominate.errors import nearest, shown


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (
            Problem(
                code="E204", file="a.yaml", line=27, column=14, path="nominations[2]", message="m", hint="do"
            ),
            "a.yaml:27:14: nominations[2]: m; do",
        ),
        (Problem(code="W1", severity=Severity.WARNING, message="m"), "warning: m"),
        (
            Problem(code="E1", file="t.xlsx", sheet="Nominations", cell="B7", message="m"),
            "t.xlsx:Nominations!B7: m",
        ),
    ],
)
def test_a_problem_says_place_path_fault_and_cure(problem: Problem, text: str) -> None:
    assert str(problem) == text


@pytest.mark.parametrize("kind", [DataError, UnreadableInput])
def test_an_error_keeps_its_problems_from_one_process_to_another(kind: type[DataError]) -> None:
    error = kind([Problem(code="E101", message="one"), Problem(code="E102", message="two")])
    copy: DataError = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is kind
    assert copy.problems == error.problems
    assert str(copy) == str(error) == "one\ntwo"


@pytest.mark.parametrize(
    ("word", "near"), [("finalists", "finalist"), ("WON", "won"), ("xyzzy", ""), ("", "")]
)
def test_the_nearest_word_is_found_whatever_its_capitals(word: str, near: str) -> None:
    assert nearest(word, ["finalist", "won"]) == near


def test_a_long_value_is_cut_where_it_is_shown() -> None:
    assert len(shown("x" * 500)) == 80
    assert shown("a\x1bb") == "'a\\x1bb'"

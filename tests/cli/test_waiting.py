from __future__ import annotations

import subprocess
from collections.abc import Callable

Start = Callable[..., subprocess.CompletedProcess[str]]
Terminal = Callable[..., str]
REGISTER = b"people: [{id: lead, name: Dr Ann Example}]\n"


def test_what_takes_over_a_second_says_what_it_is(in_terminal: Terminal) -> None:
    told = in_terminal("check", "-", typed=[(2.5, REGISTER)])
    assert "checking - …" in told
    assert told.endswith(": 1 person in 1 file\n")


def test_what_takes_less_says_nothing(in_terminal: Terminal) -> None:
    assert "…" not in in_terminal("check", "-", typed=[(0, REGISTER)])


def test_nothing_is_said_under_quiet(in_terminal: Terminal) -> None:
    assert "checking" not in in_terminal("check", "-", "--quiet", typed=[(2.5, REGISTER)])


def test_nothing_is_drawn_where_nobody_looks(start: Start) -> None:
    result = start("check", "awards")
    assert result.stderr == ""

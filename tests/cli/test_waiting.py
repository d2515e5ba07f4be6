from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from nominate.cli.waiting import SECONDS, waiting

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


class Screen(io.StringIO):
    """A standard error stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


def test_a_later_step_takes_the_place_of_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with waiting("reading a [b]file[/b]") as progress:
        time.sleep(SECONDS + 0.5)
        progress("making [b]news.md[/b]")
        time.sleep(0.3)
    told = screen.getvalue()
    assert "reading a [b]file[/b] …" in told
    assert "making [b]news.md[/b] …" in told


def test_a_step_that_begins_in_time_is_the_one_that_appears(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with waiting("reading") as progress:
        progress("making")
        time.sleep(SECONDS + 0.5)
    assert "making …" in screen.getvalue()
    assert "reading" not in screen.getvalue()

"""A small register that is made up, and a tracker of it as somebody would send it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_up.sent_trackers import REGISTER, intake_of

import nominate
from nominate import Intake, Register


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    file: Path = tmp_path_factory.mktemp("register") / "register.yaml"
    file.write_text(REGISTER, "utf-8")
    return nominate.load(file)


@pytest.fixture(scope="session")
def sent(register: Register) -> Intake:
    """A tracker for the team itself, as of November 2026, that nobody has touched."""
    return intake_of(nominate.view(register, as_of="2026-11-22", audience="internal"))

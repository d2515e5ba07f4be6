"""The tracker of a register written in a few lines, read back by two readers that are not ours."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from judges.workbook import faults
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

import nominate
from nominate import Problem, Register, Severity, View
from nominate_excel import TrackerOptions, _tracker
from nominate_excel._tracker import write_tracker

# The readers' cells, and what the stubs take to be absent of a workbook.
Rows = list[list[Any]]

DEMO = Path(nominate.__file__).parent / "demo"

REGISTER = """
organisations:
  - {id: ruh, name: Royal United Hospitals Bath, kind: nhs trust}
  - {id: sepsis-team, name: Sepsis Team, kind: team, part_of: ruh}
awards:
  - id: hsj
    name: HSJ Awards
    url: https://hsj.example.org/
    editions:
      - id: 2020
        dates:
          - what: entry deadline
            when: 2020-02-28T23:59
            was: [{when: 2020-02-14, reason: extended}]
          - {what: judging, mode: virtual}
          - {what: ceremony, when: 2020-11, certainty: provisional}DATES
        categories:
          - {id: team, name: Team of the Year}
"""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, None, None]:
    """Every workbook that a test of this folder makes goes through the accessibility check."""
    made: list[bytes] = []

    def recorded(view: View, options: TrackerOptions, out: BinaryIO) -> list[Problem]:
        start = out.tell()
        problems = write_tracker(view, options, out)
        if not any(problem.severity is Severity.ERROR for problem in problems):
            out.seek(start)
            made.append(out.read())
        return problems

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_tracker, "write_tracker", recorded)
        yield
    assert [fault for content in dict.fromkeys(made) for fault in faults(content)] == []


@pytest.fixture(scope="module")
def office(judge: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Run LibreOffice without a window, in a profile of its own; gives the folder of that profile."""
    profile = tmp_path_factory.mktemp("office")
    soffice = judge("soffice")

    def run(*arguments: str) -> Path:
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=900)
        return profile

    return run


@pytest.fixture(scope="session")
def aberdwr() -> Register:
    return nominate.load(DEMO / "aberdwr")


@pytest.fixture(scope="session")
def west_of_england() -> Register:
    return nominate.load(DEMO / "west-of-england")


@pytest.fixture
def team_view(tmp_path: Path) -> Callable[..., View]:
    """The team's view of one award with the nominations, and further dates, of a YAML text."""

    def made(
        nominations: str, *, dates: str = "", as_of: str = "2020-02-25", audience: str = "internal"
    ) -> View:
        more = "".join(f"\n          - {line}" for line in dates.splitlines())
        file = tmp_path / "register.yaml"
        file.write_text(f"{REGISTER.replace('DATES', more)}\nnominations:\n{nominations}", "utf-8")
        return nominate.view(nominate.load(file), as_of=as_of, audience=audience)

    return made


@pytest.fixture
def book() -> Callable[..., Workbook]:
    """The tracker of a view as openpyxl reads it."""

    def read(view: View, **options: object) -> Workbook:
        return load_workbook(io.BytesIO(nominate.render(view, "excel", options=options)))

    return read


@pytest.fixture
def rows() -> Callable[..., Rows]:
    """The rows of one sheet of a tracker, the header first, as python-calamine reads them."""

    def read(view: View, sheet: str, **options: object) -> Rows:
        content = nominate.render(view, "excel", options=options)
        return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()

    return read


@pytest.fixture
def column(rows: Callable[..., Rows]) -> Callable[..., list[object]]:
    """The cells under one header of a sheet, from the top."""

    def read(view: View, sheet: str, title: str, **options: object) -> list[object]:
        header, *body = rows(view, sheet, **options)
        place = header.index(title)
        return [row[place] for row in body]

    return read

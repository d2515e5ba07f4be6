"""The first promise, end to end: what may not be known changes no byte of any file or message."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import nominate
from nominate.cli.application import application

DEMO = Path(nominate.__file__).parent / "demo" / "west-of-england"
FILES = ("out.xlsx", "out.pdf", "out.summary.html", "out.md", "out.html", "out.txt")
SECRETS = """
nominations:
  - id: secret-entry
    edition: hsj-patient-safety/2020
    category: patient-safety-team
    title: A secret title
    nominees: [{organisation: secret-trust, role: lead}]
    programme: secret-programme
    progress: submitted
    owner: A secret owner
    notes: A secret note
    fee: {amount: 395}
    decisions:
      - {outcome: shortlisted, announced: 2020-08-17, embargo: {until: cleared}}
      - {outcome: won, announced: 2020-11-12, embargo: {until: cleared}, reason: A secret reason}
organisations:
  - {id: secret-trust, name: A Secret Trust, kind: nhs trust, member_of: weahsn}
programmes:
  - {id: secret-programme, name: A Secret Programme, lead: secret-trust}
people:
  - {id: secret-person, name: Dr Secret}
"""


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A register, and the same with secrets: an entry, a trust, a programme, a person, a win."""
    plain = tmp_path_factory.mktemp("plain") / "register"
    shutil.copytree(DEMO, plain)
    full = tmp_path_factory.mktemp("full") / "register"
    shutil.copytree(DEMO, full)
    (full / "zz-secrets.yaml").write_text(SECRETS, "utf-8")
    awards = full / "hsj-patient-safety.yaml"
    text = awards.read_text("utf-8")
    told = "  - id: ruh-skip-2020\n"
    assert told in text
    awards.write_text(
        text.replace(told, f"{told}    notes: A secret note\n    owner: A secret owner\n"), "utf-8"
    )
    with_win = _with_a_win(awards.read_text("utf-8"))
    awards.write_text(with_win, "utf-8")
    return plain, full


def _with_a_win(text: str) -> str:
    start = text.index("  - id: ruh-skip-2020\n")
    place = text.index("    decisions:\n", start) + len("    decisions:\n")
    win = "      - {outcome: won, announced: 2020-11-12, embargo: {until: 2020-11-12T20:00}}\n"
    end = text.find("\n  - id:", place)
    end = len(text) if end < 0 else end + 1
    block = text[place:end]
    last = place + len(block.rstrip()) + 1
    return f"{text[:last]}{win}{text[last:]}"


def _made(register: Path, target: Path, *more: str) -> tuple[bytes, str]:
    asked = ["export", str(register), "-o", str(target), "--as-of", "2020-10-01", *more]
    ran = CliRunner().invoke(application, asked)
    assert ran.exit_code == 0, ran.output
    return target.read_bytes(), ran.output


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("audience", ["public", "press"])
@pytest.mark.parametrize("scope", [(), ("--edition", "hsj-patient-safety/2020"), ("--organisation", "ruh")])
def test_a_secret_changes_no_byte_and_no_message(
    registers: tuple[Path, Path], tmp_path: Path, name: str, audience: str, scope: tuple[str, ...]
) -> None:
    plain, full = (_made(register, tmp_path / name, "--audience", audience, *scope) for register in registers)
    assert plain == full


@pytest.mark.parametrize("name", FILES)
def test_the_team_itself_sees_what_the_public_does_not(
    registers: tuple[Path, Path], tmp_path: Path, name: str
) -> None:
    plain, full = (_made(register, tmp_path / name, "--audience", "internal") for register in registers)
    assert plain != full


def test_a_later_moment_tells_the_win(registers: tuple[Path, Path], tmp_path: Path) -> None:
    target = tmp_path / "news.md"
    asked = ["export", str(registers[1]), "-o", str(target), "--edition", "hsj-patient-safety/2020"]
    before = CliRunner().invoke(application, [*asked, "--as-of", "2020-11-12T19:59"])
    assert before.exit_code == 0, before.output
    assert "won" not in target.read_text("utf-8")
    after = CliRunner().invoke(application, [*asked, "--as-of", "2020-11-12T20:00"])
    assert after.exit_code == 0, after.output
    text = target.read_text("utf-8")
    assert "won" in text
    assert "Secret" not in text

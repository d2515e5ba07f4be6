"""The first promise for many files at once: what may not be known makes no file, and changes none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import nominate
from nominate.cli.application import application

DEMO = Path(nominate.__file__).parent / "demo" / "west-of-england"
SECRETS = """
nominations:
  - id: secret-entry
    edition: hsj-patient-safety/2020
    category: patient-safety-team
    title: A secret title
    nominees: [{organisation: secret-trust, role: lead}, {organisation: ruh, role: partner}]
    programme: secret-programme
    notes: A secret note
    decisions:
      - {outcome: won, announced: 2020-11-12, embargo: {until: cleared}}
organisations:
  - {id: secret-trust, name: A Secret Trust, kind: nhs trust, member_of: weahsn}
  - {id: secret-namesake, name: Royal United Hospitals Bath NHS Foundation Trust (Secret), kind: nhs trust}
programmes:
  - {id: secret-programme, name: A Secret Programme, lead: secret-trust}
"""


def _registers(folder: Path) -> tuple[Path, Path]:
    """A register, and the same with secrets."""
    plain, full = (shutil.copytree(DEMO, folder / name / "register") for name in ("plain", "full"))
    (full / "zz-secrets.yaml").write_text(SECRETS, "utf-8")
    return plain, full


def _made(register: Path, *asked: str) -> tuple[dict[str, bytes], str, int]:
    out = register.parent / "out"
    ran = CliRunner().invoke(
        application,
        ["export", str(register), "--as-of", "2020-10-01", "-o", str(out / "{name} {id}.csv"), *asked],
    )
    files = {path.name: path.read_bytes() for path in out.iterdir()} if out.exists() else {}
    return files, ran.output.replace(str(register.parent), ""), ran.exit_code


@pytest.mark.parametrize("audience", ["public", "press"])
@pytest.mark.parametrize("each", ["organisation", "programme", "category"])
def test_secrets_make_no_file_and_change_no_byte_and_no_message(
    tmp_path: Path, each: str, audience: str
) -> None:
    plain, full = _registers(tmp_path)
    asked = ("--each", each, "--audience", audience)
    assert _made(full, *asked, "--dry-run", "--json") == _made(plain, *asked, "--dry-run", "--json")
    made = _made(full, *asked)
    assert made == _made(plain, *asked)
    assert made[0]


@pytest.mark.parametrize("each", ["organisation", "programme"])
def test_the_team_itself_gets_a_file_of_each_secret(tmp_path: Path, each: str) -> None:
    _, full = _registers(tmp_path)
    files, _, _ = _made(full, "--each", each, "--audience", "internal")
    assert any("Secret" in name for name in files)

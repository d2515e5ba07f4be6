"""Changes that an audience may not know yet: two registers that differ in them alone give the same pieces."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from nominate.cli.application import application

FOLDER = Path(__file__).with_name("situations")
PLAIN = """
awards:
  - id: secret
    name: Quiet Awards
    editions:
      - id: 2026
        dates:
          - {what: entry deadline, when: 2026-01-30T17:00, announced: 2025-09-01}
          - {what: ceremony, when: 2026-06-11}
        categories: [{id: calm, name: Calm of the Year}]
nominations:
  - id: calm-2026
    edition: secret/2026
    category: calm
    title: A calm corridor
    nominees: [{organisation: glan-afon, role: lead}]
    decisions:
      - {outcome: won, announced: 2026-06-11}
"""
CORRECTED = "  - {outcome: highly commended, corrects: won, "
REVOKED = "  - {outcome: revoked, of: won, "
DEADLINE = "{what: entry deadline, when: 2026-01-30T17:00, announced: 2025-09-01}"
CEREMONY = "{what: ceremony, when: 2026-06-11}"
OLD = "was: [{when: 2026-01-30T17:00, announced: 2025-09-01}]"
# What is added to the plain register, and the moment of the piece.
SECRETS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a correction under an embargo": (
        "2026-06-20",
        lambda text: f"{text}    {CORRECTED}announced: 2026-06-21, embargo: {{until: 2026-06-21T09:00}}}}\n",
    ),
    "a correction to be announced": (
        "2026-06-20",
        lambda text: f"{text}    {CORRECTED}announced: 2026-06-25, known: 2026-06-15}}\n",
    ),
    "a revocation that nobody has cleared": (
        "2026-06-20",
        lambda text: f"{text}    {REVOKED}announced: 2026-06-15, embargo: {{until: cleared}}}}\n",
    ),
    "a revocation that is never announced": (
        "2026-06-20",
        lambda text: f"{text}    {REVOKED}known: 2026-06-15}}\n",
    ),
    "a new deadline to be announced": (
        "2026-01-20",
        lambda text: text.replace(
            DEADLINE, f"{{what: entry deadline, when: 2026-02-13T17:00, announced: 2026-01-21, {OLD}}}"
        ),
    ),
    "a new deadline under an embargo": (
        "2026-01-20",
        lambda text: text.replace(
            DEADLINE,
            "{what: entry deadline, when: 2026-02-13T17:00, announced: 2026-01-21, "
            f"embargo: {{until: 2026-01-21T09:00}}, {OLD}}}",
        ),
    ),
    "opening for entries that is not announced": (
        "2026-01-20",
        lambda text: text.replace(
            CEREMONY, f"{CEREMONY}\n          - {{what: launch, when: 2026-03-01, announced: 2026-02-01}}"
        ),
    ),
}


def made(folder: Path, target: Path, moment: str, audience: str) -> tuple[int, str, bytes]:
    asked = ["export", str(folder), "-o", str(target), "--as-of", moment, "--audience", audience]
    ran = CliRunner().invoke(application, [*asked, "--edition", "secret/2026"])
    return ran.exit_code, ran.output, target.read_bytes() if target.exists() else b""


@pytest.mark.parametrize("audience", ["public", "press"])
@pytest.mark.parametrize("suffix", ["md", "html", "eml"])
@pytest.mark.parametrize("secret", SECRETS)
def test_a_change_that_is_not_public_changes_no_byte_and_no_message(
    tmp_path: Path, secret: str, suffix: str, audience: str
) -> None:
    moment, changed = SECRETS[secret]
    told = []
    for text in (PLAIN, changed(PLAIN)):
        folder = tmp_path / "register"
        shutil.copytree(FOLDER, folder)
        (folder / "secret.yaml").write_text(text, "utf-8")
        told.append(made(folder, tmp_path / f"news.{suffix}", moment, audience))
        shutil.rmtree(folder)
        (tmp_path / f"news.{suffix}").unlink()
    assert changed(PLAIN) != PLAIN
    assert told[0] == told[1]
    assert told[0][0] == 0


def test_an_edition_of_which_nothing_is_public_gives_one_message_and_no_file(tmp_path: Path) -> None:
    told = []
    for secret in ("", "      - {outcome: shortlisted, announced: 2026-03-01, embargo: {until: cleared}}\n"):
        folder = tmp_path / "register"
        shutil.copytree(FOLDER, folder)
        text = PLAIN.replace("      - {outcome: won, announced: 2026-06-11}\n", secret)
        if not secret:
            text = text.replace("    decisions:\n", "")
        (folder / "secret.yaml").write_text(text, "utf-8")
        told.append(made(folder, tmp_path / "news.md", "2026-04-01", "public"))
        shutil.rmtree(folder)
    assert told[0] == told[1]
    code, message, content = told[0]
    assert code == 5
    assert content == b""
    assert "nothing to tell" in message
    assert "ask as of a later moment or for another audience" in message

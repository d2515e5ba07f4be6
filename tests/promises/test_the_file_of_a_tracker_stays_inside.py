"""The name of the file that a result came home in is for the team alone."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import nominate
from nominate import Register, render, view
from nominate.documents import to_text
from nominate.prose import story, summary

FILE = "tracker final (2) Gwen"
AWARDS = f"""
register: {{publisher: net}}
organisations:
  - {{id: net, name: Saltmarsh Health Network, kind: network}}
  - {{id: ward, name: Saltmarsh Hospital, member_of: net}}
awards:
  - id: tide
    name: Tide Awards
    editions: [{{id: 2026, categories: [{{id: team, name: Team of the Year}}]}}]
nominations:
  - id: night-team
    edition: tide/2026
    category: team
    title: The Night Team
    nominees: ward
    decisions: {{outcome: won, announced: 2026-05-04, source: {{file: {FILE}.xlsx}}}}
"""


@pytest.fixture
def register(tmp_path: Path) -> Register:
    path = tmp_path / "awards.yaml"
    path.write_text(AWARDS, "utf-8")
    return nominate.load(path)


@pytest.mark.parametrize("audience", ["public", "press"])
def test_neither_the_public_nor_the_press_is_told_of_it(register: Register, audience: str) -> None:
    known = view(register, as_of="2026-06-01", audience=audience)
    with zipfile.ZipFile(BytesIO(render(known, "excel"))) as book:
        cells = b"".join(map(book.read, book.namelist())).decode("utf-8", "replace")
    for said in (to_text(summary(known)), to_text(story(known)), repr(known.entries), cells):
        assert "The Night Team" in said
        assert FILE not in said
    assert known.entries[0].decision is not None
    assert known.entries[0].decision.source is None
    assert "Sources" not in to_text(summary(known))


def test_the_team_finds_it_in_its_own_summary_and_never_in_a_piece_of_news(register: Register) -> None:
    known = view(register, as_of="2026-06-01", audience="internal")
    assert f"1. {FILE}.xlsx" in to_text(summary(known))
    assert FILE not in to_text(story(known))

"""The house's rules of prose, as far as a machine can tell: rule 40 of the style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BY_HAND = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    ROOT / "CHANGELOG.md",
    *sorted(
        path
        for path in (ROOT / "docs").rglob("*.md")
        if not {"_build", "examples"} & set(path.relative_to(ROOT).parts)
        and not path.read_text("utf-8").startswith("<!-- Made from the code")
    ),
]
_CODE = re.compile(r"^( *)```.*?^\1```$|<!--.*?-->|`[^`\n]*`", re.MULTILINE | re.DOTALL)
# What the program makes is shown as it is; a table's cell may hold two sentences.
_NOT_PROSE = re.compile(r"^(>.*|\|.*|!\[.*)$", re.MULTILINE)
AMERICAN = ("organiz", "color", "recogniz", "center", "favorite", "catalog ")


def _prose(page: Path) -> str:
    return _NOT_PROSE.sub("", _CODE.sub("CODE", page.read_text("utf-8")))


def _id(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", BY_HAND, ids=_id)
def test_no_page_says_that_a_thing_is_simple(page: Path) -> None:
    found = re.findall(
        r"\b(simply|just|easy|easily|obviously|of course)\b|(!)(?!\[)", _prose(page), re.IGNORECASE
    )
    assert not found


@pytest.mark.parametrize("page", BY_HAND, ids=_id)
def test_every_sentence_has_a_line_of_its_own(page: Path) -> None:
    two = [line for line in _prose(page).splitlines() if re.search(r"[a-z)’”]{2}[.?] [A-Z‘“\"]", line)]
    assert not two


@pytest.mark.parametrize("page", BY_HAND, ids=_id)
def test_every_page_is_in_british_english(page: Path) -> None:
    prose = _prose(page).lower()
    assert not [word for word in AMERICAN if word in prose]

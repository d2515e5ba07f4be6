"""Whole files of posts to read in a diff.

After a change that you mean, `python tests/plugins/social/test_social_golden.py` writes them anew: read each
one aloud before you commit it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import nominate
from nominate import Register, view
from nominate.exporting.rendering import render_with_problems

GOLDEN = Path(__file__).with_name("golden")

# name: register, moment, audience, what to select, options
POSTS: dict[str, tuple[str, str, str, dict[str, object], dict[str, object]]] = {
    "hsj-shortlist": ("west-of-england", "2020-10-01", "public", {"edition": "hsj-patient-safety/2020"}, {}),
    "hsj-shortlist.thread": (
        "west-of-england",
        "2020-10-01",
        "public",
        {"edition": "hsj-patient-safety/2020"},
        {"thread": "yes", "platform": "x"},
    ),
    "dwac-win": (
        "west-of-england",
        "2017-10-12",
        "public",
        {"edition": "anticoagulation-achievement/2017"},
        {},
    ),
    "one-organisation": (
        "west-of-england",
        "2020-10-01",
        "public",
        {"edition": "hsj-patient-safety/2020", "organisation": "ruh"},
        {"style": "press"},
    ),
    "round-up": ("west-of-england", "2020-10-01", "public", {}, {}),
    "results-night": ("aberdwr", "2026-06-19", "public", {"edition": "coastal-care/2026"}, {}),
    "several-wins": ("aberdwr", "2025-06-20", "public", {"edition": "coastal-care/2025"}, {}),
    "longlist": ("aberdwr", "2024-03-10", "public", {"edition": "coastal-care/2024"}, {"style": "health"}),
    "honours": ("aberdwr", "2024-06-21", "public", {"edition": "coastal-care/2024"}, {"style": "health"}),
    "revoked": ("aberdwr", "2026-11-20", "public", {"edition": "digital-dawn/2026"}, {}),
    "people": ("aberdwr", "2026-05-08", "public", {"edition": "long-table/2026"}, {}),
    "moved-date": ("aberdwr", "2026-11-22", "public", {"edition": "coastal-care/2027"}, {}),
    "embargoed": (
        "aberdwr",
        "2027-03-12",
        "press",
        {"edition": "clear-voice/2027"},
        {"sources": "yes", "address": "https://aberdwr.example.org/news/clir"},
    ),
}


@cache
def register(name: str) -> Register:
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def made(name: str) -> str:
    source, as_of, audience, scope, options = POSTS[name]
    shown = view(register(source), as_of=as_of, audience=audience, **scope)
    return render_with_problems(shown, "social", options=options).content.decode()


@pytest.mark.parametrize("name", POSTS)
def test_the_posts_are_as_they_were_read_aloud(name: str) -> None:
    assert made(name) == (GOLDEN / f"{name}.txt").read_text("utf-8")


def test_no_golden_file_is_left_from_before() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(POSTS)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in POSTS:
        (GOLDEN / f"{each}.txt").write_text(made(each), "utf-8", newline="\n")

"""Whole pieces to read in a diff.

After a change that you mean, `python tests/plugins/test_news_golden.py` writes them anew: read each one aloud
before you commit it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from itertools import product
from pathlib import Path

import pytest

import nominate
from nominate import Register, view
from nominate.exporting.rendering import render_with_problems

GOLDEN = Path(__file__).with_name("golden")
SITUATIONS = Path(__file__).parents[1] / "prose" / "situations"
STYLES = ("health", "govuk", "press")
SUFFIXES = {"markdown": "md", "html": "html", "text": "txt"}

# name: register, moment, audience, what to select
PIECES: dict[str, tuple[str, str, str, dict[str, object]]] = {
    "hsj-shortlist": ("west-of-england", "2020-10-01", "public", {"edition": "hsj-patient-safety/2020"}),
    "dwac-win": ("west-of-england", "2017-10-12", "public", {"edition": "anticoagulation-achievement/2017"}),
    "one-organisation": (
        "west-of-england",
        "2020-10-01",
        "public",
        {"edition": "hsj-patient-safety/2020", "organisation": "ruh"},
    ),
    "round-up": ("west-of-england", "2020-10-01", "public", {}),
    "results-night": ("aberdwr", "2026-06-19", "public", {"edition": "coastal-care/2026"}),
    "tie-and-no-award": ("aberdwr", "2025-06-20", "public", {"edition": "coastal-care/2025"}),
    "longlist": ("aberdwr", "2024-03-10", "public", {"edition": "coastal-care/2024"}),
    "honours": ("aberdwr", "2024-06-21", "public", {"edition": "coastal-care/2024"}),
    "revoked": ("aberdwr", "2026-11-20", "public", {"edition": "digital-dawn/2026"}),
    "person": ("aberdwr", "2026-05-08", "public", {"edition": "long-table/2026"}),
    "embargoed": ("aberdwr", "2027-03-12", "press", {"edition": "clear-voice/2027"}),
    "corrected": ("moelfryn", "2025-05-20", "public", {"edition": "lantern/2025"}),
    "corrected-for-press": ("moelfryn", "2026-05-22T10:00", "press", {"edition": "lantern/2026"}),
    "withdrawn": ("moelfryn", "2024-09-13", "public", {"edition": "harvest/2024"}),
    "disqualified": ("moelfryn", "2025-09-11", "public", {"edition": "harvest/2025"}),
    "reinstated": ("moelfryn", "2025-07-12", "public", {"edition": "kindling/2025"}),
    "declined": ("moelfryn", "2026-06-10", "public", {"edition": "kindling/2026"}),
    "ceremony-cancelled": ("moelfryn", "2024-10-22", "public", {"edition": "ferry/2024"}),
    "ceremony-postponed": ("moelfryn", "2025-10-21", "public", {"edition": "ferry/2025"}),
    "ceremony-moved": ("moelfryn", "2026-10-20", "public", {"edition": "ferry/2026"}),
    "deadline-extended": ("moelfryn", "2026-01-30", "public", {"edition": "orchard/2026"}),
    "opening-soon": ("moelfryn", "2026-10-20", "public", {"edition": "orchard/2027"}),
    "call-to-enter": ("moelfryn", "2027-01-15", "public", {"edition": "orchard/2027"}),
    "categories-ended": ("moelfryn", "2025-03-01", "public", {"edition": "loom/2025"}),
}
CASES = [(name, style, "markdown") for name, style in product(PIECES, STYLES)]
CASES += [(name, "health", form) for name, form in product(("hsj-shortlist", "dwac-win"), ("html", "text"))]


@cache
def register(name: str) -> Register:
    if name == "moelfryn":
        return nominate.load(SITUATIONS)
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def piece(name: str, style: str, form: str) -> str:
    source, as_of, audience, scope = PIECES[name]
    shown = view(register(source), as_of=as_of, audience=audience, **scope)
    return render_with_problems(shown, "news", options={"style": style, "form": form}).content.decode()


def path(name: str, style: str, form: str) -> Path:
    return GOLDEN / f"{name}.{style}.{SUFFIXES[form]}"


@pytest.mark.parametrize(("name", "style", "form"), CASES)
def test_a_piece_reads_as_it_was_approved(name: str, style: str, form: str) -> None:
    assert piece(name, style, form) == path(name, style, form).read_text("utf-8")


def test_no_golden_piece_is_left_over() -> None:
    assert {each.name for each in GOLDEN.iterdir() if each.is_file()} == {path(*case).name for case in CASES}


if __name__ == "__main__":
    for case in CASES:
        path(*case).write_text(piece(*case), "utf-8")

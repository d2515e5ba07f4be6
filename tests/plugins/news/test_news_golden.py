"""Whole pieces to read in a diff: a folder for each situation, with a file for each house style.

After a change that you mean, `python tests/plugins/news/test_news_golden.py` writes them anew: read each one
aloud before you commit it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from itertools import product
from pathlib import Path

import attrs
import pytest

import nominate
from nominate import Register, view
from nominate.exporting.rendering import render_with_problems

GOLDEN = Path(__file__).with_name("golden")
MADE_UP = Path(__file__).parents[2] / "prose"
STYLES = ("health", "govuk", "press")
SUFFIXES = {"markdown": "md", "html": "html", "text": "txt"}


@attrs.frozen
class Piece:
    """A situation: the register, the moment, what is selected, for whom, and what is asked for."""

    register: str
    as_of: str
    scope: Mapping[str, object]
    audience: str = "public"
    options: Mapping[str, object] = attrs.field(factory=dict)


PIECES: dict[str, Piece] = {
    # ---- entries on a list
    "shortlist": Piece("west-of-england", "2020-10-01", {"edition": "hsj-patient-safety/2020"}),
    "shortlist-of-one-member": Piece(
        "west-of-england", "2020-10-01", {"edition": "hsj-patient-safety/2020", "organisation": "ruh"}
    ),
    "shortlist-led-by-a-third-party": Piece("skellbeck", "2026-03-09", {"edition": "moor-medals/2026"}),
    "longlist": Piece("aberdwr", "2024-03-10", {"edition": "coastal-care/2024"}),
    # ---- results
    "win-of-our-own": Piece("west-of-england", "2017-10-12", {"edition": "anticoagulation-achievement/2017"}),
    "win-without-articles": Piece("skellbeck", "2026-11-20", {"edition": "northern-care-stars/2026"}),
    "win-led-by-a-third-party": Piece("aberdwr", "2025-11-28", {"edition": "digital-dawn/2025"}),
    "win-beside-an-unknown-result": Piece("aberdwr", "2026-10-10", {"edition": "clear-voice/2026"}),
    "results-night": Piece("aberdwr", "2026-06-19", {"edition": "coastal-care/2026"}),
    "results-night-long-ago": Piece("aberdwr", "2026-06-19", {"edition": "coastal-care/2023"}),
    "several-wins": Piece("aberdwr", "2025-06-20", {"edition": "coastal-care/2025"}),
    "joint-winners": Piece("skellbeck", "2026-11-06", {"edition": "bright-lamp/2026"}),
    "shared-prize": Piece("aberdwr", "2026-05-08", {"edition": "long-table/2026"}),
    "people": Piece("skellbeck", "2026-10-09", {"edition": "kindness-cup/2026"}),
    "honours": Piece("aberdwr", "2024-06-21", {"edition": "coastal-care/2024"}),
    "honours-and-a-place": Piece("aberdwr", "2025-10-10", {"edition": "clear-voice/2025"}),
    "unsuccessful-named": Piece(
        "moelfryn", "2026-06-12", {"edition": "loom/2026"}, options={"unsuccessful": "yes"}
    ),
    # ---- for others than everybody
    "for-the-team": Piece("aberdwr", "2026-06-12", {"edition": "coastal-care/2026"}, "internal"),
    "embargoed": Piece("aberdwr", "2027-03-12", {"edition": "clear-voice/2027"}, "press"),
    "embargoed-with-quotes": Piece("aberdwr", "2026-06-18T19:30", {"edition": "coastal-care/2026"}, "press"),
    # ---- categories without a winner
    "no-award": Piece(
        "aberdwr", "2025-06-20", {"edition": "coastal-care/2025", "organisation": "aberdwr-university"}
    ),
    "categories-ended": Piece("moelfryn", "2025-03-01", {"edition": "loom/2025"}),
    # ---- what was announced and is no longer so
    "corrected": Piece("moelfryn", "2025-05-20", {"edition": "lantern/2025"}),
    "corrected-for-press": Piece("moelfryn", "2026-05-22T10:00", {"edition": "lantern/2026"}, "press"),
    "withdrawn": Piece("moelfryn", "2024-09-13", {"edition": "harvest/2024"}),
    "disqualified": Piece("moelfryn", "2025-09-11", {"edition": "harvest/2025"}),
    "revoked": Piece("aberdwr", "2026-11-20", {"edition": "digital-dawn/2026"}),
    "reinstated": Piece("moelfryn", "2025-07-12", {"edition": "kindling/2025"}),
    "declined": Piece("moelfryn", "2026-06-10", {"edition": "kindling/2026"}),
    # ---- dates
    "ceremony-cancelled": Piece("moelfryn", "2024-10-22", {"edition": "ferry/2024"}),
    "ceremony-postponed": Piece("moelfryn", "2025-10-21", {"edition": "ferry/2025"}),
    "ceremony-moved": Piece("moelfryn", "2026-10-20", {"edition": "ferry/2026"}),
    "deadline-extended": Piece("moelfryn", "2026-01-30", {"edition": "orchard/2026"}),
    "opening-soon": Piece("moelfryn", "2026-10-20", {"edition": "orchard/2027"}),
    "call-to-enter": Piece("moelfryn", "2027-01-15", {"edition": "orchard/2027"}),
    # ---- several awards
    "round-up": Piece("west-of-england", "2020-10-01", {}),
    "round-up-of-a-month": Piece("skellbeck", "2026-11-30", {"announced": "2026-11"}),
    "round-up-of-a-quarter": Piece("skellbeck", "2026-12-31", {"announced": "2026-10/2026-12"}),
    "round-up-of-a-year": Piece("skellbeck", "2027-01-04", {"announced": "2026"}),
    "year-of-one-organisation": Piece("moelfryn", "2026-12-31", {"year": 2026, "organisation": "glan-afon"}),
    "year-of-a-partner": Piece("aberdwr", "2026-12-31", {"year": 2026, "organisation": "dyffryn-twr"}),
}
CASES = [(name, style, "markdown") for name, style in product(PIECES, STYLES)]
CASES += [(name, "health", form) for name, form in product(("shortlist", "win-of-our-own"), ("html", "text"))]


@cache
def register(name: str) -> Register:
    if name == "moelfryn":
        return nominate.load(MADE_UP / "situations")
    if name == "skellbeck":
        return nominate.load(MADE_UP / name)
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def piece(name: str, style: str, form: str) -> str:
    asked = PIECES[name]
    shown = view(register(asked.register), as_of=asked.as_of, audience=asked.audience, **asked.scope)
    options = {**asked.options, "style": style, "form": form}
    return render_with_problems(shown, "news", options=options).content.decode()


def path(name: str, style: str, form: str) -> Path:
    return GOLDEN / name / f"{style}.{SUFFIXES[form]}"


@pytest.mark.parametrize(("name", "style", "form"), CASES)
def test_a_piece_reads_as_it_was_approved(name: str, style: str, form: str) -> None:
    assert piece(name, style, form) == path(name, style, form).read_text("utf-8")


def test_no_golden_piece_is_left_over() -> None:
    assert {each for each in GOLDEN.rglob("*") if each.is_file()} == {path(*case) for case in CASES}


if __name__ == "__main__":
    for case in CASES:
        path(*case).parent.mkdir(parents=True, exist_ok=True)
        path(*case).write_text(piece(*case), "utf-8")

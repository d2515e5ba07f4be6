"""Whole summaries to read in a diff: a folder for each kind and register, with the long and the short form.

After a change that you mean, `python tests/prose/test_summary_golden.py` writes them anew: read each one
aloud before you commit it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import attrs
import pytest

import nominate
from nominate import Register, SummaryKind, view
from nominate.documents import to_markdown
from nominate.prose import summary

GOLDEN = Path(__file__).with_name("golden") / "summaries"


@attrs.frozen
class Told:
    """A summary: the register, the moment, what is selected, for whom, and the kind where it is asked for."""

    register: str
    as_of: str
    scope: Mapping[str, object] = attrs.field(factory=dict)
    audience: str = "public"
    kind: SummaryKind | None = None


SUMMARIES: dict[str, Told] = {
    # ---- the fictional network
    "edition": Told("aberdwr", "2026-12-01", {"edition": "coastal-care/2026"}),
    "edition-for-the-team": Told("aberdwr", "2026-12-01", {"edition": "coastal-care/2027"}, "internal"),
    "edition-with-a-win-taken-back": Told("aberdwr", "2026-11-20", {"edition": "digital-dawn/2026"}),
    "organisation": Told("aberdwr", "2026-12-31", {"organisation": "dyffryn-twr", "year": 2026}),
    "programme": Told("aberdwr", "2026-12-01", {"programme": "camau-diogel"}),
    "review": Told("aberdwr", "2026-12-31", {"member_of": "aberdwr", "year": 2026}),
    "review-of-an-award": Told("aberdwr", "2026-12-01", {"award": "coastal-care"}),
    "deadlines": Told("aberdwr", "2026-12-01", kind=SummaryKind.DEADLINES),
    "deadlines-for-the-team": Told("aberdwr", "2026-12-01", {}, "internal", SummaryKind.DEADLINES),
    "results-under-embargo": Told("aberdwr", "2026-06-18T21:00", {"edition": "coastal-care/2026"}, "press"),
    "results-with-a-tie": Told("aberdwr", "2025-06-20", {"edition": "coastal-care/2025"}),
    "results-of-people": Told("aberdwr", "2026-05-08", {"edition": "long-table/2026"}),
    # ---- the West of England, published facts alone
    "west-edition": Told("west-of-england", "2020-10-01", {"edition": "hsj-patient-safety/2020"}),
    "west-organisation": Told("west-of-england", "2020-10-01", {"organisation": "ruh"}),
    "west-programme": Told("west-of-england", "2020-10-01", {"programme": "dwac"}),
    "west-review": Told("west-of-england", "2020-10-01"),
    "west-deadlines": Told("west-of-england", "2020-10-01", kind=SummaryKind.DEADLINES),
    "west-results": Told("west-of-england", "2017-10-12", {"edition": "anticoagulation-achievement/2017"}),
}
CASES = [(name, form) for name in SUMMARIES for form in ("long", "short")]


@cache
def register(name: str) -> Register:
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


def told(name: str, form: str) -> str:
    asked = SUMMARIES[name]
    shown = view(register(asked.register), as_of=asked.as_of, audience=asked.audience, **asked.scope)
    return to_markdown(summary(shown, kind=asked.kind, is_short=form == "short"))


def path(name: str, form: str) -> Path:
    return GOLDEN / name / f"{form}.md"


@pytest.mark.parametrize(("name", "form"), CASES)
def test_a_summary_reads_as_it_was_approved(name: str, form: str) -> None:
    assert told(name, form) == path(name, form).read_text("utf-8")


def test_every_kind_has_an_approved_summary() -> None:
    endings = {each.partition("-")[0] for each in SUMMARIES} - {"west"}
    assert endings == {each.value for each in SummaryKind}


def test_no_approved_summary_is_left_over() -> None:
    assert {each for each in GOLDEN.rglob("*") if each.is_file()} == {path(*case) for case in CASES}


if __name__ == "__main__":
    for case in CASES:
        path(*case).parent.mkdir(parents=True, exist_ok=True)
        path(*case).write_text(told(*case), "utf-8")

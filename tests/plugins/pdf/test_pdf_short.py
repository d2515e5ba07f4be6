"""The short form is for one page: of every kind, for both registers of the demonstration."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

import nominate
from nominate import NothingToExport, Register, render, view

COASTAL, CLEAR = {"edition": "coastal-care/2026"}, {"edition": "clear-voice/2026"}
HSJ = {"edition": "hsj-patient-safety/2020"}


@cache
def register(name: str) -> Register:
    with as_file(files("nominate") / "demo" / name) as folder:
        return nominate.load(folder)


@pytest.mark.parametrize("style", ["health", "govuk", "press"])
@pytest.mark.parametrize(
    ("name", "as_of", "scope", "kind"),
    [
        ("aberdwr", "2026-12-01", COASTAL, "edition"),
        ("aberdwr", "2026-12-01", CLEAR, "results"),
        ("aberdwr", "2026-06-19", COASTAL, "results"),
        ("aberdwr", "2026-12-01", {"organisation": "dyffryn-twr", "year": 2026}, "organisation"),
        ("aberdwr", "2026-12-01", {"programme": "camau-diogel"}, "programme"),
        ("aberdwr", "2026-12-01", {}, "review"),
        ("aberdwr", "2026-11-01", {}, "review"),
        ("aberdwr", "2026-11-01", {"audience": "internal"}, "review"),
        ("aberdwr", "2026-12-01", {}, "deadlines"),
        ("west-of-england", "2020-10-01", HSJ, "edition"),
        ("west-of-england", "2020-10-01", {"organisation": "ruh"}, "organisation"),
        ("west-of-england", "2020-10-01", {"programme": "dwac"}, "programme"),
        ("west-of-england", "2020-10-01", {}, "review"),
        ("west-of-england", "2020-10-01", {}, "deadlines"),
    ],
)
def test_the_short_form_has_one_page(
    name: str, as_of: str, scope: dict[str, Any], kind: str, style: str
) -> None:
    shown = view(register(name), as_of=as_of, **scope)
    content = render(shown, "pdf", options={"kind": kind, "short": "yes", "style": style})
    assert len(PdfReader(BytesIO(content)).pages) == 1


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("each", ["organisation", "award", "edition", "category", "programme"])
def test_the_short_form_of_each_has_one_page(each: str, audience: str) -> None:
    several = nominate.views(register("aberdwr"), each=each, as_of="2026-01-01", audience=audience)
    pages = {}
    for name, shown in several:
        with suppress(NothingToExport):
            pages[name] = len(PdfReader(BytesIO(render(shown, "pdf", options={"short": "yes"}))).pages)
    assert set(pages.values()) == {1}, pages

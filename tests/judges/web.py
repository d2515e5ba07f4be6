"""Web pages as two outside judges see them: the Nu HTML checker, and axe-core in a real browser."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import attrs
import pytest

__all__ = ["Look", "looks", "nu_complaints"]

Judge = Callable[[str], str]

_JUDGES = Path(__file__).parent
_MODULES = _JUDGES / "node_modules"
# It calls such a picture shut out even by `img-src * data:`.
_FALSE_ALARM = re.compile(r".*info warning: Resource violates .* image “data:image/[^”]*” blocked by .*\n")
_BLOCK_OF_DATA = re.compile(r".*info warning: Inline script violates .* blocked by “script-src” .*\n")


@attrs.frozen(kw_only=True)
class Look:
    """One page, looked at in one way: the rules that it breaks, each with the places.

    `looked` counts the rules that found something to look at, `unsure` are places that the judge leaves to
    people, `overflow` is by how many pixels the page is wider than its window, and `askew` how far the title
    of a summary begins from where the text below it does; None where a page is none.
    """

    page: str
    way: str
    looked: int
    broken: dict[str, list[str]]
    unsure: list[str]
    overflow: int
    askew: int | None


def looks(judge: Judge, pages: Iterable[Path]) -> list[Look]:
    """Each page in each way to look at it."""
    _needed("axe-core", "puppeteer-core")
    driver = str(_JUDGES / "accessibility.mjs")
    asked = [judge("node"), driver, judge("chromium"), *map(str, pages)]
    told = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    return [
        Look(
            page=each["page"],
            way=each["way"],
            looked=each["looked"],
            broken={rule["rule"]: rule["places"] for rule in each["broken"]},
            unsure=each["unsure"],
            overflow=each["overflow"],
            askew=each["askew"],
        )
        for each in json.loads(told)
    ]


def nu_complaints(judge: Judge, pages: Iterable[Path], *, has_blocks_of_data: bool = False) -> str:
    """What the checker says of the pages, errors and warnings; empty where it finds nothing.

    A page that `has_blocks_of_data` holds JSON-LD, which the checker takes for a script.
    """
    _needed("vnu-jar")
    jar = str(_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")
    asked = [judge("java"), "-jar", jar, *map(str, pages)]
    told = _FALSE_ALARM.sub("", subprocess.run(asked, capture_output=True, text=True, check=False).stderr)
    return _BLOCK_OF_DATA.sub("", told) if has_blocks_of_data else told


def _needed(*packages: str) -> None:
    for package in packages:
        if not (_MODULES / package).is_dir():
            pytest.skip(f"{package} is not installed; .ci/judges installs every judge")

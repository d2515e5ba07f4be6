from __future__ import annotations

import os
from pathlib import Path

import pytest
from kits import ran

from nominate.testing import ImporterContract
from nominate.testing.trying_importers import DAMAGES

KIT = Path(__file__).parent / "broken" / "broken_importers.py"

BROKEN = {
    "TestUnnamed::test_it_is_found_by_its_name": "name your importer in the class",
    "TestUnsampled::test_it_reads_every_sample": "name files that it reads",
    "TestElsewhere::test_it_is_found_by_the_name_of_each_sample": "it is not what reads a file called",
    "TestFaulty::test_it_reads_every_sample": "it finds faults in 'titles.keeping': ['torn']",
    "TestRowless::test_it_reads_every_sample": "it finds no row in 'titles.keeping'",
    "TestNameless::test_it_says_which_file_it_read": "the intake's `file` is not the source's `name`",
    "TestGuessing::test_the_same_file_gives_the_same_intake": "it read something else the second time",
    "TestStamping::test_another_process_gives_the_same_intake": "it read something else in another process",
    "TestFloating::test_its_intake_can_be_sent": "holds 1.5, not text, a whole number",
    "TestRaising::test_a_damaged_file_is_told_not_raised[noise in its middle]": "UnicodeDecodeError",
    "TestSilent::test_a_damaged_file_is_told_not_raised[nothing in it]": "it says nothing at all of a file",
    "TestClosing::test_it_leaves_the_file_open": "it closed the file that it was given",
    "TestReaching::test_it_reaches_for_nothing_else": f"it reaches for open {os.devnull}",
    "TestPrinting::test_it_prints_nothing": "it prints while it reads",
    "TestHeavy::test_listing_it_imports_nothing_heavy": "listing it imports xml.dom.minidom",
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    report = tmp_path_factory.mktemp("broken") / "report.xml"
    return ran(*(f"{KIT}::{name}" for name in BROKEN), report=report)


@pytest.mark.parametrize("name", BROKEN)
def test_an_importer_that_breaks_a_promise_fails_the_test_of_that_name(
    broken: dict[str, str], name: str
) -> None:
    assert BROKEN[name] in broken[name]


def test_every_promise_has_an_importer_that_breaks_it() -> None:
    promises = {name for name in vars(ImporterContract) if name.startswith("test_")}
    assert {name.partition("::")[2].partition("[")[0] for name in BROKEN} == promises


def test_an_importer_that_keeps_its_promises_passes_every_test(tmp_path: Path) -> None:
    found = ran(f"{KIT}::TestKeeping", report=tmp_path / "report.xml")
    assert set(found.values()) == {""}
    assert len(found) == 11 + len(DAMAGES)

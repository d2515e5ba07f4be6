from __future__ import annotations

from pathlib import Path

import pytest
from kits import ran

from nominate.testing import EXAMPLES, ExporterContract, example

KIT = Path(__file__).parent / "broken" / "broken_promises.py"

BROKEN = {
    "TestUnnamed::test_it_is_found_by_its_name": "name your exporter in the class",
    "TestAbsent::test_it_is_found_by_its_name": "no exporter 'absent'",
    "TestLosing::test_it_loses_no_nomination[bare]": "not in its text: ('A title and nothing else',)",
    "TestLosing::test_it_loses_no_nomination[many]": "not in its text: ('Nomination number 001',)",
    "TestConfusing::test_it_loses_no_nomination[twins]": "('The same title', 'The same title')",
    "TestReckoning::test_text_stays_text": "as they were written: ('=1+1',",
    "TestGuessing::test_the_same_view_gives_the_same_bytes[bare]": "other bytes the second time",
    "TestStamping::test_another_process_gives_the_same_bytes": "other bytes in another process",
    "TestChanging::test_it_leaves_the_view_unchanged[many]": "it changed the view",
    "TestClosing::test_it_leaves_the_file_open": "it closed the file that it was given",
    "TestPrinting::test_it_prints_nothing": "it prints while it writes",
    "TestSilent::test_it_writes_every_example[bare]": "wrote nothing",
    "TestHalting::test_it_writes_every_form": "NotImplementedError",
    "TestFailing::test_it_writes_every_example[welsh]": "UnicodeEncodeError",
    "TestHeavy::test_listing_it_imports_nothing_heavy": "listing it imports xml.dom.minidom",
}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    report = tmp_path_factory.mktemp("broken") / "report.xml"
    return ran(*(f"{KIT}::{name}" for name in BROKEN), report=report)


@pytest.mark.parametrize("name", BROKEN)
def test_an_exporter_that_breaks_a_promise_fails_the_test_of_that_name(
    broken: dict[str, str], name: str
) -> None:
    assert BROKEN[name] in broken[name]


def test_every_promise_has_an_exporter_that_breaks_it() -> None:
    promises = {name for name in vars(ExporterContract) if name.startswith("test_")}
    assert {name.partition("::")[2].partition("[")[0] for name in BROKEN} == promises


def test_an_exporter_that_keeps_its_promises_passes_every_test(tmp_path: Path) -> None:
    found = ran(f"{KIT}::TestKeeping", report=tmp_path / "report.xml")
    assert set(found.values()) == {""}
    assert len(found) == 7 + 4 * len(EXAMPLES)


def test_a_form_without_text_or_titles_skips_what_searches_them_and_says_so(tmp_path: Path) -> None:
    tests = (f"{KIT}::{name}::test_text_stays_text" for name in ("TestUntextual", "TestNumbering"))
    found = ran(*tests, report=tmp_path / "report.xml")
    assert list(found.values()) == [
        "skipped its form holds no text that could be searched",
        "skipped it shows no titles",
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_has_entries_and_is_made_once(name: str) -> None:
    assert example(name).entries
    assert example(name) is example(name)

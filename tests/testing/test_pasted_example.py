from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import nominate
from nominate import Importers, When, take_in

EXAMPLE = "nominate-pasted"
SAMPLE = Path(__file__).parents[2] / "docs" / "examples" / EXAMPLE / "tests" / "nominations.pasted"


def test_the_example_is_found_as_a_strangers_with_its_version(
    installed_example: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed_example(EXAMPLE))
    importers = Importers()
    found = importers.for_path(SAMPLE)
    assert str(found.plugin) == "plugin 'pasted' (nominate-pasted 1.0)"
    assert found.importer is None
    assert not importers.broken


def test_pasted_rows_come_into_a_register(
    installed_example: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed_example(EXAMPLE))
    register = nominate.load(Path(nominate.__file__).parent / "demo" / "aberdwr")
    merge = nominate.merge(take_in(SAMPLE), register, known=When(2026, 11, 23))
    assert not merge.problems
    after = register.apply(merge.accepted("safe"))
    assert after.nomination("nos-dawel-2026").extra == {"Budget code": "B1"}
    assert after.nomination("bread-for-the-night-shift-2026").edition == "coastal-care/2026"


def test_the_example_passes_its_own_test_with_the_contract_kit(
    own_tests_of_example: Callable[[str], str],
) -> None:
    own_tests_of_example(EXAMPLE)

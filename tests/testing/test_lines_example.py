from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nominate import Exporters, View, export

EXAMPLE = "nominate-lines"


def test_the_example_is_found_as_a_strangers_with_its_version(
    installed_example: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed_example(EXAMPLE))
    exporters = Exporters()
    found = exporters.named("lines")
    assert str(found.plugin) == "plugin 'lines' (nominate-lines 1.0)"
    assert found.exporter is None
    assert not exporters.broken


def test_the_example_exports_one_line_for_each_nomination(
    installed_example: Callable[[str], Path],
    small_view: View,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(installed_example(EXAMPLE))
    done = export(small_view, tmp_path / "tracker.lines")
    header, *lines = done.path.read_text("utf-8").splitlines()
    assert header.startswith("ID\tTitle\tOrganisations")
    assert [line.split("\t")[0] for line in lines] == ["skip", "wards"]


def test_the_example_passes_its_own_test_with_the_contract_kit(
    own_tests_of_example: Callable[[str], str],
) -> None:
    own_tests_of_example(EXAMPLE)

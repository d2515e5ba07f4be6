from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nominate import Exporters, View, export

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "nominate-lines"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the example was built and installed, as its author would."""
    source = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("source") / EXAMPLE.name)
    target = tmp_path_factory.mktemp("installed")
    offline = [
        "--no-index",
        "--no-build-isolation",
        "--no-deps",
        "--no-compile",
        "--disable-pip-version-check",
    ]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", *offline, "--target", target, source],
        check=True,
    )
    return target


def test_the_example_is_found_as_a_strangers_with_its_version(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed)
    exporters = Exporters()
    found = exporters.named("lines")
    assert str(found.plugin) == "plugin 'lines' (nominate-lines 1.0)"
    assert found.exporter is None
    assert not exporters.broken


def test_the_example_exports_one_line_for_each_nomination(
    installed: Path, small_view: View, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(installed)
    done = export(small_view, tmp_path / "tracker.lines")
    header, *lines = done.path.read_text("utf-8").splitlines()
    assert header.startswith("ID\tAward\tEdition")
    assert [line.split("\t")[0] for line in lines] == ["skip", "wards"]


def test_the_example_passes_its_own_test_with_the_contract_kit(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(installed), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search(r"^\d+ passed in", done.stdout, re.MULTILINE), done.stdout
    assert done.returncode == 0

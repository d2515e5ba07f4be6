"""The examples of the documentation, built and installed as their authors would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
OFFLINE = ("--no-index", "--no-build-isolation", "--no-deps", "--no-compile", "--disable-pip-version-check")

Installed = Callable[[str], Path]
OwnTests = Callable[[str], str]


@pytest.fixture(scope="session")
def installed_example(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The folder into which the example of that name is installed."""
    done: dict[str, Path] = {}

    def install(name: str) -> Path:
        if name not in done:
            source = shutil.copytree(EXAMPLES / name, tmp_path_factory.mktemp("source") / name)
            done[name] = tmp_path_factory.mktemp("installed")
            pip = [sys.executable, "-m", "pip", "install", "--quiet", *OFFLINE]
            subprocess.run([*pip, "--target", done[name], source], check=True)
        return done[name]

    return install


@pytest.fixture
def own_tests_of_example(installed_example: Installed, tmp_path: Path) -> OwnTests:
    """What pytest says of the example's own tests, once all of them have passed."""

    def ran(name: str) -> str:
        shutil.copytree(EXAMPLES / name / "tests", tmp_path / "tests")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(installed_example(name)), *sys.path])},
            capture_output=True,
            text=True,
            check=False,
        )
        assert re.search(r"^\d+ passed in", done.stdout, re.MULTILINE), done.stdout
        assert done.returncode == 0
        return done.stdout

    return ran

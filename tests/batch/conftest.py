"""A made-up register in a folder of its own, and the batches that are made of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import nominate
from nominate import Batch, Register

Make = Callable[..., Batch]


@pytest.fixture
def aberdwr(tmp_path: Path) -> Path:
    """The folder of the made-up network's register."""
    return Path(shutil.copytree(Path(nominate.__file__).parent / "demo" / "aberdwr", tmp_path / "aberdwr"))


@pytest.fixture
def register(aberdwr: Path) -> Register:
    """The register itself."""
    return nominate.load(aberdwr)


@pytest.fixture
def make(register: Register, aberdwr: Path, tmp_path: Path) -> Make:
    """Make a table for each organisation in the folder `out`, remembered beside the register."""

    def making(name: str = "{id}.csv", **choices: object) -> Batch:
        usual: dict[str, object] = {"as_of": "2026-11-01", "beside": aberdwr}
        return nominate.export_each(register, tmp_path / "out" / name, **{**usual, **choices})  # type: ignore[arg-type]  # as the test says

    return making

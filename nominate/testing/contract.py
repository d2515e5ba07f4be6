"""What the kits have in common: how a promise that is not kept is told, and where the plugin is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import pytest

__all__ = ["HEAVY", "Contract"]

HEAVY = (
    "PIL",
    "babel",
    "cattrs",
    "docx",
    "jinja2",
    "lxml",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pandas",
    "pptx",
    "python_calamine",
    "reportlab",
    "rich",
    "xlsxwriter",
    "yaml",
)
"""Libraries that take long to import; a plugin imports them inside the function that works."""


class Contract:
    """A kit: subclassed in a test module, each promise is a test of that name.

    `plugin_file` is the one file of a plugin that is not installed. `options` are what it is asked for in all
    tests. `heavy` are the modules that listing it must not import.
    """

    noun: ClassVar[str] = "plugin"
    plugin_file: ClassVar[str | Path | None] = None
    options: ClassVar[Mapping[str, object]] = {}
    heavy: ClassVar[tuple[str, ...]] = HEAVY

    @property
    def _named(self) -> str:
        """What is tried: the name by which people choose it."""
        return ""

    @property
    def _file(self) -> Path | None:
        return None if self.plugin_file is None else Path(self.plugin_file)

    def _keep(self, is_kept: bool, otherwise: str) -> None:  # noqa: FBT001 - the promise itself
        if not is_kept:
            pytest.fail(f"{self.noun} {self._named!r}: {otherwise}", pytrace=False)

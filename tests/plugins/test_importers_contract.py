"""The stock importers keep every promise that a stranger's has to keep."""

from __future__ import annotations

import pytest

import nominate
from nominate import Register
from nominate.testing import ImporterContract


@pytest.fixture(scope="module")
def register() -> Register:
    return nominate.load(nominate.__path__[0] + "/demo/aberdwr")


class _OfOurs(ImporterContract):
    """The samples are what the exporter of the same name writes for two audiences."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def samples_made(cls, tmp_path_factory: pytest.TempPathFactory, register: Register) -> None:
        folder = tmp_path_factory.mktemp("samples")
        suffix = {"excel": "xlsx"}.get(cls.importer, cls.importer)
        files = []
        for audience in ("public", "internal"):
            files.append(folder / f"{audience}.{suffix}")
            nominate.export(nominate.view(register, as_of="2026-11-23", audience=audience), files[-1])
        cls.samples = tuple(files)


class TestExcel(_OfOurs):
    importer = "excel"


class TestCsv(_OfOurs):
    importer = "csv"


class TestJson(_OfOurs):
    importer = "json"

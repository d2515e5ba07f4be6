from __future__ import annotations

import ast
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import nominate

HEAVY = ("openpyxl", "reportlab", "yaml", "cattrs", "click", "babel", "rich", "pluggy")
HOMES: dict[str, str] = vars(nominate)["_HOMES"]
DOORS = (
    "nominate",
    "nominate.errors",
    "nominate.documents",
    "nominate.prose",
    "nominate.sheets",
    "nominate.testing",
)


def test_the_public_names_are_sorted_as_ruff_sorts_them() -> None:
    def form(name: str) -> tuple[int, str]:
        return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)

    assert list(nominate.__all__) == sorted(nominate.__all__, key=form)


def test_the_public_names_are_exactly_those_that_have_a_home() -> None:
    assert set(nominate.__all__) == set(HOMES)
    assert len(nominate.__all__) == len(set(nominate.__all__))


@pytest.mark.parametrize("name", nominate.__all__)
def test_each_public_name_can_be_imported_from_the_door(name: str) -> None:
    assert getattr(nominate, name) is getattr(sys.modules[HOMES[name]], name)


def test_what_type_checkers_read_is_what_runs() -> None:
    tree = ast.parse(Path(nominate.__file__).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    told = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == alias.asname
    }
    assert told == HOMES


def test_an_unknown_name_is_refused_by_python_and_by_type_checkers() -> None:
    with pytest.raises(AttributeError, match="module 'nominate' has no attribute 'nominations'"):
        nominate.nominations  # type: ignore[attr-defined]  # noqa: B018 - an ignore without need is refused, too


@pytest.mark.parametrize(
    "package",
    [
        "nominate",
        "nominate_excel",
        "nominate_html",
        "nominate_news",
        "nominate_pdf",
        "nominate_social",
        "nominate_tables",
    ],
)
def test_type_checkers_are_told_that_there_are_types(package: str) -> None:
    assert (files(package) / "py.typed").is_file()


def test_dir_offers_every_public_name() -> None:
    assert {*nominate.__all__, "__version__"} <= set(dir(nominate))


@pytest.mark.parametrize("door", DOORS)
def test_each_door_says_what_it_offers(door: str) -> None:
    module = __import__(door, fromlist=["__all__"])
    assert all(hasattr(module, name) for name in module.__all__)


def test_importing_the_door_imports_nothing_heavy() -> None:
    code = f"import sys, nominate; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_each_deed_works_in_a_process_that_has_used_no_other() -> None:
    # `nominate.view` and `nominate.exporting`: a room must never hide the name that people use.
    code = "import nominate; import nominate.viewing, nominate.exporting; print(callable(nominate.view))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]

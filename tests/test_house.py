"""What the house rules promise of every file, as far as a machine can tell."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import nominate

ROOT = Path(__file__).parents[1]
PACKAGE = Path(nominate.__file__).parent
PLUGINS = (
    "nominate_excel",
    "nominate_html",
    "nominate_news",
    "nominate_pdf",
    "nominate_social",
    "nominate_tables",
)
MOST_LINES = 350
MOST_LINES_OF_A_FUNCTION = 40

# What is built or fetched, and so is not part of the project.
NOT_OURS = {
    "__pycache__",
    "_build",
    "node_modules",
    "dist",
    ".git",
    ".venv",
    ".nox",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "nominate-demo",
}
TEXTS = {".py", ".md", ".yaml", ".yml", ".toml", ".json", ".js", ".css", ".svg", ".txt", ".html", ".cfg", ""}

# Written in parts, so that this file does not hold what it forbids.
FORBIDDEN = (
    *(f"/{folder}/" for folder in ("work", "opt", "root", "workspace", "Users")),
    *(f"/{'home'}/{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"),
    "C:" + "\\Users",
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "proxy." + "golang",
    "crates" + ".io",
)

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _plugin_folders() -> list[Path]:
    specs = (importlib.util.find_spec(name) for name in PLUGINS)
    return [Path(spec.origin).parent for spec in specs if spec is not None and spec.origin is not None]


def _files(folder: Path) -> Iterator[Path]:
    """What is ours below a folder, in name order."""
    for place, folders, names in os.walk(folder):
        # In place, so that what was built or fetched is not even looked into.
        folders[:] = sorted(set(folders) - NOT_OURS)
        yield from (Path(place, name) for name in sorted(names) if not name.startswith(".coverage"))


def _installed_modules() -> list[Path]:
    """Every Python file that people install."""
    folders = [PACKAGE, *_plugin_folders()]
    return [path for folder in folders for path in _files(folder) if path.suffix == ".py"]


def _modules() -> list[Path]:
    """The same, and the scripts of the documentation."""
    return [*_installed_modules(), *(path for path in _files(ROOT / "docs") if path.suffix == ".py")]


def _texts() -> list[Path]:
    folders = [ROOT, PACKAGE, *_plugin_folders()]
    return [path for folder in folders for path in _files(folder) if path.suffix in TEXTS]


def _id(path: Path) -> str:
    return "/".join(path.parts[-2:])


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of code from the name to the end; what documents it does not count."""
    first = function.body[0]
    is_documented = ast.get_docstring(function) is not None
    documented = (first.end_lineno or 0) - first.lineno + 1 if is_documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - documented


def _public(tree: ast.Module, path: str = "") -> Iterator[tuple[str, Definition]]:
    nodes: list[tuple[str, ast.stmt]] = [("", node) for node in tree.body]
    for prefix, node in nodes:
        if not isinstance(node, Definition) or node.name.startswith("_"):
            continue
        yield f"{path}{prefix}{node.name}", node
        if isinstance(node, ast.ClassDef):
            nodes += [(f"{prefix}{node.name}.", member) for member in node.body]


def _is_overload(node: Definition) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)


@pytest.mark.parametrize("path", _modules(), ids=_id)
def test_a_file_has_at_most_350_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", _modules(), ids=_id)
def test_a_function_has_at_most_40_lines(path: Path) -> None:
    long = {each.name: _length(each) for each in _functions(path) if _length(each) > MOST_LINES_OF_A_FUNCTION}
    assert not long


@pytest.mark.parametrize("path", _installed_modules(), ids=_id)
def test_every_module_and_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), "the module has none"
    bare = [name for name, node in _public(tree) if not ast.get_docstring(node) and not _is_overload(node)]
    assert not bare


@pytest.mark.parametrize("path", _installed_modules(), ids=_id)
def test_no_promise_of_the_package_vanishes_under_optimisation(path: Path) -> None:
    asserted = [
        node.lineno for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Assert)
    ]
    assert not asserted


@pytest.mark.parametrize("path", [path for path in _modules() if "examples" not in path.parts], ids=_id)
def test_annotations_are_never_evaluated_at_import(path: Path) -> None:
    text = path.read_text("utf-8")
    has_code = len(ast.parse(text).body) > 1
    assert not has_code or "from __future__ import annotations" in text


@pytest.mark.parametrize("path", _installed_modules(), ids=_id)
def test_no_work_is_left_for_later(path: Path) -> None:
    assert not re.findall(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text("utf-8"))


def test_no_file_names_a_machine_or_a_package_registry() -> None:
    found = [
        f"{path}: {word}"
        for path in _texts()
        for text in [path.read_text("utf-8", errors="replace")]
        for word in FORBIDDEN
        if word in text
    ]
    assert not found

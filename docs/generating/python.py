"""The reference of Python: every public name, documented by its own docstring, grouped by what it is for."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby, pairwise
from textwrap import dedent
from types import ModuleType

import nominate
import nominate.errors
from generating.markdown import opening, page

__all__ = ["DOORS", "door", "python"]

DOORS = {
    "errors": "nominate.errors",
    "documents": "nominate.documents",
    "prose": "nominate.prose",
    "words": "nominate.prose.words",
    "sheets": "nominate.sheets",
    "testing": "nominate.testing",
}
"""The other doors, by the name of their page."""


_GROUPS = {
    "Deeds": ("storage", "viewing.build", "exporting.rendering", "batch"),
    "The view": ("viewing", "register"),
    "Changes": ("register.changes", "importing"),
    "Exporters and plugins": ("exporting", "plugging", "branding"),
    "Records": ("model",),
}


def python() -> str:
    """The page of the door `nominate`."""
    groups: dict[str, list[str]] = {title: [] for title in _GROUPS}
    for name in nominate.__all__:
        # An error is documented once, by its own door: two targets of one name would be ambiguous.
        if name not in nominate.errors.__all__:
            groups[_group(name)].append(name)
    parts = [f"## {title}\n\n{_directives(nominate, names)}" for title, names in groups.items() if names]
    return page(opening("python"), *parts)


def door(name: str) -> str:
    """The page of another door: what its docstring says, then each of its names."""
    module = import_module(name)
    return page(
        f"# `{name}`", *_told(inspect.getdoc(module) or ""), _directives(module, list(module.__all__))
    )


def _told(docstring: str) -> Iterator[str]:
    for is_drawn, parts in groupby(docstring.split("\n\n"), key=_is_drawn):
        together = "\n\n".join(parts)
        yield f"```text\n{dedent(together).strip()}\n```" if is_drawn else together


def _is_drawn(part: str) -> bool:
    return part.lstrip("\n").startswith("    ")


def _group(name: str) -> str:
    home = vars(nominate)["_HOMES"][name].removeprefix("nominate.")
    fitting = {
        title: max((len(room) for room in rooms if home.startswith(room)), default=0)
        for title, rooms in _GROUPS.items()
    }
    return max(fitting, key=lambda title: fitting[title])


def _directives(module: ModuleType, names: list[str]) -> str:
    lines: list[str] = []
    for name in names:
        value = getattr(module, name)
        if not inspect.ismodule(value):
            lines += [*_directive(f"{module.__name__}.{name}", value), *_unindexed(module, name), ""]
    return "\n".join(["```{eval-rst}", *lines[:-1], "```"])


def _unindexed(module: ModuleType, name: str) -> list[str]:
    # What two doors offer is found by the first of them: two targets of one name would be ambiguous.
    if module in {nominate, nominate.errors} or name not in nominate.__all__:
        return []
    return ["   :no-index:"] if getattr(module, name) is getattr(nominate, name) else []


def _directive(path: str, value: object) -> list[str]:
    if inspect.isclass(value):
        return [f".. autoclass:: {path}", "   :members:", *_cached_properties(value)]
    if callable(value) and inspect.isfunction(inspect.unwrap(value)):
        return [f".. autofunction:: {path}"]
    return [f".. py:data:: {path}", "", f"   {_said_of(*path.rsplit('.', 1))}"]


def _said_of(door: str, name: str) -> str:
    """The text below the assignment of a constant, in the module that is its home."""
    (home,) = {
        node.module or ""
        for node in ast.walk(ast.parse(inspect.getsource(import_module(door))))
        if isinstance(node, ast.ImportFrom) and name in [alias.name for alias in node.names]
    }
    body = ast.parse(inspect.getsource(import_module(home))).body
    for statement, below in pairwise(body):
        match statement, below:
            case (
                ast.Assign(targets=[ast.Name(id=assigned)]) | ast.AnnAssign(target=ast.Name(id=assigned)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ) if assigned == name:
                return text
    return ""


def _cached_properties(kind: type) -> Iterator[str]:
    # attrs puts a slot in the place of a cached property, so autodoc sees no text of it.
    tree = ast.parse(inspect.getsource(kind))
    (definition,) = tree.body
    for member in definition.body if isinstance(definition, ast.ClassDef) else ():
        if isinstance(member, ast.FunctionDef) and _is_public_cached_property(member):
            given = ast.unparse(member.returns) if member.returns is not None else ""
            said = " ".join((ast.get_docstring(member) or "").split())
            yield from (
                "",
                f"   .. py:property:: {member.name}",
                f"      :type: {given}",
                "",
                f"      {said}",
            )


def _is_public_cached_property(member: ast.FunctionDef) -> bool:
    marks = [mark.id for mark in member.decorator_list if isinstance(mark, ast.Name)]
    return "cached_property" in marks and not member.name.startswith("_")

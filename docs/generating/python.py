"""The reference of Python: every public name, documented by its own docstring, grouped by what it is for."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import nominate

from generating.markdown import page

__all__ = ["DOORS", "door", "python"]

DOORS = {
    "errors": "nominate.errors",
    "documents": "nominate.documents",
    "prose": "nominate.prose",
    "words": "nominate.prose.words",
    "testing": "nominate.testing",
}
"""The other doors, by the name of their page."""

_OPENING = """\
Everything below is imported from `nominate` itself: `from nominate import View`.
The rooms behind it are not part of what is promised.
[](errors.md), [](documents.md), [](prose.md) with [](words.md), and [](testing.md) are the other doors.

A record is frozen and takes its fields by name; make a changed copy with `attrs.evolve(record, title="…")`."""

_GROUPS = {
    "Deeds": ("storage", "viewing.build", "exporting.rendering"),
    "The view": ("viewing", "register"),
    "Exporters and plugins": ("exporting", "plugging"),
    "Records": ("model",),
    "Problems": ("errors",),
}


def python() -> str:
    """The page of the door `nominate`."""
    groups: dict[str, list[str]] = {title: [] for title in _GROUPS}
    for name in nominate.__all__:
        groups[_group(name)].append(name)
    parts = [f"## {title}\n\n{_directives(nominate, names)}" for title, names in groups.items() if names]
    return page("`nominate`", _OPENING, *parts)


def door(name: str) -> str:
    """The page of another door: what its docstring says, then each of its names."""
    module = import_module(name)
    return page(f"`{name}`", *_told(inspect.getdoc(module) or ""), _directives(module, list(module.__all__)))


def _told(docstring: str) -> Iterator[str]:
    for part in docstring.replace("\n\n\n", "\n\n").split("\n\n"):
        is_drawn = part.startswith("    ")
        yield f"```text\n{inspect.cleandoc(part)}\n```" if is_drawn else part


def _group(name: str) -> str:
    home = vars(nominate)["_HOMES"][name].removeprefix("nominate.")
    fitting = {
        title: max((len(room) for room in rooms if home.startswith(room)), default=0)
        for title, rooms in _GROUPS.items()
    }
    return max(fitting, key=lambda title: fitting[title])


def _directives(module: ModuleType, names: list[str]) -> str:
    lines = []
    for name in names:
        value = getattr(module, name)
        if inspect.ismodule(value):
            continue
        kind = "class" if inspect.isclass(value) else "function" if inspect.isfunction(value) else "data"
        lines += [f".. auto{kind}:: {module.__name__}.{name}"]
        lines += ["   :members:", ""] if kind == "class" else [""]
    return "\n".join(["```{eval-rst}", *lines[:-1], "```"])

"""What the kits try of any plugin: how light it is to list, and what the host says of it meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nominate import Problem
from nominate.plugging.containment import Question, asked
from nominate.plugging.crossing import members
from nominate.plugging.offered import Offered
from nominate.plugging.plugins import Plugin
from nominate.plugging.probing import modules_imported

__all__ = ["heavy_modules", "listing_problems"]

_SECONDS = 120


def heavy_modules(plugin: Plugin, hook: str, modules: Iterable[str]) -> tuple[str, ...]:
    """Those of the modules that a new process has imported once the plugin's hook has answered."""
    arguments = {"modules": list(modules)}
    question = Question(
        plugin=plugin, hook=hook, task=modules_imported, arguments=arguments, time_limit=_SECONDS
    )
    return tuple(map(str, members(asked(question))))


def listing_problems(offered: Offered[Any], plugin: Plugin | None) -> tuple[Problem, ...]:
    """What the host has to say of a plugin that it has looked for."""
    return tuple(broken.problem for broken in offered.broken if broken.plugin == plugin)

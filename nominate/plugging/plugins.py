"""Which plugins are installed: found by entry point, one at a time, before any of them is imported."""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import attrs

from nominate.errors import PluginError, Problem, UsageError, shown
from nominate.plugging.hookspecs import GROUP

__all__ = ["DISTRIBUTION", "BrokenPlugin", "Plugin", "file_plugin", "installed_plugins", "stock_plugins"]

DISTRIBUTION = "nominate-awards"


@attrs.frozen(kw_only=True, order=True)
class Plugin:
    """Where one plugin comes from: an entry point of a distribution, or a single file.

    `target` is what the entry point names (`nominate_lines`), or the absolute path of the file.
    `distribution` and `version` are empty for a file. A stock plugin is shipped in our own distribution.

    >>> str(Plugin(name="lines", target="nominate_lines", distribution="nominate-lines", version="1.0"))
    "plugin 'lines' (nominate-lines 1.0)"
    """

    distribution: str = ""
    version: str = ""
    name: str
    target: str
    is_file: bool = False

    @property
    def is_stock(self) -> bool:
        """Whether it is one of ours, and so may run in this process."""
        return self.distribution == DISTRIBUTION and not self.is_file

    def __str__(self) -> str:
        source = self.target if self.is_file else f"{self.distribution} {self.version}".strip()
        return f"plugin {self.name!r} ({source})"


@attrs.frozen(kw_only=True)
class BrokenPlugin:
    """A plugin that did not keep the contract, and how; the others go on without it.

    `problem` says what is wrong and what would do. When it is a warning, what the plugin offers can still
    be used. `details` is the traceback, or what the plugin printed before it ended.

    >>> lines = Plugin(name="lines", target="nominate_lines", distribution="nominate-lines", version="1.0")
    >>> print(BrokenPlugin(plugin=lines, problem=Problem(code="E601", message="it ended the process")))
    plugin 'lines' (nominate-lines 1.0): it ended the process
    """

    plugin: Plugin
    problem: Problem
    details: str = ""

    @property
    def error(self) -> PluginError:
        """The same, to be raised for somebody who needs this plugin."""
        return PluginError(
            str(self),
            distribution=self.plugin.distribution,
            version=self.plugin.version,
            details=self.details,
        )

    def __str__(self) -> str:
        return f"{self.plugin}: {self.problem}"


def stock_plugins() -> tuple[Plugin, ...]:
    """The plugins of our own distribution, by name; empty when we run without being installed.

    >>> all(plugin.is_stock for plugin in stock_plugins())
    True
    """
    return _plugins_of(DISTRIBUTION)


# What is installed under our own name does not change while we run, and reading it takes a millisecond.
@cache
def _plugins_of(distribution: str) -> tuple[Plugin, ...]:
    try:
        own = importlib.metadata.distribution(distribution)
    except importlib.metadata.PackageNotFoundError:
        return ()
    return _plugins(point for point in own.entry_points if point.group == GROUP)


def installed_plugins() -> tuple[Plugin, ...]:
    """Every plugin of other distributions, by distribution and name. Nothing of theirs is imported.

    >>> any(plugin.is_stock for plugin in installed_plugins())
    False
    """
    found = _plugins(importlib.metadata.entry_points(group=GROUP))
    return tuple(plugin for plugin in found if not plugin.is_stock)


def _plugins(points: Iterable[importlib.metadata.EntryPoint]) -> tuple[Plugin, ...]:
    return tuple(
        sorted(
            Plugin(
                name=point.name,
                target=point.value,
                distribution=_normalised(point.dist.name) if point.dist else "",
                version=point.dist.version if point.dist else "",
            )
            for point in points
        ),
    )


def _normalised(distribution: str) -> str:
    return re.sub("[-_.]+", "-", distribution).lower()


def file_plugin(path: Path) -> Plugin:
    """A plugin that is one Python file, without packaging. Raises `UsageError` when there is no such file."""
    if path.suffix != ".py" or not path.is_file():
        raise UsageError(
            f"no plugin file {shown(str(path))}; give the path of a Python file that ends in .py"
        )
    return Plugin(name=path.stem, target=str(path.absolute()), is_file=True)

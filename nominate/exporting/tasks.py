"""What the process of a stranger's plugin is asked to do: tell of its exporters, and let one write.

The functions in pairs: the first of each runs in the host, the second in the child.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nominate.errors import ExporterFailed, Problem
from nominate.exporting.listing import HOOK, ListedExporter, exporters_among, listed, listed_from, listed_to
from nominate.exporting.writing import written
from nominate.plugging.containment import OUTPUT, Answer, Question, asked
from nominate.plugging.crossing import joined, members, parted
from nominate.plugging.faults import problem_from, problem_to
from nominate.plugging.given import Given, made
from nominate.plugging.plugins import Plugin
from nominate.viewing.view import View

__all__ = ["list_exporters", "listed_by_stranger", "write_export", "written_by_stranger"]

_VIEW = "view"


def listed_by_stranger(plugin: Plugin, time_limit: float) -> tuple[tuple[ListedExporter, ...], str]:
    """What the plugin offers, and what it printed meanwhile. Raises `PluginError`."""
    answer = asked(Question(plugin=plugin, hook=HOOK, task=list_exporters, time_limit=time_limit))
    return tuple(listed_from(told, plugin) for told in members(answer)), answer.printed


def list_exporters(records: tuple[object, ...], _arguments: Mapping[str, Any], _folder: Path) -> object:
    """The plugin's exporters as plain JSON data. Raises `PluginError` when a record is no exporter."""
    return [listed_to(listed(exporter)) for exporter in exporters_among(records)]


def written_by_stranger(
    one: ListedExporter, view: View, *, options: Given, time_limit: float
) -> tuple[Answer, tuple[Problem, ...]]:
    """What the exporter wrote in its own process, and the problems that it returned.

    Raises `OptionError`, `NothingToExport` or `PluginError`.
    """
    pairs, files = parted(options)
    answer = asked(
        Question(
            plugin=one.source,
            hook=HOOK,
            task=write_export,
            arguments={"exporter": one.name, "options": pairs},
            files={_VIEW: pickle.dumps(view), **files},
            time_limit=time_limit,
        ),
    )
    return answer, tuple(problem_from(told) for told in members(answer))


def write_export(records: tuple[object, ...], arguments: Mapping[str, Any], folder: Path) -> object:
    """Let the exporter write into the folder; gives its problems as plain JSON data."""
    name = arguments["exporter"]
    exporter = next((found for found in exporters_among(records) if found.name == name), None)
    if exporter is None:
        raise ExporterFailed("its plugin does not offer it any more")
    options = made(exporter.options, joined(arguments["options"], folder), whose=name)
    view = pickle.loads((folder / _VIEW).read_bytes())  # noqa: S301 - written by the host, our parent
    content, problems = written(exporter, view, options=options)
    (folder / OUTPUT).write_bytes(content)
    return [problem_to(problem) for problem in problems]

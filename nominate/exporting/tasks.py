"""What the process of a stranger's plugin is asked to do: tell of its exporters, and let one write.

The functions in pairs: the first of each runs in the host, the second in the child.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

from nominate.errors import ExporterFailed, PluginError, Problem, shown
from nominate.exporting.listing import ListedExporter, exporters_among, listed, listed_from, listed_to
from nominate.exporting.writing import written
from nominate.plugging.containment import OUTPUT, Answer, Question, asked
from nominate.plugging.faults import problem_from, problem_to
from nominate.plugging.given import Given, made
from nominate.plugging.options import File
from nominate.plugging.plugins import Plugin
from nominate.viewing.view import View

__all__ = ["HOOK", "list_exporters", "listed_by_stranger", "write_export", "written_by_stranger"]

HOOK = "nominate_exporters"
_VIEW = "view"


def listed_by_stranger(plugin: Plugin, *, time_limit: float) -> tuple[tuple[ListedExporter, ...], str]:
    """What the plugin offers, and what it printed meanwhile. Raises `PluginError`."""
    answer = asked(Question(plugin=plugin, hook=HOOK, task=list_exporters, time_limit=time_limit))
    if not isinstance(answer.result, list):
        raise PluginError(f"what it tells of its exporters cannot be read: {shown(answer.result)}")
    return tuple(listed_from(told, plugin) for told in answer.result), answer.printed


def list_exporters(records: tuple[object, ...], _arguments: Mapping[str, object], _folder: Path) -> object:
    """The plugin's exporters as plain JSON data. Raises `PluginError` when a record is no exporter."""
    return [listed_to(listed(exporter)) for exporter in exporters_among(records)]


def written_by_stranger(
    one: ListedExporter, view: View, *, options: Given, time_limit: float
) -> tuple[Answer, tuple[Problem, ...]]:
    """What the exporter wrote in its own process, and the problems that it returned.

    Raises `OptionError`, `NothingToExport` or `PluginError`.
    """
    if one.plugin is None:
        raise PluginError(f"exporter {one.name!r} belongs to no plugin")
    pairs, files = _parted(options)
    answer = asked(
        Question(
            plugin=one.plugin,
            hook=HOOK,
            task=write_export,
            arguments={"exporter": one.name, "options": pairs},
            files={_VIEW: pickle.dumps(view), **files},
            time_limit=time_limit,
        ),
    )
    if not isinstance(answer.result, list):
        raise PluginError(f"its problems cannot be read: {shown(answer.result)}")
    return answer, tuple(problem_from(told) for told in answer.result)


def write_export(records: tuple[object, ...], arguments: Mapping[str, object], folder: Path) -> object:
    """Let the exporter write into the folder; gives its problems as plain JSON data."""
    found = {exporter.name: exporter for exporter in exporters_among(records)}
    match arguments:
        case {"exporter": str(name), "options": list(pairs)} if name in found:
            options = made(found[name].options, _joined(pairs, folder), exporter=name)
            view = pickle.loads((folder / _VIEW).read_bytes())  # noqa: S301 - written by the host, our parent
            content, problems = written(found[name], view, options=options)
            (folder / OUTPUT).write_bytes(content)
            return [problem_to(problem) for problem in problems]
    raise ExporterFailed("is no longer offered by its plugin")


def _parted(options: Given) -> tuple[list[object], dict[str, bytes]]:
    pairs: list[object] = []
    files: dict[str, bytes] = {}
    for name, value in options:
        if isinstance(value, File):
            place = f"file-{len(files)}"
            files[place] = value.content
            pairs.append([name, {"name": value.name, "place": place}])
        else:
            pairs.append([name, value])
    return pairs, files


def _joined(pairs: list[object], folder: Path) -> Given:
    return tuple(_pair(pair, folder) for pair in pairs)


def _pair(pair: object, folder: Path) -> tuple[str, str | File]:
    match pair:
        case [str(name), str(value)]:
            return name, value
        case [str(name), {"name": str(file), "place": str(place)}]:
            return name, File(name=file, content=(folder / place).read_bytes())
    raise PluginError(f"an option is a name and a value, not {shown(pair)}")

"""What the process of a stranger's plugin is asked to do: tell of its importers, and let one read.

The functions in pairs: the first of each runs in the host, the second in the child.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nominate.errors import ImporterFailed
from nominate.importing.importer import Incoming
from nominate.importing.intake import Intake
from nominate.importing.listing import HOOK, ListedImporter, importers_among, listed, listed_from, listed_to
from nominate.importing.running import intake_of
from nominate.importing.telling import intake_from, intake_to
from nominate.plugging.containment import Question, asked
from nominate.plugging.crossing import joined, members, parted
from nominate.plugging.given import Given, made
from nominate.plugging.plugins import Plugin

__all__ = ["list_importers", "listed_by_stranger", "read_by_stranger", "read_file"]

_FILE = "incoming"


def listed_by_stranger(plugin: Plugin, time_limit: float) -> tuple[tuple[ListedImporter, ...], str]:
    """What the plugin offers, and what it printed meanwhile. Raises `PluginError`."""
    answer = asked(Question(plugin=plugin, hook=HOOK, task=list_importers, time_limit=time_limit))
    return tuple(listed_from(told, plugin) for told in members(answer)), answer.printed


def list_importers(records: tuple[object, ...], _arguments: Mapping[str, Any], _folder: Path) -> object:
    """The plugin's importers as plain JSON data. Raises `PluginError` when a record is no importer."""
    return [listed_to(listed(importer)) for importer in importers_among(records)]


def read_by_stranger(
    one: ListedImporter, *, name: str, content: bytes, options: Given, time_limit: float
) -> tuple[Intake, str]:
    """What the importer read in its own process, and what it printed meanwhile.

    Raises `OptionError` or `PluginError`.
    """
    pairs, files = parted(options)
    answer = asked(
        Question(
            plugin=one.source,
            hook=HOOK,
            task=read_file,
            arguments={"importer": one.name, "options": pairs, "name": name},
            files={_FILE: content, **files},
            time_limit=time_limit,
        ),
    )
    return intake_from(answer.result), answer.printed


def read_file(records: tuple[object, ...], arguments: Mapping[str, Any], folder: Path) -> object:
    """Let the importer read the file in the folder; gives its intake as plain JSON data."""
    name = arguments["importer"]
    importer = next((found for found in importers_among(records) if found.name == name), None)
    if importer is None:
        raise ImporterFailed("its plugin does not offer it any more")
    options = made(importer.options, joined(arguments["options"], folder), whose=name)
    with (folder / _FILE).open("rb") as content:
        return intake_to(
            intake_of(importer, Incoming(name=arguments["name"], content=content), options=options)
        )

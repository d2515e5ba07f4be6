"""An importer as the host knows it, whether its code is in this process or must stay in another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from nominate.errors import PluginError
from nominate.importing.importer import Importer
from nominate.plugging.crossing import among, option_from, option_to
from nominate.plugging.options import Option, described
from nominate.plugging.plugins import Plugin

__all__ = ["HOOK", "ListedImporter", "importers_among", "listed", "listed_from", "listed_to"]

HOOK = "nominate_importers"


@attrs.frozen(kw_only=True)
class ListedImporter:
    """Enough of an importer to choose it, to ask for its options and to tell about it, without its code.

    `importer` is the record itself when it may run in this process: a stock one, or one of a script's own;
    None when its plugin is a stranger. `plugin` is None for a script's own.

    >>> ListedImporter(name="lines", summary="Lines", suffixes=(".lines",)).options
    ()
    """

    name: str
    summary: str
    suffixes: tuple[str, ...]
    options: tuple[Option, ...] = ()
    plugin: Plugin | None = None
    # Any: the options class of each importer is its own.
    importer: Importer[Any] | None = None

    @property
    def source(self) -> Plugin:
        """The plugin that offers it. Raises `PluginError` for a script's own importer."""
        if self.plugin is None:
            raise PluginError("it belongs to no plugin, so no other process could find it")
        return self.plugin


def listed(importer: Importer[Any], plugin: Plugin | None = None) -> ListedImporter:
    """The importer as the host knows it, ready to run in this process."""
    return ListedImporter(
        name=importer.name,
        summary=importer.summary,
        suffixes=importer.suffixes,
        options=described(importer.options),
        plugin=plugin,
        importer=importer,
    )


def importers_among(records: Iterable[object]) -> tuple[Importer[Any], ...]:
    """The records that a plugin's hook gave, once each is an importer and their names differ.

    Raises `PluginError` otherwise.
    """
    return among(records, Importer, hook=HOOK)


def listed_to(one: ListedImporter) -> dict[str, object]:
    """The importer as plain JSON data, without its plugin and its code."""
    return {
        "name": one.name,
        "summary": one.summary,
        "suffixes": list(one.suffixes),
        "options": [option_to(option) for option in one.options],
    }


def listed_from(told: object, plugin: Plugin) -> ListedImporter:
    """The importer that another process told about. Raises `PluginError` when that makes no sense."""
    try:
        return _rebuilt(told, plugin)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise PluginError(f"what it tells of its importers cannot be read: {error}") from error


def _rebuilt(told: Any, plugin: Plugin) -> ListedImporter:  # noqa: ANN401 - JSON of any shape; see `listed_from`
    return ListedImporter(
        name=str(told["name"]),
        summary=str(told["summary"]),
        suffixes=tuple(map(str, told["suffixes"])),
        options=tuple(option_from(option) for option in told["options"]),
        plugin=plugin,
    )

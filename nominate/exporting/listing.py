"""An exporter as the host knows it, whether its code is in this process or must stay in another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from nominate.errors import PluginError
from nominate.exporting.exporter import Exporter, Form
from nominate.model.mapping import FrozenDict
from nominate.plugging.crossing import among, option_from, option_to
from nominate.plugging.offered import suffix_among
from nominate.plugging.options import Option, described
from nominate.plugging.plugins import Plugin

__all__ = ["HOOK", "ListedExporter", "exporters_among", "listed", "listed_from", "listed_to"]

HOOK = "nominate_exporters"


@attrs.frozen(kw_only=True)
class ListedExporter:
    """Enough of an exporter to choose it, to ask for its options and to tell about it, without its code.

    `exporter` is the record itself when it may run in this process: a stock one, or one of a script's own;
    None when its plugin is a stranger. `plugin` is None for a script's own.

    >>> import nominate.exporting.exporters as exporters
    >>> exporters.Exporters().named("excel").suffix
    '.xlsx'
    """

    name: str
    summary: str
    suffix: str
    media_type: str
    forms: FrozenDict[str, Form] = FrozenDict()
    options: tuple[Option, ...] = ()
    needs_entries: bool = True
    plugin: Plugin | None = None
    # Any: the options class of each exporter is its own.
    exporter: Exporter[Any] | None = None

    @property
    def source(self) -> Plugin:
        """The plugin that offers it. Raises `PluginError` for a script's own exporter."""
        if self.plugin is None:
            raise PluginError("it belongs to no plugin, so no other process could find it")
        return self.plugin

    @property
    def suffixes(self) -> tuple[str, ...]:
        """All the suffixes that it makes, its own first."""
        return (self.suffix, *self.forms)

    def suffix_of(self, name: str) -> str:
        """The longest of its suffixes in which a file's name ends; empty where it ends in none.

        A name that is nothing but a suffix, as `.md`, ends in none.
        """
        return suffix_among(self.suffixes, name)

    def media_type_of(self, name: str) -> str:
        """What a file of that name holds, its usual media type where the name asks for no other form."""
        form = self.forms.get(self.suffix_of(name))
        return form.media_type if form else self.media_type


def listed(exporter: Exporter[Any], plugin: Plugin | None = None) -> ListedExporter:
    """The exporter as the host knows it, ready to run in this process."""
    return ListedExporter(
        name=exporter.name,
        summary=exporter.summary,
        suffix=exporter.suffix,
        media_type=exporter.media_type,
        forms=FrozenDict(exporter.forms),
        options=described(exporter.options),
        needs_entries=exporter.needs_entries,
        plugin=plugin,
        exporter=exporter,
    )


def exporters_among(records: Iterable[object]) -> tuple[Exporter[Any], ...]:
    """The records that a plugin's hook gave, once each is an exporter and their names differ.

    Raises `PluginError` otherwise.
    """
    return among(records, Exporter, hook=HOOK)


def listed_to(one: ListedExporter) -> dict[str, object]:
    """The exporter as plain JSON data, without its plugin and its code."""
    return {
        "name": one.name,
        "summary": one.summary,
        "suffix": one.suffix,
        "media_type": one.media_type,
        "forms": {
            suffix: {"media_type": form.media_type, "options": dict(form.options)}
            for suffix, form in one.forms.items()
        },
        "options": [option_to(option) for option in one.options],
        "needs_entries": one.needs_entries,
    }


def listed_from(told: object, plugin: Plugin) -> ListedExporter:
    """The exporter that another process told about. Raises `PluginError` when that makes no sense."""
    try:
        return _rebuilt(told, plugin)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise PluginError(f"what it tells of its exporters cannot be read: {error}") from error


def _rebuilt(told: Any, plugin: Plugin) -> ListedExporter:  # noqa: ANN401 - JSON of any shape; see `listed_from`
    return ListedExporter(
        name=str(told["name"]),
        summary=str(told["summary"]),
        suffix=str(told["suffix"]),
        media_type=str(told["media_type"]),
        forms=FrozenDict({suffix: Form(**form) for suffix, form in told["forms"].items()}),
        options=tuple(option_from(option) for option in told["options"]),
        needs_entries=bool(told["needs_entries"]),
        plugin=plugin,
    )

"""The hooks that a plugin may implement, one for each kind of thing that it can add."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

__all__ = [
    "GROUP",
    "HOOK_PREFIX",
    "PROJECT",
    "hookimpl",
    "hookspec",
    "nominate_exporters",
    "nominate_importers",
]

PROJECT = "nominate"
GROUP = "nominate"
HOOK_PREFIX = "nominate_"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
"""Put `@hookimpl` above a function to say that it is your plugin's answer to the hook of that name."""


# Annotated as `object`: the records live in rooms above this one, which check the exact type.
@hookspec
def nominate_exporters() -> Iterable[object]:  # type: ignore[empty-body]  # a specification: plugins have the bodies
    """Give the exporters that the plugin adds, as `nominate.Exporter` records.

    Called once each time that exporters are looked for, so it should be quick: import what is heavy inside
    `write`. The order of the records does not matter; their names must differ, also from those of other
    plugins.
    """


@hookspec
def nominate_importers() -> Iterable[object]:  # type: ignore[empty-body]  # a specification: plugins have the bodies
    """Give the importers that the plugin adds, as `nominate.Importer` records.

    Called once each time that importers are looked for, so it should be quick: import what is heavy inside
    `read`. The order of the records does not matter; their names must differ, also from those of other
    plugins.
    """

"""The process in which a stranger's plugin runs: started by `containment`, and by nobody else.

The folder that it is given holds `request.json`; it leaves `answer.json` there, and whatever its task writes.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nominate.errors import ExporterFailed, ImporterFailed, NothingToExport, OptionError, PluginError
from nominate.plugging.faults import told, traceback_of
from nominate.plugging.loading import records
from nominate.plugging.plugins import Plugin

__all__ = ["ANSWER", "REQUEST", "TOLD", "Task", "main"]

REQUEST = "request.json"
ANSWER = "answer.json"

TOLD = (OptionError, NothingToExport, ExporterFailed, ImporterFailed, PluginError)
"""The errors that cross from the child to the host as themselves, the most special first."""

Task = Callable[[tuple[object, ...], Mapping[str, Any], Path], object]
"""What a child does: from the plugin's records, the request's arguments and its folder to plain JSON data."""


def main(folder: str) -> None:
    """Do what `request.json` in the folder asks, and leave the answer beside it, whatever the plugin raises.

    The answer appears whole or not at all, so that a crash half-way is no answer.
    """
    place = Path(folder)
    request = json.loads((place / REQUEST).read_text("utf-8"))
    answer = _answer(request, place)
    unfinished = place / f"{ANSWER}.part"
    unfinished.write_text(json.dumps(answer), "utf-8")
    unfinished.replace(place / ANSWER)


def _answer(request: Mapping[str, Any], place: Path) -> dict[str, object]:
    try:
        return {"result": _done(request, place)}
    except TOLD as error:
        kind = next(kind for kind in TOLD if isinstance(error, kind))
        return {"error": kind.__name__, "message": str(error), "details": traceback_of(error.__cause__)}
    # Also what is no Exception: a plugin that raises KeyboardInterrupt must not end us without an answer.
    except BaseException as error:  # noqa: BLE001 - see above
        return {"error": PluginError.__name__, "message": told(error), "details": traceback_of(error)}


def _done(request: Mapping[str, Any], place: Path) -> object:
    task: Task = pkgutil.resolve_name(request["task"])
    return task(records(Plugin(**request["plugin"]), request["hook"]), request["arguments"], place)

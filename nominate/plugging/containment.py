"""Asking a stranger's plugin something in a process of its own, so that whatever it does stays there.

Spawned, not forked: a forked process would hold the whole register. Only the cleared view goes in, and only
JSON and the exported bytes come out; nothing that a plugin made is ever unpickled.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import attrs

from nominate.errors import (
    ExporterFailed,
    ImporterFailed,
    NominateError,
    NothingToExport,
    OptionError,
    PluginError,
)
from nominate.plugging.child import ANSWER, REQUEST, Task
from nominate.plugging.plugins import Plugin

__all__ = ["OUTPUT", "Answer", "Question", "asked"]

OUTPUT = "output"
_PRINTED = "printed"
_PRINTED_LIMIT = 2_000
_BOOTSTRAP = """\
import json, pathlib, sys
sys.path[:] = json.loads(pathlib.Path(sys.argv[1], "request.json").read_text("utf-8"))["path"]
from nominate.plugging.child import main
main(sys.argv[1])
"""


@attrs.frozen(kw_only=True)
class Answer:
    """What came back from another process: untrusted JSON data, the bytes of its output, and what it printed.

    >>> Answer(result=[], output=b"", printed="").result
    []
    """

    result: object
    output: bytes
    printed: str


@attrs.frozen(kw_only=True)
class Question:
    """What to ask a plugin: `hook` gives its records, which `task` gets together with `arguments`.

    `task` is a function of a module of ours, found again by its name. `files` lie in the folder before it
    begins. `time_limit` is in seconds.
    """

    plugin: Plugin
    hook: str
    task: Task
    arguments: Mapping[str, object] = attrs.field(factory=dict)
    files: Mapping[str, bytes] = attrs.field(factory=dict)
    time_limit: float


def asked(question: Question) -> Answer:
    """Ask the question in a child process and wait for the answer.

    Raises what the task raised if it is `OptionError`, `NothingToExport`, `ExporterFailed` or
    `ImporterFailed`, and `PluginError` when the plugin cannot be used, ends its process, or does not finish
    within the time limit.
    """
    with tempfile.TemporaryDirectory(prefix="nominate-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        _prepare(question, place)
        ended = _ran(question, place)
        printed = _printed(place / _PRINTED)
        if ended or not (place / ANSWER).is_file():
            raise _lost(question.plugin, _how(ended), printed)
        result = _result((place / ANSWER).read_text("utf-8", "replace"), question.plugin)
        output = place / OUTPUT
        return Answer(result=result, output=output.read_bytes() if output.is_file() else b"", printed=printed)


def _prepare(question: Question, place: Path) -> None:
    request = {
        "path": [str(Path(entry).absolute()) for entry in sys.path],
        "plugin": attrs.asdict(question.plugin),
        "hook": question.hook,
        "task": f"{question.task.__module__}:{question.task.__qualname__}",
        "arguments": dict(question.arguments),
    }
    (place / REQUEST).write_text(json.dumps(request), "utf-8")
    for name, content in question.files.items():
        (place / name).write_bytes(content)


def _ran(question: Question, place: Path) -> int:
    # Into a file, not a pipe: a grandchild that lives on would keep a pipe open, and us waiting.
    with (place / _PRINTED).open("wb") as printed:
        try:
            child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own program
                # -P: no module beside the person's files may hide one of the standard library.
                [sys.executable, "-P", "-c", _BOOTSTRAP, str(place)],
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                cwd=place,
            )
        except OSError as error:
            raise _lost(question.plugin, f"no process could be started for it: {error}", "") from error
        try:
            return child.wait(question.time_limit)
        except subprocess.TimeoutExpired:
            reason = f"it did not finish within {question.time_limit:g} seconds"
            raise _lost(question.plugin, reason, _printed(place / _PRINTED)) from None
        finally:
            child.kill()
            child.wait()


def _how(ended: int) -> str:
    if ended >= 0:
        return f"it ended the process with exit code {ended}"
    return f"it crashed the process: {signal.strsignal(-ended) or 'signal'} ({-ended})"


def _printed(path: Path) -> str:
    with path.open("rb") as printed:
        return printed.read(_PRINTED_LIMIT).decode("utf-8", "replace").strip()


def _lost(plugin: Plugin, reason: str, printed: str) -> PluginError:
    return PluginError(reason, distribution=plugin.distribution, version=plugin.version, details=printed)


def _result(text: str, plugin: Plugin) -> object:
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        answer = None
    match answer:
        case {"result": result}:
            return result
        case {"error": str(name), "message": str(message), "details": str(details)}:
            raise _told(name, message, details, plugin)
    raise _lost(plugin, "its answer cannot be read", text[:_PRINTED_LIMIT])


def _told(name: str, message: str, details: str, plugin: Plugin) -> NominateError:
    for plain in (OptionError, NothingToExport):
        if name == plain.__name__:
            return plain(message)
    failed = {kind.__name__: kind for kind in (ExporterFailed, ImporterFailed)}
    kind = failed.get(name, PluginError)
    return kind(message, distribution=plugin.distribution, version=plugin.version, details=details)

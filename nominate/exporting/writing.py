"""Running one exporter in this process, and refusing what it may not do."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, BinaryIO

import attrs

from nominate.errors import (
    ExporterFailed,
    NothingToExport,
    OptionError,
    PluginError,
    Problem,
    Severity,
    shown,
)
from nominate.exporting.exporter import Exporter
from nominate.files.pausing import collector_paused
from nominate.plugging.faults import checked_problem, told
from nominate.viewing.view import View

__all__ = ["Rendering", "settled", "written"]


@attrs.frozen(kw_only=True)
class Rendering:
    """What an exporter made of a view: the bytes of one file, and the warnings about them.

    >>> Rendering(content=b"a title", media_type="text/plain").problems
    ()
    """

    content: bytes = attrs.field(repr=lambda content: f"<{len(content)} bytes>")
    media_type: str
    problems: tuple[Problem, ...] = ()


def written(exporter: Exporter[Any], view: View, *, options: object) -> tuple[bytes, tuple[Problem, ...]]:
    """Let the exporter write, and give what it wrote with the problems that it returned.

    An `OptionError` or `NothingToExport` that it raises goes on. Raises `ExporterFailed`, with the reason
    alone as its message, when it raises anything else, closes the file, or returns what is no problem.
    """
    # The host owns the file: bytes reach a path only once they are all there.
    out = io.BytesIO()
    # A quarter of the time of a large export would go into collecting what is still needed.
    with collector_paused():
        problems = _problems(exporter, view, options, out)
    if out.closed:
        raise ExporterFailed(
            "closed the file that it was given; leave it open (io.TextIOWrapper closes it unless detached)",
        )
    return out.getvalue(), problems


def _problems(exporter: Exporter[Any], view: View, options: object, out: BinaryIO) -> tuple[Problem, ...]:
    try:
        returned: object = exporter.write(view, options, out)
        members = tuple(returned) if isinstance(returned, Iterable) else returned
    except (OptionError, NothingToExport):
        raise
    except (Exception, SystemExit) as error:
        raise ExporterFailed(f"failed: {told(error)}") from error
    if returned is None:
        return ()
    if isinstance(returned, str | bytes) or not isinstance(members, tuple):
        raise ExporterFailed(f"returned {shown(returned)}; return nominate.errors.Problem records or nothing")
    try:
        return tuple(checked_problem(member) for member in members)
    except PluginError as error:
        raise ExporterFailed(str(error)) from error


def settled(content: bytes, problems: tuple[Problem, ...], *, media_type: str) -> Rendering:
    """What an exporter wrote, once it can be used.

    Raises `ExporterFailed` when a problem is an error, with those errors, or when nothing was written.
    """
    errors = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if errors:
        raise ExporterFailed("; ".join(str(problem) for problem in errors), problems=errors)
    if not content:
        raise ExporterFailed("wrote nothing")
    return Rendering(content=content, media_type=media_type, problems=problems)

"""How a command ends: the exit codes, and what is said for each error. A traceback only where asked for."""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress
from enum import IntEnum
from importlib import metadata

import click

from nominate.cli import environment
from nominate.cli.talk import counted, tell_problems
from nominate.errors import (
    DataError,
    ExporterNotFound,
    ImporterNotFound,
    NominateError,
    NothingToExport,
    OutputError,
    PluginError,
    RecordNotFound,
    UnreadableInput,
    UsageError,
)
from nominate.plugging.faults import told
from nominate.plugging.plugins import DISTRIBUTION

__all__ = ["Ending", "ended"]


class Ending(IntEnum):
    """Every exit code: scripts may rely on them. A fault of our own is sysexits.h's EX_SOFTWARE.

    >>> Ending.UNREADABLE.value
    3
    """

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    UNREADABLE = 3
    FAILED = 4
    NOTHING = 5
    FAULT = 70
    INTERRUPTED = 130


# The first that fits decides: what derives from another stands before it.
_ENDINGS: tuple[tuple[type[NominateError], Ending], ...] = (
    (UnreadableInput, Ending.UNREADABLE),
    (DataError, Ending.PROBLEMS),
    (UsageError, Ending.USAGE),
    (RecordNotFound, Ending.USAGE),
    (ExporterNotFound, Ending.USAGE),
    (ImporterNotFound, Ending.USAGE),
    (PluginError, Ending.FAILED),
    (OutputError, Ending.FAILED),
    (NothingToExport, Ending.NOTHING),
)


def ended(error: BaseException) -> Ending:
    """Say on the standard error stream what went wrong, and give the exit code for it."""
    match error:
        case BrokenPipeError():
            return _left_alone()
        case click.Abort() | KeyboardInterrupt():
            return _said("interrupted", Ending.INTERRUPTED)
        case click.ClickException():
            return _misused(error)
        case NominateError():
            return _ours(error)
        case OSError() if error.filename is None:
            return _said(
                f"the output cannot be written: {(error.strerror or str(error)).lower()}", Ending.FAILED
            )
        case _:
            return _unexpected(error)


def _left_alone() -> Ending:
    # The reader, such as head, has what it wanted; Python would complain when it flushes at its end.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Ending.FINE


def _misused(error: click.ClickException) -> Ending:
    context = getattr(error, "ctx", None)
    if isinstance(context, click.Context):
        click.echo(context.get_usage(), err=True)
        click.echo(f"For help: {context.command_path} --help\n", err=True)
    message = error.format_message()
    return _said(message[:1].lower() + message[1:].rstrip("."), Ending.USAGE)


def _ours(error: NominateError) -> Ending:
    code = next((code for kind, code in _ENDINGS if isinstance(error, kind)), Ending.FAULT)
    if isinstance(error, DataError):
        tell_problems(error.problems)
        if code is Ending.PROBLEMS:
            _said(f"{counted(len(error.problems), 'problem')} in the register; mend it first", code)
    else:
        _said(str(error), code)
    if environment.is_debugging():
        click.echo(getattr(error, "details", "") or "".join(traceback.format_exception(error)), err=True)
    return code


def _unexpected(error: BaseException) -> Ending:
    if environment.is_debugging():
        click.echo("".join(traceback.format_exception(error)), err=True)
    return _said(
        f"a fault of nominate itself, not of yours: {told(error)}; {_where_to_report()}, "
        "with the command that you gave and what NOMINATE_DEBUG=1 shows before it",
        Ending.FAULT,
    )


def _where_to_report() -> str:
    with suppress(metadata.PackageNotFoundError):
        for labelled in metadata.metadata(DISTRIBUTION).get_all("Project-URL") or ():
            label, _, url = labelled.partition(", ")
            if label == "Issues":
                return f"please report it at {url}"
    return "please report it to whoever keeps this copy of nominate"


def _said(message: str, code: Ending) -> Ending:
    for line in message.splitlines():
        click.echo(f"{click.style('nominate:', fg='red')} {line}", err=True)
    return code

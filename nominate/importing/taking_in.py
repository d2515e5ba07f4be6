"""The deed: from the path of a file that came back to what it says."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import attrs

from nominate.errors import ImporterFailed, OptionError, PluginError, Problem, Severity, UsageError, shown
from nominate.files.reading import INTAKE_LIMIT, read_bytes
from nominate.importing.importer import Importer, Incoming
from nominate.importing.importers import Importers
from nominate.importing.intake import Intake
from nominate.importing.listing import ListedImporter, listed
from nominate.importing.running import intake_of
from nominate.importing.tasks import read_by_stranger
from nominate.plugging.faults import tidied
from nominate.plugging.given import Given, given, made, with_files_read

__all__ = ["AnyImporter", "options_of", "take_in"]

AnyImporter = str | Importer[Any] | ListedImporter
"""How an importer is named: by its name, as a record of your own, or as `Importers` found it."""


def take_in(
    path: str | os.PathLike[str],
    *,
    by: AnyImporter | None = None,
    options: object = None,
    importers: Importers | None = None,
) -> Intake:
    """What a file says, read by the importer `by`, or by the one that reads files with that suffix.

    What could not be read is among the `problems` of the intake, with sheet and cell. `options` are a record
    of the importer's options class, a mapping, or pairs of a name and a text. `importers` says where to look;
    without it, the installed ones.

    Raises:
        UnreadableInput: there is no such file, or it is larger than 100 MB.
        ImporterNotFound: no importer has that name or reads such files.
        UsageError: several importers read such files.
        OptionError: an option is unknown or has a wrong value.
        ImporterFailed: the importer broke its contract.
    """
    file = Path(path)
    at_hand = importers or Importers()
    one = at_hand.for_path(file) if by is None else _found(by, at_hand)
    content = read_bytes(file, limit=INTAKE_LIMIT)
    try:
        return _taken_in(one, file.name, content, options, at_hand.reading_seconds)
    except PluginError as error:
        raise _failed(one, error) from error.__cause__


def _found(importer: AnyImporter, at_hand: Importers) -> ListedImporter:
    match importer:
        case ListedImporter():
            return importer
        case Importer():
            return listed(importer)
        case str():
            return at_hand.named(importer)
    raise UsageError(f"an importer is a name or a record, not {shown(importer)}")


def _taken_in(one: ListedImporter, name: str, content: bytes, options: object, seconds: float) -> Intake:
    if one.importer is not None:
        own = options_of(one.importer, one, options)
        return intake_of(one.importer, Incoming(name=name, content=io.BytesIO(content)), options=own)
    pairs = _pairs(one, options)
    intake, printed = read_by_stranger(one, name=name, content=content, options=pairs, time_limit=seconds)
    if not printed:
        return intake
    said = f"importer {one.name!r} printed: {tidied(printed)}"
    warning = Problem(code="W604", message=said, severity=Severity.WARNING)
    return attrs.evolve(intake, problems=(*intake.problems, warning))


def options_of(importer: Importer[Any], one: ListedImporter, options: object) -> object:
    """The options record for an importer in this process. Raises `OptionError`."""
    expected = importer.options
    if isinstance(options, expected):
        return options
    if attrs.has(type(options)):
        raise OptionError(f"options of {one.name!r} are {expected.__name__}, not {type(options).__name__}")
    return made(expected, _pairs(one, options), whose=one.name)


def _pairs(one: ListedImporter, options: object) -> Given:
    return with_files_read(given(options), one.options, whose=one.name)


def _failed(one: ListedImporter, error: PluginError) -> ImporterFailed:
    plugin = one.plugin
    source = f" of {plugin}" if plugin else ""
    return ImporterFailed(
        f"importer {one.name!r}{source}: {error}",
        importer=one.name,
        distribution=plugin.distribution if plugin else "",
        version=plugin.version if plugin else "",
        details=error.details,
    )

"""Running one importer in this process, and refusing what it may not do."""

from __future__ import annotations

from typing import Any

from nominate.errors import ImporterFailed, OptionError, PluginError
from nominate.files.pausing import collector_paused
from nominate.importing.importer import Importer, Incoming
from nominate.importing.intake import Intake
from nominate.importing.telling import checked_intake
from nominate.plugging.faults import told

__all__ = ["intake_of"]


def intake_of(importer: Importer[Any], source: Incoming, *, options: object) -> Intake:
    """Let the importer read, and give what it read.

    An `OptionError` that it raises goes on. Raises `ImporterFailed`, with the reason alone as its message,
    when it raises anything else, closes the file, or returns what is no intake.
    """
    try:
        # Most of the time of a large sheet would go into collecting what is still needed.
        with collector_paused():
            intake = importer.read(source, options)
    except OptionError:
        raise
    except (Exception, SystemExit) as error:
        raise ImporterFailed(f"failed: {told(error)}") from error
    if source.content.closed:
        raise ImporterFailed("closed the file that it was given; leave it open")
    try:
        return checked_intake(intake)
    except PluginError as error:
        raise ImporterFailed(str(error)) from error

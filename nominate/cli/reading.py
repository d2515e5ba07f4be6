"""Opening the register that a command is about: a file, a folder, or the standard input."""

from __future__ import annotations

import sys
from pathlib import Path

from nominate.cli.talk import say
from nominate.cli.waiting import waiting
from nominate.register.register import Register
from nominate.storage.loading import Examination, Readable, examine, load

__all__ = ["examined", "opened", "readable"]

_STANDARD_INPUT = Path("-")


def opened(path: Path) -> Register:
    """The register at a path, every reference checked; `-` is the standard input.

    Raises:
        DataError: it holds faults; `UnreadableInput` where a file cannot be read at all.
    """
    with waiting(f"reading {path}"):
        return load(readable(path))


def readable(path: Path) -> Readable:
    """The path itself, or the standard input for `-`; somebody who would have to type it is told so."""
    if path != _STANDARD_INPUT:
        return path
    if sys.stdin.isatty():
        say("reading the register from the keyboard; Ctrl-D ends it, or Ctrl-Z and Enter on Windows")
    return sys.stdin.buffer


def examined(path: Path) -> tuple[Examination, Register]:
    """The register at a path, with what is known of its files; see `opened`."""
    with waiting(f"reading {path}"):
        examination = examine(readable(path))
    return examination, examination.sound

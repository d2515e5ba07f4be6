"""What the surroundings say: environment variables, and what the standard streams can show.

Beside the clock, which `nominate.cli.moments` reads, nothing else in the package looks outside.
"""

from __future__ import annotations

import getpass
import io
import os
import platform
import shutil
import sys
from pathlib import Path

__all__ = ["colour", "is_debugging", "is_strict", "own_name", "person", "prepare_streams"]


def is_debugging() -> bool:
    """Whether `NOMINATE_DEBUG` asks for the traceback of a fault."""
    return bool(os.environ.get("NOMINATE_DEBUG"))


def is_strict() -> bool:
    """Whether `NOMINATE_STRICT` asks that a broken plugin ends the command."""
    return bool(os.environ.get("NOMINATE_STRICT"))


def colour() -> bool | None:
    """False where `NO_COLOR` forbids colour (no-color.org); None leaves it to each stream."""
    return False if os.environ.get("NO_COLOR") else None


def own_name() -> Path:
    """`nominate`, or the path as it was typed where the shell would not find it by its name.

    >>> print(own_name())
    nominate
    """
    typed = Path(sys.argv[0])
    return typed if typed.stem == "nominate" and shutil.which("nominate") is None else Path("nominate")


def person() -> str:
    """Who is at work, as user@host, or the host alone where nobody says: for the journal and the lock."""
    try:
        user = f"{getpass.getuser()}@"
    except (KeyError, OSError, ImportError):
        user = ""
    return f"{user}{platform.node()}"


def prepare_streams() -> None:
    """Let both streams show any text: UTF-8 into a file or pipe, escapes where a terminal lacks a letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if not stream.isatty():
                # On Windows a file or pipe would get the code page, which lacks ŵ and ŷ.
                stream.reconfigure(encoding="utf-8")
            stream.reconfigure(errors="backslashreplace")

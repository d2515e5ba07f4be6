"""Folders that a command writes to, and how a path is said in a command to try."""

from __future__ import annotations

from pathlib import Path

from nominate.errors import OutputError
from nominate.files.reading import reason_of

__all__ = ["made_folder", "spoken"]


def made_folder(folder: Path) -> None:
    """Make the folder and those above it, unless they are there.

    Raises:
        OutputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: the folder cannot be made: {reason_of(error)}") from None


def spoken(path: Path) -> str:
    """The path as a person may type it in a command.

    >>> spoken(Path("our awards"))
    '"our awards"'
    """
    return f'"{path}"' if any(letter.isspace() for letter in str(path)) else str(path)

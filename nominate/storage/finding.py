"""Which files a register is made of."""

from __future__ import annotations

import os
from pathlib import Path

from nominate.files.reading import name_of, reason_of, unreadable

__all__ = ["register_files"]

_SUFFIXES = {".yaml", ".yml", ".json"}
_MOST_FILES = 5_000


def register_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or every YAML and JSON file of a folder and its sub-folders in name order.

    What begins with a dot is not looked at: `.nominate` holds our journal, `.git` somebody else's.

    Raises:
        UnreadableInput: the folder cannot be listed, or holds no such file, or more than 5,000.
    """
    if not path.is_dir():
        return (path,)
    files: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found = (name for name in names if Path(name).suffix.lower() in _SUFFIXES and name[0] != ".")
        files += (Path(folder, name) for name in found)
        if len(files) > _MOST_FILES:
            raise unreadable(
                name_of(path), "E112", f"more than {_MOST_FILES:,} files", "name a folder of its own"
            )
    if not files:
        hint = "put a register there, or begin one with: nominate init"
        raise unreadable(name_of(path), "E112", "no *.yaml, *.yml or *.json file in this folder", hint)
    return tuple(sorted(files))


def _refuse(error: OSError) -> None:
    raise unreadable(name_of(Path(error.filename)), "E101", f"cannot be listed: {reason_of(error)}")

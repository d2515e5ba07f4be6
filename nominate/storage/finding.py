"""Which files a register is made of."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from nominate.errors import Problem, Severity
from nominate.files.reading import name_of, reason_of, unreadable

__all__ = ["REGISTER_SUFFIXES", "folder_of", "misnamed_files", "own_folder", "register_files"]

REGISTER_SUFFIXES = (".yaml", ".yml", ".json")
"""What the name of a register's own file ends in."""

# It lies beside a register for the sake of editors, and holds none.
_SCHEMA = ".schema.json"
# Notepad adds its own suffix, and Windows does not show it.
_MISNAMED = tuple(f"{suffix}.txt" for suffix in REGISTER_SUFFIXES)
_MOST_FILES = 5_000


def register_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or every YAML and JSON file of a folder and its sub-folders in name order.

    What begins with a dot is not looked at: `.nominate` holds our journal, `.git` somebody else's. Neither is
    what ends in `.schema.json`.

    Raises:
        UnreadableInput: the folder cannot be listed, or holds no such file, or more than 5,000.
    """
    if not path.is_dir():
        return (path,)
    files: list[Path] = []
    for file in _files_below(path):
        name = file.name.lower()
        if name.endswith(REGISTER_SUFFIXES) and not name.endswith(_SCHEMA):
            files.append(file)
        if len(files) > _MOST_FILES:
            raise unreadable(
                name_of(path), "E112", f"more than {_MOST_FILES:,} files", "name a folder of its own"
            )
    if not files:
        misnamed = misnamed_files(path)
        hint = misnamed[0].hint if misnamed else "put a register there, or begin one with: nominate init"
        raise unreadable(name_of(path), "E112", "no *.yaml, *.yml or *.json file in this folder", hint)
    return tuple(sorted(files))


def folder_of(path: Path) -> Path:
    """The folder from which a register's records name the files beside it: its own, or that of its file.

    >>> folder_of(Path("awards/2020.yaml")).name
    'awards'
    """
    return path if path.is_dir() else path.parent


def own_folder(path: Path) -> Path:
    """The folder where we keep what belongs to a register and is no part of it: its journal, its lock.

    A link is followed, so that whoever comes by another way meets the same lock.

    >>> own_folder(Path("awards/2020.yaml")).parts[-2:]
    ('awards', '.nominate')
    """
    return folder_of(Path(os.path.realpath(path))) / ".nominate"


def misnamed_files(path: Path) -> tuple[Problem, ...]:
    """A warning for each file of a folder that only its name keeps out of the register; none for a file.

    Raises:
        UnreadableInput: the folder cannot be listed.
    """
    below = _files_below(path) if path.is_dir() else ()
    files = sorted(file for file in below if file.name.lower().endswith(_MISNAMED))
    return tuple(
        Problem(
            code="W114",
            severity=Severity.WARNING,
            file=name_of(file),
            message="not read, since its name ends in .txt",
            hint=f"rename {file.name} to {file.stem} (in Notepad: Save As, type All files)",
        )
        for file in files
    )


def _files_below(path: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names if not name.startswith("."))


def _refuse(error: OSError) -> None:
    raise unreadable(name_of(Path(error.filename)), "E101", f"cannot be listed: {reason_of(error)}")

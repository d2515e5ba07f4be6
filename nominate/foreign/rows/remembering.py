"""The mapping that a register remembers of each sheet that it was read from, in a file beside its own."""

from __future__ import annotations

from pathlib import Path, PurePath

from nominate.files.reading import FILE_LIMIT, name_of, read_bytes
from nominate.files.slugs import as_slug
from nominate.foreign.mapping.mapping_file import MappingFile, Rows
from nominate.foreign.mapping.mapping_reading import read_mapping
from nominate.foreign.rows.reading import fits
from nominate.sheets import Workbook

__all__ = ["has_mappings", "loaded_mapping", "mapping_path", "remembered_mapping"]

# Every .yaml file of a folder is read as register, and a double click opens this one in a text editor.
_SUFFIX = ".mapping.txt"


def mapping_path(folder: Path, file: str) -> Path:
    """Where the mapping of a file of that name is remembered, in the folder of a register.

    >>> mapping_path(Path("awards"), "Awards tracker 2020.xlsx").name
    'awards-tracker-2020.mapping.txt'
    """
    return folder / f"{as_slug(PurePath(file).stem) or 'sheet'}{_SUFFIX}"


def loaded_mapping(path: Path) -> MappingFile:
    """The mapping in a file.

    Raises:
        UnreadableInput: there is no such file, or it is no text.
        DataError: it is no mapping, or says what cannot be; `problems` has every fault with its line.
    """
    return read_mapping(read_bytes(path, limit=FILE_LIMIT), name=name_of(path))


def has_mappings(folder: Path) -> bool:
    """Whether a register remembers the mapping of any file."""
    return any(folder.glob(f"*{_SUFFIX}"))


def remembered_mapping(
    folder: Path, workbook: Workbook, *, must_fit: bool = False
) -> tuple[Path, MappingFile] | None:
    """The mapping that a register remembers for a file: by its name, else one whose titles it has.

    With `must_fit`, one of its name counts only if its titles fit, too: it may be another file by now.

    Raises:
        DataError: a mapping there has faults.
    """
    own = mapping_path(folder, workbook.name)
    others = sorted(path for path in folder.glob(f"*{_SUFFIX}") if path != own)
    for path in (*((own,) if own.exists() else ()), *others):
        mapping = loaded_mapping(path)
        read = [table for table in mapping.tables if table.rows is not Rows.LEFT_OUT]
        is_its_own = path == own and not must_fit
        if is_its_own or (read and all(fits(table, workbook) for table in read)):
            return path, mapping
    return None

"""A sheet of a team's own, when it comes into a register that is there: read by the mapping of its titles."""

from __future__ import annotations

from pathlib import Path

from nominate.cli.talk import say
from nominate.cli.waiting import waiting
from nominate.foreign.rows.opening import is_spreadsheet, opened_sheets
from nominate.foreign.rows.reading import Read, read_by
from nominate.foreign.rows.remembering import has_mappings, loaded_mapping, remembered_mapping
from nominate.storage.finding import folder_of

__all__ = ["read_own_sheet"]


def read_own_sheet(file: Path, path: Path, *, mapping: Path | None) -> Read | None:
    """What a sheet of the team's own says; None for one that no mapping beside the register is for.

    `path` is that of the register, `mapping` a file that is used instead of those beside it.

    Raises:
        UnreadableInput: the sheet or the mapping cannot be read.
        DataError: the mapping has faults.
    """
    folder = folder_of(path)
    if mapping is None and not (is_spreadsheet(file) and has_mappings(folder)):
        return None
    with waiting(f"reading {file.name}"):
        workbook = opened_sheets(file)
        found = (
            (mapping, loaded_mapping(mapping))
            if mapping is not None
            else remembered_mapping(folder, workbook, must_fit=True)
        )
        if found is None:
            return None
        say(f"read by {found[0]}")
        return read_by(found[1], workbook)

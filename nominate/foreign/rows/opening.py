"""From the path of a spreadsheet to its grids, whatever program it came from."""

from __future__ import annotations

import io
from pathlib import Path

import attrs

from nominate.errors import UsageError
from nominate.files.reading import INTAKE_LIMIT, name_of, read_bytes
from nominate.sheets import Workbook, read_csv, read_workbook

__all__ = ["is_spreadsheet", "opened_sheets"]

_TEXTS = (".csv", ".tsv", ".txt")
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
# What is no spreadsheet, however its name ends; old workbooks are refused by their reader, which says more.
_OTHERS = (".pdf", ".docx", ".doc", ".pptx", ".numbers", ".yaml", ".yml", ".json", ".html", ".md")


def is_spreadsheet(path: Path) -> bool:
    """Whether a file's name says that it is one.

    >>> is_spreadsheet(Path("Tracker.XLSX")), is_spreadsheet(Path("tracker.yaml"))
    (True, False)
    """
    return path.suffix.lower() in {*_TEXTS, *_WORKBOOKS}


def opened_sheets(path: Path) -> Workbook:
    """Every sheet of a workbook, or the one of a csv file, as a workbook of that name.

    Raises:
        UnreadableInput: there is no such file, it is too large, damaged, or protected by a password.
        UsageError: it is no spreadsheet.
    """
    suffix = path.suffix.lower()
    if path.is_dir() or suffix in _OTHERS:
        kind = "a folder" if path.is_dir() else f"a {suffix} file"
        raise UsageError(
            f"{name_of(path)} is {kind}, not a spreadsheet; give an .xlsx, .ods or .csv file, and save a "
            "sheet of another program as one of these first"
        )
    name, content = path.name, io.BytesIO(read_bytes(path, limit=INTAKE_LIMIT))
    if suffix in _TEXTS:
        return Workbook(name=name, sheets=(attrs.evolve(read_csv(content, name=name), name=""),))
    return read_workbook(content, name=name)

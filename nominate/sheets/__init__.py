"""Spreadsheets as plain grids: workbooks and csv files, read with care, for importers and for scripts."""

from __future__ import annotations

from nominate.sheets.csv_files import read_csv
from nominate.sheets.grid import Area, Cell, NamedTable, Row, Sheet, Workbook, column_letters, column_number
from nominate.sheets.neutral import neutralised, restored
from nominate.sheets.workbooks import read_workbook

__all__ = [
    "Area",
    "Cell",
    "NamedTable",
    "Row",
    "Sheet",
    "Workbook",
    "column_letters",
    "column_number",
    "neutralised",
    "read_csv",
    "read_workbook",
    "restored",
]

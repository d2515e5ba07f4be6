"""The tracker as a whole: which sheets there are, in which order, and the file that they make."""

from __future__ import annotations

from typing import BinaryIO

from nominate import Brand, Problem, View
from nominate_excel._base.kept import Base
from nominate_excel._cells.rows import RowStream
from nominate_excel._options import TrackerOptions
from nominate_excel._package.file import Book, write_package
from nominate_excel._package.styles import styles_of
from nominate_excel._parts import Picture, Sheet
from nominate_excel._sheets.about import about
from nominate_excel._sheets.data import data_sheets
from nominate_excel._sheets.days import days_of
from nominate_excel._sheets.front import Front, front_of
from nominate_excel._sheets.lists import list_places, lists
from nominate_excel._sheets.logo import logo_of
from nominate_excel._sheets.summary import summary

__all__ = ["write_tracker"]

# Excel specifications and limits (support.microsoft.com, read 2026-11).
_MOST_ROWS = 1_048_576


def write_tracker(view: View, options: TrackerOptions, out: BinaryIO) -> list[Problem]:
    """Write the workbook, and return what could not be said in it; with an error among that, it is useless.

    Raises:
        OptionError: a column that is asked for does not exist, a file is no brand, or a logo is no picture
            or has no words.
    """
    brand = Brand.asked(options.brand)
    logo = logo_of(options.logo, options.logo_alt)
    front = front_of(view, options.title)
    sheets = _sheets(view, options, front, logo)
    faults = [_too_many(sheet) for sheet in sheets if sheet.height > _MOST_ROWS]
    if faults:
        return faults
    book = Book(
        sheets=sheets,
        front=front,
        lists=list_places(sheets),
        styles=styles_of(brand),
        brand=brand,
    )
    stream = RowStream(book.styles.dresses, view.zone)
    write_package(book, stream, out)
    return stream.problems


def _sheets(view: View, options: TrackerOptions, front: Front, logo: Picture | None) -> tuple[Sheet, ...]:
    """In the order in which they are read; Base comes last, when the rows of all others have been made."""
    base = Base(view)
    chosen = view.columns_of("nominations", named=options.columns)
    data = data_sheets(view, chosen, days_of(view, options.soon), base)
    first = summary(view, front, shown={column.name for column in chosen}, logo=logo)
    told = (first, *data, *lists(data))
    return (*told, about(front, (*told, base.sheet)), base.sheet)


def _too_many(sheet: Sheet) -> Problem:
    rows = sheet.height - 1
    return Problem(
        code="E612",
        sheet=sheet.name,
        message=f"{rows:,} rows do not fit; a sheet holds {_MOST_ROWS - 1:,} under its header",
        hint="export one edition or year at a time",
    )

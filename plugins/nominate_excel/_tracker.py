"""The tracker as a whole: which sheets there are, in which order, and the file that they make."""

from __future__ import annotations

from nominate import Problem, Severity, View
from nominate_excel._about import about
from nominate_excel._deadlines import deadlines
from nominate_excel._due import calendar_of
from nominate_excel._front import front_of
from nominate_excel._lists import list_places, lists
from nominate_excel._nominations import NAME, chosen_columns, nominations, nominations_table
from nominate_excel._options import TrackerOptions
from nominate_excel._organisations import organisations
from nominate_excel._package import packaged
from nominate_excel._rows import RowStream
from nominate_excel._skeleton import skeleton
from nominate_excel._summary import summary

__all__ = ["tracker"]

# Excel specifications and limits (support.microsoft.com, read 2026-11); the header takes one.
_MOST_ENTRIES = 1_048_575


def tracker(view: View, options: TrackerOptions) -> tuple[bytes, list[Problem]]:
    """The bytes of the workbook, or none where a problem is an error, and what went wrong.

    Raises:
        OptionError: a column that is asked for does not exist.
    """
    if len(view.entries) > _MOST_ENTRIES:
        return b"", [_too_many(len(view.entries))]
    front, calendar = front_of(view, options.title), calendar_of(view, options.soon)
    chosen = chosen_columns(view, options.columns)
    table = nominations_table(view, chosen, calendar)
    has_outcomes = any(column.name == "outcome" for column in chosen)
    told = (
        summary(view, front, has_outcomes=has_outcomes),
        nominations(table),
        deadlines(view, calendar),
        organisations(view),
        *lists(table.columns),
    )
    sheets = (*told, about(front, told))
    workbook, dresses = skeleton(sheets, front, list_places(table.columns))
    stream = RowStream(dresses, view.zone)
    content = packaged(workbook, sheets, stream)
    is_usable = all(problem.severity is Severity.WARNING for problem in stream.problems)
    return content if is_usable else b"", stream.problems


def _too_many(entries: int) -> Problem:
    return Problem(
        code="E612",
        sheet=NAME,
        message=f"{entries:,} nominations do not fit; a sheet holds {_MOST_ENTRIES:,} under its header",
        hint="export one edition or year at a time",
    )

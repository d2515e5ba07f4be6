"""The stock exporter `excel`: a tracker that a team keeps, filters and prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from nominate import Exporter, NothingToExport, Problem, View, hookimpl
from nominate_excel._options import TrackerOptions

__all__ = ["TrackerOptions", "nominate_exporters", "write"]


def write(view: View, options: TrackerOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the tracker as an `.xlsx` file, and return what could not be said in one.

    Raises:
        NothingToExport: the view holds no entry, and Excel knows no table without a row.
        OptionError: a column that is asked for does not exist for this audience.
    """
    from nominate_excel._tracker import tracker  # noqa: PLC0415 - openpyxl takes longer to import than all of us

    if not view.entries:
        raise NothingToExport("the view holds no entry, so the tracker would have no row")
    content, problems = tracker(view, options)
    out.write(content)
    return problems


@hookimpl
def nominate_exporters() -> list[Exporter[Any]]:
    """Offer the exporter to the host."""
    return [
        Exporter(
            name="excel",
            summary="A tracker: nominations, deadlines, organisations and a summary in one workbook",
            suffix=".xlsx",
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            write=write,
            options=TrackerOptions,
        )
    ]

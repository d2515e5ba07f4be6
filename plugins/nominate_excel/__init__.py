"""The stock exporter and importer `excel`: a tracker that a team keeps, edits and sends back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from nominate import Exporter, Importer, Incoming, Intake, NoOptions, NothingToExport, Problem, View, hookimpl
from nominate_excel._options import TrackerOptions

__all__ = ["TrackerOptions", "nominate_exporters", "nominate_importers", "read", "write"]


def write(view: View, options: TrackerOptions, out: BinaryIO) -> Iterable[Problem]:
    """Write the tracker as an `.xlsx` file, and return what could not be said in one.

    Raises:
        NothingToExport: the view holds no entry, and Excel knows no table without a row.
        OptionError: a column that is asked for does not exist for this audience, or a logo without words.
    """
    from nominate_excel._tracker import write_tracker  # noqa: PLC0415 - openpyxl takes longer to import than all of us

    if not view.entries:
        raise NothingToExport("the view holds no entry, so the tracker would have no row")
    return write_tracker(view, options, out)


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


def read(source: Incoming, options: NoOptions) -> Intake:  # noqa: ARG001 - the contract's two parameters
    """Read a tracker that somebody edited, in Excel, LibreOffice or another program."""
    from nominate_excel._returning import tracker_taken_in  # noqa: PLC0415 - only where one is read

    return tracker_taken_in(source)


@hookimpl
def nominate_importers() -> list[Importer[Any]]:
    """Offer the importer to the host."""
    return [
        Importer(
            name="excel",
            summary="A tracker that was edited and sent back",
            suffixes=(".xlsx", ".xlsm", ".ods"),
            read=read,
        )
    ]

"""The stock exporter `pdf`: a summary of one or more editions as a PDF file.

It adds layout only: what the summary says is composed by `nominate.prose.summary`, for every form alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from nominate import Exporter, NoOptions, Problem, View, hookimpl

__all__ = ["nominate_exporters"]


def _write(view: View, _options: NoOptions, out: BinaryIO) -> Iterable[Problem]:
    from nominate.prose import summary  # noqa: PLC0415 - listing exporters needs no prose
    from nominate_pdf._document import write_document  # noqa: PLC0415 - reportlab is loaded by writing alone

    return write_document(summary(view), out, made=view.as_of.first_moment(view.zone))


@hookimpl
def nominate_exporters() -> list[Exporter[Any]]:
    """The exporter `pdf`.

    >>> nominate_exporters()[0].suffix
    '.pdf'
    """
    return [
        Exporter(
            name="pdf",
            summary="A summary to read or print: key figures, nominations, dates ahead, quotes, sources",
            suffix=".pdf",
            media_type="application/pdf",
            write=_write,
        ),
    ]

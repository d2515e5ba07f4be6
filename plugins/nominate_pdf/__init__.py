"""The stock exporter `pdf`: a summary of one or more editions as a PDF file.

It adds layout only: what the summary says is composed by `nominate.prose.summary`, for every form alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import attrs

from nominate import Exporter, Problem, View, hookimpl
from nominate.errors import Severity
from nominate_pdf._options import PdfOptions

__all__ = ["nominate_exporters"]

_LOST_LETTERS = ("W605", "W606")


def _write(view: View, options: PdfOptions, out: BinaryIO) -> Iterable[Problem]:
    from nominate.prose import Style, summary  # noqa: PLC0415 - listing exporters needs no prose
    from nominate_pdf._document import write_document  # noqa: PLC0415 - reportlab is loaded by writing alone
    from nominate_pdf._fonts.embedding import FontRefused  # noqa: PLC0415 - as above
    from nominate_pdf._theme import refusal, theme_of  # noqa: PLC0415 - as above

    theme = theme_of(options)
    made = view.as_of.first_moment(view.zone)
    style = Style.asked(options.style)
    told = summary(view, kind=options.kind, is_short=options.short, style=style)
    try:
        problems = write_document(told, out, made=made, theme=theme, is_archival=options.pdfa)
    except FontRefused as refused:
        raise refusal(refused, options) from None
    return map(_refused, problems) if options.every_letter else problems


def _refused(problem: Problem) -> Problem:
    if problem.code not in _LOST_LETTERS:
        return problem
    # Nothing is printed, so what would have been is not told.
    _printed, _, cure = problem.hint.partition("; ")
    return attrs.evolve(problem, code="E609", severity=Severity.ERROR, hint=cure)


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
            options=PdfOptions,
            write=_write,
            # An edition's dates ahead can be summed up before anybody has entered.
            needs_entries=False,
        ),
    ]

"""The stock exporter `html`: the summary as one accessible web page, the twin of the PDF.

It adds the look only: what the summary says is composed by `nominate.prose.summary`, for every form alike,
and the page is made by `nominate.documents.to_report`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import attrs

from nominate import Exporter, File, Problem, SummaryOptions, View, hookimpl

__all__ = ["HtmlOptions", "nominate_exporters"]


@attrs.frozen(kw_only=True)
class HtmlOptions(SummaryOptions):
    """What people may ask of the page; all that it tells comes from the view.

    >>> HtmlOptions().logo_alt
    ''
    """

    brand: File | None = attrs.field(
        default=None,
        metadata={"help": "a small YAML file with your colours and font, as in main: 005EB8"},
    )
    logo: File | None = attrs.field(
        default=None,
        metadata={"help": "a PNG or JPEG picture for the top of the page; give its words with logo_alt"},
    )
    logo_alt: str = attrs.field(
        default="",
        metadata={"help": "what the logo shows, for people who cannot see it"},
    )


def _write(view: View, options: HtmlOptions, out: BinaryIO) -> Iterable[Problem]:
    # Here, because listing exporters must not load what composes.
    from nominate_html._page import write_page  # noqa: PLC0415 - see above

    return write_page(view, options, out)


@hookimpl
def nominate_exporters() -> list[Exporter[Any]]:
    """The exporter `html`.

    >>> nominate_exporters()[0].suffix
    '.summary.html'
    """
    return [
        Exporter(
            name="html",
            summary="The summary as an accessible web page, to read or print: contents, charts, their tables",
            # A file that ends in `.html` alone may be a news piece; such a page is made by asking for `html`.
            suffix=".summary.html",
            media_type="text/html",
            write=_write,
            options=HtmlOptions,
            # As for the PDF: an edition's dates ahead can be summed up before anybody has entered.
            needs_entries=False,
        ),
    ]

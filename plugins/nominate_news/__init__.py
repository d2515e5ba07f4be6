"""The stock exporter `news`: a news piece as Markdown, HTML or plain text.

It adds form only: what the piece says is composed by `nominate.prose.story`, for every form alike.
HTML is an `article` to paste into a content system, which brings its own page around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, BinaryIO

import attrs

from nominate import Exporter, Form, Problem, View, hookimpl

__all__ = ["NewsForm", "NewsOptions", "NewsStyle", "nominate_exporters"]


class NewsStyle(Enum):
    """A house style that comes with the package.

    >>> NewsStyle("govuk").name
    'GOVUK'
    """

    HEALTH = "health"
    GOVUK = "govuk"
    PRESS = "press"


class NewsForm(Enum):
    """What sort of file the piece is.

    >>> NewsForm("html").name
    'HTML'
    """

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"


@attrs.frozen(kw_only=True)
class NewsOptions:
    """What people may ask of a piece; none of it changes what is told.

    >>> NewsOptions().form.value
    'markdown'
    """

    style: NewsStyle | None = attrs.field(
        default=None, metadata={"help": "the house style; the register's own where none is given"}
    )
    form: NewsForm = attrs.field(
        default=NewsForm.MARKDOWN, metadata={"help": "Markdown, an HTML article to paste, or plain text"}
    )
    sources: bool = attrs.field(
        default=False, metadata={"help": "add where each fact comes from: the ids of the records"}
    )


def _write(view: View, options: NewsOptions, out: BinaryIO) -> Iterable[Problem]:
    # Here, because listing exporters must not load what composes.
    from nominate_news._piece import write_piece  # noqa: PLC0415 - see above

    return write_piece(view, options, out)


@hookimpl
def nominate_exporters() -> list[Exporter[Any]]:
    """The exporter `news`.

    >>> nominate_exporters()[0].suffix
    '.md'
    """
    return [
        Exporter(
            name="news",
            summary="A news piece: headline, lead, entries, quotes, what happens next, notes to editors",
            suffix=".md",
            media_type="text/markdown",
            write=_write,
            options=NewsOptions,
            forms={
                ".html": Form(media_type="text/html", options={"form": "html"}),
                ".txt": Form(media_type="text/plain", options={"form": "text"}),
            },
        ),
    ]

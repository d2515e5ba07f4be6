"""The stock exporter `news`: a news piece as Markdown, HTML, plain text or an e-mail.

It adds form only: what the piece says is composed by `nominate.prose.story`, for every form alike.
HTML is an `article` to paste into a content system, which brings its own page around it, or a page that
stands alone. The e-mail is a draft: a mail program opens it to be addressed and sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any, BinaryIO

import attrs

from nominate import Exporter, File, Form, Problem, View, hookimpl
from nominate.errors import OptionError

__all__ = ["NewsForm", "NewsOptions", "NewsSituation", "NewsStyle", "nominate_exporters"]


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
    EMAIL = "email"


class NewsSituation(Enum):
    """What a piece is about: the words of `nominate.prose.Situation`.

    >>> NewsSituation("call to enter").name
    'CALL_TO_ENTER'
    """

    ROUND_UP = "round-up"
    CORRECTION = "correction"
    RESULTS = "results"
    WIN = "win"
    HONOURS = "honours"
    SHORTLISTING = "shortlisting"
    LONGLISTING = "longlisting"
    NO_AWARD = "no award"
    MOVED_DATE = "moved date"
    CALL_TO_ENTER = "call to enter"


@attrs.frozen(kw_only=True)
class NewsOptions:
    """What people may ask of a piece; all that it tells comes from the view.

    >>> NewsOptions().form.value
    'markdown'
    """

    style: NewsStyle | File | None = attrs.field(
        default=None, metadata={"help": "the house style, or a file of your own; by default the register's"}
    )
    form: NewsForm = attrs.field(
        default=NewsForm.MARKDOWN,
        metadata={"help": "Markdown, an HTML article to paste, plain text, or an e-mail to send"},
    )
    page: bool = attrs.field(
        default=False,
        metadata={"help": "HTML as a page that stands alone, to open in a browser, instead of an article"},
    )
    metadata: bool = attrs.field(
        default=False,
        metadata={"help": "tell search engines and social networks what the HTML is about; makes a page"},
    )
    pictures: bool = attrs.field(
        default=True,
        metadata={
            "help": "put pictures into HTML and e-mails; without, their addresses or words stand there"
        },
    )
    template: File | None = attrs.field(
        default=None,
        metadata={"help": "a file with wording of your own; by default the piece is worded for you"},
    )
    situation: NewsSituation | None = attrs.field(
        default=None, metadata={"help": "what the piece is about; by default what the facts call for"}
    )
    unsuccessful: bool = attrs.field(
        default=False,
        metadata={"help": "name the entries that ended without an honour, where that was published"},
    )
    headlines: bool = attrs.field(
        default=False, metadata={"help": "add the headline in fewer letters, for places with less room"}
    )
    sources: bool = attrs.field(
        default=False,
        metadata={"help": "add where each sentence comes from: the ids of the records, and their sources"},
    )

    def __attrs_post_init__(self) -> None:
        if self.form is not NewsForm.HTML and (self.page or self.metadata):
            asked = "page" if self.page else "metadata"
            raise OptionError(
                f"{asked} is for HTML, not for form {self.form.value!r}; use form html, or leave it out"
            )
        if self.template is not None and (self.sources or self.headlines):
            asked = "sources" if self.sources else "headlines"
            raise OptionError(
                f"{asked} belongs to a piece that is worded for you; leave it out with a template"
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
                ".eml": Form(media_type="message/rfc822", options={"form": "email"}),
            },
            # An edition that can be entered is news before anybody has entered.
            needs_entries=False,
        ),
    ]

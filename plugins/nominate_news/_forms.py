"""A piece as bytes in the form that was asked for, and the pictures that the form could not hold."""

from __future__ import annotations

from collections.abc import Iterator

from nominate import Problem, Severity, View
from nominate.documents import Document, to_email, to_html, to_markdown, to_text
from nominate.errors import shown
from nominate_news import NewsForm, NewsOptions
from nominate_news._machines import metadata_of
from nominate_news._sending import sender_of, subject_of

__all__ = ["formed", "too_heavy", "unshown"]

_HOLDS_PICTURES = frozenset({NewsForm.HTML, NewsForm.EMAIL})
# In megabytes. Gmail takes 25 and Exchange Online sends 35 by default, each as counted in transit; newsrooms
# often take less.
_MOST_OF_A_MAIL = 20


def formed(piece: Document, view: View, options: NewsOptions) -> bytes:
    """The piece as a file of the form that the options name.

    `view` says what the piece itself does not: its pictures' files, who publishes it, and whether it is out.
    """
    match options.form:
        case NewsForm.MARKDOWN:
            return to_markdown(piece).encode()
        case NewsForm.TEXT:
            return to_text(piece).encode()
        case NewsForm.HTML:
            metadata = metadata_of(piece, view) if options.metadata else None
            return to_html(_shown(piece, view, options), whole_page=options.page, metadata=metadata).encode()
        case NewsForm.EMAIL:
            return to_email(
                _shown(piece, view, options), subject=subject_of(piece, view), sender=sender_of(view)
            )


def _shown(piece: Document, view: View, options: NewsOptions) -> Document:
    return piece.with_pictures(view.files) if options.pictures else piece


def unshown(piece: Document, view: View, options: NewsOptions) -> Iterator[Problem]:
    """A warning for each picture that the form would hold, had it a file that could be shown."""
    if options.form not in _HOLDS_PICTURES or not options.pictures:
        return
    for figure in piece.with_pictures(view.files).figures:
        if not figure.image and not figure.url:
            is_there = view.file(figure.file) is not None
            yield Problem(
                code="W607",
                severity=Severity.WARNING,
                path=next(iter(figure.sources), ""),
                message=f"the picture {shown(figure.file)} "
                + ("is no PNG, JPEG, GIF or WebP file" if is_there else "cannot be read"),
                hint="its words stand in its place",
            )


def too_heavy(content: bytes, options: NewsOptions) -> Iterator[Problem]:
    """A warning of an e-mail that many a mail server would send back."""
    megabytes = len(content) / 1_000_000
    if options.form is NewsForm.EMAIL and megabytes > _MOST_OF_A_MAIL:
        yield Problem(
            code="W614",
            severity=Severity.WARNING,
            message=f"the e-mail has {megabytes:.0f} MB, and many mail servers take no more than "
            f"{_MOST_OF_A_MAIL} MB",
            hint="give smaller pictures, or leave them out with pictures=no",
        )

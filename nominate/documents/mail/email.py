"""A document as an e-mail: a draft to open in a mail program, to address and to send."""

from __future__ import annotations

import hashlib

from nominate.documents.characters import one_line
from nominate.documents.images import width_of
from nominate.documents.mail.attached import Attached, Mailbox
from nominate.documents.text import to_text
from nominate.documents.tree.blocks import Document, Figure
from nominate.documents.tree.inlines import encoded_url
from nominate.documents.web.article import article
from nominate.documents.web.escaping import as_attribute
from nominate.documents.web.pages import mail_page

__all__ = ["to_email"]

# In pixels: what fits beside a list of messages.
_WIDEST = 600


def to_email(document: Document, *, subject: str = "", sender: Mailbox | None = None) -> bytes:
    r"""The message as an `.eml` file holds it: plain text and a page, with the pictures within.

    `subject` is the title where none is given. Nobody is written to and no day is told: a mail program adds
    both when somebody sends the draft.

    >>> to_email(Document(title="Two win", blocks=())).splitlines()[0]
    b'Subject: Two win'
    """
    from nominate.documents.mail.mime import message  # noqa: PLC0415 - it loads the package `email`

    pictures: dict[str, Figure] = {}
    for figure in document.figures:
        if figure.image:
            pictures.setdefault(_content_id(figure), figure)
    headers: tuple[tuple[str, str | Mailbox], ...] = (
        ("Subject", subject or document.title),
        # Outlook opens such a file to be edited and sent, not as something that was received.
        ("X-Unsent", "1"),
    )
    return message(
        headers if sender is None else (("From", sender), *headers),
        plain=to_text(document),
        page=mail_page(document, article(document, showing=_shown)),
        language=document.language,
        pictures=[_attached(*pair, number) for number, pair in enumerate(pictures.items(), start=1)],
    )


def _attached(name: str, figure: Figure, number: int) -> Attached:
    file = one_line(figure.file_name) or f"picture-{number}.{figure.media_type.rpartition('/')[2]}"
    return Attached(id=name, name=file, media_type=figure.media_type, content=figure.image)


def _content_id(figure: Figure) -> str:
    # By its content, so that a picture that is shown twice is sent once.
    return f"{hashlib.sha256(figure.image).hexdigest()[:32]}@pictures.invalid"


def _shown(figure: Figure) -> str:
    address = f"cid:{_content_id(figure)}" if figure.image else encoded_url(figure.url)
    # Outlook for Windows shows a picture in its full size, however wide, unless it is told another width.
    width = f' width="{_WIDEST}"' if width_of(figure.image) > _WIDEST else ""
    return f'src="{as_attribute(address)}"{width}' if address else ""

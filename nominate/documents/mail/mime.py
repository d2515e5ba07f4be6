"""An e-mail as bytes: its headers, what it says as text and as a page, and the pictures of the page.

Only `to_email` imports this, when it is called: the standard library's package takes longer to load than
all the rest of this room.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP

from nominate.documents.characters import one_line
from nominate.documents.mail.attached import Attached, Mailbox

__all__ = ["message"]

Headers = tuple[tuple[str, str | Mailbox], ...]


def message(headers: Headers, *, plain: str, page: str, pictures: Iterable[Attached], language: str) -> bytes:
    """The message, its lines ended by CR LF, the same for the same content.

    >>> message((("Subject", "A"),), plain="A", page="<p>A", pictures=(), language="cy").splitlines()[0]
    b'Subject: A'
    """
    made = EmailMessage(policy=SMTP)
    for name, value in headers:
        made[name] = _address(value) if isinstance(value, Mailbox) else _letters(value)
    # Every relay and every program takes quoted-printable, and no line of it is long.
    made.set_content(plain, cte="quoted-printable")
    made.add_alternative(page, subtype="html", cte="quoted-printable")
    *_, shown = made.iter_parts()
    for picture in pictures:
        _put_beside(shown, picture)
    # Not before the parts are there: the library would take it for a header of the first.
    made["Content-Language"] = _letters(language)
    digest = hashlib.sha256(f"{plain}{page}".encode()).hexdigest()
    # The library would draw boundaries by lot. In no part as it is encoded does `_` follow upon `=`.
    for number, part in enumerate(part for part in made.walk() if part.is_multipart()):
        part.set_boundary(f"=_{number}_{digest[:32]}")
    return made.as_bytes()


def _address(mailbox: Mailbox) -> Address:
    return Address(_letters(mailbox.name), addr_spec=mailbox.address)


def _letters(text: str) -> str:
    """The text on one line; what looks like an encoded word is parted by a joiner that nobody sees."""
    return one_line(text).replace("=?", "=\u2060?")


def _put_beside(page: MIMEPart, picture: Attached) -> None:
    kind, _, subtype = picture.media_type.partition("/")
    page.add_related(
        picture.content,
        maintype=kind,
        subtype=subtype,
        cid=f"<{picture.id}>",
        filename=picture.name,
        disposition="inline",
    )
    # Which of the related parts is the one to show (RFC 2387).
    page.set_param("type", "text/html")

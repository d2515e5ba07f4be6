"""What an e-mail says of itself before anybody opens it: its subject and its sender."""

from __future__ import annotations

from nominate import View
from nominate.documents import Document, Mailbox
from nominate_news._release import is_for_release

__all__ = ["sender_of", "subject_of"]


def subject_of(piece: Document, view: View) -> str:
    """The headline; before it, in capitals, what keeps the piece from being passed on."""
    if is_for_release(view) or not piece.status:
        return piece.title
    first, *rest = piece.status.split(" ")
    return " ".join((first.upper(), *rest, "–", piece.title))


def sender_of(view: View) -> Mailbox | None:
    """The publisher at the address that journalists are given, None where the register gives none."""
    publisher = view.publisher
    return Mailbox.within(publisher.press_contact, name=publisher.name) if publisher is not None else None

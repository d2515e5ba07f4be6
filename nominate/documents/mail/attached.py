"""What an e-mail holds beside its words: mailboxes, and pictures that its page shows."""

from __future__ import annotations

import re

import attrs

from nominate.errors import UsageError, shown

__all__ = ["Attached", "Mailbox"]

# A dot-atom and a domain name of ASCII letters (RFC 5322, 3.4.1): what every mail program takes.
_ADDRESS = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII
)


def _check_address(_: object, __: attrs.Attribute[str], address: str) -> None:
    if not _ADDRESS.fullmatch(address):
        raise UsageError(f"{shown(address)} is no e-mail address; write it as in 'press@example.org'")


@attrs.frozen(kw_only=True)
class Mailbox:
    """Whom an e-mail is from. Raises `UsageError` for an address that mail programs would not take.

    >>> Mailbox(name="Aberdŵr Health Network", address="press@aberdwr.example.org").address
    'press@aberdwr.example.org'
    """

    name: str
    address: str = attrs.field(validator=_check_address)

    @classmethod
    def within(cls, text: str, *, name: str) -> Mailbox | None:
        """The mailbox of that name at the first address within a text, None where it holds none.

        >>> Mailbox.within("Press desk, press@aberdwr.example.org.", name="AHN").address
        'press@aberdwr.example.org'
        """
        found = _ADDRESS.search(text)
        return cls(name=name, address=found[0]) if found else None


@attrs.frozen(kw_only=True)
class Attached:
    """A picture within an e-mail, which its page shows by the id.

    >>> Attached(id="1@pictures", name="team.png", media_type="image/png", content=b"...")
    Attached(id='1@pictures', name='team.png', media_type='image/png', content=3 bytes)
    """

    id: str
    name: str
    media_type: str
    content: bytes = attrs.field(repr=lambda content: f"{len(content)} bytes")

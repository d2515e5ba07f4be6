"""What stands within a line: plain text, which is a `str`, and three marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import attrs

from nominate.documents.characters import one_line
from nominate.errors import UsageError, shown

__all__ = [
    "Content",
    "Emphasis",
    "Inline",
    "Link",
    "Strong",
    "as_content",
    "as_contents",
    "encoded_url",
    "is_safe_url",
    "plain",
]

_SAFE_URL = re.compile(r"(?:https?://[^/]|mailto:.).*", re.IGNORECASE)
# White space and controls: a browser drops some of them silently, so an address could hide another.
_NEVER_IN_URL = re.compile("[\\s\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_ENCODED_IN_URL = re.compile(r"""["'()<>\\^`{|}]""")


# Many pieces link to the same few pages.
@lru_cache(maxsize=1024)
def is_safe_url(url: str) -> bool:
    """Whether a document may link to it: `http`, `https` or `mailto`, with something behind.

    >>> is_safe_url("https://example.org/a?b=c"), is_safe_url("javascript:alert(1)")
    (True, False)
    """
    return bool(_SAFE_URL.fullmatch(url)) and not _NEVER_IN_URL.search(url)


def _check_url(_: object, attribute: attrs.Attribute[str], url: str) -> None:
    if not is_safe_url(url):
        raise UsageError(
            f"{attribute.name}: {shown(url)} is no address to link to; "
            "use one that starts with http://, https:// or mailto: and holds no spaces"
        )


@lru_cache(maxsize=1024)
def encoded_url(url: str) -> str:
    """An address with every character that has a meaning in HTML or Markdown percent-encoded.

    >>> encoded_url("https://example.org/a(b)")
    'https://example.org/a%28b%29'
    """
    return _ENCODED_IN_URL.sub(lambda found: f"%{ord(found[0]):02X}", url)


@attrs.frozen(kw_only=True)
class Strong:
    """Words that matter more than those around them; line ends within count as spaces.

    >>> Strong(text="won")
    Strong(text='won')
    """

    text: str


@attrs.frozen(kw_only=True)
class Emphasis:
    """Words said with stress, or a title; line ends within count as spaces.

    >>> Emphasis(text="not")
    Emphasis(text='not')
    """

    text: str


@attrs.frozen(kw_only=True)
class Link:
    """Words that lead to an address; a reader sees only the words, so let them say where it goes.

    Raises `UsageError` without words, or unless the address is `http`, `https` or `mailto`: a script never
    becomes a link.

    >>> Link(text="The shortlist", url="https://example.org/shortlist").url
    'https://example.org/shortlist'
    """

    text: str
    url: str = attrs.field(validator=_check_url)

    def __attrs_post_init__(self) -> None:
        if not self.text.strip():
            raise UsageError(f"the link to {shown(self.url)} needs words that say where it goes")


Inline = str | Strong | Emphasis | Link
"""A stretch of text within a paragraph; a bare `str` is plain text."""
Content = tuple[Inline, ...]
"""The text of a paragraph, a heading, an item or a cell, in reading order."""


def as_content(said: Inline | Iterable[Inline]) -> Content:
    """One inline or several, as the tuple that a block holds.

    >>> as_content("won")
    ('won',)
    >>> as_content(["won ", Strong(text="twice")])
    ('won ', Strong(text='twice'))
    """
    # Nearly all of it is plain text.
    if isinstance(said, str):
        return (said,)
    match said:
        case tuple():
            return said
        case Strong() | Emphasis() | Link():
            return (said,)
    return tuple(said)


def as_contents(said: Iterable[Inline | Iterable[Inline]]) -> tuple[Content, ...]:
    """Several texts, such as the cells of a row, each as a block holds it.

    >>> as_contents(["won", ["twice", Strong(text="!")]])
    (('won',), ('twice', Strong(text='!')))
    """
    return tuple([(each,) if isinstance(each, str) else as_content(each) for each in said])


def plain(content: Inline | Iterable[Inline]) -> str:
    """The words alone, on one line: for a bookmark, a file's title or a count of characters.

    >>> plain(["It ", Strong(text="won"), "."])
    'It won.'
    """
    return one_line("".join(part if isinstance(part, str) else part.text for part in as_content(content)))

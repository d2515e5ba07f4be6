"""The stock exporter `social`: posts for X, Bluesky, LinkedIn and Mastodon in one file, to copy from.

It adds form only: what a post says, and how long it may be, is decided by `nominate.prose.posts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import Any, BinaryIO

import attrs

from nominate import Exporter, File, Form, Problem, View, hookimpl
from nominate.errors import OptionError, shown

__all__ = ["SocialForm", "SocialOptions", "SocialPlatform", "SocialStyle", "nominate_exporters"]

_ADDRESS = re.compile(r"https?://\S+")


class SocialPlatform(Enum):
    """A platform whose rules come with the package.

    >>> SocialPlatform("bluesky").name
    'BLUESKY'
    """

    X = "x"
    BLUESKY = "bluesky"
    LINKEDIN = "linkedin"
    MASTODON = "mastodon"


class SocialStyle(Enum):
    """A house style that comes with the package.

    >>> SocialStyle("govuk").name
    'GOVUK'
    """

    HEALTH = "health"
    GOVUK = "govuk"
    PRESS = "press"


class SocialForm(Enum):
    """Whether people read the file, or a program.

    >>> SocialForm("json").name
    'JSON'
    """

    TEXT = "text"
    JSON = "json"


@attrs.frozen(kw_only=True)
class SocialOptions:
    """What people may ask of the posts; none of it changes what is true.

    >>> SocialOptions().link
    True
    """

    platform: tuple[SocialPlatform, ...] = attrs.field(
        default=(), metadata={"help": "the platforms to write for; all of them where none is named"}
    )
    thread: bool = attrs.field(
        default=False, metadata={"help": "tell what one post has no room for in further, numbered posts"}
    )
    link: bool = attrs.field(default=True, metadata={"help": "end with the page to read on"})
    address: str = attrs.field(
        default="", metadata={"help": "that page, such as your own news; by default the award's"}
    )
    style: SocialStyle | File | None = attrs.field(
        default=None, metadata={"help": "the house style, or a file of your own; by default the register's"}
    )
    form: SocialForm = attrs.field(
        default=SocialForm.TEXT, metadata={"help": "text to copy from, or JSON for a program"}
    )
    sources: bool = attrs.field(
        default=False, metadata={"help": "add the ids of the records that each post rests on"}
    )

    def __attrs_post_init__(self) -> None:
        if self.address and not _ADDRESS.fullmatch(self.address):
            raise OptionError(
                f"address is {shown(self.address)}; give a link that begins with https://, without spaces"
            )
        if self.address and not self.link:
            raise OptionError("an address is given, and no link is wanted; leave one of the two out")


def _write(view: View, options: SocialOptions, out: BinaryIO) -> Iterable[Problem]:
    # Here, because listing exporters must not load what composes.
    from nominate_social._file import write_posts  # noqa: PLC0415 - see above

    return write_posts(view, options, out)


@hookimpl
def nominate_exporters() -> list[Exporter[Any]]:
    """The exporter `social`.

    >>> nominate_exporters()[0].suffix
    '.social.txt'
    """
    return [
        Exporter(
            name="social",
            summary="Posts for X, Bluesky, LinkedIn and Mastodon, each as long as its platform takes",
            suffix=".social.txt",
            media_type="text/plain",
            write=_write,
            options=SocialOptions,
            forms={".social.json": Form(media_type="application/json", options={"form": "json"})},
            # An edition that can be entered is news before anybody has entered.
            needs_entries=False,
        ),
    ]

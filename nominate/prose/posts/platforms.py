"""The platforms that posts are written for: what each takes and how it counts, as data with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from functools import cache
from pathlib import Path

import attrs

from nominate.errors import UsageError, nearest, shown
from nominate.model.fields import Line, Link, Slug
from nominate.model.when import When

__all__ = ["Detail", "Platform", "PlatformRule", "Unit", "drops", "platform", "platforms"]

_FILE = Path(__file__).with_name("platforms.yaml")


class Unit(Enum):
    """What a platform counts: code points by weight, what people see as one sign, or 16-bit units."""

    WEIGHTS = "weighted characters"
    GRAPHEMES = "graphemes"
    CODE_UNITS = "UTF-16 code units"


class Detail(Enum):
    """What a post may leave out where it is too long; the last of them only make its words shorter.

    >>> Detail("what comes next").name
    'COMING'
    """

    WISHES = "wishes"
    ENTRIES = "entries"
    OTHERS = "other results"
    PRIZE = "prize"
    IMPACT = "impact"
    PARTNERS = "partners"
    COMING = "what comes next"
    SUMMARY = "summary"
    PARTICULARS = "particulars"
    TITLE = "title"
    CATEGORY = "category"
    HASHTAGS = "hashtags"
    LINK = "link"
    FULL_NAMES = "full names"
    SHORT_NAMES = "short names"
    NAMES = "who they are"


NAMING = frozenset({Detail.FULL_NAMES, Detail.SHORT_NAMES})
"""The details that only say how long names are."""


@attrs.frozen(kw_only=True)
class PlatformRule:
    """One thing that a platform says of itself, where it says so, and when that was read."""

    says: Line
    source: Link
    read: When


@attrs.frozen(kw_only=True)
class Platform:
    """What one platform takes.

    `light` are ranges of code points that weigh one, in hexadecimal, where others weigh two. `link` is what
    a link counts, 0 where it counts as typed; `links_without_scheme`: so does a bare address. `byte_limit`
    and `hashtag_limit` are 0 where there is none. `images` and `hashtags` are the most of one post.

    >>> platform("bluesky").unit
    <Unit.GRAPHEMES: 'graphemes'>
    """

    name: Slug
    title: Line
    limit: int
    unit: Unit
    light: tuple[Line, ...] = ()
    byte_limit: int = 0
    link: int = 0
    links_without_scheme: bool = False
    alt_limit: int
    images: int
    hashtags: int
    hashtag_limit: int = 0
    rules: tuple[PlatformRule, ...]


@attrs.frozen(kw_only=True)
class _Stock:
    drops: tuple[Detail, ...]
    platforms: tuple[Platform, ...]


def platforms(names: Iterable[str] = ()) -> tuple[Platform, ...]:
    """The platforms of those names, each once, in the order of the file; all of them without names.

    Raises:
        UsageError: there is no such platform; the message names the nearest and lists all.

    >>> [each.title for each in platforms()]
    ['X', 'Bluesky', 'LinkedIn', 'Mastodon']
    """
    wanted = {platform(name).name for name in names}
    return tuple(each for each in _stock().platforms if not wanted or each.name in wanted)


def platform(name: str) -> Platform:
    """The platform of that name. Raises as `platforms`.

    >>> platform("x").limit
    280
    """
    known = {each.name: each for each in _stock().platforms}
    if name not in known:
        near = nearest(name, known)
        cure = f"did you mean {near!r}? " if near else ""
        raise UsageError(f"no platform {shown(name)}; {cure}choose from {', '.join(known)}")
    return known[name]


def drops() -> tuple[Detail, ...]:
    """What is left out where a post is too long, the first to go first.

    >>> drops()[0]
    <Detail.WISHES: 'wishes'>
    """
    return _stock().drops


@cache
def _stock() -> _Stock:
    from nominate.files.converter import structured  # noqa: PLC0415 - brings cattrs, which is heavy
    from nominate.files.yaml_text import read_yaml  # noqa: PLC0415 - brings yaml, which is heavy

    return structured(read_yaml(_FILE.read_text("utf-8"), file=_FILE.name).data, _Stock)

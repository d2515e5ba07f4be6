"""How long a text is in the eyes of a platform: never shorter than the platform itself will find it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

import attrs

from nominate.prose.posts.platforms import Platform, Unit

if TYPE_CHECKING:  # the library is heavy: it is imported where a text needs it
    import regex

__all__ = ["Measure", "code_units", "graphemes", "measured"]

# Narrower than what platforms take for a link: what only some of them shorten counts as typed.
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?![\w@.-]*[\w@-])"
_REST = r"(?::\d+)?(?:[/?#](?:[a-z0-9!*:=+.$/%#_~&?-]*[a-z0-9=+/#_&-])?)?"
_LINK = re.compile(rf"(?<![\w@$#])https?://{_HOST}{_REST}", re.IGNORECASE)
_ADDRESS = re.compile(rf"(?<![\w@$#./:-]){_HOST}{_REST}", re.IGNORECASE)
# UTS #51, emoji sequences: a flag, a keycap, or emoji with their modifiers, joined.
_EMOJI = (
    r"\p{RI}\p{RI}|[0-9#*]\uFE0F?\u20E3|"
    r"\p{ExtPict}(?:\p{EMod}|\uFE0F)?(?:[\U000E0020-\U000E007E]+\U000E007F)?"
    r"(?:\u200D\p{ExtPict}(?:\p{EMod}|\uFE0F)?)*"
)
_EMOJI_WEIGHT = 2


@attrs.frozen(kw_only=True)
class Measure:
    """A length beside the most that there may be, in the same unit.

    >>> Measure(count=312, limit=280, unit="weighted characters").excess
    32
    """

    count: int
    limit: int
    unit: str

    @property
    def excess(self) -> int:
        """By how much it is too long; 0 where it fits."""
        return max(0, self.count - self.limit)


def measured(text: str, platform: Platform) -> Measure:
    """The length of a post; where it is short enough but has too many bytes, those.

    >>> from nominate.prose.posts.platforms import platform as named
    >>> measured("Read on: https://example.org/a/very/long/address", named("x")).count
    32
    """
    counted = _counted(text, platform)
    main = Measure(count=counted, limit=platform.limit, unit=platform.unit.value)
    if not main.excess and platform.byte_limit:
        size = Measure(count=len(text.encode("utf-8")), limit=platform.byte_limit, unit="bytes")
        return size if size.excess else main
    return main


def _counted(text: str, platform: Platform) -> int:
    rest, links = text, 0
    if platform.link:
        # A line feed keeps apart what stands on either side.
        rest, found = _LINK.subn("\n", text)
        links = found * (platform.link - 1)
        if platform.links_without_scheme:
            links += sum(_added(match[0], platform.link) for match in _ADDRESS.finditer(rest))
    return links + _COUNTS[platform.unit](rest, platform)


def _added(address: str, link: int) -> int:
    """What a bare address counts beyond its own letters: whether it is taken for a link is not certain."""
    return max(0, link - len(address))


def graphemes(text: str) -> int:
    r"""How many signs people see: the extended grapheme clusters of Unicode (UAX #29).

    >>> graphemes("Tŷ"), graphemes("e\u0301"), graphemes("👩‍⚕️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿")
    (2, 1, 3)
    """
    if text.isascii() and "\r" not in text:
        return len(text)
    return len(_pattern(r"\X").findall(text))


def _weight(text: str, light: tuple[str, ...]) -> int:
    composed = normalize("NFC", text)
    if composed.isascii():
        return len(composed)
    rest, emoji = _pattern(_EMOJI).subn("", composed)
    ranges = _ranges(light)
    heavy = sum(not any(first <= ord(sign) <= last for first, last in ranges) for sign in rest)
    return emoji * _EMOJI_WEIGHT + len(rest) + heavy


def code_units(text: str) -> int:
    """How many 16-bit units the text has: no count that a platform may mean is greater.

    >>> code_units("A 🐱")
    4
    """
    return len(text.encode("utf-16-le")) // 2


_COUNTS: Mapping[Unit, Callable[[str, Platform], int]] = {
    Unit.WEIGHTS: lambda text, platform: _weight(text, platform.light),
    Unit.GRAPHEMES: lambda text, _: graphemes(text),
    Unit.CODE_UNITS: lambda text, _: code_units(text),
}


@cache
def _ranges(light: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    parted = (each.partition("-") for each in light)
    return tuple((int(first, 16), int(last, 16)) for first, _, last in parted)


@cache
def _pattern(pattern: str) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 - only posts need it, and only for text beyond ASCII

    return regex.compile(pattern)

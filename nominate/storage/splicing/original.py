"""A file as its bytes have it: its encoding, its byte order mark and its line ends stay."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from nominate.storage.splicing.splices import Splice, ordered

__all__ = ["respliced"]

_LINE_END = re.compile(r"\r\n?|\n")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def respliced(content: bytes, splices: Iterable[Splice]) -> bytes:
    r"""The bytes of a file after splices made for its text, in which every line ends in a line feed.

    Raises:
        CannotSplice: two of them want the same stretch of text.

    >>> respliced(b"a: 1\r\nb: 2\r\n", [Splice(4, 4, "\nc: 3")])
    b'a: 1\r\nc: 3\r\nb: 2\r\n'
    """
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    text = content.removeprefix(mark).decode(encoding)
    return mark + "".join(_pieces(text, ordered(splices))).encode(encoding)


def _pieces(text: str, splices: tuple[Splice, ...]) -> Iterator[str]:
    ends = [found[0] for found in _LINE_END.finditer(text)] if "\r" in text else []
    usual = max(sorted(set(ends)), key=ends.count) if ends else "\n"
    wide = list(_wide_ends(text)) if ends else []
    done = 0
    for each in splices:
        start, end = (place + bisect_left(wide, place) for place in (each.start, each.end))
        yield text[done:start]
        yield each.text.replace("\n", usual)
        done = end
    yield text[done:]


def _wide_ends(text: str) -> Iterator[int]:
    r"""Where in the text with line feeds alone those stand that are `\r\n` here."""
    for number, found in enumerate(re.finditer("\r\n", text)):
        yield found.start() - number

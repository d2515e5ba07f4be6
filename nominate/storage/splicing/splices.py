"""A splice: one stretch of a text that gives way to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

__all__ = ["CannotSplice", "Splice", "column_of", "line_end", "line_start", "ordered", "spliced"]


class CannotSplice(Exception):  # noqa: N818 - it never leaves the room: the record is then written anew
    """A part that stands in a way that nothing can be put in beside it."""


@attrs.frozen
class Splice:
    """The text from `start` up to `end`, counted from 0, gives way to another; both may be one.

    >>> Splice(4, 5, "2").text
    '2'
    """

    start: int
    end: int
    text: str = ""


def ordered(splices: Iterable[Splice]) -> tuple[Splice, ...]:
    """Splices by their place; what is put in at one place stays in the order in which it was made.

    Raises:
        CannotSplice: two of them want the same stretch of text.

    >>> ordered([Splice(4, 5, "2"), Splice(0, 1, "b")])[0]
    Splice(start=0, end=1, text='b')
    """
    told = tuple(sorted(splices, key=lambda each: (each.start, each.end)))
    end = 0
    for each in told:
        if each.start < end or each.end < each.start:
            raise CannotSplice
        end = each.end
    return told


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text after all of them; they may come in any order.

    Raises:
        CannotSplice: two of them want the same stretch of text.

    >>> spliced("a: 1", [Splice(3, 4, "2"), Splice(4, 4, "  # was 1")])
    'a: 2  # was 1'
    """
    return "".join(_pieces(text, ordered(splices)))


def _pieces(text: str, splices: tuple[Splice, ...]) -> Iterator[str]:
    end = 0
    for each in splices:
        yield text[end : each.start]
        yield each.text
        end = each.end
    yield text[end:]


def line_start(text: str, place: int) -> int:
    r"""Where the line of a place begins.

    >>> line_start("a\nbc", 3)
    2
    """
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, place: int) -> int:
    r"""Where the line of a place ends: its line feed, or the end of the text.

    >>> line_end("a\nbc", 0), line_end("a\nbc", 2)
    (1, 4)
    """
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def column_of(text: str, place: int) -> int:
    r"""How many characters stand before a place on its line.

    >>> column_of("a\n  b", 4)
    2
    """
    return place - line_start(text, place)

"""The shared strings of a workbook: every text once, so that the file is small and quick to read back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from nominate_excel._cells.text import fault, is_plain_xml, text_xml

__all__ = ["SharedStrings", "UnwritableText", "space_kept"]

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TEXTS_IN_A_PIECE = 1_000
_SURELY_FITS = 10_000


class UnwritableText(ValueError):  # noqa: N818 - it says what it is about; it never leaves the plugin
    """No cell can hold the text; the message says why."""


class SharedStrings(dict[str, int]):
    """The number of each text, counted from nought in the order in which they are first asked for.

    Raises `UnwritableText` for one that no cell can hold.

    >>> strings = SharedStrings()
    >>> strings["won"], strings["shortlisted"], strings["won"]
    (0, 1, 0)
    """

    def __missing__(self, text: str) -> int:
        # Most texts are short and plain, and this is asked of every one.
        why = "" if len(text) < _SURELY_FITS and text.isascii() else fault(text)
        if why:
            raise UnwritableText(why)
        number = self[text] = len(self)
        return number

    def xml(self) -> Iterator[str]:
        """The part of the workbook that holds them, in pieces."""
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="{_NAMESPACE}" uniqueCount="{len(self)}">'
        texts = iter(self)
        while some := tuple(islice(texts, _TEXTS_IN_A_PIECE)):
            # Most texts hold nothing that XML writes in another way, and one look at many of them tells.
            if is_plain_xml("".join(some)) and tuple(map(str.strip, some)) == some:
                yield f"<si><t>{'</t></si><si><t>'.join(some)}</t></si>"
            else:
                yield "".join(map(_item, some))
        yield "</sst>"


def _item(text: str) -> str:
    return f"<si><t{space_kept(text)}>{text_xml(text)}</t></si>"


def space_kept(text: str) -> str:
    """The attribute that keeps the white space around a text, empty where there is none.

    >>> space_kept(" a"), space_kept("a")
    (' xml:space="preserve"', '')
    """
    return ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""

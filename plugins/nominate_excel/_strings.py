"""The shared strings of a workbook: every text once, so that the file is small and quick to read back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from nominate_excel._text import fault, is_formula_like, text_xml

__all__ = ["SharedStrings", "UnwritableText"]

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TEXTS_IN_A_PIECE = 1_000


class UnwritableText(ValueError):  # noqa: N818 - it says what it is about; it never leaves the plugin
    """No cell can hold the text; the message says why."""


class SharedStrings(dict[str, tuple[bool, str]]):
    """For each text, whether it looks like a formula, and the end of the XML of a cell that shows it.

    A text is taken in when it is first asked for. Raises `UnwritableText` for one that no cell can hold.

    >>> SharedStrings()["=1+1"]
    (True, 't="s"><v>0</v></c>')
    """

    def __missing__(self, text: str) -> tuple[bool, str]:
        why = fault(text)
        if why:
            raise UnwritableText(why)
        found = self[text] = (is_formula_like(text), f't="s"><v>{len(self)}</v></c>')
        return found

    def xml(self) -> Iterator[str]:
        """The part of the workbook that holds them, in pieces."""
        yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="{_NAMESPACE}" uniqueCount="{len(self)}">'
        texts = iter(self)
        while piece := "".join(map(_item, islice(texts, _TEXTS_IN_A_PIECE))):
            yield piece
        yield "</sst>"


def _item(text: str) -> str:
    space = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<si><t{space}>{text_xml(text)}</t></si>"

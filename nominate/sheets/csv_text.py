"""The text of a csv file: in which letters it was saved, and what parts its cells."""

from __future__ import annotations

import codecs
import re

from nominate.errors import Problem, Severity
from nominate.files.reading import unreadable

__all__ = ["delimiter_of", "text_of_csv", "without_hint"]

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_SAVE_AS = "save it as “CSV UTF-8” (in Excel: Save As)"
_DELIMITERS = (",", ";", "\t", "|")
# As much as tells how the rows of a file are parted.
_LOOKED_AT = 200_000
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_HINT = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def text_of_csv(content: bytes, *, file: str) -> tuple[str, tuple[Problem, ...]]:
    r"""The file's text, with a warning where its letters had to be guessed.

    With a mark it is what the mark says; without one UTF-8, or UTF-16 where every other byte is zero, or else
    Windows-1252, as Excel saves “CSV” in Western Europe.

    Raises:
        UnreadableInput: it is in none of these.

    >>> text, problems = text_of_csv("Tŷ Gŵyr".encode("utf-16"), file="a.csv")
    >>> text, problems
    ('Tŷ Gŵyr', ())
    >>> text, problems = text_of_csv(b"\xa3629,000", file="a.csv")
    >>> text, problems[0].code
    ('£629,000', 'W124')
    """
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError:
        return _western(content, file)
    if "\0" in text:
        raise unreadable(file, "E120", "this is no csv file: it holds characters that no text has", _SAVE_AS)
    return text, ()


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark) and not content.startswith(_UTF32):
            return encoding
    start = content[:_LOOKED_AT]
    if start and start.count(b"\0") * 3 > len(start):
        return "utf-16-be" if start[0] == 0 else "utf-16-le"
    return "utf-8"


def _western(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise unreadable(file, "E120", "this is no csv file: it is neither UTF-8 nor Windows-1252", _SAVE_AS)
    problem = Problem(
        code="W124",
        severity=Severity.WARNING,
        file=file,
        message="the file is not UTF-8, so its letters were read as Windows-1252",
        hint=f"look at names with accents, or {_SAVE_AS}",
    )
    return text, (problem,)


def without_hint(text: str) -> tuple[str, str]:
    r"""The delimiter that a first line `sep=;` tells to Excel, and the text after it.

    >>> without_hint("sep=;\nID;Title\n"), without_hint("ID,Title\n")
    ((';', 'ID;Title\n'), ('', 'ID,Title\n'))
    """
    found = _HINT.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def delimiter_of(text: str) -> str:
    r"""What parts the cells: that of comma, semicolon, tab and bar which makes most rows equally wide.

    What stands in quotation marks does not count. Without any of them it is the comma.

    >>> delimiter_of("ID;Title\n1;Wards, and more\n2;Care\n"), delimiter_of("Title\nWards\n")
    (';', ',')
    """
    bare = _QUOTED.sub("", text[:_LOOKED_AT]).splitlines()
    lines = [line for line in bare if line.strip()]
    return max(_DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> tuple[int, int]:
    """How many lines have the most usual number of delimiters, and that number; nought where none has one."""
    counts = [line.count(delimiter) for line in lines]
    usual = max({count for count in counts if count}, key=counts.count, default=0)
    return (counts.count(usual), usual) if usual else (0, 0)

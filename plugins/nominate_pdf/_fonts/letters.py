"""Letters that cannot be printed: replaced by a sign that says which they were, and told as problems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from nominate.errors import Problem, Severity, shown

_SPACES = re.compile(r"[^\S\n\u00a0]+")
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# They print nothing: they only tell how letters beside them join, break or run.
_UNSEEN = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
# The same signs, but for where a line may break: Open Sans has one hyphen, and one space that does not.
_ALIKE = {0x2010: "-", 0x2011: "-", 0x202F: "\u00a0"}
# What no text has that is printed as it is.
_UNUSUAL = re.compile(rf"[^\S \n\u00a0]|  |[\u2010\u2011]|{_UNSEEN.pattern}")
SIGN = "[U+"
"""How a sign for a letter begins that cannot be printed."""


class Letters:
    """What fonts can print, and what was asked for beyond it.

    `lacking` gives the letters, of some, that no font holds; `stands_alone` says whether a font could print
    one if it had it.

    >>> letters = Letters(lambda some: some - set("win"), stands_alone=str.isprintable)
    >>> letters.printable("wi→n", sources=("ruh-2020",))
    'wi[U+2192]n'
    >>> letters.problems[0].path, letters.problems[0].message
    ('ruh-2020', "no font at hand holds U+2192 (RIGHTWARDS ARROW) of 'wi→n'")
    """

    def __init__(
        self,
        lacking: Callable[[set[str]], set[str]],
        *,
        stands_alone: Callable[[str], bool],
    ) -> None:
        self._lacking = lacking
        self._stands_alone = stands_alone
        self._problems: dict[tuple[str, str, tuple[str, ...]], Problem] = {}
        self._told_of_no_record: set[str] = set()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """One for each text that lost letters and the record it belongs to, in reading order.

        Where it belongs to none, as title and author do, a letter is told with the first text that lost it.
        """
        return tuple(self._problems.values())

    def printable(self, text: str, sources: Iterable[str] = ()) -> str:
        """The text composed (NFC), with single spaces, and a sign for each letter that cannot be printed.

        `sources` are the ids of the records that the text rests on, for the problem that is told.
        """
        if text.isascii() and text.isprintable() and "  " not in text:
            return text
        is_usual = unicodedata.is_normalized("NFC", text) and not _UNUSUAL.search(text)
        if is_usual and not self._lacking(set(text)):
            return text
        composed = unicodedata.normalize("NFC", _LINE_END.sub("\n", text))
        spaced = _SPACES.sub(" ", _UNSEEN.sub("", composed).translate(_ALIKE))
        missing = self._lacking(set(spaced) - {"\n"})
        if not missing:
            return spaced
        self._tell(spaced, missing, tuple(sources))
        return "".join(_sign(letter) if letter in missing else letter for letter in spaced)

    def _tell(self, text: str, missing: set[str], sources: tuple[str, ...]) -> None:
        if not sources:
            missing = missing - self._told_of_no_record
            self._told_of_no_record |= missing
        ordered = [letter for letter in dict.fromkeys(text) if letter in missing]
        unset = [letter for letter in ordered if not (_is_code(letter) or self._stands_alone(letter))]
        lacking = [letter for letter in ordered if letter not in unset]
        path = ", ".join(sources)
        for code, reason, letters, cure in (
            ("W605", "no font at hand holds", lacking, "name a font that does with -O fallback_fonts=FILE"),
            ("W606", "a PDF of ours cannot set", unset, "the web page, exporter html, shows all letters"),
        ):
            if letters:
                said = ", ".join(map(_named, letters))
                self._problems.setdefault(
                    (code, text, sources),
                    Problem(
                        code=code,
                        severity=Severity.WARNING,
                        path=path,
                        message=f"{reason} {said} of {shown(text)}",
                        hint=f"printed as {' '.join(map(_sign, letters))}; {cure}",
                    ),
                )


def _is_code(letter: str) -> bool:
    return unicodedata.category(letter)[0] == "C"


def _sign(letter: str) -> str:
    return f"{SIGN}{ord(letter):04X}]"


def _named(letter: str) -> str:
    return f"U+{ord(letter):04X} ({unicodedata.name(letter, 'no letter, a control code')})"

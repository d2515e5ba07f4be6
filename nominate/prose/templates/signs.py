"""How the marks that a template writes are told from the same characters in a fact.

Only the template's own text can mark: each of its marks becomes a *sign*, a character that no text may hold.
A fact needs no escaping, whatever happens to it on the way: it holds no signs, so it is read as its letters.
"""

from __future__ import annotations

import re

from nominate.documents.characters import cleaned

__all__ = ["SIGN", "as_fact", "at_line", "holds_sign", "lines_of", "signed", "unsigned"]

_MARKED = '\n*_[]()!<>`#|"—-+=~.'
SIGN = {mark: chr(0xFDD0 + number) for number, mark in enumerate(_MARKED)}
"""The sign of each character that can mark; a noncharacter of Unicode, which no register holds."""

_LINE = chr(0xFDEF)
_MARKS = {sign: mark for mark, sign in SIGN.items()}
_SIGNS = str.maketrans(SIGN)
_ANY_SIGN = re.compile(f"[{''.join(SIGN.values())}]")
_OURS = re.compile(f"[{SIGN[_MARKED[0]]}-{_LINE}]")
_NUMBERS = re.compile(f"{_LINE}([0-9]+){_LINE}")
# The alternatives in order: a line break, a mark that is meant as a character, marks that count only where a
# line begins (a text may continue a line, which only the reader of the result can tell), marks anywhere.
_TO_SIGN = re.compile(
    r"\\\n[ \t]*(?:>[ \t]?)?"
    r"|\\[!-/:-@\[-`{-~—]"
    r"|(?:(?<=\n)|\A)[ \t]*(?:[-+=~](?:[ \t]*[-+=~])*|[0-9]*\.)"
    r"|[\n*_\[\]()!<>`#|\"—]"
)


def signed(text: str) -> str:
    r"""The template's own text with a sign for each mark; a backslash leaves the mark a character.

    >>> signed("**won** - 2") == f"{SIGN['*'] * 2}won{SIGN['*'] * 2} - 2", signed(r"\*\*")
    (True, '**')
    """
    return _TO_SIGN.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    said = found[0]
    if said.startswith("\\"):
        return "\n" if said[1] == "\n" else said[1]
    return said.translate(_SIGNS)


def unsigned(text: str) -> str:
    """The text with each sign as the character that the template wrote.

    >>> unsigned(signed("5 * 3"))
    '5 * 3'
    """
    return text if text.isprintable() else _ANY_SIGN.sub(_mark, text)


def _mark(found: re.Match[str]) -> str:
    return _MARKS[found[0]]


def holds_sign(text: str) -> bool:
    """Whether somebody else's text holds a character that would be taken for a sign.

    >>> holds_sign("won"), holds_sign(signed("*"))
    (False, True)
    """
    return _OURS.search(text) is not None


def as_fact(text: str) -> str:
    """A text as a fact: without characters that could be taken for signs.

    >>> as_fact("R*D*"), holds_sign(as_fact(signed("*")))
    ('R*D*', False)
    """
    return cleaned(text)


def at_line(number: int) -> str:
    """What says, between signs, on which line of the template a part of the result was written."""
    return f"{_LINE}{number}{_LINE}"


def lines_of(result: str) -> tuple[list[str], list[int]]:
    """The lines that a template made, each with the number of its line in the template, 0 where unknown.

    >>> lines_of(signed("a") + at_line(7) + signed("b") + SIGN[chr(10)] + "c")
    (['ab', 'c'], [7, 7])
    """
    made = result.split(SIGN["\n"])
    if _LINE not in result:
        return made, [0] * len(made)
    lines: list[str] = []
    numbers: list[int] = []
    latest = 1
    for line in made:
        for found in _NUMBERS.finditer(line):
            latest = int(found[1])
        numbers.append(latest)
        lines.append(_NUMBERS.sub("", line))
    return lines, numbers

"""Names in a cell: how many there are, and whether each is an organisation's or a person's."""

from __future__ import annotations

import re
from collections.abc import Collection

from nominate.foreign.cells.tidying import folded

__all__ = ["abbreviated", "initials", "is_body", "is_person", "names_in", "without_suffixes"]

_HONORIFIC = re.compile(
    r"(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev|revd|sister|nurse|baroness|cllr)\b\.?\s+\w",
    re.IGNORECASE,
)
_BODY_WORDS = """
academy agency ahsn ambulance association authority board borough business care ccg centre charity
    charities clinic collaborative college commission committee company confederation consortium consulting
    council county department federation foundation fund group health hospital hospitals hospice icb inc
    infirmary institute institution laboratory library limited llp ltd ministry museum network nhs office
    partnership partners plc practice press programme research royal school services service society
    solutions studio studios surgery team theatre trust union university bwrdd iechyd ysbyty prifysgol cyngor
    awdurdod"""
_BODIES = frozenset(_BODY_WORDS.split())
# What several bodies end in, and what says nothing of which one it is.
_SUFFIXES = re.compile(
    r"\b(nhs|foundation|trust|ft|limited|ltd|plc|llp|cic|inc|charity|the|university health board)\b"
)
_ABBREVIATION = re.compile(r"(?P<name>.*\S)\s*\((?P<abbreviation>[A-Z][A-Za-z&0-9-]{1,11})\)")
_SURE = re.compile(r"\s*(?:[;\n|]|\s/\s)\s*")
_BODIES_AND = re.compile(r"\s*(?:/|,|&|\band\b|\bwith\b)\s*")
_PEOPLE_AND = re.compile(r"\s*(?:/|,|&|\band\b)\s*")
_PERSON_WORDS = range(2, 5)


def names_in(text: str, *, are_people: bool, known: Collection[str] = ()) -> tuple[str, ...]:
    """Each name in a cell: parted at a semicolon, a line or ` / `, and at "and" or a comma only where sure.

    Names of organisations are parted there only where each part is in `known`, the folded names that stand in
    cells of their own; names of people where each part looks like one.

    >>> names_in("Bath Trust; Avon and Wiltshire Trust", are_people=False)
    ('Bath Trust', 'Avon and Wiltshire Trust')
    >>> names_in("Dr Ann Example and Bob Sample", are_people=True)
    ('Dr Ann Example', 'Bob Sample')
    """
    parts = [part.strip(" ,") for part in _SURE.split(text)]
    return tuple(
        " ".join(name.split())
        for part in parts
        if part
        for name in (_people(part) if are_people else _bodies(part, known))
    )


def is_body(name: str) -> bool:
    """Whether a word in a name says that it is an organisation's.

    >>> is_body("University of Bath"), is_body("Ann Example")
    (True, False)
    """
    return not _BODIES.isdisjoint(folded(name).split())


def is_person(name: str) -> bool:
    """Whether a name looks like a person's: with a title, or of two to four words of which none is a body's.

    >>> is_person("Dr Ann Example"), is_person("Ann Example"), is_person("Bath Spa University")
    (True, True, False)
    """
    if _HONORIFIC.match(name):
        return True
    words = name.split()
    is_short = len(words) in _PERSON_WORDS and not is_body(name)
    return is_short and all(word[:1].isupper() and not word.isupper() for word in (words[0], words[-1]))


def abbreviated(name: str) -> tuple[str, str]:
    """A name and the abbreviation in brackets behind it, which is empty where there is none.

    >>> abbreviated("Royal United Hospitals Bath (RUH)")
    ('Royal United Hospitals Bath', 'RUH')
    >>> abbreviated("Wards (Sleep)")
    ('Wards (Sleep)', '')
    """
    found = _ABBREVIATION.fullmatch(name)
    if found is None or sum(letter.isupper() for letter in found["abbreviation"]) < 2:
        return name, ""
    return found["name"], found["abbreviation"]


def initials(name: str) -> str:
    """The first letters of a name's words, small words aside.

    >>> initials("Royal United Hospitals of Bath")
    'RUHB'
    """
    return "".join(word[0] for word in folded(name).split() if word not in {"of", "and", "for"}).upper()


def without_suffixes(name: str) -> str:
    """A name without what many bodies' names end in, folded.

    >>> without_suffixes("Royal United Hospitals Bath NHS Foundation Trust")
    'royal united hospitals bath'
    """
    return " ".join(_SUFFIXES.sub(" ", folded(name)).split())


def _bodies(part: str, known: Collection[str]) -> tuple[str, ...]:
    if folded(part) in known and not _BODIES_AND.search(part):
        return (part,)
    pieces = [piece for piece in _BODIES_AND.split(part) if piece]
    return tuple(pieces) if len(pieces) > 1 and all(folded(each) in known for each in pieces) else (part,)


def _people(part: str) -> tuple[str, ...]:
    pieces = [piece for piece in _PEOPLE_AND.split(part) if piece]
    return tuple(pieces) if len(pieces) > 1 and all(map(is_person, pieces)) else (part,)
